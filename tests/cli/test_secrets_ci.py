"""`undersign secrets scan --ci`: what the CI's event brings, as `undersign verify` finds it."""

import json

import pytest

from tests.owned import printed
from tests.repositories import Repository
from tests.secret_values import GITHUB

ZERO = "0" * 40


@pytest.fixture
def pushed(tmp_path, monkeypatch):
    """Call it with what a push says: a repository whose last commit adds a secret, and that push's event."""
    repository = Repository(tmp_path / "work")
    commits = {"first": repository.commit("Begin\n", files={"a.py": "limit = 1\n"})}
    commits["clean"] = repository.commit("Go on\n", files={"b.py": "limit = 2\n"})
    commits["leaked"] = repository.commit("Use it\n", files={"a.py": f'token = "{GITHUB}"\n'})
    repository.check_out()
    monkeypatch.chdir(repository.path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def happens(before, after, ref="refs/heads/main"):
        file = tmp_path / "event.json"
        ids = {"": ZERO, **commits}
        event = {"before": ids.get(before, before), "after": ids[after], "ref": ref}
        file.write_text(json.dumps({**event, "repository": {"default_branch": "main"}}))
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_EVENT_NAME", "push")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(file))
        return repository

    return happens


@pytest.mark.parametrize(
    ("push", "code", "told"),
    [
        pytest.param(("first", "clean"), 0, "1 commit and 1 file checked", id="clean"),
        pytest.param(("clean", "leaked"), 1, "1 commit and 1 file checked", id="a secret"),
        pytest.param(("first", "leaked"), 1, "2 commits and 2 files checked", id="two commits"),
        pytest.param(("", "leaked"), 1, "3 commits and 3 files checked", id="the first push"),
        pytest.param(("leaked", ""), 0, "0 findings", id="a branch that goes"),
    ],
)
def test_what_a_push_brings(undersign, pushed, push, code, told):
    pushed(*push)
    found, text = printed(undersign("secrets", "scan", "--ci"))
    assert (found, told in text) == (code, True), text
    assert GITHUB not in text


def test_a_branch_that_brings_nothing(undersign, pushed):
    repository = pushed("", "clean", ref="refs/heads/topic")
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    code, text = printed(undersign("secrets", "scan", "--ci", "--format", "json"))
    assert (code, json.loads(text)["findings"]) == (0, [])


def test_a_base_that_is_not_there(undersign, pushed):
    pushed("e" * 40, "clean")
    code, text = printed(undersign("secrets", "scan", "--ci"))
    assert (code, "fetch-depth: 0" in text) == (2, True)


@pytest.mark.parametrize("words", [["a.py"], ["--all"], ["--staged"], ["--range", "A..B"], ["--stdin"]])
def test_it_stands_alone(undersign, pushed, words):
    pushed("first", "clean")
    code, text = printed(undersign("secrets", "scan", "--ci", *words))
    assert (code, "--ci says what to look at" in text) == (2, True)


def test_without_a_ci_it_is_what_would_be_pushed(undersign, started, monkeypatch):
    monkeypatch.chdir(started.path)
    code, text = printed(undersign("secrets", "scan", "--ci"))
    assert code == 2
    assert "upstream" in text
