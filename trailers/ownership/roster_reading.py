"""Read the roster's TOML: the people and the teams, or all that is wrong with them."""

import tomli

from trailers.errors import PolicyError
from trailers.message.hidden import first_hidden
from trailers.message.person import parse_person
from trailers.ownership.handle import folded
from trailers.typed import Any, Callable, Mapping, NamedTuple, NoReturn

LONGEST = 1024 * 1024  # characters of a file
LONGEST_NAME = 320  # characters of a handle or an address: RFC 3696 allows an address no more
MOST = 100  # mistakes of which each is told

_TABLES = ("people", "teams")

Handles = dict[str, list[str]]


class _Mistake(NamedTuple):
    """Why what stands at the key is wrong; `at` is (), (table,), (table, handle) or (table, handle, item)."""

    at: tuple[str | int, ...]
    why: str


def read_roster(text: str, source: str) -> tuple[Handles, Handles]:
    """Handles with their addresses, and teams with their handles; PolicyError tells every mistake."""
    tables = _parse(text, source)
    mistakes = [_Mistake((name,), _unknown(name)) for name in tables if name not in _TABLES]
    people = _read(tables, "people", _address, mistakes)
    teams = _read(tables, "teams", _member, mistakes)
    _find_shared(people, mistakes)
    _find_ambiguous(people, teams, mistakes)
    if mistakes:
        _refuse(mistakes, text, source)
    return people, teams


def _parse(text: str, source: str) -> dict[str, Any]:
    remedy = "mend the file of people and teams"
    if len(text) > LONGEST:
        raise PolicyError(f"{source}: longer than {LONGEST} characters", "make it shorter")
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        where = f"{source}:{error.lineno}"
        raise PolicyError(f"{where}: not TOML: {error.msg} (column {error.colno})", remedy) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, arrays without end
        raise PolicyError(f"{source}: not TOML: {error}", remedy) from error


def _read(
    tables: Mapping[str, Any], name: str, read: Callable[[str], str], mistakes: list[_Mistake]
) -> Handles:
    """One table, its keys and items as written; what is wrong is left out and becomes a mistake."""
    table = tables.get(name, {})
    if not isinstance(table, dict):
        mistakes.append(_Mistake((name,), f"expected a table, such as [{name}]"))
        return {}
    found: Handles = {}
    seen: dict[str, str] = {}
    for handle, items in table.items():
        at = (name, handle)
        why = _fault_of_handle(handle, name)
        if not why and folded(handle) in seen:
            why = f"the same handle as {_shown(seen[folded(handle)])}: case makes no other"
        if why:
            mistakes.append(_Mistake(at, why))
        seen.setdefault(folded(handle), handle)
        found[handle] = _items(items, at, read, mistakes)
    return found


def _items(
    items: object, at: tuple[str, str], read: Callable[[str], str], mistakes: list[_Mistake]
) -> list[str]:
    if not isinstance(items, list):
        mistakes.append(_Mistake(at, f'expected an array, such as ["{_EXAMPLES[at[0]]}"]'))
        return []
    found: list[str] = []
    seen = set()
    for index, item in enumerate(items):
        try:
            if not isinstance(item, str):
                _wrong(f'expected a string, such as "{_EXAMPLES[at[0]]}"')
            value = read(item)
            if folded(value) in seen:
                _wrong(f"{_shown(value)} is given twice")
        except ValueError as error:
            mistakes.append(_Mistake((*at, index), str(error)))
        else:
            seen.add(folded(value))
            found.append(value)
    return found


_EXAMPLES = {"people": "Jane Roe <jane@example.com>", "teams": "@jane"}


def _address(item: str) -> str:
    """The address of `Name <address>` or of an address alone; ValueError says what is wrong."""
    person = parse_person(item)
    address = person.email if person else item
    name, at, domain = address.partition("@")
    if not (name and at and domain) or "@" in domain or any(one in address for one in " \t<>"):
        _wrong(
            f"{_shown(item)} is neither an e-mail address nor a name with one: Jane Roe <jane@example.com>"
        )
    _check_characters(address)
    return address


def _member(item: str) -> str:
    """The handle of a team's member; ValueError says what is wrong."""
    if "@" in item[1:2] or "/" in item:
        _wrong(f"{_shown(item)} is a team: a team holds people, so list these")
    if not item.startswith("@") and "@" in item:
        _wrong(f"{_shown(item)} is an address: name the person by a handle, whose addresses are in [people]")
    if why := _fault_of_handle(item, "people"):
        _wrong(why)
    return item


def _fault_of_handle(text: str, table: str) -> str:
    """Why this can be no key of the table; empty where it can."""
    name = text.removeprefix("@")
    if name == text or not name or name == "@":
        return f"{_shown(text)} is no handle: it begins with @"
    if table == "people" and (name.startswith("@") or "/" in name):
        return f"{_shown(text)} is a team: it belongs into [teams]"
    bare = name.removeprefix("@")
    quoted = len(bare) > 2 and bare[0] == bare[-1] == '"'
    if "\t" in bare or (" " in bare and not quoted):
        return f"{_shown(text)} holds a blank: no handle does, but in quotes"
    try:
        _check_characters(text)
    except ValueError as error:
        return str(error)
    return ""


def _check_characters(text: str) -> None:
    if len(text) > LONGEST_NAME:
        _wrong(f"longer than {LONGEST_NAME} characters")
    if hidden := first_hidden(text):
        _wrong(f"{_shown(text)} holds a character that is not seen: {hidden[1]}")


def _find_shared(people: Handles, mistakes: list[_Mistake]) -> None:
    """Addresses of two people: nobody could say whose approval it is."""
    holders: dict[str, str] = {}
    for handle, addresses in people.items():
        for address in addresses:
            holder = holders.setdefault(folded(address), handle)
            if folded(holder) != folded(handle):
                why = f"{_shown(address)} is {_shown(holder)}'s: an address is one person's"
                mistakes.append(_Mistake(("people", handle), why))


def _find_ambiguous(people: Handles, teams: Handles, mistakes: list[_Mistake]) -> None:
    """Handles of a person and a team, and teams among a team's people."""
    names = {folded(team) for team in teams}
    mistakes += [
        _Mistake(("people", handle), f"{_shown(handle)} is in [teams] too: which is it?")
        for handle in people
        if folded(handle) in names
    ]
    for team, members in teams.items():
        for member in members:
            if folded(member) in names:
                why = f"{_shown(member)} is a team: a team holds people, so list these"
                mistakes.append(_Mistake(("teams", team), why))


def _refuse(mistakes: list[_Mistake], text: str, source: str) -> NoReturn:
    lines = _lines_of(text)
    told = []
    for at, why in mistakes[:MOST]:
        line = lines.get(at[:2], lines.get(at[:1]))
        where = source if line is None else f"{source}:{line}"
        told.append((line or 0, ": ".join((where, _dotted(at), why))))
    told.sort(key=lambda pair: pair[0])
    if len(mistakes) > MOST:
        told.append((0, f"{source}: and {len(mistakes) - MOST} more mistakes"))
    remedy = '[teams] holds "@org/team" = ["@jane"]; [people] holds "@jane" = ["Jane Roe <jane@example.com>"]'
    raise PolicyError("\n".join(sentence for _, sentence in told), remedy)


def _lines_of(text: str) -> dict[tuple[str | int, ...], int]:
    """The line of each table, and of each key that begins a line; the parser keeps none."""
    lines: dict[tuple[str | int, ...], int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip(" \t\r")
        if stripped.startswith("["):
            table = stripped.strip("[").partition("]")[0].strip(" \t\"'")
            lines.setdefault((table,), number)
        elif "=" in stripped:
            key = stripped.partition("=")[0].strip(" \t")
            key = key[1:-1] if key[:1] in ("'", '"') else key
            lines.setdefault((table, key) if table else (key,), number)
    return lines


def _unknown(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name[:64].lower(), _TABLES, n=1)
    return f"unknown key; did you mean [{near[0]}]?" if near else "unknown key; known: people, teams"


def _dotted(at: tuple[str | int, ...]) -> str:
    """The key as TOML would write it: `teams."@org/docs"[1]`."""
    text = ""
    for part in at:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            bare = part.isascii() and part.replace("_", "").isalnum() and len(part) <= 64
            text += ("." if text else "") + (part if bare else _shown(part))
    return text


def _shown(text: str) -> str:
    """The string made safe and short for a message."""
    import json

    quoted = json.dumps(text).replace("\x7f", "?")
    return quoted if len(quoted) <= 60 else f"{quoted[:57]}..."


def _wrong(why: str) -> NoReturn:
    raise ValueError(why)
