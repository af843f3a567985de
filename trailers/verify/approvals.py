"""The approver rules of a subject: who is named, and whether they may answer for it."""

from collections.abc import Iterator

from trailers.approval import assistant_approves
from trailers.approval.assistant_approves import is_no_person
from trailers.finding import Finding
from trailers.message.person import Person, people_in
from trailers.verify.due import approver_is_pending, is_due
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    """US501 and US502."""
    yield from check_assistant(subject, setting)
    yield from check_independence(subject, setting)


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
    if setting.policy.approver.rule == "other":
        from trailers.approval.dependent_approver import independent

        approvers = independent(approvers, makers(subject), setting.mailmap)
    return bool(approvers)


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


def check_independence(subject: Subject, setting: Setting) -> Iterator[Finding]:
    """US502: under the rule `other`, somebody who did not make the change approves it."""
    approvers = people(subject)
    asked = subject.assisted and is_due("approver", setting)
    if not asked or not approvers or suffices(approvers, subject, setting):
        return
    from trailers.approval import dependent_approver

    words = f"{approvers[0]} made the change too; the policy asks for somebody else's approval"
    key = setting.keys.approver[0]
    finding = dependent_approver.RULE.finding(words, subject.mend(f"{key}: <name> <<email>>"))
    yield finding._replace(severity="note") if approver_is_pending(setting) else finding
