"""`undersign approve`: a person at a terminal, real commits, and nobody else."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.repositories import APPROVED, CLAUDE, CONTEXT, JANE, JOHN, MODEL, clone, message
from tests.terminals import at_terminal, without_terminal

COMMAND = [sys.executable, "-I", "-m", "trailers", "approve"]
OPEN = message(MODEL, CONTEXT)


@pytest.fixture(autouse=True)
def person(monkeypatch):
    monkeypatch.setenv("GIT_COMMITTER_NAME", "John Keats")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "john@keats.test")


@pytest.fixture
def work(repository):
    """A base, an assisted commit without approval, a commit of a person, another assisted one."""
    repository.commit("The beginning\n", files={"README": "read me\n"})
    repository.branch("base")
    repository.commit(message(MODEL, CONTEXT, title="First"), files={"a": "1\n"})
    repository.commit("By a person\n", files={"b": "2\n"}, author=JOHN)
    repository.commit(message(MODEL, CONTEXT, title="Second"), files={"c": "3\n"})
    repository.check_out()
    return repository


def headers(repository, name):
    """What has to stay: trees, people, dates and the number of parents, oldest first."""
    form = "--format=%T %an <%ae> %ad %cn <%ce> %cd %e"
    return repository.git("log", "--reverse", "--date=raw", form, name)


def approvals(repository, spec="base..main"):
    form = "--format=%s: %(trailers:key=Approved-by,valueonly,separator=%x2C)"
    return repository.git("log", "--reverse", form, spec).split("\n")


def approve(repository, *words, answers="y\n"):
    return at_terminal([*COMMAND, *words], answers, repository.path)


class TestApproving:
    def test_the_line_is_added_to_those_that_lack_one(self, work):
        before, tip = headers(work, "main"), work.tip("main")
        code, shown = approve(work, "base..HEAD")
        assert code == 0, shown
        assert approvals(work) == [f"First: {JOHN}", "By a person: ", f"Second: {JOHN}"]
        assert headers(work, "main") == before
        assert work.git("status", "--porcelain") == ""
        assert "approved 2 commits, 3 made anew" in shown
        assert work.verify("base..main").verdict == "clean"
        work.git("reset", "-q", "--soft", tip)
        assert headers(work, "main") == before

    def test_what_is_shown(self, work):
        shown = approve(work, "base..HEAD", answers="n\n")[1]
        for words in (
            "First",
            "models:  Claude-Code:claude-opus-5",
            "context: session:claude-code/",
            "files:   a",
            f"Do you, {JOHN}, answer for these 2 commits? [y/N]",
        ):
            assert words in shown

    @pytest.mark.parametrize("answers", ["n\n", "\n", "\x04", "perhaps\n"])
    def test_another_answer_changes_nothing(self, work, answers):
        tip = work.tip("main")
        code, shown = approve(work, "base..HEAD", answers=answers)
        assert (code, work.tip("main")) == (1, tip)
        assert "nothing was changed" in shown

    def test_twice(self, work):
        approve(work, "base..HEAD")
        tip = work.tip("main")
        code, shown = approve(work, "base..HEAD")
        assert (code, work.tip("main")) == (0, tip)
        assert "every commit has the approval that it needs" in shown

    def test_one_commit_in_the_middle(self, work):
        code, shown = approve(work, "HEAD~2")
        assert code == 0, shown
        assert approvals(work) == [f"First: {JOHN}", "By a person: ", "Second: "]

    def test_staged_and_changed_files_stay(self, work):
        (work.path / "a").write_text("changed\n")
        (work.path / "c").write_text("staged\n")
        work.git("add", "c")
        before = work.git("status", "--porcelain")
        assert approve(work, "base..HEAD")[0] == 0
        assert work.git("status", "--porcelain") == before

    def test_merges_keep_the_order_of_their_parents(self, work):
        work.branch("side", "base")
        work.commit(message(MODEL, CONTEXT, title="Aside"), files={"d": "4\n"}, branch="side")
        work.merge("Merge side\n", "side")
        work.check_out()
        tree = work.git("log", "-1", "--format=%T %s", "main")
        code, shown = approve(work, "base..HEAD")
        assert code == 0, shown
        assert work.git("log", "-1", "--format=%T %s", "main") == tree
        assert work.git("log", "-1", "--format=%s", "main^1") == "Second"
        assert work.git("log", "-1", "--format=%s", "main^2") == "Aside"
        assert approvals(work, "main^2^..main^2") == [f"Aside: {JOHN}"]

    def test_what_is_not_utf_8_keeps_its_encoding(self, work):
        work.commit(message(MODEL, CONTEXT, title="Köpfe").encode("latin-1"), encoding="ISO-8859-1")
        work.check_out()
        assert approve(work, "HEAD~1..HEAD")[0] == 0
        assert work.git("log", "-1", "--format=%e %s", "main") == "ISO-8859-1 Köpfe"
        assert b"K\xf6pfe" in subprocess.check_output(["git", "cat-file", "commit", "main"], cwd=work.path)

    def test_notes_are_copied_as_by_a_rebase(self, work):
        work.git("config", "notes.rewriteRef", "refs/notes/commits")
        work.git("notes", "add", "-m", "noted", "main", GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@b")
        assert approve(work, "base..HEAD")[0] == 0
        assert work.git("notes", "show", "main") == "noted"


class TestSignatures:
    def test_one_that_holds_no_more_is_left_out(self, work):
        content = work.read(work.tip("main"))
        head, _, text = content.partition(b"\n\n")
        signed = (
            head + b"\ngpgsig -----BEGIN SSH SIGNATURE-----\n abc\n -----END SSH SIGNATURE-----\n\n" + text
        )
        work.move("main", work.store("commit", signed))
        code, shown = approve(work, "HEAD~1..HEAD")
        assert code == 0, shown
        assert "1 lost a signature" in shown
        assert "gpgsig" not in work.git("cat-file", "commit", "main")

    @pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")
    def test_made_anew_where_the_configuration_signs(self, work, tmp_path):
        key = tmp_path / "key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        (tmp_path / "allowed").write_text(f"john@keats.test {key.with_suffix('.pub').read_text()}")
        for name, value in {
            "gpg.format": "ssh",
            "user.signingKey": key,
            "commit.gpgSign": "true",
            "gpg.ssh.allowedSignersFile": tmp_path / "allowed",
        }.items():
            work.git("config", name, str(value))
        before = headers(work, "main")
        code, shown = approve(work, "base..HEAD")
        assert code == 0, shown
        assert headers(work, "main") == before
        assert work.git("log", "--format=%G?", "base..main").split() == ["G", "G", "G"]


class TestWhoMay:
    @pytest.mark.parametrize(
        "environ",
        [{"CLAUDECODE": "1"}, {"CODEX_THREAD_ID": "x"}, {"AI_AGENT": "some"}, {"CURSOR_AGENT": "1"}],
    )
    def test_no_assistant(self, work, environ):
        tip = work.tip("main")
        code, shown = at_terminal([*COMMAND, "base..HEAD"], "y\n", work.path, {**os.environ, **environ})
        assert (code, work.tip("main")) == (2, tip)
        assert "only a person can approve" in shown

    def test_nobody_without_a_terminal(self, work):
        tip = work.tip("main")
        code, shown = without_terminal([*COMMAND, "base..HEAD"], work.path)
        assert (code, work.tip("main")) == (2, tip)
        assert "there is no terminal" in shown

    def test_no_identity_of_an_assistant(self, work, monkeypatch):
        monkeypatch.setenv("GIT_COMMITTER_NAME", "Claude")
        monkeypatch.setenv("GIT_COMMITTER_EMAIL", "noreply@anthropic.com")
        tip = work.tip("main")
        code, shown = approve(work, "base..HEAD")
        assert (code, work.tip("main")) == (2, tip)
        assert "only a person can approve" in shown

    def test_under_other_not_who_made_it(self, work):
        work.git("switch", "-q", "base")
        work.commit("Policy\n", files={"undersign.toml": '[approver]\nrule = "other"\n'}, branch="base")
        work.commit(OPEN, files={"x": "1\n"}, branch="base", author=JOHN)
        work.commit(message(MODEL, CONTEXT, title="Hers"), files={"y": "1\n"}, branch="base", author=JANE)
        work.git("reset", "-q", "--hard", "base")
        code, shown = approve(work, "HEAD~2..HEAD")
        assert code == 0, shown
        assert "not commit" in shown
        assert "made the change too" in shown
        assert approvals(work, "base~2..base") == ["A change: ", f"Hers: {JOHN}"]


class TestWhatCannotBe:
    def test_pushed_commits(self, work, tmp_path):
        copy = clone(work.path, tmp_path / "copy")
        code, shown = at_terminal([*COMMAND, "HEAD~1..HEAD"], "y\n", copy)
        assert code == 2
        assert "a remote has commit" in shown
        assert "git push --force-with-lease" in shown
        assert at_terminal([*COMMAND, "--pushed", "HEAD~1..HEAD"], "y\n", copy)[0] == 0

    def test_the_upstream_is_the_base_where_none_is_named(self, work, tmp_path):
        assert "has no upstream" in approve(work)[1]
        copy = clone(work.path, tmp_path / "copy")
        assert "every commit has" in at_terminal(COMMAND, "y\n", copy)[1]

    def test_commits_that_are_not_checked_out(self, work):
        work.branch("side", "base")
        work.commit(OPEN, branch="side")
        code, shown = approve(work, "base..side")
        assert code == 2
        assert "not in what is checked out" in shown

    @pytest.mark.parametrize("name", ["MERGE_HEAD", "CHERRY_PICK_HEAD", "rebase-merge"])
    def test_while_git_is_in_the_middle(self, work, name):
        (work.path / ".git" / name).write_text(work.tip("main") + "\n")
        code, shown = approve(work, "base..HEAD")
        assert code == 2
        assert "is under way" in shown

    def test_approved_already_by_whom_it_names(self, work):
        work.commit(message(MODEL, CONTEXT, APPROVED), author=CLAUDE)
        work.check_out()
        assert "every commit has" in approve(work, "HEAD~1..HEAD")[1]
