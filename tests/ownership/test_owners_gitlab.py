"""GitLab's dialect: patterns as Ruby matches them, sections, owners, exclusions."""

import json
import shutil
import subprocess
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.codeowners import Section
from trailers.ownership.dialects.gitlab.owners import owner_of, owners_within
from trailers.ownership.dialects.gitlab.patterns import normalized, shape_of
from trailers.ownership.dialects.gitlab.reading import DIALECT, parse
from trailers.ownership.matching.shapes import matches
from trailers.ownership.matching.slow import decide_slowly
from trailers.ownership.owner import Owner
from trailers.ownership.shape import Segment, Shape

DEPTH = Segment("**", "depth")

# Pattern, paths that it matches, paths that it does not: answers of Ruby 3.1's File.fnmatch for what GitLab
# makes of the pattern.
FACTS = [
    ("*", ["a", "a/b", ".a/.b"], []),
    ("/", ["a", "a/b"], []),
    ("**", ["a", "a/b"], []),
    ("README.md", ["README.md", "a/b/README.md"], ["README.md/a", "readme.md", "aREADME.md"]),
    ("/README.md", ["README.md"], ["a/README.md"]),
    ("internal/README.md", ["internal/README.md", "docs/api/internal/README.md"], ["internal/a/README.md"]),
    ("docs", ["docs", "a/docs"], ["docs/a"]),
    ("docs/", ["docs/a", "docs/a/b", "a/docs/b"], ["docs", "a/docs"]),
    ("/docs/", ["docs/a", "docs/a/b"], ["docs", "a/docs/b"]),
    ("/docs/*", ["docs/a", "docs/.a"], ["docs/a/b", "docs"]),
    ("/docs/**", ["docs/a"], ["docs/a/b", "docs"]),
    ("/docs/**/*", ["docs/a", "docs/a/b"], ["docs"]),
    ("/docs/**/*.md", ["docs/a.md", "docs/a/b/.md"], ["docs/a.txt", "a/docs/b.md"]),
    ("/docs/*/x", ["docs/a/x"], ["docs/x", "docs/a/b/x"]),
    ("/**/**/x", ["x", "a/b/x"], ["xa"]),
    ("/***/x", ["a/x"], ["x", "a/b/x"]),
    ("/a**/b", ["ax/b", "a/b"], ["a/x/b"]),
    ("*.rb", ["a.rb", ".rb", "a/b.rb"], ["a.rb/c"]),
    ("/[ch]at", ["cat", "hat"], ["bat", "[ch]at"]),
    ("/[^c]at", ["bat"], ["cat", "/at"]),
    ("/[!a-c]", ["d", "-"], ["b"]),
    ("/[b-a]", ["a", "b"], ["c", "-"]),
    ("/[a-]", ["a", "-"], ["b"]),
    ("/[]a]", [], ["]", "a", "[]a]"]),
    ("/[!]", ["a", "!"], ["", "ab"]),
    (r"/[\]]", ["]"], ["\\"]),
    (r"/[a\-z]", ["a", "-", "z"], ["b"]),
    ("/[[:alpha:]]", [":]", "a]"], ["b]", "a"]),
    ("/[a", [], ["a", "[a"]),
    ("/a[/]b", [], ["a/b", "a[/]b"]),
    ("/{a,b}", ["{a,b}"], ["a", "b"]),
    (r"/a\ b", ["a b"], ["a\\ b"]),
    (r"\#a", ["#a", "x/#a"], ["\\#a"]),
    (r"/\*", ["*"], ["a"]),
    (r"/a\/b", ["a/b"], ["a"]),
    (r"/**\/a", ["x/a"], ["a", "x/y/a"]),
    ("/a\\", ["a"], ["a\\"]),
    ("/?", ["a", "é"], ["ab", ""]),
    ("/[é]", ["é"], ["e"]),
    ("/a//b", [], ["a/b"]),
    ("/a/./b", [], ["a/b"]),
    ("~$^(+)|.", ["~$^(+)|."], ["~"]),
]
_RUBY = """
require 'json'
flags = File::FNM_DOTMATCH | File::FNM_PATHNAME
asked = JSON.parse(STDIN.read)
puts JSON.generate(asked.map { |ask, paths| paths.map { |path| File.fnmatch?(ask, "/" + path, flags) } })
"""


def matched(pattern: str, path: str) -> bool:
    try:
        return matches(shape_of(normalized(pattern)), path)
    except ValueError:
        return False


def asked_of_ruby(asked: list[tuple[str, list[str]]]) -> list[list[bool]]:
    run = subprocess.run(
        ["ruby", "-EUTF-8:UTF-8", "-e", _RUBY],
        input=json.dumps([(normalized(pattern), paths) for pattern, paths in asked]),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


@pytest.mark.parametrize(("pattern", "yes", "no"), FACTS, ids=[fact[0] for fact in FACTS])
def test_it_matches_what_ruby_matches(pattern, yes, no):
    assert [path for path in yes if not matched(pattern, path)] == []
    assert [path for path in no if matched(pattern, path)] == []


@pytest.mark.skipif(shutil.which("ruby") is None, reason="Ruby is not installed")
def test_ruby_itself_says_so():
    answers = asked_of_ruby([(pattern, yes + no) for pattern, yes, no in FACTS])
    assert answers == [[True] * len(yes) + [False] * len(no) for _, yes, no in FACTS]


_PIECES = (
    *("a", "b", "/", "/", "*", "**", "**/", "?", "[ab]", "[!a]", "[^b]", "[a-b]", "[b-a]", "[", "]", "\\"),
    *("\\/", "\\*", "-", ".", "[]", "[!]", "\\ ", "#", "[/]", r"[a\]]", "{a,b}", "é", r"[\-a]", "[a-]"),
)


@pytest.mark.skipif(shutil.which("ruby") is None, reason="Ruby is not installed")
def test_ruby_agrees_on_random_patterns():
    random = Random(5)
    asked = []
    for _ in range(1500):
        pattern = "".join(random.choices(_PIECES, k=random.randint(1, 7)))
        names = ["".join(random.choices("aab.-]é*#!", k=random.randint(1, 2))) for _ in range(40)]
        names = [name for name in names if name not in (".", "..")]
        paths = ["/".join(random.choices(names, k=random.randint(1, 4))) for _ in range(12)]
        asked.append((pattern, paths))
    ours = [[matched(pattern, path) for path in paths] for pattern, paths in asked]
    assert ours == asked_of_ruby(asked)


@pytest.mark.parametrize(
    ("pattern", "shape"),
    [
        ("*", Shape("", (), "inside")),
        ("/a/b", Shape("a/b", (), "path")),
        ("/a/b/", Shape("a/b", (), "inside")),
        ("a/b", Shape("", (DEPTH, Segment("a", "literal"), Segment("b", "literal")), "path")),
        ("/a/***.[c\\]-]", Shape("a", (Segment("*.[c\\]\\-]", "glob"),), "path")),
        ("/[!]x", Shape("", (Segment("?x", "glob"),), "path")),
        (r"/a\*\b", Shape("a*b", (), "path")),
        (r"/a\*?", Shape("", (Segment(r"a\*?", "glob"),), "path")),
    ],
)
def test_patterns_become_shapes(pattern, shape):
    assert shape_of(normalized(pattern)) == shape


def owned(text: str, *paths: str) -> list[list[str]]:
    """Who owns each path, as text: the section's name, and its owners."""
    codeowners = parse(text, "CODEOWNERS")
    deciding = decide_slowly(codeowners, paths, DIALECT.combines).deciding
    named = []
    for places in deciding:
        entries = [codeowners.entries[place] for place in places]
        named.append(
            [
                " ".join([codeowners.sections[entry.section].name, *(owner.text for owner in entry.owners)])
                for entry in entries
            ]
        )
    return named


def test_the_example_of_the_documentation():
    text = """\
* @admin

[README Owners]
README.md @user1 @user2
internal/README.md @user4

[README other owners]
README.md @user3
"""
    assert owned(text, "README.md", "internal/README.md", "x") == [
        [" @admin", "README Owners @user1 @user2", "README other owners @user3"],
        [" @admin", "README Owners @user4", "README other owners @user3"],
        [" @admin"],
    ]


def test_default_owners():
    text = (
        "[Documentation] @docs-team\ndocs/\nREADME.md\n\n[Database] @database-team @agarcia\n"
        "model/db/\nconfig/db/database-setup.md @docs-team\n"
    )
    assert owned(text, "docs/a", "model/db/x", "config/db/database-setup.md") == [
        ["Documentation @docs-team"],
        ["Database @database-team @agarcia"],
        ["Database @docs-team"],
    ]


def test_exclusions_hold_for_their_section_and_for_good():
    text = "* @username\n!pom.xml\n[Ruby]\n*.rb @ruby-team\n!/config/**/*.rb\n/config/routes.rb @ops\n"
    assert owned(text, "a.rb", "config/routes.rb", "pom.xml") == [
        [" @username", "Ruby @ruby-team"],
        [" @username"],
        [],
    ]
    assert parse("! x\n", "").entries[0].matches == Shape("", (), "inside")


def test_a_repeated_pattern_takes_the_place_of_the_earlier_one():
    text = "a.rb @one\n*.rb @two\n/**/a.rb @three\n"
    codeowners = parse(text, "")
    assert [(entry.line, entry.pattern) for entry in codeowners.entries] == [(3, "/**/a.rb"), (2, "*.rb")]
    assert owned(text, "a.rb") == [[" @two"]]
    (mistake,) = codeowners.mistakes
    assert (mistake.line, mistake.column, mistake.length, mistake.kind) == (3, 1, 8, "Other dialect")
    assert "line 1" in mistake.message
    assert [(entry.line, entry.excludes) for entry in parse("a @x\n!a\n", "").entries] == [(2, True)]
    assert parse("a @x\n[S]\na @x\n", "").mistakes == ()


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("", [("", 0, 1)]),
        ("[A]\n", [("", 0, 1), ("A", 1, 1)]),
        ("^[A]\nx @a\n", [("", 0, 1), ("A", 1, 0)]),
        ("[A][2] @x\nx\n", [("", 0, 1), ("A", 1, 2)]),
        ("[A][]\n", [("", 0, 1), ("A", 1, 1)]),
        ("[A][0]\n", [("", 0, 1), ("A", 1, 1)]),
        ("[A][x]\n", [("", 0, 1), ("A", 1, 1)]),
        ("^[A][2]\nx @a\n", [("", 0, 1), ("A", 1, 0)]),
        ("[A b]\nx @a\n[a B]\n", [("", 0, 1), ("A b", 1, 1)]),
        ("^[A]\nx @a\n[a][3]\ny @a\n", [("", 0, 1), ("A", 1, 3)]),
        ("[A]\nx @a\n^[a]\ny @a\n", [("", 0, 1), ("A", 1, 1)]),
        ("[A]\n^[a]\ny @a\n", [("", 0, 1), ("A", 1, 0)]),
        ("[codeowners][2]\nx @a\n", [("", 0, 2)]),
        ("[Codeowners]\n", [("", 0, 1), ("Codeowners", 1, 1)]),
        ("[A]\n[Codeowners]\n", [("", 0, 1), ("A", 1, 1)]),
        ("[a[b]\n", [("", 0, 1), ("a[b", 1, 1)]),
        ("[A][99999999999999999999]\n", [("", 0, 1), ("A", 1, 999999999)]),
        (" [A] \r\n", [("", 0, 1), ("A", 1, 1)]),
        ("\\[A]\n", [("", 0, 1)]),
    ],
)
def test_sections(text, sections):
    found = parse(text, "").sections
    assert [(section.name, section.line, section.approvals) for section in found] == sections


def test_the_section_says_its_default_owners():
    owners = (Owner("@a", "user"), Owner("@b/c", "team"))
    assert parse("[A] @a @b/c # @d\n", "").sections[1] == Section("A", 1, 1, owners)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("@jane", "user"),
        ("@jane.roe-x_1", "user"),
        ("@tobias-", "user"),
        ("@a/b/c", "team"),
        ("@@developer", "role"),
        ("@@Maintainers", "role"),
        ("jane@example.com", "email"),
        ("jane+x@localhost", "email"),
    ],
)
def test_owners(word, kind):
    assert owner_of(word) == Owner(word, kind)


@pytest.mark.parametrize(
    ("word", "within"),
    [
        ("jane", []),
        ("@", []),
        ("@@reporter", []),
        ("@@@owner", []),
        ("@-a", []),
        ("@a//b", ["@a"]),
        ("(@jane)", ["@jane"]),
        ("@jane.", ["@jane"]),
        ("#@jane", ["@jane"]),
        ("@a,@b", ["@a", "@b", "a,@b"]),
        ("jane@example.com,", ["jane@example.com"]),
        ("a.git", []),
        ("@a.git", []),
        ("@é", []),
    ],
)
def test_what_is_no_owner_may_have_some_within(word, within):
    assert owner_of(word) is None
    assert [owner.text for owner in owners_within(word)] == within


@pytest.mark.parametrize(
    ("line", "kind", "token", "suggestion"),
    [
        ("a @b jane", "Invalid owner", "jane", ""),
        ("a @b (@c)", "Invalid owner", "(@c)", "@c"),
        ("a @b @@reporter", "Invalid owner", "@@reporter", ""),
        ("a", "Invalid owner", "a", ""),
        ("a @b # see @c and d", "Other dialect", "# see @c and d", ""),
        ("/a/** @b", "Other dialect", "/a/**", "/a/"),
        ("*.{a,b} @b", "Other dialect", "*.{a,b}", ""),
        ("^a.*$ @b", "Other dialect", "^a.*$", ""),
        ("!", "Invalid pattern", "!", ""),
        ("a[ @b", "Invalid pattern", "a[", ""),
        ("/a//b @b", "Invalid pattern", "/a//b", ""),
        ("[] @b", "Invalid pattern", "[]", ""),
        ("[A][0] @b", "Invalid pattern", "[A][0]", "[A]"),
        ("^[A][2] @b", "Invalid pattern", "^[A][2]", "^[A]"),
        ("[A][x] @b", "Invalid pattern", "[x] @b", ""),
        ("[A] @b, @c", "Invalid owner", ", @c", ""),
        ("[ch]at.rb @b", "Invalid pattern", "[ch]at.rb", "**/[ch]at.rb"),
        ("[Section name", "Invalid pattern", "[Section", ""),
        ("^[Section", "Invalid pattern", "^[Section", ""),
    ],
)
def test_mistakes_say_where(line, kind, token, suggestion):
    for before in ("", " \t"):
        (mistake,) = parse(f"# x\n{before}{line}\r\n", "").mistakes
        column = mistake.column - 1
        assert (mistake.line, mistake.kind, mistake.suggestion) == (2, kind, suggestion)
        assert f"{before}{line}"[column : column + mistake.length] == token


def test_a_bad_owner_is_passed_over_and_defaults_do_not_step_in():
    codeowners = parse("[A] @default\nx jane @joe\ny jane\n", "")
    assert [[owner.text for owner in entry.owners] for entry in codeowners.entries] == [["@joe"], []]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n# x\n  # y\n",
        "* @a\n",
        "[A] @a\nx\n",
        "^[A]\nx @a/b/c @@owners jane@example.com\n",
        "a\\ b @a\n\\#c @a\n!x\n[A][1]\nx @a\n",
        "/a/**/*.md @a\n*.[ch] @a\n/app/[id]/x @a\n",
        "[A] @a # a comment\nx\n",
        "a\t\t@b\x0b@c\r\n",
    ],
)
def test_what_is_right_has_no_mistakes(text):
    assert parse(text, "").mistakes == ()


@settings(deadline=None)
@given(st.text(st.sampled_from("ab/*?[]^!\\ \t\n#@.{}1\udcff\0\r"), max_size=60))
@example("[")
@example("^")
@example("!\n!\\\n\\")
def test_any_text_is_read(text):
    codeowners = parse(text, "CODEOWNERS")
    assert (codeowners.path, codeowners.dialect) == ("CODEOWNERS", "gitlab")
    for entry in codeowners.entries:
        assert entry.pattern in codeowners.lines[entry.line - 1]
        assert matches(entry.matches, "a") in (True, False)
    for mistake in codeowners.mistakes:
        end = mistake.column - 1 + mistake.length
        assert mistake.column >= 1
        assert mistake.length >= 1
        assert end <= len(codeowners.lines[mistake.line - 1])


@pytest.mark.parametrize(
    "piece",
    ["a", "\\ ", "[a", "[!a]", "**/", "/", "a @", "a jane ", "[a]\n", "!a\n", "a @b\n", "@a,", "^[", "a @a@"],
)
@pytest.mark.parametrize("before", ["", "* @a "])
def test_time_grows_with_the_file(piece, before):
    def prepare(size):
        text = before + piece * (size // len(piece))
        return lambda: parse(text, "CODEOWNERS")

    assert growth(prepare, 4_000) < LINEAR
