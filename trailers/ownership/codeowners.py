"""A CODEOWNERS file, read: its entries, its sections, and what is wrong with it."""

from trailers.ownership.expression import Expression
from trailers.ownership.owner import Owner
from trailers.ownership.shape import Shape
from trailers.typed import Literal, Mapping, MappingProxyType, NamedTuple

# GitHub's own three kinds (`GET /repos/{owner}/{repo}/codeowners/errors`), and one of ours.
MistakeKind = Literal["Invalid pattern", "Invalid owner", "Unknown owner", "Other dialect"]


class Entry(NamedTuple):
    """One line with a pattern: `pattern` is as written, `line` counts from 1.

    `owners` are those of the line, or the section's defaults. `excludes` takes what it matches out of its
    section again (GitLab) or unsets its owners (Mibex).
    """

    line: int
    pattern: str
    owners: tuple[Owner, ...]
    matches: Shape | Expression
    section: int = 0
    excludes: bool = False


class Section(NamedTuple):
    """A GitLab section; elsewhere the whole file is one. `approvals` are needed of it, 0 where optional."""

    name: str = ""
    line: int = 0
    approvals: int = 1
    owners: tuple[Owner, ...] = ()


class Mistake(NamedTuple):
    """What is wrong with a token of a line: `column` counts characters from 1, `length` those of the token.

    `suggestion` is what to write instead of the token, where that is known.
    """

    line: int
    column: int
    length: int
    kind: MistakeKind
    message: str
    suggestion: str = ""


class Check(NamedTuple):
    """Mibex's merge check: alternatives, each a group's name and how many of it must approve."""

    line: int
    any_of: tuple[tuple[str, int], ...]


class CodeOwners(NamedTuple):
    """A file as it is read. A bad line is a mistake and no entry; the other lines hold all the same.

    `lines` are those of the file, without line ends; `sections` has the unnamed one first; `groups` are
    Mibex's definitions, by name; `checks` must all hold.
    """

    path: str
    dialect: str
    lines: tuple[str, ...]
    entries: tuple[Entry, ...]
    sections: tuple[Section, ...] = (Section(),)
    mistakes: tuple[Mistake, ...] = ()
    groups: Mapping[str, tuple[Owner, ...]] = MappingProxyType({})
    checks: tuple[Check, ...] = ()
