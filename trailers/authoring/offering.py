"""The line by which a person approves, put into the editor commented out: theirs to take."""

from trailers.assistants.identity import assistant_of, is_bot
from trailers.assistants.traces import Traces, find_markers
from trailers.authoring.lines import below_trailers
from trailers.disclosure.approver import fault_of_person
from trailers.disclosure.reading import read_disclosure
from trailers.message.cleanup import Cleanup, clean, cut_at, whole_lines
from trailers.message.lines import is_blank
from trailers.message.person import Person
from trailers.message.reading import read_block
from trailers.message.trailer import Trailer
from trailers.message.view import view_of
from trailers.process import Git
from trailers.repository.making import ident
from trailers.typed import Mapping, NamedTuple
from trailers.verify.due import approver_is_pending
from trailers.verify.rules.missing_approver import lacks_approver
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject


class People(NamedTuple):
    """Whose change it is, and who commits it."""

    author: Person
    committer: Person


def with_offer(text: str, cleanup: Cleanup, setting: Setting, asking: tuple[Git, Mapping[str, str]]) -> str:
    """The message with the committer's line as a comment, where it is AI-assisted and their word counts.

    Under the approver rules `other` and `owner` somebody else has to see the change.
    """
    if not _can_be_a_comment(text, cleanup) or setting.policy.approver.by_others:
        return text
    people = People(ident(*asking, "AUTHOR"), ident(*asking, "COMMITTER"))
    subject = _subject(clean(text, cleanup), setting, people)
    if approver_is_pending(setting) or not lacks_approver(subject, setting):
        return text
    person = people.committer
    if fault_of_person(person) or assistant_of(person) or is_bot(person):
        return text
    return _below(text, cleanup, Trailer(setting.keys.approver[0], str(person)))


def _subject(text: str, setting: Setting, people: People) -> Subject:
    block = read_block(text)
    return Subject(
        text=text,
        block=block,
        disclosure=read_disclosure(block.trailers, setting.profile, setting.keys),
        markers=find_markers(Traces(people.author, people.committer, text, block.trailers)),
        author=people.author,
        committer=people.committer,
        size=len(text),
        when=0,
    )


def _can_be_a_comment(text: str, cleanup: Cleanup) -> bool:
    """Whether a comment in the message stays out of the commit.

    It does under the clean-up `strip` alone. Typed as `--cleanup=scissors`, another one shows in the scissors
    that stand right below the message; with `-v`, git's other comments stand in between.
    """
    if cleanup.mode != "strip":
        return False
    end = cut_at(text, cleanup)
    if end == len(text):
        return True
    view = view_of(text, cleanup)
    between = whole_lines(text[:end])[view.origin(view.last_content()) :]
    return not all(map(is_blank, between))


def _below(text: str, cleanup: Cleanup, line: Trailer) -> str:
    """The message with the line below its trailers. Without its comment string, it is one of them.

    No blank stands between the two: git takes an indented line for more of the trailer above it.
    """
    comment = cleanup.comment
    commented = f"{comment}{line}"
    if any(standing.rstrip("\r\n") == commented for standing in whole_lines(text)):
        return text
    hint = f"{comment} If you answer for this change, take the {comment} away from the next line:"
    return below_trailers(text, [hint, commented], cleanup)
