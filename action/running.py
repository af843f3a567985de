"""Run one check: the command in a process of its own, its reports in a folder."""

import json
import os
import subprocess
import sys
from typing import Any, Literal, NamedTuple

from action.asked import Words

Verdict = Literal["clean", "findings", "unchecked"]
VERDICTS: tuple[Verdict, ...] = ("clean", "findings", "unchecked")  # by exit code

FORMATS = {
    "json": "json",
    "sarif": "sarif",
    "github": "github",
    "markdown": "md",
}


class Outcome(NamedTuple):
    """How a check ended: an exit code of undersign's, what it printed, and where its reports are.

    `complaint` is why there is no report, else empty; `report` is the JSON one, else empty.
    """

    check: str
    code: int
    printed: bytes
    complaint: str
    folder: str
    report: dict[str, Any]

    def path(self, format_: str) -> str:
        """The report in a format; the file is not there where the check could not be run."""
        return os.path.join(self.folder, f"{self.check}.{FORMATS[format_]}")

    def read(self, format_: str) -> str:
        """The text of that report; empty where there is none."""
        try:
            with open(self.path(format_), encoding="utf-8", errors="backslashreplace", newline="") as file:
                return file.read()
        except FileNotFoundError:
            return ""


def run(check: str, words: Words, directory: str, folder: str, *, summary: str = "") -> Outcome:
    """Run a check; `summary` is the job's summary, which it appends to.

    An exit code that is not undersign's, or one without a report, is "could not check".
    """
    outputs = [f"--output={format_}:{os.path.join(folder, check)}.{end}" for format_, end in FORMATS.items()]
    outputs += [f"--output=github-summary:{summary}"] if summary else []
    first, rest = _split(words)
    done = subprocess.run(
        [sys.executable, "-I", "-m", "trailers", *first, *outputs, *rest],
        cwd=directory,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    outcome = Outcome(check, done.returncode, done.stdout + done.stderr, "", folder, {})
    text = outcome.read("json")
    if text and done.returncode in range(len(VERDICTS)):
        return outcome._replace(report=json.loads(text))
    told = done.stderr.decode("utf-8", "backslashreplace").strip()
    return outcome._replace(code=2, complaint=told or f"undersign {check} ended with {done.returncode}")


def not_run(check: str, complaint: str, folder: str) -> Outcome:
    """The outcome of a check that could not begin."""
    return Outcome(check, 2, complaint.encode("utf-8", "backslashreplace"), complaint, folder, {})


def _split(words: Words) -> tuple[Words, Words]:
    """Options stand before `--`."""
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at:]
