"""What git says of paths: the index, a commit, what is staged, what was moved."""

import os

import pytest

from tests.repositories import Repository, clone, run_git
from trailers.errors import GitError
from trailers.process import Git
from trailers.repository.listing import (
    LINK,
    begin_index_files,
    begin_read,
    begin_tree_files,
    index_paths,
    tree_paths,
)
from trailers.repository.staged import (
    Changes,
    begin_renames,
    begin_staged,
    changed_between,
    renames_between,
)
from trailers.scrubbing import scrubbed

ODD = [
    "a b",
    "a\nb",
    'quo"te',
    "t\tab",
    "H x",
    "dir/\udcff",
    "dir/é",
    "dir.x",
    "dir0/y",
    "*",
    ":(top)x",
    "x" * 200 + "/" + "y" * 200,
    "\U0001f600",
    "\uffff",
]


def git_at(path, **environ):
    return Git(str(path), scrubbed({**os.environ, **environ}))


@pytest.fixture
def work(repository):
    repository.commit("one\n", files={"CODEOWNERS": "* @me\n", "docs/a": "1\n" * 9, "docs/b": "2\n" * 9})
    repository.check_out()
    return repository


@pytest.fixture
def git(work):
    return git_at(work.path)


def stage(work, path, text="new\n"):
    file = work.path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    work.git("add", "--", path)


def conflict(work):
    work.branch("other")
    work.commit("theirs\n", files={"docs/a": "theirs\n"}, branch="other")
    work.commit("ours\n", files={"docs/a": "ours\n"})
    work.check_out()
    with pytest.raises(AssertionError):
        work.git("merge", "other")


class TestPaths:
    def test_they_are_those_of_the_index_and_not_of_the_work_tree(self, work, git):
        stage(work, "new")
        (work.path / "new").unlink()
        (work.path / "untracked").write_text("")
        assert index_paths(git) == ["CODEOWNERS", "docs/a", "docs/b", "new"]

    def test_odd_names_as_git_stores_them_in_the_order_of_their_bytes(self, repository):
        commit = repository.commit("odd\n", files=dict.fromkeys(ODD, "x"))
        repository.git("read-tree", commit)
        expected = sorted(ODD, key=os.fsencode)
        assert index_paths(git_at(repository.path)) == expected
        assert tree_paths(git_at(repository.path), commit) == expected

    def test_none(self, repository):
        assert index_paths(git_at(repository.path)) == []

    def test_below_the_top(self, work):
        assert index_paths(git_at(work.path / "docs")) == ["CODEOWNERS", "docs/a", "docs/b"]

    @pytest.mark.parametrize("sparse_index", [False, True])
    def test_a_sparse_checkout_leaves_out_nothing(self, work, git, sparse_index):
        expected = index_paths(git)
        more = ["--sparse-index"] if sparse_index else []
        work.git("sparse-checkout", "set", "--cone", *more, "elsewhere")
        assert not (work.path / "docs").exists()
        assert index_paths(git) == expected

    def test_a_submodule_and_a_link_are_paths(self, work, git):
        work.git("update-index", "--add", "--cacheinfo", f"160000,{work.tip('main')},vendor/lib")
        blob = work.store("blob", b"docs/a")
        work.git("update-index", "--add", "--cacheinfo", f"{LINK},{blob},link")
        tree = work.git("write-tree")
        assert index_paths(git) == ["CODEOWNERS", "docs/a", "docs/b", "link", "vendor/lib"]
        assert tree_paths(git, tree) == index_paths(git)

    def test_another_index_that_git_names_to_its_hooks(self, work, tmp_path):
        other = git_at(work.path, GIT_INDEX_FILE=str(tmp_path / "index"))
        assert index_paths(other) == []

    def test_conflicts(self, work, git):
        conflict(work)
        with pytest.raises(GitError, match=r"conflicts: docs/a$") as error:
            index_paths(git)
        assert error.value.remedy == "resolve them, then: git add docs/a"

    def test_a_file_that_both_deleted(self, work, git):
        """One stage alone, so that nothing is listed twice."""
        blob = work.store("blob", b"")
        work.git("update-index", "--index-info", stdin=f"100644 {blob} 1\tgone\n".encode())
        with pytest.raises(GitError, match="the index has conflicts: gone"):
            index_paths(git)


class TestWhereThereIsNoIndex:
    def test_no_repository(self, tmp_path):
        with pytest.raises(GitError, match="not a git repository"):
            index_paths(git_at(tmp_path))

    def test_bare(self, tmp_path):
        bare = Repository(tmp_path / "bare", bare=True)
        commit = bare.commit("one\n", files={"a/b": "1"})
        with pytest.raises(GitError, match="bare: it has no index"):
            index_paths(git_at(bare.path))
        assert tree_paths(git_at(bare.path), commit) == ["a/b"]

    def test_inside_the_git_directory(self, work):
        assert index_paths(git_at(work.git_directory)) == ["CODEOWNERS", "docs/a", "docs/b"]

    def test_no_such_commit(self, git):
        with pytest.raises(GitError, match="git ls-tree failed"):
            tree_paths(git, "f" * 40)


class TestFiles:
    def test_mode_id_and_text(self, work, git):
        blob = work.store("blob", b"docs/CODEOWNERS")
        work.git("update-index", "--add", "--cacheinfo", f"{LINK},{blob},.github/CODEOWNERS")
        stage(work, "CODEOWNERS", "staged\n")
        (work.path / "CODEOWNERS").write_text("not staged\n")
        asked = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", "docs")
        for found in (
            begin_index_files(git, asked)(),
            begin_tree_files(git, work.git("write-tree"), asked)(),
        ):
            assert {path: file.mode for path, file in found.items()} == {
                ".github/CODEOWNERS": LINK,
                "CODEOWNERS": "100644",
            }
            assert begin_read(git, found[".github/CODEOWNERS"])() == b"docs/CODEOWNERS"
            assert begin_read(git, found["CODEOWNERS"])() == b"staged\n"

    def test_bytes_that_are_no_utf_8(self, work, git):
        blob = work.store("blob", b"\xff\xfe\0\r\n")
        work.git("update-index", "--add", "--cacheinfo", f"100644,{blob},x")
        assert begin_read(git, begin_index_files(git, ["x"])()["x"])() == b"\xff\xfe\0\r\n"

    def test_a_pattern_is_a_name(self, work, git):
        assert begin_index_files(git, ["docs/*", "*"])() == {}
        stage(work, "docs/*")
        assert [*begin_index_files(git, ["docs/*"])()] == ["docs/*"]

    def test_in_conflict(self, work, git):
        conflict(work)
        with pytest.raises(GitError, match=r"conflicts: docs/a$"):
            begin_index_files(git, ["docs/a"])()

    def test_a_clone_without_the_file(self, work, tmp_path):
        copy = clone(work.path, tmp_path / "copy", "--filter=blob:none", "--no-checkout")
        copied = git_at(copy)
        head = run_git(copy, "rev-parse", "HEAD")
        found = begin_tree_files(copied, head, ["CODEOWNERS"])()
        with pytest.raises(GitError, match="this clone does not have CODEOWNERS"):
            begin_read(copied, found["CODEOWNERS"])()
        assert tree_paths(copied, head) == ["CODEOWNERS", "docs/a", "docs/b"]


class TestStaged:
    def test_each_kind(self, work, git):
        stage(work, "new")
        stage(work, "docs/a", "other\n")
        work.git("mv", "docs/b", "moved")
        assert begin_staged(git)() == Changes(["docs/a", "moved", "new"], ["docs/b"])
        assert begin_renames(git)() == {"docs/b": "moved"}

    def test_noop(self, work, git):
        (work.path / "docs/a").write_text("not staged\n")
        assert begin_staged(git)() == Changes([], [])
        assert begin_renames(git)() == {}

    def test_before_the_first_commit(self, repository):
        stage(repository, "a/b")
        assert begin_staged(git_at(repository.path))() == Changes(["a/b"], [])

    def test_below_the_top_and_with_every_configuration_against_it(self, work):
        (work.path / "order").write_text("docs/*\n")
        for name, value in [
            ("diff.relative", "true"),
            ("diff.orderFile", "order"),
            ("diff.renames", "copies"),
            ("diff.external", "false"),
            ("diff.ignoreSubmodules", "all"),
            ("diff.noprefix", "true"),
            ("core.quotePath", "true"),
            ("color.ui", "always"),
        ]:
            work.git("config", name, value)
        stage(work, "a é")
        stage(work, "docs/a", "other\n")
        work.git("update-index", "--add", "--cacheinfo", f"160000,{work.tip('main')},vendor")
        assert begin_staged(git_at(work.path / "docs"))() == Changes(["a é", "docs/a", "vendor"], [])

    def test_what_is_only_meant_to_be_added(self, work, git):
        (work.path / "later").write_text("x\n")
        work.git("add", "-N", "later")
        assert begin_staged(git)() == Changes([], [])

    def test_in_conflict(self, work, git):
        conflict(work)
        with pytest.raises(GitError, match=r"conflicts: docs/a$"):
            begin_staged(git)()

    def test_no_repository(self, tmp_path):
        with pytest.raises(GitError, match="not a git repository"):
            begin_staged(git_at(tmp_path))()

    def test_the_index_stays_as_it_was(self, work, git):
        stage(work, "new")
        os.utime(work.path / "docs/a", (0, 0))  # git would note this in the index
        before = (work.git_directory / "index").read_bytes()
        begin_staged(git)()
        begin_renames(git)()
        index_paths(git)
        assert (work.git_directory / "index").read_bytes() == before


class TestBetweenCommits:
    def test_each_kind(self, work, git):
        base = work.tip("main")
        work.commit("two\n", files={"docs/b": None, "moved": "2\n" * 9, "docs/a": "x\n", "new": "y\n"})
        assert changed_between(git, base, "main") == Changes(["docs/a", "moved", "new"], ["docs/b"])
        assert renames_between(git, base, "main") == {"docs/b": "moved"}
        assert changed_between(git, base, base) == Changes([], [])

    def test_renames_that_a_clone_without_blobs_cannot_tell(self, work, tmp_path):
        work.commit("two\n", files={"docs/b": None, "moved": "2\n" * 8 + "3\n"})
        copied = git_at(clone(work.path, tmp_path / "copy", "--filter=blob:none", "--no-checkout"))
        assert changed_between(copied, "HEAD~1", "HEAD") == Changes(["moved"], ["docs/b"])
        assert renames_between(copied, "HEAD~1", "HEAD") == {}
