"""Mibex' dialect for Bitbucket: quotes, groups, choices, exclusions, merge checks."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.codeowners import Check
from trailers.ownership.dialects.mibex.braces import choices
from trailers.ownership.dialects.mibex.checks import EVERYBODY, checks_of
from trailers.ownership.dialects.mibex.owners import group_name, owner_of
from trailers.ownership.dialects.mibex.reading import DIALECT, parse
from trailers.ownership.dialects.mibex.words import words_of
from trailers.ownership.matching.shapes import matches
from trailers.ownership.matching.slow import decide_slowly
from trailers.ownership.owner import Owner

# After the reference file of the app's documentation, "Owner rules".
REFERENCE = r"""# Lines starting with # are comments.
CODEOWNERS.destination_branch_pattern release/*
CODEOWNERS.toplevel.assignment_routing random 2

*                        @PeterTheHacker
*.java                   @PeterTheJavaExpert
@@@MyDevs                @PeterTheHacker  @PeterTheJavaExpert ann@scala.lang @@JSDevs
*.ts                     @"Paul the JSGuru" @@"Dev Ops Team"
"a/path with spaces/*"   @AnnTheScalaPro
/src/main/scala/         @AnnTheScalaPro
ci/*                     @devops
!ci/playgrounds.yml
\#myfile.rb              @@MyDevs
\!your-file.rb           @@MyDevs
docs/{public/*,api/*}    @docs
main.{java,js,ts}        @main
Check(@@MyDevs >= 2)
(Check(@@MyDevs >= *) | Check(@@"Dev Ops Team" >= 1))
"""


def owned(text: str, *paths: str) -> list[str]:
    codeowners = parse(text, "CODEOWNERS")
    decision = decide_slowly(codeowners, paths, DIALECT.combines)
    return [
        " ".join(owner.text for place in places for owner in codeowners.entries[place].owners)
        for places in decision.deciding
    ]


@pytest.mark.parametrize(
    ("path", "owners"),
    [
        ("a", "@PeterTheHacker"),
        ("a/b.java", "@PeterTheJavaExpert"),
        ("x.ts", '@"Paul the JSGuru" @@"Dev Ops Team"'),
        ("a/path with spaces/x", "@AnnTheScalaPro"),
        ("a/path with spaces/x/y", "@PeterTheHacker"),
        ("src/main/scala/com/x/y/z.scala", "@AnnTheScalaPro"),
        ("ci/x", "@devops"),
        ("ci/jobs/prod.yml", "@PeterTheHacker"),
        ("ci/playgrounds.yml", ""),
        ("#myfile.rb", "@@MyDevs"),
        ("a/!your-file.rb", "@@MyDevs"),
        ("docs/public/a", "@docs"),
        ("docs/api/a", "@docs"),
        ("docs/other/a", "@PeterTheHacker"),
        ("a/main.js", "@main"),
        ("main.go", "@PeterTheHacker"),
    ],
)
def test_the_reference_of_the_documentation(path, owners):
    assert owned(REFERENCE, path) == [owners]


def test_groups_and_checks():
    codeowners = parse(REFERENCE, "CODEOWNERS")
    assert codeowners.mistakes == ()
    assert codeowners.groups == {
        "MyDevs": (
            Owner("@PeterTheHacker", "user"),
            Owner("@PeterTheJavaExpert", "user"),
            Owner("ann@scala.lang", "email"),
            Owner("@@JSDevs", "group"),
        )
    }
    assert codeowners.checks == (
        Check(17, (("MyDevs", 2),)),
        Check(18, (("MyDevs", EVERYBODY), ("Dev Ops Team", 1))),
    )
    assert [entry.line for entry in codeowners.entries if entry.excludes] == [12]


@pytest.mark.parametrize(
    ("line", "checks"),
    [
        ("Check(@@A >= 2)", ((("A", 2),),)),
        ("Check( @@A>=2 )", ((("A", 2),),)),
        ('Check(@@"A (b)" >= 2)', ((("A (b)", 2),),)),
        ("OverallCheck(2)", ((("", 2),),)),
        ("OverallCheck(*)", ((("", EVERYBODY),),)),
        ("Check(@@A >= 1) & Check(@@B >= 2)", ((("A", 1),), (("B", 2),))),
        ("Check(@@A >= 1) | Check(@@B >= 2)", ((("A", 1), ("B", 2)),)),
        (
            "Check(@@A >= 1) | Check(@@B >= 2) & OverallCheck(3)",
            ((("A", 1), ("B", 2)), (("A", 1), ("", 3))),
        ),
        ("(Check(@@A >= 1) | Check(@@B >= 2)) & OverallCheck(3)", ((("A", 1), ("B", 2)), (("", 3),))),
    ],
)
def test_checks(line, checks):
    assert checks_of(line) == checks


@pytest.mark.parametrize(
    "line",
    [
        *("Check(@@A >= 0)", "Check(@@A >= -1)", "Check(@@A > 1)", "Check(@@A)", "Check(@a >= 1)", "Check()"),
        *("Check(@@A >= 1", "(Check(@@A >= 1)", "Check(@@A >= 1))", "Check(@@A >= 1) Check(@@A >= 1)"),
        *(
            "OverallCheck()",
            "OverallCheck(x)",
            "Check(@@A >= 1) &",
            "Check(@@A >= 1) | x",
            "OverallCheck(1.5)",
        ),
        "OverallCheck(9999999999)",
        "(" * 100 + "OverallCheck(1)" + ")" * 100,
        " | ".join(["OverallCheck(1) & OverallCheck(2)"] * 20),
    ],
)
def test_what_is_no_check_is_one_that_nothing_meets(line):
    codeowners = parse(line + "\n", "")
    (mistake,) = codeowners.mistakes
    assert (mistake.kind, mistake.column, mistake.length) == ("Invalid pattern", 1, len(line))
    assert codeowners.checks == (Check(1, ()),)
    assert codeowners.entries == ()


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a", ["a"]),
        ("main.{java,js}", ["main.java", "main.js"]),
        ("{a,b}/{c,d}", ["a/c", "a/d", "b/c", "b/d"]),
        ("a{b,{c,d}e}f", ["abf", "acef", "adef"]),
        ("a{,b}", ["a", "ab"]),
        ("a{b}", ["ab"]),
        ("a{b,c", ["a{b,c"]),
        ("{a,{b}", ["{a,b"]),
        ("a},b", ["a},b"]),
        (r"a\{b,c}", [r"a\{b,c}"]),
        (r"{a\,b,c}", [r"a\,b", "c"]),
        ("a\\", ["a\\"]),
        ("{a\\", ["{a\\"]),
    ],
)
def test_choices(pattern, expected):
    assert choices(pattern) == expected


@pytest.mark.parametrize("pattern", ["{a,b}" * 7, "{" + "a," * 100 + "}", "{" * 5000, "{{" * 60 + "a,b" * 9])
def test_choices_that_explode_are_refused(pattern):
    if pattern.count("}"):
        with pytest.raises(ValueError, match="more than 100"):
            choices(pattern)
    assert len(parse(f"{pattern} @a\n", "").entries) <= 1


def test_the_choices_of_a_whole_file_are_bounded():
    codeowners = parse("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b} @a\n" * 1000, "")
    assert 20_000 <= len(codeowners.entries) <= 20_400
    assert {mistake.kind for mistake in codeowners.mistakes} == {"Invalid pattern"}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("@jane", "user"),
        ('@"Paul Guru"', "user"),
        ("@jane@example.com", "user"),
        ("@@devs", "group"),
        ('@@"Dev Ops (all)"', "group"),
        ("jane@example.com", "email"),
    ],
)
def test_owners(word, kind):
    assert owner_of(word) == Owner(word, kind)


@pytest.mark.parametrize("word", ["jane", "@", "@@", "@@@devs", '@""', '@" "', '"a"', "@a,", "(@a)", '@a"b"'])
def test_what_is_no_owner(word):
    assert owner_of(word) is None


def test_names_of_groups():
    assert [group_name(text) for text in ("@@@A", '@@"A b"', "A")] == ["A", "A b", "A"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('"a b" @"c d" @e', ['"a b"', '@"c d"', "@e"]),
        (r"a\ b\"c @d", [r"a\ b\"c", "@d"]),
        ("\ta  b\t", ["a", "b"]),
        ("a\\", ["a\\"]),
        ("", []),
        ('a "b', None),
    ],
)
def test_words(line, words):
    found = words_of(line)
    assert (found and [word.text for word in found]) == (words or found)


@pytest.mark.parametrize(
    ("line", "kind", "token"),
    [
        ("a @b jane", "Invalid owner", "jane"),
        ("a", "Invalid owner", "a"),
        ("!a @b", "Invalid owner", "@b"),
        ("a @b # @c", "Other dialect", "#"),
        ("a[b] @c", "Invalid pattern", "a[b]"),
        ("/ @c", "Invalid pattern", "/"),
        ('"a @c', "Invalid pattern", '"a @c'),
        ("@@@A", "Invalid owner", "@@@A"),
        ("@@@ @b", "Invalid owner", "@@@"),
        ("{a,b" + "}{a,b" * 7 + "} @c", "Invalid pattern", "{a,b" + "}{a,b" * 7 + "}"),
    ],
)
def test_mistakes_say_where(line, kind, token):
    for before in ("", " \t"):
        (mistake,) = parse(f"# x\n{before}{line}\r\n", "").mistakes
        column = mistake.column - 1
        assert (mistake.line, mistake.kind) == (2, kind)
        assert f"{before}{line}"[column : column + mistake.length] == token


def test_the_later_definition_of_a_group_counts():
    codeowners = parse("@@@A @a\n@@@A @b\n", "")
    assert codeowners.groups == {"A": (Owner("@b", "user"),)}
    assert [(mistake.line, mistake.kind) for mistake in codeowners.mistakes] == [(2, "Invalid owner")]


def test_an_exclamation_mark_in_quotes_is_a_name():
    (entry,) = parse('"!a b" @c\n', "").entries
    assert not entry.excludes
    assert matches(entry.matches, "!a b")


@settings(deadline=None)
@given(
    st.text(st.sampled_from('ab/*?[]!\\ \t\n#@.{},"()&|>=1\udcff\0\r'), max_size=60)
    | st.just("Check(@@a >= 1)")
)
@example("Check(")
@example('!"')
@example("@@@")
def test_any_text_is_read(text):
    for prefix in ("", "Check(", "(OverallCheck(", "@@@"):
        codeowners = parse(prefix + text, "CODEOWNERS")
        for entry in codeowners.entries:
            assert entry.pattern in codeowners.lines[entry.line - 1]
            assert bool(entry.owners) is not entry.excludes
        for mistake in codeowners.mistakes:
            end = mistake.column - 1 + mistake.length
            assert mistake.column >= 1
            assert mistake.length >= 1
            assert end <= len(codeowners.lines[mistake.line - 1])


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "\\", '"', "{a,", "{", "}", "a @b c ", "a @b\n", "{a,b}{c,d} @a\n", "@@@A @b\n", "("),
        *("Check(", "Check(@@A >= 1) & ", "Check(@@A >= 1) | ", "!a\n"),
    ],
)
def test_time_grows_with_the_file(piece):
    def prepare(size):
        text = piece * (size // len(piece))
        return lambda: parse(text, "CODEOWNERS")

    assert growth(prepare, 4_000) < LINEAR
