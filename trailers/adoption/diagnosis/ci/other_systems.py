"""Traps of other CI systems: the depth of the clone, and failures that do not count."""

import re

from trailers.adoption.diagnosis.ci.command import calls, forgiving, unisolated
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.adoption.yaml.value import Yaml, read_yaml
from trailers.typed import Iterator

_SHALLOW = "a clone without its history or its files: verify ends with 2, and judges nothing"
# Jenkins: plugins.jenkins.io/git, CloneOption. Any system: a fetch by hand.
_LONGEST = 500  # characters of a line that are looked at
_BY_HAND = re.compile(
    r"shallow\s*:\s*true|CloneOption[^\n]*depth|git\s+(?:clone|fetch)[^\n]*--depth|--filter=blob"
)


def troubles(system: str, text: str) -> Iterator[Trouble]:
    """What is found in the file of a CI system that runs undersign. Raises NotYamlError."""
    look = _LOOKS.get(system)
    if look:
        yield from look(read_yaml(text))
    for number, line in enumerate(text.split("\n"), 1):
        if _BY_HAND.search(line[:_LONGEST]):
            yield _shallow("the clone is shallow or partial", "fetch the whole history", number)
        if "continueOnError: true" in line or "soft_fail: true" in line:
            yield _ignored(line.strip(), number)
    found = forgiving(text)
    if found:
        yield _ignored(f"undersign's exit code is thrown away: {found}", None)
    if unisolated(text):
        why = "the change's own files can stand in the place of undersign's modules"
        what = "Python runs undersign without -I"
        yield Trouble("not-isolated", "problem", what, why, "python -I -m trailers verify")


def _azure(root: Yaml) -> Iterator[Trouble]:
    """One commit, in new pipelines: learn.microsoft.com/azure/devops/pipelines/yaml-schema/steps-checkout."""
    for node in _walk(root):
        steps = node.get("steps").items
        if any(_calls(step) for step in steps):
            depths = [step.get("fetchDepth") for step in steps if step.has("checkout")]
            if not any(depth.text == "0" for depth in depths):
                line = node.get("steps").line
                yield _shallow(
                    "steps without a checkout of the whole history", "- checkout: self\n  fetchDepth: 0", line
                )


def _bitbucket(root: Yaml) -> Iterator[Trouble]:
    """Fifty commits, where nothing is said: support.atlassian.com/bitbucket-cloud/docs/git-clone-behavior."""
    whole = root.get("clone", "depth").text == "full"
    for node in _walk(root.get("pipelines")):
        if not whole and _calls(node) and node.get("clone", "depth").text != "full":
            yield _shallow("clone.depth is not full", "clone: {depth: full}", node.line)
    if not any(_calls(node) for node in _walk(root.get("pipelines", "pull-requests"))):
        what, why = "no step for pull requests runs undersign", "what a pull request brings is not judged"
        line = root.get("pipelines").line
        yield Trouble("no-pull-request", "problem", what, why, 'pipelines: {pull-requests: {"**": …}}', line)


def _circleci(root: Yaml) -> Iterator[Trouble]:
    """Blobless since 2025: circleci.com/docs/reference/configuration-reference#checkout."""
    for _, job in root.get("jobs").entries:
        steps = job.get("steps").items
        if any(_calls(step) for step in steps):
            checkouts = [step for step in steps if step.text == "checkout" or step.has("checkout")]
            for one in checkouts:
                if one.get("checkout", "method").text != "full":
                    yield _shallow("checkout without method: full", "- checkout: {method: full}", one.line)


_LOOKS = {"azure-pipelines": _azure, "bitbucket": _bitbucket, "circleci": _circleci}


def _calls(node: Yaml) -> bool:
    """Whether a step's own commands call undersign."""
    held = [node.get(key) for key in ("script", "bash", "pwsh", "powershell", "run", "inputs")]
    commands = (
        text for one in held for text in (*one.texts, *one.get("command").texts, *one.get("script").texts)
    )
    return calls("\n".join(commands))


def _walk(node: Yaml, depth: int = 12) -> Iterator[Yaml]:
    """The node and what is in it; settings are not deeper."""
    yield node
    if depth:
        for child in (*node.items, *(value for _, value in node.entries)):
            yield from _walk(child, depth - 1)


def _shallow(what: str, remedy: str, line: int | None) -> Trouble:
    return Trouble("shallow-checkout", "problem", what, _SHALLOW, remedy, line)


def _ignored(what: str, line: int | None) -> Trouble:
    why = "findings do not fail the build, so that nothing keeps a change out"
    return Trouble("ignored-failure", "problem", what, why, "take it out", line)
