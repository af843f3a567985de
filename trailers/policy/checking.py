"""Check a parsed policy against its description: the value cleaned, and every mistake in it.

What is missing gets its default, what is wrong becomes None and a mistake. A cleaned table is a dict with
all its keys, a cleaned array a tuple, a date a `datetime.date`.
"""

import re

from trailers.policy.kinds import Choice, Day, Either, Flag, Kind, Listing, Pairs, Table, Text, Whole
from trailers.policy.mistakes import Mistake, Place, named, shown
from trailers.typed import Any, Callable

Mistakes = list[Mistake]

MOST = 100  # mistakes of which each is told, and guessed what was meant

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


def check(kind: Kind, value: object, at: Place, mistakes: Mistakes) -> Any:  # noqa: ANN401  # the kind says it
    """The value cleaned; `mistakes` grows by all that is wrong at `at` and below."""
    return _CHECKS[type(kind)](kind, value, at, mistakes)


def _table(kind: Table, value: object, at: Place, mistakes: Mistakes) -> object:
    if not isinstance(value, dict):
        return _not(kind, value, at, mistakes)
    known = {key.name for key in kind.keys}
    for name in value:
        if name not in known:
            guess = _guessed_key(kind, name) if len(mistakes) < MOST else ""
            _wrong(f"unknown key{guess}", (*at, name), mistakes)
    cleaned: dict[str, Any] = {}
    for key in kind.keys:
        if key.name in value:
            cleaned[key.name] = check(key.kind, value[key.name], (*at, key.name), mistakes)
        elif isinstance(key.kind, Table):
            cleaned[key.name] = check(key.kind, {}, (*at, key.name), mistakes)
        else:
            cleaned[key.name] = key.default
            if key.required:
                _wrong(f'the key "{key.name}" is missing', at, mistakes)
    return cleaned


def _listing(kind: Listing, value: object, at: Place, mistakes: Mistakes) -> object:
    if not isinstance(value, list):
        return _not(kind, value, at, mistakes)
    if len(value) < kind.least:
        return _wrong("an empty array says nothing: leave the key out", at, mistakes)
    if kind.unique:
        _unique(value, at, mistakes)
    return tuple(check(kind.item, item, (*at, index), mistakes) for index, item in enumerate(value))


def _unique(items: list[object], at: Place, mistakes: Mistakes) -> None:
    seen = set()
    for index, item in enumerate(items):
        if isinstance(item, str):
            if item in seen:
                _wrong(f"{shown(item)} is given twice", (*at, index), mistakes)
            seen.add(item)


def _pairs(kind: Pairs, value: object, at: Place, mistakes: Mistakes) -> object:
    if not isinstance(value, dict):
        return _not(kind, value, at, mistakes)
    for name in value:
        if not _has_form(kind.key, name):
            _wrong(f"this is not {kind.key.says}", (*at, name), mistakes)
    return {name: check(kind.value, held, (*at, name), mistakes) for name, held in value.items()}


def _either(kind: Either, value: object, at: Place, mistakes: Mistakes) -> object:
    if isinstance(value, str):
        return check(kind.short, value, at, mistakes)
    if isinstance(value, dict if isinstance(kind.long, Table) else int):
        return check(kind.long, value, at, mistakes)
    return _not(kind, value, at, mistakes)


def _text(kind: Text, value: object, at: Place, mistakes: Mistakes) -> object:
    if not isinstance(value, str):
        return _not(kind, value, at, mistakes)
    if not value:
        return _wrong("an empty string says nothing: leave the key out", at, mistakes)
    if len(value) > kind.longest:
        return _wrong(f"longer than {kind.longest} characters", at, mistakes)
    return value if _has_form(kind, value) else _not(kind, value, at, mistakes)


def _choice(kind: Choice, value: object, at: Place, mistakes: Mistakes) -> object:
    if not isinstance(value, str):
        return _not(kind, value, at, mistakes)
    if value in kind.values:
        return value
    guess = ""
    if len(mistakes) < MOST:
        from trailers.policy.guessing import meant  # only where something is wrong

        guess = meant(value, kind.values)
    return _wrong(f"{shown(value)} is not known{guess}", at, mistakes)


def _whole(kind: Whole, value: object, at: Place, mistakes: Mistakes) -> object:
    if not isinstance(value, int) or isinstance(value, bool):
        return _not(kind, value, at, mistakes)
    if not kind.least <= value <= kind.most:
        return _wrong(f"expected {kind.least} to {kind.most}, found {shown(value)}", at, mistakes)
    return value


def _day(kind: Day, value: object, at: Place, mistakes: Mistakes) -> object:
    from datetime import date, datetime

    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(_DAY, value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return _wrong(f"there is no day {value}", at, mistakes)
    return _not(kind, value, at, mistakes)


def _flag(kind: Flag, value: object, at: Place, mistakes: Mistakes) -> object:
    return value if isinstance(value, bool) else _not(kind, value, at, mistakes)


def _has_form(kind: Text, text: str) -> bool:
    return len(text) <= kind.longest and (not kind.form or re.fullmatch(kind.form, text) is not None)


def _not(kind: Kind, value: object, at: Place, mistakes: Mistakes) -> object:
    found = shown(value) if isinstance(value, str | bool | int | float) else named(value)
    return _wrong(f"expected {_says(kind)}, found {found}", at, mistakes)


def _wrong(why: str, at: Place, mistakes: Mistakes) -> object:
    mistakes.append(Mistake(at, why))
    return None


def _guessed_key(kind: Table, name: str) -> str:
    from trailers.policy.guessing import meant_key  # only where something is wrong

    return meant_key(name, kind)


def _says(kind: Kind) -> str:
    if isinstance(kind, Text):
        return kind.says
    if isinstance(kind, Either):
        return kind.short.says if isinstance(kind.long, Whole) else f"{kind.short.says}, or a table"
    if isinstance(kind, Choice):
        return f"one of {', '.join(kind.values)}" if len(kind.values) <= 5 else "a string"
    return _SAYS[type(kind)]


_SAYS: dict[type, str] = {
    Table: "a table",
    Listing: "an array",
    Pairs: "a table",
    Whole: "a whole number",
    Day: "a date such as 2027-01-31",
    Flag: "true or false",
}

_CHECKS: dict[type, Callable[[Any, object, Place, Mistakes], Any]] = {
    Table: _table,
    Listing: _listing,
    Pairs: _pairs,
    Either: _either,
    Text: _text,
    Choice: _choice,
    Whole: _whole,
    Day: _day,
    Flag: _flag,
}
