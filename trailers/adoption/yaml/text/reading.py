"""From a text to its nodes, by PyYAML's events, which say where each stands (https://yaml.org/spec/1.2.2)."""

from trailers.adoption.yaml.text.node import Document, Kind, Node, Place
from trailers.adoption.yaml.value import LARGEST
from trailers.errors import UsageError
from trailers.typed import Any, NamedTuple

_DEEPEST = 50  # levels
UNCHANGED = "nothing was changed: put it right, and run this again"


class _Open(NamedTuple):
    """A collection whose end is not read yet, and the place that it begins at."""

    kind: Kind
    event: Any
    children: list[Node]


def read_document(text: str) -> Document:
    """The document; UsageError says where the text is no YAML, or why it is not understood."""
    import yaml

    if len(text) > LARGEST:
        raise UsageError(f"longer than {LARGEST >> 10} KiB", UNCHANGED)
    try:
        return _Reader(text).read(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise UsageError(f"{where}not YAML: {error.problem}", UNCHANGED) from error
    except yaml.YAMLError as error:
        raise UsageError(f"not YAML: {str(error).splitlines()[0]}", UNCHANGED) from error


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.end = len(text)
        self.documents = 0
        self.open = [_Open("sequence", None, [])]

    def read(self, events: Any) -> Document:  # noqa: ANN401  # yaml's events
        for event in events:
            self._take(type(event).__name__.removesuffix("Event"), event)
        if self.documents > 1:
            raise UsageError("more than one YAML document", UNCHANGED)
        top = self.open[0].children
        return Document(None if not top or _nothing(top[0]) else top[0], self.end)

    def _take(self, name: str, event: Any) -> None:  # noqa: ANN401
        if name == "DocumentStart":
            self.documents += 1
        elif name == "DocumentEnd" and event.explicit:
            self.end = event.start_mark.index
        elif name in ("MappingStart", "SequenceStart"):
            if len(self.open) > _DEEPEST:
                raise UsageError(f"line {event.start_mark.line + 1}: nested too deep", UNCHANGED)
            self.open.append(_Open("mapping" if name == "MappingStart" else "sequence", event, []))
        elif name in ("MappingEnd", "SequenceEnd"):
            self._close(event)
        elif name == "Scalar":
            form = (event.anchor, event.tag, event.implicit, event.style)
            self._add(Node("scalar", _place(event), event.value, (), form))
        elif name == "Alias":
            self._add(Node("alias", _place(event), event.anchor))

    def _add(self, node: Node) -> None:
        self.open[-1].children.append(node)

    def _close(self, ending: Any) -> None:  # noqa: ANN401
        kind, event, children = self.open.pop()
        start, first = event.start_mark, event.end_mark
        # A block sequence that is not indented begins behind its dash, every other one at it.
        column = first.column - (event.flow_style is None)
        if event.flow_style:
            place = Place(
                start.index,
                ending.end_mark.index,
                column,
                start.line + 1,
                first.index,
                ending.start_mark.index,
            )
        else:
            end = children[-1].place.end if children else first.index
            place = Place(start.index, end, column, start.line + 1)
        form = (event.anchor, event.tag, event.implicit, bool(event.flow_style))
        self._add(Node(kind, place, "", tuple(children), form))


def _place(event: Any) -> Place:  # noqa: ANN401
    start = event.start_mark
    return Place(start.index, event.end_mark.index, start.column, start.line + 1)


def _nothing(node: Node) -> bool:
    """What stands for a document without content: a plain scalar without text, tag and anchor."""
    return node.kind == "scalar" and not node.value and node.form[:2] == (None, None) and not node.form[3]
