"""A range changes the rules by which it is judged.

## What it checks
Whether the end of the range has another policy, or another `.mailmap`, than its base: `undersign.toml`,
`[tool.undersign]` in `pyproject.toml`, and the map by which two addresses are known to be one person. Other
changes of `pyproject.toml` are no matter of this rule.

## Why
A change cannot loosen its own rules: the base's copy judges it. But it does loosen them for whatever
comes after, and then no check fires any more. Who reviews it should know that this is what they approve.

## Example
A pull request adds `disclosure.mode = "explicit"` and deletes `models.denied`. It is judged as if it had
done neither, and this warning says that it did both.

## How to fix
Nothing is wrong. Let it be a change of its own, and let those who answer for the policy review it.

## Options
- `severity.US402` in the policy; `error` makes such a change fail.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.policy.presence import OWN_FILE, PYPROJECT, could_hold_policy
from trailers.rule import Rule
from trailers.typed import Mapping

RULE = Rule("US402", "policy-changed", "warning", "policy", __doc__)

MAILMAP = ".mailmap"
JUDGED_BY = (OWN_FILE, PYPROJECT, MAILMAP)

_REMEDY = "have it reviewed by those who answer for the policy, best as a change of its own"


def check(base: Mapping[str, bytes], head: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """A finding for each file of JUDGED_BY that differs; both sides give their files' bytes by name."""
    findings = []
    for name in JUDGED_BY:
        before, after = base.get(name), head.get(name)
        if before == after or (name == PYPROJECT and _our_table(before) == _our_table(after)):
            continue
        message = f"{name} is {_verb(before, after)}; the base's copy judged this range"
        findings.append(RULE.finding(message, _REMEDY)._replace(path=name))
    return tuple(findings)


def _verb(before: bytes | None, after: bytes | None) -> str:
    if before is None:
        return "new"
    return "deleted" if after is None else "changed"


def _our_table(pyproject: bytes | None) -> object:
    """`[tool.undersign]`; None where there is none, and all the bytes where that cannot be told."""
    if pyproject is None or not could_hold_policy(pyproject):
        return None
    import tomli

    try:
        tool = tomli.loads(pyproject.decode()).get("tool")
    except (ValueError, RecursionError):
        return pyproject
    return tool.get("undersign") if isinstance(tool, dict) else None
