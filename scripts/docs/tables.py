"""The parts of the docs that are made from the code: tables of keys and profiles, the rules' pages."""

from collections.abc import Callable, Iterator

from scripts.docs.command_line_page import cli
from trailers.disclosure.profiles import profile_named, profile_names
from trailers.policy.description import POLICY
from trailers.policy.kinds import Choice, Day, Either, Flag, Key, Kind, Listing, Pairs, Table, Whole
from trailers.verify.registry import RULES


def rules() -> str:
    """Every rule's page, in one file with an anchor each."""
    lines = ["| rule | name | severity |", "| --- | --- | --- |"]
    for rule in RULES.values():
        anchor = f"{rule.id.lower()}-{rule.name}"
        lines.append(f"| [{rule.id}](#{anchor}) | {rule.name} | {rule.severity} |")
    for rule in RULES.values():
        page = rule.page.replace("\n## ", "\n### ").strip()
        lines += ["", f"## {rule.id} {rule.name}", "", page]
    return "\n".join(lines)


def keys() -> str:
    """A table of the policy's keys."""
    lines = ["| key | holds | default | meaning |", "| --- | --- | --- | --- |"]
    for name, key in _keys(POLICY, ""):
        lines.append(f"| `{name}` | {_kind(key.kind)} | {_default(key)} | {key.help} |")
    return "\n".join(lines)


def profiles() -> str:
    """A table of the profiles, each under its own name."""
    lines = ["| profile | form | example | makes due | for |", "| --- | --- | --- | --- | --- |"]
    for profile in map(profile_named, dict.fromkeys(map(_own_name, profile_names()))):
        due = ", ".join(field for field in ("model", "context", "approver") if field in profile.carries)
        example = f"{profile.keys.model[0]}: {profile.dialect.example}"
        cells = (f"`{profile.name}`", f"`{profile.dialect.form}`", f"`{example}`", due, profile.summary)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


GENERATED: dict[str, Callable[[], str]] = {"rules": rules, "keys": keys, "profiles": profiles, "cli": cli}


def _own_name(name: str) -> str:
    return profile_named(name).name


def _keys(table: Table, prefix: str) -> Iterator[tuple[str, Key]]:
    for key in table.keys:
        kind = key.kind.item if isinstance(key.kind, Listing) else key.kind
        kind = kind.long if isinstance(kind, Either) else kind
        inner = f"{prefix}{key.name}[]." if isinstance(key.kind, Listing) else f"{prefix}{key.name}."
        if not isinstance(key.kind, Table):
            yield prefix + key.name, key
        if isinstance(kind, Table):
            yield from _keys(kind, inner)


def _kind(kind: Kind) -> str:  # noqa: PLR0911  # one line a kind
    match kind:
        case Choice():
            return ", ".join(f"`{value}`" for value in kind.values)
        case Listing():
            return f"a list: {_kind(kind.item)}"
        case Either():
            return f"{kind.short.says}, or {_kind(kind.long)}"
        case Pairs():
            return f"{kind.key.says} = {_kind(kind.value)}"
        case Table():
            return "a table"
        case Flag():
            return "true or false"
        case Day():
            return "a date"
        case Whole():
            return f"a number from {kind.least:,} to {kind.most:,}"
    return kind.says


def _default(key: Key) -> str:
    if key.default is None:
        return "needed" if key.required else ""
    value = list(key.default) if isinstance(key.default, tuple) else key.default
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"
