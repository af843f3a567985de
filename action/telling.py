"""Tell the outcomes: log, annotations, job summary, SARIF, comment, outputs."""

import hashlib
import html
import json
import os
from collections.abc import Sequence
from itertools import chain, zip_longest

from action.inputs import Inputs
from action.running import VERDICTS, Outcome
from action.workflow_commands import ANNOTATIONS, annotate, quote, say, stopped
from trailers.output.markdown import MARKER

MOST = 10  # annotations of a kind that GitHub keeps of a step
SUMMARY = 1024 * 1024  # bytes; the runner takes nothing of a longer summary


def print_log(outcome: Outcome) -> None:
    """What the check printed, for people who read the log."""
    with stopped():
        quote(outcome.printed)


def print_annotations(outcomes: Sequence[Outcome]) -> None:
    """As many as GitHub keeps: what could not be checked first, then the findings of the checks in turn."""
    left = dict.fromkeys(ANNOTATIONS, MOST)
    for complaint in dict.fromkeys(outcome.complaint for outcome in outcomes if outcome.complaint):
        left["::error"] -= 1
        annotate("error", complaint)
    shown = 0
    in_turn = zip_longest(*(outcome.read("github").split("\n") for outcome in outcomes), fillvalue="")
    for line in chain.from_iterable(in_turn):
        command = line.partition(" ")[0]
        if left.get(command, 0) > 0:
            left[command] -= 1
            shown += 1
            say(line)
    found = sum(len(outcome.report.get("findings", ())) for outcome in outcomes)
    if found > shown:
        say(f"undersign: {found - shown} more are not annotated: GitHub keeps {MOST} of a kind for a step")


def write_summary(outcomes: Sequence[Outcome], path: str) -> None:
    """Append what could not be checked to the job's summary, where the others have written by themselves."""
    with open(path, "ab") as file:
        for text in filter(None, map(_not_checked, outcomes)):
            if file.tell() + len(text.encode()) < SUMMARY:
                file.write(text.encode())


def join_sarif(outcomes: Sequence[Outcome], path: str) -> bool:
    """Put the runs of all checks into one file; whether there is any. Each run names its category."""
    logs = [json.loads(text) for text in (outcome.read("sarif") for outcome in outcomes) if text]
    if not logs:
        return False
    runs = [run for log in logs for run in log["runs"]]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(logs[0] | {"runs": runs}, file, ensure_ascii=True, separators=(",", ":"))
        file.write("\n")
    return True


def marker(inputs: Inputs) -> str:
    """What makes a comment this use of the action's: it differs where other checks or folders are named."""
    named = "\0".join([*sorted(inputs.checks), os.path.normpath(inputs.directory)])
    return f"<!-- undersign {hashlib.sha256(named.encode()).hexdigest()[:16]} -->"


def _markdown(outcomes: Sequence[Outcome]) -> str:
    texts = (outcome.read("markdown").removeprefix(MARKER) or _not_checked(outcome) for outcome in outcomes)
    return "\n".join(texts)


def write_outputs(outcomes: Sequence[Outcome], inputs: Inputs, folder: str, path: str) -> int:
    """Write the step's outputs and the files that they name; the worst exit code."""
    code = max((outcome.code for outcome in outcomes), default=0)
    sarif = os.path.join(folder, "undersign.sarif")
    comment = os.path.join(folder, "comment.md")
    values = {
        "verdict": VERDICTS[code],
        "exit-code": str(code),
        "checked": _checked(outcomes),
        "findings": str(sum(_findings(outcome) for outcome in outcomes)),
        "sarif-file": sarif if inputs.sarif and join_sarif(outcomes, sarif) else "",
        "reports": folder,
        "comment": comment if inputs.comment else "",
    }
    if inputs.comment:
        with open(comment, "w", encoding="utf-8", newline="") as file:
            file.write(f"{marker(inputs)}\n{_markdown(outcomes)}")
    put(values, path)
    return code


def put(values: dict[str, str], path: str) -> None:
    """Write outputs of the step; none of them can hold a line end."""
    with open(path, "a", encoding="utf-8", newline="\n") as file:
        for name, value in values.items():
            assert "\n" not in value, name
            file.write(f"{name}={value}\n")


def _checked(outcomes: Sequence[Outcome]) -> str:
    counts = (outcome.report.get("checked", {}) for outcome in outcomes if outcome.check == "verify")
    return next((str(count["commits"]) for count in counts if "commits" in count), "")


def _findings(outcome: Outcome) -> int:
    return sum(found["severity"] != "note" for found in outcome.report.get("findings", ()))


def _not_checked(outcome: Outcome) -> str:
    if not outcome.complaint:
        return ""
    told = html.escape(outcome.complaint[:3000]).replace("@", "&#64;").replace("\n", "<br>")
    return f"\n### undersign {outcome.check}: could not check\n\n<pre>{told}</pre>\n"
