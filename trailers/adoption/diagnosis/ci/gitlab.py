"""GitLab's traps. docs.gitlab.com/ci/yaml, docs.gitlab.com/ci/jobs/job_control."""

import re

from trailers.adoption.diagnosis.ci.command import calls, forgiving, unisolated
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.adoption.yaml.value import NOTHING, Yaml
from trailers.typed import Iterator

_NO_JOBS = frozenset(
    ("default", "include", "stages", "variables", "workflow", "spec", "image", "services", "cache")
)
_FIXED = re.compile(r"@(?:[0-9a-f]{40}|v?[0-9]+\.[0-9]+\.[0-9]+)\Z")
_MERGE_REQUESTS = ("merge_request", "CI_OPEN_MERGE_REQUESTS")
_PASSED = "findings do not fail the pipeline, so that nothing keeps a change out"


def troubles(root: Yaml) -> Iterator[Trouble]:
    """All that is found in .gitlab-ci.yml."""
    yield from _includes(root)
    for name, job in root.entries:
        script = "\n".join(job.get("script").texts)
        if name not in _NO_JOBS and job.kind == "{" and calls(script):
            yield from _depth(root, name, job)
            yield from _ignored(name, job, script)
            # A pipeline of a branch can judge the whole of it as a review does.
            if "--stage review" not in script:
                yield from _rules(root, name, job)


def runs(root: Yaml) -> bool:
    """Whether a job or an included component runs undersign."""
    included = any(_is_ours(one) for one in root.get("include").all)
    return included or any(calls("\n".join(job.get("script").texts)) for _, job in root.entries)


def _is_ours(include: Yaml) -> bool:
    return any("undersign" in include.get(key).text for key in ("component", "project", "remote"))


def _includes(root: Yaml) -> Iterator[Trouble]:
    for include in filter(_is_ours, root.get("include").all):
        component, ref = include.get("component").text, include.get("ref").text
        fixed = _FIXED.search(component) if component else _FIXED.search(f"@{ref}")
        if not fixed and not include.has("integrity"):
            name = component or include.get("project").text or include.get("remote").text
            why = "who can move that reference can change what judges"
            what = f"include: {name} is not at a fixed version"
            yield Trouble(
                "unpinned-include", "warning", what, why, "name a full version, or a commit id", include.line
            )


def _depth(root: Yaml, name: str, job: Yaml) -> Iterator[Trouble]:
    own = job.get("variables", "GIT_DEPTH")
    said = own if own.text else root.get("variables", "GIT_DEPTH")
    depth = said.text or said.get("value").text
    if depth != "0":
        what = f"job {name}: GIT_DEPTH is {depth or 'not set, which is 20 in new projects'}"
        why = "a shallow clone lacks the commits of the range: verify ends with 2, and judges nothing"
        yield Trouble(
            "shallow-checkout", "problem", what, why, 'variables: {GIT_DEPTH: "0"}', said.line or job.line
        )


def _ignored(name: str, job: Yaml, script: str) -> Iterator[Trouble]:
    allowed = job.get("allow_failure")
    if allowed.is_true or allowed.has("exit_codes"):
        yield Trouble(
            "ignored-failure", "problem", f"job {name}: allow_failure", _PASSED, "take it out", allowed.line
        )
    found = forgiving(script)
    if found:
        what = f"job {name}: undersign's exit code is thrown away: {found}"
        yield Trouble("ignored-failure", "problem", what, _PASSED, "take it out", job.get("script").line)
    if unisolated(script):
        why = "the change's own files can stand in the place of undersign's modules"
        what = f"job {name}: Python runs undersign without -I"
        yield Trouble(
            "not-isolated", "problem", what, why, "python -I -m trailers verify", job.get("script").line
        )


def _rules(root: Yaml, name: str, job: Yaml) -> Iterator[Trouble]:
    """Rules that leave merge requests out, that look at paths, or that wait for a click."""
    rules = job.get("rules").items
    for rule in rules:
        if rule.has("changes") or rule.has("exists"):
            why = "a commit that touches none of these paths is not judged"
            what = f"job {name}: a rule looks at paths"
            yield Trouble("path-filter", "problem", what, why, "take `changes` out", rule.line)
    if job.get("when").text == "manual" or any(rule.get("when").text == "manual" for rule in rules):
        why = "nobody has to start it, and until then it counts as passed"
        yield Trouble("conditional", "problem", f"job {name}: when: manual", why, "take it out", job.line)
    only, kept = job.get("only"), root.get("workflow", "rules").items
    limited = rules or only is not NOTHING or kept
    said = (*rules, *kept, only)
    if "merge_requests" in job.get("except").texts or (limited and not any(map(_names_requests, said))):
        why = "what a merge request brings is judged at its branch's pushes at most, not as a whole"
        remedy = "rules: [{if: $CI_PIPELINE_SOURCE == 'merge_request_event'}]"
        what = f"job {name} does not run for merge requests"
        yield Trouble("no-pull-request", "problem", what, why, remedy, job.line)


def _names_requests(node: Yaml) -> bool:
    texts = (*node.texts, *node.get("refs").texts, node.get("if").text)
    unconditional = (
        node.kind == "{" and not node.has("if") and node.get("when").text not in ("never", "manual")
    )
    is_rule = node.has("when") or node.has("changes") or node.has("allow_failure")
    return any(sign in text for text in texts for sign in _MERGE_REQUESTS) or (is_rule and unconditional)
