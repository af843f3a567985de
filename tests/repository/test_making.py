"""What git says of the commit that is being made: whose, from which commits, and with which approvals."""

import os

import pytest

from tests.repositories import APPROVED, DISCLOSED, JANE, MODEL, message
from trailers.message.person import Person
from trailers.process import Git
from trailers.repository.blob import read_blobs
from trailers.repository.changes import changed_paths, staged_paths
from trailers.repository.making import approved_before, ident, is_merging
from trailers.repository.message_config import config_for_messages
from trailers.scrubbing import scrubbed

SAID = ("approved-by", JANE)


@pytest.fixture
def work(started):
    started.commit(message(DISCLOSED), files={"a": "1"})
    started.check_out()
    return started


@pytest.fixture
def git(work):
    return Git(str(work.path), scrubbed(os.environ))


class TestApprovedBefore:
    def test_a_new_commit_comes_from_nothing(self, git):
        assert approved_before(git, {}) == frozenset()
        assert approved_before(git, {"GIT_AUTHOR_DATE": "@1 +0000"}) == frozenset()

    def test_an_amended_one_from_head(self, work, git):
        date = work.git("log", "-1", "--format=%ad", "--date=raw")
        assert SAID in approved_before(git, {"GIT_AUTHOR_DATE": f"@{date}"})

    def test_an_amended_one_with_another_tree_does_not(self, work, git):
        date = work.git("log", "-1", "--format=%ad", "--date=raw")
        (work.path / "a").write_text("2")
        work.git("add", "a")
        assert approved_before(git, {"GIT_AUTHOR_DATE": f"@{date}"}) == frozenset()

    @pytest.mark.parametrize("name", ["CHERRY_PICK_HEAD", "REBASE_HEAD"])
    def test_a_replayed_one(self, work, git, name):
        (work.git_directory / name).write_text(work.tip("main") + "\n")
        assert SAID in approved_before(git, {})

    def test_squashed_ones(self, work, git):
        text = f"Squashed commit of the following:\n\ncommit {work.tip('main')}\nAuthor: x\n\n    {MODEL}"
        (work.git_directory / "SQUASH_MSG").write_text(text)
        assert SAID in approved_before(git, {})

    @pytest.mark.parametrize("text", ["commit --all\n", f"commit {'1' * 40}\n", "commit\n", "", "\udcff"])
    def test_a_squash_message_that_names_nothing(self, work, git, text):
        (work.git_directory / "SQUASH_MSG").write_bytes(text.encode("utf-8", "surrogateescape"))
        assert approved_before(git, {}) == frozenset()

    def test_in_a_linked_work_tree(self, work, tmp_path):
        linked = tmp_path / "linked"
        work.git("worktree", "add", "-q", "--detach", str(linked), "main~1")
        git = Git(str(linked), scrubbed(os.environ))
        git.run("cherry-pick", "--no-commit", "main")
        assert approved_before(git, {}) == frozenset()

    def test_the_key_counts(self, work, git):
        work.commit(message(APPROVED.replace("Approved", "Signed-off")))
        (work.git_directory / "CHERRY_PICK_HEAD").write_text(work.tip("main") + "\n")
        assert approved_before(git, {}) == {("signed-off-by", JANE)}


class TestPeople:
    def test_git_exports_the_author(self, git):
        environ = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@x.test"}
        assert ident(git, environ, "AUTHOR") == Person("A", "a@x.test")

    def test_else_git_is_asked(self, git):
        assert ident(git, {}, "COMMITTER") == Person("Jane Austen", "jane@austen.test")
        assert ident(git, {"GIT_AUTHOR_NAME": "A"}, "AUTHOR") == Person("Jane Austen", "jane@austen.test")

    def test_nobody(self, git):
        """Where git itself does not know who commits, it makes no commit either."""
        bare = git._replace(environ={"PATH": os.environ["PATH"], "GIT_AUTHOR_NAME": "", "EMAIL": ""})
        assert ident(bare, {}, "AUTHOR") == Person("", "")


class TestConfiguration:
    def test_what_concerns_messages(self, work, git):
        work.git("config", "core.commentChar", ";")
        work.git("config", "COMMIT.cleanup", "scissors")
        work.git("config", "core.comment", "no")
        assert config_for_messages(git) == {"core.commentchar": ";", "commit.cleanup": "scissors"}

    def test_the_last_counts(self, work, git):
        work.git("config", "--add", "commit.cleanup", "scissors")
        work.git("config", "--add", "commit.cleanup", "verbatim")
        assert config_for_messages(git)["commit.cleanup"] == "verbatim"

    def test_nothing_and_no_value(self, work, git):
        assert config_for_messages(git) == {}
        with (work.git_directory / "config").open("a") as file:
            file.write("[commit]\n\tcleanup\n")
        assert config_for_messages(git) == {"commit.cleanup": ""}


def test_is_merging(work, git):
    assert not is_merging(git)
    (work.git_directory / "MERGE_HEAD").write_text(work.tip("main") + "\n")
    assert is_merging(git)


class TestPaths:
    def test_of_a_commit(self, started):
        first = started.commit("two\n", files={"a/b c": "1", "ä": "1", "t\tab": "1"})
        assert sorted(changed_paths(started.open(), first)) == sorted(["a/b c", "ä", "t\tab"])

    def test_of_a_root(self, started):
        assert changed_paths(started.open(), "main") == ("README",)

    def test_of_a_merge(self, started):
        started.branch("topic")
        started.commit("t\n", files={"t": "1"}, branch="topic")
        started.commit("m\n", files={"m": "1"})
        assert changed_paths(started.open(), started.merge("merge\n", "topic")) == ()
        started.branch("other", started.git("rev-parse", "main^"))
        started.commit("t\n", files={"o": "1"}, branch="other")
        assert changed_paths(started.open(), started.merge("evil\n", "other", files={"README": "evil"})) == (
            "README",
        )

    def test_of_a_rename(self, started):
        made = started.commit("two\n", files={"README": None, "READ-ME": "read me\n"})
        assert set(changed_paths(started.open(), made)) == {"README", "READ-ME"}

    def test_of_the_next_commit(self, work, git, tmp_path):
        assert staged_paths(git) == ()
        (work.path / "a").write_text("2")
        (work.path / "new").write_text("1")
        work.git("add", "new")
        assert staged_paths(git) == ("new",)
        # `git commit -a` hands its hooks an index of its own
        index = tmp_path / "index"
        work.git("read-tree", "HEAD", GIT_INDEX_FILE=str(index))
        work.git("add", "a", GIT_INDEX_FILE=str(index))
        assert staged_paths(git._replace(environ=scrubbed({**os.environ, "GIT_INDEX_FILE": str(index)}))) == (
            "a",
        )


class TestBlobs:
    NAMES = ("undersign.toml", "pyproject.toml", ".mailmap")

    def test_what_is_there_and_what_is_not(self, started):
        made = started.commit("x\n", files={"undersign.toml": b"\xff\0\n", ".mailmap": ""})
        found = read_blobs(started.open(), made, self.NAMES)
        assert found == {"undersign.toml": b"\xff\0\n", "pyproject.toml": None, ".mailmap": b""}

    def test_folders_and_submodules_are_no_files(self, started):
        made = started.commit("x\n", files={"undersign.toml/x": "1"})
        started.trees[made][".mailmap"] = ("160000", made)
        last = started.commit("y\n")
        assert read_blobs(started.open(), last, self.NAMES) == dict.fromkeys(self.NAMES)

    def test_a_name_that_begins_like_another(self, started):
        made = started.commit("x\n", files={"undersign.toml.old": "1", "x/undersign.toml": "1"})
        assert read_blobs(started.open(), made, self.NAMES) == dict.fromkeys(self.NAMES)

    def test_an_empty_tree(self, repository):
        made = repository.commit("x\n")
        assert read_blobs(repository.open(), made, self.NAMES) == dict.fromkeys(self.NAMES)

    def test_a_large_file(self, started):
        made = started.commit("x\n", files={"pyproject.toml": b"#" * 500_000})
        assert len(read_blobs(started.open(), made, self.NAMES)["pyproject.toml"]) == 500_000
