"""What is generated from the command line: complete, the same on every terminal, and safe to typeset."""

import re
import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docs.check import command_lines
from scripts.docs.command_line import Command, Word, commands
from scripts.docs.command_line_page import cli
from scripts.docs.manual_page import escaped, manual
from tests.docs.playing import ROOT

COMMANDS = commands()


def test_every_command_is_told_and_described():
    told = [command.words for command in COMMANDS]
    assert len(told) == len(set(told))
    assert {"undersign", "undersign verify", "undersign owners check", "undersign secrets scan"} < set(told)
    assert "undersign hook" not in told
    assert "undersign hook" in [command.words for command in commands(hidden=True)]
    for command in COMMANDS:
        assert command.summary.endswith("."), command.words
        for word in (*command.arguments, *command.options):
            assert word.meaning, f"{command.words} {word.forms}"


def test_the_help_knows_all_of_it():
    """typer's own text beside ours, for a command with every kind of option."""
    command = [sys.executable, "-I", "-m", "trailers", "secrets", "scan", "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    (told,) = [command for command in COMMANDS if command.words == "undersign secrets scan"]
    ours = {form.split()[0] for word in told.options for form in word.forms.split(", ")}
    assert ours == set(re.findall(r"(?<![\w-])--?[a-z][\w-]*|-C", shown.partition("Options:")[2])) & ours
    assert set(re.findall(r"^ +(?:-\w, )?(--[a-z][\w-]*)", shown, re.MULTILINE)) <= ours | {"--help"}


def test_no_terminal_changes_it(monkeypatch):
    wide = cli(), manual()
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("TERM", "dumb")
    assert (cli(), manual()) == wide


def test_a_usage_names_what_is_needed():
    needed = Word("--to PROFILE, -t PROFILE", "Whereto.", "", True)
    command = Command("undersign x", "X.", (Word("[RANGE]", "Which.", "", False),), (needed,), False)
    assert command.usage == "undersign x --to PROFILE [RANGE]"


LINES = [
    ("```sh\nundersign verify --all   # all\n```\n", [["verify", "--all"]]),
    ("```console\n$ undersign rule US101\nundersign: x\n```\n", [["rule", "US101"]]),
    ("```sh\nundersign verify A..B || test $? -eq 1\n```\n", [["verify", "A..B"]]),
    ("say `undersign owners of src` and `uvx undersign verify`", [["owners", "of", "src"], ["verify"]]),
    ("say undersign verify", []),
]


@pytest.mark.parametrize(("page", "expected"), LINES, ids=range(len(LINES)))
def test_which_commands_a_page_names(page, expected):
    assert list(command_lines(page)) == expected


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)


@given(TEXT)
def test_text_is_neither_a_request_nor_an_escape(text):
    made = escaped(text)
    assert made.isascii()
    assert "\n" not in made
    assert not made.startswith((".", "'"))
    assert re.fullmatch(r"(?:[^\\]|\\e|\\-|\\&|\\\[u[0-9A-F]{4,6}\])*", made)


NASTY = [
    ".so /etc/passwd",
    "'ig",
    r"\fBbold\fR \n(.s",
    'a "quoted" word',
    "--option=-1",
    "it's … ü",
    "a.b .c",
]


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not here")
@pytest.mark.parametrize("text", NASTY)
def test_text_is_typeset_as_it_is(text):
    page = f".TH X 1\n.SH T\nBEGIN\n.br\n{escaped(text)}\n"
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-P-cbou", "-ww"], input=page, capture_output=True, text=True, check=True
    )
    line = done.stdout.partition("BEGIN\n")[2].split("\n")[0].strip()
    assert re.sub("[\u2212\u2010]", "-", line) == text
    assert not done.stderr


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(
            words, marks=pytest.mark.skipif(not shutil.which(words[0]), reason=f"no {words[0]} here")
        )
        for words in (["mandoc", "-Tlint", "-W", "warning"], ["groff", "-man", "-Tutf8", "-ww", "-z"])
    ],
    ids=lambda words: words[0],
)
def test_the_manual_page_has_no_mistakes(command):
    done = subprocess.run(
        [*command, ROOT / "man" / "undersign.1"], capture_output=True, text=True, check=False
    )
    told = [line for line in (done.stdout + done.stderr).splitlines() if "missing date" not in line]
    assert told == []


def test_every_command_stands_in_the_manual_page():
    page = manual()
    for command in COMMANDS[1:]:
        assert f'\n.SS "{escaped(command.words.removeprefix("undersign "))}"\n' in page
