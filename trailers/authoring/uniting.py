"""One message out of several commits: what all of them disclose stands once, in the last paragraph.

git leaves the trailers of a squash where they were: indented under `commit <id>`, between two messages, or,
of a `fixup!`, nowhere. Only what is said of AI help moves; sign-offs and the rest stay as git has put them.
"""

from trailers.assistants.identity import assistant_of
from trailers.assistants.trailer_signs import PEOPLE_KEYS
from trailers.authoring.lines import without_lines
from trailers.authoring.union import union_of
from trailers.disclosure.vocabulary import Keys
from trailers.message.cleanup import Cleanup, whole_lines
from trailers.message.lines import BLANK
from trailers.message.person import parse_person
from trailers.message.trailer import Trailer
from trailers.message.writing import add_trailers, identity
from trailers.repository.mailmap import Mailmap
from trailers.typed import Iterator, NamedTuple, Sequence
from trailers.verify.subject import Subject

# What stands before the lines of the messages in SQUASH_MSG; a rebase puts them together as they are.
OF_SQUASH_MSG = "    "


class Parts(NamedTuple):
    """The commits that become one, oldest first, and what stands before their lines in its message."""

    subjects: Sequence[Subject]
    indent: str = ""


class Changed(NamedTuple):
    """A message, and what is told about it, a sentence each."""

    text: str
    told: tuple[str, ...] = ()


def united(text: str, cleanup: Cleanup, parts: Parts, known: tuple[Keys, Mailmap]) -> Changed:
    """The handed message of a squash with the union of its parts. Nothing changes where no part discloses."""
    keys, mailmap = known
    subjects = parts.subjects
    said = {identity(trailer) for subject in subjects for trailer in disclosing(subject)}
    if not said:
        return Changed(text)
    union = union_of(subjects, keys, mailmap)
    kept = [trailer for trailer in union.trailers if identity(trailer) in said]
    apart = without_lines(text, set(_standing(text, parts.indent, said)))
    told = (
        f"left out: {trailer}: not every AI-assisted part has this approval" for trailer in union.left_out
    )
    return Changed(add_trailers(apart, kept, cleanup), tuple(told))


def disclosing(subject: Subject) -> Iterator[Trailer]:
    """The trailers of a commit that say something of AI help, well or badly."""
    disclosure = subject.disclosure
    lines = {
        *(model.line for model in disclosure.models),
        *(context.line for context in disclosure.contexts),
        *(approver.line for approver in disclosure.approvers),
        *(denial.line for denial in disclosure.denials),
        *(flaw.line for flaw in disclosure.flaws),
    }
    for trailer in subject.block.trailers:
        if trailer.line in lines or _is_vendors(trailer):
            yield trailer


def _is_vendors(trailer: Trailer) -> bool:
    person = parse_person(trailer.value) if trailer.key.lower() in PEOPLE_KEYS else None
    return person is not None and assistant_of(person) is not None


def _standing(text: str, indent: str, said: set[tuple[str, str]]) -> Iterator[int]:
    """The lines that are one of these trailers, as git has put them there."""
    for number, line in enumerate(whole_lines(text), 1):
        key, colon, value = line.removeprefix(indent).partition(":")
        if colon and line.startswith(indent) and identity(Trailer(key, value.strip(BLANK))) in said:
            yield number
