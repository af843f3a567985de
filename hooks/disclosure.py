"""commit-msg: judge the message about to be committed, and with --fix write what can be written.

git, pre-commit and prek call it with the message's file, at the top of the work tree. The file stays as
it was unless --fix mends it. The policy is the work tree's: a hook is a convenience, CI decides.
"""

import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hooks.edge import guarded, has_terminal, leave
from trailers.assistants.environment import at_keyboard
from trailers.message.file import read_message_file, replace_message_file
from trailers.policy.work_tree import policy_at
from trailers.process import Git, scrubbed
from trailers.verify.handed import judge_handed, making_of, read_handed

if TYPE_CHECKING:
    from trailers.finding import Finding
    from trailers.repository.mailmap import Mailmap


def main(argv: Sequence[str] | None = None) -> int:
    path, fix = arguments(sys.argv[1:] if argv is None else argv)
    return guarded(lambda: run(path, fix=fix))


def arguments(argv: Sequence[str]) -> tuple[str, bool]:
    """The message's file, and whether to mend it."""
    plain = [word for word in argv if word != "--fix"]
    if len(plain) == 1 and not plain[0].startswith("-"):
        return plain[0], len(argv) > 1
    import argparse  # 11 ms, which only help and mistakes pay

    parser = argparse.ArgumentParser(prog="ai-disclosure", description="Judge a commit message.")
    parser.add_argument("message", help="the file that git hands to a commit-msg hook")
    parser.add_argument("--fix", action="store_true", help="mend the message where that needs no guess")
    options = parser.parse_args(argv)
    return options.message, options.fix


def run(path: str, *, fix: bool) -> int:
    """Judge the message in a file: 0 clean, 1 findings."""
    git = Git(".", scrubbed(os.environ))
    handed = read_handed(read_message_file(path), git, os.environ)
    if not handed.stored:
        return 0  # git itself refuses an empty message
    policy = policy_at(".")
    assistant = at_keyboard(os.environ, has_terminal=has_terminal())
    if fix:
        from trailers.output.printable import printable
        from trailers.verify.mending import mend_handed

        handed, done = mend_handed(handed, policy, by_assistant=assistant is not None)
        if done:
            replace_message_file(path, handed.data)
            print(*map(printable, done), sep="\n")
    making = making_of(git, os.environ, int(time.time()), assistant, policy)
    if policy.approver.rule == "other":
        making = making._replace(mailmap=_mailmap())
    findings = judge_handed(handed, policy, making, lambda _: _staged_paths(git))
    return told(findings, path) if findings else 0


def told(findings: "Sequence[Finding]", path: str) -> int:
    """Print the findings; 1 where one is an error."""
    from trailers.output.printable import printable

    for finding in findings:
        print(f"{finding.severity} {finding.rule}: {printable(finding.message)}")
        print(f"  fix: {printable(finding.remedy)}")
    if all(finding.severity != "error" for finding in findings):
        return 0
    page = f"undersign rule {findings[0].rule}"
    print(f"the message is kept: git commit -e -F {path}   # a rule's page: {page}")
    return 1


def _mailmap() -> "Mailmap":
    from trailers.repository.mailmap import EMPTY, parse_mailmap

    try:
        with open(".mailmap", encoding="utf-8", errors="surrogateescape") as file:
            return parse_mailmap(file.read())
    except OSError:
        return EMPTY


def _staged_paths(git: Git) -> tuple[str, ...]:
    from trailers.repository.changes import staged_paths  # only where a model is allowed for some paths

    return staged_paths(git)


if __name__ == "__main__":
    leave(main())
