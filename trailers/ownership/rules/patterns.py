"""Writing a pattern for a path: what a remedy suggests, in the dialect of the file.

A character that no line can hold, that no editor shows, or that would look like another dialect, is written
as "any one character".
"""

from trailers.ownership.dialects.dialect import Dialect

_GLOB = frozenset("\\*?[] ")
_SPECIAL = _GLOB | {"{", "}"}
_REGEXP = frozenset("\\.+*?()|[]^$")


def pattern_of(path: str, dialect: Dialect) -> str:
    """The pattern that matches just this path; where that ends with a slash, all that is below it."""
    if dialect.combines == "union":  # regular expressions
        return "".join(map(_in_regexp, path)) + (".*" if path.endswith("/") else "")
    if path.isprintable() and _SPECIAL.isdisjoint(path):
        return "/" + path
    return "/" + "".join(map(_in_glob, path))


def _in_glob(one: str) -> str:
    if one in _GLOB:
        return "\\" + one
    return one if one.isprintable() and one not in _SPECIAL else "?"


def _in_regexp(one: str) -> str:
    """As Go reads it, behind the line's own backslashes, each of which takes the next character as it is."""
    if one in _REGEXP:
        return "\\\\" + ("\\\\" if one == "\\" else one)
    if one in " #":
        return "\\" + one
    return one if one.isprintable() and one not in "{}" else "[^/]"
