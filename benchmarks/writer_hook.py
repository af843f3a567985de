"""Claim: the writing hook takes at most 2.5 times a bare Python where no assistant commits, else 4 times.

Whole process; the session has 100 MB, of which 0.2 MB were written since the parent commit. Beside it
stands what it costs where all of it was, of which 8 MiB are read. Run it with the Python of an environment
that undersign is installed in.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from commands import parser_for
from timing import Contender, claim, ratio, table, where_we_are

SESSION = "3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11"
START = 1_700_000_000
LINES, SINCE = 44_800, 100  # lines of 2,230 bytes
# What git sets for its hooks.
GIT = {
    "GIT_AUTHOR_NAME": "Grace Hopper",
    "GIT_AUTHOR_EMAIL": "grace@example.com",
    "GIT_EDITOR": ":",
    "GIT_INDEX_FILE": ".git/index",
}
TEXT = "fix: mend the parser\n\nIt read one line too many when a header was folded.\n"


def main() -> int:
    options = parser_for(__doc__, runs=40).parse_args()
    where_we_are()
    with tempfile.TemporaryDirectory() as folder:
        work = _repository(os.path.join(folder, "work"), START + LINES - SINCE)
        home = os.path.join(folder, "home")
        _session(home, work)
        git = {**GIT, "HOME": home}
        agent = {**git, "CLAUDECODE": "1", "CLAUDE_CODE_SESSION_ID": SESSION}
        bare = Contender("python -I -c pass", [sys.executable, "-I", "-c", "pass"], work, environ=git)
        person = _hook("no assistant", work, git)
        claude = _hook("an assistant, 0.2 MB since HEAD", work, agent)
        unknown = _hook("an assistant, no session", work, {**agent, "HOME": folder})
        timed = table("ai-disclosure-write", [bare, person, claude, unknown], options.runs)
        for contender, limit in ((person, 2.5), (claude, 4)):
            times = ratio(timed[contender.name], timed[bare.name])
            claim(f"{contender.name}, as a multiple of a bare Python", times, limit)
        _date_back(work)
        whole = _hook("an assistant, 100 MB since HEAD", work, agent)
        table("ai-disclosure-write, a first commit after long work", [bare, whole], options.runs)
    return 0


def _hook(name: str, work: str, environ: dict[str, str]) -> Contender:
    """The hook as git calls it, on a message that is new in each run."""

    def before() -> None:
        with open(os.path.join(work, ".git", "COMMIT_EDITMSG"), "w", encoding="utf-8") as file:
            file.write(TEXT)

    command = [sys.executable, "-I", "-m", "hooks.prepare_message", ".git/COMMIT_EDITMSG", "message"]
    return Contender(name, command, work, environ=environ, before=before)


def _repository(work: str, when: int) -> str:
    subprocess.run(["git", "init", "--quiet", work], check=True)
    for key, value in (("user.name", "Grace Hopper"), ("user.email", "grace@example.com")):
        subprocess.run(["git", "-C", work, "config", key, value], check=True)
    _commit(work, when)
    return work


def _commit(work: str, when: int, *options: str) -> None:
    dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"@{when} +0000")
    command = ["git", "-C", work, "commit", "--quiet", "--allow-empty", "-m", "Begin", *options]
    subprocess.run(command, check=True, env={**os.environ, **dates})


def _date_back(work: str) -> None:
    """Let HEAD be older than the whole session."""
    _commit(work, START - 1, "--amend")


def _session(home: str, work: str) -> None:
    """A transcript as Claude Code keeps it, a line a second."""
    name = "".join(letter if letter.isalnum() else "-" for letter in os.path.realpath(work))
    folder = os.path.join(home, ".claude", "projects", name)
    os.makedirs(folder)
    with open(os.path.join(folder, f"{SESSION}.jsonl"), "w", encoding="utf-8") as file:
        file.writelines(_line(number, work) for number in range(LINES))


def _line(number: int, work: str) -> str:
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(START + number))
    body = {"role": "assistant", "model": "claude-opus-5", "content": [{"type": "text", "text": "x" * 2000}]}
    record = {"cwd": work, "sessionId": SESSION, "type": "assistant", "message": body, "timestamp": stamp}
    return json.dumps(record, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    sys.exit(main())
