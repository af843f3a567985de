"""The only place that starts processes: a scrubbed environment, and errors that say what git said."""

import os
import shutil
import sys
import time

import pytest

from tests.repositories import run_git
from trailers import process
from trailers.errors import GitError
from trailers.process import Git
from trailers.scrubbing import scrubbed

SCRUBBED = (
    "GIT_TRACE",
    "GIT_TRACE2_EVENT",
    "GIT_TRACE_SETUP",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_PAGER_IN_USE",
    "GIT_SSH_COMMAND",
    "GIT_ASKPASS",
    "GIT_NAMESPACE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_DEFAULT_HASH",
    "GIT_TEST_COMMIT_GRAPH",
    "GIT_EDITOR",
    "GIT_AUTHOR_DATE",
    "GIT_PREFIX",
    "GIT_ATTR_SOURCE",
)
KEPT = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_CONFIG_GLOBAL",
    "PATH",
    "HOME",
)


class TestScrubbing:
    @pytest.mark.parametrize("name", SCRUBBED)
    def test_what_changes_answers_does_not_pass(self, name):
        assert name not in scrubbed({name: "x"})

    @pytest.mark.parametrize("name", KEPT)
    def test_what_says_where_passes(self, name):
        assert scrubbed({name: "x"})[name] == "x"

    @pytest.mark.parametrize(
        "name", ["GIT_NO_REPLACE_OBJECTS", "GIT_NO_LAZY_FETCH", "GIT_GRAFT_FILE", "LC_ALL", "GIT_PAGER"]
    )
    def test_what_is_set_cannot_be_set_otherwise(self, name):
        assert scrubbed({name: "other"})[name] == scrubbed({})[name] != "other"

    def test_configuration_by_the_environment_passes(self):
        """CI says so that a folder of another owner is safe."""
        given = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
        assert given.items() <= scrubbed(given).items()

    def test_it_changes_nothing_of_what_it_is_given(self):
        given = {"GIT_TRACE": "1"}
        scrubbed(given)
        assert given == {"GIT_TRACE": "1"}

    def test_in_a_real_repository(self, started, tmp_path):
        """Traces, pagers and diffs of the caller's neither run nor print."""
        trace = tmp_path / "trace"
        environ = {
            name: str(trace)
            for name in ("GIT_TRACE", "GIT_TRACE2", "GIT_TRACE_SETUP", "GIT_TRACE_PERFORMANCE")
        }
        environ |= {
            "GIT_EXTERNAL_DIFF": f"touch {trace}",
            "GIT_PAGER": f"touch {trace}",
            "PAGER": f"touch {trace}",
        }
        started.commit("two\n", files={"README": "more\n"})
        opened = started.open(**environ)
        assert opened.git.run("log", "-p", "main").count(b"commit ") == 2
        assert not trace.exists()


@pytest.fixture
def git(started):
    return Git(str(started.path), scrubbed(os.environ))


@pytest.fixture(params=["file", "pipe"])
def printing_to(request, monkeypatch):
    """Where a short command prints: to a file in memory, or to a pipe where there is none."""
    if request.param == "pipe":
        monkeypatch.setattr(process, "_ends_are_told", lambda: False)
    elif not hasattr(os, "pidfd_open"):
        pytest.skip("there are no files in memory")


@pytest.mark.usefixtures("printing_to")
class TestAsking:
    def test_run(self, git, started):
        assert git.run("rev-parse", "HEAD").decode().strip() == started.tip("main")
        assert (
            git.run("hash-object", "--stdin", stdin=b"x").strip()
            == run_git(started.path, "hash-object", "--stdin", stdin=b"x").encode()
        )

    def test_what_fails_says_why(self, git):
        with pytest.raises(GitError, match="git cat-file failed: fatal: Not a valid object name nothing"):
            git.run("cat-file", "-p", "nothing")

    def test_attempt(self, git):
        code, output, error = git.attempt("cat-file", "-p", "nothing")
        assert code == 128
        assert output == b""
        assert b"Not a valid object name" in error

    def test_ask(self, git, started):
        assert git.ask("rev-parse", "HEAD") == f"{started.tip('main')}\n".encode()
        assert git.ask("rev-parse", "--verify", "nothing") is None

    def test_begin(self, git, started):
        commit = started.commit("x\n")
        answers = [git.begin("rev-parse", name) for name in ("main", "nothing^{commit}", "HEAD")]
        assert [answer() for answer in answers] == [f"{commit}\n".encode(), None, f"{commit}\n".encode()]

    def test_who_does_not_wait_leaves_no_process(self, git):
        answer = git.begin("cat-file", "--batch-all-objects", "--batch")
        del answer
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)

    def test_ask_for_much(self, git, started):
        data = b"x" * 3_000_000
        name = started.store("blob", data)
        assert git.ask("cat-file", "blob", name) == data

    def test_nothing_stays_open(self, git):
        before = len(os.listdir("/dev/fd"))
        assert git.ask("rev-parse", "HEAD")
        assert git.ask("rev-parse", "--verify", "nothing") is None
        git.begin("version")
        assert len(os.listdir("/dev/fd")) == before

    @pytest.mark.parametrize("how", ["run", "ask"])
    def test_no_such_program(self, git, how):
        with pytest.raises(GitError) as caught:
            getattr(git._replace(program="no-such-git", environ={"PATH": "/nowhere"}), how)("version")
        assert "not found on PATH" in caught.value.message
        assert caught.value.remedy

    def test_it_ends(self, git, monkeypatch):
        monkeypatch.setattr(process, "TIMEOUT", 0.3)
        slow = git._replace(program="sleep")
        slow = Slow(*slow)
        before = time.monotonic()
        for ask in (slow.run, slow.ask, lambda *words: list(slow.stream(words))):
            with pytest.raises(GitError):
                ask("20")
        assert time.monotonic() - before < 10


class Slow(Git):
    """A program that takes no `-C`."""

    def command(self, arguments):
        return [self.program, *arguments]


class TestStreaming:
    def test_one_command(self, git, started):
        assert b"".join(git.stream(["rev-list", "HEAD"])).decode().split() == [started.tip("main")]

    def test_a_pipeline(self, git, started):
        chunks = git.stream(["rev-list", "HEAD"], ["cat-file", "--batch-check=%(objecttype)"])
        assert b"".join(chunks) == b"commit\n"

    def test_the_first_command_fails(self, git):
        with pytest.raises(GitError, match="git rev-list failed: fatal"):
            list(git.stream(["rev-list", "nothing"], ["cat-file", "--batch"]))

    def test_what_came_before_is_given(self, started, git):
        gone = started.commit("two\n")
        between, last = started.commit("three\n"), started.commit("four\n")
        started.object_path(gone).unlink()
        chunks = git.stream(["rev-list", "main"], ["cat-file", "--batch-check=%(objectname)"])
        found = []

        def read():
            for chunk in chunks:
                found.append(chunk)  # noqa: PERF402  # what came before it fails

        with pytest.raises(GitError):
            read()
        assert b"".join(found).decode().split() in ([last], [last, between])

    def test_who_stops_early_leaves_no_process(self, git, started):
        started.store("blob", b"x" * 5_000_000)
        stream = git.stream(["cat-file", "--batch-all-objects", "--batch"])
        next(stream)
        stream.close()
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)


@pytest.mark.skipif(os.name == "nt", reason="a script of the shell")
def test_without_a_work_tree_nothing_watches_it(started):
    monitor = started.git_directory / "monitor"
    monitor.write_text(f"#!/bin/sh\ntouch '{monitor}.called'\n")
    monitor.chmod(0o755)
    started.git("config", "core.fsmonitor", str(monitor))
    git = Git(str(started.path), scrubbed(os.environ)).without_work_tree(str(started.git_directory))
    git.run("diff-tree", "-p", "--root", "HEAD")
    assert not os.path.exists(f"{monitor}.called")


@pytest.mark.skipif(os.name != "nt", reason="elsewhere only PATH is looked in")
def test_no_program_of_the_current_directory_is_git(tmp_path, monkeypatch):
    shutil.copy(sys.executable, tmp_path / "git.exe")
    monkeypatch.chdir(tmp_path)
    assert Git(".", scrubbed(os.environ)).run("--version").startswith(b"git version")
