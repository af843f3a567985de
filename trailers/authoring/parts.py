"""The commits that a message comes from: the one that is amended, those that a squash puts together."""

import os

from trailers.authoring.occasion import FIXUPS, SQUASHED
from trailers.process import Git
from trailers.repository.batch import split_batch
from trailers.repository.commit import parse_commit
from trailers.typed import Iterable, Iterator, Sequence
from trailers.verify.examining import examine
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

_HEXADECIMAL = frozenset("0123456789abcdef")
# A squash of more commits than these is not looked into: it would keep its user waiting.
MOST = 2000


def has_tree_of(git: Git, commit: str) -> bool:
    """Whether what is committed now has the content of that commit."""
    return git.ask("diff", "--cached", "--quiet", "--no-ext-diff", commit) is not None


def squashed(git_directory: str) -> tuple[str, ...]:
    """The commits that `git merge --squash` lists, oldest first."""
    lines = _lines(os.path.join(git_directory, SQUASHED))
    return tuple(_ids(line.removeprefix("commit ") for line in lines if line.startswith("commit ")))[::-1]


def fixed_up(git_directory: str) -> tuple[str, ...]:
    """What a rebase melts into one: HEAD, which has all before it, and the last `fixup` or `squash`."""
    last = [line.split()[-1] for line in _lines(os.path.join(git_directory, FIXUPS)) if line.split()][-1:]
    return ("HEAD", *_ids(last))


def subjects_of(git: Git, names: Sequence[str], setting: Setting) -> list[Subject]:
    """The commits as the rules see them, of the first `MOST`; what this clone does not have is left out."""
    if not names:
        return []
    asked = "".join(f"{name}\n" for name in names[:MOST]).encode()
    objects = split_batch([git.run("cat-file", "--batch", "--buffer", stdin=asked)])
    return [
        examine(parse_commit(stored.id, stored.content), setting, "")
        for together in objects
        for stored in together
        if stored.content is not None
    ]


def _ids(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        name = word.strip()
        if len(name) in (40, 64) and _HEXADECIMAL.issuperset(name):
            yield name


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().split("\n")
    except OSError:
        return []
