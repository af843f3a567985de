"""`tool/model`: FluxCD and OpenImageIO."""

from trailers.disclosure.dialect import Dialect, Said
from trailers.disclosure.free_text import in_another_form
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys
from trailers.disclosure.words import is_agent, is_model


def _read(value: str) -> Said:
    tool, _, model = value.partition("/")
    return Said(tool, model) if is_agent(tool) and is_model(model) else in_another_form(value)


def _write(said: Said) -> str:
    return f"{said.agent_part()}/{said.name_part()}"


SLASH = Profile(
    "slash",
    "tool and model with a slash between them, as FluxCD and OpenImageIO ask",
    frozenset(("model",)),
    Dialect("tool/model", "Claude-Code/claude-opus-5", _read, _write),
    Keys(model=("Assisted-by",)),
)
