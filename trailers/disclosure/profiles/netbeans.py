"""`MODEL VERSION`: Apache NetBeans. The version begins at the first digit after a hyphen: `gpt 5.3-codex`."""

from trailers.disclosure.agents import agent_named
from trailers.disclosure.dialect import Dialect, Said
from trailers.disclosure.free_text import in_another_form
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys
from trailers.disclosure.words import UNKNOWN, is_model, model_word

_DIGITS = frozenset("0123456789")


def _read(value: str) -> Said:
    name, _, version = value.rpartition(" ")
    words = name.split(" ")
    if is_model(version) and all(map(is_model, words)) and not _begins_with_agent(name):
        if version == UNKNOWN:
            return Said(None, model_word(name))
        if not _DIGITS.isdisjoint(version):
            return Said(None, f"{name}-{version}" if len(words) == 1 else model_word(value))
    said = in_another_form(value)
    return said._replace(fault="it is no model and version") if said.agent or said.name else said


def _begins_with_agent(name: str) -> bool:
    agent, colon, _ = name.partition(":")
    return bool(colon) and agent_named(agent) is not None


def _write(said: Said) -> str:
    return " ".join(_split(said.name_part()))


def _split(name: str) -> tuple[str, str]:
    """Model and version of a name; a version that the name does not hold is `unknown`."""
    at = 0
    while (at := name.find("-", at + 1)) > 0:
        if name[at + 1 : at + 2] in _DIGITS:
            return name[:at], name[at + 1 :]
    return name, UNKNOWN


NETBEANS = Profile(
    "netbeans",
    "model and version, as Apache NetBeans asks",
    frozenset(("model",)),
    Dialect("MODEL VERSION", "claude-opus 5", _read, _write),
    Keys(model=("Assisted-by",)),
)
