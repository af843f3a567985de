"""Mibex' merge checks: `Check(@@Seniors >= 1)`, `OverallCheck(2)`, put together with `&` and `|`.

https://docs.mibexsoftware.com/codeowners/merge-checks. Checks on lines of their own must all hold. `&` binds
closer than `|`, as everywhere; the page has only one of the two in a line. `*` is everybody.
"""

from trailers.ownership.dialects.lines import BLANK
from trailers.ownership.dialects.mibex.owners import group_name, owner_of

# How many must approve where it says `*`: more than any group has, so that who takes it for a number asks
# for too much and never for too little.
EVERYBODY = 1_000_000_000
_MOST = 64  # alternatives, and parentheses within each other

# Some checks of which one must hold; all of several such must hold.
AnyOf = tuple[tuple[str, int], ...]


def is_check(line: str) -> bool:
    """Whether a line, without the blanks before it, is one of merge checks."""
    return line.lstrip("(" + BLANK).startswith(("Check(", "OverallCheck("))


def checks_of(line: str) -> tuple[AnyOf, ...]:
    """What must hold: all of these, each any of its groups with its count; "" is everybody who owns.

    ValueError, with a plain reason, where the line is no such expression.
    """
    reader = _Reader(line.strip(BLANK))
    found = reader.either(0)
    if reader.at < len(reader.text):
        raise ValueError(f"`{reader.text[reader.at : reader.at + 20]}` is no `&`, no `|` and no end")
    return found


class _Reader:
    """One pass over a line, deeper with each parenthesis."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def either(self, depth: int) -> tuple[AnyOf, ...]:
        """Alternatives: each of the one with each of the other, so that all of them can be asked for."""
        found = self._both(depth)
        while self._takes("|"):
            others = self._both(depth)
            if len(found) * len(others) > _MOST or sum(map(len, found + others)) > _MOST:
                raise ValueError(f"it has more than {_MOST} alternatives")
            found = tuple((*one, *other) for one in found for other in others)
        return found

    def _both(self, depth: int) -> tuple[AnyOf, ...]:
        found = list(self._one(depth))
        while self._takes("&"):
            found += self._one(depth)
        return tuple(found)

    def _one(self, depth: int) -> tuple[AnyOf, ...]:
        if depth > _MOST:
            raise ValueError(f"more than {_MOST} parentheses stand within each other")
        if self._takes("("):
            found = self.either(depth + 1)
            self._must("a parenthesis", ")")
            return found
        if self._takes("OverallCheck("):
            name = ""
            count = self._until(")")
        elif self._takes("Check("):
            name, count = self._group()
        else:
            raise ValueError("a check is `Check(@@Group >= 2)` or `OverallCheck(2)`")
        self._must("a check", ")")
        return (((name, _number(count)),),)

    def _group(self) -> tuple[str, str]:
        text = self._until(")")
        group, _, count = text.rpartition(">=")
        group = group.strip(BLANK)
        owner = owner_of(group)
        if owner is None or owner.kind != "group":
            raise ValueError(f"`{text.strip(BLANK)[:80]}` is not of the form `@@Group >= 2`")
        return group_name(group), count

    def _until(self, end: str) -> str:
        """The text up to the next `end` that is not in quotes."""
        start, quoted = self.at, False
        while self.at < len(self.text) and (quoted or self.text[self.at] != end):
            quoted ^= self.text[self.at] == '"'
            self.at += 1
        return self.text[start : self.at]

    def _takes(self, wanted: str) -> bool:
        while self.text[self.at : self.at + 1] in (" ", "\t"):
            self.at += 1
        if not self.text.startswith(wanted, self.at):
            return False
        self.at += len(wanted)
        return True

    def _must(self, what: str, wanted: str) -> None:
        if not self._takes(wanted):
            raise ValueError(f"{what} is never closed")


def _number(text: str) -> int:
    digits = text.strip(BLANK)
    if digits == "*":
        return EVERYBODY
    if not (digits.isascii() and digits.isdigit()) or not 0 < len(digits) < 10 or int(digits) == 0:
        raise ValueError(f"`{digits[:20]}` is no count from 1 on, and no `*`")
    return int(digits)
