"""Bitbucket Pipelines.

Variables: https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
Short ids: https://jira.atlassian.com/browse/BCLOUD-19393

In a pull request's pipeline both commit variables can hold the first twelve digits only. Such a name is
not handed to git, which would sooner take it for a tag of that name than for the commit: the destination
branch and the checkout stand in for them. The checkout is the source branch with the destination merged
into it. A pipeline of a branch or tag names no earlier commit.
"""

from trailers.ci.environment import no_base, required, value
from trailers.ci.object_id import is_object_id
from trailers.ci.request import Asked, Environ, RangeRequest, Read
from trailers.ci.tracking import tracking_ref

_TARGET = "BITBUCKET_PR_DESTINATION_BRANCH"


def ask(environ: Environ, _read: Read) -> Asked:
    """What the pipeline asks to be judged; RangeError where it is no pull request's."""
    if value(environ, "BITBUCKET_PR_ID") is None:
        raise no_base("Bitbucket Pipelines", "only a pull request's pipeline names one")
    source = "Bitbucket Pipelines, pull request"
    base = required(environ, "BITBUCKET_PR_DESTINATION_COMMIT", source)
    head = required(environ, "BITBUCKET_COMMIT", source)
    return RangeRequest(
        base=base if is_object_id(base) else tracking_ref(required(environ, _TARGET, source), _TARGET),
        head=head if is_object_id(head) else "HEAD",
        stage="review",
        source=source,
        branch=value(environ, "BITBUCKET_BRANCH"),
        advice="set `clone: depth: full` in bitbucket-pipelines.yml",
    )
