"""A few files of a commit with their contents: against `git ls-tree` and `git cat-file`."""

import os

import pytest

from tests.repositories import run_git
from trailers.errors import GitError
from trailers.process import Git
from trailers.repository.committed import begin_committed
from trailers.repository.listing import begin_read, begin_tree_files
from trailers.scrubbing import scrubbed

PATHS = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


def git_at(path):
    return Git(str(path), scrubbed(os.environ))


def put(repository, path, content, mode="100644"):
    """Into the index; the id of a blob."""
    blob = repository.store("blob", content)
    repository.git("update-index", "--add", "--cacheinfo", f"{mode},{blob},{path}")
    return blob


def committed(repository):
    """What we say of HEAD, after what is in the index is committed, and git has been asked for the same."""
    repository.git("commit", "--quiet", "--allow-empty", "-m", "x")
    git = git_at(repository.path)
    found = begin_committed(git, "HEAD", PATHS)()
    assert found.files == begin_tree_files(git, "HEAD", PATHS)()
    for file in found.files.values():
        if file.mode != "160000":
            assert found.contents[file.id] == begin_read(git, file)()
    return found.files


@pytest.fixture
def work(repository):
    put(repository, "README", b"x\n")
    return repository


@pytest.mark.parametrize("mode", ["100644", "100755", "120000"])
@pytest.mark.parametrize("path", PATHS)
def test_each_place_and_mode(work, path, mode):
    put(work, path, b"* @me\n\0 no text", mode)
    assert {name: file.mode for name, file in committed(work).items()} == {path: mode}


def test_all_places(work):
    for number, path in enumerate(PATHS):
        put(work, path, b"%d\n" % number)
    put(work, "docs/a", b"")
    assert [*committed(work)] == [*PATHS]


def test_none(work):
    assert committed(work) == {}


def test_a_submodule(work):
    commit = work.commit("other\n")
    work.git("update-index", "--add", "--cacheinfo", f"160000,{commit},CODEOWNERS")
    work.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},docs/CODEOWNERS")
    assert {path: file.mode for path, file in committed(work).items()} == {
        "CODEOWNERS": "160000",
        "docs/CODEOWNERS": "160000",
    }


def test_a_folder_is_no_file(work):
    put(work, "CODEOWNERS/x", b"")
    put(work, ".github/CODEOWNERS/x", b"")
    assert committed(work) == {}


@pytest.mark.parametrize(
    "name", ["100644 CODEOWNERS", "40000 .github", "40000 docs", "x\n", "HEAD:CODEOWNERS", "é"]
)
def test_names_that_look_like_entries(work, name):
    forged = work.store("blob", b"* @mallory\n")
    put(work, name, b"100644 CODEOWNERS\0" + bytes.fromhex(forged))
    put(work, ".github", b"100644 CODEOWNERS\0" + bytes.fromhex(forged))
    assert committed(work) == {}


def test_folders_as_old_programs_wrote_them(work):
    put(work, ".github/CODEOWNERS", b"* @me\n")
    committed(work)
    git = git_at(work.path)
    padded = git.run("cat-file", "tree", "HEAD^{tree}").replace(b"40000 .github", b"040000 .github")
    work.git("update-ref", "HEAD", work.git("commit-tree", "-m", "x", work.store("tree", padded)))
    assert [*begin_committed(git, "HEAD", PATHS)().files] == [".github/CODEOWNERS"]


def test_other_ids(tmp_path):
    run_git(tmp_path, "init", "--quiet", "--object-format=sha256")
    (tmp_path / "docs").mkdir()
    for path in ("CODEOWNERS", "docs/CODEOWNERS"):
        (tmp_path / path).write_text(path)
    run_git(tmp_path, "add", ".")
    run_git(tmp_path, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "--quiet", "-m", "x")
    git = git_at(tmp_path)
    found = begin_committed(git, "HEAD", PATHS)()
    assert found.files == begin_tree_files(git, "HEAD", PATHS)()
    assert sorted(found.contents.values()) == [b"CODEOWNERS", b"docs/CODEOWNERS"]


def test_a_clone_without_the_file(work):
    blob = put(work, "CODEOWNERS", b"* @me\n")
    committed(work)
    work.object_path(blob).unlink()
    found = begin_committed(git_at(work.path), "HEAD", PATHS)()
    assert [*found.files] == ["CODEOWNERS"]
    assert found.contents == {}


@pytest.mark.parametrize("gone", ["HEAD^{tree}", "HEAD:docs", "HEAD"])
def test_what_cannot_be_told(work, gone):
    put(work, "docs/CODEOWNERS", b"* @me\n")
    committed(work)
    work.object_path(work.git("rev-parse", gone)).unlink()
    with pytest.raises(GitError):
        begin_committed(git_at(work.path), "HEAD", PATHS)()


def test_before_the_first_commit_and_outside(repository, tmp_path):
    (tmp_path / "none").mkdir()
    for path in (repository.path, tmp_path / "none"):
        with pytest.raises(GitError):
            begin_committed(git_at(path), "HEAD", PATHS)()
