"""fmt: the layout of a CODEOWNERS file, which changes nothing that it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.codeowners import CodeOwners, Entry
from trailers.ownership.dialects.registry import dialect_named, dialect_names
from trailers.ownership.formatting import formatted, readings
from trailers.ownership.owner import Owner
from trailers.ownership.shape import Shape

LONG = "/a/very/long/path/that/should/not/push/the/others.md"


def laid_out(text, name="github"):
    return formatted(text, "CODEOWNERS", dialect_named(name).parse)


LAYOUTS = {
    "nothing": ("", ""),
    "one empty line": ("\n", "\n"),
    "only blanks": ("  \t", ""),
    "blanks as the last line": ("a @x\n  \t", "a @x\n"),
    "owners in one column": ("a @x\nabc @y\n", "a   @x\nabc @y\n"),
    "one blank between owners": ("a  @x \t@y\n", "a @x @y\n"),
    "blanks before the pattern": ("  a @x\n\tb @y\n", "a @x\nb @y\n"),
    "blanks at the end": ("a @x \t\n# note \n \n", "a @x\n# note\n\n"),
    "the end of the file": ("a @x", "a @x\n"),
    "blocks have their own column": (
        "a @x\nabc @y\n\nb @z\n# note\nabcde @x\nc @y\n",
        "a   @x\nabc @y\n\nb @z\n# note\nabcde @x\nc     @y\n",
    ),
    "an outlier pushes nobody": (
        f"a @x\nabc @y\n{LONG} @z\nabcd @z\n",
        f"a    @x\nabc  @y\n{LONG} @z\nabcd @z\n",
    ),
    "who has no owners pushes nobody": ("abcdef\na @x\nab @y\n", "abcdef\na  @x\nab @y\n"),
    "a comment on the line": (
        "a @x   #  keep  this \nabc @y #that\n",
        "a   @x #  keep  this\nabc @y #that\n",
    ),
    "a comment without owners": ("a   # none\nabc @y\n", "a # none\nabc @y\n"),
    "a mark within an owner's comment": ("a @x # see @y # and z\n", "a @x # see @y # and z\n"),
    "a blank in the pattern": ("a\\ b   @x\nabcdef @y\n", "a\\ b   @x\nabcdef @y\n"),
    "a blank at the pattern's end": ("a\\   @x\nb @y\n", "a\\  @x\nb   @y\n"),
    "a blank at the pattern's end, and no owners": ("a\\ \nb @y\n", "a\\ \nb @y\n"),
    "Windows lines": ("a @x\r\nabc  @y\r\n", "a   @x\r\nabc @y\r\n"),
    "Windows lines, and no last end": ("a @x\r\nabc  @y", "a   @x\r\nabc @y\r\n"),
    "both kinds of lines": ("a @x\r\nabc  @y\n", "a   @x\r\nabc @y\n"),
    "a byte order mark": ("\ufeffa  @x\nabc @y\n", "\ufeffa   @x\nabc @y\n"),
    "a line that cannot be read": ("a[b]   @x\nab   @y\n", "a[b]   @x\nab @y\n"),
    "a section, which GitHub has not": ("[Docs]   @x\nab   @y\n", "[Docs]   @x\nab @y\n"),
    "not UTF-8": ("a\udcff  @x\nabc @y\n", "a\udcff  @x\nabc @y\n"),
    "a separator that ends no line": ("a\u2028b  @x\nabc @y\n", "a\u2028b @x\nabc @y\n"),
}


@pytest.mark.parametrize(("text", "layout"), LAYOUTS.values(), ids=LAYOUTS)
def test_the_layout(text, layout):
    assert laid_out(text) == layout
    assert laid_out(layout) == layout


OTHERS = {
    "sections": (
        "gitlab",
        "*  @a\n[Docs][2]  @b   @c\ndocs/   @d\n!docs/x   \nreadme\n^[Data] \ndata @e\n",
        "* @a\n[Docs][2]  @b   @c\ndocs/ @d\n!docs/x\nreadme\n^[Data]\ndata @e\n",
    ),
    "a mark is no comment on GitLab": ("gitlab", "a  @x  # by  @y\n", "a @x # by  @y\n"),
    "choices of reviewers": ("bitbucket", "a  @w/g:random(2)\nabc @x\n", "a   @w/g:random(2)\nabc @x\n"),
    "quotes": (
        "bitbucket-mibex",
        '"a  b/*"   @"Paul  Guru"  @x\nc @@y\n@@@y   @a  @b\nCheck(@@y >=  2)\n',
        '"a  b/*" @"Paul  Guru" @x\nc        @@y\n@@@y   @a  @b\nCheck(@@y >=  2)\n',
    ),
    "expressions": (
        "gitea",
        ".*\\.go   @a\n!x\\ y/.* @b#why   so\n",
        ".*\\.go   @a\n!x\\ y/.* @b #why   so\n",
    ),
}


@pytest.mark.parametrize(("name", "text", "layout"), OTHERS.values(), ids=OTHERS)
def test_the_layout_elsewhere(name, text, layout):
    assert laid_out(text, name) == layout
    assert laid_out(layout, name) == layout


def strict(text, path):
    """A dialect in which the number of blanks says something."""
    lines = text.split("\n")
    entries = [
        Entry(number, line.split(" ")[0], (Owner("@x", "user"),) * line.count(" "), Shape("a", (), "both"))
        for number, line in enumerate(lines, 1)
        if line
    ]
    return CodeOwners(path, "strict", tuple(lines), tuple(entries))


def test_a_line_that_would_be_read_otherwise_stays():
    assert formatted("a  @x\nabc @y", "CODEOWNERS", strict) == "a  @x\nabc @y\n"


def test_a_file_that_would_be_read_otherwise_stays():
    def whole(text, path):
        entries = (Entry(len(text), "a", (), Shape("a", (), "both")), *strict(text, path).entries)
        return CodeOwners(path, "whole", (), entries)

    assert formatted("a  @x\nb \n", "CODEOWNERS", whole) == "a  @x\nb \n"


WORDS = ["a", "/a/b", "*.js", "docs/", "!x", "a[b]", "\\", "\\ ", "#", "# c", "[S]", "^[S][2]", '"', '"a b"']
WORDS += [
    "@x",
    "@o/t",
    "@@g",
    "x@y.zz",
    "@@@G",
    "Check(@@g >= 1)",
    LONG,
    "\u00e9",
    "\udcff",
    "\ufeff",
    "\u2028",
]
TEXTS = st.lists(st.sampled_from([*WORDS, " ", "  ", "\t", "\n", "\r\n", "\n\n"]), max_size=40).map("".join)


WITHOUT_BLANKS = dict.fromkeys(map(ord, " \t\r\n"))


@given(TEXTS, st.sampled_from(dialect_names()))
@settings(max_examples=300, deadline=None)
def test_it_keeps_what_is_read_and_is_done_at_once(text, name):
    dialect = dialect_named(name)
    layout = laid_out(text, name)
    assert readings(dialect.parse(layout, "p")) == readings(dialect.parse(text, "p"))
    assert laid_out(layout, name) == layout
    assert layout.translate(WITHOUT_BLANKS) == text.translate(WITHOUT_BLANKS)


def test_formatting_grows_with_the_file():
    def many(size):
        text = "".join(f"/a/b{at} @x @y # why\n" for at in range(size // 16))
        return lambda: laid_out(text)

    def one_line(size):
        text = "/a\\ b" + " @x" * (size // 3)
        return lambda: laid_out(text)

    assert growth(many, 8_000) < LINEAR
    assert growth(one_line) < LINEAR
