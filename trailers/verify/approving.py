"""What a person's approval is missing in: the commits of a range, and their messages with it."""

from trailers.errors import GitError
from trailers.finding import Finding
from trailers.message.encoding import decode
from trailers.message.person import Person
from trailers.message.trailer import Trailer
from trailers.message.writing import add_trailers
from trailers.repository.batch import Stored
from trailers.repository.commit import Commit, parse_commit
from trailers.typed import Iterable, Mapping, NamedTuple
from trailers.verify.examining import examine
from trailers.verify.judging import judge
from trailers.verify.setting import Setting
from trailers.verify.settling import APPROVAL_RULES
from trailers.verify.subject import Subject

# What keeps a person's word from counting: an assistant's identity, or a part in making the change.
# What owners still have to say (US503), somebody else can say after this person.
_REFUSING = ("US103", "US501", "US502")


class Waiting(NamedTuple):
    """A commit without an approval that it needs; its message with this person's, as bytes.

    `refused` says why this person's word would not count, and is empty where it does.
    """

    subject: Subject
    message: bytes
    refused: str = ""


def waiting_for(person: Person, commits: Iterable[Stored], setting: Setting) -> tuple[Waiting, ...]:
    """The commits that lack an approval, with this person's. GitError where one is missing in this clone."""
    found = []
    for commit, content in commits:
        if content is None:
            raise GitError(f"this clone does not have the commit {commit}", "git fetch --unshallow")
        stored = parse_commit(commit, content)
        subject = examine(stored, setting, "")
        if not _errors(subject, setting).keys().isdisjoint(APPROVAL_RULES):
            found.append(_approved(person, subject, stored, setting))
    return tuple(found)


def _approved(person: Person, subject: Subject, stored: Commit, setting: Setting) -> Waiting:
    text, problem = decode(stored.message, stored.encoding)
    if problem:
        return Waiting(subject, stored.message, problem)
    added = add_trailers(text, [Trailer(setting.keys.approver[0], str(person))])
    if added == text:
        return Waiting(subject, stored.message, "it has this approval, which is not enough")
    message = added.encode(stored.encoding or "utf-8", "surrogateescape")
    left = _errors(examine(stored._replace(message=message), setting, ""), setting)
    why = next((left[rule].message for rule in _REFUSING if rule in left), "")
    return Waiting(subject, message, why)


def _errors(subject: Subject, setting: Setting) -> Mapping[str, Finding]:
    return {finding.rule: finding for finding in judge(subject, setting) if finding.severity == "error"}
