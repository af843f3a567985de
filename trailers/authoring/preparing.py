"""What a hook does to the message that it is handed, on each occasion.

Replays stay as they are. An amend keeps what the commit said of AI help, without the approvals of another
tree; a squash has the union of its parts; an assistant's commit gets what is known of the assistant. No
approval is ever written that no source has: a person's line is only offered, commented out.
"""

import os

from trailers.assistants.environment import Assistant
from trailers.authoring.amending import amends
from trailers.authoring.attributing import Known, attributed
from trailers.authoring.occasion import OF_SOURCES, REPLAYS, Call, Kind, occasion_of, under_way
from trailers.authoring.suggestion import NOTHING, Suggestion
from trailers.authoring.work import Work, Workplace
from trailers.message.encoding import decode
from trailers.message.handed import Handed
from trailers.message.lines import BLANK
from trailers.message.view import view_of
from trailers.repository.commit import parse_ident
from trailers.typed import Callable, NamedTuple

# Asked for what is known of the assistant since this time (seconds since 1970), only where it is needed.
Suggest = Callable[[int], Suggestion]


class Prepared(NamedTuple):
    """The message as it is to be, and what is told about it, a sentence each."""

    text: str
    told: tuple[str, ...] = ()


def prepare(handed: Handed, call: Call, place: Workplace, suggest: Suggest) -> Prepared:
    """The message filled in. Where it cannot be read, it stays as it is."""
    if handed.problem is not None:
        return Prepared(handed.text, (f"the message is left as it is: {handed.problem}",))
    states = under_way(place.git_directory)
    kind = occasion_of(call, states)
    if kind == "new" and "MERGE_MSG" in states and _is_gits(handed, place.git_directory):
        kind = "revert"
    if kind in REPLAYS:
        return Prepared(handed.text, _told_of_replay(kind, call, place.assistant))
    if not handed.stored.strip(BLANK):
        return Prepared(handed.text, _told_of_emptiness(call, place.assistant))
    work = Work(handed, call, place, place.head())
    if kind == "new" and _is_for_head(work):
        kind = "amend"
    return _filled(kind, work, suggest)


def _is_gits(handed: Handed, git_directory: str) -> bool:
    """Whether the message is the one that git has prepared for a change that it applied."""
    try:
        with open(os.path.join(git_directory, "MERGE_MSG"), "rb") as file:
            return file.read().strip() == handed.data.strip()
    except OSError:
        return False


def _is_for_head(work: Work) -> bool:
    """Whether HEAD is amended. With `--reset-author` the dates do not tell; the message may."""
    handed, call, place, head = work
    if head is None:
        return False

    def same_tree() -> bool:
        from trailers.authoring.parts import has_tree_of

        return has_tree_of(place.git, "HEAD")

    if amends(call, head, same_tree):
        return True
    text = decode(head.message, head.encoding).text
    same = call.hook == "commit-msg" and text.strip(BLANK) == handed.stored.strip(BLANK)
    return same and same_tree()


def _filled(kind: Kind, work: Work, suggest: Suggest) -> Prepared:
    handed, call, place, head = work
    text, told, before = handed.text, tuple[str, ...](), frozenset[str]()
    if kind in OF_SOURCES:
        from trailers.authoring.sources import from_sources

        sourced = from_sources(kind, work)
        if sourced is None:
            return Prepared(text)
        text, told, before = sourced
    if _denies(text, handed, place):
        return Prepared(text, told + _told_of_denial(place))
    suggestion = NOTHING
    if place.assistant is not None and kind != "autosquash":
        suggestion = suggest(parse_ident(head.committer)[1] if head else 0)
    text = attributed(text, handed.cleanup, place.form, Known(suggestion, before))
    if call.hook == "prepare-commit-msg" and call.has_editor and place.assistant is None:
        from trailers.authoring.offering import with_offer

        text = with_offer(text, handed.cleanup, place.setting(), (place.git, call.environ))
    return Prepared(text, (*told, *suggestion.warnings))


def _denies(text: str, handed: Handed, place: Workplace) -> bool:
    """Whether the message says that there was no AI help."""
    key = place.form.keys.none.lower()
    found = view_of(text, handed.cleanup).block.trailers
    return any(trailer.key.lower() == key and trailer.value.lower() == "none" for trailer in found)


def _told_of_denial(place: Workplace) -> tuple[str, ...]:
    if place.assistant is None:
        return ()
    return (f"the message says {place.form.keys.none}: none: nothing is said of {place.assistant.name}",)


def _told_of_replay(kind: Kind, call: Call, assistant: Assistant | None) -> tuple[str, ...]:
    """Nothing of what git replays by itself; a word where an assistant makes a commit meanwhile."""
    if assistant is None or "GIT_AUTHOR_DATE" not in call.environ:
        return ()
    what = "an unknown occasion" if kind == "unknown" else f"a {kind}"
    return (f"this is {what}: the message is left as it is, and nothing is said of {assistant.name}",)


def _told_of_emptiness(call: Call, assistant: Assistant | None) -> tuple[str, ...]:
    """git gives up an empty message, and would take one that has trailers alone for a message."""
    if assistant is None or not call.has_editor:
        return ()
    return ("the message is still empty: `ai-disclosure` with --write fills it in once it is written",)
