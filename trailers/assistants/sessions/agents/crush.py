"""Crush: `.crush/crush.db` in the work tree; a `data_directory` that its settings name is not looked for.

Table `sessions` has `id`, `parent_session_id` and `updated_at`, table `messages` has `session_id`, `role`,
`model` and `created_at`: seconds, though the schema's comment says milliseconds. Both are read.
Source: github.com/charmbracelet/crush `internal/db/migrations/20250424200609_initial.sql`,
`internal/db/sql/{sessions,messages}.sql`, `internal/config/load.go`, `docs/hooks/README.md` (August 2026).
"""

import os

from trailers.assistants.sessions.databases import Database, DatabaseError, database
from trailers.assistants.sessions.dated import told_of
from trailers.assistants.sessions.naming import is_id, shown
from trailers.assistants.sessions.ours import is_recent
from trailers.assistants.sessions.session import Asked, Session, without_transcript
from trailers.assistants.sessions.times import seconds_of

AGENT = "crush"
ID = "CRUSH_SESSION_ID"  # only for its hooks
_FOLDER, _FILE = ".crush", "crush.db"
_MOST = 5000
_NAMED = "SELECT id, updated_at FROM sessions WHERE id = ?"
_LAST = "SELECT id, updated_at FROM sessions WHERE parent_session_id IS NULL ORDER BY updated_at DESC LIMIT 1"
_MODELS = (
    "SELECT created_at, CASE WHEN length(CAST(model AS BLOB)) < 1000 THEN model ELSE '?' END FROM messages"
    " WHERE role = 'assistant' AND model <> ''"
    " AND (session_id = ? OR session_id IN (SELECT id FROM sessions WHERE parent_session_id = ?))"
    " ORDER BY created_at DESC LIMIT ?"
)


def find(asked: Asked) -> Session | None:
    """The session that the environment names, else the one of this work tree that was used last."""
    root = os.path.join(os.path.realpath(asked.directory), _FOLDER)
    path = os.path.join(root, _FILE)
    if not os.path.lexists(path):
        return None
    try:
        with database(root, path) as base:
            return _session(asked, base, path)
    except (OSError, DatabaseError) as error:
        return without_transcript(AGENT, "", f"{shown(path)} cannot be read: {shown(str(error))}")


def _session(asked: Asked, base: Database, path: str) -> Session | None:
    wanted = {"session_id", "role", "model", "created_at"}
    if not (
        base.columns("messages") >= wanted and base.columns("sessions") >= {"parent_session_id", "updated_at"}
    ):
        raise DatabaseError("its format has changed")
    named = asked.environ.get(ID, "")
    if named and not is_id(named):
        return without_transcript(AGENT, "", f"{ID} is no session's id: {shown(named)}")
    for identity, updated in base.rows(_NAMED, (named,)) if named else base.rows(_LAST):
        written = seconds_of(updated)
        if not is_id(identity) or written is None or not (named or is_recent(written, asked.since)):
            continue
        rows = list(base.rows(_MODELS, (identity, identity, _MOST)))
        told = told_of(((seconds_of(at), model) for at, model in reversed(rows)), asked.since, path)
        return Session(AGENT, identity, told.models, "", told.complete, told.warnings, path)
    return None
