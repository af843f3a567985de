"""Judging as a whole: occasions, order, and that what the rules say is true, over many made-up files."""

import os
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailers.ownership.decision import Decision
from trailers.ownership.dialects.registry import dialect_named
from trailers.ownership.judging import OF_FILE, OF_OVERLAPS, OF_PATHS, judge, occasioned, overlap
from trailers.ownership.matching.decide import decide
from trailers.ownership.matching.slow import decide_slowly
from trailers.ownership.proof import same_owners
from trailers.ownership.roster import roster_of
from trailers.ownership.rules import case_mismatch, dead_entries, dead_rule, moved_path
from trailers.ownership.rules.registry import RULES
from trailers.ownership.survey import Survey
from trailers.ownership.token import first_column, owner_spans, pattern_span, span_at

IDS = {rule.id for rule in RULES}
ROSTER = roster_of({"@a": [], "@b": []}, {})

names = st.sampled_from(["a", "b", "A", "x.py", "y.js", "docs", "d e", "[i]"])
paths = st.lists(st.lists(names, min_size=1, max_size=4).map("/".join), max_size=12, unique=True)
globs = st.sampled_from(
    [
        "*",
        "/a/",
        "a/",
        "*.py",
        "/a/b",
        "/docs/",
        "**/x.py",
        "/a/*",
        "/A/",
        "b",
        "/a/**/y.js",
        "/d\\ e/",
        "***",
    ]
)
owners = st.sampled_from(["", "@a", "@b", "@a @b", "@c", "nobody"])
lines = st.builds("{} {}".format, globs, owners)
gitlab_lines = lines | st.sampled_from(["[One] @a", "^[Two]", "!/a/", "!*.py", "!docs/"])
mibex_lines = lines | st.sampled_from(["!/a/", "!*.py", "/{a,b}/ @a", "/{a,docs}/ @b", "@@@c @a"])
gitea_lines = st.builds(
    "{} {}".format, st.sampled_from([".*", "a/.*", ".*\\\\.py", "!a/.*", "docs/.*", "DOCS/.*"]), owners
)
LINES = {"github": lines, "gitlab": gitlab_lines, "bitbucket-mibex": mibex_lines, "gitea": gitea_lines}


@st.composite
def surveys(draw):
    dialect = dialect_named(draw(st.sampled_from(sorted(LINES))))
    text = "\n".join(draw(st.lists(LINES[dialect.name], max_size=8)))
    tracked = {"CODEOWNERS", *draw(paths)}
    # No path is a file and a directory.
    tracked = {path for path in tracked if not any(other.startswith(path + "/") for other in tracked)}
    ordered = sorted(tracked, key=os.fsencode)
    codeowners = dialect.parse(text, "CODEOWNERS")
    return Survey(
        codeowners,
        dialect,
        decide(codeowners, ordered, dialect.combines),
        roster=draw(st.sampled_from([None, ROSTER])),
        renames={"gone/x": ordered[0]} if draw(st.booleans()) else {},
        whole=draw(st.sampled_from([True, True, True, False])),
        others=draw(st.sampled_from([(), ("docs/CODEOWNERS",)])),
    )


def without(survey, dropped):
    """The file without some lines, matched again the slow way."""
    codeowners = survey.file
    kept = tuple(entry for entry in codeowners.entries if entry.line not in dropped)
    return codeowners._replace(entries=kept)


def owned(survey, codeowners):
    """Who owns each path, by section; an owner that is asked twice is asked."""
    decision = decide_slowly(codeowners, survey.decision.paths, survey.dialect.combines)
    outcomes = []
    for deciding in decision.deciding:
        entries = [codeowners.entries[place] for place in deciding]
        if survey.dialect.combines == "union":
            outcomes.append({owner.text for entry in entries for owner in entry.owners})
        else:
            outcomes.append({(entry.section, frozenset(entry.owners)) for entry in entries})
    return outcomes


class TestOccasions:
    @settings(max_examples=150, deadline=None)
    @given(surveys())
    def test_no_finding_without_its_occasion(self, survey):
        overlaps = overlap(survey)
        for module, holds in (*OF_PATHS, *OF_FILE, *OF_OVERLAPS):
            if not holds(survey) or ((module, holds) in OF_OVERLAPS and not overlaps):
                check = import_module(f"trailers.ownership.rules.{module}").check
                assert list(check(survey)) == []

    @pytest.mark.parametrize(
        ("text", "modules"),
        [
            pytest.param("* @a\n", [], id="noop"),
            pytest.param("/CODEOWNERS @a\n/a/ @b\n", [], id="noop, no overlap"),
            pytest.param("/a/ @a\n", ["unowned_file", "unowned_codeowners"], id="unowned"),
            pytest.param("* @a\n/b @b\n", ["dead_entries"], id="dead"),
            pytest.param("* @a\n/a/ @b\n", ["redundant_rule"], id="overlap"),
            pytest.param("/a/ @b\n* @a\n", ["shadowed_rule", "redundant_rule"], id="shadowed"),
            pytest.param("* @b\n* @a\n", ["duplicate_rule", "shadowed_rule", "redundant_rule"], id="twice"),
        ],
    )
    def test_a_healthy_file_gives_few(self, text, modules):
        dialect = dialect_named("github")
        codeowners = dialect.parse(text, "CODEOWNERS")
        survey = Survey(codeowners, dialect, decide(codeowners, ["CODEOWNERS", "a/x"], "last"))
        assert [check.__module__.rpartition(".")[2] for check in occasioned(survey)] == modules

    def test_every_rule_is_reached(self):
        modules = {module for module, _ in (*OF_PATHS, *OF_FILE, *OF_OVERLAPS)} | {"no_codeowners"}
        reached = {import_module(f"trailers.ownership.rules.{module}") for module in modules}
        reached |= {case_mismatch, dead_rule, moved_path} if dead_entries in reached else set()
        assert {module.RULE.id for module in reached if hasattr(module, "RULE")} == IDS


class TestFindings:
    @settings(max_examples=150, deadline=None)
    @given(surveys())
    def test_each_has_a_place_and_a_remedy(self, survey):
        findings = judge(survey)
        for finding in findings:
            assert finding.rule in IDS
            assert finding.message
            assert finding.remedy
            assert finding.path
            if finding.line is not None:
                assert finding.path == "CODEOWNERS"
                line = survey.file.lines[finding.line - 1]
                assert 1 <= finding.column <= len(line)
        placed = [(finding.line, finding.column) for finding in findings if finding.line]
        assert placed == sorted(placed)

    @settings(max_examples=200, deadline=None)
    @given(surveys())
    def test_what_is_told_to_go_can_go(self, survey):
        """Each dead, shadowed, doubled or redundant line alone; and all of them together."""
        if survey.dialect.name == "bitbucket-mibex" and survey.file.groups:
            return
        before = owned(survey, survey.file)
        # An exclusion without effect, taken away, changes nobody's ownership either.
        going = {"US305", "US306", "US308", "US310", "US314"}
        going |= {"US307"} if survey.dialect.combines != "union" else set()
        dropped = {finding.line for finding in judge(survey) if finding.rule in going}
        for line in dropped:
            assert owned(survey, without(survey, {line})) == before
        assert owned(survey, without(survey, dropped)) == before

    @settings(max_examples=200, deadline=None)
    @given(surveys())
    def test_what_is_not_told_is_needed(self, survey):
        """What could go alone and is not told could not go together with what is told."""
        findings = judge(survey)
        merging = survey.dialect.combines == "union" and any(one.rule == "US307" for one in findings)
        if merging or not survey.whole:  # lines that are to be merged are not told to be redundant as well
            return
        told = {finding.line for finding in findings}
        before = owned(survey, survey.file)
        for line in {entry.line for entry in survey.file.entries} - told:
            excludes = any(entry.excludes for entry in survey.file.entries if entry.line == line)
            if not excludes and owned(survey, without(survey, {line})) == before:
                assert owned(survey, without(survey, {line, *told})) != before

    @settings(max_examples=150, deadline=None)
    @given(surveys())
    def test_a_dead_entry_is_told_once(self, survey):
        dead = {survey.file.entries[place].line for place in survey.dead()} if survey.whole else set()
        fates = [one.line for one in judge(survey) if one.rule in ("US305", "US310", "US314")]
        assert len(fates) == len(set(fates))
        assert dead <= set(fates)
        alone = [*dead_rule.check(survey), *case_mismatch.check(survey), *moved_path.check(survey)]
        assert set(alone) == set(dead_entries.check(survey))

    @settings(max_examples=150, deadline=None)
    @given(surveys())
    def test_unowned_files_are_told_all(self, survey):
        areas = [one.path for one in judge(survey) if one.rule == "US304"]
        told = {
            path
            for path in survey.decision.paths
            if any(path == area or (area.endswith("/") and path.startswith(area)) for area in areas)
        }
        unowned = {
            path
            for path, deciding in zip(survey.decision.paths, survey.decision.deciding, strict=True)
            if not deciding
        }
        assert told <= unowned
        if not any(entry.excludes for entry in survey.file.entries):
            assert told == unowned

    def test_lines_first_then_paths(self):
        dialect = dialect_named("github")
        codeowners = dialect.parse("/gone @a\n/b @a x\n", "CODEOWNERS")
        survey = Survey(codeowners, dialect, decide(codeowners, ["CODEOWNERS", "a", "é", "\udcff"], "last"))
        assert [(one.rule, one.line, one.path) for one in judge(survey)] == [
            ("US305", 1, "CODEOWNERS"),
            ("US302", 2, "CODEOWNERS"),
            ("US304", None, "CODEOWNERS"),
            ("US313", None, "CODEOWNERS"),
            ("US304", None, "a"),
            ("US304", None, "é"),
            ("US304", None, "\udcff"),
        ]

    def test_a_decision_made_by_hand(self):
        """The rules lean on the decision alone: nothing is matched again to see what is dead or unowned."""
        dialect = dialect_named("github")
        codeowners = dialect.parse("* @a\n/b @b\n", "CODEOWNERS")
        survey = Survey(codeowners, dialect, Decision(["x", "y"], [(0,), ()], [1, 0]))
        assert [(one.rule, one.line, one.path) for one in judge(survey)] == [
            ("US305", 2, "CODEOWNERS"),
            ("US304", None, "y"),
        ]

    def test_the_proof_agrees(self):
        dialect = dialect_named("github")
        text = "* @a\n/a/ @b\n/a/ @c\n/a/b/ @c\n/gone @a\n*.py @a\n"
        tracked = ["CODEOWNERS", "a/b/x", "a/y", "z.py"]
        codeowners = dialect.parse(text, "CODEOWNERS")
        survey = Survey(codeowners, dialect, decide(codeowners, tracked, "last"))
        dropped = {one.line for one in judge(survey)}
        assert dropped == {2, 4, 5, 6}
        assert same_owners(codeowners, without(survey, dropped), tracked, "last") == ()


class TestTokens:
    @pytest.mark.parametrize(
        ("line", "text"),
        [
            ("* @a", "*"),
            ("  \t*.py @a", "*.py"),
            ("a\\ b @a", "a\\ b"),
            ("a\\\\ b", "a\\\\"),
            ('"a path/*" @a', '"a path/*"'),
            ('!"a path/*" @a', '!"a path/*"'),
            ("a", "a"),
            ("a\\", "a\\"),
            ('it"s @a', 'it"s'),
        ],
    )
    def test_the_pattern(self, line, text):
        assert pattern_span(line).of(line) == text
        assert pattern_span(line).column == first_column(line)

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("* @ab @a", [("@ab", 3), ("@a", 7)]),
            ("* @a @a", [("@a", 3), ("@a", 6)]),
            ("@a/x\t@a#note", [("@a", 6)]),
            ("[Docs][2] @a", [("@a", 11)]),
        ],
    )
    def test_the_owners(self, line, expected):
        owner_of = dialect_named("github").parse("* @a\n* @ab\n", "").entries
        known = {owner.text: owner for entry in owner_of for owner in entry.owners}
        spans = list(owner_spans(line, [known[text] for text, _ in expected]))
        assert [(owner.text, span.column) for owner, span in spans] == expected
        assert all(span.of(line) == owner.text for owner, span in spans)

    def test_who_is_not_named(self):
        (entry,) = dialect_named("github").parse("* @a\n", "").entries
        assert [span for _, span in owner_spans("* @ab", entry.owners)] == [None]

    @given(st.text(st.sampled_from('a \t\\"'), max_size=12), st.integers(-1, 14))
    def test_a_caret_can_always_stand(self, line, column):
        span = span_at(line, column)
        assert span.column == max(column, 1)
        assert span.length >= 1
