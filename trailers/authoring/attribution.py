"""The lines that assistants write about themselves, and what they say in the vocabulary.

`Co-Authored-By` with a vendor's address, `Generated with …`, `Claude-Session`, `Agent-Logs-Url`,
`Amp-Thread-ID` and `Made-with`. What other layers write (`Entire-…`, `Replit-…`, `Gitvow-…`) is data that
they read again: it stays.
"""

from trailers.assistants.identity import address_sign, named_model
from trailers.assistants.marker import RANK
from trailers.assistants.phrases import PHRASES
from trailers.assistants.shape import fits
from trailers.assistants.trailer_signs import PEOPLE_KEYS, TRAILER_SIGNS
from trailers.disclosure.agents import agent_of
from trailers.disclosure.context import read_context_alias
from trailers.disclosure.disclosure import Context, Model
from trailers.disclosure.profile import Profile
from trailers.disclosure.words import UNKNOWN, model_word
from trailers.message.cleanup import Cleanup, stored_lines
from trailers.message.lines import BLANK
from trailers.message.person import parse_person
from trailers.message.trailer import Trailer
from trailers.typed import Collection, Iterator, NamedTuple

_PEOPLE = frozenset(PEOPLE_KEYS) - {"signed-off-by"}
_SESSIONS = frozenset(("claude-session", "agent-logs-url", "amp-thread-id"))
_MADE = "made-with"
_GENERATED = "generated with"


class Attribution(NamedTuple):
    """One line of a vendor's: its number in the message, from 1, and what it says.

    The model is `unknown` where the line only says which assistant it was.
    """

    line: int
    model: Model | None = None
    context: Context | None = None


def attributions(
    text: str, cleanup: Cleanup, profile: Profile, hosts: Collection[str]
) -> tuple[Attribution, ...]:
    """The vendors' lines of a handed message that stand on their own: not indented, quoted or fenced.

    `hosts` are those whose links may be written; of another link, the session that it names is.
    """
    return tuple(_found(text, cleanup, profile, hosts))


def _found(text: str, cleanup: Cleanup, profile: Profile, hosts: Collection[str]) -> Iterator[Attribution]:
    fenced = False
    for number, raw in stored_lines(text, cleanup):
        line = raw.rstrip(BLANK)
        if line.startswith(("```", "~~~")):
            fenced = not fenced
        if fenced or line[:1] in BLANK:
            continue
        phrase = line.rstrip(".").lower()
        sign = PHRASES.get(phrase)
        if sign is not None and _GENERATED in phrase:
            yield Attribution(number, Model(agent_of(sign.assistant), UNKNOWN))
            continue
        key, colon, value = line.partition(":")
        if colon:
            yield from _of_trailer(Trailer(key.rstrip(" \t"), value.strip(BLANK), number), profile, hosts)


def _of_trailer(trailer: Trailer, profile: Profile, hosts: Collection[str]) -> Iterator[Attribution]:
    key = trailer.key.lower()
    if key in _PEOPLE:
        model = _co_author(trailer)
        if model is not None and not _is_the_profiles(trailer, profile):
            yield Attribution(trailer.line, model)
    elif key in _SESSIONS or key == _MADE:
        sign = next((sign for shape, sign in TRAILER_SIGNS[key] if fits(shape, trailer.value)), None)
        if sign is None:
            return
        if key == _MADE:
            yield Attribution(trailer.line, Model(agent_of(sign.assistant), UNKNOWN))
            return
        context = _session(trailer, hosts)
        if context is not None:
            yield Attribution(trailer.line, None, context)


def _co_author(trailer: Trailer) -> Model | None:
    """The assistant that is named as a person; None for people, and for what only may be an assistant."""
    person = parse_person(trailer.value)
    sign = address_sign(person) if person else None
    if person is None or sign is None or RANK[sign.confidence] > RANK["strong"]:
        return None
    name = named_model(person)
    return Model(agent_of(sign.assistant), (model_word(name) if name else None) or UNKNOWN)


def _is_the_profiles(trailer: Trailer, profile: Profile) -> bool:
    """Whether the profile itself asks for such a line, and accepts this one."""
    if all(trailer.key.lower() != key.lower() for key in profile.keys.model):
        return False
    said = profile.dialect.read(trailer.value)
    return said is not None and not said.fault


def _session(trailer: Trailer, hosts: Collection[str]) -> Context | None:
    """The link, where its host is allowed, else the session that it ends with."""
    host = trailer.value.removeprefix("https://").partition("/")[0].lower()
    if trailer.value.startswith("https://") and host not in hosts:
        last = trailer.value.rstrip("/").rpartition("/")[2]
        return read_context_alias(trailer._replace(value=last))
    return read_context_alias(trailer)
