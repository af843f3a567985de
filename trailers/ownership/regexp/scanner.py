"""The smallest pieces of Go's regular expressions: escapes, and classes in brackets."""

from trailers.ownership.regexp.classes import CATEGORIES, LAST, PERL, POSIX, Item

_ESCAPES = {"a": 7, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
_OCTAL = "01234567"
_HEX = "0123456789abcdefABCDEF"


class Scanner:
    """An expression, and how far it is read. Methods begin at `at`, and leave it behind what they read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def named(self) -> Item | None:
        """A class that the letter behind a backslash names; None where it names none."""
        one = self.source[self.at + 1 : self.at + 2]
        if one.lower() in PERL and one:
            self.at += 2
            return Item(PERL[one.lower()], negated=one.isupper())
        if one not in ("p", "P"):
            return None
        start = self.at + 2
        end = start + 1
        name = self.source[start:end]
        if name == "{":
            end = self.source.find("}", start) + 1
            name = self.source[start + 1 : end - 1]
        caret = name.startswith("^")
        name = name.removeprefix("^")
        if not end or (name not in CATEGORIES and name != "Any"):
            raise ValueError(f"`\\{one}{{{name[:20]}}}` is no category of Unicode that is known here")
        self.at = end
        negated = caret != (one == "P")
        return Item(((0, LAST),), "", negated) if name == "Any" else Item((), name, negated)

    def escape(self) -> int:
        """The one character that a backslash stands for."""
        start = self.at
        one = self.source[start + 1 : start + 2]
        self.at += 2
        if not one:
            raise ValueError("the expression ends with a backslash")
        if one in _OCTAL and (one == "0" or self.source[self.at : self.at + 1] in tuple(_OCTAL)):
            while self.at < start + 4 and self.source[self.at : self.at + 1] in tuple(_OCTAL):
                self.at += 1
            return int(self.source[start + 1 : self.at], 8)
        if one == "x":
            return self._hex()
        if one in _ESCAPES:
            return _ESCAPES[one]
        if one.isascii() and not one.isalnum():
            return ord(one)
        what = "a back reference, which Go has not" if one.isdigit() else "nothing that Go knows"
        raise ValueError(f"`\\{one}` is {what}")

    def _hex(self) -> int:
        digits, after = self.source[self.at : self.at + 2], self.at + 2
        if digits.startswith("{"):
            close = self.source.find("}", self.at, self.at + 40)
            digits, after = self.source[self.at + 1 : close], close + 1
        elif len(digits) < 2:
            digits = ""
        code = int(digits, 16) if digits and all(one in _HEX for one in digits) else -1
        if not after or not 0 <= code <= LAST:
            raise ValueError("`\\x` takes two hexadecimal digits, or a character's number in braces")
        self.at = after
        return code

    def bracket(self) -> tuple[tuple[Item, ...], bool]:
        """What a class in brackets has, from behind its `[`, and whether all but that is meant."""
        negated = self.source.startswith("^", self.at)
        self.at += negated
        items: list[Item] = []
        ranges: list[tuple[int, int]] = []
        while not self.source.startswith("]", self.at) or not (items or ranges):
            if item := self._posix() or (self.source.startswith("\\", self.at) and self.named()) or None:
                items.append(item)
            else:
                ranges.append(self._range())
        self.at += 1
        return (*items, Item(tuple(ranges))), negated

    def _posix(self) -> Item | None:
        close = self.source.find(":]", self.at + 2) if self.source.startswith("[:", self.at) else -1
        if close < 0:
            return None
        name = self.source[self.at + 2 : close]
        negated, name = name.startswith("^"), name.removeprefix("^")
        if name not in POSIX:
            raise ValueError(f"`[:{name[:20]}:]` names no class")
        self.at = close + 2
        return Item(POSIX[name], negated=negated)

    def _range(self) -> tuple[int, int]:
        start = self.at
        low = high = self._one_of_class()
        if self.source.startswith("-", self.at) and self.source[self.at + 1 : self.at + 2] not in ("]", ""):
            self.at += 1
            high = self._one_of_class()
        if high < low:
            raise ValueError(f"`{self.source[start : self.at]}` ends before it begins")
        return low, high

    def _one_of_class(self) -> int:
        if self.at >= len(self.source):
            raise ValueError("a `[` is never closed")
        if self.source[self.at] == "\\":
            return self.escape()
        self.at += 1
        return ord(self.source[self.at - 1])
