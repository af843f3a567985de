"""What a pattern means, in one form for every dialect that is made of globs."""

from trailers.typed import Literal, NamedTuple

# What of a path the segments have to match: all of it (`path`), a directory above it (`inside`), or either.
Reach = Literal["path", "inside", "both"]


class Segment(NamedTuple):
    """One piece of a pattern between two slashes.

    `literal`: the name itself. `depth`: any number of directories, none included; its text is `**`.
    `glob`: a pattern for one name, in which `*` stands for any characters, `?` for one, `[a-z]` and `[!a-z]`
    for one of a set or not of it, and a backslash takes the next character for itself.
    """

    text: str
    kind: Literal["literal", "glob", "depth"]


class Shape(NamedTuple):
    """A pattern from the top of the repository: its fixed beginning, and what follows.

    `prefix` is a path without slashes at its ends, empty where the first segment is not literal already;
    `rest` never begins with a literal segment, nor ends with a `depth` one, but for the shape of every path:
    Shape("", (), "inside"). Nothing but `/` delimits names; a leading dot is like any character.
    """

    prefix: str
    rest: tuple[Segment, ...]
    reach: Reach
