"""What the message hook costs: the modules that it loads, and the processes that it starts."""

import os
import subprocess
import sys

import pytest

from tests.repositories import CONTEXT, DISCLOSED, MODEL, message

# What git tells its hooks of the author.
PERSON = {"GIT_AUTHOR_NAME": "Jane", "GIT_AUTHOR_EMAIL": "jane@example.com"}
CURSOR = {"GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "cursoragent@cursor.com"}
MARK = "modules:"
PROGRAM = """
import sys
from hooks.disclosure import main
code = main(sys.argv[1:])
print("modules:", code, *sys.modules)
"""


def run(work, text, *, environ=None, policy=None):
    """The exit code of the hook for a message, as git calls it, and the modules that were loaded."""
    if policy is not None:
        (work.path / "undersign.toml").write_text(policy)
    (work.git_directory / "COMMIT_EDITMSG").write_text(text)
    made = {
        "GIT_AUTHOR_DATE": "@1767225600 +0000",
        "GIT_EDITOR": ":",
        "GIT_INDEX_FILE": ".git/index",
        **(environ or {}),
    }
    command = [sys.executable, "-I", "-c", PROGRAM, ".git/COMMIT_EDITMSG"]
    done = subprocess.run(
        command, cwd=work.path, env={**os.environ, **made}, capture_output=True, text=True, check=True
    )
    _, _, loaded = done.stdout.partition(MARK)
    code, *modules = loaded.split()
    return int(code), set(modules)


@pytest.mark.parametrize(
    ("text", "environ", "code"),
    [
        pytest.param(message(DISCLOSED), {}, 0, id="disclosed"),
        pytest.param(message(MODEL, CONTEXT), {"CLAUDECODE": "1"}, 0, id="by an assistant"),
        pytest.param("A change\n", {}, 0, id="human"),
        pytest.param("A change\n", PERSON, 0, id="human, as git names her"),
        pytest.param(message(MODEL), {}, 1, id="half disclosed"),
    ],
)
def test_nothing_heavy_is_loaded(work, heavy, text, environ, code):
    found, modules = run(work, text, environ=environ)
    assert found == code
    assert not modules & heavy
    assert not [
        name
        for name in modules
        if name.startswith(("trailers.cli", "trailers.verify.run", "trailers.ci.detection"))
    ]


@pytest.mark.parametrize("policy", [None, '[disclosure]\nmode = "forbid"\n', "[approver]\nrule = 'other'\n"])
def test_a_persons_message_is_passed_over(work, policy):
    text = message("Signed-off-by: Jane <jane@example.com>\n", body="It parses dates.")
    code, modules = run(work, text, environ=PERSON, policy=policy)
    assert code == 0
    assert not modules & {"hooks.judging", "trailers.assistants.traces", "trailers.message.reading"}


@pytest.mark.parametrize(
    ("text", "environ", "policy"),
    [
        pytest.param(message(DISCLOSED), {}, "", id="disclosed"),
        pytest.param("Generated with [Claude Code](https://claude.ai/code)\n", {}, "", id="a marker"),
        pytest.param("fixup! it\n", {}, "", id="left behind"),
        pytest.param("A change\n", {"CLAUDECODE": "1"}, "", id="an assistant"),
        pytest.param("A change\n", {"GIT_AUTHOR_EMAIL": "noreply@anthropic.com"}, "", id="its address"),
        pytest.param("A change\n", CURSOR, "", id="a committer's address"),
        pytest.param("A change\n", {}, '[disclosure]\nmode = "explicit"\n', id="explicit"),
        pytest.param("A change\n", {}, '[disclosure]\nprofile = "pr-body"\n', id="a profile"),
        pytest.param("A\n\nKI-Modell: x\n", {}, '[disclosure.keys]\nmodel = ["KI-Modell"]\n', id="a key"),
    ],
)  # fmt: skip
def test_what_is_not_passed_over(work, text, environ, policy):
    _, modules = run(work, text, environ={**PERSON, **environ}, policy=policy)
    assert "hooks.judging" in modules


def test_another_encoding_is_not_passed_over(work):
    work.git("config", "i18n.commitEncoding", "ISO-2022-JP")
    _, modules = run(work, "A change\n", environ=PERSON)
    assert "hooks.judging" in modules


def test_a_policy_is_what_tomli_is_loaded_for(work, heavy):
    _, modules = run(work, message(DISCLOSED), policy='[disclosure]\nmode = "explicit"\n')
    assert "tomli" in modules
    assert not modules & (heavy - {"tomli", "re", "enum", "datetime"})


@pytest.mark.parametrize(
    ("text", "environ", "expected"),
    [
        pytest.param(message(DISCLOSED), {}, ["config"], id="disclosed"),
        pytest.param("A change\n", {}, ["config"], id="human"),
        pytest.param("", {}, ["config"], id="empty"),
    ],
)
def test_one_process_is_started(work, logged, text, environ, expected):
    path, log = logged
    run(work, text, environ={**path, **environ})
    assert [line.split()[2] for line in log.read_text().splitlines()] == expected


def test_no_process_of_ours_reads_trailers(work, logged):
    path, log = logged
    run(work, message(DISCLOSED), environ={**path, "CLAUDECODE": "1"})
    assert "interpret-trailers" not in log.read_text()
