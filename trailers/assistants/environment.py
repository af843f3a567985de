"""Which assistant is at the keyboard, as the environment of the process tells."""

from trailers.assistants.marker import RANK, Confidence
from trailers.assistants.names import NAMES, UNNAMED, name_of
from trailers.assistants.variables import CALLED, VARIABLES, Setting, Variable
from trailers.typed import Iterator, Mapping, NamedTuple

# Any assistant may set these two. AI_AGENT is for its name, with a version after an `@` (Vercel, std-env,
# GitHub); of AGENT it only counts that it is set, since other programs give it values of their own.
_NAMING = "AI_AGENT"
_PRESENT = "AGENT"
_OFF = frozenset({"", "0", "false"})
_ON = frozenset({"1", "true"})
_NAME = "abcdefghijklmnopqrstuvwxyz0123456789._-"
_CLAUDE_CODE = "claude-code_"


class Assistant(NamedTuple):
    """An assistant that runs the process: its id, its name, how sure that is, and which variable says so."""

    id: str
    name: str
    confidence: Confidence
    source: str


def at_keyboard(environ: Mapping[str, str], *, has_terminal: bool) -> Assistant | None:
    """The assistant that most surely runs the process; None where nothing more than a weak mark says so.

    Of marks that are equally sure, AI_AGENT goes before the others: an assistant that another one started
    sets it anew, while the variables of both stand side by side.
    """
    found = list(_found(environ, has_terminal=has_terminal))
    best = min(found, key=lambda assistant: RANK[assistant.confidence], default=None)
    return None if best is None or best.confidence == "weak" else best


def _found(environ: Mapping[str, str], *, has_terminal: bool) -> Iterator[Assistant]:
    named = environ.get(_NAMING, "").strip().lower()
    if named not in _OFF:
        identity = _identity(named)
        yield Assistant(identity, name_of(identity), "strong", _NAMING)
    for variable in VARIABLES:
        value = environ.get(variable.name)
        if value and _speaks(variable, value, environ, has_terminal=has_terminal):
            name = name_of(variable.assistant)
            yield Assistant(variable.assistant, name, variable.confidence, variable.name)
    present = environ.get(_PRESENT, "").strip().lower()
    if present not in _OFF:
        identity = present if present in NAMES else UNNAMED
        yield Assistant(identity, name_of(identity), "medium", _PRESENT)


def _identity(named: str) -> str:
    """The id for a name in AI_AGENT; Claude Code writes `claude-code_2-1-120_agent`."""
    if named.startswith(_CLAUDE_CODE):
        return _CLAUDE_CODE.removesuffix("_")
    name = named.partition("@")[0]
    if name in _ON or not name or name.strip(_NAME):
        return UNNAMED
    return CALLED.get(name, name)


def _speaks(variable: Variable, value: str, environ: Mapping[str, str], *, has_terminal: bool) -> bool:
    if variable.no_terminal and has_terminal:
        return False
    if variable.equals and value not in variable.equals:
        return False
    if variable.holds and not any(text in value for text in variable.holds):
        return False
    return all(_is_set(setting, environ) for setting in variable.beside) and not any(
        _is_set(setting, environ) for setting in variable.without
    )


def _is_set(setting: Setting, environ: Mapping[str, str]) -> bool:
    name, value = setting
    return bool(environ.get(name)) if value is None else environ.get(name) == value
