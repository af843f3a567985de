"""A stored tree: for each name in a folder its mode, a blank, the name, NUL, and the id in bytes."""

from trailers.typed import Iterator, NamedTuple


class Named(NamedTuple):
    """A name in a folder: `mode` in octal digits, without zeros before them, and what it is, by its id.

    Old programs wrote `040000` for a folder, which git reads as `40000` (git-fsck(1), zeroPaddedFilemode).
    """

    mode: str
    name: bytes
    id: str


def names_in(tree: bytes, size: int) -> Iterator[Named]:
    """The names of a tree, in git's order; its ids have `size` bytes."""
    at = 0
    while at < len(tree):
        space = tree.index(b" ", at)
        end = tree.index(b"\0", space)
        mode = tree[at:space].decode("ascii").lstrip("0")
        at = end + 1 + size
        yield Named(mode, tree[space + 1 : end], tree[end + 1 : at].hex())
