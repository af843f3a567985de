"""The job of GitLab CI that verifies merge requests and the default branch, behind what .gitlab-ci.yml has.

https://docs.gitlab.com/ci/yaml/. Where no job runs in merge request pipelines, ours must not be the first:
the merge request would then show that pipeline, with this job alone, in the place of the branch's.
"""

import re

from trailers.adoption.yaml.text.lines import inserted
from trailers.adoption.yaml.text.node import Node
from trailers.adoption.yaml.text.reading import read_document
from trailers.adoption.yaml.text.sameness import keeps
from trailers.errors import UsageError
from trailers.installing.change import Change, edited, made, same
from trailers.installing.edit import apply
from trailers.typed import NamedTuple
from trailers.version import VERSION

FILE = ".gitlab-ci.yml"
JOB = "undersign"
_TEXT = """\
# Verifies what the commits say of AI help: which model, in which context, and who approved it.
{job}:
{stage}  image: python:3.13
  needs: []
  before_script: []
  after_script: []
  cache: []
  variables:
    GIT_DEPTH: "0" # the whole range, and its base
  rules:
{rules}
  script:
    - rm -rf gl-code-quality-report.json # one of the commit's own, or a link, is not ours
    - room=$(mktemp -d)
    - python3 -I -m venv "$room"
    - $room/bin/python -I -m pip install --quiet undersign=={version}
{verify}
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""
_MERGE_REQUESTS = """\
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"""
_BRANCHES = '    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH'
_VERIFY = "$room/bin/python -I -m trailers verify"
_OUTPUT = "--output gitlab:gl-code-quality-report.json"
_SECRETS = "$room/bin/python -I -m trailers secrets scan"
_HAS_MERGE_REQUESTS = re.compile(r"merge_request_event|merge_requests|MergeRequest-Pipelines")


class Result(NamedTuple):
    """The change, and what a person has to look at."""

    change: Change
    notes: tuple[str, ...] = ()


def put_job(text: str | None, *, secrets: bool = False) -> Result:
    """The change that puts the job in, with `secrets` one that looks for them, too.

    UsageError where the file is not understood.
    """
    document = read_document(text) if text is not None else None
    top = document.top if document else None
    if text is None or document is None or top is None:
        job = _job("", _script(merge_requests=True, secrets=secrets), _MERGE_REQUESTS)
        return Result(
            edited(text, [inserted(text, document.end, job)]) if text is not None and document else made(job)
        )
    if top.kind != "mapping" or top.flow or top.place.column:
        raise UsageError(f"line {top.place.line}: the top is no mapping with a line for each key", "mend it")
    if top.get(JOB):
        return Result(same(text))
    merge_requests = bool(_HAS_MERGE_REQUESTS.search(text))
    script = _script(merge_requests=merge_requests, secrets=secrets)
    job = _job(_stage(top), script, _MERGE_REQUESTS if merge_requests else _BRANCHES)
    edits = [inserted(text, document.end, f"\n{job}")]
    after = read_document(apply(text, edits)).top
    if after is None or not keeps(top, after, ()) or not after.get(JOB):
        why = f"line {top.place.line}: nothing can be added here without changing what is there"
        raise UsageError(why, "add the job by hand: docs/how-to/ci/gitlab.md of undersign")
    return Result(edited(text, edits), tuple(_notes(top, merge_requests=merge_requests)))


def _job(stage: str, script: str, rules: str) -> str:
    line = f"  stage: {stage}\n" if stage else ""
    return _TEXT.format(job=JOB, stage=line, rules=rules, version=VERSION, verify=script)


def _script(*, merge_requests: bool, secrets: bool) -> str:
    if merge_requests:
        lines = _judging(f"{_VERIFY} {_OUTPUT}", f"{_SECRETS} --ci" if secrets else "")
        return "\n".join(f"    - {line}" for line in lines)
    lines = [
        "# A push may bring a part of a branch only: all of it is judged.",
        "set --",
        *(["added=--ci"] if secrets else []),
        'if [ "$CI_COMMIT_BRANCH" != "$CI_DEFAULT_BRANCH" ]; then',
        '  set -- "origin/$CI_DEFAULT_BRANCH..HEAD" --stage review',
        *(['  added="--range=origin/$CI_DEFAULT_BRANCH..HEAD"'] if secrets else []),
        "fi",
        *_judging(f'{_VERIFY} "$@" {_OUTPUT}', f'{_SECRETS} "$added"' if secrets else ""),
    ]
    return "\n".join(["    - |", *(f"      {line}" for line in lines)])


def _judging(verify: str, look: str) -> list[str]:
    """Both are run, whatever the first finds."""
    return ["code=0", f"{verify} || code=$?", f"{look} || code=$?", "exit $code"] if look else [verify]


def _stage(top: Node) -> str:
    """A stage that there is; nothing where the default ones hold, which have `test`."""
    stages = [item.value for item in top.items("stages") if item.kind == "scalar"]
    if not stages or "test" in stages:
        return ""
    return next((stage for stage in stages if re.fullmatch(r"[A-Za-z][\w.-]*", stage)), ".pre")


def _notes(top: Node, *, merge_requests: bool) -> list[str]:
    notes = []
    if not merge_requests:
        notes.append(
            f"no job of {FILE} names merge request pipelines, so that {JOB} runs in those of branches; "
            "see docs/how-to/ci/gitlab.md of undersign"
        )
    jobs = [value for _, value in top.pairs if value.get("script")]
    if jobs and all(job.get("tags") for job in jobs):
        notes.append(f"every job of {FILE} names its runners by `tags`: {JOB} may need some too")
    if top.get("include"):
        notes.append(f"{FILE} includes other files: look that the next pipeline has the job {JOB}")
    return notes
