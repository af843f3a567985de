"""A small runner of a composite action's steps, as GitHub's runner does it.

https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax and, for `shell: bash`,
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
It knows the expressions that action.yml has, and fails on any other.
"""

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_TERM = re.compile(r"(!?)(?:(cancelled|always)\(\)|([a-z][a-zA-Z0-9_.-]*)(?:\s*(==|!=)\s*'([^']*)')?)")

# One step: its name, exit code, what it printed, and its outputs.
Environ = Mapping[str, str]


class Step(NamedTuple):
    """How a step ended."""

    name: str
    code: int
    log: str
    outputs: dict[str, str]


class Ran(NamedTuple):
    """How the action ended."""

    steps: list[Step]
    outputs: dict[str, str]
    summary: str
    failed: bool

    @property
    def log(self) -> str:
        return "".join(step.log for step in self.steps)

    @property
    def commands(self) -> list[str]:
        """The annotations, as the runner would take them."""
        return [line for line in taken(self.log) if line.startswith(("::error", "::warning", "::notice"))]


def taken(log: str) -> list[str]:
    """The lines that the runner would take for commands (ActionCommandManager.cs)."""
    found, token = [], ""
    for line in log.split("\n"):
        if token:
            token = "" if line.strip() == f"::{token}::" else token
        elif line.lstrip().startswith("::stop-commands::"):
            token = line.strip().removeprefix("::stop-commands::")
        elif line.lstrip().startswith("::") or "##[" in line:
            found.append(line)
    assert not token, "commands were never started again"
    return found


def run_action(action: Path, given: Mapping[str, str], github: Environ, temp: Path, workspace: Path) -> Ran:
    """Run the steps of `action/action.yml`; `github` are the runner's own variables."""
    document = yaml.safe_load((action / "action.yml").read_text())
    known = document["inputs"]
    assert set(given) <= set(known)
    context: dict[str, Any] = {"github.token": "token-of-the-run"}
    defaults = {name: str(item.get("default", "")) for name, item in known.items()}
    for name, text in {**defaults, **given}.items():
        context[f"inputs.{name}"] = text if name in given else evaluate(text, context)
    summary = temp / "summary.md"
    summary.touch()
    steps: list[Step] = []
    for step in document["runs"]["steps"]:
        failed = any(done.code for done in steps)
        if not holds(step.get("if", "success()"), context, failed=failed):
            continue
        environ = {name: evaluate(text, context) for name, text in step.get("env", {}).items()}
        files = {"GITHUB_ACTION_PATH": str(action), "GITHUB_STEP_SUMMARY": str(summary)}
        done = _run(step, {**github, **files, **environ}, temp, workspace)
        for name, value in done.outputs.items():
            context[f"steps.{step['id']}.outputs.{name}"] = value
        steps.append(done)
    outputs = {name: evaluate(item["value"], context) for name, item in document["outputs"].items()}
    return Ran(steps, outputs, summary.read_text(), any(done.code for done in steps))


def _run(step: Mapping[str, Any], environ: Environ, temp: Path, workspace: Path) -> Step:
    assert step["shell"] == "bash"
    script, output = temp / "script.sh", temp / "output"
    script.write_text(step["run"])
    output.write_text("")
    done = subprocess.run(
        [*BASH, script],
        cwd=workspace,
        env={**environ, "GITHUB_OUTPUT": str(output)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    lines = [line.partition("=") for line in output.read_text().splitlines()]
    outputs = {name: value for name, _, value in lines}
    return Step(step["name"], done.returncode, done.stdout.decode("utf-8", "replace"), outputs)


def evaluate(text: str, context: Mapping[str, Any]) -> str:
    """The text with its expressions replaced; what a context does not have is empty, as on GitHub."""
    return _EXPRESSION.sub(lambda match: str(_value(match[1], context)), text)


def holds(condition: str, context: Mapping[str, Any], *, failed: bool) -> bool:
    """Whether a step runs: the terms of `if`, joined by `&&`."""
    match = _EXPRESSION.fullmatch(condition.strip())
    terms = (match[1] if match else condition).split("&&")
    # Without a status function GitHub puts success() before the rest.
    said = any(function in condition for function in ("always()", "cancelled()"))
    if condition == "success()" or not said:
        return not failed and (condition == "success()" or all(_term(term, context) for term in terms))
    return all(_term(term, context) for term in terms)


def _term(term: str, context: Mapping[str, Any]) -> bool:
    match = _TERM.fullmatch(term.strip())
    assert match, f"this runner does not know {term!r}"
    no, function, name, comparison, text = match.groups()
    if function:
        return (function == "always") != bool(no)
    value = _value(name, context)
    found = bool(value) if comparison is None else (value == text) == (comparison == "==")
    return found != bool(no)


def _value(name: str, context: Mapping[str, Any]) -> str:
    known: Callable[[str], bool] = re.compile(r"(inputs|steps|github)\.[\w.-]+").fullmatch  # type: ignore[assignment]
    assert known(name), f"this runner does not know {name!r}"
    return str(context.get(name, ""))


def runner_environ(**more: str) -> dict[str, str]:
    """What a runner's machine gives every process."""
    kept = ("PATH", "HOME", "LANG", "TMPDIR", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM")
    machine = {name: os.environ[name] for name in kept if name in os.environ}
    return {**machine, "CI": "true", "GITHUB_ACTIONS": "true", **more}
