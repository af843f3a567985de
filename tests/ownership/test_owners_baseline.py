"""The baseline: what it accepts, what is stale, and that every path comes back as it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.finding import Finding
from trailers.ownership.baseline import (
    HEADER,
    Accepted,
    apply,
    read_baseline,
    stale_notes,
    write_baseline,
)
from trailers.ownership.dialects.registry import dialect_named
from trailers.ownership.escaping import escaped, unescaped
from trailers.ownership.judging import judge
from trailers.ownership.matching.decide import decide
from trailers.ownership.survey import Survey

LINES = ("* @all", "/gone/ @a", "  /docs/ @a @gone", "[Two words] @gone")


def unowned(path):
    return Finding("US304", "error", "no owner", "add a line", path=path)


def at(rule, line, column, severity="error"):
    return Finding(rule, severity, "why", "how", path="CODEOWNERS", line=line, column=column)


FINDINGS = (
    at("US305", 2, 1),
    at("US303", 3, 13),
    unowned("src/legacy/"),
    unowned("b.sh"),
    Finding("US313", "warning", "no owner", "add a line", path="CODEOWNERS"),
)


class TestWriting:
    def test_one_line_each_and_sorted(self):
        text = write_baseline(FINDINGS, LINES)
        assert text == HEADER + (
            "US303 /docs/ @gone\nUS304 b.sh\nUS304 src/legacy/\nUS305 /gone/\nUS313 CODEOWNERS\n"
        )
        assert write_baseline(reversed(FINDINGS), LINES) == text

    def test_no_line_numbers(self):
        moved = [finding._replace(line=finding.line and finding.line + 1) for finding in FINDINGS]
        assert write_baseline(moved, ("# new", *LINES)) == write_baseline(FINDINGS, LINES)

    def test_the_same_pattern_once(self):
        assert write_baseline([at("US305", 1, 1), at("US305", 2, 1)], ("/a @a", "/a @b")).count("US305") == 1

    def test_a_note_needs_no_line(self):
        assert write_baseline([at("US305", 2, 1, "note")], LINES) == HEADER

    @pytest.mark.parametrize(
        ("path", "line"),
        [
            ("a b", "US304 a b"),
            ("é", "US304 é"),
            (" a ", "US304 \\x20a\\x20"),
            ("a\nb", "US304 a\\nb"),
            ("a\tb", "US304 a\\tb"),
            ("a\\nb", "US304 a\\\\nb"),
            ("\x1b[31m", "US304 \\x1b[31m"),
            ("\udcff", "US304 \\udcff"),
            ("a\u2028b", "US304 a\\u2028b"),
            ("\U000e0001", "US304 \\U000e0001"),
            ("#a", "US304 #a"),
        ],
    )
    def test_any_path_on_one_line(self, path, line):
        text = write_baseline([unowned(path)], LINES)
        assert text == f"{HEADER}{line}\n"
        assert [accepted.subject for accepted in read_baseline(text).accepted] == [path]


class TestReading:
    def test_comments_and_empty_lines(self):
        baseline = read_baseline("# why\r\n\r\n  US304  a b \r\n\tUS305 /x\n")
        assert baseline.accepted == (Accepted("US304", "a b", 3), Accepted("US305", "/x", 4))
        assert baseline.malformed == ()

    @pytest.mark.parametrize(
        "line",
        [
            *(
                "US304",
                "US304 ",
                "src/a.py",
                "US3 a",
                "304 a",
                "<<<<<<< HEAD",
                "US3045 a",
                "us304 a",
                "US304: a",
            ),
            *("US304 a\\", "US304 \\q", "US304 \\x1", "US304 \\xzz", "US304 \\U00110000", "US304 \\u+123"),
        ],
    )
    def test_a_malformed_line_is_told_and_accepts_nothing(self, line):
        baseline = read_baseline(f"US304 a\n{line}\nUS304 b\n")
        assert baseline.malformed == (2,)
        assert [accepted.subject for accepted in baseline.accepted] == ["a", "b"]

    @settings(max_examples=200, deadline=None)
    @given(st.text() | st.text(st.sampled_from("US304 \\xu\n#a")))
    def test_anything(self, text):
        baseline = read_baseline(text)
        assert len(baseline.accepted) + len(baseline.malformed) <= text.count("\n") + 1

    @settings(max_examples=200, deadline=None)
    @given(
        st.text(st.characters(), min_size=1)
        | st.binary(min_size=1).map(lambda one: one.decode("utf-8", "surrogateescape"))
    )
    def test_escaping_is_undone(self, text):
        line = escaped(text)
        assert line.isprintable()
        assert line == line.strip()
        assert unescaped(line) == text

    @pytest.mark.parametrize("text", ["\\" * 2, "a\\n", " \\"])
    def test_growth(self, text):
        assert growth(lambda size: lambda: read_baseline(f"US304 {text * size}")) < LINEAR
        assert growth(lambda size: lambda: escaped(text * size)) < LINEAR


class TestApplying:
    def test_what_was_written_accepts_everything(self):
        baseline = read_baseline(write_baseline(FINDINGS, LINES))
        assert apply(FINDINGS, baseline, LINES) == ((), len(FINDINGS), ())

    def test_nothing_accepts_nothing(self):
        assert apply(FINDINGS, read_baseline(""), LINES) == (FINDINGS, 0, ())

    @pytest.mark.parametrize(
        ("line", "finding", "accepted"),
        [
            pytest.param("US304 a/b", unowned("a/b"), True, id="file"),
            pytest.param("US304 a/", unowned("a/"), True, id="directory"),
            pytest.param("US304 a/", unowned("a/b"), True, id="in it"),
            pytest.param("US304 a/", unowned("a/b/c/d"), True, id="deep in it"),
            pytest.param("US304 a/", unowned("a/b/"), True, id="a directory in it"),
            pytest.param("US304 a", unowned("a/b"), False, id="a file has nothing in it"),
            pytest.param("US304 a/", unowned("ab/c"), False, id="another"),
            pytest.param("US304 a/b", unowned("a/"), False, id="a file is not its directory"),
            pytest.param("US313 a/", unowned("a/b"), False, id="another rule"),
            pytest.param("US305 /gone/", at("US305", 2, 1), True, id="pattern"),
            pytest.param("US306 /gone/", at("US305", 2, 1), False, id="pattern, another rule"),
            pytest.param("US305 /", at("US305", 2, 1), False, id="patterns are no directories"),
            pytest.param("US303 /docs/ @gone", at("US303", 3, 13), True, id="owner"),
            pytest.param("US303 @gone", at("US303", 3, 13), False, id="owner of another line"),
            pytest.param("US303 [Two @gone", at("US303", 4, 13), True, id="in a header"),
            pytest.param("US305 .", Finding("US305", "error", "", ""), True, id="nowhere"),
        ],
    )
    def test_one(self, line, finding, accepted):
        applied = apply([finding], read_baseline(line), LINES)
        assert applied.accepted == accepted
        assert applied.findings == (() if accepted else (finding,))
        assert len(applied.stale) == (not accepted)

    def test_a_stale_line_is_to_be_deleted(self):
        applied = apply(FINDINGS[3:], read_baseline("# why\nUS304 b.sh\nUS304 c.sh\n"), LINES)
        assert applied.stale == (Accepted("US304", "c.sh", 3),)
        (note,) = stale_notes(applied, ".owners-baseline")
        assert note.severity == "note"
        assert (note.rule, note.path, note.line) == ("US304", ".owners-baseline", 3)
        assert note.remedy == "delete line 3 of .owners-baseline"
        assert "c.sh" in note.message

    def test_growth(self):
        def prepare(size):
            findings = [unowned(f"a/{place}/x") for place in range(size)]
            baseline = read_baseline(write_baseline(findings[::2], ()))
            return lambda: apply(findings, baseline, ())

        assert growth(prepare, 5_000) < LINEAR


def test_a_repository_starts_and_tightens():
    dialect = dialect_named("github")

    def judged(text, paths):
        codeowners = dialect.parse(text, "CODEOWNERS")
        survey = Survey(codeowners, dialect, decide(codeowners, sorted(paths), "last"))
        return judge(survey), codeowners.lines

    text, paths = "/CODEOWNERS @a\n/gone/ @a\n", ["CODEOWNERS", "old/x", "old/y", "z"]
    written = write_baseline(*judged(text, paths))
    assert written == f"{HEADER}US304 old/\nUS304 z\nUS305 /gone/\n"
    baseline = read_baseline(written)

    findings, lines = judged(text, [*paths, "new"])
    assert [finding.path for finding in apply(findings, baseline, lines).findings] == ["new"]

    findings, lines = judged(f"# a line more\n{text}/old/x @a\n", paths)
    assert apply(findings, baseline, lines) == ((), 3, ())

    findings, lines = judged("* @a\n", paths)
    assert [accepted.subject for accepted in apply(findings, baseline, lines).stale] == [
        "old/",
        "z",
        "/gone/",
    ]
