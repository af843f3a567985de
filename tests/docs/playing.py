"""A page's steps, played in one shell: what each of them printed, and how it ended."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.docs.matching import matches
from tests.docs.steps import Step

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 120  # seconds that a page may take
_BASH = shutil.which("bash") or "bash"

_AT_TERMINAL = """
import pathlib, sys
sys.path.insert(0, sys.argv[1])
from tests.terminals import at_terminal
answers = "".join(f"{answer}\\n" for answer in sys.argv[2].split(","))
code, shown = at_terminal([sys.argv[3], "-eu", sys.argv[4]], answers, pathlib.Path.cwd())
sys.stdout.write(shown)
raise SystemExit(code)
"""


class Played(NamedTuple):
    """How a step went. The code is None where it was not reached or did not return."""

    step: Step
    code: int | None
    printed: str

    @property
    def mistake(self) -> str:
        """What is not as the page says; empty where all is."""
        if self.code != self.step.code:
            return f"exit code {self.code} in the place of {self.step.code}"
        if self.step.printed is not None and not matches(self.step.printed, self.printed):
            return f"it prints something else than:\n{self.step.printed}"
        return ""


def play(steps: list[Step], folder: Path, directory: Path, environ: dict[str, str]) -> list[Played]:
    """Play the steps one after the other, from this directory, up to the first that ends otherwise.

    `folder` is an empty one, for the script and what is printed.
    """
    script = ["set -eu"]
    for number, step in enumerate(steps):
        (folder / f"{number}.step").write_text(step.text, encoding="utf-8")
        script += _lines(step, folder / str(number))
    (folder / "script").write_text("\n".join(script) + "\n", encoding="utf-8")
    process = subprocess.Popen(
        [_BASH, folder / "script"],
        cwd=directory,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        ended = process.wait(LONGEST)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, 9)
            process.wait()
    return [*_played(steps, folder, ended)]


def _lines(step: Step, place: Path) -> list[str]:
    """The lines of the script for one step. Its state stays in the shell, but for one that ends otherwise."""
    quoted = shlex.quote(f"{place}.step")
    begin = [f": > {shlex.quote(f'{place}.begun')}", f"exec > {shlex.quote(f'{place}.out')} 2>&1"]
    if step.kind == "file":
        path = shlex.quote(step.detail)
        mode = "755" if step.text.startswith("#!") else "644"
        run = f"install -D -m {mode} -- {quoted} {path}"
    elif step.kind == "terminal":
        words = [sys.executable, "-c", _AT_TERMINAL, str(ROOT), step.detail, _BASH, f"{place}.step"]
        run = " ".join(map(shlex.quote, words))
    else:
        run = f". {quoted}"
    if step.code:
        run = f"set +e; (set -eu; {run}); code=$?; set -e; [ $code -eq {step.code} ] || exit $code"
    return [*begin, run, f"echo {step.code} > {shlex.quote(f'{place}.code')}"]


def _played(steps: list[Step], folder: Path, ended: int) -> list[Played]:
    found = []
    for number, step in enumerate(steps):
        code: int | None = None
        if (folder / f"{number}.code").exists():
            code = step.code
        elif (folder / f"{number}.begun").exists():
            code = None if ended == step.code else ended
        out = folder / f"{number}.out"
        printed = out.read_text("utf-8", "replace") if out.exists() else ""
        found.append(Played(step, code, printed))
        if code is None or code != step.code:
            break
    return found
