"""Inputs and commit texts that want to be commands."""

import re
from pathlib import Path

import markdown_it
import pytest

from action.asked import command_of
from action.inputs import CHECKS, STAGES, InputError, read_inputs
from tests.action.github_events import pull_request
from tests.repositories import Repository
from trailers.cli.asking import Answer
from trailers.repository.revision import Range

GIVEN = {
    "INPUT_CHECKS": "verify",
    "INPUT_RANGE": "",
    "INPUT_BASE": "",
    "INPUT_STAGE": "",
    "INPUT_STRICT": "false",
    "INPUT_FAIL": "true",
    "INPUT_WORKING_DIRECTORY": ".",
    "INPUT_ANNOTATIONS": "true",
    "INPUT_SUMMARY": "true",
    "INPUT_SARIF": "true",
    "INPUT_COMMENT": "false",
    "INPUT_COMMENT_AUTHOR": "github-actions[bot]",
}
RIGHT = {
    "CHECKS": [("verify,owners\nsecrets verify", CHECKS), (" secrets ", ("secrets",))],
    "RANGE": [("a..b", "a..b"), ("HEAD@{2 days ago}", "HEAD@{2 days ago}"), (" x ", "x")],
    "STAGE": [(stage, stage) for stage in STAGES],
    "STRICT": [("true", True), ("false", False)],
    "COMMENT_AUTHOR": [
        ("octo-cat", "octo-cat"),
        ("jane_acme", "jane_acme"),
        ("own-app[bot]", "own-app[bot]"),
    ],
}
WRONG = {
    "CHECKS": ["", "verify; rm -rf .", "$(touch owned)", "all", "--help", "verify\n::error::x"],
    "RANGE": ["--output=/x", "-x", "a\n::error::x", "a\0b", "x" * 2000],
    "BASE": ["--help", "main\nset-output", "a\x1b[31m"],
    "STAGE": ["Review", "review; rm", "merge\npush"],
    "STRICT": ["", "yes", "1", "TRUE", "true; rm", "true\nfalse"],
    "FAIL": ["no"],
    "COMMENT": ["on"],
    "WORKING_DIRECTORY": ["", "no-such-folder", ".\n", "a\nb"][1:],
    "COMMENT_AUTHOR": ["", "a b", "x[bot]; rm", "a\nb", "-x"],
}


@pytest.mark.parametrize(
    ("name", "text", "value"), [(name, *row) for name, rows in RIGHT.items() for row in rows]
)
def test_an_input_is_understood(name, text, value):
    inputs = read_inputs(GIVEN | {f"INPUT_{name}": text})
    assert getattr(inputs, {"COMMENT_AUTHOR": "author"}.get(name, name.lower())) == value


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WRONG.items() for text in texts])
def test_an_input_that_is_not_understood_is_an_error_of_one_line(name, text):
    if text.strip() == ".":
        assert read_inputs(GIVEN | {f"INPUT_{name}": text}).directory == "."
        return
    with pytest.raises(InputError) as caught:
        read_inputs(GIVEN | {f"INPUT_{name}": text})
    told = str(caught.value)
    assert told.isprintable()
    assert told.startswith(f"the input {name.lower().replace('_', '-')} takes ")
    assert len(told) < 200


RANGE = Answer(Range((), "b" * 40, "e" * 40, ""), "review")
COMMANDS = [
    ("verify", {}, ["verify"]),
    ("verify", {"STRICT": "true", "STAGE": "merge"}, ["verify", "--strict", "--stage=merge"]),
    ("verify", {"RANGE": "a..b"}, ["verify", "--", "a..b"]),
    ("verify", {"BASE": "main", "RANGE": "x"}, ["verify", "--base=main", "--", "x"]),
    ("owners", {"STRICT": "true"}, ["owners", "check", "--strict", f"--to={'e' * 40}", f"--from={'b' * 40}"]),
    ("secrets", {"RANGE": "a..b"}, ["secrets", f"--range={'b' * 40}..{'e' * 40}"]),
]


@pytest.mark.parametrize(("check", "given", "words"), COMMANDS)
def test_inputs_become_a_command(check, given, words):
    inputs = read_inputs(GIVEN | {f"INPUT_{name}": text for name, text in given.items()})
    assert command_of(check, inputs, RANGE, "") == tuple(words)


HOSTILE = [
    "; touch owned",
    "$(touch owned)",
    "`touch owned`",
    "a\ntouch owned",
    '" && touch owned "',
    "'; touch owned; '",
]


NAMES = ("checks", "range", "base", "stage", "strict", "working-directory")


@pytest.mark.parametrize(("name", "text"), list(zip(NAMES, HOSTILE, strict=True)), ids=NAMES)
def test_no_input_reaches_a_shell(act, change, name, text):
    ran = act("pull_request", pull_request(change.base, change.bad), **{name: text})
    assert ran.failed
    assert ran.outputs["exit-code"] == "2", ran.log
    assert not list(change.path.rglob("owned"))
    assert len(ran.commands) == 1
    assert "\ntouch owned" not in ran.log


TITLES = [
    "::error::injected",
    "  ::add-mask::a",
    "##[add-matcher]owned.json",
    "x ##[stop-commands]y",
    "%0A::error::injected",
    "</pre><script>alert(1)</script> @everyone ](javascript:x)",
    "\x1b[2J\x1b]0;title\x07",
    "`` ` ```",
]


@pytest.mark.parametrize("title", TITLES)
def test_no_commit_gives_the_runner_a_command(act, change, tmp_path, title):
    repository = Repository(tmp_path / "hostile")
    base = repository.commit("Begin\n", files={"README": "x"})
    # The words stand in the title, in a path and in what a finding repeats.
    text = f"{title}\n\nAssisted-by: {title}\nAI-Context: {title}\nApproved-by: {title}\n"
    head = repository.commit(text, files={f"a{title.replace('/', '')}": "1"})
    repository.check_out()
    event = pull_request(base, head, body=title)
    ran = act("pull_request", event, repository.path, checks="verify owners", comment="true")
    assert ran.failed
    ours = ("::error title=undersign US", "::warning title=undersign US", "::notice title=undersign US")
    others = [line for line in ran.commands if not line.startswith(ours)]
    assert len(ran.commands) > len(others)
    assert [line for line in others if "no comment" not in line] == []
    for text in (ran.summary, Path(ran.outputs["reports"], "comment.md").read_text()):
        shown = markdown_it.MarkdownIt("commonmark").render(text)
        assert "<script" not in shown
        assert "javascript:" not in re.sub("<code>.*?</code>", "", shown)
        assert "@everyone" not in re.sub("<code>.*?</code>", "", shown)
