"""Cases 17 to 24 and 29 of reference/trailers.md 3.4: what git's own commands do to a disclosure.

git runs here as people run it, with the message hook installed, once as a person and once as an assistant.
"""

import os
import subprocess
import sys

import pytest

from tests.repositories import (
    APPROVED,
    CLAUDE,
    CONTEXT,
    DISCLOSED,
    JOHN,
    MODEL,
    NONE,
    Repository,
    message,
    rules,
)

DEPENDABOT = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>"
FORGE = "GitHub <noreply@github.com>"
EXPLICIT = '[disclosure]\nmode = "explicit"\n'
EXPLICIT_WITH_BOT = f"{EXPLICIT}[[bots]]\nid = 49699333\n"
ASSISTANT = {"CLAUDECODE": "1"}


class Work(Repository):
    """A work tree with the message hook installed."""

    def __init__(self, path):
        super().__init__(path)
        self.commit("one\n", files={"a": "1\n"})
        self.branch("base")
        self.check_out()
        hook = self.git_directory / "hooks" / "commit-msg"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f'#!/bin/sh\nexec {sys.executable} -I -m hooks.disclosure "$1"\n')
        hook.chmod(0o755)

    def run(self, *arguments, **environ):
        """The exit code of a git command, and all that it prints."""
        command = ["git", "-C", str(self.path), *arguments]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "GIT_EDITOR": ":", **environ},
        )
        return done.returncode, done.stdout + done.stderr

    def change(self, name, text):
        """Change a file and stage it."""
        (self.path / name).write_text(text)
        self.git("add", name)

    def made(self, name, text, **environ):
        """Commit a change with this message, hook and all."""
        self.change(name, f"{len(text)}\n")
        code, output = self.run("commit", "-m", text, **environ)
        assert code == 0, output
        return self.git("rev-parse", "HEAD")

    def text(self, revision="HEAD"):
        return self.git("log", "-1", "--format=%B", revision).rstrip("\n")

    def trailers(self, revision="HEAD"):
        return self.git("log", "-1", "--format=%(trailers:only,unfold)", revision).strip().split("\n")


@pytest.fixture
def work(tmp_path):
    return Work(tmp_path)


class TestSquash:
    """case-17: `git merge --squash` indents what it collects; the hook and the range both tell the loss."""

    @pytest.fixture
    def squashed(self, work):
        work.git("checkout", "-q", "-b", "topic")
        work.made("b", message(DISCLOSED, title="Two"))
        work.made("c", message(DISCLOSED, title="Three"))
        work.git("checkout", "-q", "main")
        work.git("merge", "-q", "--squash", "topic")
        return work

    def test_case_17_the_hook_tells_it(self, squashed):
        code, output = squashed.run("commit", "--no-edit")
        assert code == 1
        assert output.count("error US106") == 3
        assert "git merge --squash has indented it" in output
        assert "the message is kept: git commit -e -F" in output

    def test_case_17_the_range_tells_it(self, squashed):
        squashed.run("commit", "--no-edit", "--no-verify")
        assert rules(squashed.verify("base..HEAD")) == ["US106", "US106", "US106"]

    def test_case_17_noop(self, squashed):
        code, output = squashed.run("commit", "-m", message(DISCLOSED, title="Two and three"))
        assert code == 0, output
        assert rules(squashed.verify("base..HEAD")) == []

    def test_case_17_an_assistant_keeps_the_approvals_of_what_it_squashes(self, squashed):
        code, output = squashed.run("commit", "-m", message(DISCLOSED, title="Two and three"), **ASSISTANT)
        assert code == 0, output


class TestAutosquash:
    """case-16: what `rebase --autosquash` makes of the messages is judged as it is."""

    def test_case_16_a_fixup_that_was_folded(self, work):
        work.made("b", message(DISCLOSED, title="Two"))
        work.made("b", message(title="fixup! Two"))
        assert rules(work.verify("base..HEAD")) == ["US114"]
        code, output = work.run("rebase", "-i", "--autosquash", "base", GIT_SEQUENCE_EDITOR=":")
        assert code == 0, output
        assert rules(work.verify("base..HEAD")) == []

    def test_case_16_a_squash_that_buries_the_trailers(self, work):
        work.made("b", message(DISCLOSED, title="Two"))
        work.made("b", message(title="squash! Two", body="And more."))
        code, output = work.run("rebase", "-i", "--autosquash", "base", GIT_SEQUENCE_EDITOR=":")
        assert code == 0, output
        assert rules(work.verify("base..HEAD")) == ["US106", "US106", "US106"]

    def test_case_16_the_hook_lets_it_pass(self, work):
        assert work.made("b", message(title="fixup! one"))


class TestMerge:
    """case-19: a merge is judged as any commit; forges' queues and merges need nothing."""

    def test_case_19_a_disclosed_merge(self, work):
        work.made("b", message(MODEL, CONTEXT, APPROVED, title="Two"))
        work.git("checkout", "-q", "-b", "topic", "base")
        work.made("c", "Three")
        code, output = work.run("merge", "--no-ff", "-m", message(MODEL, title="Merge"), "main")
        assert code == 1
        assert "error US102" in output

    @pytest.mark.parametrize(
        "title", ["Merge branch 'topic'", "Merge pull request #1 from x/y", "gh-readonly-queue"]
    )
    def test_case_19_noop(self, started, title):
        started.branch("topic")
        started.commit("t\n", files={"t": "t"}, branch="topic")
        started.commit("m\n", files={"m": "m"})
        started.branch("base")
        started.merge(f"{title}\n", "topic", author=JOHN, committer=FORGE)
        assert rules(started.verify("base..main")) == []

    def test_case_19_a_merge_by_an_assistant(self, started):
        started.branch("topic")
        started.commit("t\n", files={"t": "t"}, branch="topic")
        started.branch("base")
        started.merge("Merge\n", "topic", author=CLAUDE)
        assert rules(started.verify("base..main")) == ["US101", "US102", "US103"]


class TestRevert:
    """case-20: a revert has no trailers and runs no hook; an exact one needs no statement."""

    @pytest.fixture
    def explicit(self, started):
        started.commit("policy\n", files={"undersign.toml": EXPLICIT})
        started.commit(message(NONE), files={"f": "1"})
        started.branch("base")
        return started

    def test_case_20_detected_mode(self, work):
        work.made("b", message(DISCLOSED, title="Two"))
        code, output = work.run("revert", "--no-edit", "HEAD", **ASSISTANT)
        assert code == 0, output
        assert rules(work.verify("HEAD^..HEAD")) == []

    def test_case_20_an_exact_revert(self, explicit):
        named = explicit.tip("main")
        explicit.commit(f"Revert\n\nThis reverts commit {named}.\n", files={"f": None})
        assert rules(explicit.verify("base..main")) == []

    def test_case_20_a_revert_with_more_in_it(self, explicit):
        named = explicit.tip("main")
        explicit.commit(f"Revert\n\nThis reverts commit {named}.\n", files={"f": None, "g": "1"})
        assert rules(explicit.verify("base..main")) == ["US107"]

    def test_case_20_a_revert_that_names_nothing(self, explicit):
        explicit.commit("Revert it\n", files={"f": None})
        assert rules(explicit.verify("base..main")) == ["US107"]

    def test_case_20_a_revert_by_an_assistant(self, explicit):
        named = explicit.tip("main")
        text = f"Revert\n\nThis reverts commit {named}.\n"
        explicit.commit(text, files={"f": None}, author=CLAUDE)
        assert rules(explicit.verify("base..main")) == ["US101", "US102", "US103"]


class TestReplay:
    """case-21 and case-22: what is replayed keeps its trailers, and no hook of ours stands in its way."""

    def test_case_21_cherry_pick_x(self, work):
        work.git("checkout", "-q", "-b", "topic")
        work.made("b", message(DISCLOSED, title="Two"))
        before = work.trailers()
        work.git("checkout", "-q", "main")
        code, output = work.run("cherry-pick", "-x", "topic", **ASSISTANT)
        assert code == 0, output
        assert work.text().split("\n")[-1].startswith("(cherry picked from commit ")
        assert work.trailers() == before
        assert rules(work.verify("base..HEAD")) == []

    def test_case_22_an_assistant_rebases_what_people_committed(self, work):
        work.git("checkout", "-q", "-b", "topic")
        work.made("b", "By a person")
        work.made("c", message(MODEL, CONTEXT, f"Approved-by: {JOHN}\n", title="Approved"))
        texts = [work.text("HEAD~1"), work.text()]
        work.git("checkout", "-q", "main")
        work.made("d", "Another")
        code, output = work.run("rebase", "main", "topic", **ASSISTANT)
        assert code == 0, output
        assert [work.text("HEAD~1"), work.text()] == texts

    def test_case_22_an_assistant_resolves_a_conflict(self, work):
        work.git("checkout", "-q", "-b", "topic")
        work.made("a", message(DISCLOSED, title="Two"))
        work.git("checkout", "-q", "main")
        work.made("a", "Another way, longer")
        code, _ = work.run("cherry-pick", "topic", **ASSISTANT)
        assert code == 1
        work.change("a", "both\n")
        code, output = work.run("cherry-pick", "--continue", **ASSISTANT)
        assert code == 0, output
        assert rules(work.verify("base..HEAD")) == []

    def test_case_22_an_assistant_amends_the_message(self, work):
        work.made("b", message(DISCLOSED, title="Two"))
        code, output = work.run("commit", "--amend", "-m", message(DISCLOSED, title="Better"), **ASSISTANT)
        assert code == 0, output

    def test_case_22_an_approval_does_not_outlive_its_change(self, work):
        work.made("b", message(DISCLOSED, title="Two"))
        work.change("b", "another tree\n")
        code, output = work.run("commit", "--amend", "--no-edit", **ASSISTANT)
        assert code == 1
        assert "error US501" in output
        code, output = work.run("commit", "-a", "--amend", "-m", message(MODEL, CONTEXT), **ASSISTANT)
        assert code == 0, output

    def test_case_22_a_change_that_is_not_staged_counts_with_a(self, work):
        work.made("b", message(DISCLOSED, title="Two"))
        (work.path / "b").write_text("another tree\n")
        code, output = work.run("commit", "-a", "--amend", "--no-edit", **ASSISTANT)
        assert code == 1
        assert "error US501" in output

    def test_case_22_a_sign_off_is_no_approval(self, work):
        work.made(
            "b", message(MODEL, CONTEXT, APPROVED.replace("Approved", "Signed-off"), title="Two"), **ASSISTANT
        )
        code, output = work.run("commit", "--amend", "-m", message(DISCLOSED, title="Two"), **ASSISTANT)
        assert code == 1
        assert "error US501" in output

    def test_case_22_a_person_amends(self, work):
        work.made("b", message(DISCLOSED, title="Two"))
        work.change("b", "another tree\n")
        code, output = work.run("commit", "--amend", "--no-edit")
        assert code == 0, output


class TestHooksAreSkipped:
    """case-23: where no hook ran, the range is judged all the same."""

    def test_case_23_no_verify(self, work):
        work.change("b", "1\n")
        work.run("commit", "--no-verify", "-m", message(MODEL), **ASSISTANT)
        assert rules(work.verify("base..HEAD")) == ["US102", "US103"]

    def test_case_23_am(self, work):
        work.git("checkout", "-q", "-b", "topic")
        work.change("b", "1\n")
        work.run("commit", "--no-verify", "-m", message(MODEL))
        patch = work.git("format-patch", "-1", "--stdout")
        work.git("checkout", "-q", "main")
        work.git("am", "-q", stdin=patch.encode() + b"\n")
        assert rules(work.verify("base..HEAD")) == ["US102", "US103"]

    def test_case_23_am_drops_what_stands_below_a_divider(self, work):
        work.git("checkout", "-q", "-b", "topic")
        work.change("b", "1\n")
        work.run("commit", "-m", f"Two\n\n---\n\n{DISCLOSED}")
        assert rules(work.verify("base..HEAD")) == ["US112 warning"]
        patch = work.git("format-patch", "-1", "--stdout")
        work.git("checkout", "-q", "main")
        work.git("am", "-q", stdin=patch.encode() + b"\n")
        assert work.text() == "Two"

    @pytest.mark.parametrize(
        "author", [CLAUDE, "aider (gpt-5) <noreply@aider.chat>", f"Jane (aider) {JOHN.split(' ')[-1]}"]
    )
    def test_case_23_commits_that_assistants_make(self, started, author):
        started.commit("x\n", author=author)
        assert rules(started.verify("main^..main")) == ["US101", "US102", "US103"]


BOTS = [
    pytest.param(DEPENDABOT, FORGE, [], id="noop, the forge commits"),
    pytest.param(DEPENDABOT, DEPENDABOT, [], id="noop, it commits itself"),
    pytest.param("renamed <49699333+other[bot]@users.noreply.github.com>", FORGE, [], id="noop, its number"),
    pytest.param(DEPENDABOT, JOHN, ["US107"], id="a person applies it"),
    pytest.param("dependabot[bot] <x@evil.test>", FORGE, ["US107"], id="its name"),
    pytest.param("x <1+dependabot[bot]@users.noreply.github.com>", FORGE, ["US107"], id="another number"),
    pytest.param("x <49699333+dependabot[bot]@evil.test>", FORGE, ["US107"], id="another host"),
    pytest.param(JOHN, DEPENDABOT, ["US107"], id="only the committer"),
]


class TestBots:
    """case-24: a bot is known by its number, as author and committer, and never by its name."""

    @pytest.mark.parametrize(("author", "committer", "expected"), BOTS)
    def test_case_24(self, started, author, committer, expected):
        started.commit("policy\n", files={"undersign.toml": EXPLICIT_WITH_BOT})
        started.commit("Bump x\n", author=author, committer=committer)
        assert rules(started.verify("main^..main")) == expected


class TestAssistantApproves:
    """case-29: an assistant writes the approval itself."""

    @pytest.mark.parametrize(
        "environ", [ASSISTANT, {"AI_AGENT": "x"}, {"CURSOR_AGENT": "1"}, {"CODEX_SANDBOX": "seatbelt"}]
    )
    def test_case_29_the_hook_refuses(self, work, environ):
        work.change("b", "1\n")
        code, output = work.run("commit", "-m", message(DISCLOSED), **environ)
        assert code == 1
        assert "error US501: line 5" in output
        assert "a person adds their own" in output
        assert work.git("rev-parse", "HEAD") == work.tip("base")

    def test_case_29_noop(self, work):
        assert work.made("b", message(DISCLOSED))
        assert work.made("c", message(MODEL, CONTEXT), **ASSISTANT)

    @pytest.mark.parametrize(
        "approver",
        [
            CLAUDE,
            "Copilot <223556219+Copilot@users.noreply.github.com>",
            DEPENDABOT,
            "x <1+any[bot]@users.noreply.github.com>",
        ],
    )
    def test_case_29_in_its_own_name(self, started, approver):
        started.commit(message(MODEL, CONTEXT, f"Approved-by: {approver}\n"))
        assert rules(started.verify("main^..main")) == ["US501"]

    def test_case_29_a_review_by_an_assistant_is_no_approval_and_no_offence(self, started):
        started.commit(message(MODEL, CONTEXT, f"Reviewed-by: {CLAUDE}\n"))
        assert rules(started.verify("main^..main")) == ["US103"]
