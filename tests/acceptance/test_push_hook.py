"""`ai-disclosure-range` under pre-commit and prek, with real pushes to a real remote."""

import pytest

from tests.acceptance.making import plain_environ, run

pytestmark = pytest.mark.acceptance

MODEL = "Assisted-by: Claude-Code:claude-opus-5\n"
CONTEXT = "AI-Context: issue:12\n"
APPROVER = "Approved-by: Jane Roe <jane@roe.example>\n"
GOOD = "Add a parser\n\n" + MODEL + CONTEXT + APPROVER
BAD = "Add a parser\n\n" + MODEL + CONTEXT


@pytest.fixture
def pushing(work_tree, tmp_path):
    """A work tree whose `main` its remote has."""
    remote = tmp_path / "remote.git"
    run(["git", "init", "-q", "--bare", remote], tmp_path, plain_environ())
    work_tree.git("remote", "add", "origin", str(remote))
    work_tree.git("push", "-q", "-u", "--no-verify", "origin", "main")
    return work_tree


def on_remote(work_tree, branch):
    """The commit that the remote has for a branch; empty where it has none."""
    return work_tree.git("ls-remote", "origin", f"refs/heads/{branch}").partition("\t")[0]


def commit(work_tree, message):
    done = work_tree.commit(message, "--no-verify")
    assert done.code == 0, done.text
    return work_tree.git("rev-parse", "HEAD").strip()


@pytest.mark.parametrize("branch", ["main", "new"])
def test_a_good_commit_is_pushed(pushing, branch):
    pushing.git("switch", "-q", "-C", branch)
    head = commit(pushing, GOOD)
    done = pushing.try_git("push", "origin", branch)
    assert done.code == 0, done.text
    assert on_remote(pushing, branch) == head


@pytest.mark.parametrize("more", [{}, {"CLAUDECODE": "1"}], ids=["person", "assistant"])
@pytest.mark.parametrize("branch", ["main", "new"])
def test_a_bad_commit_is_not(pushing, branch, more):
    pushing.git("switch", "-q", "-C", branch)
    before = on_remote(pushing, branch)
    bad = commit(pushing, BAD)
    commit(pushing, GOOD)
    done = pushing.try_git("push", "origin", branch, **more)
    assert done.code == 1
    assert "error US103" in done.text
    assert bad[:12] in done.text
    assert "2 commits checked" in done.text
    assert on_remote(pushing, branch) == before


def test_what_the_remote_has_is_not_asked_again(pushing):
    commit(pushing, BAD)
    pushing.git("push", "-q", "--no-verify", "origin", "main")
    pushing.git("switch", "-q", "-c", "new")
    commit(pushing, GOOD)
    done = pushing.try_git("push", "origin", "new")
    assert done.code == 0, done.text


@pytest.mark.parametrize(("message", "code"), [(GOOD, 0), (BAD, 1)], ids=["good", "bad"])
def test_the_first_push_of_all(work_tree, tmp_path, message, code):
    remote = tmp_path / "empty.git"
    run(["git", "init", "-q", "--bare", remote], tmp_path, plain_environ())
    work_tree.git("remote", "add", "origin", str(remote))
    commit(work_tree, message)
    done = work_tree.try_git("push", "-u", "origin", "main")
    assert done.code == code, done.text
    assert bool(on_remote(work_tree, "main")) == (code == 0)


@pytest.mark.parametrize(("message", "code"), [(GOOD, 0), (BAD, 1)], ids=["good", "bad"])
def test_a_forced_push(pushing, message, code):
    commit(pushing, "Go astray")
    pushing.git("push", "-q", "--no-verify", "origin", "main")
    before = on_remote(pushing, "main")
    pushing.git("reset", "-q", "--hard", "HEAD~1")
    head = commit(pushing, message)
    done = pushing.try_git("push", "--force", "origin", "main")
    assert done.code == code, done.text
    assert on_remote(pushing, "main") == (before if code else head)


def test_a_deleted_branch(pushing):
    pushing.git("push", "-q", "--no-verify", "origin", "main:gone")
    done = pushing.try_git("push", "origin", ":gone")
    assert done.code == 0, done.text
    assert on_remote(pushing, "gone") == ""


def test_nothing_new(pushing):
    assert pushing.try_git("push", "origin", "main").code == 0
    assert pushing.try_git("push", "origin", "main:copy").code == 0


def test_without_a_framework_every_branch_is_judged(installed, pushing):
    """pre-commit and prek tell a hook of one branch only, however many a push brings."""
    hook = pushing.path / ".git" / "hooks" / "pre-push"
    hook.write_text(f'#!/bin/sh\nexec {installed} -I -m hooks.push "$@"\n')
    pushing.git("switch", "-q", "-c", "good")
    commit(pushing, GOOD)
    assert pushing.try_git("push", "origin", "good").code == 0
    pushing.git("switch", "-q", "-c", "bad", "main")
    commit(pushing, BAD)
    done = pushing.try_git("push", "origin", "good:more", "bad")
    assert done.code == 1, done.text
    assert on_remote(pushing, "more") == ""
    assert on_remote(pushing, "bad") == ""
