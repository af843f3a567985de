"""Random rule files over random path lists, made so that they meet: few names, many ways to write them."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from trailers.ownership.codeowners import CodeOwners, Entry, Section
from trailers.ownership.dialects.dialect import Combines
from trailers.ownership.expression import Expression
from trailers.ownership.owner import Owner
from trailers.ownership.shape import Reach, Segment, Shape

# Names that sort around the slash and each other: a dot and a hyphen come before it, "0" right after. Bytes
# that are no UTF-8 (lone surrogates here) sort elsewhere as bytes than as code points.
NAMES = (
    *("a", "b", "ab", "aa", "aab", "abc", "a-b", "a.b", "a0", "b.js", "a.js", "js", ".js", ".a", "A", "a b"),
    *(
        "a\nb",
        "a*",
        "a[b]",
        "a\\b",
        "0",
        "-",
        "\u00e9",
        "\ue000",
        "\udc80",
        "a\udcff",
        "\U0001f600",
        "\uffff",
    ),
)
GLOBS = (
    *(
        "*",
        "a*",
        "*a",
        "*.js",
        "*b",
        "a*b",
        "a*a",
        "ab*b",
        "*a*",
        "*a*b*",
        "?",
        "??",
        "a?",
        "?b",
        "a?b*",
        "[ab]",
        "[!a]*",
    ),
    *(
        "*[a-c]",
        "a[*",
        "*a*a*a*b",
        "\\*",
        "a\\*",
        "*\\",
        "[^a-b]",
        "*.[jk]s",
        "a[b-]*",
        "[]a]",
        "*\u00e9",
        "*\udc80",
    ),
)
REACHES: tuple[Reach, ...] = ("path", "inside", "both")
EVERYTHING = Shape("", (), "inside")


class Case(NamedTuple):
    """A rule file, paths sorted by their bytes, and how entries combine."""

    codeowners: CodeOwners
    paths: list[str]
    combines: Combines


def cases(seed: int, count: int) -> Iterator[Case]:
    """As many cases; the same for the same seed, each for itself."""
    for number in range(seed, seed + count):
        yield case(Random(number))


def case(random: Random) -> Case:
    """One random case."""
    large = random.random() < 0.02
    names = random.sample(NAMES, random.randint(2, 8))
    if large:
        names = [f"{name}{number}" for name in names for number in range(12)]
    paths = _paths(random, names, 200 if large else 40)
    combines: Combines = random.choice(("last", "last", "sections", "union"))
    sections = random.randint(1, 4) if combines == "sections" else 1
    shapes = [_meant(random, names, paths, combines) for _ in range(random.randint(0, 60 if large else 14))]
    meant = [shape if random.random() < 0.9 else random.choice(shapes) for shape in shapes]
    entries = tuple(
        Entry(
            line,
            f"pattern {line}",
            (Owner(f"@{random.choice('xyz')}", "user"),),
            matches,
            random.randrange(sections),
            excludes=combines != "union" and random.random() < 0.12,
        )
        for line, matches in enumerate(meant, start=1)
    )
    codeowners = CodeOwners("CODEOWNERS", "none", (), entries, (Section(),) * sections)
    return Case(codeowners, paths, combines)


def _paths(random: Random, names: list[str], most: int) -> list[str]:
    found = {
        "/".join(random.choices(names, k=min(random.randint(1, 6), random.randint(1, 6))))
        for _ in range(random.randint(0, most))
    }
    return sorted(found, key=lambda path: path.encode("utf-8", "surrogateescape"))


def _meant(random: Random, names: list[str], paths: list[str], combines: Combines) -> Shape | Expression:
    if combines == "union" and random.random() < 0.2:
        source = random.choice(("a.*", ".*a", "a/.*", ".*", "a|b", ".*/b", "[ab]+"))
        return Expression(source, negated=random.random() < 0.3)
    return _shape(random, names, paths)


def _shape(random: Random, names: list[str], paths: list[str]) -> Shape:
    """A shape as the dialects make them, some around a real path."""
    prefix = "/".join(random.choices(names, k=random.choice((0, 0, 0, 1, 1, 2, 3))))
    if paths and random.random() < 0.3:
        real = random.choice(paths).split("/")
        prefix = "/".join(real[: random.randint(0, len(real))])
    rest: list[Segment] = []
    for _ in range(random.choice((0, 1, 1, 2, 3, 4))):
        kind = random.choice(("literal", "glob", "depth"))
        if kind == "literal" and rest:
            rest.append(Segment(random.choice(names), "literal"))
        elif kind == "depth":
            rest.append(Segment("**", "depth"))
        else:
            rest.append(Segment(random.choice(GLOBS), "glob"))
    if rest and rest[-1].kind == "depth":
        rest.append(Segment(random.choice(names), "literal"))
    if not prefix and not rest:
        return EVERYTHING
    return Shape(prefix, tuple(rest), random.choice(REACHES))
