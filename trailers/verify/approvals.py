"""The approver rules of a subject: who is named, and whether they may answer for it."""

from trailers.approval import assistant_approves
from trailers.approval.assistant_approves import is_no_person
from trailers.finding import Finding
from trailers.message.person import Person, people_in
from trailers.typed import TYPE_CHECKING, Iterable, Iterator
from trailers.verify.due import approver_is_pending, is_due
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

if TYPE_CHECKING:
    from trailers.ownership.requirement import Unmet


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    """US501, US502 and US503."""
    yield from check_assistant(subject, setting)
    yield from check_approvers(subject, setting)


def makers(subject: Subject) -> tuple[Person, ...]:
    """Author, committer and co-authors."""
    named = (
        person
        for trailer in subject.block.trailers
        if trailer.key.lower() in ("co-authored-by", "co-developed-by")
        for person in people_in(trailer.value)
    )
    return (subject.author, subject.committer, *named)


def people(subject: Subject) -> tuple[Person, ...]:
    """The approvers that are people."""
    named = (approver.person for approver in subject.disclosure.approvers)
    return tuple(person for person in named if person and not is_no_person(person))


def suffices(approvers: tuple[Person, ...], subject: Subject, setting: Setting) -> bool:
    """Whether these people may answer for the subject under the policy's approver rule."""
    counted = counting(approvers, makers(subject), setting)
    return bool(counted) and not _open_owners(counted, subject, setting)


def counting(
    approvers: tuple[Person, ...], made_by: Iterable[Person], setting: Setting
) -> tuple[Person, ...]:
    """Those whose word counts: anybody's under the rule `human`, else not that of the change's makers."""
    if not setting.policy.approver.by_others:
        return approvers
    from trailers.approval.dependent_approver import independent

    return independent(approvers, made_by, setting.mailmap)


def _open_owners(approvers: tuple[Person, ...], subject: Subject, setting: Setting) -> "tuple[Unmet, ...]":
    """What the owners have still to approve; nothing before the commit is made."""
    if setting.owners is None or subject.commit is None:
        return ()
    return setting.owners(subject.commit, approvers)


def check_assistant(subject: Subject, setting: Setting) -> Iterator[Finding]:
    """US501: no assistant's and no bot's approval, and none that an assistant adds."""
    added = subject.added_approvals
    for approver in subject.disclosure.approvers:
        place = f'line {approver.line}, "{approver.key}: {approver.value}"'
        remedy = f"{subject.reword()}   # remove line {approver.line}"
        if approver.person and is_no_person(approver.person):
            # A vendor's review bot signs `Reviewed-by` in good faith: it is no approval, and no offence.
            if approver.key.lower() in {key.lower() for key in setting.keys.approver}:
                words = f"{place} names an assistant or a bot; only a person can approve"
                yield assistant_approves.RULE.finding(words, remedy, line=approver.line)
        elif approver in added:
            assert subject.assistant is not None
            words = f"{place} is added while {subject.assistant.name} commits; a person adds their own"
            yield assistant_approves.RULE.finding(words, remedy, line=approver.line)


def check_approvers(subject: Subject, setting: Setting) -> Iterator[Finding]:
    """US502: under `other` and `owner`, somebody who did not make it approves it; US503: its owners do."""
    approvers = people(subject)
    if not approvers or not subject.assisted or not is_due("approver", setting):
        return
    counted = counting(approvers, makers(subject), setting)
    found = (
        _owners_findings(counted, subject, setting) if counted else _dependent(approvers[0], subject, setting)
    )
    for finding in found:
        yield finding._replace(severity="note") if approver_is_pending(setting) else finding


def _dependent(approver: Person, subject: Subject, setting: Setting) -> Iterator[Finding]:
    from trailers.approval import dependent_approver

    words = f"{approver} made the change too; the policy asks for somebody else's approval"
    yield dependent_approver.RULE.finding(words, _asking(subject, setting))


def _owners_findings(counted: tuple[Person, ...], subject: Subject, setting: Setting) -> Iterator[Finding]:
    for unmet in _open_owners(counted, subject, setting):
        from trailers.approval import missing_owner

        yield missing_owner.RULE.finding(missing_owner.words(unmet), _asking(subject, setting))


def _asking(subject: Subject, setting: Setting) -> str:
    return subject.mend(f"{setting.keys.approver[0]}: <name> <<email>>")
