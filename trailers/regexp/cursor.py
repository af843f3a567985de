"""The smallest pieces of a Go regular expression: escapes, ranges, counts, and how a group begins.

The language is RE2's as Go writes it, https://pkg.go.dev/regexp/syntax. What cannot be matched in linear
time is not in it: no look-around and no back references.
"""

from trailers.typed import Container

LAST = 0x10FFFF  # the last character of Unicode
_ESCAPES = {"a": 7, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
_OCTAL = "01234567"
_HEX = "0123456789abcdefABCDEF"


class Cursor:
    """An expression, how far it is read, and the flags that hold there.

    Methods begin at `at`, and leave it behind what they read; ValueError says why Go would refuse it.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.flags: frozenset[str] = frozenset()

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

    def class_range(self) -> tuple[int, int]:
        """The first and the last character of a range in brackets; a single one is both."""
        start = self.at
        low = high = self._one_of_class()
        if self.source.startswith("-", self.at) and self.source[self.at + 1 : self.at + 2] not in ("]", ""):
            self.at += 1
            high = self._one_of_class()
        if high < low:
            raise ValueError(f"`{self.source[start : self.at]}` ends before it begins")
        return low, high

    def posix_name(self, known: Container[str]) -> tuple[str, bool] | None:
        """The class in `[:name:]`, and whether all but that is meant; None where nothing begins so."""
        close = self.source.find(":]", self.at + 2) if self.source.startswith("[:", self.at) else -1
        if close < 0:
            return None
        name = self.source[self.at + 2 : close]
        bare = name.removeprefix("^")
        if bare not in known:
            raise ValueError(f"`[:{name[:20]}:]` names no class")
        self.at = close + 2
        return bare, name != bare

    def category_name(self) -> tuple[str, bool]:
        r"""The name in `\pL` or `\P{^Lu}`, empty where it has no end; and whether all but that is meant."""
        big = self.source.startswith("P", self.at + 1)
        start = self.at + 2
        end = start + 1
        name = self.source[start:end]
        if name == "{":
            end = self.source.find("}", start) + 1
            name = self.source[start + 1 : end - 1] if end else ""
        self.at = end or len(self.source)
        bare = name.removeprefix("^")
        return bare, (name != bare) != big

    def counts(self) -> tuple[int, int, int] | None:
        """What `{2,5}` says (-1: any number), and where it ends; None where a brace is just a character."""
        close = self.source.find("}", self.at, self.at + 24)
        least, comma, most = self.source[self.at + 1 : close].partition(",")
        if close < 0 or not _is_count(least) or (comma and most and not _is_count(most)):
            return None
        first = int(least)
        return first, (int(most) if most else -1) if comma else first, close + 1

    def named_group(self) -> bool:
        """Whether a group begins with a name, as `?P<name>`, which is read then."""
        rest = self.source[self.at + 1 : self.at + 4]
        if rest.startswith(("=", "!", "<=", "<!")):
            raise ValueError("look-around, as in `(?!`, is not in Go's language, and is not read here")
        if not rest.startswith(("P<", "<")):
            return False
        start = self.at + 2 + rest.index("<")
        end = self.source.find(">", start)
        name = self.source[start:end] if end >= 0 else ""
        if not name or not name.isascii() or not name.replace("_", "a").isalnum():
            raise ValueError("a group's name is of letters, digits and `_`, as in `(?P<name>`")
        self.at = end + 1
        return True

    def group_flags(self) -> bool:
        """Read flags behind a `(?`, which hold from here on; whether there is a group at all."""
        at, sign, some = self.at + 1, True, False
        flags = set(self.flags)
        while at < len(self.source):
            one = self.source[at]
            at += 1
            if one in "imsU":
                (flags.add if sign else flags.discard)(one)
                some = True
            elif one == "-" and sign:
                sign, some = False, False
            elif one in ":)" and (sign or some):
                self.at, self.flags = at, frozenset(flags)
                return one == ":"
            else:
                break
        raise ValueError(f"`({self.source[self.at : at]}` begins no group that Go knows")

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

    def _one_of_class(self) -> int:
        if self.at >= len(self.source):
            raise ValueError("a `[` is never closed")
        if self.source[self.at] == "\\":
            return self.escape()
        self.at += 1
        return ord(self.source[self.at - 1])


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and (len(text) == 1 or text[0] != "0")
