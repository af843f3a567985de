"""The comment on a pull request and the job summary, as GitHub's own renderer shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rendered import CHECKED, commit_id, page_of, read_markdown, render, report_of
from trailers.finding import Finding
from trailers.output.code_span import code_span
from trailers.output.printable import printable
from trailers.report import CommitRecord

FOUND = Finding("US101", "error", "it names no model", "git commit --amend", commit_id(1))


@pytest.mark.parametrize("check", list(CHECKED))
def test_short_when_all_is_well(check):
    marker, line = render("markdown", report_of(check=check)).splitlines()
    assert marker == "<!-- undersign -->"
    assert line.startswith("**undersign ")
    assert ": clean. " in line


def test_unchecked_without_a_finding_is_not_clean():
    told = render("markdown", report_of(verdict="unchecked"))
    assert "**: not everything could be checked. " in told


@pytest.mark.parametrize(("strict", "verdict"), [(False, "clean"), (True, "findings")])
@pytest.mark.parametrize("name", ["markdown", "github-summary"])
def test_the_headline_says_what_the_exit_code_says(name, strict, verdict):
    told = render(name, report_of(FOUND._replace(severity="warning")), strict=strict)
    assert f"### undersign verify: {verdict}\n\n1 warning\n" in told


def test_findings_stand_below_their_commit():
    findings = (
        FOUND,
        FOUND._replace(rule="US102", remedy=""),
        FOUND._replace(commit=None, path="a`b", line=3),
    )
    told = render("markdown", report_of(*findings, titles={commit_id(1): "Say *it*"}))
    assert "commit 000000000000 `Say *it*`\n\n- **error** US101: `it names no model`\\\n  fix: `git" in told
    assert "- **error** US102: `it names no model`\n\n``a`b``\n\n- **error** US101 line 3: " in told
    page = read_markdown(told)
    assert [code for code in page.code if code.startswith("Say")] == ["Say *it*"]
    assert [tag for tag, *_ in page.tags].count("ul") == 2


def test_the_summary_tells_the_assisted_commits():
    record = CommitRecord(commit_id(2), ("a:m",), ("issue:1",), ("J <j@x>",), "clean", title="T")
    told = render("github-summary", report_of(commits=(record,)))
    assert told.endswith(
        "- 000000000000 `T`: models `a:m`, context `issue:1`, approved by `J <j@x>`, clean\n"
    )
    assert "AI-assisted commits" not in render("markdown", report_of(commits=(record,)))


@pytest.mark.parametrize(
    ("taken", "begins", "longest"),
    [
        pytest.param(0, "### ", 1_048_576, id="noop"),
        pytest.param(10, "\n### ", 1_048_566, id="something stands there"),
        pytest.param(1_040_000, "\n### ", 8_576, id="little room"),
        pytest.param(1_047_000, "", 0, id="no room"),
        pytest.param(2_000_000, "", 0, id="too much stands there"),
    ],
)
def test_the_summary_takes_the_room_that_is_left(taken, begins, longest):
    findings = [FOUND._replace(commit=commit_id(at), message="m" * 500) for at in range(3000)]
    told = render("github-summary", report_of(*findings), taken=taken)
    assert told.startswith(begins)
    assert len(told.encode()) <= longest + bool(taken)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("plain", "`plain`"),
        ("", ""),
        ("  ", ""),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        (" a ", "`  a  `"),
        ("a\nb", "`a\\nb`"),
        ("abcdefgh", "`abcde...`"),
    ],
)
def test_code_spans(text, span):
    assert code_span(text, 5) == span


@given(st.text(st.one_of(st.characters(codec=None), st.sampled_from("`` <>&|\\*[]@#"))))
def test_a_code_span_shows_the_text(text):
    page = page_of(f"- **x** {code_span(text, 1000)}\n")
    shown = printable(text)
    assert page.code == ([shown] if shown.strip(" ") else [])
    assert [tag for tag, *_ in page.tags if tag not in ("ul", "li", "strong", "code")] == []
