"""The disclosure belongs in the pull request's text, and is not there.

## What it checks
With the profile `pr-body`, AI-assisted commits carry no trailer; the text of the pull request
(`--pr-body FILE`) holds the block instead, with all that is due.

## Why
Kubernetes, GTK and others refuse AI trailers and ask for the disclosure where the review happens.

## Example
    A pull request whose text does not mention the assistant that a commit shows.

## How to fix
undersign trailers convert --to pr-body COMMIT prints the block; paste it into the text.

## Options
[disclosure] profile = "pr-body"; [severity] US116.

## Since
0.2
"""

from collections.abc import Iterator

from trailers.disclosure.disclosure import Disclosure
from trailers.disclosure.vocabulary import Field
from trailers.finding import Finding, Severity
from trailers.rule import Rule
from trailers.verify.due import approver_is_pending
from trailers.verify.setting import Setting

RULE = Rule("US116", "missing-pull-request-block", "error", "verify", __doc__)

_WORDS: dict[Field, str] = {"model": "no model", "context": "no prompt context", "approver": "no approver"}


def judge(setting: Setting, example: str) -> Iterator[Finding]:
    """The findings for the pull request of a range that has AI-assisted commits, of which `example` is one.

    The text is there from the review on.
    """
    if setting.profile.place != "pull-request" or setting.stage not in ("review", "merge"):
        return
    remedy = f"undersign trailers convert --to pr-body {example[:12]}   # and paste it into the text"
    block = setting.pull_request
    if block is None:
        yield RULE.finding("the pull request's text holds no disclosure (--pr-body FILE gives it)", remedy)
        return
    for flaw in block.flaws:
        message = f"the pull request's text, line {flaw.line}, {flaw.key}: {flaw.why}"
        yield RULE.finding(message, flaw.remedy, severity=flaw.level)
    for field in _missing(block, setting):
        severity: Severity | None = "note" if field == "approver" and approver_is_pending(setting) else None
        message = f"the disclosure in the pull request's text names {_WORDS[field]}"
        yield RULE.finding(message, remedy, severity=severity)


def _missing(block: Disclosure, setting: Setting) -> Iterator[Field]:
    given = {"model": block.models, "context": block.contexts, "approver": block.approvers}
    flawed = {flaw.field for flaw in block.flaws}
    for field in setting.policy.disclosure.required:
        if not given[field] and field not in flawed and not block.denials:
            yield field
