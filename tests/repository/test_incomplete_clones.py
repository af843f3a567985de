"""Clones that do not have everything: what is missing is told, nothing is fetched, the rest is judged.

Shallow and partial clones, missing and damaged objects; grafts and replace refs, which would have git tell
another history than the one that is stored.
"""

import os

import pytest

from tests.repositories import CONTEXT, DISCLOSED, MODEL, Repository, clone, message, rules, run_git
from trailers.errors import GitError
from trailers.process import Git
from trailers.repository.opening import open_repository
from trailers.repository.revision import parse_range
from trailers.scrubbing import scrubbed
from trailers.verify.run import Options, verify_range

POLICY = '[disclosure]\nrequired = ["model"]\n'


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    """main: 1, 2; topic from 1: an undisclosed commit, then two that are disclosed."""
    repository = Repository(tmp_path_factory.mktemp("incomplete") / "origin")
    repository.commit("1\n", files={"undersign.toml": POLICY, "src/a": "1"})
    repository.branch("topic")
    repository.commit("2\n", files={"src/a": "2"})
    repository.commit(message(CONTEXT), files={"src/b": "3"}, branch="topic")
    repository.commit(message(MODEL), files={"src/b": "4"}, branch="topic")
    repository.commit(message(MODEL), files={"src/b": "5"}, branch="topic")
    return repository


def verify(path, spec, **environ):
    repository = open_repository(Git(str(path), scrubbed({**os.environ, **environ})))
    return verify_range(repository, parse_range(repository, spec), "merge", Options())


def objects(path):
    return run_git(path, "count-objects", "-v")


def test_the_whole_clone(origin, tmp_path):
    report = verify(clone(origin.path, tmp_path / "clone"), "origin/main..origin/topic")
    assert rules(report) == ["US101"]
    assert report.verdict == "findings"
    assert report.checked == {"commits": 3, "assisted": 3}


class TestShallow:
    """A shallow clone ends somewhere: inside the range that is an error, below it not."""

    @pytest.mark.parametrize("depth", [1, 2])
    def test_ends_inside_the_range(self, origin, tmp_path, depth):
        copy = clone(origin.path, tmp_path / "clone", f"--depth={depth}", "--no-single-branch")
        report = verify(copy, "origin/main..origin/topic")
        assert report.verdict == "unchecked"
        assert rules(report)[-1] == "US100"
        assert "shallow and ends here" in report.findings[-1].message
        assert "fetch-depth: 0" in report.findings[-1].remedy

    def test_the_rest_is_judged(self, origin, tmp_path):
        copy = clone(origin.path, tmp_path / "clone", "--depth=3", "--branch=topic")
        report = verify(copy, "HEAD~1..HEAD")
        assert report.verdict == "clean"
        run_git(copy, "fetch", "-q", "--depth=1", "origin", "main:main")
        report = verify(copy, "main..topic")
        # without the check, the cut makes three commits of three look like the whole range
        assert rules(report) == ["US100", "US101"]
        assert report.checked["commits"] == 3

    def test_the_base_is_the_boundary(self, origin, tmp_path):
        copy = clone(origin.path, tmp_path / "clone", "--depth=4", "--branch=topic")
        report = verify(copy, "HEAD~3..HEAD")
        assert rules(report) == ["US101"]
        assert report.verdict == "findings"

    def test_one_commit_at_the_boundary(self, origin, tmp_path):
        copy = clone(origin.path, tmp_path / "clone", "--depth=1", "--branch=topic")
        assert verify(copy, "HEAD").verdict == "unchecked"

    def test_no_merge_is_looked_into_at_the_boundary(self, tmp_path):
        origin = Repository(tmp_path / "origin")
        origin.commit("1\n", files={"a": "1"})
        origin.branch("topic")
        origin.commit("2\n", files={"b": "2"})
        origin.commit("3\n", files={"c": "3"}, branch="topic")
        origin.merge("merge\n", "topic")
        copy = clone(origin.path, tmp_path / "clone", "--depth=1")
        assert rules(verify(copy, "HEAD")) == ["US100"]


class TestPartial:
    """A partial clone has all commits; git would fetch the rest when asked, and is not allowed to."""

    def test_without_blobs(self, origin, tmp_path):
        copy = clone(origin.path, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
        before = objects(copy)
        with pytest.raises(GitError) as caught:
            verify(copy, "origin/main..origin/topic")
        assert "does not have undersign.toml of commit" in caught.value.message
        assert "git cat-file -e" in caught.value.remedy
        assert objects(copy) == before

    def test_without_trees(self, origin, tmp_path):
        copy = clone(origin.path, tmp_path / "clone", "--filter=tree:0", "--no-checkout")
        before = objects(copy)
        with pytest.raises(GitError, match="does not have the files of commit"):
            verify(copy, "origin/main..origin/topic")
        assert objects(copy) == before

    def test_the_remedy_mends_it(self, origin, tmp_path):
        copy = clone(origin.path, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
        with pytest.raises(GitError) as caught:
            verify(copy, "origin/main..origin/topic")
        command = caught.value.remedy.partition(": ")[2].split()
        run_git(copy, *command[1:])
        assert rules(verify(copy, "origin/main..origin/topic")) == ["US101"]

    def test_without_a_policy_no_blob_is_needed(self, tmp_path):
        origin = Repository(tmp_path / "origin")
        origin.commit("1\n", files={"src/a": "1"})
        origin.commit(message(DISCLOSED), files={"src/a": "2"})
        copy = clone(origin.path, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
        assert verify(copy, "HEAD^..HEAD").verdict == "clean"

    def test_merges_that_cannot_be_made_again(self, tmp_path):
        origin = Repository(tmp_path / "origin")
        origin.commit("1\n", files={"a": "1\n2\n3\n4\n5\n"})
        origin.branch("topic")
        origin.commit("2\n", files={"a": "one\n2\n3\n4\n5\n"})
        origin.commit(message(MODEL), files={"a": "1\n2\n3\n4\nfive\n"}, branch="topic")
        origin.merge("merge\n", "topic", files={"a": "one\n2\n3\n4\nfive\n"})
        copy = clone(origin.path, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
        before = objects(copy)
        report = verify(copy, "HEAD^..HEAD")
        assert rules(report) == ["US100", "US102", "US103"]
        assert "merges could not be looked into" in report.findings[0].message
        assert report.verdict == "unchecked"
        assert objects(copy) == before

    def test_paths_that_cannot_be_told(self, tmp_path):
        policy = '[models]\ndenied = [{ model = "claude-*", paths = ["src/**"] }]\n'
        repository = Repository(tmp_path)
        repository.commit("1\n", files={"undersign.toml": policy})
        first = repository.commit(message(DISCLOSED), files={"src/a": "1"})
        second = repository.commit(message(DISCLOSED), files={"src/a": "2"})
        repository.object_path(repository.git("rev-parse", f"{first}:src")).unlink()
        report = repository.verify("main~2..main")
        assert rules(report, commit=first) == ["US100"]
        assert rules(report, commit=second) == ["US100"]
        assert "what it changes could not be read" in report.findings[0].message
        assert report.verdict == "unchecked"


class TestDamaged:
    """An object that is missing or broken: exit code 2, with all that could be read."""

    def test_a_missing_commit(self, repository):
        repository.commit("1\n")
        gone = repository.commit("2\n")
        repository.commit(message(MODEL))
        repository.object_path(gone).unlink()
        report = repository.verify("--all")
        assert "US100" in rules(report)
        assert report.verdict == "unchecked"

    @pytest.mark.parametrize(
        "data",
        [
            pytest.param(b"", id="empty"),
            pytest.param(b"\x78\x01\x00\x00", id="no object"),
            pytest.param(None, id="cut off"),
        ],
    )
    def test_a_damaged_commit(self, repository, data):
        repository.commit("1\n")
        broken = repository.commit("2\n" * 200)
        repository.commit("3\n")
        path = repository.object_path(broken)
        path.write_bytes(path.read_bytes()[:60] if data is None else data)
        report = repository.verify("--all")
        assert rules(report)[0] == "US100"
        assert report.verdict == "unchecked"
        assert report.checked["commits"] < 3

    def test_a_missing_commit_that_the_commit_graph_knows(self, repository):
        repository.commit("1\n")
        gone = repository.commit(message(MODEL))
        repository.commit("3\n")
        repository.git("commit-graph", "write", "--reachable")
        repository.object_path(gone).unlink()
        report = repository.verify("--all")
        assert "US100" in rules(report)
        assert report.verdict == "unchecked"

    def test_a_missing_policy(self, repository):
        repository.commit("1\n", files={"undersign.toml": POLICY})
        repository.object_path(repository.git("rev-parse", "main:undersign.toml")).unlink()
        repository.commit("2\n", files={"undersign.toml": "# another\n"})
        with pytest.raises(GitError, match=r"does not have undersign\.toml"):
            repository.verify("main^..main")

    def test_a_missing_policy_at_the_end(self, repository):
        repository.commit("1\n")
        repository.commit(message(MODEL), files={"undersign.toml": POLICY})
        repository.object_path(repository.git("rev-parse", "main:undersign.toml")).unlink()
        report = repository.verify("main^..main")
        assert rules(report) == ["US100", "US102", "US103"]
        assert report.verdict == "unchecked"


class TestAnotherHistory:
    """Grafts and replace refs are ignored: what is stored is judged (case 27)."""

    def test_replace_refs(self, repository):
        repository.commit("1\n")
        bad = repository.commit(message(MODEL))
        good = repository.commit(message(DISCLOSED), parents=[repository.tip("main~1") or bad], branch="good")
        repository.move(f"refs/replace/{bad}", good)
        assert repository.git("log", "-1", "--format=%(trailers:key=Approved-by,valueonly)", bad)
        assert rules(repository.verify("main^..main")) == ["US102", "US103"]

    def test_replaced_blobs(self, repository):
        repository.commit("1\n", files={"undersign.toml": POLICY})
        lax = repository.store("blob", b'[severity]\nUS101 = "off"\n')
        repository.move(f"refs/replace/{repository.git('rev-parse', 'main:undersign.toml')}", lax)
        repository.commit(message(CONTEXT))
        assert rules(repository.verify("main^..main")) == ["US101"]

    @pytest.mark.parametrize("namespace", ["refs/replace/", "refs/mine/"])
    def test_the_namespace_of_replace_refs_is_not_inherited(self, repository, namespace, monkeypatch):
        monkeypatch.setenv("GIT_REPLACE_REF_BASE", namespace)
        repository.commit("1\n")
        bad = repository.commit(message(MODEL))
        repository.move(f"{namespace}{bad}", repository.commit(message(DISCLOSED), branch="good"))
        assert rules(repository.verify("main^..main")) == ["US102", "US103"]

    def test_grafts(self, repository):
        first = repository.commit("1\n")
        repository.commit(message(MODEL))
        last = repository.commit("3\n")
        (repository.git_directory / "info").mkdir(exist_ok=True)
        (repository.git_directory / "info" / "grafts").write_text(f"{last} {first}\n")
        assert repository.git("rev-list", "--count", "main") == "2"
        report = repository.verify(f"{first}..main")
        assert report.checked["commits"] == 2
        assert rules(report) == ["US102", "US103"]
