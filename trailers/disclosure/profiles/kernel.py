"""`LLM [TOOL…]`: the Linux kernel since 7.3.

"coding-assistants: simplify attribution" (kernel commit 816d9992d9ed) took agent and model out of the
line; Documentation/process/coding-assistants.rst has `Assisted-by: LLM coccinelle sparse`.
"""

from trailers.disclosure.dialect import Dialect, Said
from trailers.disclosure.free_text import in_another_form
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys
from trailers.disclosure.words import is_model

_LLM = "LLM"


def _read(value: str) -> Said:
    first, *tools = value.split(" ")
    if first == _LLM and all(map(is_model, tools)):
        return Said(_LLM, None, tuple(tools))
    if first.upper() == _LLM:
        return Said(_LLM, None, tuple(tools), "it is written in another form")
    said = in_another_form(value)
    if said.agent or said.name:
        return said._replace(fault="the kernel names no agent and no model since 7.3", level="warning")
    return said


def _write(said: Said) -> str:
    return " ".join((_LLM, *said.tool_parts()))


KERNEL = Profile(
    "kernel",
    "that a language model helped, and the other tools, as the Linux kernel asks since 7.3",
    frozenset(("model",)),
    Dialect("LLM[ TOOL…]", "LLM coccinelle sparse", _read, _write),
    Keys(model=("Assisted-by",)),
)
