"""`undersign trailers suggest`: what would be written, and from which source."""

import json

import pytest

from tests.secret_examples import filled
from tests.writers import CLAUDE, SAID, SESSION, assistant
from trailers.cli.edge import main


@pytest.fixture
def as_agent(tmp_path, work, monkeypatch):
    for name, value in assistant(tmp_path / "home", work.path).items():
        monkeypatch.setenv(name, value)


def test_an_assistant(work, as_agent, capsys):
    assert main(["trailers", "suggest", "-C", str(work.path)]) == 0
    model, session, digest, source = capsys.readouterr().out.splitlines()
    assert (model, session) == (CLAUDE, SAID)
    assert digest.startswith("AI-Context: sha256:")
    assert source.startswith("# from CLAUDECODE, ")
    assert source.endswith(f"{SESSION}.jsonl")


def test_as_json(work, as_agent, capsys):
    (work.path / "undersign.toml").write_text("[context]\ndigest = false\n")
    assert main(["trailers", "suggest", "-C", str(work.path / "."), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said.pop("source").startswith("CLAUDECODE, ")
    assert said == {
        "schema": "undersign-suggestion/1",
        "assistant": "claude-code",
        "trailers": [CLAUDE, SAID],
        "warnings": [],
    }


def test_nothing_is_kept_by_asking(work, as_agent, tmp_path, capsys):
    (tmp_path / "kept").mkdir()
    (work.path / "undersign.toml").write_text(f'[context]\nkeep = "{tmp_path / "kept"}"\n')
    assert main(["trailers", "suggest", "-C", str(work.path)]) == 0
    assert not list((tmp_path / "kept").iterdir())


def test_a_person(work, capsys):
    assert main(["trailers", "suggest", "-C", str(work.path)]) == 0
    assert capsys.readouterr().out == "# no assistant runs this: nothing would be written\n"


def test_an_unknown_format(work, capsys):
    assert main(["trailers", "suggest", "-C", str(work.path), "--format", "yaml"]) == 2
    assert "--format text|json" in capsys.readouterr().err


def test_a_keyed_digest_of_the_prompt(work, as_agent, monkeypatch, capsys):
    (work.path / "undersign.toml").write_text('[context]\ndigest = false\nkey_id = "team"\n')
    monkeypatch.setenv("UNDERSIGN_HMAC", "team:" + filled("{hex:64}", 1))
    assert main(["trailers", "suggest", "-C", str(work.path)]) == 0
    line = capsys.readouterr().out.splitlines()[2]
    assert line.startswith("AI-Context: hmac-sha256:team:")


def test_no_prompt_that_the_commits_do_not_want(work, as_agent, capsys):
    (work.path / "undersign.toml").write_text("[context]\ndigest = false\nprompt = true\n")
    assert main(["trailers", "suggest", "-C", str(work.path)]) == 0
    told = capsys.readouterr().out
    assert "note:" not in told
    assert "# no prompt is written: the policy at " in told
    work.commit("The policy\n", files={"undersign.toml": "[context]\nprompt = true\n"})
    assert main(["trailers", "suggest", "-C", str(work.path)]) == 0
    assert "AI-Context: note:prompt:please\n" in capsys.readouterr().out
