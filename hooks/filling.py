"""Fill in a message's file: what both hooks that write do, with what only the edge knows."""

import os
import sys

from hooks.begun import Begun
from trailers.assistants.environment import Assistant
from trailers.authoring.form import Form, form_of, plain_form
from trailers.authoring.occasion import Call
from trailers.authoring.preparing import prepare
from trailers.authoring.suggestion import NOTHING, Suggestion
from trailers.authoring.work import Workplace
from trailers.message.file import replace_message_file
from trailers.message.handed import read_handed
from trailers.output.printable import printable
from trailers.policy.presence import may_have_policy
from trailers.process import Git
from trailers.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trailers.verify.setting import Setting


def fill_in(path: str, data: bytes, call: Call, assistant: Assistant | None, begun: Begun) -> bytes:
    """Write the file anew where there is something to write, and tell on standard error; its bytes then."""
    git, config, head = begun
    form = form_here()
    handed = read_handed(data, config(), os.environ)
    place = Workplace(git, _git_directory(path, git), head, form, _setting, assistant)

    def suggestion(since: int) -> Suggestion:
        return suggestion_since(since, assistant, form, git) if assistant else NOTHING

    text, told = prepare(handed, call, place, suggestion)
    filled = text.encode(handed.encoding or "utf-8") if text != handed.text else data
    if filled != data:
        replace_message_file(path, filled)
    for sentence in told:
        print(f"undersign: {printable(sentence)}", file=sys.stderr)
    return filled


def form_here() -> Form:
    """How the project in the current directory wants AI help written."""
    if not may_have_policy("."):
        return plain_form()
    from trailers.policy.work_tree import policy_at

    return form_of(policy_at("."))


def suggestion_since(since: int, assistant: Assistant, form: Form, git: Git) -> Suggestion:
    """What is known of the assistant's work here since a time, from the files of its home."""
    from trailers.authoring.session import look_up
    from trailers.authoring.surroundings import Surroundings

    around = Surroundings(os.environ, os.environ.get("HOME", ""), os.getcwd(), git)
    return look_up(assistant, around, since, form.context)


def _git_directory(path: str, git: Git) -> str:
    """Where git keeps what it is in the middle of: it puts the message's file there."""
    folder = os.path.dirname(path)
    if os.path.lexists(os.path.join(folder, "HEAD")):
        return folder
    answer = git.ask("rev-parse", "--absolute-git-dir")
    return os.fsdecode(answer).removesuffix("\n") if answer else folder


def _setting() -> "Setting":
    """How the message will be judged: by the work tree's policy and mailmap."""
    from trailers.disclosure.profiles import profile_named
    from trailers.policy.work_tree import policy_at
    from trailers.repository.mailmap import EMPTY, parse_mailmap
    from trailers.verify.setting import Setting

    policy = policy_at(".")
    try:
        with open(".mailmap", encoding="utf-8", errors="surrogateescape") as file:
            mailmap = parse_mailmap(file.read())
    except OSError:
        mailmap = EMPTY
    profile = profile_named(policy.disclosure.profile)
    return Setting(policy, profile, "commit", lambda _: (), mailmap)
