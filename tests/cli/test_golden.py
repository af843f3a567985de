"""The reports as people and programs see them, against files in tests/golden.

`UNDERSIGN_GOLDEN=write pytest tests/cli/test_golden.py` writes them anew; look at the difference.
"""

import json
import os
from pathlib import Path

import jsonschema
import pytest

from tests.rendered import READERS
from tests.repositories import (
    APPROVED,
    CLAUDE,
    CONTEXT,
    DISCLOSED,
    JOHN,
    MODEL,
    Repository,
    clone,
    message,
    run_git,
)
from trailers.output.formats import FORMATS
from trailers.output.json_v1 import report_schema
from trailers.version import VERSION

GOLDEN = Path(__file__).parent.parent / "golden"
CI = [name for name in FORMATS if name not in ("text", "json")]

POLICY = """
[models]
denied = [{ model = "gpt-*", reason = "not reviewed yet" }]

[severity]
US113 = "note"
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A range with about one finding of each kind."""
    repository = Repository(tmp_path_factory.mktemp("golden") / "repository")
    repository.commit("The beginning\n", files={"undersign.toml": POLICY, "kept": "kept\n"})
    repository.branch("base")
    repository.branch("topic")
    repository.commit(message(DISCLOSED, title="Disclose it"), files={"a": "1\n"})
    repository.commit("Say nothing of it\n", files={"a": "2\n"}, author=CLAUDE, committer=JOHN)
    repository.commit(f"Spoil it\n\n{DISCLOSED}Closes #12\n", files={"a": "3\n"})
    repository.commit(message("Assisted-by: TODO\n", CONTEXT, APPROVED, title="Leave it open"))
    repository.commit(message("Assisted-by: Codex:gpt-5\n", CONTEXT, APPROVED, title="Use another model"))
    repository.commit(message(MODEL, CONTEXT, f"Approved-by: {CLAUDE}\n", title="Approve oneself"))
    repository.commit("caf\udce9\n")
    repository.commit("fixup! Disclose it \x1b[31m\n", files={"undersign.toml": "# nothing\n"})
    repository.commit(message(MODEL, CONTEXT, title="On a branch"), files={"b": "1\n"}, branch="topic")
    approved = message(f"Approved-by: {JOHN}\n", title="Merge topic")
    repository.merge(approved, "topic", files={"b": "1\n"})
    repository.branch("other", "base")
    repository.commit("On another branch\n", files={"c": "1\n"}, branch="other")
    repository.merge("Merge other\n", "other", files={"kept": "changed\n"})
    return repository.path


def as_written(name, text):
    """Whether the text is that of the golden file, which is written instead where that is asked for."""
    file = GOLDEN / name
    text = text.replace(f'"semanticVersion": "{VERSION}"'.encode(), b'"semanticVersion": "0.0.0"')
    if os.environ.get("UNDERSIGN_GOLDEN") == "write":
        file.write_bytes(text)
    return text == file.read_bytes()


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        pytest.param("findings.txt", ["base..main"], 1, id="text"),
        pytest.param("findings-in-colour.txt", ["base..main", "--color", "always"], 1, id="colours"),
        pytest.param("findings.json", ["base..main", "--format", "json"], 1, id="json"),
        pytest.param("clean.txt", ["base..main~9", "--strict"], 0, id="clean text"),
        pytest.param("clean.json", ["base..main~9", "--format", "json"], 0, id="clean json"),
        *(pytest.param(f"findings.{name}", ["base..main", "--format", name], 1, id=name) for name in CI),
        *(
            pytest.param(f"clean.{name}", ["base..main~9", "--format", name], 0, id=f"clean {name}")
            for name in CI
        ),
    ],
)
def test_reports(undersign, path, name, arguments, code):
    found, output, error = undersign("verify", "-C", path, *arguments)
    assert (found, error) == (code, b"")
    assert as_written(name, output)


def test_unchecked(undersign, path, tmp_path):
    copy = clone(path, tmp_path / "clone", "--depth=3", "--branch=main")
    run_git(copy, "fetch", "-q", "--depth=1", "origin", "base:base")
    for name in ("txt", "json", *CI):
        code, output, _ = undersign(
            "verify", "-C", copy, "base..main", "--format", "text" if name == "txt" else name
        )
        assert code == 2
        assert as_written(f"unchecked.{name}", output)


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.json")), ids=lambda file: file.name)
def test_json_follows_its_schema(file):
    jsonschema.validate(json.loads(file.read_text()), json.loads(report_schema()))


@pytest.mark.parametrize(
    "file", sorted(file for name in CI for file in GOLDEN.glob(f"*.{name}")), ids=lambda file: file.name
)
def test_each_is_read_by_its_format(file):
    """By its schema where there is one, else by the parser of those who read it."""
    READERS[file.suffix[1:]](file.read_bytes().decode())
