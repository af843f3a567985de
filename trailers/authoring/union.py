"""What several commits say, said as one: every model and context, and only what all of them have approved."""

from trailers.approval.identity import identity_of
from trailers.disclosure.vocabulary import Keys, meanings
from trailers.message.trailer import Trailer
from trailers.repository.mailmap import EMPTY, Mailmap
from trailers.typed import NamedTuple, Sequence
from trailers.verify.subject import Subject


class Union(NamedTuple):
    """The trailers of one commit out of several; `left_out` are approvals of only some of them."""

    trailers: tuple[Trailer, ...]
    left_out: tuple[Trailer, ...]


def union_of(subjects: Sequence[Subject], keys: Keys, mailmap: Mailmap = EMPTY) -> Union:
    """Every trailer of the commits, once, in the order of the commits.

    An approval is kept if every AI-assisted commit has it, under whichever key and address. A statement that
    there was no AI help does not stand where one of the commits had it.
    """
    assisted = [subject for subject in subjects if subject.assisted]
    everywhere = _approved_by_all(assisted, mailmap)
    kept: dict[Trailer, None] = {}
    left_out: dict[Trailer, None] = {}
    for subject in subjects:
        people = _people(subject, mailmap)
        for trailer in subject.block.trailers:
            field = _field(trailer, keys)
            line = Trailer(trailer.key, trailer.value)
            if field == "approver" and assisted and people.get(line) not in everywhere:
                left_out[line] = None
            elif not (field == "none" and assisted):
                kept[line] = None
    return Union(tuple(kept), tuple(left_out))


def _field(trailer: Trailer, keys: Keys) -> str:
    meaning = meanings(keys).get(trailer.key.lower())
    return meaning.field if meaning else ""


def _people(subject: Subject, mailmap: Mailmap) -> dict[Trailer, str]:
    """Who is meant by each line that approves."""
    return {
        Trailer(approver.key, approver.value): identity_of(approver.person, mailmap)
        for approver in subject.disclosure.approvers
        if approver.person
    }


def _approved_by_all(assisted: Sequence[Subject], mailmap: Mailmap) -> frozenset[str]:
    each = [frozenset(_people(subject, mailmap).values()) for subject in assisted]
    return frozenset.intersection(*each) if each else frozenset()
