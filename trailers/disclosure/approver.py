"""The approver: a person, as `Name <email>`. Whether the person may approve is for other rooms to say."""

from trailers.disclosure.disclosure import Approver, Flaw
from trailers.disclosure.flaws import flaw_of
from trailers.disclosure.placeholder import is_sample_person, person_placeholder, placeholder_in
from trailers.message.hidden import first_hidden
from trailers.message.person import Person, parse_person
from trailers.message.trailer import Trailer

_ADVICE = "as in git: Name <email>, the person who answers for the change"


def read_approver(trailer: Trailer) -> tuple[Approver, Flaw | None]:
    """The approver of a line under the field's own key, and what is wrong with it."""
    person = parse_person(trailer.value)
    why = placeholder_in(trailer.value)
    if not why:
        why = fault_of_person(person) if person else "this is not a name and an address"
    if why:
        flaw = flaw_of("approver", trailer, why, f"Write {trailer.key}: {_ADVICE}")
        return Approver(None, trailer.key, trailer.value, trailer.line), flaw
    approver = Approver(person, trailer.key, trailer.value, trailer.line)
    if person and is_sample_person(person):
        why = f'"{person}" looks like the person of an example'
        return approver, flaw_of("approver", trailer, why, f"Write {trailer.key}: {_ADVICE}", level="warning")
    return approver, None


def read_approver_alias(trailer: Trailer) -> Approver | None:
    """The approver of a `Reviewed-by` or its like; None where that is no person."""
    from trailers.assistants.identity import assistant_of, is_bot

    person = parse_person(trailer.value)
    if person is None or fault_of_person(person) or assistant_of(person) or is_bot(person):
        return None
    return Approver(person, trailer.key, trailer.value, trailer.line)


def fault_of_person(person: Person) -> str:
    """Why these are not a person's name and address; empty where they may be."""
    if first_hidden(str(person)) or "\n" in str(person) or "\t" in str(person):
        return "name and address have to be visible characters on one line"
    if parse_person(str(person)) != person or not person.name:
        return "the name is missing" if not person.name else "this is not a name and an address"
    if why := person_placeholder(person):
        return why
    local, at, domain = person.email.rpartition("@")
    if not (local and at and domain) or " " in person.email:
        return f'"{person.email}" is not an e-mail address' if person.email else "the address is missing"
    return ""
