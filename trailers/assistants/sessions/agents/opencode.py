"""opencode: `${XDG_DATA_HOME:-~/.local/share}/opencode/opencode.db`, and `opencode-<channel>.db` beside it.

Table `session` has `id`, `parent_id` (of a subagent's session), `directory` and `time_updated`, table
`message` has `session_id`, `time_created` (milliseconds) and `data`: JSON with `role` and `modelID`.
Sources: github.com/anomalyco/opencode `packages/opencode/src/session/session.sql.ts`, `storage/db.ts`;
git-ai `src/streams/agents/opencode.rs` and its fixture `opencode-sqlite/schema.sql`.
"""

from trailers.assistants.sessions.backwards import LIMIT
from trailers.assistants.sessions.databases import Database, DatabaseError, database
from trailers.assistants.sessions.dated import Dated, told_of
from trailers.assistants.sessions.naming import is_id, shown
from trailers.assistants.sessions.ours import is_ours, is_recent
from trailers.assistants.sessions.places import files_in, folder
from trailers.assistants.sessions.scanning import record_of
from trailers.assistants.sessions.session import Asked, Session, Told, without_transcript
from trailers.assistants.sessions.times import seconds_of
from trailers.typed import Iterator

AGENT = "opencode"
_START, _END = "opencode", ".db"
_MOST_SESSIONS = 100
_LONGEST = 1 << 20
_SESSIONS = (
    "SELECT id, directory, time_updated FROM session"
    " WHERE parent_id IS NULL ORDER BY time_updated DESC LIMIT ?"
)
_MESSAGES = (
    "SELECT time_created, CASE WHEN length(CAST(data AS BLOB)) <= ? THEN data END FROM message"
    " WHERE session_id = ? OR session_id IN (SELECT id FROM session WHERE parent_id = ?)"
    " ORDER BY time_created DESC"
)


def find(asked: Asked) -> Session | None:
    """The session of this work tree that was used last; nothing in the environment names it."""
    root = folder(asked, "XDG_DATA_HOME", "opencode", default=(".local", "share"))
    warnings = []
    for file in files_in(root, root, _START, _END) if root else ():
        try:
            with database(root, file.path) as base:
                found = _session(asked, base, file.path)
        except (OSError, DatabaseError) as error:
            warnings.append(f"{shown(file.path)} cannot be read: {shown(str(error))}")
            continue
        if found is not None:
            return found
    return without_transcript(AGENT, "", *warnings) if warnings else None


def _session(asked: Asked, base: Database, path: str) -> Session | None:
    if not base.columns("session") >= {"id", "parent_id", "directory", "time_updated"}:
        raise DatabaseError("its format has changed")
    for identity, directory, updated in base.rows(_SESSIONS, (_MOST_SESSIONS,)):
        written = seconds_of(updated)
        if written is None or not is_recent(written, asked.since):
            continue
        if is_id(identity) and is_ours(directory, asked.directory):
            told = _told(base, identity, asked.since, path)
            return Session(AGENT, identity, told.models, "", told.complete, told.warnings, path)
    return None


def _told(base: Database, identity: str, since: int, path: str) -> Told:
    if not base.columns("message") >= {"session_id", "time_created", "data"}:
        raise DatabaseError("its format has changed")
    left = [LIMIT]
    told = told_of(reversed(list(_used(base, identity, since, left))), since, path)
    if left[0] >= 0:
        return told
    cut = f"only 8 MiB of {shown(path)} were read: models may be missing"
    return told._replace(complete=False, warnings=(*told.warnings, cut))


def _used(base: Database, identity: str, since: int, left: list[int]) -> Iterator[Dated]:
    """The models of the answers, newest first, down to the last one before the parent commit."""
    for created, data in base.rows(_MESSAGES, (_LONGEST, identity, identity)):
        if not isinstance(data, (str, bytes)):
            continue
        left[0] -= len(data)
        if left[0] < 0:
            return
        record = record_of(data)
        if record is None or record.get("role") != "assistant" or not record.get("modelID"):
            continue
        time = seconds_of(created)
        yield time, record["modelID"]
        if time is not None and time < since:
            return
