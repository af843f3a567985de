"""pre-push: judge the commits that a push brings, by the policy that the remote's side has.

Called by pre-commit and prek, which name the range in the environment, or by git itself, which gives the
remote's name as an argument and a line a ref on standard input (githooks(5)).
"""

import argparse
import os
import sys

from hooks.edge import guarded, print_report
from trailers.errors import UsageError
from trailers.process import Git
from trailers.repository.opening import Repository, open_repository
from trailers.repository.pushed import Push, pushed_range
from trailers.scrubbing import scrubbed
from trailers.typed import Mapping, Sequence

ZERO = "0" * 40


def pushes(environ: Mapping[str, str], remote: str, lines: Sequence[str]) -> list[Push]:
    """The refs of the push: from pre-commit's variables where they are set, else from git's lines."""
    if "PRE_COMMIT_REMOTE_NAME" in environ:
        # Without the two refs the whole of what is checked out is new to the remote.
        local = environ.get("PRE_COMMIT_TO_REF") or "HEAD"
        return [Push(local, environ.get("PRE_COMMIT_FROM_REF") or ZERO, environ["PRE_COMMIT_REMOTE_NAME"])]
    return [_push(line, remote) for line in lines if line]


def _push(line: str, remote: str) -> Push:
    """One line of git's: `<local ref> <local id> <remote ref> <remote id>`; no ref's name holds a space."""
    parts = line.split(" ")
    if len(parts) != 4:
        raise UsageError(f"git's line for the pre-push hook is not understood: {line!r}")
    return Push(parts[1], parts[3], remote)


def check(repository: Repository, push: Push) -> int:
    """Judge one ref of the push; the exit code for it."""
    from trailers.report import EXIT_CODES
    from trailers.verify.run import Options, verify_range

    range_ = pushed_range(repository, push)
    if range_ is None:
        return 0
    report = verify_range(repository, range_, "push", Options())
    if report.findings:
        print_report(report)
    return EXIT_CODES[report.verdict]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="ai-disclosure-range", description="Judge what a push brings.")
    parser.add_argument("remote", nargs="?", default="origin")
    parser.add_argument("url", nargs="?", default="")
    options = parser.parse_args(argv)
    lines = (
        []
        if "PRE_COMMIT_REMOTE_NAME" in os.environ
        else sys.stdin.buffer.read().decode("utf-8", "surrogateescape").split("\n")
    )

    def run() -> int:
        repository = open_repository(Git(".", scrubbed(os.environ)))
        found = pushes(os.environ, options.remote, lines)
        return max((check(repository, push) for push in found), default=0)

    return guarded(run)


if __name__ == "__main__":
    raise SystemExit(main())
