"""When a rule can have something to say: a cheap test a rule, so that the others are not even imported.

A message hook has 20 ms for all its imports, and most messages give occasion to two rules or three. Each
test must hold wherever its rule finds something; a test of ours compares the two over many subjects.
"""

from importlib import import_module

from trailers.disclosure.disclosure import is_unknown
from trailers.finding import Finding
from trailers.message.lines import BLANK
from trailers.typed import Callable, Iterator
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

Check = Callable[[Subject, Setting], Iterator[Finding]]
Holds = Callable[[Subject, Setting], bool]


def occasioned(subject: Subject, setting: Setting) -> Iterator[Check]:
    """The checks of the rules that can find something in the subject, in the order of telling."""
    return _holding(OCCASIONS, subject, setting)


def readable(subject: Subject, setting: Setting) -> Iterator[Check]:
    """The checks that nobody is exempt from: whether the message can be read at all."""
    return _holding(OCCASIONS[:2], subject, setting)


def _holding(occasions: tuple[tuple[str, Holds], ...], subject: Subject, setting: Setting) -> Iterator[Check]:
    for module, holds in occasions:
        if holds(subject, setting):
            check: Check = import_module(module).check
            yield check


def _disclosed_model(subject: Subject, setting: Setting) -> bool:
    models = subject.disclosure.models
    lists = setting.policy.models
    return bool(models) and bool(lists.approved or lists.denied or any(map(is_unknown, models)))


def _refusable_key(subject: Subject, setting: Setting) -> bool:
    refused = setting.profile.forbidden_keys | setting.profile.refused_to_assistants
    return any(trailer.key.lower() in refused for trailer in subject.block.trailers)


def _stray_key(subject: Subject, setting: Setting) -> bool:
    """Whether a line that git does not read as a trailer could claim to be one, if it is read at all."""
    if subject.size > setting.policy.limits.message_bytes:
        return False
    from trailers.verify.rules.near_miss import stray_lines

    return bool(stray_lines(subject, setting))


_RULES = "trailers.verify.rules."

# What cannot be read is told first, then what is not disclosed, then the rest.
OCCASIONS: tuple[tuple[str, Holds], ...] = (
    (_RULES + "unreadable_message", lambda subject, _: subject.problem is not None),
    (
        _RULES + "oversized_message",
        lambda subject, setting: subject.size > setting.policy.limits.message_bytes,
    ),
    (_RULES + "forbidden_assistance", lambda _, setting: setting.policy.disclosure.mode == "forbid"),
    (
        _RULES + "undisclosed",
        lambda subject, _: not subject.names_model and bool(subject.markers or subject.assisted),
    ),
    (_RULES + "missing_statement", lambda _, setting: setting.policy.disclosure.mode == "explicit"),
    (_RULES + "contradiction", lambda subject, _: bool(subject.disclosure.denials)),
    (_RULES + "near_miss", _stray_key),
    (_RULES + "malformed_value", lambda subject, _: bool(subject.disclosure.flaws)),
    ("trailers.verify.models", _disclosed_model),
    (_RULES + "missing_context", lambda subject, _: subject.assisted and not subject.disclosure.contexts),
    (_RULES + "missing_approver", lambda subject, _: subject.assisted and not subject.disclosure.approvers),
    ("trailers.verify.approvals", lambda subject, _: bool(subject.disclosure.approvers)),
    (_RULES + "forbidden_trailer", _refusable_key),
    (_RULES + "text_below_end", lambda subject, _: "---" in subject.text),
    (_RULES + "mixed_block", lambda subject, _: bool(subject.block.strangers)),
    (_RULES + "unfinished_commit", lambda subject, _: "! " in subject.text.lstrip(BLANK)[:80]),
)
