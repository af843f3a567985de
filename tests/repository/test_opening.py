"""What git says of a repository when it is opened, and what is said where it cannot be."""

import pytest

from tests.repositories import Repository, clone
from trailers.errors import GitError
from trailers.process import Git
from trailers.repository.opening import open_repository
from trailers.scrubbing import scrubbed


def opened(path, **environ):
    import os

    return open_repository(Git(str(path), scrubbed({**os.environ, **environ})))


def test_a_work_tree(started):
    repository = started.open()
    assert repository.git_directory == str(started.git_directory)
    assert not repository.bare
    assert repository.shallow == frozenset()
    assert repository.version >= (2, 30)


def test_a_shallow_one(started, tmp_path):
    tip = started.commit("two\n")
    copy = clone(started.path, tmp_path / "copy", "--depth=1")
    assert opened(copy).shallow == {tip}
    (copy / "src").mkdir()
    assert opened(copy / "src").shallow == {tip}


def test_a_linked_work_tree_shares_its_cuts(started, tmp_path):
    tip = started.commit("two\n")
    copy = clone(started.path, tmp_path / "copy", "--depth=1")
    Git(str(copy), scrubbed({"PATH": "/usr/bin:/bin"})).run(
        "worktree", "add", "-q", "--detach", str(tmp_path / "linked")
    )
    assert opened(tmp_path / "linked").shallow == {tip}


def test_a_list_of_cuts_that_cannot_be_read(started):
    (started.git_directory / "shallow").mkdir()
    with pytest.raises(GitError):
        started.open()


def test_a_list_of_cuts_that_is_none(started):
    (started.git_directory / "shallow").write_bytes(b"\xff\xfe\n")
    with pytest.raises(GitError):
        started.open()


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        pytest.param("HEAD", "not a git repository", id="no HEAD"),
        pytest.param("config", "cannot be read: ", id="a config that is none"),
    ],
)
def test_a_broken_repository(started, broken, words):
    (started.git_directory / broken).write_text("[nonsense\n")
    with pytest.raises(GitError) as caught:
        started.open()
    assert words in caught.value.message or "git version failed" in caught.value.message


def test_a_format_that_git_does_not_know(started):
    started.git("config", "core.repositoryFormatVersion", "99")
    with pytest.raises(GitError, match="Expected git repo version"):
        started.open()


@pytest.mark.parametrize("name", ["with blank", "ünï", "-dash", "it's", 'quo"te', "a\tb", "a\nb"])
def test_names_of_folders(tmp_path, name):
    repository = Repository(tmp_path / name)
    repository.commit("one\n")
    assert repository.open().git_directory == str(tmp_path / name / ".git")
    assert repository.verify("--all").checked["commits"] == 1
