"""The step that checks: reads the inputs, runs the checks, tells the outcome.

Only git's objects are read, never a file that the change brings, so nothing of a pull request is executed
here, under `pull_request_target` neither.
"""

import os
import sys
import tempfile
import traceback

from action.asked import Event, command_of, event_here, find_range
from action.inputs import InputError, Inputs, read_inputs
from action.running import Outcome, not_run, run
from action.telling import print_annotations, print_log, put, write_outputs, write_summary
from action.workflow_commands import annotate, say, stopped
from trailers.cli.console import git_in
from trailers.errors import UndersignError
from trailers.output.complaint import complaint

_TARGET = "pull_request_target"


def main() -> int:
    """Check. 0: clean, or findings that are not to fail the step; 1: findings; 2: could not check."""
    path = os.environ["GITHUB_OUTPUT"]
    try:
        return _check(read_inputs(os.environ), path)
    except InputError as error:
        annotate("error", str(error))
    except Exception:  # noqa: BLE001  # the edge: a crash must not look like a verdict
        with stopped():
            traceback.print_exc(file=sys.stdout)
        annotate("error", "this is a defect of undersign's action; nothing was reported as clean")
    put({"verdict": "unchecked", "exit-code": "2"}, path)
    return 2


def _check(inputs: Inputs, path: str) -> int:
    folder = tempfile.mkdtemp(prefix="undersign-", dir=os.environ.get("RUNNER_TEMP"))
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "") if inputs.summary else ""
    outcomes = _outcomes(inputs, folder, summary)
    for outcome in outcomes:
        say(f"undersign {outcome.check}:")
        print_log(outcome)
    if inputs.annotations:
        print_annotations(outcomes)
    if summary:
        write_summary(outcomes, summary)
    code = write_outputs(outcomes, inputs, folder, path)
    return 0 if code == 1 and not inputs.fail else code


def _outcomes(inputs: Inputs, folder: str, summary: str) -> list[Outcome]:
    try:
        event = event_here()
        _warn(event, inputs)
        answer = find_range(inputs)
    except UndersignError as error:
        return [not_run(check, complaint(error), folder) for check in inputs.checks]
    body = _body_file(event, folder)
    commands = {check: command_of(check, inputs, answer, body) for check in inputs.checks}
    return [
        run(check, words, inputs.directory, folder, summary=summary)
        for check, words in commands.items()
        if words
    ]


def _warn(event: Event, inputs: Inputs) -> None:
    """Whoever runs with a token that writes should not have a stranger's files around."""
    if event.name != _TARGET:
        return
    here = git_in(inputs.directory).ask("rev-parse", "--verify", "--quiet", "HEAD")
    if here is not None and here.strip() == event.head.encode():
        annotate(
            "warning",
            "this workflow runs on pull_request_target and has checked out the pull request's own files. "
            "undersign runs none of them, but any other step may: check out the base, and fetch the head "
            "without checking it out",
        )


def _body_file(event: Event, folder: str) -> str:
    """The pull request's text in a file, for the profile that looks there; empty where there is none."""
    if not event.number:
        return ""
    path = os.path.join(folder, "pull-request.txt")
    with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(event.body)
    return path


if __name__ == "__main__":
    sys.exit(main())
