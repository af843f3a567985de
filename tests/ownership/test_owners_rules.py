"""What each rule finds in files that their dialect reads and real matching decides, and what it leaves."""

import os
import re

import pytest

from tests.growth import LINEAR, growth
from tests.owners_fuzz.files import cases
from trailers.ownership.dialects.registry import dialect_named
from trailers.ownership.judging import judge
from trailers.ownership.matching.decide import decide
from trailers.ownership.owner import Owner
from trailers.ownership.roster import roster_of
from trailers.ownership.rules import case_mismatch, no_codeowners, redundancy, redundant_rule
from trailers.ownership.rules.placing import lines_named
from trailers.ownership.rules.registry import RULES
from trailers.ownership.survey import Survey


def survey_of(text, paths, dialect="github", path="CODEOWNERS", **more):
    """The survey of a file and of paths; the file itself is tracked, and owned where `*` is."""
    meant = dialect_named(dialect)
    codeowners = meant.parse(text, path)
    ordered = sorted(paths, key=os.fsencode)
    return Survey(codeowners, meant, decide(codeowners, ordered, meant.combines), **more)


def found(text, paths, dialect="github", **more):
    """The findings as (rule, line, column)."""
    findings = judge(survey_of(text, paths, dialect, **more))
    return [(finding.rule, finding.line, finding.column) for finding in findings]


def told(text, paths, dialect="github", **more):
    """The findings as (rule, message, remedy)."""
    findings = judge(survey_of(text, paths, dialect, **more))
    return [(finding.rule, finding.message, finding.remedy) for finding in findings]


class TestPages:
    def test_all_fifteen(self):
        assert [rule.id for rule in RULES] == [f"US3{number:02}" for number in range(1, 16)]
        assert all(rule.owner == "ownership" for rule in RULES)

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
    def test_the_page(self, rule):
        headings = re.findall(r"^## (.*)$", rule.page, re.MULTILINE)
        assert headings == ["What it checks", "Why", "Example", "How to fix", "Options", "Since"]
        assert rule.page.splitlines()[0].endswith(".")
        assert rule.id in rule.page.partition("## Options")[2]


class TestSyntax:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            pytest.param("* @a", [], id="noop"),
            pytest.param("*.rb @a # the reason", [], id="noop, a comment"),
            pytest.param("  ***.rb @a", [("US301", 2, 3)], id="pattern"),
            pytest.param("docs/[ab] @a", [("US301", 2, 1)], id="brackets"),
            pytest.param("*.js  js-owner", [("US302", 2, 7)], id="owner"),
            pytest.param("*.js @a js-owner nobody", [("US302", 2, 9), ("US302", 2, 18)], id="two owners"),
        ],
    )
    def test_where(self, line, expected):
        findings = found(f"* @all\n{line}\n", ["CODEOWNERS", "a.js", "b.rb"])
        assert [one for one in findings if one[0] in ("US301", "US302")] == expected

    def test_a_section_header_is_another_dialect(self):
        assert ("US309", 2, 1) in found("* @a\n[Documentation] @docs\n", ["CODEOWNERS"])

    def test_the_words_are_the_parsers_and_the_remedy_is_the_line(self):
        survey = survey_of("* @a\n***.rb @a # why\n", ["CODEOWNERS"])
        (mistake,) = survey.file.mistakes
        (finding,) = judge(survey)
        assert finding.message == mistake.message
        assert finding.remedy == f"write line 2: {mistake.suggestion} @a # why"
        assert finding.path == "CODEOWNERS"

    def test_without_a_suggestion(self):
        ((_, _, remedy),) = told("* @a\n../up @a\n", ["CODEOWNERS"])
        assert remedy == "correct the line, or delete line 2"


class TestUnknownOwner:
    ROSTER = roster_of({"@jane": ["jane@a.test"]}, {"@org/docs": ["@jane"]})

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("* @jane @org/docs jane@a.test\n", [], id="noop"),
            pytest.param("* @jane  @gone\n", [("US303", 1, 10)], id="person"),
            pytest.param("* @jane @janet @jan\n", [("US303", 1, 9), ("US303", 1, 16)], id="whole words"),
            pytest.param("* @org/gone\n", [("US303", 1, 3)], id="team"),
            pytest.param("* @gone\n/a @gone\n", [("US303", 1, 3), ("US303", 2, 4)], id="each place"),
        ],
    )
    def test_github(self, text, expected):
        findings = found(text, ["CODEOWNERS", "a"], roster=self.ROSTER)
        assert [one for one in findings if one[0] == "US303"] == expected

    def test_nothing_without_a_list(self):
        assert found("* @gone\n", ["CODEOWNERS"]) == []

    def test_a_sections_defaults_are_told_at_its_header(self):
        text = "[Docs] @gone\n*\n/a @jane\n"
        findings = found(text, ["CODEOWNERS", "a", "b"], "gitlab", roster=self.ROSTER)
        assert [one for one in findings if one[0] == "US303"] == [("US303", 1, 8)]

    def test_the_members_of_a_group(self):
        text = "@@@team @jane @gone @@others\n@@@pair @jane\n* @@team @@pair\n"
        findings = found(text, ["CODEOWNERS"], "bitbucket-mibex", roster=self.ROSTER)
        assert [one for one in findings if one[0] == "US303"] == [("US303", 1, 15), ("US303", 1, 21)]

    def test_a_role_is_known(self):
        assert found("* @@maintainer\n", ["CODEOWNERS"], "gitlab", roster=self.ROSTER) == []


class TestUnownedFile:
    @pytest.mark.parametrize(
        ("patterns", "paths", "expected"),
        [
            pytest.param("*", ["a", "b/c"], [], id="noop"),
            pytest.param("a b/", ["a", "b/c"], [], id="noop, all named"),
            pytest.param("a", ["a", "b"], ["b"], id="file"),
            pytest.param("a", ["a", "b/c"], ["b/c"], id="a directory's only file"),
            pytest.param("a", ["a", "b/c", "b/d"], ["b/"], id="directory"),
            pytest.param("a", ["a", "b/c/d", "b/c/e", "b/f/g"], ["b/"], id="the widest"),
            pytest.param("/b/c/d", ["b/c/d", "b/c/e", "b/f/g", "b/f/h"], ["b/c/e", "b/f/"], id="beside"),
            pytest.param("/b/z", ["b/a/x", "b/a/y", "b/z"], ["b/a/"], id="before"),
            pytest.param("/b/a", ["b/a", "b/c/x", "b/c/y", "c/x", "c/y"], ["b/c/", "c/"], id="after"),
            pytest.param("/b-c /b0", ["b-c", "b/x", "b/y", "b0"], ["b/"], id="neighbours in order"),
            pytest.param("/x", ["a", "b", "x"], ["a", "b"], id="files at the top are told one by one"),
        ],
    )
    def test_where(self, patterns, paths, expected):
        text = "".join(f"{pattern} @a\n" for pattern in ["/CODEOWNERS", *patterns.split()])
        findings = judge(survey_of(text, ["CODEOWNERS", *paths]))
        assert [finding.path for finding in findings if finding.rule == "US304"] == expected

    def test_what_is_said(self):
        assert told("/CODEOWNERS @a\n", ["CODEOWNERS", "d e/x", "d e/y", "[id].ts"]) == [
            ("US304", "[id].ts has no owner: no entry matches it", r"add the line: /\[id\].ts @owner"),
            ("US304", "d e/ has 2 files, and none of them has an owner", r"add the line: /d\ e/ @owner"),
        ]

    @pytest.mark.parametrize(
        ("dialect", "text"),
        [
            pytest.param("github", "* @a\n/docs/\n", id="an entry without owners"),
            pytest.param("gitlab", "* @a\n!/docs/\n", id="an exclusion"),
            pytest.param("gitlab", "[One]\n* @a\n!/docs/\n[Two]\n/b @a\n", id="an exclusion in a section"),
            pytest.param("bitbucket-mibex", "* @a\n!/docs/\n", id="Mibex's exclusion"),
        ],
    )
    def test_cleared_on_purpose(self, dialect, text):
        assert found(text, ["CODEOWNERS", "docs/x", "docs/y", "b"], dialect) == []

    def test_an_exclusion_from_nothing_gives_no_owner(self):
        findings = found("/CODEOWNERS @a\n!/docs/\n", ["CODEOWNERS", "docs/x", "docs/y"], "gitlab")
        assert findings == [("US305", 2, 1), ("US304", None, None)]

    def test_only_what_is_asked_for_file_by_file(self):
        survey = survey_of(
            "/CODEOWNERS @a\n", ["CODEOWNERS", "d/x", "d/y", "d/z"], judged=(0, 2), whole=False
        )
        assert [finding.path for finding in judge(survey)] == ["d/y"]

    @pytest.mark.parametrize(
        "path",
        ["a b", "a#b", "#a", "!a", "a*b", "a?", "[x]", "a\\b", "é", "a\nb", "a\tb", "{a,b}", "d/", "d e/"],
    )
    @pytest.mark.parametrize("dialect", ["github", "gitlab", "bitbucket", "bitbucket-mibex", "gitea"])
    def test_the_line_to_add_gives_it_an_owner(self, path, dialect):
        """Also a directory, which is told where it has two files."""
        files = [path + "1", path + "2"] if path.endswith("/") else [path]
        everything = ".*" if dialect == "gitea" else "*"
        first = f"{everything}CODEOWNERS @a\n"
        (finding,) = judge(survey_of(first, ["CODEOWNERS", *files], dialect))
        assert finding.path == path
        line = finding.remedy.removeprefix("add the line: ")
        assert found(f"{first}{line}\n", ["CODEOWNERS", *files], dialect) == []

    def test_growth(self):
        def prepare(size):
            names = [f"{place % 7}/{place % 11}/{place}" for place in range(size)]
            survey = survey_of("**/1/ @a\n", names)
            return lambda: judge(survey)

        assert growth(prepare) < LINEAR


class TestDeadRule:
    @pytest.mark.parametrize(
        ("text", "more", "expected"),
        [
            pytest.param("/docs/ @a", {}, [], id="noop"),
            pytest.param("/gone/ @a", {}, [("US305", 2, 1)], id="dead"),
            pytest.param("/Docs/ @a", {}, [("US310", 2, 1)], id="case"),
            pytest.param("  *.MD @a", {}, [("US310", 2, 3)], id="case of a wildcard"),
            pytest.param("/gone/ @a", {"renames": {"gone/x": "docs/x"}}, [("US314", 2, 1)], id="moved"),
            pytest.param(
                "/Docs/ @a", {"renames": {"Docs/x": "docs/x"}}, [("US314", 2, 1)], id="moved, not case"
            ),
            pytest.param("/gone/ @a", {"renames": {"gone/x": "no/x"}}, [("US305", 2, 1)], id="moved away"),
            pytest.param("/gone/ @a", {"renames": {"old/x": "docs/x"}}, [("US305", 2, 1)], id="others moved"),
            pytest.param("/gone/ @a\n/GONE/ @b", {}, [("US305", 2, 1), ("US305", 3, 1)], id="two"),
            pytest.param("/gone/ @a\n/gone/ @b", {}, [("US305", 2, 1), ("US305", 3, 1)], id="twice, dead"),
        ],
    )
    def test_one_finding_for_each(self, text, more, expected):
        assert found(f"* @all\n{text}\n", ["CODEOWNERS", "docs/x", "docs/y.md"], **more) == expected

    def test_not_where_only_some_paths_were_looked_at(self):
        assert found("* @all\n/gone/ @a\n", ["CODEOWNERS"], whole=False) == []

    @pytest.mark.parametrize(
        ("pattern", "path", "instead"),
        [
            ("/Docs/", "docs/", "/docs/"),
            ("/docs/Guide.md", "docs/guide.md", "/docs/guide.md"),
            ("/DOCS/GUIDE.md", "docs/guide.md", "/docs/guide.md"),
            ("/SRC", "src/", "/src/"),
        ],
    )
    def test_the_case_to_write(self, pattern, path, instead):
        ((rule, message, remedy),) = told(f"* @all\n{pattern} @a\n", ["CODEOWNERS", "docs/guide.md", "src/x"])
        assert rule == "US310"
        assert message.endswith(f"it would match {path}")
        assert remedy == f"write {instead} instead of {pattern} on line 2"

    @pytest.mark.parametrize("name", ["İ", "straße", "ΣΑΣ", "\udcff", "ﬀ"])
    def test_letters_of_any_kind(self, name):
        for pattern in (f"/X{name}/", f"X{name}*"):
            ((rule, _, _),) = told(f"* @all\n{pattern} @a\n", ["CODEOWNERS", f"x{name}/y", f"x{name}z"])
            assert rule == "US310"

    def test_the_case_of_an_expression(self):
        ((rule, message, _),) = told(".* @all\nDocs/.* @a\n", ["CODEOWNERS", "docs/x"], "gitea")
        assert (rule, message.rpartition(" ")[2]) == ("US310", "docs/x")

    @pytest.mark.parametrize(
        ("pattern", "renames", "instead"),
        [
            ("/src/a.py", {"src/a.py": "lib/b.py"}, "/lib/b.py"),
            ("/src/", {"src/a": "lib/a", "src/b/c": "lib/b/c"}, "/lib/"),
            ("/src", {"src/a": "lib/a"}, "/lib"),
            ("/src/*.py", {"src/a.py": "lib/x/a.py"}, "/lib/x/*.py"),
            ("/src/**/*.py", {"src/q/a.py": "lib/q/a.py"}, "/lib/**/*.py"),
            ("/src/*/", {"src/a/b": "lib/a/b"}, "/lib/*/"),
            ("/src/", {"src/a": "other/a", "src/b/c": "lib/b/c", "src/d": "lib/d"}, "/lib/"),
        ],
    )
    def test_the_pattern_to_write_after_a_move(self, pattern, renames, instead):
        paths = ["CODEOWNERS", *renames.values()]
        ((rule, message, remedy),) = told(f"* @all\n{pattern} @a\n", paths, renames=renames)
        assert rule == "US314"
        assert instead.strip("/").split("*")[0].strip("/") in message
        assert remedy == f"write {instead} instead of {pattern} on line 2"
        assert found(f"* @all\n{instead} @a\n", paths) == []

    @pytest.mark.parametrize(
        ("pattern", "renames"),
        [
            ("*.coffee", {"a.coffee": "a.ts"}),
            ("/src/", {"src/a": "b"}),
        ],
    )
    def test_where_no_pattern_can_be_told(self, pattern, renames):
        ((rule, message, remedy),) = told(
            f"* @all\n{pattern} @a\n", ["CODEOWNERS", *renames.values()], renames=renames
        )
        assert (rule, remedy) == ("US314", "delete line 2")
        assert all(path in message for pair in renames.items() for path in pair)

    @pytest.mark.parametrize("dialect", ["gitlab", "bitbucket-mibex"])
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("* @a\n!/docs/", [], id="noop"),
            pytest.param("* @a\n!/gone/", [("US305", 2, 1)], id="matches nothing"),
            pytest.param("/CODEOWNERS @a\n/src/ @a\n!/docs/", [("US305", 3, 1)], id="takes out nothing"),
        ],
    )
    def test_exclusions(self, text, expected, dialect):
        findings = found(text + "\n", ["CODEOWNERS", "docs/x", "src/x"], dialect)
        assert [one for one in findings if one[0] != "US304"] == expected

    def test_an_exclusion_is_for_its_own_section(self):
        text = "[One]\n* @a\n[Two]\n/src/ @b\n!/docs/\n"
        assert found(text, ["CODEOWNERS", "docs/x", "src/x"], "gitlab") == [("US305", 5, 1)]


class TestShadowedRule:
    PATHS = ("CODEOWNERS", "a/x.py", "a/y.py", "b/x.py", "b/z.js", "c/q")

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            pytest.param("* @all\n/a/ @a\n/a/x.py @b", {}, id="noop, one path is left"),
            pytest.param("/a/* @a\n/a/b/ @b\n* @c", {1: [3]}, id="not by its text: the later is dead"),
            pytest.param("*.py @a\n* @all", {1: [2]}, id="by one"),
            pytest.param("*.py @a\n* @all\n/a/ @b\n/b/ @b", {1: [3, 4]}, id="by several together"),
            pytest.param("* @all\n/a/ @a\n/a/x.py @b\n/a/y.py @b", {2: [3, 4]}, id="by what is in it"),
            pytest.param("/a/ @a\n/b/ @b\n* @all", {1: [3], 2: [3]}, id="two"),
            pytest.param("/c/\n/c/q @a\n* @all", {1: [3], 2: [3]}, id="one without owners"),
        ],
    )
    def test_by_effect(self, text, lines):
        survey = survey_of(text + "\n", self.PATHS)
        told_of = {one.line: one.message for one in judge(survey) if one.rule == "US306"}
        assert told_of.keys() == lines.keys()
        assert all(f"{lines_named(lines[line])} " in told_of[line] for line in lines)

    def test_what_is_said(self):
        paths = ["CODEOWNERS", *(f"{name}/m.json" for name in "abcde")]
        text = "**/m.json @docs\n* @all\n" + "".join(f"/{name}/ @{name}\n" for name in "abcde")
        assert told(text, paths) == [
            (
                "US306",
                "**/m.json decides nothing: lines 3, 4, 5 and 2 more take its 5 files",
                "move line 1 below line 7, or delete line 1",
            )
        ]

    def test_each_section_for_itself(self):
        paths = ["CODEOWNERS", "docs/x"]
        assert found("[One]\n* @a\n[Two]\n* @b\n", paths, "gitlab") == []
        findings = found("[One]\n/docs/ @a\n* @b\n[Two]\n/docs/ @b\n", paths, "gitlab")
        assert findings == [("US306", 2, 1)]

    def test_an_exclusion_takes_paths_too(self):
        text = "* @all\n/docs/x @a\n!/docs/\n"
        survey = survey_of(text, ["CODEOWNERS", "docs/x"], "gitlab")
        (finding,) = judge(survey)
        assert (finding.rule, finding.line) == ("US306", 2)
        assert "line 3 takes its 1 file" in finding.message

    def test_not_where_all_matches_hold(self):
        assert found(".* @all\ndocs/.* @a\n.* @b\n", ["CODEOWNERS", "docs/x"], "gitea") == [("US307", 3, 1)]


class TestDuplicateRule:
    def test_the_earlier_line_has_no_effect(self):
        assert told("* @all\n/a/ @a\n/b/ @b\n/a/ @c\n", ["CODEOWNERS", "a/x", "b/x"]) == [
            ("US307", "/a/ is written again on line 4: this line has no effect", "delete line 2")
        ]

    def test_three_times(self):
        findings = told("* @all\n/a @a\n/a @b\n/a @c\n", ["CODEOWNERS", "a"])
        assert [(rule, remedy) for rule, _, remedy in findings] == [
            ("US307", "delete line 2"),
            ("US307", "delete line 3"),
        ]
        assert all("line 4" in message for _, message, _ in findings)

    def test_in_another_section_it_is_none(self):
        assert found("* @a\n[One]\n* @a\n", ["CODEOWNERS"], "gitlab") == []

    def test_both_hold_on_gitea(self):
        ((rule, message, remedy),) = told(".* @a\n.* @b @a\n", ["CODEOWNERS"], "gitea")
        assert (rule, message) == ("US307", ".* is also on line 1: the owners of both are asked")
        assert remedy == "write line 1: .* @a @b, and delete line 2"


class TestRedundantRule:
    PATHS = ("CODEOWNERS", "a/b/x", "a/b/y", "a/c", "a/x", "d/x.py", "d/y.js")

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            pytest.param("* @all\n/a/ @a", [], id="noop"),
            pytest.param("* @all\n/a/ @a\n/a/b/ @b @a", [], id="noop, other owners"),
            pytest.param("* @all\n/d/\n", [], id="noop, cleared"),
            pytest.param("/CODEOWNERS @a\n/a/ @a\n/d/ @a", [], id="noop, beside each other"),
            pytest.param("* @all\n/a/ @a\n/a/b/ @a", [3], id="the same again"),
            pytest.param("* @all\n/a/ @a @b\n/a/b/ @b @a", [3], id="in another order"),
            pytest.param("* @all\n/a/ @a\n/a/b/ @b\n/a/b/x @a", [], id="another one is between"),
            pytest.param("* @all\n/a/ @all\n/d/*.py @all", [2, 3], id="two"),
            pytest.param("* @all\n/a/ @a\n/a/b/ @a\n/a/b/x @a", [3, 4], id="one in the other"),
            pytest.param("* @all\n/a/\n/a/b/", [3], id="cleared twice"),
            # Line 5 could go for line 4, which could go for line 2. Without both, line 3 would decide.
            pytest.param("* @q\n/a/ @a\n/a/b/ @b\n/a/**/x @a\n/a/b/x @a", [4], id="not both"),
        ],
    )
    def test_where(self, text, lines):
        findings = [one for one in found(text + "\n", self.PATHS) if one[0] == "US308"]
        assert findings == [("US308", line, 1) for line in lines]

    @pytest.mark.parametrize("dialect", ["gitlab", "github"])
    def test_what_is_said(self, dialect):
        assert told("* @all\n/a/ @a\n/a/b/ @a\n", self.PATHS, dialect) == [
            ("US308", "/a/b/ changes nothing: line 2 gives its files the same owners", "delete line 3")
        ]

    def test_another_section_does_not_count(self):
        assert found("* @a\n[One]\n/a/ @a\n", self.PATHS, "gitlab") == []

    def test_an_exclusion_between_counts(self):
        assert found("* @a\n!/a/\n/a/b/ @a\n", self.PATHS, "bitbucket-mibex") == []

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            pytest.param(".* @a\na/.* @b", [], id="noop"),
            pytest.param(".* @a\na/.* @b @a", [], id="noop, one of two is asked"),
            pytest.param(".* @a\na/.* @a", [2], id="asked anyway"),
            pytest.param(".* @a @b\na/.* @a\nd/.* @b", [2, 3], id="two"),
            pytest.param("a/.* @a\na/b/.* @b\n.* @b @a", [1, 2], id="by a later one"),
            pytest.param(".+ @a\n.* @a", [2], id="of two one"),
        ],
    )
    def test_where_all_matches_hold(self, text, lines):
        findings = [one for one in found(text + "\n", self.PATHS, "gitea") if one[0] == "US308"]
        assert findings == [("US308", line, 1) for line in lines]

    def test_growth(self):
        def prepare(size):
            files = [f"{place % 100}/{place}/x" for place in range(size)]
            lines = ["* @a", *(f"/{place % 100}/{place}/ @{'ab'[place % 2]}" for place in range(0, size, 3))]
            survey = survey_of("\n".join(lines), files)
            return lambda: judge(survey)

        assert growth(prepare, 5_000) < LINEAR


class TestLimits:
    """What is looked for is bounded; where a limit is reached, a rule says less."""

    def test_wildcards_in_another_case(self, monkeypatch):
        monkeypatch.setattr(case_mismatch, "WIDEST", 1)
        findings = found("* @all\n*.MD @a\n/DOCS/ @a\n", ["CODEOWNERS", "docs/x.md"])
        assert findings == [("US305", 2, 1), ("US310", 3, 1)]

    def test_what_can_match_in_another_case_is_compared(self, monkeypatch):
        surveys = []
        for case in cases(1, 600):
            paths = [path.swapcase() if number % 2 else path for number, path in enumerate(case.paths)]
            decision = decide(case.codeowners, sorted(paths, key=os.fsencode), case.combines)
            surveys.append(Survey(case.codeowners, dialect_named("github"), decision))
        told = [case_mismatch.near(survey, survey.dead()) for survey in surveys]
        assert sum(map(len, told)) > 100
        monkeypatch.setattr(case_mismatch, "_word", lambda _entry: "")
        assert told == [case_mismatch.near(survey, survey.dead()) for survey in surveys]

    def test_what_covers_none_of_its_like_is_needed(self, monkeypatch):
        surveys = []
        for case in cases(2, 1_500):
            few = [  # so few owners that many entries have the same ones, and twice as many patterns
                entry._replace(owners=(Owner(f"@{number % 3}", "user"),), section=0)
                for number, entry in enumerate((*case.codeowners.entries, *case.codeowners.entries[::-2]))
            ]
            numbered = tuple(entry._replace(line=line) for line, entry in enumerate(few, start=1))
            file = case.codeowners._replace(entries=numbered, lines=("",) * len(numbered))
            surveys.append(
                Survey(
                    file, dialect_named("github"), decide(file, sorted(case.paths, key=os.fsencode), "last")
                )
            )
        told = [list(redundant_rule.check(survey)) for survey in surveys]
        assert sum(map(len, told)) > 50
        monkeypatch.setattr(
            redundant_rule, "above_their_like", lambda survey: range(len(survey.file.entries))
        )
        assert told == [list(redundant_rule.check(survey)) for survey in surveys]

    def test_redundant_rules(self, monkeypatch):
        text, paths = "* @all\n*.md @a\n/docs/ @a\n", ["CODEOWNERS", "docs/x.md", "y.md"]
        assert found(text, paths) == [("US308", 3, 1)]
        monkeypatch.setattr(redundancy, "MOST", 0)
        assert found(text, paths) == []


class TestBraces:
    """Mibex's `{a,b}` makes several entries of a line, which is judged as one."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("* @all\n/{a,b}/ @a", [], id="noop"),
            pytest.param("* @all\n/{a,gone}/ @a", [], id="noop, one is there"),
            pytest.param("* @all\n/{a,b}/ @a\n/a/ @b", [], id="noop, one is left"),
            pytest.param("* @all\n!/{a,b}/", [], id="noop, exclusion"),
            pytest.param("* @all\n/{gone,lost}/ @a", [("US305", 2, 1)], id="dead"),
            pytest.param("/CODEOWNERS @a\n/c @a\n!/{a,b}/", [("US305", 3, 1)], id="exclusion without effect"),
            pytest.param("/{a,b}/ @a\n* @all", [("US306", 1, 1)], id="shadowed"),
            pytest.param("* @all\n/{a,b}/ @a\n/{a,b}/ @b", [("US307", 2, 1)], id="duplicate"),
            pytest.param("* @all\n/{a,b}/ @all", [("US308", 2, 1)], id="redundant"),
            pytest.param("* @all\n/{a,b}/ @b\n/a/ @b", [("US308", 3, 1)], id="the same again"),
        ],
    )
    def test_a_line_is_told_once(self, text, expected):
        findings = found(text + "\n", ["CODEOWNERS", "a/x", "a/y", "b/x", "c/x"], "bitbucket-mibex")
        assert [one for one in findings if one[0] != "US304"] == expected


class TestTheFileItself:
    PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")

    @pytest.mark.parametrize(("size", "expected"), [(2_999_999, []), (3_100_000, [("US311", None, None)])])
    def test_its_size(self, size, expected):
        assert found("* @a\n", ["CODEOWNERS"], size=size) == expected

    def test_no_limit_is_known(self):
        assert found("* @a\n", ["CODEOWNERS"], "gitlab", size=50_000_000) == []

    @pytest.mark.parametrize(
        ("path", "others", "ignored"),
        [
            pytest.param("CODEOWNERS", (), [], id="noop"),
            pytest.param("ci/OWNERS", ("CODEOWNERS",), [], id="noop, named"),
            pytest.param(".github/CODEOWNERS", ("docs/CODEOWNERS",), ["docs/CODEOWNERS"], id="first"),
            pytest.param("CODEOWNERS", (".github/CODEOWNERS",), ["CODEOWNERS"], id="the forge takes another"),
            pytest.param(".github/CODEOWNERS", PLACES[1:], list(PLACES[1:]), id="three"),
        ],
    )
    def test_several(self, path, others, ignored):
        findings = judge(survey_of("* @a\n", [path], path=path, others=others))
        assert [(finding.rule, finding.path) for finding in findings] == [("US312", one) for one in ignored]
        assert all(finding.remedy == f"git rm {finding.path}" for finding in findings)

    @pytest.mark.parametrize(
        ("text", "rules"),
        [
            pytest.param("* @a\n", [], id="noop"),
            pytest.param("/a @a\n", ["US304", "US313"], id="unowned"),
            pytest.param("* @a\n/CODEOWNERS\n", ["US313"], id="cleared"),
        ],
    )
    def test_its_own_owner(self, text, rules):
        findings = judge(survey_of(text, ["CODEOWNERS", "a"]))
        assert [finding.rule for finding in findings] == rules
        assert all(finding.path == "CODEOWNERS" for finding in findings)

    def test_its_own_owner_only_where_it_is_asked_for(self):
        survey = survey_of("/a @a\n", ["CODEOWNERS", "a"], judged=(1,), whole=False)
        assert judge(survey) == ()
        assert [one.rule for one in judge(survey._replace(judged=(0,)))] == ["US304", "US313"]

    def test_an_untracked_file_is_not_asked_about(self):
        assert found("/a @a\n", ["a"]) == []

    def test_none_at_all(self):
        meant = dialect_named("github")
        nothing = decide(meant.parse("", ""), ["a"], meant.combines)
        assert list(no_codeowners.check(survey_of("* @a\n", []))) == []
        (finding,) = judge(Survey(None, meant, nothing, looked=self.PLACES))
        assert finding.rule == "US315"
        assert all(place in finding.message for place in self.PLACES)
        assert finding.remedy == "write .github/CODEOWNERS with the line: * @owner"
