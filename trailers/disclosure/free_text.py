"""What a model value says, whatever form it is written in."""

from trailers.disclosure.agents import agent_named, agent_of, split_agent
from trailers.disclosure.dialect import Said
from trailers.disclosure.words import agent_word, model_word
from trailers.message.person import Person, parse_person

# A name of more words than these is a sentence.
_LONGEST_NAME = 4
# The kernel's form, which names neither agent nor model.
_KERNEL = "LLM "
_DIGITS = frozenset("0123456789")


def person_in(value: str) -> Person | None:
    """The person of a value, if it is one: `Name <email>` with an address, not `agent:<model>`."""
    person = parse_person(value)
    return person if person and "@" in person.email else None


def said_of_person(person: Person) -> Said:
    """What a person's line says: agent and model of an assistant's own identity, nothing of a human's."""
    from trailers.assistants.identity import assistant_of, named_model

    assistant = assistant_of(person)
    name = named_model(person)
    return Said(agent_of(assistant) if assistant else None, model_word(name) if name else None)


def said_freely(value: str) -> Said:
    """What a value says, read by the forms that are found in the wild.

    `Claude Opus 5 <noreply@anthropic.com>`, `Copilot (GPT-5.4)`, `Claude Code / claude-opus-4.6`,
    `Claude Code:claude-opus-5 ruff`, `Claude Code claude-opus-5`, `Claude-Code/claude-opus-5`,
    an assistant's name alone, and else a model's name alone.
    """
    person = person_in(value)
    if person:
        return said_of_person(person)
    return _of_pair(value) or _of_colon(value) or _of_names(value)


def in_another_form(value: str) -> Said:
    """What a value says that has not the form that is asked for, with that as its fault."""
    said = said_freely(value)
    if said.agent and said.name:
        return said._replace(fault="it is written in another form")
    if said.name:
        return said._replace(fault="it names no agent")
    if said.agent:
        return said._replace(fault="it names no model")
    if person_in(value):
        return said._replace(fault="it names a person, no assistant", level="warning")
    return said._replace(fault="it names neither an agent nor a model")


def _of_pair(value: str) -> Said | None:
    """`agent (model)` and `agent / model`."""
    if value.endswith(")"):
        agent, mark, model = value[:-1].partition(" (")
    else:
        agent, mark, model = value.partition(" / ")
    return Said(_agent(agent), model_word(model)) if mark else None


def _of_colon(value: str) -> Said | None:
    """`agent:model tool…`, with blanks in the agent or after the colon."""
    agent, colon, rest = value.partition(":")
    if not colon:
        return None
    if rest.startswith(" "):
        return Said(_agent(agent), model_word(rest))
    model, *tools = rest.split(" ")
    return Said(_agent(agent), model_word(model), _words(tools))


def _of_names(value: str) -> Said:
    """Names without a mark between them: an assistant's, a model's, or both."""
    agent = agent_named(value)
    if agent:
        return Said(agent)
    if value.startswith(_KERNEL):
        return Said("LLM", None, _words(value[len(_KERNEL) :].split(" ")))
    begun = split_agent(value)
    if begun:
        return Said(begun[0], model_word(begun[1]))
    head, slash, tail = value.partition("/")
    agent = agent_named(head) if slash else None
    if agent:
        return Said(agent, model_word(tail))
    if " " not in value or not _DIGITS.isdisjoint(value):
        return Said(None, model_word(value))
    return Said(agent_word(value)) if value.count(" ") < _LONGEST_NAME else Said()


def _agent(text: str) -> str | None:
    return agent_named(text) or agent_word(text)


def _words(tools: list[str]) -> tuple[str, ...]:
    return tuple(word for tool in tools if (word := model_word(tool)))
