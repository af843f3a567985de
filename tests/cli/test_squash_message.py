"""The message for a squash merge: what it keeps, what it must not keep, and git reads it so."""

import pytest

from tests.repositories import (
    APPROVED,
    CLAUDE,
    CONTEXT,
    JANE,
    JOHN,
    MODEL,
    NONE,
    message,
    run_git,
)

OTHER = "Assisted-by: Codex:gpt-5.2-codex\n"
THERE = "AI-Context: issue:42\n"
SIGNED = "Signed-off-by: John Keats <john@keats.test>\n"
REVIEWED = f"Reviewed-by: {JANE}\n"


def trailers_of(text, directory):
    return run_git(directory, "interpret-trailers", "--parse", "--no-divider", stdin=text).split("\n")


@pytest.fixture
def squash(repository, undersign, monkeypatch):
    """The lines that git reads in the message for these commits, and what was warned of."""
    monkeypatch.chdir(repository.path)
    repository.commit("The beginning\n")
    repository.branch("base")

    def squashed(*messages, words=()):
        for text in messages:
            repository.commit(text)
        code, output, error = undersign("squash-message", "base..main", *words)
        assert code == 0, error
        found = trailers_of(output, repository.path)
        return [line for line in found if line], output.decode(), error.decode()

    return squashed


@pytest.mark.parametrize(
    ("messages", "kept"),
    [
        ([message(MODEL, CONTEXT, APPROVED)], [MODEL, CONTEXT, APPROVED]),
        (
            [message(MODEL, CONTEXT, APPROVED), message(OTHER, THERE, APPROVED)],
            [MODEL, CONTEXT, APPROVED, OTHER, THERE],
        ),
        ([message(MODEL, CONTEXT), message(MODEL, CONTEXT)], [MODEL, CONTEXT]),
        ([message(MODEL, CONTEXT, APPROVED), message(OTHER, CONTEXT)], [MODEL, CONTEXT, OTHER]),
        ([message(MODEL, CONTEXT, APPROVED), "By a person\n"], [MODEL, CONTEXT, APPROVED]),
        # An approval of what a person made is not one of what an assistant made.
        ([message(MODEL, CONTEXT), message(APPROVED)], [MODEL, CONTEXT]),
        # Under another key, and with another spelling of the address, it is the same person's.
        (
            [message(MODEL, APPROVED), message(OTHER, "Reviewed-by: J <JANE+x@austen.test>\n")],
            [MODEL, APPROVED, OTHER, "Reviewed-by: J <JANE+x@austen.test>\n"],
        ),
        ([message(NONE), message(MODEL, CONTEXT)], [MODEL, CONTEXT]),
        ([message(NONE), message(NONE)], [NONE]),
        ([message(SIGNED), message(MODEL, SIGNED)], [SIGNED, MODEL]),
        ([message(APPROVED), message(REVIEWED)], [APPROVED, REVIEWED]),
        ([message("Fixes: #1\n"), message("Fixes: #2\n")], ["Fixes: #1\n", "Fixes: #2\n"]),
        (["One\n", "Two\n"], []),
    ],
)
def test_what_is_kept(squash, messages, kept):
    assert squash(*messages)[0] == [line.rstrip("\n") for line in kept]


def test_the_text(squash):
    text = squash(
        message(MODEL, title="First", body="Because.\n\nAnd more."),
        "Second\n",
        message(CONTEXT, title="Third"),
    )[1]
    assert text == ("First\n\n* First\n\nBecause.\n\nAnd more.\n\n* Second\n\n* Third\n\n" + MODEL + CONTEXT)


def test_one_commit_keeps_its_message(squash):
    text = message(MODEL, CONTEXT, title="First", body="Because.")
    assert squash(text)[1] == text


def test_a_title_can_be_given(squash):
    assert (
        squash("One\n", "Two\n", words=["--title", "All of it (#3)"])[1]
        == "All of it (#3)\n\n* One\n\n* Two\n"
    )


def test_an_approval_of_some_is_told(squash):
    error = squash(message(MODEL, CONTEXT, APPROVED), message(OTHER, CONTEXT))[2]
    assert f"left out: Approved-by: {JANE}" in error


def test_help_that_names_no_model_is_told(squash, repository):
    repository.commit("By an assistant\n", author=CLAUDE)
    assert "names no model" in squash(message(MODEL, CONTEXT))[2]


def test_what_stood_above_trailers_does_not_become_one(squash):
    near = message(MODEL, CONTEXT, body=f"Approved-by: {JANE}")
    assert squash(near, near)[0] == [line.rstrip("\n") for line in (MODEL, CONTEXT)]
    lines, text, _ = squash(message(APPROVED, body=f"Acked-by: {JOHN}"))
    assert f"Acked-by: {JOHN}" not in lines
    assert f"Acked-by: {JOHN}" in text


def test_the_squash_verifies_as_its_commits_do(squash, repository):
    text = squash(message(MODEL, CONTEXT, APPROVED), message(OTHER, THERE, APPROVED))[1]
    repository.branch("squashed", "base")
    repository.commit(text, branch="squashed")
    assert repository.verify("base..squashed").verdict == "clean"


@pytest.mark.parametrize("spec", ["base..base", "nothing..here"])
def test_what_cannot_be(repository, undersign, monkeypatch, spec):
    monkeypatch.chdir(repository.path)
    repository.commit("The beginning\n")
    repository.branch("base")
    assert undersign("squash-message", spec)[:2] == (2, b"")
