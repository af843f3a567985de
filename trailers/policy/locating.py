"""Where a key stands in a TOML text. Imported only where something is wrong.

The parser keeps no lines. This reads headers and keys line by line: right for every key that begins a
line of its own, which is nearly all; for another one, the nearest key around it.
"""

from trailers.policy.mistakes import Place

_QUOTES = ('"""', "'''")
_DEEPEST = 8  # parts of a key: no key of ours has more

Lines = dict[Place, int]


def line_of(lines: Lines, at: Place) -> int | None:
    """The line of the key at `at`, or of the nearest key around it; None where there is none."""
    while at:
        if at in lines:
            return lines[at]
        at = at[:-1]
    return None


def lines_of(text: str) -> Lines:
    """The line of each key, counted from 1."""
    lines: Lines = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    quote = ""
    for number, line in enumerate(text.split("\n"), 1):
        if quote:
            quote = "" if line.count(quote) % 2 else quote
            continue
        quote = next((mark for mark in _QUOTES if line.count(mark) % 2), "")
        stripped = line.strip(" \t\r")
        if stripped.startswith("["):
            table = _within_arrays(_key(stripped.strip("[").partition("]")[0]), counts)
            _note(lines, (), table, number)
            if stripped.startswith("[["):
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
                lines[table] = number
        elif "=" in stripped:
            _note(lines, table, _key(stripped.partition("=")[0]), number)
    return lines


def _note(lines: Lines, table: Place, key: Place, number: int) -> None:
    """Note the line for the key in the table, and for each table that the key is the first to name."""
    for length in range(1, len(key) + 1):
        lines.setdefault((*table, *key[:length]), number)


def _within_arrays(key: Place, counts: dict[Place, int]) -> Place:
    """The key with the number of the current item after each array of tables that it passes."""
    at: Place = ()
    for part in key[:-1]:
        at = (*at, part)
        if at in counts:
            at = (*at, counts[at])
    return (*at, *key[-1:])


def _key(text: str) -> Place:
    """A dotted key's parts, bare or in quotes."""
    parts = text.split(".", _DEEPEST)[:_DEEPEST]
    return tuple(part.strip(" \t").strip("\"'") for part in parts)
