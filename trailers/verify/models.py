"""The policy's model lists for a subject (US401), and models that it leaves unknown."""

from trailers.disclosure.disclosure import is_unknown
from trailers.finding import Finding
from trailers.policy.models import day_of, need_paths
from trailers.policy.rules import model_not_approved
from trailers.typed import Iterator
from trailers.verify.rules import malformed_value
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    """The findings for the models that the subject discloses."""
    disclosed = subject.disclosure.models
    if not setting.policy.disclosure.allow_unknown_model:
        yield from _unknown(subject)
    lists = setting.policy.models
    if disclosed and (lists.approved or lists.denied):
        paths = setting.paths(subject.commit) if need_paths(lists) else ()
        when = day_of(subject.when, setting.not_before)
        yield from model_not_approved.check(lists, disclosed, paths, when)


def _unknown(subject: Subject) -> Iterator[Finding]:
    for model in subject.disclosure.models:
        if is_unknown(model):
            message = (
                f"line {model.line}, {model.key}: the model is not named, and the policy does not allow that"
            )
            remedy = f"{subject.reword()}   # name it: {model.key}: {model.agent or '<agent>'}:<model>"
            yield malformed_value.RULE.finding(message, remedy, line=model.line)
