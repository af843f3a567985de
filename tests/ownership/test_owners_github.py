"""GitHub's files: what each line says, what is wrong with it and where, and what must hold of every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.codeowners import CodeOwners, Section
from trailers.ownership.dialects.foreign import section_header
from trailers.ownership.dialects.github import DIALECT, parse
from trailers.ownership.dialects.gitignore import shape_of
from trailers.ownership.dialects.lines import comment_of, lines_of, tokens_of
from trailers.ownership.dialects.owners import is_email, owner_of
from trailers.ownership.owner import Owner

PATH = ".github/CODEOWNERS"

# The lines of "Example of a CODEOWNERS file" in GitHub's documentation.
EXAMPLE = """\
# This is a comment.
# Each line is a file pattern followed by one or more owners.

*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/ @octocat
/apps/github
"""


def said(text):
    """The entries of a text, as `line pattern owners…`."""
    return [
        " ".join([str(entry.line), entry.pattern, *(owner.text for owner in entry.owners)])
        for entry in parse(text, PATH).entries
    ]


def wrong(text):
    """The mistakes of a text: where, what kind, what to write instead."""
    return [
        (mistake.line, mistake.column, mistake.length, mistake.kind, mistake.suggestion)
        for mistake in parse(text, PATH).mistakes
    ]


def test_the_example_of_the_documentation():
    assert said(EXAMPLE) == [
        "4 * @global-owner1 @global-owner2",
        "5 *.js @js-owner",
        "6 *.go docs@example.com",
        "7 *.txt @octo-org/octocats",
        "8 /build/logs/ @doctocat",
        "9 docs/* docs@example.com",
        "10 apps/ @octocat",
        "11 /docs/ @doctocat",
        "12 /scripts/ @doctocat @octocat",
        "13 **/logs @octocat",
        "14 /apps/ @octocat",
        "15 /apps/github",
    ]
    assert wrong(EXAMPLE) == []


def test_the_file_as_a_whole():
    read = parse("* @a\n", PATH)
    assert read == CodeOwners(PATH, "github", ("* @a",), read.entries)
    assert read.sections == (Section(),)
    assert (DIALECT.name, DIALECT.combines, DIALECT.limit) == ("github", "last", 3_000_000)


READ = {
    "": [],
    "\n\n \n\t\n": [],
    "# a comment @a": [],
    "  # an indented one": [],
    "* @a": ["1 * @a"],
    "* @a\r\nb @b\r\n": ["1 * @a", "2 b @b"],
    "\ufeff* @a\n": ["1 * @a"],
    "\ufeff# hi\n* @a": ["2 * @a"],
    "*\t@a\t\t@b\t": ["1 * @a @b"],
    "  * @a  ": ["1 * @a"],
    "a\\ b.md @a": ["1 a\\ b.md @a"],
    "a\\\tb.md @a": ["1 a\\\tb.md @a"],
    "a\\ \\ b\\  @a": ["1 a\\ \\ b\\  @a"],
    "a\\\\ @a": ["1 a\\\\ @a"],
    "a #@b": ["1 a"],
    "a # @b": ["1 a"],
    "a @a # @b @c": ["1 a @a"],
    "a#b @a": ["1 a#b @a"],
    "a @tobias- @viiru- @jane_corp @3d": ["1 a @tobias- @viiru- @jane_corp @3d"],
    "a @a\x0cb\nc @d": ["2 c @d"],
    "a @a\u2028b @b\nc @d": ["2 c @d"],
    "\udcff/\udcfe @a": ["1 \udcff/\udcfe @a"],
    "pages/\\[id\\]/x @a": ["1 pages/\\[id\\]/x @a"],
    "a(b)+{c}|~:^, @a": ["1 a(b)+{c}|~:^, @a"],
    "bad[ @a\n* @b\nc docs@\nd @d": ["2 * @b", "4 d @d"],
}


@pytest.mark.parametrize("text", READ)
def test_what_a_text_says(text):
    assert said(text) == READ[text]


PATTERN, OWNER, OTHER = "Invalid pattern", "Invalid owner", "Other dialect"

WRONG = {
    "a @a @b/c d@e.fr": [],
    "a": [],
    "***/*.rb @monalisa": [(1, 1, 8, PATTERN, "**/*.rb")],
    "*.txt docs@": [(1, 7, 5, OWNER, "@docs")],
    "* user": [(1, 3, 4, OWNER, "@user")],
    "/ @a": [(1, 1, 1, PATTERN, "*")],
    "* @a\n\t pages/[id]/x\t@a": [(2, 3, 12, PATTERN, "pages/\\[id\\]/x")],
    "[ @a x": [(1, 1, 1, PATTERN, "\\["), (1, 6, 1, OWNER, "@x")],
    "my file.md @a": [(1, 4, 7, OWNER, "")],
    "a org/team": [(1, 3, 8, OWNER, "@org/team")],
    "a @a, @b;": [(1, 3, 3, OWNER, "@a"), (1, 7, 3, OWNER, "@b")],
    "a @a,@b": [(1, 3, 5, OWNER, "@a @b")],
    "a @a@b": [(1, 3, 4, OWNER, "@a @b")],
    "a @jane@example.com": [(1, 3, 17, OWNER, "jane@example.com")],
    "a Jane <jane@example.com>": [(1, 3, 4, OWNER, "@Jane"), (1, 8, 18, OWNER, "jane@example.com")],
    "a @x/y @": [(1, 8, 1, OWNER, "")],
    "a @-x @a/ @/a": [(1, 3, 3, OWNER, ""), (1, 7, 3, OWNER, ""), (1, 11, 3, OWNER, "")],
    "a @renovate[bot]": [(1, 3, 14, OWNER, "")],
    "a @a#b": [(1, 3, 4, OWNER, "")],
    "é é@ü": [(1, 3, 3, OWNER, "")],
    "a\0b @a": [(1, 1, 3, PATTERN, "ab")],
    "\\#a @a": [(1, 1, 3, PATTERN, "?a")],
    "a\\": [(1, 1, 2, PATTERN, "a")],
    "a\\\r\n": [(1, 1, 2, PATTERN, "a")],
    "!a": [(1, 1, 2, PATTERN, "a"), (1, 1, 2, OTHER, "")],
    "!a @a": [(1, 1, 2, PATTERN, ""), (1, 1, 2, OTHER, "")],
    "[Docs]": [(1, 1, 6, PATTERN, ""), (1, 1, 6, OTHER, "")],
    "[My docs] @a": [(1, 1, 3, PATTERN, ""), (1, 1, 9, OTHER, "")],
    " ^[Docs][2] @@a b": [(1, 2, 10, PATTERN, ""), (1, 2, 10, OTHER, "")],
    "[Docs][two]": [(1, 1, 11, PATTERN, "\\[Docs\\]\\[two\\]")],
    "[Docs]/a": [(1, 1, 8, PATTERN, "\\[Docs\\]/a")],
    "[]": [(1, 1, 2, PATTERN, "\\[\\]")],
    "[Docs": [(1, 1, 5, PATTERN, "\\[Docs")],
    "a @@maintainer": [(1, 3, 12, OWNER, ""), (1, 3, 12, OTHER, "")],
    "a @@Devs": [(1, 3, 6, OWNER, ""), (1, 3, 6, OTHER, "")],
    "a @b/c/d": [(1, 3, 6, OWNER, ""), (1, 3, 6, OTHER, "")],
    "a @b/c:random(2)": [(1, 3, 14, OWNER, ""), (1, 3, 14, OTHER, "")],
    'a @"Paul': [(1, 3, 6, OWNER, ""), (1, 3, 6, OTHER, "")],
    '"a b" @a': [(1, 1, 2, OTHER, ""), (1, 4, 2, OWNER, "@b")],
    "@@@Devs @a": [(1, 1, 7, OTHER, "")],
    "src/{a,b}/c @a": [(1, 1, 11, OTHER, "")],
    "src/{a}/c, @a": [],
    "OverallCheck(2)": [(1, 1, 15, OTHER, "")],
    "app/(group) @a": [],
    ".*\\.js$ @a": [(1, 1, 7, OTHER, "")],
    "cost$ @a": [],
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_with_a_text(text):
    assert wrong(text) == WRONG[text]


MESSAGES = {
    "***/*.rb @a": ["Invalid pattern on line 1: Did you mean `**/*.rb`?"],
    "\n/ @a": [
        "Invalid pattern on line 2: The pattern `/` will never match anything, did you mean `*` instead?"
    ],
    "[a]/b @a": ["Invalid pattern on line 1: both `[` and `]` must be escaped with a `\\`"],
    "* docs@": [
        "Invalid owner on line 1: `docs@` is no @user, no @org/team and no e-mail address",
    ],
    "my file @a": [
        (
            "Invalid owner on line 1: `file` is no @user, no @org/team and no e-mail address"
            "; a blank in a path is written `\\ `"
        )
    ],
    "a{b,c} @a": ["`a{b,c}` on line 1 is a choice of Mibex' app for Bitbucket, which GitHub does not have"],
}


@pytest.mark.parametrize("text", MESSAGES)
def test_how_it_is_told(text):
    assert [mistake.message for mistake in parse(text, PATH).mistakes] == MESSAGES[text]


def test_a_long_line_is_told_briefly():
    told = parse(f"a {'b' * 1000}[ {'x[ ' * 1000}", PATH).mistakes
    assert len(told) == 20
    assert max(len(mistake.message) for mistake in told) < 250


OWNERS = {
    "@user": Owner("@user", "user"),
    "@org/team": Owner("@org/team", "team"),
    "docs@example.com": Owner("docs@example.com", "email"),
    "a+b.c#d@x-y.example.co": Owner("a+b.c#d@x-y.example.co", "email"),
    "jürgen@example.com": Owner("jürgen@example.com", "email"),
    "@": None,
    "user": None,
    "@org/": None,
    "@org/a/b": None,
    "@us.er": None,
    "@ü": None,
    "docs@": None,
    "@example.com": None,
    "a@b": None,
    "a@b..c": None,
    "a@.b": None,
    "a b@c.de": None,
    "a@b@c.de": None,
    "\udcffa@c.de": None,
    "\x07a@c.de": None,
    "": None,
}


@pytest.mark.parametrize("text", OWNERS)
def test_an_owner(text):
    assert owner_of(text) == OWNERS[text]


def test_owners_are_shared():
    first, second, third = parse("a @a  @b\nb @a @b # c\nc @b", PATH).entries
    assert first.owners is second.owners
    assert first.owners[1] is third.owners[0]


CUTS = {
    "": ((), None),
    " \t ": ((), None),
    "a": ((("a", 1),), None),
    "\ta\\ b  @c\t# d \t": ((("a\\ b", 2), ("@c", 8)), ("# d", 11)),
    "#a b": ((), ("#a b", 1)),
    "a b\\ c": ((("a", 1), ("b\\", 3), ("c", 6)), None),
    "é\\\\ @c": ((("é\\\\", 1), ("@c", 5)), None),
}


@pytest.mark.parametrize("line", CUTS)
def test_cutting_a_line(line):
    assert (tokens_of(line), comment_of(line)) == CUTS[line]


def test_lines_end_with_lf_only():
    assert lines_of("\ufeffa\r\nb\rc\x0bd\u2028e\n\nf\r\r") == ("a", "b\rc\x0bd\u2028e", "", "f\r")
    assert lines_of("") == ()
    assert lines_of("\n") == ("",)


WORDS = "a / * ** \\ # [ ] ! ? . $ , é {a,b} @a @a/b @@x x@y.de :random(2)"
PIECES = st.sampled_from([*" \t\n\r\0\x0b\ufeff\udcff", "[A b]", "^[x][2]", *WORDS.split(" ")])
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text()


@given(TEXTS)
def test_every_line_is_an_entry_or_wrong(text):
    read = parse(text, PATH)
    assert read.lines == lines_of(text)
    full = {number for number, line in enumerate(read.lines, 1) if tokens_of(line)}
    entries = [entry.line for entry in read.entries]
    bad = {mistake.line for mistake in read.mistakes if mistake.kind != "Other dialect"}
    assert entries == sorted(full - bad)
    assert bad <= full
    assert {mistake.line for mistake in read.mistakes} <= full


@given(TEXTS)
def test_an_entry_is_what_its_tokens_say(text):
    read = parse(text, PATH)
    for entry in read.entries:
        pattern, *owners = tokens_of(read.lines[entry.line - 1])
        assert entry.pattern == pattern.text
        assert entry.matches == shape_of(pattern.text)
        assert list(entry.owners) == [owner_of(owner.text) for owner in owners]


@given(TEXTS)
def test_a_mistake_points_at_its_token(text):
    read = parse(text, PATH)
    places = [(mistake.line, mistake.column) for mistake in read.mistakes]
    assert places == sorted(places)
    for mistake in read.mistakes:
        line = read.lines[mistake.line - 1]
        start = mistake.column - 1
        tokens = tokens_of(line)
        token = next(token for token in tokens if token.column == mistake.column)
        header = section_header(line[start:])
        assert line[start : start + mistake.length] in (token.text, header)
        if mistake.kind == "Invalid pattern":
            assert token == tokens[0]
            assert not mistake.suggestion or shape_of(mistake.suggestion)
        elif mistake.kind == "Invalid owner":
            assert owner_of(token.text) is None
            assert all(map(owner_of, mistake.suggestion.split()))


@given(TEXTS)
def test_nothing_but_blanks_is_between_tokens(text):
    for line in lines_of(text):
        comment = comment_of(line)
        rest = list(line)
        for token in (*tokens_of(line), *([comment] if comment else [])):
            start = token.column - 1
            assert line[start : start + len(token.text)] == token.text
            rest[start : start + len(token.text)] = " " * len(token.text)
        assert not "".join(rest).strip(" \t")


@given(st.text("a@.-_<é\udcff "))
def test_an_address_has_two_sides(text):
    assert not is_email(text) or all(text.split("@"))


HOSTILE = [
    "a\n",
    "a @b\n",
    "[\n",
    "a @@\n",
    " ",
    "\t",
    "\\ ",
    "a ",
    "a[",
    "@a ",
    "@a,",
    "a\\",
    "#",
    "!",
    "\r",
    "{",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_take_linear_time(unit):
    def prepare(size):
        text = unit * size
        return lambda: parse(text, PATH)

    assert growth(prepare, 2_000) < LINEAR


@pytest.mark.parametrize("unit", [" ", "@a ", "@", "a,", "a@", "/", "[", ":random(", "\\ "])
def test_hostile_owners_take_linear_time(unit):
    def prepare(size):
        text = "* x " + unit * size
        return lambda: parse(text, PATH)

    assert growth(prepare, 2_000) < LINEAR
