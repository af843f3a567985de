"""Choices in a pattern of Mibex' dialect: `main.{java,js}` is `main.java` or `main.js`.

https://docs.mibexsoftware.com/codeowners/owner-rules. A choice may hold slashes, and choices.
"""

MOST = 100  # patterns that one pattern may stand for
_LONGEST = 4_096  # characters of a pattern with choices, as of a path


def choices(pattern: str) -> list[str]:
    """The patterns that one with choices stands for; ValueError, with the reason, where they are too many.

    A brace that is not closed, or behind a backslash, is a plain character.
    """
    if "{" not in pattern:
        return [pattern]
    if len(pattern) > _LONGEST:
        raise ValueError(f"with braces it is longer than {_LONGEST:,} characters")
    # Each open choice: the patterns so far before it, those of its finished branches, where it begins.
    opened: list[tuple[list[str], list[str], int]] = []
    now = [""]
    closing = _closing(pattern)
    at = start = 0
    while at < len(pattern):
        one = pattern[at]
        if one == "{" and at in closing:
            now = _joined(now, [pattern[start:at]])
            opened.append((now, [], closing[at]))
            now, start = [""], at + 1
        elif opened and (one == "," or at == opened[-1][2]):
            before, branches, end = opened[-1]
            branches += _joined(now, [pattern[start:at]])
            _check(len(branches))
            now, start = [""], at + 1
            if at == end:
                opened.pop()
                now = _joined(before, branches)
        at += 2 if one == "\\" else 1
    return _joined(now, [pattern[start:]])


def _closing(pattern: str) -> dict[int, int]:
    """Where each brace that is closed is closed."""
    found: dict[int, int] = {}
    opened: list[int] = []
    at = 0
    while at < len(pattern):
        if pattern[at] == "{":
            opened.append(at)
        elif pattern[at] == "}" and opened:
            found[opened.pop()] = at
        at += 2 if pattern[at] == "\\" else 1
    return found


def _joined(firsts: list[str], lasts: list[str]) -> list[str]:
    _check(len(firsts) * len(lasts))
    return [first + last for first in firsts for last in lasts]


def _check(count: int) -> None:
    if count > MOST:
        raise ValueError(f"its braces make more than {MOST} patterns")
