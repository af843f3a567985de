"""A dialect: one forge's way of writing and reading CODEOWNERS."""

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.owner import Owner
from trailers.typed import Callable, Literal, NamedTuple

# `last`: the last match decides alone. `sections`: the last match of each section. `union`: every match.
Combines = Literal["last", "sections", "union"]
# What an owner's text means; None where it is no owner.
OwnerOf = Callable[[str], Owner | None]


class Dialect(NamedTuple):
    """What a forge makes of a file.

    `places` are where it looks, first found first. `parse` takes the text, which may hold lone surrogates,
    and the file's path; it never raises. `limit` is the size in bytes from which on the forge ignores the
    file, None where its documentation names none.
    """

    name: str
    title: str
    places: tuple[str, ...]
    combines: Combines
    parse: Callable[[str, str], CodeOwners]
    limit: int | None = None
