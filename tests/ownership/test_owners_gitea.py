"""Gitea's and Forgejo's dialect: words, expressions, owners, and globs in their place."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.dialects.gitea import forgejo, gitea
from trailers.ownership.dialects.gitea.globs import from_glob, looks_like_glob
from trailers.ownership.dialects.gitea.rules import owner_of
from trailers.ownership.dialects.gitea.words import words_of
from trailers.ownership.expression import Expression
from trailers.ownership.matching.slow import decide_slowly
from trailers.ownership.owner import Owner
from trailers.ownership.regexp.matcher import matcher

# From Gitea's own test, testParseCodeOwnersLine (models/issues/pull_test.go), and more of the same.
WORDS = [
    ("", []),
    ("# comment", []),
    ("!.* @user1 @org1/team1", ["!.*", "@user1", "@org1/team1"]),
    (r".*\\.js @user2 #comment", [r".*\.js", "@user2"]),
    (r"docs/(aws|google)/[^/]*\\.(md|txt) @org3", [r"docs/(aws|google)/[^/]*\.(md|txt)", "@org3"]),
    (r"\#path @org3", ["#path", "@org3"]),
    (r"path\ with\ spaces/ @org3", ["path with spaces/", "@org3"]),
    (r"!/assets/.*\\.(bin|exe|msi) @user1", [r"!/assets/.*\.(bin|exe|msi)", "@user1"]),
    ("a#b @c", ["a"]),
    ("a\t@b\r", ["a", "@b"]),
    ("\xa0a @b\u3000", ["a", "@b"]),
    ("a\xa0b", ["a\xa0b"]),
    ("a @b\\", ["a", "@b"]),
    ("a @b\\ ", ["a", "@b"]),
    ("\udcffa @b", ["\ufffda", "@b"]),
]


@pytest.mark.parametrize(("line", "words"), WORDS)
def test_words(line, words):
    found = words_of(line)
    assert [word.text for word in found] == words
    for word in found:
        assert line[word.column - 1 :].startswith(word.written)


def owned(text: str, *paths: str, dialect=gitea) -> list[list[str]]:
    codeowners = dialect.parse(text, "CODEOWNERS")
    decision = decide_slowly(codeowners, paths, dialect.DIALECT.combines)
    return [
        [owner.text for place in places for owner in codeowners.entries[place].owners]
        for places in decision.deciding
    ]


def test_all_rules_that_match_add_their_owners():
    text = ".*\\\\.go @user1 # one\nsrc/.* @org/team user2\n!src/.* @user3\n"
    assert owned(text, "a.go", "src/a.go", "src/b") == [
        ["@user1", "@user3"],
        ["@user1", "@org/team", "user2"],
        ["@org/team", "user2"],
    ]


# From Gitea's testCodeOwnerAbsolutePathPatterns.
@pytest.mark.parametrize(
    ("text", "path", "of_gitea", "of_forgejo"),
    [
        ("/README.md @user5\n", "README.md", True, False),
        ("/docs/.* @user5\n", "docs/foo.md", True, False),
        ("/docs/.* @user5\n", "other/docs/foo.md", False, False),
        ("README.md @user5\n", "README.md", True, True),
        ("!/.* @user5\n", "README.md", False, True),
        ("//a @user5\n", "a", False, False),
    ],
)
def test_a_slash_at_the_beginning(text, path, of_gitea, of_forgejo):
    assert owned(text, path) == [["@user5"] * of_gitea]
    assert owned(text, path, dialect=forgejo) == [["@user5"] * of_forgejo]


def test_entries_keep_what_is_written():
    (entry,) = gitea.parse(" !/a\\ b\\\\.c @x @x\n", "").entries
    assert entry.pattern == "!/a\\ b\\\\.c"
    assert entry.matches == Expression(r"a b\.c", negated=True)
    assert entry.owners == (Owner("@x", "user"),)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("@jane", "user"),
        ("jane", "user"),
        ("@jane.roe_x-", "user"),
        ("@org/team", "team"),
        ("org/a b", "team"),
    ],
)
def test_owners(word, kind):
    assert owner_of(word) == Owner(word, kind)


@pytest.mark.parametrize("word", ["@", "", "@@jane", "@a/b/c", "jane@example.com", "@/a", "@a/", "@é", "a b"])
def test_what_is_no_owner(word):
    assert owner_of(word) is None


@pytest.mark.parametrize(
    ("line", "kind", "token", "suggestion"),
    [
        ("*.js @a", "Other dialect", "*.js", r".*\\.js"),
        ("docs/* @a", "Other dialect", "docs/*", "docs/[^/]*"),
        ("!docs/* @a", "Other dialect", "!docs/*", "!docs/[^/]*"),
        ("file_*.go @a", "Other dialect", "file_*.go", r"file_.*\\.go"),
        ("a.{js,ts} @a", "Other dialect", "a.{js,ts}", r"a\\.(js|ts)"),
        ("[!a]b @a", "Other dialect", "[!a]b", "[^a]b"),
        ("docs/ @a", "Other dialect", "docs/", "docs/.*"),
        (r".*\.go @a", "Other dialect", r".*\.go", r".*\\.go"),
        (r"\d+ @a", "Other dialect", r"\d+", r"\\d+"),
        ("**/x @a", "Invalid pattern", "**/x", "(.*/)?x"),
        ("(a @a", "Invalid pattern", "(a", ""),
        ("(?!a).* @a", "Invalid pattern", "(?!a).*", ""),
        ("a{1001} @a", "Invalid pattern", "a{1001}", ""),
        ("a", "Invalid owner", "a", ""),
        ("a # @b", "Invalid owner", "a", ""),
        ("a @b @c/d/e", "Invalid owner", "@c/d/e", ""),
        ("a @b jane@example.com", "Invalid owner", "jane@example.com", ""),
    ],
)
def test_mistakes_say_where(line, kind, token, suggestion):
    for before in ("", " \t"):
        (mistake,) = gitea.parse(f"# x\n{before}{line}\r\n", "").mistakes
        column = mistake.column - 1
        assert (mistake.line, mistake.kind, mistake.suggestion) == (2, kind, suggestion)
        assert f"{before}{line}"[column : column + mistake.length] == token
        kept = gitea.parse(f"{line}\n", "").entries
        assert bool(kept) == (kind == "Other dialect" or token.startswith(("@c", "jane")))


def test_a_slash_at_the_beginning_is_a_mistake_for_forgejo():
    (mistake,) = forgejo.parse("!/a @b\n", "").mistakes
    assert (mistake.kind, mistake.suggestion) == ("Other dialect", "!a")
    assert gitea.parse("!/a @b\n", "").mistakes == ()


@pytest.mark.parametrize(
    "line",
    [
        *(
            "",
            "# x",
            ".* @a",
            r".*\\.go @a",
            "a|b @a",
            "[^/]*x @a",
            "(.*/)*x @a",
            r"\\d*x @a",
            r"\\w{1,3} @a",
        ),
        *(
            r"a\ b\#c\\\\d @a",
            "docs/.* @a/b # @@c",
            "^a$ @b",
            r"docs/(aws|azure)/[^/]*\\.(md|txt) @a",
            "!x @a",
        ),
    ],
)
def test_what_is_right_has_no_mistakes(line):
    assert gitea.parse(line + "\n", "").mistakes == ()


@pytest.mark.parametrize(
    ("glob", "yes", "no"),
    [
        ("*.js", ["a.js", "a/b.js"], ["ajs"]),
        ("docs/*", ["docs/a"], ["docs/a/b"]),
        ("docs/**", ["docs/a", "docs/a/b"], ["docs"]),
        ("**/x", ["x", "a/b/x"], ["ax"]),
        ("a/**/b", ["a/b", "a/x/y/b"], ["a/xb"]),
        ("a?.[!b]*/", ["ab.c/d"], ["ab.b/d", "a/.c/d"]),
        ("*.{js,ts}", ["a.js", "a.ts"], ["a.go"]),
    ],
)
def test_a_glob_as_an_expression(glob, yes, no):
    assert looks_like_glob(glob)
    source = words_of(from_glob(glob))[0].text
    assert [path for path in yes + no if matcher(source)(path)] == yes


@settings(deadline=None)
@given(st.text(st.sampled_from("ab/*?[]^!\\ \t\n#@.{},()|$1\udcff\0\r\xa0"), max_size=60))
@example("\\")
@example("!")
def test_any_text_is_read(text):
    for dialect in (gitea, forgejo):
        codeowners = dialect.parse(text, "CODEOWNERS")
        for entry in codeowners.entries:
            assert entry.pattern in codeowners.lines[entry.line - 1]
            assert entry.owners
            assert matcher(entry.matches.source)("a") in (True, False)
        for mistake in codeowners.mistakes:
            end = mistake.column - 1 + mistake.length
            assert mistake.column >= 1
            assert mistake.length >= 1
            assert end <= len(codeowners.lines[mistake.line - 1])


@pytest.mark.parametrize("piece", ["a", "\\", "*", "(", "[a", "{a,", "a @b/c/d ", "a @b\n", "a*.b @c\n"])
def test_time_grows_with_the_file(piece):
    def prepare(size):
        text = piece * (size // len(piece))
        return lambda: gitea.parse(text, "CODEOWNERS")

    assert growth(prepare, 4_000) < LINEAR
