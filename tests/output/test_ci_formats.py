"""GitLab's Code Quality, JUnit and CSV: what each makes of a finding and of a commit."""

import pytest

from tests.rendered import commit_id, read_csv, read_gitlab, read_junit, render, report_of
from trailers.finding import Finding
from trailers.output.moment import moment
from trailers.report import CommitRecord

FOUND = Finding("US101", "error", "it names no model", "git commit --amend", commit_id(1))
IN_FILE = Finding("US304", "warning", "it has no owner", "", None, "./src/a.py", 7, 2)
RECORD = CommitRecord(
    commit_id(1), ("a:m", "b:n"), ("issue:1",), ("J <j@x>",), "findings", "A, B <a@x>", 1_700_000_000, "Do it"
)
UNREAD = Finding("US100", "error", "the object is missing", "", commit_id(3))


class TestGitLab:
    def test_nothing(self):
        assert render("gitlab", report_of()) == "[]\n"

    def test_a_commit(self):
        (issue,) = read_gitlab(render("gitlab", report_of(FOUND, titles={commit_id(1): "Do it"})))
        assert issue["description"] == (
            "US101: commit 000000000000 (Do it): it names no model (fix: git commit --amend)"
        )
        assert issue["check_name"] == "undersign/US101"
        assert issue["location"] == {"path": "undersign.toml", "lines": {"begin": 1}}

    def test_a_file(self):
        (issue,) = read_gitlab(render("gitlab", report_of(IN_FILE, check="owners")))
        assert issue["location"] == {"path": "src/a.py", "lines": {"begin": 7}}

    def test_severities(self):
        findings = [FOUND._replace(severity=severity) for severity in ("note", "warning", "error")]
        issues = read_gitlab(render("gitlab", report_of(*findings)))
        assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]

    def test_the_fingerprint_has_no_line(self):
        one, two = (
            read_gitlab(render("gitlab", report_of(IN_FILE._replace(line=line))))[0]["fingerprint"]
            for line in (7, 8)
        )
        assert one == two


def outcomes(report, **style):
    cases = read_junit(render("junit", report, **style))
    return {case.get("name"): [part.tag for part in case] for case in cases}


class TestJUnit:
    def test_never_empty(self):
        assert outcomes(report_of()) == {"the range": []}

    def test_a_case_for_each_commit(self):
        clean = RECORD._replace(commit="c" * 40, title="Do more", verdict="clean")
        report = report_of(FOUND, UNREAD, commits=(clean, RECORD), titles={commit_id(1): "Do it"})
        assert outcomes(report) == {
            "the range": [],
            "commit cccccccccccc Do more": [],
            "commit 000000000000 Do it": ["failure"],
            "commit 000000000000": ["error"],
        }

    def test_a_case_for_each_file(self):
        report = report_of(IN_FILE._replace(severity="error"), FOUND._replace(path="b"), check="owners")
        assert outcomes(report) == {
            "the repository": [],
            "./src/a.py": ["failure"],
            "b": ["failure"],
        }

    @pytest.mark.parametrize(
        ("severity", "strict", "outcome"),
        [
            ("error", False, "failure"),
            ("warning", False, "system-out"),
            ("warning", True, "failure"),
            ("note", True, "system-out"),
        ],
    )
    def test_what_fails(self, severity, strict, outcome):
        report = report_of(FOUND._replace(commit=None, severity=severity))
        assert outcomes(report, strict=strict) == {"the range": [outcome]}

    def test_all_findings_of_a_commit_are_told(self):
        _, case = read_junit(
            render("junit", report_of(FOUND, FOUND._replace(rule="US102", line=4, remedy="")))
        )
        (failure,) = case
        assert failure.get("message") == "2 errors"
        assert failure.text == (
            "error US101: it names no model\n  fix: git commit --amend\nerror US102 line 4: it names no model"
        )


class TestCSV:
    def test_a_row_for_each_commit(self):
        report = report_of(
            FOUND,
            FOUND._replace(rule="US102"),
            UNREAD,
            FOUND._replace(commit=None, rule="US402", severity="warning"),
            commits=(RECORD,),
            titles={commit_id(3): "Lost"},
        )
        first, second, last = read_csv(render("csv", report))
        assert first == {
            "commit": commit_id(1),
            "date": "2023-11-14T22:13:20Z",
            "author": "A, B <a@x>",
            "title": "Do it",
            "models": "a:m; b:n",
            "contexts": "issue:1",
            "approvers": "J <j@x>",
            "verdict": "findings",
            "rules": "US101; US102",
        }
        assert (second["title"], second["verdict"], second["rules"]) == ("Lost", "unchecked", "US100")
        assert (last["commit"], last["verdict"], last["rules"]) == ("", "clean", "US402")

    def test_a_row_for_each_finding(self):
        (row,) = read_csv(render("csv", report_of(IN_FILE, check="owners")))
        assert (row["rule"], row["path"], row["line"], row["column"]) == ("US304", "./src/a.py", "7", "2")

    @pytest.mark.parametrize(
        ("title", "cell"),
        [
            pytest.param("Do it", "Do it", id="noop"),
            pytest.param("a-b=c", "a-b=c", id="noop, inside"),
            pytest.param("=1+1", "'=1+1", id="equals"),
            pytest.param("+1", "'+1", id="plus"),
            pytest.param("-1", "'-1", id="minus"),
            pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
            pytest.param("\t=1", "'\\t=1", id="tab"),
            pytest.param("\r=1", "'\\r=1", id="return"),
            pytest.param("＝1", "'＝1", id="full-width"),
            pytest.param('a"b,c', 'a"b,c', id="quotes"),
            pytest.param("a\nb", "a\\nb", id="lines"),
        ],
    )
    def test_cells(self, title, cell):
        (row,) = read_csv(render("csv", report_of(commits=(RECORD._replace(title=title),))))
        assert row["title"] == cell

    def test_lines_end_as_the_standard_says(self):
        assert render("csv", report_of()).encode().count(b"\r\n") == 1


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (1_700_000_000, "2023-11-14T22:13:20Z"),
        (10**17, "100000000000000000"),
    ],
)
def test_moments(seconds, told):
    assert moment(seconds) == told
