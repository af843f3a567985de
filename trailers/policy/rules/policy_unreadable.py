"""A range brings a policy that cannot be read.

## What it checks
Whether the policy at the end of the range, if it differs from the base's, can be read: whether it is TOML,
each key is known and holds what it should, there is one policy and not two, and this version of undersign
is one that it asks for.

## Why
The base's copy judges the range, so a broken policy passes the very change that breaks it. Once it is
merged, nothing can be judged: every run ends with exit code 2. This finding comes before that.

## Example
A pull request writes `mode = "detect"` under `[disclosure]`: "detect" is not known; did you mean "detected"?

## How to fix
Mend what the finding names; `undersign policy check` names it as well, before the commit.

## Options
- `severity.US403` in the policy.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.policy.files import TWO_POLICIES, examine_files
from trailers.policy.policy import RuleNames
from trailers.policy.presence import OWN_FILE, POLICY_FILES
from trailers.rule import Rule
from trailers.typed import Mapping

RULE = Rule("US403", "policy-unreadable", "error", "policy", __doc__)


def check(
    base: Mapping[str, bytes], head: Mapping[str, bytes], rules: RuleNames | None = None
) -> tuple[Finding, ...]:
    """A finding for each mistake in the head's policy, where its files differ from the base's.

    Both sides give the bytes of files.POLICY_FILES by name; `rules` is as in loading.load.
    """
    if all(base.get(name) == head.get(name) for name in POLICY_FILES):
        return ()
    from trailers.policy.checking import MOST
    from trailers.policy.mistakes import sentence

    examined = dict(examine_files(head, rules))
    findings = [
        RULE.finding(sentence(mistake._replace(line=None), name), found.remedy)._replace(
            path=name, line=mistake.line
        )
        for name, found in examined.items()
        for mistake in found.mistakes[:MOST]
    ]
    if all(found.policy for found in examined.values()) and len(examined) > 1:
        findings.append(RULE.finding(TWO_POLICIES, "keep one of them")._replace(path=OWN_FILE))
    return tuple(findings)
