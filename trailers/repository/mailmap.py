"""Who is whom: the .mailmap of the base commit, read as gitmailmap(5) says.

Only text comes in, so that the copy in the work tree or in the change itself can never speak.
"""

from trailers.message.lines import BLANK
from trailers.message.person import Person
from trailers.typed import NamedTuple


class Mailmap(NamedTuple):
    """Proper identities by commit e-mail, and by commit name and e-mail; all keys in lower case."""

    by_email: dict[str, Person]
    by_name: dict[tuple[str, str], Person]

    def resolve(self, person: Person) -> Person:
        """The proper identity of a person; a part that the map leaves open stays as it is."""
        email = _folded(person.email)
        proper = self.by_name.get((_folded(person.name), email)) or self.by_email.get(email)
        if proper is None:
            return person
        return Person(proper.name or person.name, proper.email or person.email)


EMPTY = Mailmap({}, {})


def parse_mailmap(text: str) -> Mailmap:
    """Read a mailmap as git's `read_mailmap_line` does; a line that has none of its four forms is skipped."""
    mailmap = Mailmap({}, {})
    for line in text.split("\n"):
        if not line.startswith("#"):
            _add(mailmap, line)
    return mailmap


def _add(mailmap: Mailmap, line: str) -> None:
    first = _take(line)
    if first is None or not first[1]:
        return
    name, email, rest = first
    second = _take(rest)
    if second is None:
        # Proper Name <commit@email>
        _merge(mailmap, None, email, Person(name, ""))
        return
    # Proper Name <proper@email> Commit Name <commit@email>, with either name left out
    commit_name, commit_email, _ = second
    _merge(mailmap, commit_name or None, commit_email, Person(name, email))


def _merge(mailmap: Mailmap, commit_name: str | None, commit_email: str, proper: Person) -> None:
    """A later line adds to or replaces what an earlier one says of the same commit identity."""
    email = _folded(commit_email)
    if commit_name is not None:
        mailmap.by_name[_folded(commit_name), email] = proper
        return
    earlier = mailmap.by_email.get(email, Person("", ""))
    mailmap.by_email[email] = Person(proper.name or earlier.name, proper.email or earlier.email)


def _take(text: str) -> tuple[str, str, str] | None:
    """(name, e-mail, what follows) of the first `Name <email>` of the text."""
    name, opened, rest = text.partition("<")
    email, closed, rest = rest.partition(">")
    if not (opened and closed):
        return None
    return name.strip(BLANK), email, rest


def _folded(text: str) -> str:
    """The text without case; as git, of ASCII only."""
    return text.encode("utf-8", "surrogateescape").lower().decode("utf-8", "surrogateescape")
