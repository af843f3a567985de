"""GitLab CI.

Variables: https://docs.gitlab.com/ci/variables/predefined_variables/
Kinds of pipeline: https://docs.gitlab.com/ci/pipelines/merge_request_pipelines/,
https://docs.gitlab.com/ci/pipelines/merged_results_pipelines/ and
https://docs.gitlab.com/ci/pipelines/merge_trains/

Three kinds of merge request pipeline, by CI_MERGE_REQUEST_EVENT_TYPE:
- `detached`: CI_COMMIT_SHA is the source branch, and only CI_MERGE_REQUEST_DIFF_BASE_SHA names a base.
- `merged_result`: CI_COMMIT_SHA is a merge that GitLab makes for the run and throws away; the branches'
  own commits are in CI_MERGE_REQUEST_SOURCE_BRANCH_SHA and _TARGET_BRANCH_SHA.
- `merge_train`: CI_COMMIT_SHA is what the target branch becomes, so the merge is judged as well.

CI_COMMIT_BEFORE_SHA is zero on a new branch or tag, and also in every pipeline that no push started: those
have no base, whatever the variable says.
"""

from trailers.ci.environment import no_base, required, required_id, value
from trailers.ci.object_id import is_zero
from trailers.ci.request import Asked, Environ, RangeRequest, Read
from trailers.ci.tracking import tracking_ref

_ADVICE = 'set the variable GIT_DEPTH: "0" in .gitlab-ci.yml'


def ask(environ: Environ, _read: Read) -> Asked:
    """What the pipeline asks to be judged; RangeError for a pipeline without a base."""
    if value(environ, "CI_MERGE_REQUEST_IID") is not None:
        return _merge_request(environ)
    if value(environ, "CI_EXTERNAL_PULL_REQUEST_IID") is not None:
        return _external_pull_request(environ)
    started_by = required(environ, "CI_PIPELINE_SOURCE", "GitLab CI")
    if started_by != "push":
        why = "no push and no merge request started this pipeline"
        raise no_base("GitLab CI", why, value(environ, "CI_DEFAULT_BRANCH"))
    return _push(environ)


def _merge_request(environ: Environ) -> RangeRequest:
    kind = value(environ, "CI_MERGE_REQUEST_EVENT_TYPE") or "detached"
    source = f"GitLab CI, merge request pipeline ({kind})"
    target = value(environ, "CI_MERGE_REQUEST_TARGET_BRANCH_SHA")
    base = "CI_MERGE_REQUEST_DIFF_BASE_SHA" if target is None else "CI_MERGE_REQUEST_TARGET_BRANCH_SHA"
    own = value(environ, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA")
    head = "CI_COMMIT_SHA" if own is None or kind == "merge_train" else "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"
    return RangeRequest(
        base=required_id(environ, base, source),
        head=required_id(environ, head, source),
        stage="merge" if kind == "merge_train" else "review",
        source=source,
        branch=value(environ, "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"),
        advice=_ADVICE,
    )


def _external_pull_request(environ: Environ) -> RangeRequest:
    source = "GitLab CI, external pull request pipeline"
    return RangeRequest(
        base=required_id(environ, "CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA", source),
        head=required_id(environ, "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA", source),
        stage="review",
        source=source,
        branch=value(environ, "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME"),
        advice=_ADVICE,
    )


def _push(environ: Environ) -> RangeRequest:
    branch = value(environ, "CI_COMMIT_BRANCH")
    source = "GitLab CI, tag pipeline" if branch is None else "GitLab CI, branch pipeline"
    before = required_id(environ, "CI_COMMIT_BEFORE_SHA", source)
    default = required(environ, "CI_DEFAULT_BRANCH", source)
    return RangeRequest(
        base=None if is_zero(before) else before,
        head=required_id(environ, "CI_COMMIT_SHA", source),
        stage="merge",
        source=source,
        branch=branch,
        fallback=() if branch == default else (tracking_ref(default, "CI_DEFAULT_BRANCH"),),
        # GitLab does not say whether a push was forced: any may move a branch back.
        may_be_empty=not (is_zero(before) and branch == default),
        advice=_ADVICE,
    )
