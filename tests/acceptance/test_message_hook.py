"""`ai-disclosure` under pre-commit and prek, with real commits."""

import os

import pytest

from tests.acceptance.making import WorkTree, plain_environ

pytestmark = pytest.mark.acceptance

TITLE = "Add a parser\n\n"
MODEL = "Assisted-by: Claude-Code:claude-opus-5\n"
CONTEXT = "AI-Context: issue:12\n"
APPROVER = "Approved-by: Jane Roe <jane@roe.example>\n"
GOOD = TITLE + MODEL + CONTEXT + APPROVER
BAD = TITLE + MODEL
ASSISTANT = {"CLAUDECODE": "1"}

PASSES = [
    ("no help", "Mend a typo", {}),
    ("all three", GOOD, {}),
    ("no help, said", TITLE + "AI-Assistance: none\n", {}),
    ("by an assistant, approver still to come", TITLE + MODEL + CONTEXT, ASSISTANT),
]
REFUSED = [
    ("no context", TITLE + MODEL + APPROVER, {}, "US102"),
    ("no approver", TITLE + MODEL + CONTEXT, {}, "US103"),
    (
        "a vendor's line that names no model",
        TITLE + "Co-authored-by: Claude <noreply@anthropic.com>",
        {},
        "US101",
    ),
    ("a trailer in the body", TITLE + MODEL + "\n" + CONTEXT + APPROVER, {}, "US106"),
    ("by an assistant, undisclosed", "Mend a typo", ASSISTANT, "US101"),
    ("by an assistant that approves", GOOD, ASSISTANT, "US501"),
]
FIXED = [
    ("a trailer in the body", TITLE + MODEL + "\n" + CONTEXT + APPROVER, TITLE + CONTEXT + APPROVER + MODEL),
    (
        "a block that another line spoils",
        GOOD + "Closes #12",
        TITLE + "Closes #12\n\n" + GOOD.partition("\n\n")[2],
    ),
    ("nothing to mend", GOOD, GOOD),
]


def table(rows):
    return {"argvalues": [row[1:] for row in rows], "ids": [row[0] for row in rows]}


@pytest.mark.parametrize(("message", "more"), **table(PASSES))
def test_passes(work_tree, message, more):
    done = work_tree.commit(message, **more)
    assert done.code == 0, done.text
    assert work_tree.head_message() == message.strip()


@pytest.mark.parametrize(("message", "more", "rule"), **table(REFUSED))
def test_refused_and_kept_as_it_was(work_tree, message, more, rule):
    before = work_tree.git("rev-parse", "HEAD")
    done = work_tree.commit(message, **more)
    assert done.code == 1
    assert f"error {rule}" in done.text
    assert "git commit -e -F .git/COMMIT_EDITMSG" in done.text
    assert work_tree.git("rev-parse", "HEAD") == before
    assert work_tree.kept_message() == message.rstrip("\n") + "\n"


@pytest.mark.parametrize(("message", "stored"), **table(FIXED))
def test_fix_mends(mending_work_tree, message, stored):
    done = mending_work_tree.commit(message)
    assert done.code == 0, done.text
    assert mending_work_tree.head_message() == stored.rstrip("\n")


def test_fix_invents_nothing(mending_work_tree):
    done = mending_work_tree.commit(BAD)
    assert done.code == 1
    assert "error US102" in done.text
    assert "error US103" in done.text
    assert mending_work_tree.kept_message() == BAD


def test_the_kept_message_can_be_taken_up_again(work_tree):
    assert work_tree.commit(BAD).code == 1
    more = ["--trailer", CONTEXT.strip(), "--trailer", APPROVER.strip()]
    done = work_tree.try_git("commit", "-e", "-F", ".git/COMMIT_EDITMSG", *more, GIT_EDITOR="true")
    assert done.code == 0, done.text
    assert work_tree.head_message() == GOOD.rstrip("\n")


def edits_twice(work_tree, editor, *options):
    """A bad message typed into the editor, above what git puts there, then a good one."""
    (work_tree.path / "file").write_text(f"{CONTEXT}\n{APPROVER}")
    work_tree.git("add", "file")
    editor.prepends(BAD)
    assert work_tree.try_git("commit", *options, GIT_EDITOR=editor.command).code == 1
    editor.prepends(GOOD)
    done = work_tree.try_git("commit", *options, GIT_EDITOR=editor.command)
    assert done.code == 0, done.text
    assert work_tree.head_message() == GOOD.rstrip("\n")


def test_what_git_puts_into_the_editor_does_not_count(work_tree, editor):
    edits_twice(work_tree, editor, "-v")


def test_a_message_with_issue_numbers_under_another_comment_character(work_tree):
    work_tree.git("config", "core.commentChar", ";")
    message = f"#12 add a parser\n\n# really\n\n{MODEL}{CONTEXT}{APPROVER}"
    done = work_tree.commit(message)
    assert done.code == 0, done.text
    assert work_tree.head_message() == message.rstrip("\n")


def test_an_empty_message_is_left_to_git(work_tree, editor):
    editor.prepends("")
    (work_tree.path / "file").write_text("new\n")
    work_tree.git("add", "file")
    done = work_tree.try_git("commit", GIT_EDITOR=editor.command)
    assert done.code == 1
    assert "empty commit message" in done.text


@pytest.mark.parametrize(
    ("message", "code"), [("Merge branch 'side'", 0), (GOOD, 0), (BAD, 1)], ids=["plain", "good", "bad"]
)
def test_merge(work_tree, message, code):
    work_tree.git("switch", "-q", "-c", "side")
    assert work_tree.commit("On the side").code == 0
    work_tree.git("switch", "-q", "main")
    done = work_tree.try_git("merge", "--no-ff", "-m", message, "side")
    assert done.code == code, done.text


def test_amending(work_tree):
    assert work_tree.commit(GOOD).code == 0
    before = work_tree.git("rev-parse", "HEAD")
    assert work_tree.try_git("commit", "--amend", "-m", BAD).code == 1
    assert work_tree.git("rev-parse", "HEAD") == before
    assert work_tree.try_git("commit", "--amend", "-m", GOOD.replace("Add", "Write")).code == 0


def test_an_assistant_that_amends_keeps_an_approval_of_the_same_tree_only(work_tree):
    assert work_tree.commit(GOOD).code == 0
    reworded = GOOD.replace("Add", "Write")
    done = work_tree.try_git("commit", "--amend", "-m", reworded, **ASSISTANT)
    assert done.code == 0, done.text
    done = work_tree.commit(reworded, "--amend", **ASSISTANT)
    assert done.code == 1
    assert "error US501" in done.text


def test_a_rebase_does_not_ask(work_tree):
    work_tree.git("switch", "-q", "-c", "side")
    assert work_tree.commit(BAD, "--no-verify").code == 0
    work_tree.git("switch", "-q", "main")
    work_tree.git("commit", "-q", "--allow-empty", "-m", "Go on")
    work_tree.git("rebase", "-q", "main", "side")
    assert work_tree.head_message() == BAD.rstrip("\n")


def test_an_unreadable_policy_is_not_clean(work_tree):
    (work_tree.path / "undersign.toml").write_text("[disclosure]\nmodus = 'explicit'\n")
    done = work_tree.commit(GOOD)
    assert done.code == 1  # both runners turn every failure into 1
    assert "modus" in done.text
    assert "exit code: 2" in done.text


@pytest.fixture
def plain(installed, tmp_path):
    """A work tree whose hook is called without a framework."""
    plain = WorkTree(tmp_path / "plain", plain_environ())
    plain.path.mkdir()
    plain.git("init", "-q", "-b", "main")
    hook = plain.path / ".git" / "hooks" / "commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\nexec {installed} -I -m hooks.disclosure "$1"\n')
    hook.chmod(0o755)
    return plain


@pytest.mark.skipif(os.name == "nt", reason="a shell script as git hook")
def test_without_a_framework(plain):
    assert plain.commit(BAD).code == 1
    assert plain.kept_message() == BAD
    assert plain.commit(GOOD).code == 0


@pytest.mark.skipif(os.name == "nt", reason="a shell script as git hook")
@pytest.mark.parametrize("comment", ["#", ";", "auto"])
@pytest.mark.parametrize("options", [(), ("-v",), ("--cleanup=scissors",)], ids=" ".join)
def test_nothing_that_git_puts_into_the_editor_counts(plain, editor, options, comment):
    plain.git("config", "core.commentChar", comment)
    edits_twice(plain, editor, *options)
