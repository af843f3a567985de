"""The classes of Go's regular expressions: those with a name, and those in brackets."""

from trailers.ownership.regexp.classes import CATEGORIES, PERL, POSIX, Item
from trailers.regexp.cursor import LAST, Cursor


class Scanner(Cursor):
    """An expression, and how far it is read."""

    def named(self) -> Item | None:
        """A class that the letter behind a backslash names; None where it names none."""
        one = self.source[self.at + 1 : self.at + 2]
        if one.lower() in PERL and one:
            self.at += 2
            return Item(PERL[one.lower()], negated=one.isupper())
        if one not in ("p", "P"):
            return None
        name, negated = self.category_name()
        if name not in CATEGORIES and name != "Any":
            raise ValueError(f"`\\{one}{{{name[:20]}}}` is no category of Unicode that is known here")
        return Item(((0, LAST),), "", negated) if name == "Any" else Item((), name, negated)

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
                ranges.append(self.class_range())
        self.at += 1
        return (*items, Item(tuple(ranges))), negated

    def _posix(self) -> Item | None:
        found = self.posix_name(POSIX)
        return Item(POSIX[found[0]], negated=found[1]) if found else None
