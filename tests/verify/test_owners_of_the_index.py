"""The CODEOWNERS file of the index counts, although HEAD's is read first, since that is cheap."""

import os
import shlex
import shutil

import pytest

from trailers.errors import GitError
from trailers.policy.owners import OwnersPolicy
from trailers.process import Git
from trailers.scrubbing import scrubbed
from trailers.verify.owners.begun import begin_index
from trailers.verify.owners.surveying import survey_index

HEAD = "# HEAD's\n* @head\n/docs/ @docs\n"
NEW = "* @index\n"


def surveyed(work, **wanted):
    git = Git(str(work.path), scrubbed(os.environ))
    return survey_index(git, OwnersPolicy(**wanted), begin_index(git))


def owners_in(found):
    """The path of the file, and the first owner in it."""
    codeowners = found.survey.codeowners
    return codeowners and (codeowners.path, codeowners.entries[0].owners[0].text)


@pytest.fixture
def work(repository):
    repository.commit("one\n", files={"CODEOWNERS": HEAD, "docs/a": "1\n" * 9, "x": "x\n"})
    repository.check_out()
    return repository


def stage(work, path, text=None):
    """Put a file into the index, or take it out."""
    file = work.path / path
    if text is None:
        work.git("rm", "--quiet", "--cached", path)
        return
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    work.git("add", path)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([], ("CODEOWNERS", "@head"), id="as in HEAD"),
        pytest.param([("y", "y\n")], ("CODEOWNERS", "@head"), id="another file"),
        pytest.param([("CODEOWNERS", NEW)], ("CODEOWNERS", "@index"), id="changed"),
        pytest.param([("CODEOWNERS", None)], None, id="gone"),
        pytest.param([(".github/CODEOWNERS", NEW)], (".github/CODEOWNERS", "@index"), id="one before it"),
        pytest.param([("docs/CODEOWNERS", NEW)], ("CODEOWNERS", "@head"), id="one after it"),
        pytest.param(
            [("CODEOWNERS", None), ("docs/CODEOWNERS", HEAD)], ("docs/CODEOWNERS", "@head"), id="moved"
        ),
        pytest.param([("docs/a", None)], ("CODEOWNERS", "@head"), id="a dead entry"),
    ],
)
def test_which_file(work, changes, expected):
    for path, text in changes:
        stage(work, path, text)
    found = surveyed(work)
    assert owners_in(found) == expected
    listed = work.git("ls-files").split("\n")
    assert list(found.survey.decision.paths) == (listed if expected else [])
    assert list(found.survey.others) == [
        path for path in listed if path.endswith("CODEOWNERS") and expected and path != expected[0]
    ]


def test_what_is_not_staged_does_not_count(work):
    (work.path / "CODEOWNERS").write_text(NEW)
    work.git("rm", "--quiet", "--cached", "x")
    assert owners_in(surveyed(work)) == ("CODEOWNERS", "@head")


def test_a_file_that_is_only_meant_to_be_added(work):
    (work.path / ".github").mkdir()
    (work.path / ".github/CODEOWNERS").write_text(NEW)
    work.git("add", "-N", ".github/CODEOWNERS")
    assert owners_in(surveyed(work)) == ("CODEOWNERS", "@head")


@pytest.mark.parametrize("text", [None, NEW])
def test_a_link_in_its_place(work, text):
    blob = work.store("blob", b"docs/CODEOWNERS")
    work.git("update-index", "--cacheinfo", f"120000,{blob},CODEOWNERS")
    if text:  # in HEAD too
        work.git("commit", "--quiet", "-m", "x")
    found = surveyed(work)
    assert (owners_in(found), found.found.no_file) == (None, "a symbolic link")


@pytest.mark.parametrize("gone", [False, True])
def test_what_is_only_meant_to_be_added_after_all(work, gone):
    if gone:
        work.git("rm", "--quiet", "--cached", "CODEOWNERS")
        work.git("add", "-N", "CODEOWNERS")
    else:
        stage(work, "docs/CODEOWNERS", NEW)
    (work.path / ".github").mkdir()
    (work.path / ".github/CODEOWNERS").write_text(NEW)
    work.git("add", "-N", ".github/CODEOWNERS")
    assert owners_in(surveyed(work)) == (None if gone else ("CODEOWNERS", "@head"))


def test_a_commit_while_it_is_judged(work, tmp_path, monkeypatch):
    stage(work, "CODEOWNERS", NEW)
    real = shlex.quote(shutil.which("git"))
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    commit = f"{real} -C {shlex.quote(str(work.path))} commit -qm raced"
    program.write_text(f'#!/bin/sh\ncase " $* " in *" diff "*) {commit} ;; esac\nexec {real} "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    assert owners_in(surveyed(work)) == ("CODEOWNERS", "@index")
    assert work.git("log", "-1", "--format=%s") == "raced"


def test_a_clone_without_heads_trees(work):
    work.object_path(work.git("rev-parse", "HEAD^{tree}")).unlink()
    assert owners_in(surveyed(work)) == ("CODEOWNERS", "@head")


def test_moves_are_known(work):
    work.git("mv", "docs", "guide")
    assert surveyed(work).survey.renames == {"docs/a": "guide/a"}


def test_before_the_first_commit(repository):
    repository.check_out()
    stage(repository, "CODEOWNERS", NEW)
    assert owners_in(surveyed(repository)) == ("CODEOWNERS", "@index")


def test_heads_file_is_not_in_this_clone(work):
    work.object_path(work.git("rev-parse", "HEAD:CODEOWNERS")).unlink()
    with pytest.raises(GitError, match="this clone does not have CODEOWNERS"):
        surveyed(work)
    stage(work, "CODEOWNERS", NEW)
    assert owners_in(surveyed(work)) == ("CODEOWNERS", "@index")


def test_a_named_file(work):
    stage(work, "docs/own", HEAD)
    assert owners_in(surveyed(work, file="docs/own")) == ("docs/own", "@head")
    work.git("commit", "--quiet", "-m", "x")
    assert owners_in(surveyed(work, file="docs/own")) == ("docs/own", "@head")
    stage(work, "docs/own", NEW)
    assert owners_in(surveyed(work, file="docs/own")) == ("docs/own", "@index")
    assert owners_in(surveyed(work, file="docs/none")) is None
