"""Codex: `${CODEX_HOME:-~/.codex}/sessions/YYYY/MM/DD/rollout-<time>-<thread id>.jsonl`.

The first line is `session_meta` with `payload.id` and `payload.cwd`; each turn begins with `turn_context`,
whose `payload` has the model and the cwd. What is done in a turn are lines of the type `response_item`.
A subagent has a thread and a file of its own, whose `payload.source.subagent.thread_spawn.parent_thread_id`
names the thread that it works for; it may have others work for it.
Sources: github.com/openai/codex `codex-rs/protocol/src/protocol.rs` (SessionMeta, SubAgentSource); git-ai
`src/streams/agents/codex.rs`, `model_extraction.rs` and its fixtures `codex-session-*.jsonl`; ccusage
`adapter/codex/README.md` (archived_sessions).
"""

import os

from trailers.assistants.sessions.combining import with_subagents
from trailers.assistants.sessions.naming import is_id, shown
from trailers.assistants.sessions.ours import elsewhere, is_ours, is_recent
from trailers.assistants.sessions.places import File, files_in, folder, names_in, read_start
from trailers.assistants.sessions.reading import Dialect, Heard, Record, first_directory, read_models
from trailers.assistants.sessions.scanning import record_of
from trailers.assistants.sessions.session import Asked, Session, session_of, without_transcript
from trailers.typed import Iterator

AGENT = "codex"
ID = "CODEX_THREAD_ID"
_START, _END = "rollout-", ".jsonl"
_HEAD = 1 << 18  # the first line holds the instructions too
_MOST_DAYS = 400
_UUID = 36
_MOST_SUBAGENTS = 64


def hear(record: Record) -> Heard | None:
    payload = record.get("payload")
    if record.get("type") != "turn_context" or not isinstance(payload, dict):
        return None
    return "set", payload.get("model")


def where(record: Record) -> object:
    payload = record.get("payload")
    return payload.get("cwd") if isinstance(payload, dict) else None


DIALECT = Dialect(hear, where, (b'"turn_context"', b'"session_meta"'), (b'"response_item"',), within=256)


def find(asked: Asked) -> Session | None:
    """The thread that the environment names, else the one that was written last in this work tree."""
    identity = asked.environ.get(ID, "")
    roots = [
        root
        for name in ("sessions", "archived_sessions")
        if (root := folder(asked, "CODEX_HOME", name, default=(".codex",)))
    ]
    if identity:
        return _named(asked, roots, identity)
    return _newest(asked, roots[0]) if roots else None


def _named(asked: Asked, roots: list[str], identity: str) -> Session:
    if not is_id(identity):
        return without_transcript(AGENT, "", f"{ID} is no thread's id: {shown(identity)}")
    for root in roots:
        for day in _days(root):
            for name in names_in(day):
                if name.startswith(_START) and name.endswith(f"-{identity}{_END}"):
                    return _read(asked, root, os.path.join(day, name), identity)
    return without_transcript(AGENT, identity, f"no transcript of the thread {identity} was found")


def _read(asked: Asked, root: str, path: str, identity: str) -> Session:
    told = read_models(root, path, asked.since, DIALECT)
    directories = (*told.directories, *first_directory(root, path, DIALECT, _HEAD))
    other = elsewhere(AGENT, f"the thread {identity}", directories, asked.directory)
    if other:
        return other
    subagents = _subagents(asked, root, path, identity)
    return session_of(AGENT, identity, path, with_subagents(told, root, subagents, asked.since, DIALECT))


def _newest(asked: Asked, root: str) -> Session | None:
    files = [file for day in _days(root) for file in _recent(asked, root, day)]
    for file in sorted(files, key=lambda file: -file.written):
        directories = first_directory(root, file.path, DIALECT, _HEAD)
        ours = any(is_ours(directory, asked.directory) for directory in directories)
        # The thread that a subagent works for is written too, and has its models.
        if ours and not _parent_of(root, file.path):
            return _read(asked, root, file.path, _id_of(file.path))
    return None


def _recent(asked: Asked, root: str, day: str) -> list[File]:
    return [
        file
        for file in files_in(root, day, _START, _END)
        if is_recent(file.written, asked.since) and is_id(_id_of(file.path))
    ]


def _id_of(path: str) -> str:
    return os.path.basename(path).removesuffix(_END)[-_UUID:]


def _subagents(asked: Asked, root: str, path: str, identity: str) -> Iterator[File]:
    """The files of the threads that work for this one, or for one that does: these begin later."""
    files: list[File] = []
    for day in _days(root):
        if root < day < os.path.dirname(path):
            break
        files += [file for file in _recent(asked, root, day) if file.path > path]
    threads = {identity}
    for file in sorted(files, key=lambda file: file.path)[-_MOST_SUBAGENTS:]:
        if _parent_of(root, file.path) in threads:
            threads.add(_id_of(file.path))
            yield file


def _parent_of(root: str, path: str) -> str:
    """The thread that the file's thread works for; '' for one that works for a person."""
    try:
        head, _, _ = read_start(root, path, _HEAD).partition(b"\n")
    except OSError:
        return ""
    record = record_of(head) if b'"thread_spawn"' in head else None
    value: object = record
    for key in ("payload", "source", "subagent", "thread_spawn", "parent_thread_id"):
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


def _days(root: str) -> Iterator[str]:
    """The folders that files lie in: the root itself (archived, and before 2025-09), and the last days."""
    yield root
    count = 0
    for year in _numbers(root, 4):
        for month in _numbers(year, 2):
            for day in _numbers(month, 2):
                yield day
                count += 1
                if count >= _MOST_DAYS:
                    return


def _numbers(path: str, length: int) -> list[str]:
    names = (name for name in names_in(path) if len(name) == length and name.isascii() and name.isdigit())
    return [os.path.join(path, name) for name in sorted(names, reverse=True)]
