"""The assistants' hooks: a commit without its disclosure is stopped, everything else goes on."""

import io
import json
import os
import subprocess
import sys

import pytest

from hooks.assistant import main
from tests.repositories import APPROVED, CONTEXT, JANE, MODEL, message
from tests.session_files import START, claude_code, codex, copilot_cli
from trailers.assistants.sessions.handed import read_handed
from trailers.installing.tools.registry import TOOLS

SESSION = "3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11"
SECRET = "hunter2-is-not-to-be-shown"
ASSISTED = message(MODEL, CONTEXT)


def claude(command, cwd):
    return {
        "session_id": SESSION,
        "transcript_path": f"/nowhere/{SECRET}.jsonl",
        "cwd": str(cwd),
        "permission_mode": "default",
        "hook_event_name": "PreToolUse",
        "tool_name": "Bash",
        "tool_input": {"command": command, "description": SECRET},
        "prompt": SECRET,
    }


EVENTS = {
    "claude-code": claude,
    "codex": lambda command, cwd: {**claude(command, cwd), "model": "gpt-5.3-codex", "turn_id": "1"},
    "gemini": lambda command, cwd: {
        **claude(command, cwd),
        "hook_event_name": "BeforeTool",
        "tool_name": "run_shell_command",
        "timestamp": "2026-01-01T00:00:00Z",
    },
    "cursor": lambda command, cwd: {
        "conversation_id": SESSION,
        "generation_id": "2",
        "model": "claude-opus-5",
        "hook_event_name": "beforeShellExecution",
        "cursor_version": "3.7.21",
        "workspace_roots": [str(cwd)],
        "user_email": SECRET,
        "command": command,
        "cwd": "",
    },
    "copilot": lambda command, cwd: {
        "sessionId": SESSION,
        "timestamp": 1704614600000,
        "cwd": str(cwd),
        "toolName": "bash",
        "toolArgs": json.dumps({"command": command, "description": SECRET}),
    },
    "windsurf": lambda command, cwd: {
        "agent_action_name": "pre_run_command",
        "trajectory_id": SESSION,
        "execution_id": "3",
        "model_name": "SWE-1.5",
        "tool_info": {"command_line": command, "cwd": str(cwd)},
    },
}


def reason_of(tool, code, out, err):
    """Why the tool may not run the command, as it reads the answer; '' where it may."""
    if tool in ("claude-code", "codex", "windsurf"):
        assert out == ""
        return err if code == 2 else ""
    assert code == 0
    if not out:
        return ""
    answer = json.loads(out)
    if tool == "gemini":
        return answer["reason"] if answer["decision"] == "deny" else ""
    if tool == "cursor":
        return answer["agent_message"] if answer["permission"] == "deny" else ""
    return answer["permissionDecisionReason"] if answer["permissionDecision"] == "deny" else ""


@pytest.fixture
def work(work, tmp_path, monkeypatch):
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return work


@pytest.fixture
def hand(work, capsys, monkeypatch):
    """Run the hook here on an event's bytes: exit code, standard output, standard error."""

    def run(data, *words):
        data = data if isinstance(data, bytes) else json.dumps(data).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = main(words or ["claude-code"])
        printed = capsys.readouterr()
        assert SECRET not in printed.out + printed.err
        return code, printed.out, printed.err

    return run


@pytest.fixture
def asked(work, hand):
    """What Claude Code is told of a command; '' where it may run."""

    def run(command, cwd=work.path, tool="claude-code", *options):
        return reason_of(tool, *hand(EVENTS[tool](command, cwd), tool, *options))

    return run


def commit(text, *options):
    from shlex import join

    return join(["git", "commit", *options, "-m", text])


@pytest.mark.parametrize("tool", EVENTS)
class TestEveryTool:
    def test_a_commit_without_disclosure_is_stopped(self, asked, work, tool):
        reason = asked(commit("A change"), work.path, tool)
        assert "error US101" in reason
        agent = {"claude-code": "Claude-Code", "gemini": "Gemini-CLI", "copilot": "Copilot"}.get(
            tool, tool.title()
        )
        assert f"\nAssisted-by: {agent}:" in reason
        assert f"\nAI-Context: session:{agent.lower()}/{SESSION}\n" in reason
        assert "Approved-by" not in reason

    def test_what_it_is_told_to_add_is_enough(self, asked, work, tool):
        reason = asked(commit("A change"), work.path, tool)
        lines = [line for line in reason.split("\n") if line.startswith(("Assisted-by: ", "AI-Context: "))]
        lines = [line.partition("   (")[0].replace("<model>", "claude-opus-5") for line in lines]
        assert asked(commit("A change\n\n" + "\n".join(lines)), work.path, tool) == ""

    @pytest.mark.parametrize("command", ["git status", "ls", "git log --grep commit", "echo commit", ""])
    def test_other_commands_run(self, hand, work, tool, command):
        assert hand(EVENTS[tool](command, work.path), tool) == (0, "", "")

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"commit",
            b"[]",
            b'"commit"',
            b"{",
            b'{"tool_input": "commit", "model": 1}',
            b"\xffcommit",
            b"null commit",
            b'{"toolArgs": "commit"}',
            b'{"workspace_roots": [3], "command": "git commit -m x"}',
            b"[" * 100_000 + b"commit",
        ],
    )
    def test_what_is_no_event_lets_the_command_run(self, hand, tool, data):
        code, out, _ = hand(data, tool)
        assert (code, out) == (0, "")

    def test_it_runs_as_a_process(self, work, tool):
        command = [sys.executable, "-I", "-m", "hooks.assistant", tool]
        data = json.dumps(EVENTS[tool](commit("A change"), work.path)).encode()
        done = subprocess.run(command, input=data, capture_output=True, check=False, cwd=work.path)
        assert "US101" in reason_of(tool, done.returncode, done.stdout.decode(), done.stderr.decode())

    def test_it_is_a_tool_that_can_be_installed(self, tool):
        assert tool in TOOLS


class TestHandingOver:
    @pytest.mark.parametrize(
        ("tool", "agent", "model"),
        [
            ("cursor", "cursor", "claude-opus-5"),
            ("windsurf", "windsurf", "SWE-1.5"),
            ("codex", "codex", "gpt-5.3-codex"),
        ],
    )
    def test_session_and_model_are_kept_for_the_writer(self, hand, work, tool, agent, model):
        assert hand(EVENTS[tool]("make release", work.path), tool) == (0, "", "")
        session = read_handed(str(work.git_directory), agent, 0)
        assert (session.id, session.models) == (SESSION, (model,))

    def test_the_model_is_named_in_what_is_to_be_added(self, asked, work):
        assert "\nAssisted-by: Cursor:claude-opus-5\n" in asked(commit("x"), work.path, "cursor")

    @pytest.mark.parametrize("session", ["../../x", "a\nb", "", "x" * 1000])
    def test_what_is_no_session_is_not_kept(self, hand, work, session):
        event = {**EVENTS["cursor"]("make", work.path), "conversation_id": session}
        assert hand(event, "cursor")[:2] == (0, "")
        assert read_handed(str(work.git_directory), "cursor", 0) is None

    def test_outside_of_a_repository_nothing_is_kept(self, hand, tmp_path):
        assert hand(EVENTS["cursor"]("git commit -m x", tmp_path), "cursor") == (0, "", "")


class TestJudging:
    @pytest.mark.parametrize(
        "command",
        [
            commit(ASSISTED),
            commit(message(MODEL, CONTEXT), "--amend"),
            commit("x") + " -e",
            "git commit",
            "git commit --amend --no-edit",
            'git commit -m "$(date)"',
            "git commit -m ''",
            "git commit -F missing",
            "git -C missing commit -m x",
            "git commit -m x --trailer 'Assisted-by: Codex:gpt-5' --trailer 'AI-Context=issue:12'",
            f"git commit -F - <<'EOF'\n{ASSISTED}EOF",
            f"git commit -m \"$(cat <<'EOF'\n{ASSISTED}EOF\n)\"",
        ],
    )
    def test_these_run(self, asked, command):
        assert asked(command) == ""

    @pytest.mark.parametrize(
        "command",
        [
            "git add -A && git commit -m x && git push",
            "git commit -F - <<'EOF'\nx\nEOF",
            "git commit -m \"$(cat <<'EOF'\nx\nEOF\n)\"",
            "cd .. && git -C work commit -am 'x'",
            "GIT_PAGER=cat git -c core.editor=true commit -qm x",
            "git commit --no-verify -m x",
            commit(f"x\n\n# {MODEL}{CONTEXT}", "--cleanup=strip"),
        ],
    )
    def test_these_are_stopped(self, asked, command):
        assert "error US1" in asked(command)

    def test_an_approval_of_the_assistants_own_is_stopped(self, asked):
        reason = asked(commit(message(MODEL, CONTEXT, APPROVED)))
        assert "error US501" in reason
        assert "Add this" not in reason

    def test_an_approval_that_is_amended_along_may_stay(self, asked, work):
        work.commit(message(MODEL, CONTEXT, APPROVED))
        assert asked(commit(message(MODEL, CONTEXT, APPROVED, title="Better"), "--amend")) == ""

    def test_a_vendors_line_is_to_be_replaced(self, asked):
        reason = asked(commit("x\n\nCo-Authored-By: Claude Opus 5 <noreply@anthropic.com>"))
        assert "\nAssisted-by: Claude-Code:" in reason

    def test_a_messages_file(self, asked, work):
        (work.path / "sub").mkdir()
        (work.path / "sub" / "text").write_text("x\n")
        assert "US101" in asked("cd sub && git commit -F text")
        (work.path / "sub" / "text").write_text(ASSISTED)
        assert asked("git -C sub commit -F text") == ""

    @pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
    def test_a_messages_file_that_is_none(self, asked, work, make):
        make(work.path / "text")
        assert asked("git commit -F text") == ""

    def test_where_the_writer_is_its_part_is_not_asked_for(self, asked, work):
        work.git("config", "hook.undersign-write.command", "python -I -m hooks.prepare_message")
        assert asked(commit("x"), work.path, "cursor") == ""
        assert "US501" in asked(commit(message(APPROVED)), work.path, "cursor")
        assert "Assisted-by: Claude-Code:<model>" in asked(commit("x"))  # which the writer cannot know

    def test_where_pre_commit_runs_the_writer(self, asked, work):
        (work.path / ".pre-commit-config.yaml").write_text("      - id: ai-disclosure-write\n")
        assert "US101" in asked(commit("x"), work.path, "cursor")
        (work.git_directory / "hooks").mkdir(exist_ok=True)
        (work.git_directory / "hooks" / "prepare-commit-msg").write_text("#!/bin/sh\n")
        assert asked(commit("x"), work.path, "cursor") == ""


class TestSessions:
    @pytest.mark.parametrize(
        ("tool", "make", "agent"),
        [
            ("claude-code", claude_code, "Claude-Code"),
            ("copilot", copilot_cli, "Copilot"),
            ("codex", codex, "Codex"),
        ],
    )
    def test_the_models_of_the_session_are_to_be_added(self, hand, work, tool, make, agent):
        made = make(work.path.parent / "home", work.path, [(START, "model-one"), (START + 60, "model-two")])
        event = EVENTS[tool](commit("x"), work.path)
        event |= {key: made.id for key in ("session_id", "sessionId") if key in event}
        reason = reason_of(tool, *hand(event, tool))
        assert f"\nAssisted-by: {agent}:model-one\nAssisted-by: {agent}:model-two\n" in reason
        assert f"\nAI-Context: session:{agent.lower()}/{made.id}\n" in reason

    def test_where_the_writer_is_the_session_is_enough(self, asked, work, tmp_path):
        claude_code(tmp_path / "home", work.path, [(START, "claude-opus-5")])
        work.git("config", "hook.undersign-write.command", "python -I -m hooks.prepare_message")
        assert asked(commit("x")) == ""


class TestPolicies:
    def test_the_projects_profile(self, asked, work):
        (work.path / "undersign.toml").write_text('[disclosure]\nprofile = "kernel"\n')
        assert "\nAssisted-by: LLM\n" in asked(commit("x"))

    def test_a_project_that_takes_no_such_commits(self, asked, work):
        (work.path / "undersign.toml").write_text('[disclosure]\nmode = "forbid"\n')
        assert "error US1" in asked(commit(ASSISTED))

    def test_a_policy_that_cannot_be_read_lets_the_command_run(self, hand, work):
        (work.path / "undersign.toml").write_text("nonsense = 1\n")
        code, out, err = hand(EVENTS["claude-code"](commit("x"), work.path))
        assert (code, out) == (0, "")
        assert "it may run" in err

    def test_a_users_own_hook_judges_where_there_is_a_policy(self, asked, work):
        assert asked(commit("x"), work.path, "claude-code", "--only-with-policy") == ""
        (work.path / "undersign.toml").write_text("")
        assert "US101" in asked(commit("x"), work.path, "claude-code", "--only-with-policy")


@pytest.mark.parametrize("words", [["nobody"], ["claude-code", "--other"], ["--help"]])
def test_a_call_that_is_not_understood_lets_the_command_run(hand, work, words):
    code, out, err = hand(EVENTS["claude-code"](commit("x"), work.path), *words)
    assert (code, out) == (0, "")
    assert err.startswith("usage: ")


def test_without_git_the_command_runs(hand, work, monkeypatch):
    monkeypatch.setenv("PATH", "")
    code, out, err = hand(EVENTS["claude-code"](commit("x"), work.path))
    assert (code, out) == (0, "")
    assert "it may run" in err


def test_a_callers_repository_does_not_lead_away(asked, work, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert "US101" in asked(commit("x"))


def test_what_is_no_commit_is_answered_without_much(tmp_path):
    """The hook runs before every shell command: what has no commit in it loads next to nothing."""
    code = "import sys; from hooks.assistant import main; main(['claude-code']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", code], input=b"{}", capture_output=True, check=True)
    assert not {"subprocess", "typer", "argparse", "hooks.commit_commands"} & set(
        done.stdout.decode().split()
    )


def test_the_people_of_the_commit(asked, work):
    assert JANE in work.git("var", "GIT_AUTHOR_IDENT")
    assert "US101" in asked(commit("x", "--author", "Claude <noreply@anthropic.com>"))
