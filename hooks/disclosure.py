"""commit-msg: judge the message about to be committed, and with --fix write what can be written.

git, pre-commit and prek call it with the message's file, at the top of the work tree. The file stays as
it was unless --fix mends it. The policy is the work tree's: a hook is a convenience, CI decides.
"""

import gc
import os
import sys
from collections.abc import Mapping, Sequence

from hooks.edge import guarded, has_terminal, leave
from trailers.assistants.environment import at_keyboard
from trailers.message.file import read_message_file
from trailers.policy.policy import Policy
from trailers.policy.work_tree import policy_at
from trailers.process import Git, scrubbed
from trailers.repository.message_config import config_for_messages


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
    data = read_message_file(path)
    config = config_for_messages(git)
    policy = policy_at(".")
    assistant = at_keyboard(os.environ, has_terminal=has_terminal())
    if assistant is None and passes_unread(data, config, policy, os.environ):
        return 0
    from hooks.judging import Handing, judge_file  # 15 ms that most people's messages need not wait for

    return judge_file(Handing(path, data, config, assistant), policy, git, fix=fix)


def passes_unread(data: bytes, config: Mapping[str, str], policy: Policy, environ: Mapping[str, str]) -> bool:
    """Whether no rule can find anything in a person's message: no word in it has to do with AI help.

    What git will leave out of the file may make it read, and cannot keep it from being read.
    """
    disclosure = policy.disclosure
    disclosed = any(f"\n{key}: ".encode() in data for key in disclosure.keys.model)
    plain = disclosure.mode != "explicit" and disclosure.profile == "default"
    if disclosed or not plain or config.get("i18n.commitencoding", "utf-8").lower() not in ("utf-8", "utf8"):
        return False
    from trailers.verify.prefilter import nothing_is_said, unusual

    # git names the author to its hooks.
    author = _person(environ, "AUTHOR")
    committer = _person(environ, "COMMITTER") or author
    limit = policy.limits.message_bytes
    return author != b"" and nothing_is_said(author, committer, data, limit, unusual(disclosure.keys))


def _person(environ: Mapping[str, str], role: str) -> bytes:
    name, email = environ.get(f"GIT_{role}_NAME"), environ.get(f"GIT_{role}_EMAIL")
    return b"" if name is None or email is None else os.fsencode(f"{name} <{email}>")


if __name__ == "__main__":
    gc.disable()  # one run makes few cycles
    leave(main())
