"""A vendor's `Co-Authored-By` line: projects that record an assistant as a co-author.

The lines are those that vendors write themselves and that name the model, as in
`Co-Authored-By: Claude Opus 5 <noreply@anthropic.com>` and `aider (gpt-5) <aider@aider.chat>`.
A line that names none is not enough: it says who, not what. Most vendors write only such lines,
so for them this profile has no line.
"""

from trailers.disclosure.dialect import Dialect, Said
from trailers.disclosure.free_text import person_in, said_of_person
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys

# Name and address by agent, in lower case. Where the name is empty, the model stands in its place.
# The sources of the addresses are with the identities of the assistants room.
_AIDER = ("aider", "aider@aider.chat")
_CLAUDE = ("", "noreply@anthropic.com")
_CODEX = ("", "noreply@openai.com")
_MASTRA = ("Mastra Code", "noreply@mastra.ai")
_CO_AUTHORS = {
    "aider": _AIDER,
    "chatgpt": _CODEX,
    "claude": _CLAUDE,
    "claude-code": _CLAUDE,
    "codex": _CODEX,
    "mastra-code": _MASTRA,
}


def _read(value: str) -> Said | None:
    person = person_in(value)
    said = said_of_person(person) if person else Said()
    if said.name:
        return said
    return said._replace(fault="it names no model") if said.agent else None


def _write(said: Said) -> str | None:
    """The vendor's line; None where no vendor's line is known that could name the model."""
    known = _CO_AUTHORS.get(said.agent_part().lower())
    if known is None or not said.name:
        return None
    vendor, address = known
    model = said.name_part()
    return f"{vendor} ({model}) <{address}>" if vendor else f"{_title(model)} <{address}>"


def _title(model: str) -> str:
    """`claude-opus-4-5-20250925` as the vendor prints it, `Claude Opus 4.5`: the date is left out."""
    words: list[str] = []
    number = False
    for word in model.split("-"):
        if word.isdigit() and len(word) == len("20250925"):
            continue
        words.append("." if number and word.isdigit() else " ")
        words.append(word.upper() if word == "gpt" else word[:1].upper() + word[1:])
        number = word.replace(".", "").isdigit()
    return "".join(words[1:])


CO_AUTHORED_BY = Profile(
    "co-authored-by",
    "the vendor's own co-author line, with the model in the name",
    frozenset(("model",)),
    Dialect(
        "NAME OF THE MODEL <ADDRESS OF THE VENDOR>", "Claude Opus 5 <noreply@anthropic.com>", _read, _write
    ),
    Keys(model=("Co-Authored-By",)),
)
