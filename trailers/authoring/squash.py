"""The message for a squash merge: the messages of its commits, and one block with what all of them say.

GitHub and GitLab make such a message from titles, and keep of the trailers what they please.
"""

from trailers.authoring.union import Union
from trailers.errors import MessageError
from trailers.message.lines import BLANK, is_blank
from trailers.message.reading import read_trailers
from trailers.message.title import title_of
from trailers.message.trailer import Trailer
from trailers.message.writing import add_paragraph
from trailers.typed import NamedTuple, Sequence
from trailers.verify.subject import Subject


class Squash(NamedTuple):
    """The message, and what has to be said about it, a sentence each."""

    message: str
    warnings: tuple[str, ...]


def squash_message(subjects: Sequence[Subject], union: Union, title: str = "") -> Squash:
    """The message for commits that come oldest first. MessageError where there are none."""
    if not subjects:
        raise MessageError("there is no commit to squash")
    first = title.strip(BLANK) or title_of(subjects[0].text)
    if len(subjects) == 1:
        text = _paragraphs(first, _body(subjects[0]))
    else:
        text = _paragraphs(first, *(_item(subject) for subject in subjects if not subject.is_merge))
    text = add_paragraph(text, list(map(str, union.trailers))) if union.trailers else text
    if _said(read_trailers(text)) != _said(union.trailers):
        # What a commit had above its trailers must not become trailers.
        text = add_paragraph(text, [f"(from {len(subjects)} commits)"])
    return Squash(text, tuple(_warnings(subjects, union)))


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _item(subject: Subject) -> str:
    body = _body(subject)
    return f"* {title_of(subject.text)}" + (f"\n\n{body}" if body else "")


def _body(subject: Subject) -> str:
    """What stands between the title and the trailers."""
    block = subject.block
    text = subject.text[: block.start] if block.trailers else subject.text
    lines = text.strip(BLANK).split("\n")
    ends = next((number for number, line in enumerate(lines) if is_blank(line)), len(lines))
    return "\n".join(lines[ends:]).strip(BLANK)


def _said(trailers: Sequence[Trailer]) -> list[tuple[str, str]]:
    return [(trailer.key, trailer.value) for trailer in trailers]


def _warnings(subjects: Sequence[Subject], union: Union) -> list[str]:
    assisted = [subject for subject in subjects if subject.assisted]
    silent = [subject for subject in assisted if not subject.disclosure.models]
    told = [f"left out: {line}: not every AI-assisted commit has this approval" for line in union.left_out]
    told += [
        f"commit {str(subject.commit)[:12]} shows AI help and names no model: add its line"
        for subject in silent
    ]
    return told
