"""Make flaws: those of one field's grammar, and those that any value can have."""

from trailers.disclosure.disclosure import Flaw, Level
from trailers.disclosure.links import without_userinfo
from trailers.message.hidden import first_hidden, without_hidden
from trailers.message.trailer import Trailer


def flaw_of(field: str, trailer: Trailer, why: str, advice: str, *, level: Level = "error") -> Flaw:
    """A flaw that only its author can mend: `advice` says how."""
    return Flaw(field, trailer.key, without_userinfo(trailer.value), trailer.line, why, advice, level)


def mended(
    field: str, trailer: Trailer, why: str, instead: tuple[str, str], *, level: Level = "error"
) -> Flaw:
    """A flaw that writing `instead` (a key and a value) in the line's place mends."""
    fix = Trailer(*instead)
    value = without_userinfo(trailer.value)
    return Flaw(field, trailer.key, value, trailer.line, why, str(fix), level, fix)


def hidden_flaw(field: str, trailer: Trailer) -> Flaw | None:
    """The flaw of a value that holds hidden characters; its fix is the line as it looks."""
    found = first_hidden(trailer.value)
    if not found:
        return None
    index, name = found
    why = f"the value hides a character: {name} at its position {index + 1}"
    seen = without_hidden(trailer.value).strip(" \t\r\n")
    return mended(field, trailer, why, (trailer.key, seen))


def folded_flaw(field: str, trailer: Trailer) -> Flaw | None:
    """The warning for a value that goes on in further lines, where a reader may miss it."""
    if not trailer.folded:
        return None
    why = "the value goes on in a further line, and what reads line by line misses the rest"
    return mended(field, trailer, why, (trailer.key, trailer.value), level="warning")
