"""`--output [FORMAT:]FILE`: what is a format, and what a path."""

import pytest

from trailers.errors import UsageError
from trailers.output.destination import Destination, destination
from trailers.output.formats import FORMATS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("report.txt", Destination("json", "report.txt", False), id="noop"),
        pytest.param("a/b.sarif", Destination("json", "a/b.sarif", False), id="noop, a folder"),
        pytest.param("sarif:a.sarif", Destination("sarif", "a.sarif", True), id="a format"),
        pytest.param("github-summary:/a/b", Destination("github-summary", "/a/b", True), id="a dash"),
        pytest.param("csv:C:\\a.csv", Destination("csv", "C:\\a.csv", True), id="a format and a drive"),
        pytest.param("C:\\a.csv", Destination("json", "C:\\a.csv", False), id="a drive"),
        pytest.param("c:/a.csv", Destination("json", "c:/a.csv", False), id="a drive, slash"),
        pytest.param("./sarif:a", Destination("json", "./sarif:a", False), id="a path with a colon"),
        pytest.param("a.b:c", Destination("json", "a.b:c", False), id="a dot"),
        pytest.param("sarif", Destination("json", "sarif", False), id="a file of that name"),
        pytest.param("csv:a:b", Destination("csv", "a:b", True), id="two colons"),
    ],
)
def test_read(text, expected):
    assert destination(text, "json") == expected


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format(name):
    assert destination(f"{name}:x", "text").format == name


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("xml:a", "there is no format 'xml'"),
        ("SARIF:a", "there is no format 'SARIF'"),
        ("sarif:", "no file is named"),
        ("", "no file is named"),
        ("-", "no file is named"),
        ("json:-", "no file is named"),
    ],
)
def test_refused(text, why):
    with pytest.raises(UsageError, match=why) as caught:
        destination(text, "text")
    assert caught.value.remedy


def test_an_unknown_format_lists_the_known():
    with pytest.raises(UsageError) as caught:
        destination("junitxml:a", "text")
    assert all(name in caught.value.remedy for name in FORMATS)
    assert "--output ./junitxml:a" in caught.value.remedy
