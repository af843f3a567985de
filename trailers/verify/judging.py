"""Judge one subject: every rule in turn, at the severity that the policy gives it."""

from collections.abc import Callable, Iterator

from trailers.finding import Finding
from trailers.policy.bots import bot_of
from trailers.verify import approvals, models
from trailers.verify.registry import RULES
from trailers.verify.rules import (
    contradiction,
    forbidden_assistance,
    forbidden_trailer,
    malformed_value,
    missing_approver,
    missing_context,
    missing_pull_request_block,
    missing_statement,
    mixed_block,
    near_miss,
    oversized_message,
    text_below_end,
    undisclosed,
    unfinished_commit,
    unreadable_message,
)
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

Check = Callable[[Subject, Setting], Iterator[Finding]]

# The order in which one commit's findings are told: what cannot be read, what is not disclosed, the rest.
CHECKS: tuple[Check, ...] = (
    unreadable_message.check,
    oversized_message.check,
    forbidden_assistance.check,
    undisclosed.check,
    missing_statement.check,
    contradiction.check,
    near_miss.check,
    malformed_value.check,
    models.check,
    missing_context.check,
    missing_approver.check,
    approvals.check_assistant,
    approvals.check_independence,
    forbidden_trailer.check,
    missing_pull_request_block.check,
    text_below_end.check,
    mixed_block.check,
    unfinished_commit.check,
)


def judge(subject: Subject, setting: Setting) -> tuple[Finding, ...]:
    """The findings of one subject, placed in its commit."""
    if bot_of(setting.policy.bots, subject.author, subject.committer):
        return ()
    found = (finding for check in CHECKS for finding in check(subject, setting))
    placed = (finding._replace(commit=subject.commit) for finding in found)
    return tuple(at_policy_severity(placed, setting))


def at_policy_severity(findings: Iterator[Finding], setting: Setting) -> Iterator[Finding]:
    """The findings at the severity that the policy gives their rules, without those that it turns off.

    A finding that a rule itself lowers to a note stays a note: it says that something may still come.
    """
    for finding in findings:
        rule = RULES[finding.rule]
        severity = setting.policy.severity_of(rule)
        if severity is not None:
            lowered = finding.severity == "note" or severity == rule.severity
            yield finding if lowered else finding._replace(severity=severity)
