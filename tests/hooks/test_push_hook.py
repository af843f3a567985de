"""pre-push: called by git, by pre-commit and by prek."""

import os
import subprocess
import sys

import pytest

from hooks.push import ZERO, main, pushes
from tests.repositories import DISCLOSED, MODEL, Repository, clone, message, run_git
from trailers.repository.pushed import Push

A, B = "a" * 40, "b" * 40


@pytest.mark.parametrize(
    ("environ", "lines", "expected"),
    [
        pytest.param({}, [], [], id="nothing"),
        pytest.param({}, [f"refs/heads/x {A} refs/heads/x {B}"], [Push(A, B, "up")], id="git"),
        pytest.param(
            {},
            [f"r {A} r {ZERO}", f"s {ZERO} s {B}", ""],
            [Push(A, ZERO, "up"), Push(ZERO, B, "up")],
            id="two refs",
        ),
        pytest.param(
            {"PRE_COMMIT_REMOTE_NAME": "o", "PRE_COMMIT_FROM_REF": B, "PRE_COMMIT_TO_REF": A},
            [],
            [Push(A, B, "o")],
            id="pre-commit",
        ),
        pytest.param(
            {"PRE_COMMIT_REMOTE_NAME": "o"}, [], [Push("HEAD", ZERO, "o")], id="pre-commit, all files"
        ),
    ],
)
def test_the_refs(environ, lines, expected):
    assert pushes(environ, "up", lines) == expected


@pytest.fixture
def local(tmp_path, monkeypatch):
    """A clone whose pre-push hook is ours; the remote has one commit."""
    origin = Repository(tmp_path / "origin", bare=True)
    origin.commit("one\n")
    path = clone(origin.path, tmp_path / "local")
    hook = path / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\nexec {sys.executable} -I -m hooks.push "$@"\n')
    hook.chmod(0o755)
    monkeypatch.chdir(path)
    return path


def commit(text):
    subprocess.run(
        ["git", "commit", "-q", "--allow-empty", "--no-verify", "-F", "-"], input=text.encode(), check=True
    )


def push(*arguments):
    done = subprocess.run(["git", "push", *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


class TestByGit:
    def test_findings_stop_the_push(self, local):
        commit(message(MODEL))
        code, output = push("origin", "main")
        assert code == 1
        assert "error US102" in output
        assert "error US103" in output
        assert "1 commit checked, 1 AI-assisted, 2 findings" in output

    def test_noop(self, local):
        commit(message(DISCLOSED))
        code, output = push("origin", "main")
        assert code == 0
        assert "US1" not in output

    def test_a_pending_approval_is_a_note(self, local):
        (local / "undersign.toml").write_text('[approver]\ndue = "merge"\n')
        run_git(local, "add", "undersign.toml")
        commit("policy\n")
        push("--no-verify", "origin", "main")
        commit(message(DISCLOSED.replace("Approved-by", "Refs")))
        code, output = push("origin", "main")
        assert code == 0
        assert "note US103: the approval is pending" in output

    def test_a_new_branch_and_a_deleted_one(self, local):
        run_git(local, "checkout", "-q", "-b", "topic")
        commit(message(MODEL))
        assert push("origin", "topic")[0] == 1
        assert push("--no-verify", "origin", "topic")[0] == 0
        assert push("origin", "--delete", "topic")[0] == 0

    def test_one_bad_branch_of_two(self, local):
        run_git(local, "branch", "good")
        run_git(local, "checkout", "-q", "-b", "bad")
        commit(message(MODEL))
        assert push("origin", "good", "bad")[0] == 1

    def test_the_remotes_policy_judges(self, local):
        (local / "undersign.toml").write_text('[disclosure]\nrequired = ["model"]\n')
        run_git(local, "add", "undersign.toml")
        commit(message(MODEL))
        code, output = push("origin", "main")
        assert code == 1
        assert "warning US402" in output


class TestByPreCommit:
    def run(self, local, **environ):
        command = [sys.executable, "-I", "-m", "hooks.push"]
        return subprocess.run(
            command,
            cwd=local,
            env={**os.environ, **environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    def test_its_variables(self, local):
        before = run_git(local, "rev-parse", "HEAD")
        commit(message(MODEL))
        after = run_git(local, "rev-parse", "HEAD")
        names = {
            "PRE_COMMIT_REMOTE_NAME": "origin",
            "PRE_COMMIT_FROM_REF": before,
            "PRE_COMMIT_TO_REF": after,
        }
        done = self.run(local, **names)
        assert (done.returncode, b"US102" in done.stdout) == (1, True)

    def test_a_range_that_is_not_here(self, local):
        done = self.run(local, PRE_COMMIT_REMOTE_NAME="origin", PRE_COMMIT_FROM_REF=ZERO, PRE_COMMIT_TO_REF=A)
        assert done.returncode == 2
        assert b"there is no commit named" in done.stderr

    def test_an_undisclosed_assistant_counts_as_well(self, local):
        subprocess.run(
            ["git", "commit", "-q", "--allow-empty", "--author=Claude <noreply@anthropic.com>", "-m", "x"],
            check=True,
        )
        assert self.run(local, PRE_COMMIT_REMOTE_NAME="origin").returncode == 1


def test_outside_a_repository(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRE_COMMIT_REMOTE_NAME", "origin")
    assert main([]) == 2
    assert "not a git repository" in capsys.readouterr().err
