"""Placeholders: text that stands where a value was to be filled in."""

from trailers.message.person import Person

_NOTHING = frozenset(
    (
        "todo",
        "tbd",
        "tba",
        "xxx",
        "fixme",
        "wip",
        "n/a",
        "na",
        "none",
        "null",
        "nil",
        "undefined",
        "no",
        "yes",
        "true",
        "false",
        "-",
        "--",
        "---",
        ".",
        "..",
        "...",
        "…",
        "?",
        "??",
        "???",
        "changeme",
        "placeholder",
        "dummy",
    )
)
_TEMPLATE = frozenset(
    (
        "agent",
        "model",
        "tool",
        "agent:model",
        "agent/model",
        "tool/model",
        "model:version",
        "model_version",
        "model-version",
        "agent_name",
        "agent-name",
        "model_name",
        "model-name",
        "agent_name:model_version",
        "tool-name",
        "id",
        "ref",
        "keyid",
    )
)
_LONGEST = 100
_BRACKETS = {"<": ">", "[": "]", "{": "}", "(": ")"}

_NAMES = frozenset(("name", "your name", "full name", "first last", "firstname lastname", "approver"))
_ADDRESSES = frozenset(
    (
        "email",
        "mail",
        "e-mail",
        "you@example.com",
        "your@email",
        "your@email.com",
        "your.email@example.com",
        "name@example.com",
        "email@example.com",
        "user@example.com",
    )
)
# People of examples, this project's among them; at a domain that RFC 2606 reserves they are nobody.
_SAMPLE_NAMES = frozenset(("jane roe", "john roe", "jane doe", "john doe"))
_SAMPLE_DOMAINS = ("@example.com", "@example.org", "@example.net")


def placeholder_in(text: str) -> str | None:
    """Why a value, or one part of it, is a placeholder; None where it is not one."""
    if not text:
        return "the value is empty"
    if len(text) > _LONGEST:
        return None
    word = text.lower()
    if word in _NOTHING:
        return f'"{text}" is a placeholder and says nothing'
    if word in _TEMPLATE or (_BRACKETS.get(text[0], "") == text[-1] and "@" not in text):
        return f'"{text}" is left from a template'
    if text[0] in "$%":
        return f'"{text}" is a variable that was not filled in'
    return None


def person_placeholder(person: Person) -> str | None:
    """Why a person is template text; None where it may be a real one."""
    if person.name.lower() in _NAMES or person.email.lower() in _ADDRESSES:
        return f'"{person}" is left from a template'
    return None


def is_sample_person(person: Person) -> bool:
    """Whether a person comes from an example: a sample name at a reserved domain."""
    return person.name.lower() in _SAMPLE_NAMES and person.email.lower().endswith(_SAMPLE_DOMAINS)
