"""`undersign disclose`: the commit that it makes, and what it refuses."""

import json

import pytest

from tests.repositories import CLAUDE


@pytest.fixture
def history(repository, monkeypatch):
    """A beginning, and an assistant's commit that says nothing; a branch beside it."""
    repository.commit("The beginning\n")
    repository.branch("base")
    repository.branch("side")
    repository.commit("Aside\n", branch="side")
    repository.silent = repository.commit("Undisclosed\n", author=CLAUDE, files={"a": "1\n"})
    repository.check_out()
    monkeypatch.chdir(repository.path)
    return repository


class TestDisclose:
    WORDS = ("--model", "Claude-Code:claude-opus-5", "--context", "issue:42")

    def test_a_commit_that_speaks_for_others(self, history, undersign):
        (history.path / "staged").write_text("x\n")
        history.git("add", "staged")
        code, output, error = undersign("disclose", "HEAD", *self.WORDS)
        assert code == 0, error
        assert b"undersign approve HEAD" in output
        assert history.git("log", "-1", "--format=%T %P") == history.git(
            "log", "-1", "--format=%T %H", "HEAD~1"
        )
        assert history.git("status", "--porcelain") == "A  staged"
        shown = history.git("log", "-1", "--format=%(trailers:only)").split("\n")
        assert shown[0] == f"Discloses: {history.silent}"
        report = json.loads(undersign("verify", "base..HEAD", "--format", "json")[1])
        assert [found["rule"] for found in report["findings"]] == ["US103", "US103", "US117"]

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (["nothing", *WORDS], "no commit named"),
            (["side", *WORDS], "not in the history of HEAD"),
            (["HEAD", "--model", "TODO", "--context", "issue:42"], "Assisted-by"),
            (["HEAD", "--model", "Claude-Code:x", "--context", "TODO"], "AI-Context"),
        ],
    )
    def test_what_cannot_be(self, history, undersign, words, told):
        code, _, error = undersign("disclose", *words)
        assert code == 2
        assert told in error.decode()
        assert history.git("rev-parse", "HEAD") == history.silent
