"""detect-secrets' own plugins judge the lines that the gates marked, and its filters what they found."""

from trailers.alarm import TookTooLongError
from trailers.secrets.compat.engine import Engine, filter_function, module, plugin_of
from trailers.secrets.compat.file_filters import FILE_FILTERS, any_matches, extension_of
from trailers.secrets.compat.judging import Judged, Plugin, called, judged, prepared, takes
from trailers.secrets.compat.line_checks import cannot_match
from trailers.secrets.compat.line_filters import is_allowed, is_indirect
from trailers.secrets.compat.long_lines import pieces
from trailers.secrets.compat.preparing import Prepared
from trailers.secrets.compat.secret_filters import SECRET_FILTERS, is_id
from trailers.secrets.compat.settings import FILTERS, CompatSettings
from trailers.secrets.compat.spans import Line
from trailers.secrets.compat.texts import Place
from trailers.typed import Any, Iterable, Iterator, Mapping, NamedTuple

_OWN = {
    *FILE_FILTERS,
    *SECRET_FILTERS,
    *("allowlist.is_line_allowlisted", "heuristic.is_indirect_reference", "heuristic.is_likely_id_string"),
    *("regex.should_exclude_line", "regex.should_exclude_secret"),
}


TOO_LONG = "a plugin or a filter of your own took too long on it"
_PIECES = "its line {} is so long that detect-secrets' plugins saw it in pieces"


class Confirmed(NamedTuple):
    """What was found, and the limits that were hit on the way, in words."""

    found: list[tuple[int, Judged]]
    limits: tuple[str, ...] = ()


class Confirmer:
    """Judges lines with the plugins and filters of the settings."""

    def __init__(self, settings: CompatSettings, prepared: Prepared) -> None:
        self._bits = prepared.choices
        self._customs = prepared.customs
        self._engine = Engine(settings)
        self._plugins: dict[int, list[Plugin]] = {}
        self._filters = {one.name.removeprefix(FILTERS): one.options for one in settings.filters}
        others = [one for one in settings.filters if one.name.removeprefix(FILTERS) not in _OWN]
        self._others = [one for choice in others if (one := filter_function(choice)) is not None]
        self._of_secret = [check for name, check in SECRET_FILTERS.items() if name in self._filters]

    def drops_file(self, path: str) -> bool:
        """Whether a filter that is not known here drops the file by its path alone."""
        return self._others_drop({"filename": path}, "filename")

    def confirmed(self, place: Place, lines: Iterable[Line]) -> Confirmed:
        """What is found: the number of the line, and the secret. The first line with a secret counts.

        Where the time is up, it is what was found until then.
        """
        found: dict[Judged, int] = {}
        limits: dict[str, None] = {}
        try:
            for line, one in self._walk(place, lines, limits):
                found.setdefault(one, line.number)
        except TookTooLongError:
            limits[TOO_LONG] = None
        return Confirmed([(number, one) for one, number in found.items()], tuple(limits))

    def _walk(
        self, place: Place, lines: Iterable[Line], limits: dict[str, None]
    ) -> Iterator[tuple[Line, Judged]]:
        extension = extension_of(place.path)
        for line in lines:
            if self._drops_line(line, extension):
                continue
            for bit, choice in self._bits.items():
                if line.plugins & bit:
                    for piece in pieces(line.text, choice.name):
                        if piece != line.text:
                            limits[_PIECES.format(line.number)] = None
                        if not cannot_match(choice.name, piece):
                            yield from ((line, one) for one in self._found(place, line, (bit, piece)))

    def _drops_line(self, line: Line, extension: str) -> bool:
        active = self._filters
        if "allowlist.is_line_allowlisted" in active and is_allowed(extension, line.text, line.before):
            return True
        if "heuristic.is_indirect_reference" in active and is_indirect(line.text):
            return True
        options = active.get("regex.should_exclude_line")
        return options is not None and any_matches(options, line.text)

    def _found(self, place: Place, line: Line, chosen: tuple[int, str]) -> Iterator[Judged]:
        bit, piece = chosen
        self._engine.activate()
        for plugin in self._plugins_of(bit):
            values: dict[str, object] = {"filename": place.path, "line": piece}
            if plugin.takes_context or self._others:
                values["context"] = _context(place, line.number)
            if self._others_drop(values, "line"):
                continue
            for one in judged(plugin, {**values, "line_number": line.number}):
                if not self._drops_secret(one.secret, plugin, values):
                    yield one

    def _plugins_of(self, bit: int) -> list[Plugin]:
        if bit not in self._plugins:
            made = self._customs.get(bit) or [plugin_of(self._bits[bit])]
            own, verifies = bit not in self._customs, self._engine.verifies
            self._plugins[bit] = [prepared(one, own=own, verifies=verifies) for one in made]
        return self._plugins[bit]

    def _drops_secret(self, secret: str, plugin: Plugin, values: Mapping[str, object]) -> bool:
        if any(check(secret) for check in self._of_secret):
            return True
        if (
            "heuristic.is_likely_id_string" in self._filters
            and not plugin.of_expressions
            and is_id(secret, str(values["line"]))
        ):
            return True
        options = self._filters.get("regex.should_exclude_secret")
        if options is not None and any_matches(options, secret):
            return True
        told = {**values, "secret": secret, "plugin": plugin.instance}
        without = {name: value for name, value in told.items() if name != "context"}
        return self._others_drop(without, "secret") or self._others_drop(told, "context")

    def _others_drop(self, values: Mapping[str, object], needed: str) -> bool:
        """Whether a filter of the user's drops it.

        One that lacks a value, or ends with TypeError, is passed by, as in detect-secrets.
        """
        for function in self._others:
            if takes(function, needed):
                try:
                    if called(function, values):
                        return True
                except TypeError:
                    continue
        return False


def _context(place: Place, number: int) -> Any:  # noqa: ANN401 - detect-secrets' own value
    lines, among = place.around(number)
    snippet = module("util.code_snippet").get_code_snippet(lines, among)
    snippet.start_line = max(0, number - 6)
    return snippet
