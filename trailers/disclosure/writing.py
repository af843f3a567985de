"""Write the parts of a disclosure as trailers. Nothing is written that would not be accepted when read."""

from trailers.disclosure.approver import fault_of_person
from trailers.disclosure.context import FORMS, fault_of_context
from trailers.disclosure.dialect import Dialect, Said
from trailers.disclosure.disclosure import Approver, Disclosure, Model
from trailers.disclosure.links import without_userinfo
from trailers.disclosure.vocabulary import OWN_MEANING, Keys
from trailers.errors import MessageError
from trailers.message.hidden import visible
from trailers.message.trailer import Trailer
from trailers.typed import Iterable, Iterator


def model_trailers(
    disclosure: Disclosure, dialect: Dialect, keys: Keys, *, keep: bool = False
) -> Iterator[Trailer]:
    """A line for each model that the dialect can say; `keep` leaves the lines without a flaw as they are."""
    flawed = {(flaw.key, flaw.value) for flaw in disclosure.flaws}
    for model in disclosure.models:
        kept = keep and model.value and (model.key, without_userinfo(model.value)) not in flawed
        line = model_trailer(model, dialect, keys, keep=bool(kept))
        if line:
            yield line


def model_trailer(model: Model, dialect: Dialect, keys: Keys, *, keep: bool = False) -> Trailer | None:
    """The line for a model, under its own key where the field has it, else under the field's first."""
    own = next((key for key in keys.model if key.lower() == model.key.lower()), "")
    if keep and own:
        return Trailer(own, model.value)
    value = dialect.spell(Said(model.agent, model.name, model.tools))
    return Trailer(own or keys.model[0], value) if value else None


def context_trailers(disclosure: Disclosure, keys: Keys) -> Iterator[Trailer]:
    """A line for each context, those that came under an alias included."""
    for context in disclosure.contexts:
        why = fault_of_context(context.value)
        if why:
            shown = visible(without_userinfo(context.value))
            raise MessageError(f'"{shown}" cannot be written as a context: {why}', f"Give one of {FORMS}")
        yield Trailer(keys.context[0], context.value)


def approver_trailers(disclosure: Disclosure, keys: Keys) -> Iterator[Trailer]:
    """A line for each approver, but for those whose own line says more and stays."""
    for approver in disclosure.approvers:
        if approver.person is None or stays(approver, keys):
            continue
        why = fault_of_person(approver.person)
        if why:
            shown = visible(str(approver.person))
            raise MessageError(f'"{shown}" cannot be written as an approver: {why}', "Give Name <email>")
        yield Trailer(keys.approver[0], str(approver.person))


def stays(approver: Approver, keys: Keys) -> bool:
    """Whether the approver's line (`Reviewed-by`) is not rewritten, since it has a meaning of its own."""
    key = approver.key.lower()
    return key in OWN_MEANING and all(key != own.lower() for own in keys.approver)


def denial_trailers(disclosure: Disclosure, keys: Keys) -> Iterator[Trailer]:
    """The line that says there was no AI help, where one says so."""
    if disclosure.denials:
        yield Trailer(keys.none, "none")


def unique(trailers: Iterable[Trailer]) -> tuple[Trailer, ...]:
    """The trailers without repetitions, in their order."""
    return tuple(dict.fromkeys(trailers))
