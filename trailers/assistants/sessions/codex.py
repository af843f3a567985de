"""Codex: `${CODEX_HOME:-~/.codex}/sessions/YYYY/MM/DD/rollout-<time>-<thread id>.jsonl`.

The first line is `session_meta` with `payload.id` and `payload.cwd`; each turn begins with `turn_context`,
whose `payload` has the model and the cwd. What is done in a turn are lines of the type `response_item`.
Sources: git-ai `src/streams/agents/codex.rs`, `model_extraction.rs` and its fixtures `codex-session-*.jsonl`;
ccusage `adapter/codex/README.md` (archived_sessions).
"""

import os
from collections.abc import Iterator

from trailers.assistants.sessions.naming import is_id, shown
from trailers.assistants.sessions.ours import any_relates, is_ours, is_recent
from trailers.assistants.sessions.places import File, files_in, folder, names_in
from trailers.assistants.sessions.reading import Dialect, Heard, Record, first_directory, read_models
from trailers.assistants.sessions.session import Asked, Session, session_of, without_transcript

AGENT = "codex"
ID = "CODEX_THREAD_ID"
_START, _END = "rollout-", ".jsonl"
_HEAD = 1 << 18  # the first line holds the instructions too
_MOST_DAYS = 400
_UUID = 36


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
    if directories and not any_relates(directories, asked.directory):
        there = shown(directories[0])
        return without_transcript(AGENT, "", f"the thread {identity} works in {there}: it is not used")
    return session_of(AGENT, identity, path, told)


def _newest(asked: Asked, root: str) -> Session | None:
    files: list[File] = []
    for day in _days(root):
        files += [file for file in files_in(root, day, _START, _END) if is_recent(file.written, asked.since)]
    for file in sorted(files, key=lambda file: -file.written):
        identity = os.path.basename(file.path).removesuffix(_END)[-_UUID:]
        if not is_id(identity):
            continue
        directories = first_directory(root, file.path, DIALECT, _HEAD)
        if any(is_ours(directory, asked.directory) for directory in directories):
            return session_of(AGENT, identity, file.path, read_models(root, file.path, asked.since, DIALECT))
    return None


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
