"""A dialect: the form that a profile's model values have."""

from trailers.disclosure.disclosure import Level
from trailers.disclosure.placeholder import placeholder_in
from trailers.disclosure.words import UNKNOWN, agent_word, model_word
from trailers.typed import Callable, NamedTuple


class Said(NamedTuple):
    """What one value says: agent, model and tools as single words.

    `fault` says why the value has not the form that is asked for; empty where it has.
    """

    agent: str | None = None
    name: str | None = None
    tools: tuple[str, ...] = ()
    fault: str = ""
    level: Level = "error"

    def agent_part(self) -> str:
        """The agent to write: always a word of the grammar."""
        word = agent_word(self.agent or "")
        return word if word and not placeholder_in(word) else UNKNOWN

    def name_part(self) -> str:
        """The model's name to write: always a word of the grammar."""
        word = model_word(self.name or "")
        return word if word and not placeholder_in(word) else UNKNOWN

    def tool_parts(self) -> tuple[str, ...]:
        """The tools to write: words of the grammar."""
        return tuple(word for tool in self.tools if (word := model_word(tool)))


class Dialect(NamedTuple):
    """The form of a model value, with an example of it.

    `read` gives None for a value that is no matter of this dialect (a human co-author): no disclosure,
    and no flaw. `write` gives None for what the form cannot say. Neither raises.
    """

    form: str
    example: str
    read: Callable[[str], Said | None]
    write: Callable[[Said], str | None]

    def spell(self, said: Said) -> str | None:
        """The value to write, read again to be sure; None for what the form cannot say."""
        value = self.write(said)
        back = self.read(value) if value else None
        if value is None or back is None or back.fault or placeholder_of(value, back):
            return None
        return value


def placeholder_of(value: str, said: Said) -> str | None:
    """Why a value, or one of the names that it says, is a placeholder; None where none is."""
    for text in (value, said.agent, said.name):
        why = None if text is None else placeholder_in(text)
        if why:
            return why
    return None
