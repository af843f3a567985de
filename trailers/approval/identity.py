"""When two written identities are the same person.

Addresses are compared without case and without a `+tag`; GitHub's no-reply addresses with and without the
account number are one; the base's mailmap says which addresses belong together (gitmailmap(5)).
"""

from trailers.message.person import Person
from trailers.repository.mailmap import Mailmap

_NOREPLY = "users.noreply.github.com"


def identity_of(person: Person, mailmap: Mailmap) -> str:
    """What stands for a person in comparisons: the proper address, folded."""
    proper = mailmap.resolve(person)
    local, _, domain = proper.email.lower().rstrip(".").rpartition("@")
    if domain == _NOREPLY:
        number, plus, login = local.partition("+")
        return f"{login if plus and number.isdigit() else local}@{domain}"
    return f"{local.partition('+')[0]}@{domain}" if local else proper.email.lower()
