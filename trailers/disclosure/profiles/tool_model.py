"""`tool [model]`: OpenInfra's form, and the Apache Software Foundation's free text, which is written so too.

openinfra.org/legal/ai-policy; apache.org/legal/generative-tooling.html.
"""

from trailers.disclosure.agents import agent_named, split_agent
from trailers.disclosure.dialect import Dialect, Said
from trailers.disclosure.free_text import in_another_form, person_in, said_freely
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys
from trailers.disclosure.words import agent_word, is_agent, is_model

_EXAMPLE = "Claude-Code claude-opus-5"


def _read(value: str) -> Said:
    tool = agent_named(value)
    if tool:
        return Said(tool)
    named = split_agent(value)
    if named and is_model(named[1]):
        return Said(*named)
    tool, _, model = value.partition(" ")
    if is_agent(tool) and (is_model(model) or value == tool):
        return Said(tool, model or None)
    said = in_another_form(value)
    return said._replace(fault="tool and model are one word each") if said.agent or said.name else said


def _read_free_text(value: str) -> Said | None:
    said = _read(value)
    if said.fault:
        said = said_freely(value)
    if said.agent or said.name:
        return said
    return None if person_in(value) else Said(agent_word(value))


def _write(said: Said) -> str:
    return f"{said.agent_part()} {said.name_part()}" if said.name else said.agent_part()


APACHE = Profile(
    "apache",
    "what generated the change, in free text, as the Apache Software Foundation recommends",
    frozenset(("model",)),
    Dialect("free text", _EXAMPLE, _read_free_text, _write),
    Keys(model=("Generated-by",)),
    aliases="warning",
)

OPENINFRA = Profile(
    "openinfra",
    "tool and model, generated or assisted, as OpenInfra and OpenStack ask",
    frozenset(("model",)),
    Dialect("tool[ model]", _EXAMPLE, _read, _write),
    Keys(model=("Assisted-By", "Generated-By")),
)
