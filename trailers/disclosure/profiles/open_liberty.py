"""`Co-authored-by-AI: Tool (Model)`: Open Liberty."""

from trailers.disclosure.agents import prose_of
from trailers.disclosure.dialect import Dialect, Said
from trailers.disclosure.free_text import in_another_form
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys
from trailers.disclosure.words import agent_word, model_word


def _read(value: str) -> Said:
    tool, bracket, model = value[:-1].partition(" (")
    if value.endswith(")") and bracket and not {"(", ")"} & set(tool + model):
        said = Said(agent_word(tool), model_word(model))
        if said.agent and said.name:
            return said
    return in_another_form(value)


def _write(said: Said) -> str:
    return f"{prose_of(said.agent_part())} ({said.name_part()})"


OPEN_LIBERTY = Profile(
    "open-liberty",
    "tool and model under a key of its own, as Open Liberty asks",
    frozenset(("model",)),
    Dialect("Tool (Model)", "Claude Code (claude-opus-5)", _read, _write),
    Keys(model=("Co-authored-by-AI",)),
)
