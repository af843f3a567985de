"""Add what is known of AI help to a handed message, in the project's profile, once."""

from trailers.authoring.form import Form
from trailers.disclosure.disclosure import Context, Disclosure, Model, is_unknown
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys
from trailers.message.cleanup import Cleanup
from trailers.message.trailer import Trailer
from trailers.message.view import view_of
from trailers.message.writing import add_trailers
from trailers.typed import Iterable, Sequence

_DATE = len("-20250925")
_NOTHING = Disclosure()


def disclosed_in(text: str, cleanup: Cleanup, form: Form) -> Disclosure:
    """What the message says that git will store."""
    found = view_of(text, cleanup).block.trailers
    if not found:
        return _NOTHING
    from trailers.disclosure.reading import read_disclosure  # most messages come without trailers

    return read_disclosure(found, form.profile, form.keys)


def trailers_for(
    models: Sequence[Model], contexts: Sequence[Context], profile: Profile, keys: Keys
) -> tuple[Trailer, ...]:
    """The lines in the profile's form; what it does not carry is left out."""
    return profile.write(Disclosure(tuple(models), tuple(contexts)), keys)


def add_disclosure(text: str, cleanup: Cleanup, said: Disclosure, form: Form) -> str:
    """The message with the models and contexts that it does not name yet."""
    present = disclosed_in(text, cleanup, form)
    models = new_models(said.models, present.models)
    known = {context.value for context in present.contexts}
    contexts = [context for context in said.contexts if context.value not in known]
    return add_trailers(text, trailers_for(models, contexts, form.profile, form.keys), cleanup)


def new_models(models: Iterable[Model], present: Iterable[Model]) -> list[Model]:
    """Those that are not named yet. An unknown one says nothing where its agent has a model."""
    named = list(present)
    added: list[Model] = []
    for model in sorted(models, key=is_unknown):
        if not any(_says(other, model) for other in named):
            named.append(model)
            added.append(model)
    return added


def _says(one: Model, other: Model) -> bool:
    """Whether a line for the one says all that a line for the other would."""
    if one.agent is None or (one.agent.lower() != (other.agent or "").lower()):
        return False
    return is_unknown(other) or same_model(one.name or "", other.name or "")


def same_model(one: str, other: str) -> bool:
    """Whether two names are one model's: `claude-opus-4.5`, `claude-opus-4-5-20251101`."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    rest = long[len(short) :]
    dated = len(rest) == _DATE and rest[0] == "-" and rest[1:].isdigit()
    return long.startswith(short) and bool(short) and (not rest or dated)


def _plain(name: str) -> str:
    return name.lower().replace(".", "-")
