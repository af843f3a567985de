"""Which models may be used: where, and until when."""

from trailers.policy.globs import matches, path_matches
from trailers.typed import TYPE_CHECKING, Literal, NamedTuple, Sequence

if TYPE_CHECKING:
    import datetime as dt

    from trailers.disclosure.disclosure import Model

    Day = dt.date
else:
    Day = object  # importing datetime, or a quoted annotation in a NamedTuple, costs a hook 2 ms

_LAST_SECOND = 253402300799  # of the year 9999, the last that a date can hold


class Approved(NamedTuple):
    """A pattern of models that may be used, through the day `until`; no paths stand for all."""

    model: str
    until: Day | None = None
    paths: tuple[str, ...] = ()
    reason: str = ""


class Denied(NamedTuple):
    """A pattern of models that may not be used, from the day `since` on; no paths stand for all."""

    model: str
    since: Day | None = None
    paths: tuple[str, ...] = ()
    reason: str = ""


class Models(NamedTuple):
    """The lists of a policy. Without an approved one, all may be used that are not denied."""

    approved: tuple[Approved, ...] = ()
    denied: tuple[Denied, ...] = ()


class Refusal(NamedTuple):
    """Why a model may not be used: `why` ends a sentence that the model begins."""

    kind: Literal["denied", "unapproved", "expired", "elsewhere"]
    why: str


def judge(models: Models, model: "Model", paths: Sequence[str], when: Day) -> Refusal | None:
    """Whether a commit that touches `paths` could be made with the model on that day; None says it could."""
    names = _names(model)
    for entry in models.denied:
        if _names_one(entry.model, names) and (entry.since is None or entry.since <= when):
            hit = _within(entry.paths, paths)
            if hit or not entry.paths:
                return Refusal(
                    "denied", "is denied" + (f" for {hit[0]}" if hit else "") + _reason(entry.reason)
                )
    return _judge_approval(models.approved, names, paths, when) if models.approved else None


def need_paths(models: Models) -> bool:
    """Whether the answer depends on the paths at all: finding them costs a diff of each commit."""
    return any(entry.paths for entry in models.approved) or any(entry.paths for entry in models.denied)


def day_of(committed: int, base: int | None = None) -> Day:
    """The day at which a commit is judged, in UTC, from times in seconds since 1970.

    The commit's own, but never before its base's: a commit dates itself, its base is not its own.
    """
    from datetime import UTC, datetime

    second = max(committed, base or 0, 0)
    return datetime.fromtimestamp(min(second, _LAST_SECOND), UTC).date()


def _judge_approval(
    approved: tuple[Approved, ...], names: tuple[str, str], paths: Sequence[str], when: Day
) -> Refusal | None:
    named = [entry for entry in approved if _names_one(entry.model, names)]
    if not named:
        return Refusal("unapproved", "is not among the approved models")
    valid = [entry for entry in named if entry.until is None or when <= entry.until]
    if not valid:
        last = max(named, key=lambda entry: entry.until or when)
        return Refusal("expired", f"was approved until {last.until}{_reason(last.reason)}")
    if any(not entry.paths for entry in valid):
        return None
    allowed = [pattern for entry in valid for pattern in entry.paths]
    for path in paths:
        if not _within(allowed, (path,)):
            return Refusal("elsewhere", f"is approved for {', '.join(allowed)} and not for {path}")
    return None


def _names(model: "Model") -> tuple[str, str]:
    """What patterns are compared with: the model alone, and `agent:model`."""
    name = (model.name or "unknown").casefold()
    return name, f"{model.agent or ''}:{name}".casefold()


def _names_one(pattern: str, names: tuple[str, str]) -> bool:
    return matches(pattern.casefold(), names[":" in pattern])


def _within(patterns: Sequence[str], paths: Sequence[str]) -> list[str]:
    return [path for path in paths if any(path_matches(pattern, path) for pattern in patterns)]


def _reason(reason: str) -> str:
    return f" ({reason})" if reason else ""
