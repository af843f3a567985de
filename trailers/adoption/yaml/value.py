"""Read YAML as a reader of settings needs it: texts with their lines, nothing built from tags.

https://yaml.org/spec/1.2.2/. PyYAML's safe loader composes nodes; a plain `on` stays the text that it is.
Aliases and `<<` are followed; a document that holds itself, or too many nodes then, is refused.
"""

from trailers.typed import Any, NamedTuple

LARGEST = 256 << 10  # characters: PyYAML takes some seconds for them
MOST = 50_000  # nodes, each alias counted with all that it stands for
_MERGE = "tag:yaml.org,2002:merge"
_TRUE = frozenset(("true", "yes", "on"))


class NotYamlError(Exception):
    """The text is not YAML, or more than is read; `line` is where, None where that is not known."""

    def __init__(self, why: str, line: int | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.line = line


class Yaml(NamedTuple):
    """A node: a mapping (`{`), a sequence (`[`) or a scalar (`"`), and its line, counted from 1."""

    kind: str
    line: int = 0
    text: str = ""
    entries: "tuple[tuple[str, Yaml], ...]" = ()
    items: "tuple[Yaml, ...]" = ()

    def get(self, *keys: str) -> "Yaml":
        """The value at a way of keys; an empty scalar where there is none."""
        node = self
        for key in keys:
            node = next((value for name, value in reversed(node.entries) if name == key), NOTHING)
        return node

    def has(self, key: str) -> bool:
        """Whether a mapping has the key, whatever its value."""
        return any(name == key for name, _ in self.entries)

    @property
    def is_true(self) -> bool:
        """Whether it says true."""
        return self.text.lower() in _TRUE

    @property
    def all(self) -> "tuple[Yaml, ...]":
        """The items of a sequence; of anything else that is something, itself alone."""
        return self.items if self.kind == "[" else (self,) if self.text or self.entries else ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The scalars of a sequence, nested ones too, or the scalar alone."""
        if self.kind == "[":
            return tuple(text for item in self.items for text in item.texts)
        return (self.text,) if self.text else ()


NOTHING = Yaml('"')


def read_yaml(text: str) -> Yaml:
    """The first document of a text; NotYamlError where it cannot be read."""
    import yaml  # detect-secrets brings it

    if len(text) > LARGEST:
        raise NotYamlError(f"longer than {LARGEST >> 10} KiB")
    try:
        loader = yaml.SafeLoader(text)
        try:
            # The first document's: what follows it is not read.
            root = loader.get_node() if loader.check_node() else None
        finally:
            loader.dispose()
        return NOTHING if root is None else _Converter().node(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise NotYamlError("not YAML", mark.line + 1 if mark else None) from error
    except (yaml.YAMLError, ValueError) as error:
        raise NotYamlError("not YAML") from error
    except RecursionError as error:
        raise NotYamlError("nested too deep") from error


class _Converter:
    """From PyYAML's nodes to ours, each once."""

    def __init__(self) -> None:
        self._done: dict[int, tuple[Yaml, int]] = {}
        self._open: set[int] = set()

    def node(self, root: Any) -> Yaml:  # noqa: ANN401  # a yaml.Node, which hooks need not import
        return self._sized(root)[0]

    def _sized(self, node: Any) -> tuple[Yaml, int]:  # noqa: ANN401
        """The node, and how many nodes it stands for."""
        known = self._done.get(id(node))
        if known:
            return known
        line = node.start_mark.line + 1
        if id(node) in self._open:
            raise NotYamlError("holds itself", line)
        self._open.add(id(node))
        made, size = self._made(node, line)
        self._open.discard(id(node))
        if size > MOST:
            raise NotYamlError(f"more than {MOST:,} nodes once its aliases are followed", line)
        self._done[id(node)] = made, size
        return made, size

    def _made(self, node: Any, line: int) -> tuple[Yaml, int]:  # noqa: ANN401
        if node.id == "scalar":
            return Yaml('"', line, "" if node.tag.endswith(":null") else node.value), 1
        if node.id == "sequence":
            sized = [self._sized(item) for item in node.value]
            return Yaml("[", line, items=tuple(item for item, _ in sized)), 1 + sum(size for _, size in sized)
        entries: list[tuple[str, Yaml]] = []
        size = 1
        for key, value in node.value:
            child, weight = self._sized(value)
            size += 1 + weight
            if key.tag == _MERGE:
                for merged in child.all:  # the earlier in a list counts more (yaml.org/type/merge.html)
                    entries[:0] = merged.entries
            elif key.id == "scalar":
                entries.append((key.value, child))
        return Yaml("{", line, entries=tuple(entries)), size
