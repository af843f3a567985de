"""Reading a file in which each line is a pattern and its owners: GitHub's and Bitbucket Cloud's form.

A line that has anything wrong is skipped, the others hold: "If any line in your CODEOWNERS file contains
invalid syntax, that line will be skipped" (GitHub, "CODEOWNERS syntax").
"""

from trailers.ownership.codeowners import CodeOwners, Entry, Mistake
from trailers.ownership.dialects.dialect import OwnerOf
from trailers.ownership.dialects.gitignore import shape_of
from trailers.ownership.dialects.lines import lines_of, tokens_of
from trailers.ownership.owner import Owner


class _Owners(dict[str, tuple[Owner, ...] | None]):
    """The owners of what follows a pattern, by that text. Equal tuples are one object, as are equal owners.

    None stands for a text that holds something else.
    """

    def __init__(self, owner_of: OwnerOf) -> None:
        super().__init__()
        self.owner_of = owner_of
        self.words: dict[str, Owner | None] = {}
        self.tuples: dict[tuple[Owner, ...], tuple[Owner, ...]] = {}

    def __missing__(self, text: str) -> tuple[Owner, ...] | None:
        owners = self._read(text)
        self[text] = owners if owners is None else self.tuples.setdefault(owners, owners)
        return self[text]

    def _read(self, text: str) -> tuple[Owner, ...] | None:
        owners: list[Owner] = []
        for word in text.split(" "):
            if word[:1] == "#":
                break
            if word:
                if word not in self.words:
                    self.words[word] = self.owner_of(word)
                owner = self.words[word]
                if owner is None:
                    return None
                owners.append(owner)
        return tuple(owners)


def read(text: str, path: str, dialect: str, owner_of: OwnerOf) -> CodeOwners:
    """Read the file of a dialect in which `owner_of` tells what an owner's word means."""
    lines = lines_of(text)
    entries: list[Entry] = []
    mistakes: list[Mistake] = []
    owners_in = _Owners(owner_of)
    flat = lines if "\t" not in text else [line.replace("\t", " ") for line in lines]
    for number, line in enumerate(flat, 1):
        pattern, _, rest = line.partition(" ")
        if not pattern:
            pattern, _, rest = line.lstrip(" ").partition(" ")
        if not pattern or pattern[0] == "#":
            continue
        if pattern[-1] == "\\":  # the blank belongs to the pattern, or nothing does
            pattern, rest = _escaped(lines[number - 1])
        shape = shape_of(pattern)
        owners = owners_in[rest.strip(" ")]
        if shape is not None and owners is not None:
            entries.append(Entry(number, pattern, owners, shape))
        if shape is None or owners is None or _foreign(pattern):
            from trailers.ownership.dialects.mistakes import mistakes_in

            mistakes += mistakes_in(lines[number - 1], number, dialect, owner_of)
    return CodeOwners(path, dialect, lines, tuple(entries), mistakes=tuple(mistakes))


def _foreign(pattern: str) -> bool:
    """Whether a pattern that these dialects read may be another dialect's: seldom, and cheaply asked."""
    return pattern[-1] in "$)" or "{" in pattern or pattern[:2] == "@@"


def _escaped(line: str) -> tuple[str, str]:
    """The pattern of a line, and what follows it."""
    token = tokens_of(line)[0]
    return token.text, line[token.column - 1 + len(token.text) :].replace("\t", " ")
