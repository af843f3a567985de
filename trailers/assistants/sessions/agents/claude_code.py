"""Claude Code: `${CLAUDE_CONFIG_DIR:-~/.claude}/projects/<directory>/<session id>.jsonl`.

The directory is spelled with a hyphen for all but letters and digits. A record of the type `assistant` has
the model in `message.model` (`<synthetic>` for what the tool itself said); all have `cwd` and `timestamp`.
Subagents write `<session id>/subagents/agent-<id>.jsonl`; before 2.1, `agent-<id>.jsonl` beside the
session, with its `sessionId`. Files are deleted after 30 days.
Sources: code.claude.com/docs/en/settings (cleanupPeriodDays, CLAUDE_CONFIG_DIR); git-ai
`src/streams/agents/claude.rs` and its fixtures; ccusage `adapter/claude/README.md`.
"""

import os

from trailers.assistants.sessions.combining import with_subagents
from trailers.assistants.sessions.naming import is_id, shown
from trailers.assistants.sessions.ours import any_relates, elsewhere, is_ours, is_recent, spellings
from trailers.assistants.sessions.places import File, files_in, folder, names_in, read_start
from trailers.assistants.sessions.reading import Dialect, Heard, Record, read_models
from trailers.assistants.sessions.session import Asked, Session, Told, session_of, without_transcript
from trailers.typed import Iterator

AGENT = "claude-code"
ID = "CLAUDE_CODE_SESSION_ID"
_LONGEST = 200  # longer names of folders are cut, and end with a hash
_END = ".jsonl"
_HEAD = 1 << 16


def hear(record: Record) -> Heard | None:
    message = record.get("message")
    if record.get("type") != "assistant" or not isinstance(message, dict) or "model" not in message:
        return None
    return "used", message["model"]


def where(record: Record) -> object:
    return record.get("cwd")


DIALECT = Dialect(hear, where, (b'"model"',), repeats=b"model", place=b"cwd")
# Without the directories of lines that tell no new model: most often the others have the one that counts.
_AT_A_GLANCE = DIALECT._replace(place=b"")


def find(asked: Asked) -> Session | None:
    """The session that the environment names, else the one that was written last in this work tree."""
    identity = asked.environ.get(ID, "")
    root = folder(asked, "CLAUDE_CONFIG_DIR", "projects", default=(".claude",))
    if identity:
        return _named(asked, root, identity)
    return _newest(asked, root) if root else None


def _named(asked: Asked, root: str, identity: str) -> Session:
    if not is_id(identity):
        return without_transcript(AGENT, "", f"{ID} is no session's id: {shown(identity)}")
    path = _path_of(root, identity, asked.directory) if root else ""
    if not path:
        return without_transcript(AGENT, identity, f"no transcript of the session {identity} was found")
    told = _read(asked, root, path, identity)
    other = elsewhere(AGENT, f"the session {identity}", told.directories, asked.directory)
    return other or session_of(AGENT, identity, path, told)


def _newest(asked: Asked, root: str) -> Session | None:
    sessions = [
        file
        for name in _folders(root, asked.directory)
        for file in files_in(root, os.path.join(root, name), "", _END)
        if is_recent(file.written, asked.since) and _is_session(file)
    ]
    sessions.sort(key=lambda file: -file.written)
    for file in sessions:
        identity = os.path.basename(file.path).removesuffix(_END)
        told = _read(asked, root, file.path, identity)
        if any(is_ours(path, asked.directory) for path in told.directories):
            return session_of(AGENT, identity, file.path, told)
    return None


def _read(asked: Asked, root: str, path: str, identity: str) -> Told:
    told = read_models(root, path, asked.since, _AT_A_GLANCE)
    if not any_relates(told.directories, asked.directory):
        told = read_models(root, path, asked.since, DIALECT)
    return with_subagents(told, root, _subagents(asked, root, path, identity), asked.since, DIALECT)


def _is_session(file: File) -> bool:
    name = os.path.basename(file.path).removesuffix(_END)
    return is_id(name) and not name.startswith("agent-")


def _spelled(directory: str) -> str:
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in directory)


def _folders(root: str, directory: str) -> list[str]:
    """The folders of this work tree and of the directories in it, and others that are spelled like that."""
    starts = tuple(_spelled(path)[:_LONGEST] for path in spellings(directory))
    return [
        name for name in names_in(root) if name in starts or name.startswith(tuple(f"{s}-" for s in starts))
    ]


def _path_of(root: str, identity: str, directory: str) -> str:
    """The file of a session: most often in this directory's folder, else in that of another."""
    own = [_spelled(path)[:_LONGEST] for path in spellings(directory)]
    for name in (*own, *names_in(root)):
        path = os.path.join(root, name, identity + _END)
        if os.path.lexists(path):
            return path
    return ""


def _subagents(asked: Asked, root: str, path: str, identity: str) -> Iterator[File]:
    yield from files_in(root, os.path.join(path.removesuffix(_END), "subagents"), "agent-", _END)
    mine = b'"sessionId":"' + identity.encode() + b'"'
    for file in files_in(root, os.path.dirname(path), "agent-", _END):
        if not is_recent(file.written, asked.since):
            return
        try:
            head = read_start(root, file.path, _HEAD)
        except OSError:
            continue
        if mine in head.partition(b"\n")[0]:
            yield file
