"""The clean-up of a handed message, against `git stripspace` and against commits that git makes."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.differential.oracle import ISOLATED
from trailers.errors import MessageError
from trailers.message.cleanup import Cleanup, clean, cleanup_for

CUT = " ------------------------ >8 ------------------------\n"
MESSY = "\n \n\tsubject \t\r\n\n\n\x0b\nbody\x0c \n# note\n ; indented\n;\n\n\nlast line, no end \xa0"


def git_stripspace(text: str, *options: str) -> str:
    command = ["git", *options]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True, env=ISOLATED)
    return done.stdout.decode()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n \n\t\n\r\n", id="blank"),
        pytest.param("# only\n# comments\n", id="comments"),
        pytest.param("subject", id="no line end"),
        pytest.param("\n\nsubject\n\n\n\nbody\n\n", id="blank lines"),
        pytest.param("a\n\n# note\n\nb\n", id="comment between blank lines"),
        pytest.param("a\n# note\nb\n", id="comment between lines"),
        pytest.param("a  \r\nb\t\n\x0b\n\x0c\n\xa0\n", id="kinds of blanks"),
        pytest.param("a\rb\r\r\n", id="carriage returns"),
        pytest.param(MESSY, id="messy"),
    ],
)
def test_as_git_stripspace(text):
    assert clean(text, Cleanup("whitespace", "#")) == git_stripspace(text, "stripspace")
    for comment in "#;":
        options = ("-c", f"core.commentChar={comment}", "stripspace", "-s")
        assert clean(text, Cleanup("strip", comment)) == git_stripspace(text, *options)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab#; \t\r\n\x0b\xa0"), max_size=40))
def test_any_text_as_git_stripspace(text):
    assert clean(text, Cleanup("strip", "#")) == git_stripspace(text, "stripspace", "-s")


@given(st.text(st.sampled_from("ab#; \t\r\n\x0b\xa0"), max_size=40), st.sampled_from(["strip", "whitespace"]))
def test_a_clean_message_stays_as_it_is(text, mode):
    once = clean(text, Cleanup(mode, "#"))
    assert clean(once, Cleanup(mode, "#")) == once


@pytest.mark.parametrize(
    ("text", "cleanup", "expected"),
    [
        pytest.param("s\n\n// note\n/ kept\n", Cleanup("strip", "//"), "s\n\n/ kept\n", id="long comment"),
        pytest.param("s\n//" + CUT + "x\n", Cleanup("scissors", "//"), "s\n", id="long comment, scissors"),
        pytest.param("#" + CUT + "x\n", Cleanup("scissors", "#"), "", id="scissors on the first line"),
        pytest.param(" \n\n#\n", Cleanup("verbatim", "#"), " \n\n#\n", id="verbatim"),
        pytest.param(
            "s\n#" + CUT + "# Do not\nx\n", Cleanup("verbatim", "#"), "s\n", id="commit -v, verbatim"
        ),
        pytest.param("s\n#" + CUT + "x\n", Cleanup("strip", "#"), "s\nx\n", id="scissors that nobody set"),
        pytest.param(
            "s\n# >8" + CUT, Cleanup("scissors", "#"), "s\n# >8" + CUT[:-1] + "\n", id="no scissors"
        ),
        pytest.param(
            "s\n#" + CUT[:-1], Cleanup("scissors", "#"), "s\n#" + CUT, id="scissors without line end"
        ),
    ],
)
def test_clean(text, cleanup, expected):
    assert clean(text, cleanup) == expected


@pytest.mark.parametrize(
    ("config", "editor_used", "text", "expected"),
    [
        pytest.param({}, True, "", Cleanup("strip", "#"), id="default with an editor"),
        pytest.param({}, False, "", Cleanup("whitespace", "#"), id="default without"),
        pytest.param({"commit.cleanup": "scissors"}, True, "", Cleanup("scissors", "#"), id="scissors"),
        pytest.param(
            {"commit.cleanup": "scissors"}, False, "", Cleanup("whitespace", "#"), id="scissors, -m"
        ),
        pytest.param(
            {"commit.cleanup": "strip"}, False, "", Cleanup("strip", "#"), id="strip without an editor"
        ),
        pytest.param({"core.commentchar": ";"}, True, "", Cleanup("strip", ";"), id="character"),
        pytest.param({"core.commentstring": "//"}, True, "", Cleanup("strip", "//"), id="string"),
        pytest.param(
            {"core.commentchar": ";", "core.commentstring": "//"},
            True,
            "",
            Cleanup("strip", "//"),
            id="string before character",
        ),
        pytest.param({"core.commentchar": ""}, True, "", Cleanup("strip", "#"), id="empty character"),
        pytest.param(
            {"core.commentchar": "auto"}, True, "s\n\n", Cleanup("strip", "#"), id="auto, no comment"
        ),
        pytest.param(
            {"core.commentchar": "Auto"},
            True,
            "#1\n\n; Please\n;\n",
            Cleanup("strip", ";"),
            id="auto, status",
        ),
        pytest.param(
            {"core.commentchar": "auto"},
            True,
            "#1\n\n; Please\n;" + CUT + "; Do\n+x\n@ x\n",
            Cleanup("strip", ";"),
            id="auto, scissors",
        ),
        pytest.param(
            {"core.commentchar": "auto"}, True, "s\n\n:no\n", Cleanup("strip", "#"), id="auto, text"
        ),
    ],
)
def test_cleanup_for(config, editor_used, text, expected):
    assert cleanup_for(config, editor_used=editor_used, text=text) == expected


def test_unknown_mode():
    with pytest.raises(MessageError, match=r"commit\.cleanup is 'tidy'") as caught:
        cleanup_for({"commit.cleanup": "tidy"}, editor_used=True, text="")
    assert "scissors" in caught.value.remedy


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A repository whose commit-msg hook keeps the message that it is handed, and git's GIT_EDITOR."""
    folder = tmp_path_factory.mktemp("cleanup")
    git(folder, "init", "-q")
    hook = folder / ".git" / "hooks" / "commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\ncp "$1" handed\nprintf %s "$GIT_EDITOR" >editor-seen\n')
    hook.chmod(0o755)
    editor = folder / "editor"
    # The message as typed, above what git offers.
    editor.write_text('#!/bin/sh\ncat typed "$1" >edited && mv edited "$1"\n')
    editor.chmod(0o755)
    (folder / "file").write_text("1\n")
    git(folder, "add", "file")
    return folder


def git(folder: Path, *arguments: str, **environ: str) -> bytes:
    identity = {
        f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**ISOLATED, **identity, **environ},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("typed", [MESSY, "#1 mend\n\n#" + CUT + "x\n"], ids=["messy", "own scissors"])
@pytest.mark.parametrize("comment", ["#", ";", "auto"])
@pytest.mark.parametrize("mode", ["default", "strip", "whitespace", "verbatim", "scissors"])
@pytest.mark.parametrize("options", [[], ["-v"], ["-F", "typed"], ["-e", "-F", "typed"]], ids=" ".join)
def test_as_git_commits(repository, options, mode, comment, typed):
    (repository / "typed").write_bytes(typed.encode())
    config = {"commit.cleanup": mode, "core.commentchar": comment}
    configured = [argument for key, value in config.items() for argument in ("-c", f"{key}={value}")]
    command = [*configured, "commit", "-q", "--allow-empty", "--allow-empty-message"]
    git(repository, *command, *options, GIT_EDITOR=str(repository / "editor"))
    handed = (repository / "handed").read_bytes().decode()
    editor_used = (repository / "editor-seen").read_text() != ":"
    assert editor_used == (options[:1] != ["-F"])
    stored = git(repository, "cat-file", "commit", "HEAD").partition(b"\n\n")[2].decode()
    assert clean(handed, cleanup_for(config, editor_used=editor_used, text=handed)) == stored
