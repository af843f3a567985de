"""Judge one subject: every rule that has occasion to, at the severity that the policy gives it."""

from trailers.finding import Finding
from trailers.policy.bots import bot_of
from trailers.typed import Iterator
from trailers.verify.occasions import occasioned, readable
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject


def judge(subject: Subject, setting: Setting) -> tuple[Finding, ...]:
    """The findings of one subject, placed in its commit."""
    exempt = bot_of(setting.policy.bots, subject.author, subject.committer) is not None
    checks = readable(subject, setting) if exempt else occasioned(subject, setting)
    found = (finding for check in checks for finding in check(subject, setting))
    placed = (finding._replace(commit=subject.commit) for finding in found)
    return tuple(at_policy_severity(placed, setting))


def at_policy_severity(findings: Iterator[Finding], setting: Setting) -> Iterator[Finding]:
    """The findings at the severity that the policy gives their rules, without those that it turns off.

    A finding that a rule itself lowers to a note stays a note: it says that something may still come.
    What could not be checked (US100) is an error whatever the policy says.
    """
    if not setting.policy.severity:
        yield from findings
        return
    from trailers.verify.registry import RULES  # every rule of every room, which a hook seldom needs

    for finding in findings:
        rule = RULES[finding.rule]
        severity = rule.severity if rule.id == "US100" else setting.policy.severity_of(rule)
        if severity is not None:
            lowered = finding.severity == "note" or severity == rule.severity
            yield finding if lowered else finding._replace(severity=severity)
