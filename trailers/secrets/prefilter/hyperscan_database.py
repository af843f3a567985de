"""Compiled databases as values: from expressions to bytes, and from bytes to an engine.

The bytes are two parts: who uses the expressions (how many there are, and each pattern's expression, width
and start), and what Hyperscan serialized. That is all that the engine needs, so a hook with a cache derives
nothing, without `re`. Patterns whose supersets are the same share an expression.
"""

import sys

from trailers.secrets.prefilter.hyperscan_engine import MODE, HyperscanPrefilter
from trailers.typed import TYPE_CHECKING, Iterable, Sequence, TypeAlias

if TYPE_CHECKING:
    from trailers.secrets.prefilter.hyperscan_library import Library

# A pattern and its flags, as `re.compile` takes them. Patterns over `str` are looked for in UTF-8.
Pattern: TypeAlias = tuple[str | bytes, int]
# An expression, its width and its start, by pattern; see prefilter/superset.py.
Supersets: TypeAlias = Sequence[tuple[str, int, int]]
# The users, and the database.
Kept: TypeAlias = tuple[bytes, bytes]

# To be counted up with every change of what is derived from a pattern or of the bytes' form: caches go by it.
REVISION = 2
_NUMBER = 4  # bytes


def database_key(library: "Library", name: str) -> bytes:
    """Name all that a database depends on: library, machine, our derivation, and what `name` stands for."""
    probe = library.Database(mode=MODE)
    probe.compile(expressions=[b"a"], flags=0)
    machine = (sys.platform, sys.byteorder, sys.maxsize, probe.info())
    return repr((REVISION, library.__version__, machine, name)).encode()


def supersets(patterns: Iterable[Pattern]) -> Supersets:
    """Derive them; re.error for a bad pattern."""
    from trailers.secrets.prefilter.superset import superset

    return [superset(pattern, flags) for pattern, flags in patterns]


def compiled(library: "Library", expressions: Supersets) -> Kept:
    """Compile the expressions; the library's `error` where it cannot."""
    ids = {expression: 0 for expression, _, _ in expressions}
    ids = {expression: number for number, expression in enumerate(ids)}
    database = library.Database(mode=MODE)
    database.compile(expressions=[expression.encode() for expression in ids], flags=0)
    users = [number for expression, width, start in expressions for number in (ids[expression], width, start)]
    numbers = b"".join(number.to_bytes(_NUMBER, sys.byteorder) for number in (len(ids), *users))
    return numbers, library.dumpb(database)


def engine(library: "Library", kept: Kept, widths: Sequence[int] = ()) -> HyperscanPrefilter:
    """Make the engine of what `compiled` gave here or on the same kind of machine; the library's `error`."""
    expressions, *numbers = memoryview(kept[0]).cast("I").tolist()
    users: list[list[tuple[int, int, int]]] = [[] for _ in range(expressions)]
    each = iter(numbers)
    for index, (expression, width, start) in enumerate(zip(each, each, each, strict=True)):
        users[expression].append((index, width, start))
    return HyperscanPrefilter(library, library.loadb(kept[1], MODE), users, widths)
