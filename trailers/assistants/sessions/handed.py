"""What an assistant's own hook has handed over: `<git dir>/undersign/session.json`.

    {"schema": "undersign-session/1",
     "sessions": [{"agent": "cursor", "id": "…", "transcript": "/…", "time": 1795286491,
                   "models": [{"name": "claude-opus-5", "time": 1795286491}]}]}

Sessions and models stand in the order of their first use, with the time of the last, in seconds. Cursor's
hook says `conversation_id` and `model`, Windsurf's `trajectory_id` and `model_name`, on standard input;
their transcripts do not name the model.
Sources: cursor.com/docs/agent/hooks, docs.windsurf.com/windsurf/cascade/hooks.
"""

import os
import time
from contextlib import contextmanager

from trailers.assistants.sessions.naming import is_id, model_name, shown
from trailers.assistants.sessions.ours import is_recent
from trailers.assistants.sessions.places import inside, read_start, real_file
from trailers.assistants.sessions.scanning import record_of
from trailers.assistants.sessions.session import Asked, Session, without_transcript
from trailers.assistants.sessions.storing import store
from trailers.assistants.sessions.times import seconds_of
from trailers.typed import Any, Iterator, NamedTuple

SCHEMA = "undersign-session/1"
FOLDER, FILE = "undersign", "session.json"
_LARGEST = 1 << 20
_MOST_SESSIONS, _MOST_MODELS = 16, 32
_IDS = {"cursor": "CURSOR_CONVERSATION_ID"}
# Where the transcripts lie that may be named: nothing else is read on their account.
_TRANSCRIPTS = (".cursor", ".windsurf", ".codeium")


class Handed(NamedTuple):
    """What a hook says: the assistant's id, the session's, the model as the vendor writes it."""

    agent: str
    id: str
    model: object = None
    transcript: str = ""


def write_handed(git_dir: str, handed: Handed, now: int) -> None:
    """Add what was handed over to the file; raises OSError, and ValueError for what is no session's id."""
    import json

    if not is_id(handed.id) or not is_id(handed.agent):
        raise ValueError("no id of a session")
    folder = os.path.join(git_dir, FOLDER)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    if os.path.islink(folder):
        raise OSError(f"{folder} is a link")
    with _alone(folder):
        sessions = list(_sessions(git_dir))
        mine = next((entry for entry in sessions if _is_of(entry, handed)), None)
        if mine is None:
            mine = {"agent": handed.agent, "id": handed.id, "transcript": "", "time": now, "models": []}
            sessions.append(mine)
        _update(mine, handed, now)
        sessions = sorted(sessions, key=_time)[-_MOST_SESSIONS:]
        text = json.dumps({"schema": SCHEMA, "sessions": sessions}, indent=1) + "\n"
        store(os.path.join(folder, FILE), text.encode())


def read_handed(git_dir: str, agent: str, since: int, identity: str = "") -> Session | None:
    """The session of that id, else the agent's last one; None where nothing was handed over since."""
    entries = [
        entry for entry in _sessions(git_dir) if entry.get("agent") == agent and is_id(entry.get("id"))
    ]
    if identity:
        entries = [entry for entry in entries if entry["id"] == identity]
    entry = max(entries, key=_time, default=None)
    if entry is None or not (identity or is_recent(_time(entry), since)):
        return None
    source = os.path.join(git_dir, FOLDER, FILE)
    models = _models(entry)
    names = [name for name, last in models if last >= since] or [name for name, _ in models[-1:]]
    warnings = () if names else (f"the hook of the session {entry['id']} has named no model",)
    path = entry.get("transcript")
    transcript = path if isinstance(path, str) else ""
    return Session(agent, entry["id"], tuple(names), transcript, bool(names), warnings, source)


def find(asked: Asked, agent: str) -> Session | None:
    """What was handed over for this work tree; its transcript only where the tool keeps such."""
    identity = asked.environ.get(_IDS.get(agent, ""), "")
    if identity and not is_id(identity):
        return without_transcript(agent, "", f"{_IDS[agent]} is no session's id: {shown(identity)}")
    git_dir = git_dir_of(asked)
    found = read_handed(git_dir, agent, asked.since, identity) if git_dir else None
    if found is None and identity:
        return without_transcript(agent, identity, f"no hook has told the models of the session {identity}")
    if found is not None and not _is_transcript(asked.home, found.transcript):
        return found._replace(transcript="")
    return found


def git_dir_of(asked: Asked) -> str:
    """The git directory of the work tree; '' where there is none."""
    given = asked.environ.get("GIT_DIR", "") or ".git"
    path = os.path.join(asked.directory, given)
    if os.path.isdir(path):
        return path
    try:
        text = read_start(os.path.realpath(asked.directory), path, 4096).decode()
    except (OSError, ValueError):
        return ""
    if not text.startswith("gitdir: "):
        return ""
    path = os.path.join(asked.directory, text.removeprefix("gitdir: ").strip("\r\n"))
    return path if "\0" not in path and os.path.isdir(path) else ""


def _is_transcript(home: str, path: str) -> bool:
    if not os.path.isabs(path) or not os.path.isabs(home):
        return False
    top = os.path.realpath(home)
    for name in _TRANSCRIPTS:
        root = os.path.realpath(os.path.join(top, name))
        try:
            if inside(root, top) and root != top and real_file(root, path):
                return True
        except OSError:
            continue
    return False


def _sessions(git_dir: str) -> Iterator[dict[str, Any]]:
    """The entries of the file; none where it is not there or no longer what we write."""
    root = os.path.realpath(git_dir)
    try:
        data = read_start(root, os.path.join(root, FOLDER, FILE), _LARGEST + 1)
    except OSError:
        return
    record = record_of(data)
    if record is None or record.get("schema") != SCHEMA or not isinstance(record.get("sessions"), list):
        return
    yield from (entry for entry in record["sessions"] if isinstance(entry, dict))


def _time(entry: dict[str, Any]) -> float:
    return seconds_of(entry.get("time")) or 0.0


def _is_of(entry: dict[str, Any], handed: Handed) -> bool:
    return entry.get("agent") == handed.agent and entry.get("id") == handed.id


def _models(entry: dict[str, Any]) -> list[tuple[str, float]]:
    models = entry.get("models")
    found = []
    for model in models if isinstance(models, list) else ():
        if isinstance(model, dict):
            name = model_name(model.get("name"))
            if name:
                found.append((name, _time(model)))
    return found


def _update(entry: dict[str, Any], handed: Handed, now: int) -> None:
    entry["time"] = now
    if handed.transcript:
        entry["transcript"] = handed.transcript
    models = dict(_models(entry))
    name = model_name(handed.model)
    if name:
        models[name] = now
    kept = sorted(models.items(), key=lambda pair: pair[1])[-_MOST_MODELS:]
    entry["models"] = [
        {"name": name, "time": int(last)} for name, last in models.items() if (name, last) in kept
    ]


@contextmanager
def _alone(folder: str) -> Iterator[None]:
    """Only one hook at a time, where the system has locks; none waits for more than a fifth of a second."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        for _ in range(20):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                time.sleep(0.01)
        yield
    finally:
        os.close(handle)
