"""A node of a YAML document, with where it stands in the text."""

from trailers.typed import Literal, NamedTuple

Kind = Literal["mapping", "sequence", "scalar", "alias"]


class Place(NamedTuple):
    """Where a node stands: character positions, `end` behind its last leaf; the column is from 0.

    A block sequence's column is that of its dashes. `opened` and `closed` are where the inside of a flow
    collection begins and ends, -1 elsewhere. `line` counts from 1.
    """

    start: int
    end: int
    column: int
    line: int
    opened: int = -1
    closed: int = -1


class Node(NamedTuple):
    """A node: a mapping's children are its keys and values in turn. `form` is its anchor, tag and style."""

    kind: Kind
    place: Place
    value: str = ""
    children: "tuple[Node, ...]" = ()
    form: tuple[object, ...] = ()

    @property
    def flow(self) -> bool:
        """Whether it is a collection in brackets or braces."""
        return self.place.opened >= 0

    @property
    def pairs(self) -> "tuple[tuple[Node, Node], ...]":
        """The keys and values of a mapping; none of anything else."""
        if self.kind != "mapping":
            return ()
        return tuple(zip(self.children[::2], self.children[1::2], strict=True))

    def get(self, key: str) -> "Node | None":
        """The value of a plain key; None where there is none."""
        return next(
            (value for name, value in self.pairs if name.kind == "scalar" and name.value == key), None
        )

    def text(self, key: str) -> str:
        """The scalar at a key; empty where there is none."""
        found = self.get(key)
        return found.value if found and found.kind == "scalar" else ""

    def items(self, key: str) -> "tuple[Node, ...]":
        """The items of the sequence at a key; none where there is none."""
        found = self.get(key)
        return found.children if found and found.kind == "sequence" else ()


class Document(NamedTuple):
    """The only document of a text: its top node, None where there is nothing but comments.

    `end` is where the text of the document ends: before an explicit end mark, else at the end of the text.
    """

    top: Node | None
    end: int
