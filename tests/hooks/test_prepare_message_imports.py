"""What the writing hook costs: the modules that it loads, and the processes that it starts."""

import os
import subprocess
import sys
import time

import pytest

from tests.repositories import MODEL, message
from tests.writers import assistant

PROGRAM = """
import sys
from hooks.prepare_message import main
code = main(sys.argv[1:])
print("modules:", code, *sys.modules)
"""


def run(work, text, *arguments, environ=None):
    """The modules that are loaded for a message, as git calls the hook."""
    (work.git_directory / "COMMIT_EDITMSG").write_text(text)
    made = {
        "GIT_AUTHOR_DATE": f"@{int(time.time())} +0000",
        "GIT_EDITOR": ":",
        "GIT_INDEX_FILE": ".git/index",
    }
    done = subprocess.run(
        [sys.executable, "-I", "-c", PROGRAM, ".git/COMMIT_EDITMSG", *arguments],
        cwd=work.path,
        env={**os.environ, **made, **(environ or {})},
        capture_output=True,
        text=True,
        check=True,
    )
    code, *modules = done.stdout.partition("modules:")[2].split()
    assert code == "0"
    return set(modules)


def test_a_persons_message(work, heavy, logged):
    path, log = logged
    modules = run(work, "A change\n", "message", environ=path)
    assert not modules & (heavy | {"_json", "hooks.filling", "trailers.assistants.sessions"})
    assert log.read_text() == ""


@pytest.mark.parametrize("source", ["", "template", "merge"])
def test_a_persons_editor(work, logged, source):
    path, log = logged
    modules = run(work, "\n# Please enter\n", *filter(None, [source]), environ={**path, "GIT_EDITOR": "vi"})
    assert "hooks.filling" not in modules
    assert log.read_text() == ""


def test_an_assistants_message(work, heavy, logged, tmp_path):
    path, log = logged
    who = assistant(tmp_path / "home", work.path)
    modules = run(work, "A change\n", "message", environ={**path, **who})
    assert not modules & (heavy - {"hashlib", "datetime"})
    assert not [
        name
        for name in modules
        if name.startswith(("trailers.cli", "trailers.verify", "trailers.secrets", "trailers.ownership"))
    ]
    assert sorted(line.split()[2] for line in log.read_text().splitlines()) == ["cat-file", "config"]


@pytest.mark.parametrize(
    ("text", "arguments", "environ"),
    [
        pytest.param(
            "Made by aider (aider)\n\nCo-authored-by: aider <a@aider.chat>\n", ["message"], {}, id="a word"
        ),
        pytest.param(message(MODEL), ["commit", "HEAD"], {}, id="an amended disclosure"),
        pytest.param("A\n", ["message"], {"GIT_AUTHOR_DATE": "@1790000000 +0000"}, id="an amend with -m"),
    ],
)
def test_what_is_looked_into(work, text, arguments, environ):
    assert "hooks.filling" in run(work, text, *arguments, environ=environ)


def test_keys_of_the_policy_are_words_too(work):
    (work.path / "undersign.toml").write_text('[disclosure.keys]\nmodel = ["KI-Modell"]\n')
    assert "hooks.filling" in run(work, "A\n\nKI-Modell: x:y\n", "message")
    assert "hooks.filling" not in run(work, "A\n", "message")


@pytest.mark.parametrize("name", ["SQUASH_MSG", "rebase-merge/current-fixups"])
def test_a_squash_is_looked_into(work, name):
    (work.git_directory / name).parent.mkdir(exist_ok=True)
    (work.git_directory / name).write_text("")
    assert "hooks.filling" in run(work, "A\n", "message")


@pytest.mark.parametrize(
    ("policy", "scans"),
    [("session = true", False), ('key_id = "team"', False), ("prompt = true", True)],
)
def test_the_scanner_waits_for_a_text_to_redact(work, tmp_path, policy, scans):
    who = assistant(tmp_path / "home", work.path)
    text = f"[context]\n{policy}\n"
    (work.path / "undersign.toml").write_text(text)
    for committed in (False, True):
        if committed:
            work.commit("The policy\n", files={"undersign.toml": text})
        modules = run(work, "A change\n", "message", environ=who)
        loaded = any(name.startswith("trailers.secrets") for name in modules)
        assert loaded == (scans and committed)


def test_the_keyed_digest_is_loaded_where_it_is_wanted(work, tmp_path):
    modules = run(work, "A change\n", "message", environ=assistant(tmp_path / "home", work.path))
    assert not modules & {"hmac", "trailers.authoring.prompts.key", "trailers.authoring.prompts.contexts"}
