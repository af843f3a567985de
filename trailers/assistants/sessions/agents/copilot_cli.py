"""Copilot CLI: `${COPILOT_HOME:-~/.copilot}/session-state/<session id>/events.jsonl`.

Events have `type`, `data` and `timestamp`. `session.start` and `session.resume` give `data.context.cwd` and
`data.selectedModel`, `session.model_change` gives `data.newModel`, and an `assistant.message` since 1.0 its
own `data.model`, which is the one that `auto` has chosen.
Sources: git-ai `src/streams/agents/copilot_cli.rs` and its fixture `copilot_cli_session_events.jsonl`;
github.com/github/copilot-cli issue 3551 (the events are no published contract), 2118.
"""

import os

from trailers.assistants.sessions.naming import is_id, shown
from trailers.assistants.sessions.ours import elsewhere, is_ours, is_recent
from trailers.assistants.sessions.places import File, folder, names_in, real_file
from trailers.assistants.sessions.reading import Dialect, Heard, Record, first_directory, read_models
from trailers.assistants.sessions.session import Asked, Session, session_of, without_transcript

AGENT = "github-copilot"
ID = "COPILOT_AGENT_SESSION_ID"
_FILE = "events.jsonl"
_HEAD = 1 << 16
_SET = {
    "session.start": "selectedModel",
    "session.resume": "selectedModel",
    "session.model_change": "newModel",
}


def hear(record: Record) -> Heard | None:
    kind, data = record.get("type"), record.get("data")
    if not isinstance(kind, str) or not isinstance(data, dict):
        return None
    if kind == "assistant.message" and data.get("model"):
        return "used", data["model"]
    key = _SET.get(kind)
    return ("set", data[key]) if key and data.get(key) else None


def where(record: Record) -> object:
    data = record.get("data")
    context = data.get("context") if isinstance(data, dict) else None
    return context.get("cwd") if isinstance(context, dict) else None


_MODELS = (b'"selectedModel"', b'"newModel"', b'"model"')
DIALECT = Dialect(hear, where, (*_MODELS, b'"session.'), (b'"assistant.message"',), repeats=b"model")


def find(asked: Asked) -> Session | None:
    """The session that the environment names, else the one that was written last in this work tree."""
    identity = asked.environ.get(ID, "")
    root = folder(asked, "COPILOT_HOME", "session-state", default=(".copilot",))
    if identity:
        return _named(asked, root, identity)
    return _newest(asked, root) if root else None


def _named(asked: Asked, root: str, identity: str) -> Session:
    if not is_id(identity):
        return without_transcript(AGENT, "", f"{ID} is no session's id: {shown(identity)}")
    path = os.path.join(root, identity, _FILE)
    if not root or not os.path.lexists(path):
        return without_transcript(AGENT, identity, f"no events of the session {identity} were found")
    told = read_models(root, path, asked.since, DIALECT)
    directories = (*told.directories, *first_directory(root, path, DIALECT, _HEAD))
    other = elsewhere(AGENT, f"the session {identity}", directories, asked.directory)
    return other or session_of(AGENT, identity, path, told)


def _newest(asked: Asked, root: str) -> Session | None:
    files = []
    for name in names_in(root):
        path = os.path.join(root, name, _FILE)
        try:
            _, status = real_file(root, path)
        except OSError:
            continue
        if is_id(name) and is_recent(status.st_mtime, asked.since):
            files.append(File(path, status.st_mtime))
    for file in sorted(files, key=lambda file: (-file.written, file.path)):
        directories = first_directory(root, file.path, DIALECT, _HEAD)
        if any(is_ours(directory, asked.directory) for directory in directories):
            identity = os.path.basename(os.path.dirname(file.path))
            return session_of(AGENT, identity, file.path, read_models(root, file.path, asked.since, DIALECT))
    return None
