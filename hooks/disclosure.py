"""commit-msg: judge the message about to be committed; --write fills it in before, --fix mends it.

git, pre-commit and prek call it with the message's file, at the top of the work tree. The file stays as it
was unless one of the two writes it anew. The policy is the work tree's: a hook is a convenience, CI decides.
"""

import gc
import os
import sys

from hooks.edge import guarded, has_terminal, leave
from trailers.assistants.environment import at_keyboard
from trailers.message.file import read_message_file
from trailers.policy.policy import Policy
from trailers.policy.work_tree import policy_at
from trailers.process import Git
from trailers.repository.message_config import config_for_messages
from trailers.scrubbing import scrubbed
from trailers.typed import TYPE_CHECKING, Mapping, Sequence

if TYPE_CHECKING:
    from trailers.assistants.environment import Assistant
    from trailers.authoring.occasion import Call


def main(argv: Sequence[str] | None = None) -> int:
    path, fix, write = arguments(sys.argv[1:] if argv is None else argv)
    return guarded(lambda: run(path, fix=fix, write=write))


def arguments(argv: Sequence[str]) -> tuple[str, bool, bool]:
    """The message's file, whether to mend it, and whether to fill it in."""
    plain = [word for word in argv if word not in ("--fix", "--write")]
    if len(plain) == 1 and not plain[0].startswith("-"):
        return plain[0], "--fix" in argv, "--write" in argv
    import argparse  # 11 ms, which only help and mistakes pay

    parser = argparse.ArgumentParser(prog="ai-disclosure", description="Judge a commit message.")
    parser.add_argument("message", help="the file that git hands to a commit-msg hook")
    parser.add_argument("--fix", action="store_true", help="mend the message where that needs no guess")
    parser.add_argument("--write", action="store_true", help="fill in what is known of the assistant")
    options = parser.parse_args(argv)
    return options.message, options.fix, options.write


def run(path: str, *, fix: bool, write: bool = False) -> int:
    """Judge the message in a file: 0 clean, 1 findings."""
    git = Git(".", scrubbed(os.environ))
    data = read_message_file(path)
    config = config_for_messages(git)
    policy = policy_at(".")
    assistant = at_keyboard(os.environ, has_terminal=has_terminal())
    passes = assistant is None and passes_unread(data, config, policy, os.environ)
    if write and (not passes or has_parts(path)):
        data, passes = filled(path, data, assistant), False
    if passes:
        return 0
    from hooks.judging import Handing, judge_file  # 15 ms that most people's messages need not wait for

    return judge_file(Handing(path, data, config, assistant), policy, git, fix=fix)


def has_parts(path: str) -> bool:
    """Whether the message may have to say what another commit has said, of which it says nothing."""
    from trailers.authoring.amending import may_have_parts

    return may_have_parts(_call(), os.path.dirname(path))


def filled(path: str, data: bytes, assistant: "Assistant | None") -> bytes:
    """The message filled in, in the file too. That it could not be is no reason to stop the commit."""
    written = [data]

    def fill() -> int:
        from hooks.begun import begin
        from hooks.filling import fill_in

        written.append(fill_in(path, data, _call(), assistant, begin()))
        return 0

    guarded(fill)
    return written[-1]


def _call() -> "Call":
    import time

    from trailers.authoring.occasion import Call

    return Call("commit-msg", "", "", os.environ, int(time.time()))


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
