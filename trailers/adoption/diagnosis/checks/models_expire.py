"""Models whose approval has ended, or ends soon."""

import datetime as dt

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator

SOON = 30  # days


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Each pattern once, by the last day that any entry gives it."""
    days: dict[str, dt.date | None] = {}
    for entry in seen.policy.models.approved:
        known = days.get(entry.model, entry.until)
        days[entry.model] = None if None in (known, entry.until) else max(known, entry.until)  # type: ignore[type-var]
    for model, until in days.items():
        if until is None or until - seen.machine.today > dt.timedelta(SOON):
            continue
        over = until < seen.machine.today
        what = f"{model} was approved until {until}" if over else f"{model} is approved until {until}"
        why = "commits that name it are refused from then on"
        remedy = "a later `until`, or another model, in models.approved"
        yield Diagnosis("policy", "model-expires", "warning", what, why, remedy)
