"""--fix: what is removed and written, what is left, and the proof that every path keeps its owners."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.codeowners import Check, CodeOwners, Entry, Section
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.registry import dialect_named, dialect_names
from trailers.ownership.fixing import Tracked, edited, fixed
from trailers.ownership.owner import Owner
from trailers.ownership.proof import same_owners
from trailers.ownership.shape import Shape

PATHS = sorted(
    ["CODEOWNERS", "a/one.js", "a/two.py", "b/[id]/page.js", "b/my file.md", "c/x.go"], key=os.fsencode
)


def tracked(name="github", paths=PATHS):
    return Tracked("CODEOWNERS", dialect_named(name), paths)


def removing(*lines):
    return dict.fromkeys(lines, "dead")


REMOVED = {
    "nothing to do": ("* @x\n", (), "* @x\n", []),
    "a dead rule": ("* @x\n/gone/ @y\n", (2,), "* @x\n", ['line 2: removed "/gone/ @y": dead']),
    "its comment stays": (
        "* @x\n# of old\n/gone/ @y\n\n# next\n",
        (3,),
        "* @x\n# of old\n\n# next\n",
        ['line 3: removed "/gone/ @y": dead'],
    ),
    "the last line, without an end": (
        "* @x\n/gone/ @y",
        (2,),
        "* @x",
        ['line 2: removed "/gone/ @y": dead'],
    ),
    "Windows lines": ("/gone/ @y\r\n* @x\r\n", (1,), "* @x\r\n", ['line 1: removed "/gone/ @y": dead']),
    "a duplicate": ("* @x\na/ @y\na/ @y\n", (2,), "* @x\na/ @y\n", ['line 2: removed "a/ @y": dead']),
    "redundant rules": (
        "* @x\na/ @x\n*.py @x\n",
        (2, 3),
        "* @x\n",
        ['line 2: removed "a/ @x": dead', 'line 3: removed "*.py @x": dead'],
    ),
    "what is no rule stays": ("# note\n\n* @x\na b~~\n", (1, 2, 4, 99), "# note\n\n* @x\na b~~\n", []),
}


@pytest.mark.parametrize(("text", "lines", "result", "done"), REMOVED.values(), ids=REMOVED)
def test_what_is_removed(text, lines, result, done):
    mended = fixed(text, tracked(), removals=removing(*lines))
    assert mended.text == result
    assert list(mended.done) == done
    assert mended.changed == ()
    assert fixed(result, tracked()).text == result


KEPT = {
    "a rule that decides": (
        "* @x\na/ @y\n",
        (2,),
        "* @x\na/ @y\n",
        ['line 2: kept "a/ @y": other owners for a/one.js, a/two.py'],
    ),
    "each redundant as long as the other stands": (
        "a/ @x\n/a/ @x\n/gone/ @x\n",
        (1, 2, 3),
        "/a/ @x\n",
        ['line 2: kept "/a/ @x": other owners for a/one.js, a/two.py'],
    ),
    "what clears": (
        "/a/\n",
        (1,),
        "/a/\n",
        ['line 1: kept "/a/": other owners for a/one.js, a/two.py'],
    ),
    "more paths than are told": (
        "* @x\n",
        (1,),
        "* @x\n",
        ['line 1: kept "* @x": other owners for CODEOWNERS, a/one.js, a/two.py and 3 more'],
    ),
    "the way back brings another one back": (
        "a/ @x\n*.js @y\n/a/one.js @x\n/b/ @z\n",
        (2, 3),
        "a/ @x\n/b/ @z\n",
        [],
    ),
    "one that is kept keeps another": (
        "a/ @x\n*.js @y\n/a/one.js @x\n",
        (2, 3),
        "a/ @x\n*.js @y\n/a/one.js @x\n",
        [
            'line 2: kept "*.js @y": other owners for b/[id]/page.js',
            'line 3: kept "/a/one.js @x": other owners for a/one.js',
        ],
    ),
}


@pytest.mark.parametrize(("text", "lines", "result", "left"), KEPT.values(), ids=KEPT)
def test_what_changes_owners_is_kept(text, lines, result, left):
    mended = fixed(text, tracked(), removals=removing(*lines), allow_changes=True)
    assert mended.text == result
    assert list(mended.left) == left
    assert mended.changed == ()


def test_a_long_row_of_rules_that_keep_each_other_ends():
    names = [f"/d{at}.js" for at in range(40)]
    paths = sorted((name[1:] for name in names), key=os.fsencode)
    lines = [f"{name} @a" for name in names]
    lines += [line for at in range(39) for line in (f"/d{at}.js @b", f"/d{at + 1}.js @b", f"/d{at}.js @a")]
    mended = fixed("\n".join(lines), tracked(paths=paths), removals=removing(*range(2, len(lines) + 1)))
    assert mended.changed == ()
    assert mended.text.count("\n") < len(lines) - 1


BRACKETS = "b/[id]/ @y"
ESCAPED = "b/\\[id\\]/ @y"
WROTE = '"b/\\[id\\]/" for "b/[id]/"'

SUGGESTED = {
    "nobody's owners change": (
        f"* @y\n{BRACKETS}\n",
        f"* @y\n{ESCAPED}\n",
        [f"line 2: wrote {WROTE}"],
        [],
    ),
    "of no path": (
        "* @y\r\nz[a] @x\r\n",
        "* @y\r\nz\\[a\\] @x\r\n",
        ['line 2: wrote "z\\[a\\]" for "z[a]"'],
        [],
    ),
    "behind a byte order mark": (
        "\ufeffz[a] @x\n",
        "\ufeffz\\[a\\] @x\n",
        ['line 1: wrote "z\\[a\\]" for "z[a]"'],
        [],
    ),
    "owners would change": (
        f"* @x\n{BRACKETS}\n",
        f"* @x\n{BRACKETS}\n",
        [],
        [f"line 2: did not write {WROTE}: other owners for b/[id]/page.js"],
    ),
    "one of two": (
        f"* @y\n{BRACKETS}\n/ @z\n",
        f"* @y\n{ESCAPED}\n/ @z\n",
        [f"line 2: wrote {WROTE}"],
        ['line 3: did not write "*" for "/": other owners for CODEOWNERS, a/one.js, a/two.py and 3 more'],
    ),
    "half a mended line": (
        "z[a] @x b~~\n",
        "z[a] @x b~~\n",
        [],
        ['line 1: did not write "z\\[a\\]" for "z[a]": more is wrong with the line'],
    ),
}


@pytest.mark.parametrize(("text", "result", "done", "left"), SUGGESTED.values(), ids=SUGGESTED)
def test_suggestions(text, result, done, left):
    mended = fixed(text, tracked())
    assert mended == (result, tuple(done), tuple(left), ())


def test_suggestions_that_change_owners_can_be_allowed():
    mended = fixed(f"* @x\n{BRACKETS}\n", tracked(), allow_changes=True)
    assert mended.text == f"* @x\n{ESCAPED}\n"
    assert mended.changed == ("b/[id]/page.js",)
    assert mended.left == ()


def test_a_rule_that_goes_is_not_mended_first():
    mended = fixed(f"* @x\n{BRACKETS}\n", tracked(), removals=removing(2), allow_changes=True)
    assert mended.text == f"* @x\n{BRACKETS}\n"


def test_two_edits_of_one_line():
    mended = fixed("z[a] @x, @y\n", tracked())
    assert mended.text == "z\\[a\\] @x @y\n"
    assert mended.done == ('line 1: wrote "z\\[a\\]" for "z[a]", "@x" for "@x,"',)


def counting(text, path):
    """A dialect in which the number of lines says something: whose proof with emptied lines is no proof."""
    lines = text.split("\n")
    owners = (Owner(f"@x{len(lines)}", "user"),)
    entries = tuple(
        Entry(at, line, owners, Shape(line, (), "both")) for at, line in enumerate(lines, 1) if line
    )
    return CodeOwners(path, "counting", tuple(lines), entries)


def test_nothing_is_written_where_the_proof_of_the_result_fails():
    place = Tracked("CODEOWNERS", Dialect("counting", "", (), "last", counting), ["a"])
    mended = fixed("a\nb\n", place, removals=removing(2))
    assert mended == ("a\nb\n", (), ("nothing is written: other owners for a",), ("a",))


def whole(text, path):
    """A dialect in which one line decides about all others."""
    codeowners = counting(text, path)
    return codeowners._replace(checks=(Check(1, ((text, 1),)),))


def test_edits_whose_line_decides_nothing_are_taken_back_together():
    place = Tracked("CODEOWNERS", Dialect("whole", "", (), "last", whole), ["a"])
    mended = fixed("a\nb\nc\n", place, removals=removing(2, 3))
    assert mended.text == "a\nb\nc\n"
    assert mended.left == (
        'line 2: kept "b": other rules would change with it',
        'line 3: kept "c": other rules would change with it',
    )


def test_an_edit_keeps_the_line_end():
    assert edited("a\r\nb\nc", {1: "x", 3: "z"}) == "x\r\nb\nz"
    assert edited("a\r\nb\nc", {1: "", 3: "z"}) == "\r\nb\nz"
    assert edited("a\r\nb\nc", {1: "", 3: "z"}, drop=True) == "b\nz"


X, Y = Owner("@x", "user"), Owner("@y", "user")
ALL = Shape("", (), "inside")


def of(*entries, **more):
    return CodeOwners("CODEOWNERS", "x", (), entries, **more)


A = of(Entry(1, "*", (X, Y), ALL))
SECTIONS = (Section(), Section("Docs", 1))

SAME = {
    "another line": of(Entry(7, "**", (X, Y), ALL)),
    "another order of owners": of(Entry(1, "*", (Y, X), ALL)),
    "another rule before it": of(Entry(1, "*", (Y,), ALL), Entry(2, "*", (X, Y), ALL)),
    "a rule of nothing": of(Entry(1, "*", (X, Y), ALL), Entry(2, "z", (X,), Shape("z", (), "both"))),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_the_same_owners(other):
    assert same_owners(A, other, ["p", "q"], "last") == ()
    assert same_owners(other, A, ["p", "q"], "last") == ()


OTHER = {
    "one less": (of(Entry(1, "*", (X,), ALL)), ("p", "q")),
    "nobody": (of(), ("p", "q")),
    "for one path": (
        of(Entry(1, "*", (X, Y), ALL), Entry(2, "q", (X,), Shape("q", (), "both"))),
        ("q",),
    ),
    "another section": (of(Entry(1, "*", (X, Y), ALL, 1), sections=SECTIONS), ("p", "q")),
    "another count": (of(Entry(1, "*", (X, Y), ALL), sections=(Section(approvals=2),)), ("p", "q")),
    "another check": (A._replace(checks=(Check(1, (("x", 1),)),)), ("p", "q")),
    "another group": (A._replace(groups={"x": (X,)}), ("p", "q")),
}


@pytest.mark.parametrize(("other", "paths"), OTHER.values(), ids=OTHER)
def test_other_owners(other, paths):
    assert same_owners(A, other, ["p", "q"], "last") == paths
    assert same_owners(other, A, ["p", "q"], "last") == paths


def test_cleared_is_not_unowned():
    assert same_owners(of(Entry(1, "*", (), ALL)), of(), ["p"], "last") == ("p",)


PATTERNS = [
    "*",
    "a/",
    "/a/",
    "*.js",
    "/a/one.js",
    "/b/",
    "b/*",
    "/gone",
    "b/[id]/",
    "/",
    "c/***",
    "b/my\\ file.md",
]
LINES = st.tuples(
    st.sampled_from(PATTERNS), st.sampled_from(["", " @x", " @y", " @x @y", " @x, @y", " bad~"])
)
OTHERS = st.sampled_from(["", "# note", "[S]", "[T][2] @y", "^[S]", "[open", "@@@g @x", "Check(@@g >= 1)"])
FILES = st.lists(LINES.map("".join) | OTHERS, max_size=10).map("\n".join)


@given(FILES, st.sets(st.integers(1, 10)), st.sampled_from(dialect_names()), st.booleans())
@settings(max_examples=200, deadline=None)
def test_every_path_keeps_its_owners(text, lines, name, allow_changes):
    place = tracked(name)
    mended = fixed(text, place, removals=removing(*lines), allow_changes=allow_changes)
    before, after = (place.dialect.parse(one, "CODEOWNERS") for one in (text, mended.text))
    assert same_owners(before, after, PATHS, place.dialect.combines) == mended.changed
    assert allow_changes or not mended.changed
    if not mended.done:
        assert mended.text == text


def test_mending_grows_with_the_file():
    def prepare(size):
        text = "* @x\n" + "".join(f"/a{at} @x\n/b[{at}] @y\n" for at in range(size // 16))
        paths = sorted((f"a{at}" for at in range(size // 16)), key=os.fsencode)
        removals = removing(*range(2, size // 8, 2))
        return lambda: fixed(text, tracked(paths=paths), removals=removals)

    assert growth(prepare, 8_000) < LINEAR
