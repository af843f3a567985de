"""Which characters a piece of a Go expression stands for: classes with a name, and in brackets."""

from trailers.regexp.cursor import Cursor
from trailers.secrets.gitleaks.node import ASCII, Node, of_bytes
from trailers.typed import Mapping, NamedTuple

_FEW = 256  # characters beyond ASCII that a class may name one by one


def _range(low: str, high: str) -> int:
    return of_bytes(bytes(range(ord(low), ord(high) + 1)))


_DIGIT, _LOWER, _UPPER = _range("0", "9"), _range("a", "z"), _range("A", "Z")
_WORD = _DIGIT | _LOWER | _UPPER | of_bytes(b"_")
# https://pkg.go.dev/regexp/syntax
PERL: Mapping[str, int] = {"d": _DIGIT, "s": of_bytes(b"\t\n\f\r "), "w": _WORD}
POSIX: Mapping[str, int] = {
    "alnum": _DIGIT | _LOWER | _UPPER,
    "alpha": _LOWER | _UPPER,
    "ascii": ASCII,
    "blank": of_bytes(b"\t "),
    "cntrl": _range("\0", "\x1f") | of_bytes(b"\x7f"),
    "digit": _DIGIT,
    "graph": _range("!", "~"),
    "lower": _LOWER,
    "print": _range(" ", "~"),
    "punct": _range("!", "/") | _range(":", "@") | _range("[", "`") | _range("{", "~"),
    "space": of_bytes(b"\t\n\v\f\r "),
    "upper": _UPPER,
    "word": _WORD,
    "xdigit": _DIGIT | _range("A", "F") | _range("a", "f"),
}


class Set(NamedTuple):
    """Characters: those of ASCII as bits, others one by one, or all that are beyond ASCII."""

    ascii: int = 0
    others: tuple[str, ...] = ()
    high: bool = False

    def joined(self, other: "Set") -> "Set":
        """The characters of both."""
        return Set(self.ascii | other.ascii, (*self.others, *other.others), self.high or other.high)

    def negated(self) -> "Set":
        """All others; of those beyond ASCII all, which is more than Go takes where some are named."""
        return Set(ASCII & ~self.ascii, (), not self.high)

    def folded(self) -> "Set":
        """With the letters' other cases."""
        letters = bytes(code for code in range(128) if self.ascii >> code & 1)
        ascii_ = self.ascii | of_bytes(letters.lower()) | of_bytes(letters.upper())
        others = (case for one in self.others for case in (one, one.lower(), one.upper()) if len(case) == 1)
        return Set(ascii_, tuple(dict.fromkeys(others)), self.high)

    def node(self) -> Node:
        """The piece that is one of these characters."""
        if self.high:
            return Node("character", mask=self.ascii)
        spelt = [_spelt(one) for one in dict.fromkeys(self.others) if not one.isascii()]
        ascii_ = self.ascii | of_bytes("".join(one for one in self.others if one.isascii()).encode())
        if not spelt:
            return Node("byte", mask=ascii_)
        alternatives = (*([Node("byte", mask=ascii_)] if ascii_ else []), *spelt)
        return alternatives[0] if len(alternatives) == 1 else Node("one of", alternatives)


def single(code: int) -> Set:
    """One character."""
    return Set(1 << code) if code < 128 else Set(0, (chr(code),))


def _spelt(character: str) -> Node:
    """A character beyond ASCII as its bytes."""
    codes = character.encode("utf-8", "surrogatepass")
    return Node("all of", tuple(Node("byte", mask=1 << code) for code in codes))


class Scanner(Cursor):
    """An expression, and how far it is read."""

    def named(self) -> Set | None:
        r"""A class that the letter behind a backslash names, as `\d`; None where it names none.

        Of a category of Unicode, as `\pL`, all that is beyond ASCII is taken.
        """
        one = self.source[self.at + 1 : self.at + 2]
        if one and one.lower() in PERL:
            self.at += 2
            found = Set(PERL[one.lower()])
            return found if one.islower() else found.negated()
        if one not in ("p", "P"):
            return None
        name, negated = self.category_name()
        if not name.isidentifier():
            raise ValueError(f"`\\{one}` names no category of Unicode")
        return Set(_of_category(name, negated), (), True)

    def bracket(self, *, folded: bool) -> Set:
        """What a class in brackets has, from behind its `[`."""
        negated = self.source.startswith("^", self.at)
        self.at += negated
        found, empty = Set(), True
        while empty or not self.source.startswith("]", self.at):
            item = self._posix() or (self.named() if self.source.startswith("\\", self.at) else None)
            found, empty = found.joined(item or self._span()), False
        self.at += 1
        found = found.folded() if folded else found
        return found.negated() if negated else found

    def _posix(self) -> Set | None:
        found = self.posix_name(POSIX)
        if not found:
            return None
        named = Set(POSIX[found[0]])
        return named.negated() if found[1] else named

    def _span(self) -> Set:
        low, high = self.class_range()
        ascii_ = sum(1 << code for code in range(low, min(high, 127) + 1))
        if high - max(low, 128) >= _FEW:
            return Set(ascii_, (), True)
        return Set(ascii_, tuple(map(chr, range(max(low, 128), high + 1))))


def _of_category(name: str, negated: bool) -> int:
    import unicodedata

    mask = 0
    for code in range(128):
        category = unicodedata.category(chr(code))
        # Of scripts, as `\p{Greek}`, Latin alone is in ASCII.
        fits = (
            category.startswith(name)
            if len(name) < 3
            else name == "Any" or (name == "Latin" and category[0] == "L")
        )
        mask |= (fits != negated) << code
    return mask
