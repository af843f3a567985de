"""A commit was made with a model that the policy does not approve.

## What it checks
Each model that a commit discloses is compared with `[models]` of the policy. It must match a pattern of
`approved`, where that list is given, and none of `denied`. An entry can end on a day (`until`), begin on
one (`since`), and hold for some paths only. Days are compared with the commit's own, in UTC, but never with
one before the base's: a commit dates itself.

## Why
A team that decides which models may see or write its code needs that decision held at the one place that
every change passes. A list with days also answers the later question: was it approved *then*?

## Example
With this policy, a commit with `Assisted-by: Claude-Code:claude-opus-4` of 2026-07-01 is a finding, and so is
one with `Assisted-by: Cursor:grok-4` of any day.

    [models]
    approved = [{ model = "claude-opus-4", until = 2026-06-30 }, "claude-opus-5"]

## How to fix
Do the work again with an approved model, or take the model's lines out if it took no part. If the model
should be approved, say so in the policy in a change of its own: a range is judged by its base's copy, so
the approval counts from the next one on.

## Options
- `models.approved`, `models.denied`: patterns in which `*` stands for any text and `?` for one character;
  with a colon they are compared with `agent:model`, without with the model alone, case aside.
- `severity.US401` in the policy.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.policy.models import Models, judge
from trailers.rule import Rule
from trailers.typed import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    from datetime import date

    from trailers.disclosure.disclosure import Model

RULE = Rule("US401", "model-not-approved", "error", "policy", __doc__)


def check(
    models: Models, disclosed: Sequence["Model"], paths: Sequence[str], when: "date"
) -> tuple[Finding, ...]:
    """A finding for each disclosed model that a commit of that day, touching `paths`, could not be made with.

    `paths` matter only where models.need_paths says so.
    """
    findings = []
    for model in disclosed:
        refusal = judge(models, model, paths, when)
        if refusal is not None:
            message = f"the model {model.name or 'unknown'} {refusal.why}"
            findings.append(RULE.finding(message, _REMEDIES[refusal.kind], line=model.line or None))
    return tuple(findings)


_REMEDIES = {
    "denied": "use another model: undersign policy show",
    "unapproved": "use an approved model, or approve this one in a change of its own: undersign policy show",
    "expired": "use an approved model, or move `until` in a change of its own: undersign policy show",
    "elsewhere": "use another model there, or add the path to its `paths` in a change of its own",
}
