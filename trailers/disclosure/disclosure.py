"""A disclosure: what the trailers of one message say of AI help, as values."""

from trailers.disclosure.words import is_unknown_name
from trailers.message.person import Person
from trailers.message.trailer import Trailer
from trailers.typed import Literal, NamedTuple

Level = Literal["error", "warning"]


class Model(NamedTuple):
    """A line that discloses AI help.

    `agent` and `name` are single words as the default profile writes them (`Claude-Code`,
    `claude-opus-5`), whatever the line's own form; None for what the line does not say. Where neither
    the profile nor the key accepts the line so, a flaw with the same `line` stands beside it.
    `key` and `value` are as written.
    """

    agent: str | None
    name: str | None
    tools: tuple[str, ...] = ()
    key: str = ""
    value: str = ""
    line: int = 0


class Context(NamedTuple):
    """A reference to the prompt context, or its digest.

    `scheme` is session, sha256, hmac-sha256, https, issue or note; `value` is the whole value as
    `AI-Context` holds it (`session:entire/3f0c9a4e5f0b`), also where `key` is an alias.
    """

    scheme: str
    value: str
    key: str = ""
    line: int = 0


class Approver(NamedTuple):
    """Who answers for the change. `person` is None where the value names none: a flaw says why."""

    person: Person | None
    key: str = ""
    value: str = ""
    line: int = 0


class Flaw(NamedTuple):
    """A value that its field or its profile does not accept, or accepts with a warning.

    `field` is a vocabulary.Field, or "forbidden" for a line that the profile does not allow.
    `fix` is the trailer to write in this one's place where it can be told exactly, and `remedy` is then
    that line; else `remedy` says in words what to write.
    """

    field: str
    key: str
    value: str
    line: int
    why: str
    remedy: str
    level: Level = "error"
    fix: Trailer | None = None


class Disclosure(NamedTuple):
    """What one message, or one pull request's block, says.

    Everything is in the order of its lines, an identical line counted once. `denials` are the lines
    that say there was no AI help. `profile` is the name of the profile that read it.
    """

    models: tuple[Model, ...] = ()
    contexts: tuple[Context, ...] = ()
    approvers: tuple[Approver, ...] = ()
    denials: tuple[Trailer, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    profile: str = ""


def is_unknown(model: Model) -> bool:
    """Whether the line says that the model is not known: `Claude-Code:unknown`, `Cursor:auto`.

    Such a line is a disclosure; whether it is enough is for the policy to say.
    """
    return model.name is not None and is_unknown_name(model.name)
