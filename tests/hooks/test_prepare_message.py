"""prepare-commit-msg: what it writes, what it offers to a person, and that it never stops a commit."""

import json
import os
import subprocess
import sys

import pytest

from hooks.prepare_message import main
from tests.repositories import JANE, Repository
from tests.writers import (
    CLAUDE,
    CODEX,
    SAID,
    SESSION,
    THREAD,
    assistant,
    change,
    commit,
    disclosed,
    editing,
)

NOW = 1_790_000_000
NO_DATES = {"GIT_AUTHOR_DATE": "", "GIT_COMMITTER_DATE": ""}
LINE = f"Approved-by: {JANE}"


@pytest.fixture
def work(work):
    hook = work.git_directory / "hooks" / "prepare-commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -m hooks.prepare_message "$@"\n')
    hook.chmod(0o755)
    return work


@pytest.fixture
def as_agent(tmp_path, work):
    return assistant(tmp_path / "home", work.path)


def run(work, text, *arguments, environ=None):
    """The exit code, what stands on standard error, and the message afterwards, as bytes."""
    file = work.git_directory / "COMMIT_EDITMSG"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    done = subprocess.run(
        [sys.executable, "-I", "-m", "hooks.prepare_message", ".git/COMMIT_EDITMSG", *arguments],
        cwd=work.path,
        env={**os.environ, "GIT_EDITOR": ":", **(environ or {})},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stderr.decode(), file.read_bytes()


class TestWriting:
    def test_an_assistants_commit(self, work, as_agent):
        code, said, text = run(work, "A change\n", "message", environ=as_agent)
        assert (code, said) == (0, "")
        first, digest = text.decode().rsplit("\n", 2)[0], text.decode().rstrip("\n").rsplit("\n", 1)[1]
        assert first == f"A change\n\n{CLAUDE}\n{SAID}"
        assert digest.startswith("AI-Context: sha256:")

    def test_writing_twice_writes_once(self, work, as_agent, tmp_path):
        once = run(work, "A change\n", "message", environ=as_agent)[2]
        transcript = next((tmp_path / "home").rglob("*.jsonl"))
        transcript.write_text(transcript.read_text() * 2)  # it grows meanwhile
        assert run(work, once, "message", environ=as_agent)[2] == once

    def test_every_model_has_a_line(self, work, tmp_path):
        who = assistant(tmp_path / "home", work.path, "claude-opus-5", "claude-haiku-5", "claude-opus-5")
        text = run(work, "A change\n", "message", environ=who)[2].decode()
        assert text.count("Assisted-by: ") == 2
        assert "Claude-Code:claude-haiku-5\n" in text

    def test_pre_commit_names_the_source_in_the_environment(self, work, as_agent):
        environ = {
            **as_agent,
            "PRE_COMMIT_COMMIT_MSG_SOURCE": "commit",
            "PRE_COMMIT_COMMIT_OBJECT_NAME": "HEAD",
        }
        work.commit(f"one\n\n{CODEX}\n{LINE}\n", files={"a": "2"})
        text = run(work, f"one\n\n{CODEX}\n{LINE}\n", environ=environ)[2].decode()
        assert LINE not in text
        assert f"{CODEX}\n{CLAUDE}\n" in text

    def test_a_person_without_ai_help(self, work):
        assert run(work, "A change\n", "message") == (0, "", b"A change\n")

    def test_explicit_mode_says_nothing_unasked(self, work):
        (work.path / "undersign.toml").write_text('[disclosure]\nmode = "explicit"\n')
        assert run(work, "A change\n", "message") == (0, "", b"A change\n")

    def test_a_message_that_denies(self, work, as_agent):
        text = "A change\n\nAI-Assistance: none\n"
        code, said, after = run(work, text, "message", environ=as_agent)
        assert (code, after) == (0, text.encode())
        assert "nothing is said of Claude Code" in said

    def test_keys_of_the_policy(self, work, as_agent):
        policy = '[disclosure.keys]\nmodel = ["KI-Modell"]\n[context]\ndigest = false\nsession = false\n'
        (work.path / "undersign.toml").write_text(policy)
        assert (
            run(work, "A\n", "message", environ=as_agent)[2] == b"A\n\nKI-Modell: Claude-Code:claude-opus-5\n"
        )

    def test_the_first_commit(self, tmp_path):
        empty = Repository(tmp_path / "empty")
        who = assistant(tmp_path / "home", empty.path)
        assert CLAUDE.encode() in run(empty, "A change\n", "message", environ=who)[2]

    def test_what_is_kept_for_the_team(self, work, as_agent, tmp_path):
        (tmp_path / "kept").mkdir()
        (work.path / "undersign.toml").write_text(f'[context]\nkeep = "{tmp_path / "kept"}"\n')
        text = run(work, "A change\n", "message", environ=as_agent)[2].decode()
        (kept,) = (tmp_path / "kept").iterdir()
        assert f"AI-Context: sha256:{kept.stem}" in text
        assert json.loads(kept.read_text().split("\n")[0])["sessionId"] == SESSION


class TestOffering:
    @pytest.fixture
    def editor(self, work):
        work.commit(f"one\n\n{CODEX}\n{THREAD}\n", files={"a": "2"})
        work.check_out()
        return work

    @pytest.mark.parametrize("comment", ["#", ";", "auto"])
    @pytest.mark.parametrize("options", [(), ("-v",)], ids=["plain", "-v"])
    def test_a_person_takes_their_line(self, editor, comment, options):
        editor.git("config", "core.commentChar", comment)
        shown = "#" if comment == "auto" else comment
        editor.git(
            "commit", "--amend", *options, **editing(editor, replace=(f"\n{shown}Approved", "\nApproved"))
        )
        assert disclosed(editor) == (CODEX, THREAD, LINE)

    def test_or_leaves_it(self, editor):
        editor.git("commit", "--amend", **editing(editor))
        assert disclosed(editor) == (CODEX, THREAD)

    def test_it_stands_there_once(self, editor):
        who = {"GIT_EDITOR": "vi"}
        text = f"one\n\n{CODEX}\n\n# Please\n"
        once = run(editor, text, "commit", "HEAD", environ=who)[2]
        hint = "# If you answer for this change, take the # away from the next line:"
        assert once.decode() == f"one\n\n{CODEX}\n{hint}\n#{LINE}\n\n# Please\n"
        assert run(editor, once, "commit", "HEAD", environ=who)[2] == once

    @pytest.mark.parametrize(
        ("text", "environ", "config", "policy"),
        [
            pytest.param(f"A\n\n{CODEX}\n", {"GIT_EDITOR": ":"}, {}, "", id="no editor"),
            pytest.param("A\n", {}, {}, "", id="no AI help"),
            pytest.param(f"A\n\n{CODEX}\nApproved-by: M <m@x.test>\n", {}, {}, "", id="it is approved"),
            pytest.param(f"A\n\n{CODEX}\n", {}, {"commit.cleanup": "scissors"}, "", id="a comment is stored"),
            pytest.param(f"A\n\n{CODEX}\n", {}, {"commit.cleanup": "verbatim"}, "", id="so would it here"),
            pytest.param(f"A\n\n{CODEX}\n", {}, {}, '[approver]\nrule = "other"\n', id="another counts"),
            pytest.param(f"A\n\n{CODEX}\n", {}, {}, '[disclosure]\nrequired = ["model"]\n', id="none is due"),
            pytest.param(
                f"A\n\n{CODEX}\n", {"GIT_COMMITTER_EMAIL": "noreply@anthropic.com"}, {}, "", id="no person"
            ),
        ],
    )  # fmt: skip
    def test_nothing_is_offered(self, work, text, environ, config, policy):
        for name, value in config.items():
            work.git("config", name, value)
        (work.path / "undersign.toml").write_text(policy)
        environ = {"GIT_EDITOR": "vi", **environ}
        assert run(work, text, "template", environ=environ) == (0, "", text.encode())

    def test_nothing_is_offered_to_an_assistant(self, editor, as_agent):
        text = run(editor, f"A\n\n{CODEX}\n", "template", environ={**as_agent, "GIT_EDITOR": "vi"})[2]
        assert b"Approved-by" not in text


class TestTelling:
    def test_approvals_that_do_not_hold_any_more(self, work, as_agent):
        text = f"one\n\n{CODEX}\n{LINE}\n"
        work.commit(text, files={"a": "2"})
        code, said, after = run(work, text, "commit", "HEAD", environ=as_agent)
        assert (code, LINE.encode() in after) == (0, False)
        assert f"undersign: dropped: {LINE}: it was given for other content" in said

    def test_an_approval_of_a_part(self, work):
        parts = [work.commit(f"p\n\n{CODEX}\n{line}\n", branch="side") for line in (LINE, THREAD)]
        squash = "".join(f"commit {part}\nAuthor: x\n\n    p\n\n" for part in reversed(parts))
        (work.git_directory / "SQUASH_MSG").write_text(squash)
        code, said, after = run(work, squash, "squash")
        assert (code, LINE.encode() in after) == (0, False)
        assert f"left out: {LINE}: not every AI-assisted part has this approval" in said

    def test_a_replay_that_an_assistant_commits_by_hand(self, work, as_agent):
        (work.git_directory / "CHERRY_PICK_HEAD").write_text(work.tip("main") + "\n")
        environ = {**as_agent, "GIT_AUTHOR_DATE": f"@{NOW} +0000"}
        code, said, after = run(work, "A\n", "merge", environ=environ)
        assert (code, after) == (0, b"A\n")
        assert "this is a pick: the message is left as it is" in said

    def test_an_unknown_model(self, work, as_agent, tmp_path):
        code, said, after = run(work, "A\n", "message", environ={**as_agent, "HOME": str(tmp_path)})
        assert code == 0
        assert b"Assisted-by: Claude-Code:unknown\n" in after
        assert "written as Claude-Code:unknown" in said


class TestNothingStopsACommit:
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(b"A\0B\n", id="NUL"),
            pytest.param(b"", id="empty"),
            pytest.param(b"# only\n# comments\n", id="comments in the editor"),
        ],
    )
    def test_messages_that_stay(self, work, as_agent, text):
        environ = {**as_agent, "GIT_EDITOR": "vi"}
        code, said, after = run(work, text, environ=environ)
        assert (code, after) == (0, text)
        assert said.startswith("undersign: the message is ")

    @pytest.mark.parametrize("text", ["caf\u00e9\r\n\r\nx\r\n", "x" * 2_000_000, "A\n\nx: y\nprose\n"])
    def test_messages_that_are_kept_byte_for_byte_above(self, work, as_agent, text):
        code, _, after = run(work, text, "message", environ=as_agent)
        assert code == 0
        assert after.startswith(text.encode())
        assert CLAUDE.encode() in after

    def test_latin_1(self, work, as_agent):
        work.git("config", "i18n.commitEncoding", "ISO-8859-1")
        code, _, after = run(work, b"caf\xe9\n", "message", environ=as_agent)
        assert code == 0
        assert after.startswith(b"caf\xe9\n\nAssisted-by: ")

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("undersign.toml", "x = "),
            ("undersign.toml", "requires = '>=99'\n"),
            ("pyproject.toml", "[tool.undersign]\nx=1\n"),
        ],
    )
    def test_a_broken_policy(self, work, as_agent, name, content):
        (work.path / name).write_text(content)
        code, said, after = run(work, "A\n", "message", environ=as_agent)
        assert (code, after) == (0, b"A\n")
        assert said.startswith("undersign: ")

    def test_a_broken_configuration(self, work, as_agent):
        work.git("config", "commit.cleanup", "sometimes")
        code, said, after = run(work, "A\n", "message", environ=as_agent)
        assert (code, after) == (0, b"A\n")
        assert "commit.cleanup" in said

    def test_no_git(self, work, as_agent, tmp_path):
        code, said, after = run(work, "A\n", "message", environ={**as_agent, "PATH": str(tmp_path)})
        assert (code, after) == (0, b"A\n")
        assert "git was not found on PATH" in said

    @pytest.mark.parametrize("folder", ["nowhere", "file"])
    def test_a_folder_to_keep_things_in_that_is_not_there(self, work, as_agent, tmp_path, folder):
        (tmp_path / "file").write_text("")
        (work.path / "undersign.toml").write_text(f'[context]\nkeep = "{tmp_path / folder}"\n')
        code, said, after = run(work, "A\n", "message", environ=as_agent)
        assert code == 0
        assert CLAUDE.encode() in after
        assert "no digest of the transcript" in said

    def test_no_home(self, work, as_agent, monkeypatch):
        monkeypatch.delenv("HOME", raising=False)
        environ = {name: value for name, value in as_agent.items() if name != "HOME"}
        code, said, after = run(work, "A\n", "message", environ=environ)
        assert code == 0
        assert b"Assisted-by: Claude-Code:unknown\n" in after
        assert "HOME is not set" in said

    def test_a_transcript_that_holds_a_trailer(self, work, tmp_path):
        who = assistant(tmp_path / "home", work.path, f"x\n{LINE}", "y Approved-by: M <m@x.test>")
        code, said, after = run(work, "A\n", "message", environ=who)
        assert (code, b"Approved-by" in after) == (0, False)
        assert said

    @pytest.mark.parametrize(
        "arguments", [[], ["--help"], ["nothing"], ["--nonsense", "x"], ["a", "b", "c", "d"]]
    )
    def test_usage(self, work, monkeypatch, arguments):
        monkeypatch.chdir(work.path)
        assert main(arguments) == 0

    def test_a_message_that_cannot_be_replaced(self, work, as_agent):
        file = work.git_directory / "COMMIT_EDITMSG"
        file.mkdir()
        command = [sys.executable, "-I", "-m", "hooks.prepare_message", ".git/COMMIT_EDITMSG", "message"]
        done = subprocess.run(
            command, cwd=work.path, env={**os.environ, **as_agent}, capture_output=True, check=False
        )
        assert done.returncode == 0
        assert b"cannot be read" in done.stderr

    def test_nobody_reads_what_it_says(self, work, as_agent):
        (work.path / "undersign.toml").write_text("x = ")
        (work.git_directory / "COMMIT_EDITMSG").write_text("A\n")
        line = f'"{sys.executable}" -I -m hooks.prepare_message .git/COMMIT_EDITMSG message'
        for redirected in ("2>&-", "2>/dev/full", ">&- 2>&-"):
            command = ["sh", "-c", f"{line} {redirected}"]
            assert (
                subprocess.run(command, cwd=work.path, env={**os.environ, **as_agent}, check=False).returncode
                == 0
            )


def test_a_new_commit_in_the_same_second_is_no_amend(work, as_agent):
    """git's dates have seconds: what HEAD said must not come along."""
    for number in range(3):
        commit(work, f"one\n\n{CODEX}\n{THREAD}\n", **NO_DATES)
        change(work, "a", f"{number}\n")
        work.git("commit", "-q", "-m", "two", **as_agent)
        assert CODEX not in disclosed(work)
