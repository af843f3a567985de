"""Any text that names what helped: Fedora and LLVM.

Fedora's policy of 2025-10-22 has `Assisted-by: generic LLM chatbot` and `Assisted-by: ChatGPTv5`;
LLVM's AI tool policy has `Assisted-by: <name of code assistant>`.
"""

from trailers.disclosure.agents import prose_of
from trailers.disclosure.dialect import Dialect, Said
from trailers.disclosure.free_text import person_in, said_freely
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys
from trailers.disclosure.words import UNKNOWN, agent_word


def _read(value: str) -> Said | None:
    said = said_freely(value)
    if said.agent:
        return said
    # A human helped as well: no matter of this dialect.
    if person_in(value):
        return said if said.name else None
    return Said(agent_word(value))


def _write(said: Said) -> str:
    agent = said.agent_part()
    return prose_of(agent) if agent != UNKNOWN else said.name_part()


_DIALECT = Dialect("the assistant's name", "Claude Code", _read, _write)

FEDORA = Profile(
    "fedora",
    "the assistant, in any text, as Fedora asks",
    frozenset(("model",)),
    _DIALECT,
    Keys(model=("Assisted-by",)),
    aliases="warning",
)

LLVM = Profile(
    "llvm",
    "the assistant, in any text, as LLVM asks",
    frozenset(("model",)),
    _DIALECT,
    Keys(model=("Assisted-by",)),
    aliases="warning",
)
