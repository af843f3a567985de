"""Jenkins, with its git plugin and, for change requests, a multibranch project.

Variables: https://plugins.jenkins.io/git/#plugin-content-environment-variables and
https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables
(each Jenkins lists its own under /env-vars.html)

A change request names its target branch (CHANGE_TARGET) and no commit of it. A branch build names the
last commit that was built with success; the first build of a branch names none.
"""

from trailers.ci.environment import no_base, required_id, value
from trailers.ci.object_id import object_id
from trailers.ci.request import Asked, Environ, RangeRequest, Read
from trailers.ci.tracking import fetch_command, tracking_ref

_PREVIOUS = "GIT_PREVIOUS_SUCCESSFUL_COMMIT"
_ADVICE = "let the job clone without `shallow` and without a narrow refspec"


def ask(environ: Environ, _read: Read) -> Asked:
    """What the build asks to be judged; RangeError for a branch's first build."""
    if value(environ, "CHANGE_ID") is not None:
        return _change_request(environ)
    source = "Jenkins, branch build"
    previous = value(environ, _PREVIOUS)
    if previous is None or previous == "null":  # what Groovy makes of an unset variable
        raise no_base(source, "no earlier build of this branch succeeded")
    return RangeRequest(
        base=object_id(previous, _PREVIOUS),
        head=required_id(environ, "GIT_COMMIT", source),
        stage="merge",
        source=source,
        branch=value(environ, "BRANCH_NAME"),
        # The same commit can be built again, and a branch can be moved back to one that was built before.
        may_be_empty=True,
        advice=_ADVICE,
    )


def _change_request(environ: Environ) -> RangeRequest:
    source = "Jenkins, change request"
    target = value(environ, "CHANGE_TARGET")
    if target is None:
        raise no_base(source, "CHANGE_TARGET is not set")
    # A scripted pipeline has no GIT_COMMIT: the checkout is what it builds.
    head = value(environ, "GIT_COMMIT")
    return RangeRequest(
        base=tracking_ref(target, "CHANGE_TARGET"),
        head="HEAD" if head is None else object_id(head, "GIT_COMMIT"),
        stage="review",
        source=source,
        branch=value(environ, "CHANGE_BRANCH"),
        advice=f"{_ADVICE}, or: {fetch_command(target)}",
    )
