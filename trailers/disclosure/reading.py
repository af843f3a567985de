"""Read what the trailers of a message say of AI help, by a profile.

Every entry of the disclosure either satisfies the profile, or a flaw stands beside it on the same line.
Time is linear in the length of the trailers, and no text makes the reader raise.
"""

from trailers.disclosure.approver import read_approver, read_approver_alias
from trailers.disclosure.context import read_context, read_context_alias
from trailers.disclosure.denial import read_denial
from trailers.disclosure.disclosure import (
    Approver,
    Context,
    Disclosure,
    Flaw,
    Level,
    Model,
    is_unknown,
)
from trailers.disclosure.flaws import folded_flaw, hidden_flaw
from trailers.disclosure.model import read_model, read_model_alias
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys, Meaning, meanings
from trailers.message.trailer import Trailer
from trailers.typed import Callable, Iterable, Iterator, NamedTuple

__all__ = [
    "Approver",
    "Context",
    "Disclosure",
    "Flaw",
    "Level",
    "Model",
    "is_unknown",
    "read_disclosure",
]

_Entry = Model | Context | Approver | Trailer
_Read = Callable[[Trailer], tuple[_Entry | None, Flaw | None]]


class _Line(NamedTuple):
    """One line that was read: what it says, and what is wrong with it."""

    meaning: Meaning
    entry: _Entry | None
    flaw: Flaw | None


def read_disclosure(trailers: Iterable[Trailer], profile: Profile, keys: Keys | None = None) -> Disclosure:
    """What the trailers say, as the profile judges it.

    `keys` are a policy's; a field that they leave at the default has the profile's own keys.
    """
    keys = profile.keys_with(keys)
    known = meanings(keys)
    lines = []
    for trailer in _distinct(trailers):
        meaning = known.get(trailer.key.lower())
        if meaning:
            lines.append(_read_line(trailer, meaning, profile, keys))
    lines = list(_without_needless(lines, profile))
    entries = [line.entry for line in lines]
    return Disclosure(
        tuple(entry for entry in entries if isinstance(entry, Model)),
        tuple(entry for entry in entries if isinstance(entry, Context)),
        tuple(entry for entry in entries if isinstance(entry, Approver)),
        tuple(entry for entry in entries if isinstance(entry, Trailer)),
        tuple(line.flaw for line in lines if line.flaw),
        profile.name,
    )


def _distinct(trailers: Iterable[Trailer]) -> Iterator[Trailer]:
    """The trailers without those that say the same again."""
    seen = set()
    for trailer in trailers:
        named = (trailer.key.lower(), trailer.value)
        if named not in seen:
            seen.add(named)
            yield trailer


def _read_line(trailer: Trailer, meaning: Meaning, profile: Profile, keys: Keys) -> _Line:
    if meaning.field == "model" and meaning.alias:
        return _judged(trailer, meaning, lambda line: read_model_alias(line, profile, keys.model[0]))
    if meaning.field == "model":
        return _judged(trailer, meaning, lambda line: read_model(line, profile))
    if meaning.field == "none":
        return _judged(trailer, meaning, read_denial)
    if meaning.alias:
        read = read_context_alias if meaning.field == "context" else read_approver_alias
        return _Line(meaning, read(trailer), None)
    return _judged(trailer, meaning, read_context if meaning.field == "context" else read_approver)


def _judged(trailer: Trailer, meaning: Meaning, read: _Read) -> _Line:
    """Read a line, and judge what any value can have: hidden characters, and further lines."""
    hidden = hidden_flaw(meaning.field, trailer)
    if hidden:
        entry, flaw = read(Trailer(trailer.key, hidden.fix.value if hidden.fix else ""))
        if flaw:
            hidden = hidden._replace(remedy=flaw.remedy, fix=flaw.fix)
        return _Line(meaning, None, hidden if entry or flaw else None)
    entry, flaw = read(trailer)
    if entry and not flaw and not meaning.alias:
        flaw = folded_flaw(meaning.field, trailer)
    return _Line(meaning, entry, flaw)


def _without_needless(lines: list[_Line], profile: Profile) -> Iterator[_Line]:
    """Leave out what is said under an alias where the model is also said as the profile wants it."""
    own = any(isinstance(line.entry, Model) and not line.meaning.alias for line in lines)
    for line in lines:
        if not (own and line.meaning == Meaning("model", alias=True)):
            yield line
        elif profile.aliases == "accepted":
            yield line._replace(flaw=None)
