"""The disclosure belongs in the pull request's text, and is not there.

## What it checks
With the profile `pr-body`, AI-assisted commits carry no trailer; the text of the pull request
(`--pr-body FILE`) holds the block instead, with all that is due. An assistant cannot approve there
either, nor can who made the change where `approver.rule` is `other`; where it is `owner`, the approvals have
to satisfy CODEOWNERS (US503).

## Why
Kubernetes, GTK and others refuse AI trailers and ask for the disclosure where the review happens.

## Example
    A pull request whose text does not mention the assistant that a commit shows.

## How to fix
Write into the pull request's text, under a heading of its own:

    ### AI disclosure

    - Assisted-by: Claude-Code:claude-opus-5
    - AI-Context: session:claude-code/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11
    - Approved-by: Jane Roe <jane@example.com>

Where a commit has the trailers, this makes the block of them: undersign trailers convert COMMIT --to pr-body

## Options
[disclosure] profile = "pr-body"; [severity] US116.

## Since
0.2
"""

from trailers.approval.assistant_approves import is_no_person
from trailers.disclosure.disclosure import Disclosure
from trailers.disclosure.vocabulary import DEFAULT_KEYS, Field
from trailers.finding import Finding, Severity
from trailers.message.person import Person
from trailers.rule import Rule
from trailers.typed import Iterable, Iterator, Sequence
from trailers.verify.approvals import counting
from trailers.verify.due import approver_is_pending
from trailers.verify.setting import Setting

RULE = Rule("US116", "missing-pull-request-block", "error", "verify", __doc__)

_MISSING: dict[Field, tuple[str, str]] = {
    "model": ("names no model", f"- {DEFAULT_KEYS.model[0]}: <agent>:<model>"),
    "context": ("names no prompt context", f"- {DEFAULT_KEYS.context[0]}: session:<agent>/<id>"),
    "approver": ("names no person who may approve it", f"- {DEFAULT_KEYS.approver[0]}: <name> <<email>>"),
}
_HEADING = 'write into it, under "### AI disclosure":'


def judge(setting: Setting, makers: Sequence[Person], commits: Iterable[str]) -> Iterator[Finding]:
    """The findings for the pull request of a range: `commits` are AI-assisted, which `makers` have made.

    The text is there from the review on.
    """
    if setting.profile.place != "pull-request" or setting.stage not in ("review", "merge"):
        return
    block = setting.pull_request
    if block is None:
        lines = "; ".join(_MISSING[field][1] for field in setting.policy.disclosure.required)
        message = "the pull request's text holds no disclosure (--pr-body FILE gives it)"
        yield RULE.finding(message, f"{_HEADING} {lines}")
        return
    for flaw in block.flaws:
        message = f"the pull request's text, line {flaw.line}, {flaw.key}: {flaw.why}"
        yield RULE.finding(message, flaw.remedy, severity=flaw.level)
    for field in _missing(block, setting, makers):
        severity: Severity | None = "note" if field == "approver" and approver_is_pending(setting) else None
        words, line = _MISSING[field]
        message = f"the disclosure in the pull request's text {words}"
        yield RULE.finding(message, f"{_HEADING} {line}", severity=severity)
    people = _approvers(block, setting, makers)
    if people and setting.owners:
        yield from _lacking_owners(people, setting, commits)


def _lacking_owners(
    people: tuple[Person, ...], setting: Setting, commits: Iterable[str]
) -> Iterator[Finding]:
    from trailers.approval import missing_owner

    assert setting.owners is not None
    severity: Severity | None = "note" if approver_is_pending(setting) else None
    remedy = f"{_HEADING} {_MISSING['approver'][1]}"
    for commit in commits:
        for unmet in setting.owners(commit, people):
            found = missing_owner.RULE.finding(missing_owner.words(unmet), remedy, severity=severity)
            yield found._replace(commit=commit)


def _missing(block: Disclosure, setting: Setting, makers: Sequence[Person]) -> Iterator[Field]:
    people = _approvers(block, setting, makers)
    given = {"model": block.models, "context": block.contexts, "approver": people}
    flawed = {flaw.field for flaw in block.flaws}
    for field in setting.policy.disclosure.required:
        if not given[field] and field not in flawed and not block.denials:
            yield field


def _approvers(block: Disclosure, setting: Setting, makers: Sequence[Person]) -> tuple[Person, ...]:
    """Who may answer for the change, of those whom the block names."""
    named = (approver.person for approver in block.approvers)
    people = tuple(person for person in named if person and not is_no_person(person))
    return counting(people, makers, setting)
