"""Read the lines that disclose a model: those under the profile's own keys, and those under another."""

from trailers.disclosure.dialect import Said, placeholder_of
from trailers.disclosure.disclosure import Flaw, Model
from trailers.disclosure.flaws import flaw_of, mended
from trailers.disclosure.profile import Profile
from trailers.message.trailer import Trailer

# Keys whose value alone is a model; under the others it may as well be a tool.
_MODELS = frozenset(("ai-model", "assisted-by", "generated-by"))


def read_model(trailer: Trailer, profile: Profile) -> tuple[Model | None, Flaw | None]:
    """The model of a line under the profile's own key, and what is wrong with it."""
    dialect = profile.dialect
    said = dialect.read(trailer.value)
    if said is None:
        return None, None
    advice = f"Write {trailer.key}: {dialect.form}, as in {trailer.key}: {dialect.example}"
    why = placeholder_of(trailer.value, said)
    if why:
        return None, flaw_of("model", trailer, why, advice)
    if not said.fault:
        return _model(trailer, said), None
    why = f"{said.fault}; the form is {dialect.form}"
    if not (said.agent or said.name):
        return None, flaw_of("model", trailer, why, advice, level=said.level)
    value = dialect.spell(said)
    if value is None:
        return _model(trailer, said), flaw_of("model", trailer, why, advice, level=said.level)
    return _model(trailer, said), mended("model", trailer, why, (trailer.key, value), level=said.level)


def read_model_alias(trailer: Trailer, profile: Profile, key: str) -> tuple[Model | None, Flaw | None]:
    """The model of a line under an alias, where it names one.

    `key` is what the profile writes. Where the profile's destination knows no aliases, a flaw says so.
    """
    said = _said_under_alias(trailer)
    if said is None or placeholder_of(trailer.value, said):
        return None, None
    model = _model(trailer, said)
    if profile.aliases == "accepted":
        return model, None
    why = f"the profile {profile.name} discloses under {key}, not under {trailer.key}"
    value = profile.dialect.spell(said)
    if value is None:
        advice = f"Write {key}: {profile.dialect.form}, as in {key}: {profile.dialect.example}"
        return model, flaw_of("model", trailer, why, advice, level=profile.aliases)
    return model, mended("model", trailer, why, (key, value), level=profile.aliases)


def _said_under_alias(trailer: Trailer) -> Said | None:
    """What the line says, or None where it names no model for certain."""
    from trailers.disclosure.free_text import person_in, said_freely, said_of_person  # for other dialects

    key = trailer.key.lower()
    person = person_in(trailer.value)
    if person:
        said = said_of_person(person)
        return said if said.name else None
    if key == "co-authored-by":
        return None
    said = said_freely(trailer.value)
    return said if said.name and (said.agent or key in _MODELS) else None


def _model(trailer: Trailer, said: Said) -> Model:
    return Model(said.agent, said.name, said.tools, trailer.key, trailer.value, trailer.line)
