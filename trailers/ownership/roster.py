"""The roster: who is on which team, and which addresses are whose. A tracked file, so it needs no forge.

    [teams]
    "@org/docs" = ["@jane", "@joe"]

    [people]
    "@jane" = ["Jane Roe <jane@example.com>", "jane@old.example.com"]
    "@joe" = []

Who is listed is known. Who has an address can approve: an approval names an address, never a handle. Whose
list is empty is known and cannot. A team holds people, never a team, so that no cycle can be written.
GitLab's roles (`@@maintainer`) and Mibex's groups (`@@devs`) are teams under their written name.

Handles and addresses are compared without case, of ASCII only: a Kelvin sign is no k.
"""

from trailers.ownership.handle import folded
from trailers.ownership.owner import Owner
from trailers.typed import Iterable, Mapping, MappingProxyType, NamedTuple


class Roster(NamedTuple):
    """The people by handle with their addresses, the teams with their handles, and whose each address is.

    `listed` are all handles and teams that stand anywhere. All keys and values are as `folded` gives them.
    A member of a team need not be among the people.
    """

    people: Mapping[str, frozenset[str]] = MappingProxyType({})
    teams: Mapping[str, frozenset[str]] = MappingProxyType({})
    holders: Mapping[str, str] = MappingProxyType({})
    listed: frozenset[str] = frozenset()

    def knows(self, owner: Owner) -> bool:
        """Whether the owner is listed: as a person, a team or its member, an address. A role always is.

        GitLab itself knows its roles; who has one is for [teams] to say.
        """
        name = _name(owner)
        if owner.kind in ("role", "other"):
            return owner.kind == "role"
        if owner.kind == "email":
            return name in self.holders
        return name in self.listed

    def persons_of(self, owner: Owner) -> frozenset[str]:
        """Who can speak as this owner: a handle for each, or the address that stands for itself.

        Also those whose addresses are not given, who cannot approve. Empty where the roster does not
        know the owner.
        """
        name = _name(owner)
        if owner.kind == "email":
            return frozenset((self.holders.get(name, name),))
        if owner.kind == "other":
            return frozenset()
        return frozenset((name,)) if name in self.people else self.teams.get(name, frozenset())

    def addresses_of(self, person: str) -> frozenset[str]:
        """The addresses of one whom `persons_of` gives; empty where none is known."""
        return self.people.get(person, frozenset()) if person.startswith("@") else frozenset((person,))

    def people_of(self, owner: Owner) -> frozenset[str]:
        """The addresses, in lower case, of all who can speak as this owner.

        Empty where it does not resolve: such an owner cannot approve. An address stands for itself, and
        for the other addresses of its holder.
        """
        return frozenset().union(*map(self.addresses_of, self.persons_of(owner)))


EMPTY = Roster()


def _name(owner: Owner) -> str:
    """What the roster may list the owner as: without Bitbucket's choice of reviewers, `:random(2)`."""
    name = folded(owner.text)
    return name.partition(":")[0] if owner.kind == "team" else name


def roster_of(people: Mapping[str, Iterable[str]], teams: Mapping[str, Iterable[str]]) -> Roster:
    """The roster of handles with their addresses and of teams with their handles, as they are written."""
    addresses = {folded(handle): frozenset(map(folded, held)) for handle, held in people.items()}
    members = {folded(team): frozenset(map(folded, held)) for team, held in teams.items()}
    holders = {address: handle for handle, held in addresses.items() for address in held}
    return Roster(addresses, members, holders, frozenset(addresses).union(members, *members.values()))


def parse_roster(text: str, source: str) -> Roster:
    """Read the file, which is TOML; `source` names it in messages.

    PolicyError tells every mistake with its key, and its line where that can be told.
    """
    from trailers.ownership.roster_reading import read_roster

    return roster_of(*read_roster(text, source))
