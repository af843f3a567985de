"""What commits add, line by line: git's patches without context, read fast.

Each added line begins with a byte of ours instead of `+`, and nothing else in a patch begins with it, so
that a patch is cut by searching alone. git's own settings do not count.
"""

import os

from trailers.typed import Iterable, Iterator, NamedTuple

ADDED = b"\x01"
_LARGE = "64m"  # from here on git says of a file only that it differs

# For diff-tree and diff: what no configuration changes.
HOW = (
    "-p",
    "-U0",
    "--full-index",
    "--no-color",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--inter-hunk-context=0",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--submodule=short",
    "--ignore-submodules=none",
    "--diff-algorithm=myers",
    f"--output-indicator-new={ADDED.decode()}",
    f"-O{os.devnull}",
)
OPTIONS = ("-c", "core.quotePath=false", "-c", f"core.bigFileThreshold={_LARGE}")

_FILE = b"\ndiff --git "
_HUNK = b"\n@@ -"
_LINE = b"\n" + ADDED
_ESCAPES = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}
_IDS = (40, 64)  # digits of a commit's id


class Section(NamedTuple):
    """The patch of one file in one commit ("" where none is told), as git prints it."""

    commit: str
    patch: bytes

    @property
    def path(self) -> str:
        """The file's path: git's first line names it twice, and both times the same, without renames."""
        line = self.patch.partition(b"\n")[0]
        half = line[: len(line) // 2]
        return unquoted(half.decode("utf-8", "surrogateescape"))[2:]

    @property
    def blobs(self) -> tuple[str, str]:
        """The ids of the blob before and of the one after."""
        line = (
            self.patch.partition(b"\nindex ")[2].partition(b"\n")[0].split(b" ")[0].decode("ascii", "replace")
        )
        before, _, after = line.partition("..")
        return before, after

    @property
    def is_binary(self) -> bool:
        """Whether git shows no lines of it: a binary file, or a very large one."""
        return _HUNK not in self.patch and b"\nBinary files " in self.patch

    @property
    def added(self) -> bytes:
        """The added lines; without context those of a hunk follow each other, behind what it removes."""
        patch = self.patch
        blocks = []
        at = patch.find(_HUNK)
        while at >= 0:
            behind = patch.find(_HUNK, at + 1)
            end = behind if behind >= 0 else len(patch)
            first = patch.find(_LINE, at, end)
            if first >= 0:
                last = patch.find(b"\n", patch.rfind(_LINE, at, end) + 1, end)
                block = patch[first + len(_LINE) : last if last >= 0 else end]
                blocks.append(block.replace(_LINE, b"\n"))
            at = behind
        return b"\n".join(blocks)

    @property
    def lines(self) -> list[tuple[int, int]]:
        """The first and last line of each part that is added, as the file has them then."""
        found = []
        for hunk in self.patch.split(_HUNK)[1:]:
            start, _, count = hunk.partition(b" +")[2].partition(b" ")[0].partition(b",")
            number = int(count or b"1")
            if number:
                found.append((int(start), int(start) + number - 1))
        return found


def sections(chunks: Iterable[bytes]) -> Iterator[list[Section]]:
    """The patches in what git prints, as many together as have come; a commit's id stands before its own."""
    commit = ""
    pieces = [b"\n"]
    size = 0
    for chunk in chunks:
        pieces.append(chunk)
        size += len(chunk)
        if size < 1 << 20:
            continue
        buffer = b"".join(pieces)
        end = max(buffer.rfind(_FILE), 0)
        pieces, size = [buffer[end:]], 0
        if end:
            commit, found = _cut(buffer[:end], commit)
            del buffer  # a patch can be large, and who looks at it needs room too
            yield found
            del found
    yield _cut(b"".join(pieces), commit)[1]


def _cut(block: bytes, commit: str) -> tuple[str, list[Section]]:
    """The sections of a block, and the commit of what comes after it."""
    first, *rest = block.split(_FILE)
    commit = _id_at_end(first) or commit
    found = []
    for patch in rest:
        found.append(Section(commit, patch))
        commit = _id_at_end(patch) or commit
    return commit, found


def _id_at_end(patch: bytes) -> str:
    """The commit's id that git prints between two patches: no line of a patch begins with a digit of one."""
    patch = patch.removesuffix(b"\n")
    last = patch[patch.rfind(b"\n", -_IDS[1] - 2) + 1 :]
    is_id = len(last) in _IDS and not last.strip(b"0123456789abcdef")
    return last.decode() if is_id else ""


def unquoted(text: str) -> str:
    """A path as it is, which git writes in quotes where it holds a control character (quote.c)."""
    if not text.startswith('"'):
        return text
    data = bytearray()
    parts = iter(text[1:-1].encode("utf-8", "surrogateescape").split(b"\\"))
    data += next(parts)
    for part in parts:
        if not part:  # a backslash, and what stands up to the next one
            data += b"\\" + next(parts, b"")
        elif part[:3].isdigit():
            data.append(int(part[:3], 8))
            data += part[3:]
        else:
            data.append(_ESCAPES[chr(part[0])])
            data += part[1:]
    return data.decode("utf-8", "surrogateescape")
