"""Which CODEOWNERS file counts, and that reading a part of it says the same of a few paths."""

import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.dialects.registry import PLACES, dialect_named, dialect_names
from trailers.ownership.matching.decide import decide
from trailers.policy.owners import OwnersPolicy
from trailers.repository.listing import LINK, Tracked
from trailers.verify.owners.found import SUBMODULE, Found, found_among, parsed, places_for, with_options


def tracked(*paths, mode="100644"):
    return {path: Tracked(path, mode, "0" * 40) for path in paths}


@pytest.mark.parametrize(
    ("paths", "wanted", "path", "dialect", "others"),
    [
        ([".github/CODEOWNERS"], OwnersPolicy(), ".github/CODEOWNERS", "github", ()),
        (["CODEOWNERS", "docs/CODEOWNERS"], OwnersPolicy(), "CODEOWNERS", "github", ("docs/CODEOWNERS",)),
        (
            ["CODEOWNERS", ".gitlab/CODEOWNERS"],
            OwnersPolicy(),
            ".gitlab/CODEOWNERS",
            "gitlab",
            ("CODEOWNERS",),
        ),
        (["CODEOWNERS", ".github/CODEOWNERS"], OwnersPolicy(dialect="gitlab"), "CODEOWNERS", "gitlab", ()),
        (["CODEOWNERS", "x/y"], OwnersPolicy(file="x/y"), "x/y", "github", ()),
        (["x/y"], OwnersPolicy(file="/x//y", dialect="gitea"), "x/y", "gitea", ()),
        (
            [".gitlab/CODEOWNERS"],
            OwnersPolicy(file="./.gitlab/CODEOWNERS"),
            ".gitlab/CODEOWNERS",
            "gitlab",
            (),
        ),
        ([], OwnersPolicy(), None, "github", ()),
        (["CODEOWNERS"], OwnersPolicy(file="x"), None, "github", ()),
        ([], OwnersPolicy(dialect="forgejo"), None, "forgejo", ()),
    ],
)
def test_the_file_that_counts(paths, wanted, path, dialect, others):
    found = found_among(tracked(*paths), wanted)
    assert (found.tracked and found.tracked.path, found.dialect.name, found.others) == (path, dialect, others)
    assert found.looked == places_for(wanted)


@pytest.mark.parametrize(("mode", "what"), [(LINK, "a symbolic link"), (SUBMODULE, "a submodule")])
def test_what_is_no_file(mode, what):
    found = found_among(tracked("CODEOWNERS", mode=mode), OwnersPolicy())
    assert found.no_file == what
    assert parsed(found, b"") is None


@pytest.mark.parametrize(
    ("policy", "typed", "expected"),
    [
        (OwnersPolicy(), ("", ""), OwnersPolicy()),
        (OwnersPolicy("a", "gitlab", "p", "b"), ("", ""), OwnersPolicy("a", "gitlab", "p", "b")),
        (OwnersPolicy("a", "gitlab", "p", "b"), ("x", ""), OwnersPolicy("x", "", "p", "b")),
        (OwnersPolicy("a", "gitlab", "p", "b"), ("", "gitea"), OwnersPolicy("a", "gitea", "p", "b")),
        (OwnersPolicy("a", "gitlab", "p", "b"), ("x", "gitea"), OwnersPolicy("x", "gitea", "p", "b")),
    ],
)
def test_what_is_typed_stands_for_the_policys(policy, typed, expected):
    assert with_options(policy, *typed) == expected


NAMES = st.sampled_from(["a", "b", "ab", "a.b", ".a", "A", "é", "\udcff", "a b"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
PIECES = st.sampled_from(
    [
        "a",
        "b",
        "ab",
        ".",
        "*",
        "**",
        "/",
        "//",
        "?",
        "[a]",
        "\\",
        "\\ ",
        "!",
        "{a,b}",
        "é",
        '"',
        "#",
        " ",
        "\t",
    ]
)
PATTERNS = st.one_of(
    PATHS.map("/{}".format),
    PATHS.map("/{}/".format),
    PATHS,
    st.lists(PIECES, max_size=5).map("".join),
    st.lists(PIECES, max_size=5).map("".join).map("/{}".format),
)
LINES = st.one_of(
    st.tuples(PATTERNS, st.sampled_from([" @a", " @b @a", "", "\t@a", " # @a", " bad"])).map("".join),
    st.sampled_from(
        ["", "# x", "[S]", "[S][2] @a", "^[T] @b", "[a] @c", "\ufeff* @a", "@@@G @a", "Check(@@G)"]
    ),
)
FILES = st.tuples(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n"])).map(
    lambda x: x[1].join(x[0])
)


@pytest.mark.parametrize("name", dialect_names())
@settings(max_examples=150, deadline=None)
@given(text=FILES, paths=st.lists(PATHS, min_size=1, max_size=3))
@example(text="/a @a\n/a/b/ @b\n/a//b @a\n/./a @b\n/\n", paths=["a/b/c", "b"])
@example(text="/a\r\n/a/\r\n/a @a\r\n", paths=["a/b", "a"])
def test_a_part_of_the_file_says_the_same_of_these_paths(name, text, paths):
    paths = sorted(set(paths), key=os.fsencode)
    dialect = dialect_named(name)
    found = Found(Tracked("CODEOWNERS", "100644", ""), dialect, PLACES, ())
    answers = []
    for codeowners in (
        parsed(found, text.encode("utf-8", "surrogateescape"), asked) for asked in (None, paths)
    ):
        decision = decide(codeowners, paths, dialect.combines)
        answers.append([[codeowners.entries[place] for place in places] for places in decision.deciding])
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(lambda size: "/a/b/c @a\n" * size, id="many lines"),
        pytest.param(lambda size: "/" + "a/" * size + " @a\n", id="one deep path"),
        pytest.param(lambda size: "/a" * size, id="one endless line"),
    ],
)
def test_growth(text):
    found = Found(Tracked("CODEOWNERS", "100644", ""), dialect_named("github"), PLACES, ())

    def prepare(size):
        data = text(size).encode()
        return lambda: parsed(found, data, ["x/y", "z"])

    assert growth(prepare) < LINEAR
