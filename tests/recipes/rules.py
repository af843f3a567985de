"""Which of a GitLab job's rules applies, for the expressions that ours use.

https://docs.gitlab.com/ci/jobs/job_rules/#cicd-variable-expressions
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_TERM = re.compile(r'\$(\w+)(?: == (?:"([^"]*)"|\$(\w+)|(null)))?')


def chosen(rules: Sequence[Mapping[str, Any]], environ: Mapping[str, str]) -> Mapping[str, Any] | None:
    """The first rule that applies; None where none does, and there is no job."""
    return next((rule for rule in rules if _holds(rule["if"], environ)), None)


def _holds(expression: str, environ: Mapping[str, str]) -> bool:
    """`&&` goes before `||`."""
    return any(
        all(_term(term.strip(), environ) for term in part.split("&&")) for part in expression.split("||")
    )


def _term(text: str, environ: Mapping[str, str]) -> bool:
    found = _TERM.fullmatch(text)
    assert found, text
    name, literal, variable, null = found.groups()
    value = environ.get(name)
    if literal is not None:
        return value == literal
    if variable is not None:
        return value == environ.get(variable)
    return value is None if null else bool(value)
