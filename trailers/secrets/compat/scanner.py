"""Finds in a file what detect-secrets 1.5 finds in it."""

from contextlib import AbstractContextManager

from trailers.alarm import TookTooLongError
from trailers.secrets.compat.confirming import TOO_LONG, Confirmed, Confirmer
from trailers.secrets.compat.file_filters import FILE_FILTERS, extension_of, is_dropped
from trailers.secrets.compat.ini import may_be_ini, may_be_settings
from trailers.secrets.compat.judging import Judged
from trailers.secrets.compat.marking import Marker
from trailers.secrets.compat.name_gates import kind_of
from trailers.secrets.compat.preparing import Prepared, prepare
from trailers.secrets.compat.rewriting import YAML, Rewriting
from trailers.secrets.compat.settings import FILTERS, CompatSettings, has_own_code
from trailers.secrets.compat.spans import ItemSpans, LineSpans
from trailers.secrets.compat.texts import Place, decoded, items_of, lines_of
from trailers.secrets.found import Found
from trailers.secrets.unchecked import unchecked
from trailers.typed import Callable, Iterable, NamedTuple

RULE = "US206"
Within = Callable[[int], AbstractContextManager[None]]
# Where detect-secrets knows the kind of file, it does not try it as one of unknown settings.
_KNOWN = frozenset(
    (
        ".cls",
        ".example",
        ".eyaml",
        ".go",
        ".java",
        ".js",
        ".m",
        ".php",
        ".py",
        ".pyi",
        ".swift",
        ".tf",
        ".yaml",
        ".yml",
        ".cs",
        ".c",
        ".cpp",
        ".cnf",
        ".conf",
        ".cfg",
        ".cf",
        ".ini",
        ".properties",
        ".toml",
    )
)


class Scan(NamedTuple):
    """What was found in a file; `skipped` says why it was not scanned ("" where it was)."""

    found: list[Found]
    skipped: str = ""


class CompatScanner:
    """detect-secrets' plugins and filters, on the lines where they can find something."""

    def __init__(self, settings: CompatSettings, cache: str = "", within: Within | None = None) -> None:
        """`cache` is the directory that the other scanner has; nothing here needs it.

        `within` limits the time for a file of so many bytes where plugins or filters are not detect-secrets'
        own.
        """
        del cache
        self._settings = settings
        self._within = within if within and has_own_code(settings) else None
        self._prepared: Prepared = prepare(settings)
        self._confirmer = Confirmer(settings, self._prepared)
        self._markers: dict[tuple[str, bool], Marker] = {}
        self._rewriting: Rewriting | None = None

    def scan(self, path: str, data: bytes) -> list[Found]:
        """What detect-secrets finds in the file, by line and column. `path` is as it would be given to it."""
        return self.examined(path, data).found

    def examined(self, path: str, data: bytes) -> Scan:
        """The same, and why a file was skipped."""
        if self._within is None:
            return self._examined(path, data)
        try:
            with self._within(len(data)):
                return self._examined(path, data)
        except TookTooLongError:
            return Scan([unchecked(TOO_LONG)])

    def _examined(self, path: str, data: bytes) -> Scan:
        for one in self._settings.filters:
            name = one.name.removeprefix(FILTERS)
            if name in FILE_FILTERS and is_dropped(name, path, one.options):
                return Scan([], FILE_FILTERS[name])
        if self._confirmer.drops_file(path):
            return Scan([], "a path that a filter drops")
        text = decoded(data, self._settings.encoding)
        if text is None:
            return Scan([], f"not text in {self._settings.encoding}")
        found, limits = self._found(path, text)
        return Scan([*map(unchecked, limits), *_placed(found, text)])

    def _found(self, path: str, text: str) -> Confirmed:
        extension = extension_of(path)
        items = self._rewritten(text, extension)
        if items == []:
            return Confirmed([])
        confirmed = self._judged(path, text, items)
        if confirmed.found or extension in _KNOWN or not self._worth(may_be_settings(text), text, yaml=False):
            return confirmed
        items = _ini_lines(text, own_header=True)
        if not items:
            return confirmed
        found, limits = self._judged(path, text, items)
        return Confirmed(found, tuple(dict.fromkeys((*confirmed.limits, *limits))))

    def _rewritten(self, text: str, extension: str) -> list[str] | None:
        """The lines that a transformer makes.

        None where they cannot hold a finding; `None` for the lines of the text itself.
        """
        if may_be_ini(text):
            if not self._worth(True, text, yaml=extension in YAML):
                return []
            items = _ini_lines(text, own_header=False)
            if items is not None:
                return items or None
        if extension in YAML:
            if not self._worth(True, text, yaml=True):
                return []
            from trailers.secrets.compat.transforming import yaml_lines

            return yaml_lines(text) or None
        return None

    def _worth(self, possible: bool, text: str, *, yaml: bool) -> bool:
        if not possible:
            return False
        if self._rewriting is None:
            prepared = self._prepared
            self._rewriting = Rewriting(
                prepared.bits, prepared.limits, prepared.gates, everywhere=bool(prepared.everywhere)
            )
        return self._rewriting.may_find(text, yaml=yaml)

    def _judged(self, path: str, text: str, items: list[str] | None) -> Confirmed:
        kind = kind_of(extension_of(path))
        if items is None:
            marks = self._marker(kind, across=False).marks(text, LineSpans(text))
            self._mark_everywhere(marks, text)
            lines = lines_of(text, marks)
            return self._confirmer.confirmed(Place(path, text, None), lines) if marks else Confirmed([])
        spans = ItemSpans(items)
        marks = self._marker(kind, across=True).marks("\n".join(items), spans)
        if self._prepared.everywhere:
            for start in spans.starts:
                marks[start] = marks.get(start, 0) | self._prepared.everywhere
        return (
            self._confirmer.confirmed(Place(path, text, items), items_of(items, spans, marks))
            if marks
            else Confirmed([])
        )

    def _mark_everywhere(self, marks: dict[int, int], text: str) -> None:
        if self._prepared.everywhere:
            start = 0
            while start < len(text):
                marks[start] = marks.get(start, 0) | self._prepared.everywhere
                start = text.find("\n", start) + 1 or len(text)

    def _marker(self, kind: str, *, across: bool) -> Marker:
        marker = self._markers.get((kind, across))
        if marker is None:
            prepared = self._prepared
            marker = Marker(prepared.bits, prepared.limits, prepared.gates, kind=kind, across=across)
            self._markers[kind, across] = marker
        return marker


def _ini_lines(text: str, *, own_header: bool) -> list[str] | None:
    from trailers.secrets.compat.transforming import ini_lines

    return ini_lines(text, own_header=own_header)


def _placed(found: Iterable[tuple[int, Judged]], text: str) -> list[Found]:
    """What was found, by line and column; in column 1 where the line does not hold the secret as it is."""
    rows = []
    start, line = 0, 1
    for number, one in sorted(found, key=lambda each: each[0]):
        while line < number and start >= 0:
            start = text.find("\n", start) + 1 or -1
            line += 1
        end = text.find("\n", start) if start >= 0 else -1
        column = text.find(one.secret, start, end if end >= 0 else len(text)) - start if start >= 0 else -1
        rows.append(Found(RULE, one.kind, number, max(column, 0) + 1, one.secret, one.kind))
    return sorted(rows, key=lambda row: (row.line, row.column, row.detector))
