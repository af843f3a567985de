"""Text from commits made safe, and what a report's pieces print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rendered import render
from trailers.errors import UsageError
from trailers.finding import Finding
from trailers.output.formats import FORMATS, known_format
from trailers.output.printable import printable, printable_lines
from trailers.output.style import Style
from trailers.report import EXIT_CODES, PolicySource, Report

WARNING = Finding("US112", "warning", "m", "r")
NOTE = Finding("US103", "note", "m", "")
ERROR = Finding("US101", "error", "m", "r")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain – ünï 日本 🤖", "plain – ünï 日本 🤖", id="noop"),
        pytest.param("a\nb\tc\r", "a\\nb\\tc\\r", id="lines"),
        pytest.param("\x1b[31m", "\\x1b[31m", id="ANSI"),
        pytest.param("\u202e", "\\u202e", id="bidi"),
        pytest.param("\udce9", "\\xe9", id="a byte"),
        pytest.param("\ud800", "\\ud800", id="a lone surrogate"),
        pytest.param("\U000e0041", "\\U000e0041", id="a tag"),
        pytest.param("##[add-matcher]x", "#\\x23[add-matcher]x", id="a runner's command"),
        pytest.param("x ##vso[task.complete]", "x #\\x23vso[task.complete]", id="Azure's command"),
        pytest.param("###[group]", "##\\x23[group]", id="with one more"),
        pytest.param("## [Docs] a::b", "## [Docs] a::b", id="noop, a heading"),
        pytest.param(" ::error::x", " :\\x3aerror::x", id="a command of its own line"),
    ],
)
def test_printable(text, expected):
    assert printable(text) == expected


@given(st.text(st.characters(codec=None)))
def test_whatever_it_is(text):
    assert printable(text).isprintable()
    printable(text).encode()
    assert not printable(text).lstrip().startswith("::")
    assert "##[" not in printable(text)
    assert printable_lines(text).count("\n") == text.count("\n")


def test_a_style_paints_only_where_it_may():
    assert Style().paint("x", "bold", "red") == "x"
    assert Style(colours=True).paint("x", "bold", "red") == "\033[1;31mx\033[0m"


def report(*findings, verdict="clean", **checked):
    return Report(
        PolicySource("the defaults", None), {"commits": 1, "assisted": 0, **checked}, findings, (), verdict
    )


@pytest.mark.parametrize(
    ("value", "last"),
    [
        pytest.param(report(), "1 commit checked, 0 AI-assisted, 0 findings", id="nothing"),
        pytest.param(report(WARNING), "1 commit checked, 0 AI-assisted, 1 finding", id="a warning"),
        pytest.param(report(NOTE), "1 commit checked, 0 AI-assisted, 0 findings, 1 note", id="a note"),
        pytest.param(
            report(ERROR, NOTE, NOTE, verdict="findings"),
            "1 commit checked, 0 AI-assisted, 1 finding, 2 notes",
            id="some",
        ),
        pytest.param(
            report(exempt=3), "1 commit checked, 0 AI-assisted, 3 exempt, 0 findings", id="exempt ones"
        ),
        pytest.param(
            report(verdict="unchecked"),
            "1 commit checked, 0 AI-assisted, 0 findings, NOT EVERYTHING COULD BE CHECKED",
            id="unchecked",
        ),
    ],
)
def test_the_last_line_says_what_was_looked_at(value, last):
    assert render("text", value).rstrip("\n").split("\n")[-1] == last


@pytest.mark.parametrize(
    ("value", "strict", "code"),
    [
        pytest.param(report(), True, 0, id="clean"),
        pytest.param(report(NOTE), True, 0, id="a note never fails"),
        pytest.param(report(WARNING), False, 0, id="a warning"),
        pytest.param(report(WARNING), True, 1, id="a warning, strict"),
        pytest.param(report(ERROR, verdict="findings"), False, 1, id="an error"),
        pytest.param(report(WARNING, verdict="unchecked"), True, 2, id="unchecked stays unchecked"),
    ],
)
def test_exit_codes(value, strict, code):
    assert EXIT_CODES[value.verdict_with(strict=strict)] == code


def test_formats():
    with pytest.raises(UsageError) as caught:
        known_format("yaml")
    assert caught.value.remedy == f"--format {'|'.join(FORMATS)}"
