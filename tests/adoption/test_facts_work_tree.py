"""A work tree as the edge gives it: real repositories."""

import os

import pytest

from tests.repositories import Repository, clone
from trailers.cli.console import git_in
from trailers.cli.work_tree import tree_at


def tree_of(repository):
    return tree_at(git_in(str(repository.path)), str(repository.path))


def test_tracked_and_new_files_that_are_there(started):
    started.check_out()
    for name, text in (("new", "a\r\nb"), ("ignored", ""), (".gitignore", "ignored\n")):
        (started.path / name).write_bytes(text.encode())
    started.git("add", "new")
    (started.path / "README").unlink()
    tree = tree_of(started)
    assert tree.paths == (".gitignore", "new")
    assert tree.top == {".gitignore", "new", "ignored"}
    assert tree.read("new") == "a\r\nb"
    assert tree.read("none") is None


def test_a_link_out_of_the_tree_is_not_read(started, tmp_path):
    (tmp_path / "secret").write_text("x")
    os.symlink(tmp_path / "secret", started.path / "link")
    os.symlink("README", started.path / "inside")
    started.check_out()
    assert tree_of(started).read("link") is None
    assert tree_of(started).read("inside") == "read me\n"


@pytest.mark.parametrize(
    ("remotes", "expected"),
    [
        ({}, ""),
        ({"origin": "a"}, "a"),
        ({"origin": "a", "upstream": "b"}, "b"),
        ({"mine": "a"}, "a"),
        ({"mine": "a", "theirs": "b"}, ""),
    ],
)
def test_the_remote(started, remotes, expected):
    for name, url in remotes.items():
        started.git("remote", "add", name, url)
    assert tree_of(started).remote == expected


def test_the_default_branch(started, tmp_path):
    assert tree_of(started).default_branch == "main"
    cloned = clone(started.path, tmp_path / "clone")
    (git := git_in(str(cloned))).run("switch", "-q", "-c", "topic")
    assert tree_at(git, str(cloned)).default_branch == "main"
    started.git("checkout", "-q", "-b", "topic")
    assert tree_of(started).default_branch == "main"
    started.git("branch", "-q", "-m", "main", "trunk")
    assert tree_of(started).default_branch == "topic"
    started.git("checkout", "-q", "--detach")
    assert tree_of(started).default_branch == ""


def test_nothing_yet(tmp_path):
    tree = tree_of(Repository(tmp_path / "new"))
    assert (tree.paths, tree.top, tree.default_branch, tree.hooks_path) == ((), frozenset(), "main", "")
