r"""`agent:model[ tool…]`: the default profile, and the looser form of the OpenSSF's projects.

OpenSSF, in-toto, Sigstore, SLSA, Zephyr and the kernel until 7.2 have `AGENT_NAME:MODEL_VERSION [TOOL]…`,
which checkpatch reads as `^\S+:\S+` (kernel commit d1db4118489f).
"""

from trailers.disclosure.dialect import Dialect, Said
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys
from trailers.disclosure.words import agent_word, is_agent, is_model, model_word

_EXAMPLE = "Claude-Code:claude-opus-5"


def _in_another_form(value: str) -> Said:
    from trailers.disclosure.free_text import in_another_form  # only for what has not this form

    return in_another_form(value)


def write(said: Said) -> str:
    """`agent:model[ tool…]`; what is not known is written as `unknown`, so that the disclosure stands."""
    return " ".join((f"{said.agent_part()}:{said.name_part()}", *said.tool_parts()))


def read(value: str) -> Said:
    """The default grammar: exact words, one blank between them."""
    first, *tools = value.split(" ")
    agent, _, model = first.partition(":")
    if is_agent(agent) and is_model(model) and all(map(is_model, tools)):
        return Said(agent, model, tuple(tools))
    return _in_another_form(value)


def _read_loosely(value: str) -> Said:
    r"""The grammar `\S+:\S+( \S+)*` over the whole value."""
    first, *tools = value.split(" ")
    colon = first.find(":", 1)
    if colon < 1 or colon == len(first) - 1 or any(len(word.split()) != 1 for word in (first, *tools)):
        return _in_another_form(value)
    words = tuple(word for tool in tools if (word := model_word(tool)))
    return Said(agent_word(first[:colon]), model_word(first[colon + 1 :]), words)


DEFAULT = Profile(
    "default",
    "agent, model and tools, the prompt context by reference, and the approver",
    frozenset(("model", "context", "approver", "none")),
    Dialect("agent:model[ tool…]", _EXAMPLE, read, write),
    aliases="accepted",
)

OPENSSF = Profile(
    "openssf",
    "agent, model and tools, as OpenSSF, in-toto, Sigstore, SLSA, Zephyr and the kernel until 7.2 ask",
    frozenset(("model",)),
    Dialect("agent:model[ tool…]", _EXAMPLE, _read_loosely, write),
    Keys(model=("Assisted-by",)),
)
