"""Ranges in git's words: they list what `git rev-list` lists, and what is none is told with a remedy."""

import os
import shlex

import pytest

from tests.repositories import Repository, clone, run_git
from trailers.errors import RangeError
from trailers.process import Git
from trailers.repository.opening import open_repository
from trailers.repository.revision import find_commit, parse_range, upstream_range, whole_history
from trailers.repository.walk import walk
from trailers.scrubbing import scrubbed


@pytest.fixture(scope="module")
def branched(tmp_path_factory):
    """main: one, two, merge; topic from one: three, four, merged; side from two: five. Tags of both kinds."""
    repository = Repository(tmp_path_factory.mktemp("branched"))
    repository.commit("one\n", files={"a": "1"})
    repository.branch("topic")
    repository.commit("two\n", files={"a": "2"})
    repository.branch("side")
    repository.commit("three\n", files={"b": "3"}, branch="topic")
    repository.commit("four\n", files={"b": "4"}, branch="topic")
    repository.commit("five\n", files={"c": "5"}, branch="side")
    repository.merge("merge\n", "topic")
    repository.git("tag", "-a", "-m", "annotated", "annotated", "main")
    repository.git("tag", "-a", "-m", "a tag of a tag", "nested", "annotated")
    repository.git("tag", "light", "topic")
    repository.git("update-ref", "refs/heads/-x", "side")
    return repository


def ids(repository, range_):
    return [stored.id for stored in walk(repository.open(), range_.arguments)]


@pytest.mark.parametrize(
    ("spec", "oracle", "base", "head"),
    [
        pytest.param("topic..main", "topic..main", "topic", "main", id="two dots"),
        pytest.param("side...main", "side...main", "side", "main", id="three dots"),
        pytest.param("main..", "main..HEAD", "main", "main", id="no right end"),
        pytest.param("..side", "HEAD..side", "main", "side", id="no left end"),
        pytest.param("...side", "HEAD...side", "main", "side", id="three dots, no left end"),
        pytest.param("light..annotated", "light..annotated", "topic", "main", id="tags"),
        pytest.param("light..nested", "light..nested", "topic", "main", id="a tag of a tag"),
        pytest.param("main~2..main", "main~2..main", "main~2", "main", id="suffixes"),
        pytest.param("main^2~1..main^2", "main^2~1..main^2", "main^2~1", "main^2", id="second parents"),
        pytest.param("@~1..@", "HEAD~1..HEAD", "main~1", "main", id="at sign"),
        pytest.param("refs/heads/topic..refs/heads/main", "topic..main", "topic", "main", id="full names"),
        pytest.param("main..main", "main..main", "main", "main", id="empty"),
        pytest.param("main..topic", "main..topic", "main", "topic", id="backwards"),
        pytest.param("side", "--no-walk side", "side^", "side", id="one commit"),
        pytest.param("main", "--no-walk main", "main^1", "main", id="one merge"),
        pytest.param("annotated", "--no-walk annotated", "main^1", "main", id="one annotated tag"),
        pytest.param("main~2", "--no-walk main~2", None, "main~2", id="one root"),
        pytest.param(":/fiv", "--no-walk side", "side^", "side", id="by message"),
    ],
)
def test_as_git_lists_it(branched, spec, oracle, base, head):
    range_ = parse_range(branched.open(), spec)
    assert ids(branched, range_) == branched.git("rev-list", *oracle.split()).split()
    assert range_.base == (branched.git("rev-parse", base) if base else None)
    assert range_.head == branched.git("rev-parse", head)
    assert range_.spec == spec


def test_whole_history(branched):
    range_ = whole_history(branched.open(), "nested")
    assert ids(branched, range_) == branched.git("rev-list", "main").split()
    assert range_.base is None
    assert range_.head == branched.tip("main")


@pytest.mark.parametrize(
    ("spec", "remedy"),
    [
        pytest.param("nobody..main", "git log --oneline --all", id="no such name"),
        pytest.param("main..nobody", "git log --oneline --all", id="no such end"),
        pytest.param(
            "origin/main..HEAD",
            "git fetch origin +refs/heads/main:refs/remotes/origin/main",
            id="no such remote branch",
        ),
        pytest.param(
            "origin/a/b..HEAD",
            "git fetch origin +refs/heads/a/b:refs/remotes/origin/a/b",
            id="a branch in a folder",
        ),
        pytest.param("-x..main", "cannot start with a dash", id="a dash"),
        pytest.param("--all", "cannot start with a dash", id="an option"),
        pytest.param("--output=x..main", "cannot start with a dash", id="an option with a value"),
        pytest.param("^main", "git log --oneline --all", id="an exclusion"),
        pytest.param("main..^topic", "git log --oneline --all", id="an excluded end"),
        pytest.param("main^@", "git log --oneline --all", id="many commits"),
        pytest.param("main:a", "git log --oneline --all", id="a file"),
        pytest.param("main^{tree}", "git log --oneline --all", id="a tree"),
        pytest.param("main..topic..side", "git log --oneline --all", id="two ranges"),
        pytest.param("f" * 40, "git log --oneline --all", id="an id that is not here"),
        pytest.param("main\0", "git log --oneline --all", id="a NUL"),
        pytest.param("main\n", "git log --oneline --all", id="a line end"),
        pytest.param("", "git log --oneline --all", id="nothing"),
    ],
)
def test_what_is_no_range(branched, spec, remedy):
    with pytest.raises(RangeError) as caught:
        parse_range(branched.open(), spec)
    assert remedy in caught.value.remedy
    assert "no commit named" in caught.value.message


def test_a_full_name_reaches_what_starts_with_a_dash(branched):
    assert find_commit(branched.open(), "refs/heads/-x") == branched.tip("side")
    assert find_commit(branched.open(), "-x") is None


@pytest.mark.parametrize("sha256", [pytest.param(False, id="sha1"), pytest.param(True, id="sha256")])
@pytest.mark.parametrize("bare", [pytest.param(False, id="work tree"), pytest.param(True, id="bare")])
def test_formats_and_bare(tmp_path, sha256, bare):
    repository = Repository(tmp_path, sha256=sha256, bare=bare)
    first = repository.commit("one\n", files={"a/b": "1"})
    second = repository.commit("two\n", files={"a/b": "2"})
    assert repository.git("fsck", "--strict") in ("", "notice: HEAD points to an unborn branch")
    opened = repository.open()
    assert opened.bare == bare
    assert len(first) == (64 if sha256 else 40)
    assert [stored.id for stored in walk(opened, parse_range(opened, "main^..main").arguments)] == [second]


def test_upstream(branched, tmp_path):
    copy = clone(branched.path, tmp_path / "clone")
    git = Git(str(copy), scrubbed(os.environ))
    opened = open_repository(git)
    range_ = upstream_range(opened)
    assert range_.base == range_.head == branched.tip("main")
    git.run("commit", "-q", "--allow-empty", "-m", "new")
    range_ = upstream_range(opened)
    assert len(list(walk(opened, range_.arguments))) == 1


@pytest.mark.parametrize(
    ("commits", "words", "remedy"),
    [
        pytest.param(0, "no commit yet", "commit something first", id="no commit"),
        pytest.param(
            1, "this branch has no upstream", "undersign verify origin/main..HEAD", id="no upstream"
        ),
    ],
)
def test_no_upstream(repository, commits, words, remedy):
    for _ in range(commits):
        repository.commit()
    with pytest.raises(RangeError) as caught:
        upstream_range(repository.open())
    assert words in caught.value.message
    assert remedy in caught.value.remedy


def test_the_remedy_is_for_who_asked(repository):
    repository.commit()
    with pytest.raises(RangeError) as caught:
        upstream_range(repository.open(), "approve")
    assert caught.value.remedy == "name the range: undersign approve origin/main..HEAD"


def test_the_remedy_brings_a_branch_that_the_clone_does_not_fetch(branched, tmp_path):
    copy = tmp_path / "one-branch"
    run_git(tmp_path, "clone", "-q", "--single-branch", "-b", "topic", str(branched.path), str(copy))
    opened = open_repository(Git(str(copy), scrubbed(os.environ)))
    with pytest.raises(RangeError) as caught:
        parse_range(opened, "origin/main..HEAD")
    run_git(copy, *shlex.split(caught.value.remedy)[1:])
    assert parse_range(opened, "origin/main..HEAD").base == branched.tip("main")
