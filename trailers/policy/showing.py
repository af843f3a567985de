"""Show the effective policy: as a table, and as the TOML text that says the same."""

from trailers.policy.description import POLICY
from trailers.policy.kinds import Table
from trailers.policy.models import Approved, Denied
from trailers.policy.policy import Policy
from trailers.typed import Any, Iterator

Shown = dict[str, Any]


def as_table(policy: Policy) -> Shown:
    """All that the policy says, under its keys; without the keys that have no value. Dates are dates."""
    disclosure = {**policy.disclosure._asdict(), "keys": policy.disclosure.keys._asdict()}
    bots = [{**bot._asdict(), "id": int(bot.id) if bot.id.isdigit() else bot.id} for bot in policy.bots]
    table = {
        "requires": policy.requires,
        "bots": bots,
        "disclosure": disclosure,
        "models": {
            "approved": list(map(_entry, policy.models.approved)),
            "denied": list(map(_entry, policy.models.denied)),
        },
        "approver": policy.approver._asdict(),
        "owners": policy.owners._asdict(),
        "secrets": policy.secrets._asdict(),
        "context": policy.context._asdict(),
        "attribution": policy.attribution._asdict(),
        "history": {"grandfather": policy.grandfather},
        "severity": dict(sorted(policy.severity.items())),
        "limits": policy.limits._asdict(),
    }
    shown: Shown = _with_values(table)
    return shown


def show(policy: Policy) -> str:
    """The policy as TOML, which loads as the same policy; a value that is the default is marked as such."""
    lines = _section(as_table(policy), (), dict(_defaults(POLICY, ())))
    return "\n".join([f"# from {policy.source}", *lines, ""])


def _entry(entry: Approved | Denied) -> str | Shown:
    table: Shown = _with_values(entry._asdict())
    return entry.model if list(table) == ["model"] else table


def _with_values(value: Any) -> Any:  # noqa: ANN401  # any TOML value
    """The value with arrays as lists, and without empty keys in any of its tables."""
    if isinstance(value, dict):
        cleaned = {name: _with_values(held) for name, held in value.items()}
        return {name: held for name, held in cleaned.items() if held not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [_with_values(item) for item in value]
    return value


def _defaults(table: Table, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    for key in table.keys:
        if isinstance(key.kind, Table):
            yield from _defaults(key.kind, (*above, key.name))
        else:
            yield (*above, key.name), _with_values(key.default)


def _section(table: Shown, at: tuple[str, ...], defaults: dict[tuple[str, ...], object]) -> Iterator[str]:
    """The lines of a table: its own values, then the tables in it."""
    tables = {name: value for name, value in table.items() if isinstance(value, dict)}
    if at and len(tables) < len(table):
        yield from ("", f"[{'.'.join(at)}]")
    for name, value in table.items():
        if name not in tables:
            mark = "  # default" if value == defaults.get((*at, name)) else ""
            yield f"{name} = {_value(value)}{mark}"
    for name, value in tables.items():
        yield from _section(value, (*at, name), defaults)


def _value(value: Any) -> str:  # noqa: ANN401  # any TOML value
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return '"' + "".join(map(_character, value)) + '"'
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            return "{ " + ", ".join(f"{name} = {_value(held)}" for name, held in value.items()) + " }"
        case _:
            return str(value)


def _character(one: str) -> str:
    return one if one.isprintable() and one not in '"\\' else f"\\U{ord(one):08x}"
