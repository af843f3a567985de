"""The lines that detect-secrets scans of a file: its own transformers' where one of them can read it."""

from io import StringIO

from trailers.secrets.compat.engine import module
from trailers.typed import Any, Iterator, Sequence

# Where detect-secrets ends with one of these, its whole scan does. The file is scanned as it stands instead.
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


def ini_lines(text: str, *, own_header: bool) -> list[str] | None:
    """The lines of an INI file; `None` where it is none. `own_header`: with a section in front of it."""
    config: Any = module("transformers.config")
    import configparser

    _make_linear(config)
    try:
        return list(config._parse_file(StringIO(text), add_header=own_header))  # noqa: SLF001
    except (configparser.Error, *_UNREADABLE):
        return None


def yaml_lines(text: str) -> list[str] | None:
    """The lines of a YAML file; `None` where it is none, or where detect-secrets would end."""
    transformer: Any = module("transformers.yaml").YAMLTransformer()
    try:
        return list(transformer.parse_file(StringIO(text)))
    except _UNREADABLE:
        return None


class _Rest:
    """The lines from one on. detect-secrets cuts its list for every key, which copies all that is left."""

    def __init__(self, lines: Sequence[str], first: int = 0) -> None:
        self._lines = lines
        self._first = first

    def __iter__(self) -> Iterator[str]:
        return (self._lines[index] for index in range(self._first, len(self._lines)))

    def __getitem__(self, cut: slice) -> "_Rest":
        return _Rest(self._lines, self._first + int(cut.start))


def _make_linear(config: Any) -> None:  # noqa: ANN401 - detect-secrets has no types
    """Have its parser of INI files go on from where it was instead of copying."""
    original = config.IniFileParser
    if original.__module__ == __name__:
        return

    def begin(self: Any, *arguments: object, **options: object) -> None:  # noqa: ANN401 - as above
        original.__init__(self, *arguments, **options)
        self.lines = _Rest(self.lines)

    config.IniFileParser = type("IniFileParser", (original,), {"__init__": begin, "__module__": __name__})
