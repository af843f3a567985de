"""detect-secrets' plugin on one line: a custom one may ask for less, or for more, than the line."""

from trailers.secrets.compat.engine import module
from trailers.typed import Any, Callable, Mapping, NamedTuple


class Plugin(NamedTuple):
    """A plugin, ready to judge. `takes_context`: it wants the lines around."""

    instance: Any
    of_expressions: bool
    takes_context: bool


class Judged(NamedTuple):
    """What a plugin found on a line."""

    kind: str
    secret: str

    def __repr__(self) -> str:
        return f"Judged({self.kind}, {len(self.secret)} characters)"


def prepared(instance: Any, *, own: bool, verifies: bool) -> Plugin:  # noqa: ANN401 - it has no types
    """The plugin as the scanner needs it; `own`: it is detect-secrets' own."""
    base = module("plugins.base")
    return Plugin(instance, isinstance(instance, base.RegexBasedDetector), not own or verifies)


def judged(plugin: Plugin, values: Mapping[str, object]) -> list[Judged]:
    """What `analyze_line` finds, given those of the values that it has parameters for."""
    analyze = plugin.instance.analyze_line
    found = called(analyze, values)
    return [Judged(one.type, one.secret_value) for one in found or ()]


def called(function: Callable[..., Any], values: Mapping[str, object]) -> Any:  # noqa: ANN401 - an answer
    """Call with the values that the function has parameters for: detect_secrets/util/inject.py of 1.5.0."""
    return function(**{name: values[name] for name in parameters(function) if name in values})


def parameters(function: Callable[..., Any]) -> tuple[str, ...]:
    """The names of the parameters, without those that take all the rest."""
    code = getattr(function, "__func__", function).__code__
    return tuple(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])


def takes(function: Callable[..., Any], *needed: str) -> bool:
    """Whether the function has all of these parameters."""
    return set(needed) <= set(parameters(function))
