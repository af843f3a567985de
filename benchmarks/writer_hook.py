"""Claim: the writing hook takes at most 2.5 times a bare Python where no assistant commits, else 4 times.

Whole process; the session has 100 MB, of which 0.2 MB, 1 MB, or all were written since the parent commit: of
so much, 8 MiB are read. Beside it stands the peer whose hook reads the same message and writes nothing. Run
it with the Python of an environment that undersign is installed in.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import Namespace

from commands import parser_for
from peers import INSTALL, add_peer_options
from timing import Contender, claim, ratio, table, where_we_are

SESSION = "3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11"
START = 1_700_000_000
LINES = 44_800  # of 2,230 bytes, one a second
SINCE = {"0.2 MB": 100, "1 MB": 470, "100 MB": LINES + 1}
# What git sets for its hooks.
GIT = {
    "GIT_AUTHOR_NAME": "Grace Hopper",
    "GIT_AUTHOR_EMAIL": "grace@example.com",
    "GIT_EDITOR": ":",
    "GIT_INDEX_FILE": ".git/index",
}
TEXT = "fix: mend the parser\n\nIt read one line too many when a header was folded.\n"
DISCLOSED = f"{TEXT}\nAssisted-by: Claude-Code:claude-opus-5\n"


def main() -> int:
    parser = parser_for(__doc__, runs=40)
    add_peer_options(parser, "commit-check")
    options = parser.parse_args()
    where_we_are()
    with tempfile.TemporaryDirectory() as folder:
        work = _repository(os.path.join(folder, "work"))
        home = os.path.join(folder, "home")
        _session(home, work)
        git = {**GIT, "HOME": home}
        agent = {**git, "CLAUDECODE": "1", "CLAUDE_CODE_SESSION_ID": SESSION}
        bare = Contender("python -I -c pass", [sys.executable, "-I", "-c", "pass"], work, environ=git)
        person = _hook("no assistant", work, git)
        unknown = _hook("an assistant, no session", work, {**agent, "HOME": folder})
        timed = table("ai-disclosure-write", [bare, person, unknown], options.runs)
        claim(
            f"{person.name}, as a multiple of a bare Python", ratio(timed[person.name], timed[bare.name]), 2.5
        )
        peers = _peers(options, work, git)
        for size, seconds in SINCE.items():
            _date_back(work, START + LINES - seconds)
            claude = _hook(f"an assistant, {size} since HEAD", work, agent)
            title = f"ai-disclosure-write, a session of 100 MB, {size} of it new"
            timed = table(title, [bare, claude, *peers], options.runs)
            for other, limit in ((bare, 4.0), *((peer, 0.67) for peer in peers)):
                times = ratio(timed[claude.name], timed[other.name])
                claim(f"{claude.name}, as a multiple of {other.name}", times, limit)
    return 0


def _peers(options: Namespace, work: str, git: dict[str, str]) -> list[Contender]:
    """commit-check's hook for a message that somebody has disclosed by hand: it can write nothing."""
    program = shutil.which(options.commit_check)
    if program is None:
        print(f"commit-check is not installed here and is left out: {INSTALL['commit-check']}")
        return []
    _write(os.path.join(work, ".git", "PEER_MSG"), DISCLOSED)
    command = [program, "--message", "--ai-attribution", "disclose", os.path.join(".git", "PEER_MSG")]
    return [Contender("commit-check --message", command, work, "(writes nothing)", environ=git)]


def _hook(name: str, work: str, environ: dict[str, str]) -> Contender:
    """The hook as git calls it, on a message that is new in each run."""

    def before() -> None:
        _write(os.path.join(work, ".git", "COMMIT_EDITMSG"), TEXT)

    command = [sys.executable, "-I", "-m", "hooks.prepare_message", ".git/COMMIT_EDITMSG", "message"]
    return Contender(name, command, work, environ=environ, before=before)


def _repository(work: str) -> str:
    subprocess.run(["git", "init", "--quiet", work], check=True)
    for key, value in (("user.name", "Grace Hopper"), ("user.email", "grace@example.com")):
        subprocess.run(["git", "-C", work, "config", key, value], check=True)
    _commit(work, START)
    return work


def _commit(work: str, when: int, *options: str) -> None:
    dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"@{when} +0000")
    command = ["git", "-C", work, "commit", "--quiet", "--allow-empty", "-m", "Begin", *options]
    subprocess.run(command, check=True, env={**os.environ, **dates})


def _date_back(work: str, when: int) -> None:
    """Let HEAD be of that time."""
    _commit(work, when, "--amend")


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


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
