"""No file, whatever is in it, makes a reader fail, or gives a name that a trailer could not carry."""

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import session_files as files
from trailers.assistants.environment import Assistant
from trailers.assistants.sessions.finding import find_session

SINCE = files.START + 1000
WORDS = st.sampled_from(
    [
        "assistant",
        "gemini",
        "turn_context",
        "session.model_change",
        "assistant.message",
        "a",
        "b\nc: d",
        "",
        "auto",
        files.iso(SINCE),
        "2026",
        "/",
        "file:///",
        "cursor",
        "undersign-session/1",
        "T-1",
        "x",
    ]
)
KEYS = st.sampled_from(
    [
        "type",
        "message",
        "model",
        "timestamp",
        "cwd",
        "payload",
        "data",
        "newModel",
        "selectedModel",
        "context",
        "usage",
        "messages",
        "env",
        "initial",
        "trees",
        "uri",
        "sessionId",
        "role",
        "schema",
        "sessions",
        "agent",
        "id",
        "models",
        "name",
        "time",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=15,
)
LINES = st.lists(VALUES.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=20), max_size=8)


def check(tool, environ, home, work):
    found = find_session(Assistant(tool, tool, "strong", ""), environ, str(home), str(work), SINCE)
    if found is None:
        return
    assert all(name.isascii() and name.isprintable() and " " not in name for name in found.models)
    assert all(text.isprintable() for text in found.warnings)
    assert found.models or found.warnings


@pytest.mark.parametrize(
    "tool", ["claude-code", "codex", "github-copilot", "gemini-cli", "amp", "factory-droid"]
)
@settings(max_examples=40, deadline=None)
@given(lines=LINES, where=st.integers(0, 3))
def test_any_lines(tmp_path_factory, tool, lines, where):
    home = tmp_path_factory.mktemp("home")
    work = home / "work"
    work.mkdir()
    made = files.MAKERS[tool](home, work, [(SINCE, "m")])
    own = made.path.read_bytes().splitlines()
    path = (
        made.path.with_name(made.path.name.replace(".jsonl", ".settings.json")) if where == 3 else made.path
    )
    path.write_bytes(b"\n".join([*own[:where], *lines, *own[where:]]) + b"\n")
    os.utime(made.path, (SINCE, SINCE))
    for environ in (made.environ, {}):
        check(tool, environ, home, work)


@settings(max_examples=40, deadline=None)
@given(value=VALUES)
def test_any_hand_over(tmp_path_factory, value):
    work = tmp_path_factory.mktemp("home") / "work"
    folder = work / ".git" / "undersign"
    folder.mkdir(parents=True)
    for whole in (
        value,
        {"schema": "undersign-session/1", "sessions": [value, {"agent": "cursor", "id": "c"}]},
    ):
        (folder / "session.json").write_text(json.dumps(whole))
        check("cursor", {}, work.parent, work)
        check("cursor", {"CURSOR_CONVERSATION_ID": "c"}, work.parent, work)


@pytest.mark.parametrize("tool", ["opencode", "crush"])
@settings(max_examples=20, deadline=None)
@given(at=st.integers(0, 30_000), data=st.binary(min_size=1, max_size=200))
def test_any_bytes_in_a_database(tmp_path_factory, tool, at, data):
    home = tmp_path_factory.mktemp("home")
    work = home / "work"
    work.mkdir()
    made = files.MAKERS[tool](home, work, [(SINCE, "m")])
    text = bytearray(made.path.read_bytes())
    text[at : at + len(data)] = data
    made.path.write_bytes(text)
    check(tool, {}, home, work)
