"""prepare-commit-msg: fill in what is known of AI help, and never stop a commit.

git, pre-commit and prek call it with the message's file, at the top of the work tree. Whatever goes wrong,
the exit code is 0, a warning stands on standard error, and the file is as it was, byte for byte.
"""

import gc
import os
import sys
import time

from hooks.edge import guarded, has_terminal, leave
from trailers.assistants.environment import at_keyboard
from trailers.authoring.amending import may_have_parts
from trailers.authoring.occasion import Call
from trailers.message.file import read_message_file
from trailers.policy.presence import may_have_policy
from trailers.typed import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else argv
    try:
        if words[:1] in (["-h"], ["--help"]) or not words:
            print("usage: python -I -m hooks.prepare_message MESSAGE-FILE [SOURCE [COMMIT]]   (githooks(5))")
        else:
            guarded(lambda: run(words[0], call_of(words[1:], int(time.time()))))
    except OSError:
        return 0  # nobody reads what is printed
    return 0


def call_of(words: Sequence[str], now: int) -> Call:
    """How git calls: its own arguments, or what pre-commit and prek make of them in the environment."""
    source = words[0] if words else os.environ.get("PRE_COMMIT_COMMIT_MSG_SOURCE", "")
    commit = words[1] if len(words) > 1 else os.environ.get("PRE_COMMIT_COMMIT_OBJECT_NAME", "")
    return Call("prepare-commit-msg", source, commit, os.environ, now)


def run(path: str, call: Call) -> int:
    """Fill the message in a file in."""
    assistant = at_keyboard(os.environ, has_terminal=has_terminal())
    data = read_message_file(path)
    if assistant is None and stays(path, data, call):
        return 0
    from hooks.begun import begin

    begun = begin()
    from hooks.filling import fill_in  # what most people's messages need not wait for

    fill_in(path, data, call, assistant, begun)
    return 0


def stays(path: str, data: bytes, call: Call) -> bool:
    """Whether a person's message stays as it is: nothing of AI help is in it, nor comes from other commits.

    In the folder of the message's file git keeps what it is in the middle of.
    """
    if may_have_parts(call, os.path.dirname(path)):
        return False
    from trailers.verify.prefilter import nothing_is_said, unusual

    also: tuple[str, ...] = ()
    if may_have_policy("."):
        from trailers.policy.work_tree import policy_at

        also = unusual(policy_at(".").disclosure.keys)
    return nothing_is_said(b"", b"", data, len(data), also)


if __name__ == "__main__":
    gc.disable()  # one run makes few cycles
    code = main()
    try:
        leave(code)
    except OSError:
        os._exit(code)  # what was said could not be printed
