"""Gemini CLI: `${GEMINI_CLI_HOME:-~}/.gemini/tmp/<project>/chats/session-<time>-<id's first 8>.jsonl`.

The project's folder holds its directory in `.project_root`; before, it was called by the SHA-256 of that. The
first line has `sessionId`; a message of the type `gemini` has `model` and `timestamp`. Subagents write
`chats/<session id>/<id>.jsonl`.
Source: github.com/google-gemini/gemini-cli, `packages/core/src/services/chatRecordingService.ts`,
`chatRecordingTypes.ts`, `config/projectRegistry.ts`, `utils/paths.ts` (August 2026).
"""

import os

from trailers.assistants.sessions.agents import gemini_document
from trailers.assistants.sessions.combining import with_subagents
from trailers.assistants.sessions.naming import is_id, shown
from trailers.assistants.sessions.ours import is_ours, is_recent, relates, spellings
from trailers.assistants.sessions.places import File, files_in, first_record, folder, names_in, read_start
from trailers.assistants.sessions.reading import Dialect, Heard, Record, read_models
from trailers.assistants.sessions.session import Asked, Session, session_of, without_transcript
from trailers.typed import Iterator

AGENT = "gemini-cli"
ID = "GEMINI_SESSION_ID"  # only for its hooks
_ROOT = ".project_root"
_START, _END = "session-", ".jsonl"
_HEAD, _LONGEST_PATH = 1 << 16, 1 << 12
_DIGITS = 64  # of a SHA-256


def hear(record: Record) -> Heard | None:
    if record.get("type") != "gemini" or not record.get("model"):
        return None
    return "used", record["model"]


def where(record: Record) -> object:
    return record.get("directory")  # it is the project's folder that has one


DIALECT = Dialect(hear, where, (b'"model"',), repeats=b"model")


def find(asked: Asked) -> Session | None:
    """The session that the environment names, else the one that was written last for this work tree."""
    identity = asked.environ.get(ID, "")
    if identity and not is_id(identity):
        return without_transcript(AGENT, "", f"{ID} is no session's id: {shown(identity)}")
    root = folder(asked, "GEMINI_CLI_HOME", ".gemini", "tmp", default=())
    for file in sorted(_chats(asked, root, identity), key=lambda file: (-file.written, file.path)):
        if file.path.endswith(gemini_document.END):
            session = gemini_document.session_in(AGENT, root, file.path, asked.since)
            if session and identity in ("", session.id):
                return session
            continue
        found = _id_of(root, file.path)
        if found and identity in ("", found):
            return _read(asked, root, file.path, found)
    if identity:
        return without_transcript(AGENT, identity, f"no chat of the session {identity} was found")
    return None


def _read(asked: Asked, root: str, path: str, identity: str) -> Session:
    told = read_models(root, path, asked.since, DIALECT)
    subagents = files_in(root, os.path.join(os.path.dirname(path), identity), "", _END)
    return session_of(AGENT, identity, path, with_subagents(told, root, subagents, asked.since, DIALECT))


def _chats(asked: Asked, root: str, identity: str) -> Iterator[File]:
    """The chats of this work tree's projects; with an id, also of those of a directory around it."""
    for name in names_in(root) if root else ():
        project = os.path.join(root, name)
        if not _is_of(asked, root, project, identity):
            continue
        for end in (_END, gemini_document.END):
            for file in files_in(root, os.path.join(project, "chats"), _START, end):
                if identity or is_recent(file.written, asked.since):
                    yield file


def _is_of(asked: Asked, root: str, project: str, identity: str) -> bool:
    """Whether a project's folder is of this work tree."""
    try:
        directory = read_start(root, os.path.join(project, _ROOT), _LONGEST_PATH).decode().strip()
    except (OSError, ValueError):
        name = os.path.basename(project)
        if len(name) != _DIGITS:
            return False
        from hashlib import sha256

        paths = map(os.fsencode, spellings(asked.directory))
        return name in {sha256(path).hexdigest() for path in paths}
    return (relates if identity else is_ours)(directory, asked.directory)


def _id_of(root: str, path: str) -> str:
    record = first_record(root, path, _HEAD)
    found = record.get("sessionId") if record else None
    return found if isinstance(found, str) and is_id(found) else ""
