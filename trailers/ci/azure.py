"""Azure Pipelines.

Variables: https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables

A pull request names its target branch and the commit under review; Build.SourceVersion is then a merge
that Azure makes for the run. A push names no earlier commit.
"""

from trailers.ci.environment import no_base, required, required_id, value
from trailers.ci.request import Asked, Environ, RangeRequest, Read
from trailers.ci.tracking import tracking_ref

_TARGET = "SYSTEM_PULLREQUEST_TARGETBRANCH"


def ask(environ: Environ, _read: Read) -> Asked:
    """What the run asks to be judged; RangeError for a run that is no pull request's."""
    reason = required(environ, "BUILD_REASON", "Azure Pipelines")
    source = f"Azure Pipelines, {reason}"
    if reason != "PullRequest":
        raise no_base(source, "only a pull request's run names one")
    # With a GitHub repository both are short names, with Azure Repos full ones.
    target = required(environ, _TARGET, source).removeprefix("refs/heads/")
    branch = value(environ, "SYSTEM_PULLREQUEST_SOURCEBRANCH")
    return RangeRequest(
        base=tracking_ref(target, _TARGET),
        head=required_id(environ, "SYSTEM_PULLREQUEST_SOURCECOMMITID", source),
        stage="review",
        source=source,
        branch=None if branch is None else branch.removeprefix("refs/heads/"),
        advice="give the checkout step `fetchDepth: 0`",
    )
