"""Whether a revert is the exact inverse of the commit that it names."""

import pytest

from tests.repositories import Repository, run_git
from trailers.repository.inverse import Reverted, is_exact_revert, reverted_by

A, B = "a" * 40, "b" * 40


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f'Revert "x"\n\nThis reverts commit {A}.\n', Reverted(A), id="git revert"),
        pytest.param(
            f'Revert "x"\n\nThis reverts commit {A}, reversing\nchanges made to {B}.\n',
            Reverted(A, B),
            id="a merge",
        ),
        pytest.param(
            'x\n\nThis reverts commit 3f0c9a4 ("x", 2026-01-01).\n', Reverted("3f0c9a4"), id="a reference"
        ),
        pytest.param(f"This reverts commit {A}.", Reverted(A), id="the title"),
        pytest.param(f"x\n\nThis reverts commit {'a' * 64}.\n", Reverted("a" * 64), id="sha256"),
        pytest.param("x\n\nThis reverts commit .\n", None, id="nothing"),
        pytest.param("x\n\nThis reverts commit HEAD~1.\n", None, id="no id"),
        pytest.param("x\n\nThis reverts commit abc.\n", None, id="too short"),
        pytest.param(f"x\n\n> This reverts commit {A}.\n", None, id="quoted"),
        pytest.param(f"x\n\nThis reverts commit {A}.\nThis reverts commit {B}.\n", None, id="two"),
        pytest.param(f"x\n\nThis commit reverts {A}.\n", None, id="other words"),
        pytest.param("", None, id="empty"),
    ],
)
def test_what_a_message_names(text, expected):
    assert reverted_by(text) == expected


@pytest.fixture
def work(tmp_path):
    """A work tree of three commits, in which git itself makes the reverts."""
    repository = Repository(tmp_path)
    repository.commit("one\n", files={"a": "1\n", "b/c": "x\n"})
    repository.commit("two\n", files={"a": "2\n", "b/c": None, "new": "n\n"})
    repository.commit("three\n", files={"other": "o\n"})
    repository.check_out()
    return repository


def judged(repository, revision="HEAD"):
    commit = repository.git("rev-parse", revision)
    text = repository.git("log", "-1", "--format=%B", revision)
    return is_exact_revert(repository.open(), commit, text)


def test_git_revert(work):
    work.git("revert", "--no-edit", "HEAD~1")
    assert judged(work)


def test_a_revert_of_a_revert(work):
    work.git("revert", "--no-edit", "HEAD~1")
    work.git("revert", "--no-edit", "HEAD")
    assert judged(work)


def test_a_revert_with_an_addition(work):
    work.git("revert", "--no-edit", "HEAD~1")
    (work.path / "more").write_text("more\n")
    work.git("add", "more")
    work.git("commit", "-q", "--amend", "--no-edit")
    assert not judged(work)


def test_a_revert_that_leaves_something_out(work):
    work.git("revert", "--no-edit", "HEAD~1")
    work.git("checkout", "-q", "HEAD^", "new")
    work.git("commit", "-q", "--amend", "--no-edit")
    assert not judged(work)


def test_a_revert_that_changes_a_mode(work):
    work.git("revert", "--no-edit", "HEAD~1")
    work.git("update-index", "--chmod=+x", "a")
    work.git("commit", "-q", "--amend", "--no-edit")
    assert not judged(work)


def test_a_file_that_was_changed_in_between(work):
    (work.path / "a").write_text("2\n\n\nmore\n")
    work.git("commit", "-q", "-a", "-m", "four")
    run_git(work.path, "revert", "--no-edit", "-Xtheirs", "HEAD~2")
    assert not judged(work)


def test_a_text_that_says_so(work):
    work.git(
        "commit", "-q", "--allow-empty", "-m", f"x\n\nThis reverts commit {work.git('rev-parse', 'HEAD~1')}."
    )
    assert not judged(work)


def test_a_commit_that_is_not_below(work):
    """The inverse of a change that somebody pushed elsewhere, only to be named, is no revert."""
    work.git("checkout", "-q", "-b", "elsewhere")
    (work.path / "a").write_text("evil\n")
    work.git("commit", "-q", "-a", "-m", "evil")
    named = work.git("rev-parse", "HEAD")
    work.git("checkout", "-q", "main")
    work.commit(f"x\n\nThis reverts commit {named}.\n", files={"a": "2\n"})
    assert not judged(work, "main")


def test_a_commit_that_does_not_exist_or_is_itself(work):
    assert not is_exact_revert(work.open(), work.tip("main"), f"This reverts commit {A}.")
    assert not is_exact_revert(work.open(), work.tip("main"), f"This reverts commit {work.tip('main')}.")


@pytest.mark.parametrize("mainline", [1, 2])
def test_a_revert_of_a_merge(work, mainline):
    work.branch("topic", work.git("rev-parse", "HEAD~1"))
    work.commit("topic\n", files={"t": "t\n"}, branch="topic")
    work.merge("merge\n", "topic")
    work.check_out()
    work.git("revert", "--no-edit", "-m", str(mainline), "HEAD")
    assert judged(work)


def test_a_revert_of_a_root(tmp_path):
    repository = Repository(tmp_path)
    root = repository.commit("one\n", files={"a": "1"})
    repository.commit(f"x\n\nThis reverts commit {root}.\n", files={"a": None})
    assert judged(repository, "main")


def test_sha256(tmp_path):
    repository = Repository(tmp_path, sha256=True)
    repository.commit("one\n", files={"a": "1"})
    two = repository.commit("two\n", files={"a": "2"})
    repository.commit(f"x\n\nThis reverts commit {two}.\n", files={"a": "1"})
    assert judged(repository, "main")
