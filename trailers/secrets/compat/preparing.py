"""What a scanner knows of its plugins before it sees a file: their bits, gates and limits."""

from trailers.secrets.compat.custom_gates import gates_of
from trailers.secrets.compat.engine import plugins_of_file
from trailers.secrets.compat.gate import Gate
from trailers.secrets.compat.limits import Limits, limits_of
from trailers.secrets.compat.plugins import BASE64, HEX
from trailers.secrets.compat.settings import Choice, CompatSettings
from trailers.typed import Any, Mapping, MappingProxyType, NamedTuple, cast

_LIMITS = {BASE64: 4.5, HEX: 3.0}


class Prepared(NamedTuple):
    """A bit for each plugin. `everywhere` are the bits of plugins that have no gate.

    `customs` are the plugins of files, whose code runs once.
    """

    choices: Mapping[int, Choice]
    bits: Mapping[str, int]
    limits: Limits
    gates: tuple[Gate, ...]
    everywhere: int
    customs: Mapping[int, list[object]] = MappingProxyType({})


def prepare(settings: CompatSettings) -> Prepared:
    """Give each plugin its bit, and gates to those that are not detect-secrets' own."""
    choices = {1 << index: choice for index, choice in enumerate(settings.plugins)}
    bits = {choice.name: bit for bit, choice in choices.items() if not choice.path}
    gates: list[Gate] = []
    customs: dict[int, list[object]] = {}
    everywhere = 0
    for bit, choice in choices.items():
        if choice.path:
            name = f"{choice.path}::{choice.name}"
            bits[name] = bit
            customs[bit] = plugins_of_file(choice)
            derived = _gates(name, customs[bit])
            gates += derived or ()
            everywhere |= 0 if derived is not None else bit
    limits = limits_of(_limit(settings, BASE64), _limit(settings, HEX))
    return Prepared(choices, bits, limits, tuple(gates), everywhere, customs)


def _gates(name: str, plugins: list[object]) -> tuple[Gate, ...] | None:
    """The gates of a custom plugin; `None` where it does more than look for its expressions in a line."""
    from trailers.secrets.compat.engine import module

    base = module("plugins.base")
    gates: list[Gate] = []
    for plugin in cast("list[Any]", plugins):
        made = type(plugin)
        plain = (
            isinstance(plugin, base.RegexBasedDetector)
            and made.analyze_string is base.RegexBasedDetector.analyze_string
            and made.analyze_line is base.BasePlugin.analyze_line
        )
        derived = gates_of(name, plugin.denylist) if plain else None
        if derived is None:
            return None
        gates += derived
    return tuple(gates)


def _limit(settings: CompatSettings, name: str) -> float | None:
    for choice in settings.plugins:
        if choice.name == name and not choice.path:
            limit = choice.options.get("limit", _LIMITS[name])
            return float(limit) if isinstance(limit, int | float) else _LIMITS[name]
    return None
