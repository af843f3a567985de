"""What a push brings: every commit that no branch of the remote has, judged by what the remote has."""

import os

import pytest

from tests.repositories import Repository, clone, run_git
from trailers.errors import RangeError
from trailers.process import Git
from trailers.repository.opening import open_repository
from trailers.repository.pushed import Push, is_zero, pushed_range
from trailers.repository.walk import walk
from trailers.scrubbing import scrubbed

ZERO = "0" * 40


@pytest.fixture
def local(tmp_path):
    """A clone with main as its remote has it; its own commits come on top."""
    origin = Repository(tmp_path / "origin", bare=True)
    origin.commit("a\n")
    origin.commit("b\n")
    origin.branch("release")
    origin.commit("c\n", branch="release")
    return clone(origin.path, tmp_path / "local")


def commit(path, title, *options):
    run_git(path, "commit", "-q", "--allow-empty", "-m", title, *options)
    return run_git(path, "rev-parse", "HEAD")


def pushed(path, push):
    repository = open_repository(Git(str(path), scrubbed(os.environ)))
    range_ = pushed_range(repository, push)
    if range_ is None:
        return None
    titles = [
        one.content.partition(b"\n\n")[2].strip().decode() for one in walk(repository, range_.arguments)
    ]
    return titles, run_git(path, "log", "-1", "--format=%s", range_.base) if range_.base else None


def test_a_branch_that_the_remote_has(local):
    before = run_git(local, "rev-parse", "HEAD")
    after = commit(local, "d")
    assert pushed(local, Push(after, before, "origin")) == (["d"], "b")


def test_a_new_branch(local):
    after = commit(local, "d")
    assert pushed(local, Push(after, ZERO, "origin")) == (["d"], "b")


def test_a_new_branch_from_one_that_is_not_the_default(local):
    run_git(local, "checkout", "-q", "-b", "fix", "origin/release")
    after = commit(local, "d")
    assert pushed(local, Push(after, ZERO, "origin")) == (["d"], "b")


def test_a_clone_that_does_not_know_the_default_branch(local):
    run_git(local, "remote", "set-head", "origin", "--delete")
    run_git(local, "checkout", "-q", "-b", "fix", "origin/release")
    after = commit(local, "d")
    assert pushed(local, Push(after, ZERO, "origin")) == (["d"], "c")


def test_what_was_merged_from_the_remote_is_not_judged_again(local):
    before = run_git(local, "rev-parse", "HEAD")
    commit(local, "d")
    run_git(local, "merge", "-q", "--no-ff", "-m", "merge", "origin/release")
    after = run_git(local, "rev-parse", "HEAD")
    assert pushed(local, Push(after, before, "origin")) == (["merge", "d"], "b")


def test_a_forced_push(local):
    before = commit(local, "d")
    run_git(local, "push", "-q", "origin", "main")
    after = commit(local, "e", "--amend")
    assert pushed(local, Push(after, before, "origin")) == (["e"], "d")


def test_a_forced_push_over_what_this_clone_never_saw(local):
    after = commit(local, "d")
    assert pushed(local, Push(after, "1" * 40, "origin")) == (["d"], "b")


def test_an_annotated_tag(local):
    commit(local, "d")
    run_git(local, "tag", "-a", "-m", "t", "v1")
    assert pushed(local, Push(run_git(local, "rev-parse", "v1"), ZERO, "origin")) == (["d"], "b")


def test_nothing_new(local):
    assert pushed(local, Push(run_git(local, "rev-parse", "HEAD"), ZERO, "origin")) == ([], "b")


def test_a_deleted_branch(local):
    assert pushed(local, Push(ZERO, run_git(local, "rev-parse", "HEAD"), "origin")) is None


def test_the_first_push_of_all(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("a\n")
    after = repository.commit("b\n")
    assert pushed(repository.path, Push(after, ZERO, "origin")) == (["b", "a"], None)


def test_a_remote_without_a_name_has_nothing(local):
    after = commit(local, "d")
    assert pushed(local, Push(after, ZERO, "https://example.com/x.git")) == (["d", "b", "a"], None)


def test_what_is_not_here(local):
    with pytest.raises(RangeError):
        pushed(local, Push("2" * 40, ZERO, "origin"))


@pytest.mark.parametrize(
    ("text", "expected"), [(ZERO, True), ("0" * 64, True), ("01", False), ("a" * 40, False)]
)
def test_zero(text, expected):
    assert is_zero(text) is expected
