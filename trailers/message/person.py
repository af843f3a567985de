"""A person as git writes one: `Name <email>`."""

from trailers.typed import Iterator, NamedTuple


class Person(NamedTuple):
    """A name and an e-mail address, both as written."""

    name: str
    email: str

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"


def parse_person(text: str) -> Person | None:
    """Read `Name <email>`; None where the text has not that form.

    The form is the one of git's ident lines (git-commit-tree(1)): the address stands in the last
    pair of angle brackets, which ends the text.
    """
    text = text.strip(" \t\r\n")
    if not text.endswith(">"):
        return None
    name, bracket, email = text[:-1].rpartition("<")
    if not bracket or "<" in name or ">" in name + email:
        return None
    return Person(name.strip(" \t"), email.strip(" \t"))


def people_in(text: str) -> Iterator[Person]:
    """Whom a value names: a person for each address in angle brackets, whatever else stands there."""
    name, *rest = text.split("<")
    for part in rest:
        address, bracket, _ = part.partition(">")
        if bracket:
            yield Person(name.strip(" \t"), address)
