"""GitHub annotations, read as the runner reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rendered import commands_in, commit_id, read_github, render, report_of
from trailers.finding import Finding
from trailers.output.printable import printable

IN_FILE = Finding("US304", "error", "it has no owner", "add it", None, "a,b:c%.py", 12, 3)


def test_a_finding_in_a_file():
    output = render("github", report_of(IN_FILE, check="owners"))
    assert output == (
        "::error title=undersign US304,file=a%2Cb%3Ac%25.py,line=12,col=3::it has no owner%0Afix: add it\n"
        "undersign: 4 files, 2 rules checked, 1 unowned, 1 finding\n"
    )
    (command,) = read_github(output)
    assert command.properties["file"] == "a,b:c%.py"


def test_a_finding_in_a_commit():
    finding = Finding("US101", "note", "it names 100% nothing", "", commit_id(1))
    (command,) = read_github(render("github", report_of(finding, titles={commit_id(1): "Do it"})))
    assert command.name == "notice"
    assert command.properties == {"title": "undersign US101"}
    assert command.data == "commit 000000000000 (Do it): it names 100% nothing"


@pytest.mark.parametrize(
    ("counts", "told", "left_out"),
    [
        pytest.param((0, 0, 0), (0, 0, 0), "", id="noop"),
        pytest.param((10, 10, 10), (10, 10, 10), "", id="as many as fit"),
        pytest.param((11, 0, 13), (10, 0, 10), "not annotated: 1 error, 3 notes", id="more"),
    ],
)
def test_ten_of_each_kind(counts, told, left_out):
    severities = ("note", "warning", "error")
    findings = [
        IN_FILE._replace(severity=severity)
        for severity, count in zip(severities, reversed(counts), strict=True)
        for _ in range(count)
    ]
    output = render("github", report_of(*findings))
    names = [command.name for command in read_github(output)]
    expected = [
        name for name, count in zip(("error", "warning", "notice"), told, strict=True) for _ in range(count)
    ]
    assert names == expected
    assert output.rstrip("\n").endswith(left_out or ("finding", "findings", "notes"))


@given(st.text(st.characters(codec=None), max_size=60), st.text(st.characters(codec=None), max_size=60))
def test_what_is_written_is_what_is_read(message, path):
    output = render("github", report_of(IN_FILE._replace(message=message, path=path or "a", remedy="")))
    (command,), (_last,) = commands_in(output)
    assert command.data == printable(message)
    assert command.properties["file"] == printable(path or "a")
