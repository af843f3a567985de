"""Amp: `${XDG_DATA_HOME:-~/.local/share}/amp/threads/T-<uuid>.json`, one document for a thread.

An assistant's message has `usage.model` and `usage.timestamp`; `env.initial.trees[].uri` are the work
trees, as `file://` URIs. Newer versions keep threads on their server, and then only the id is known.
Sources: git-ai `src/streams/agents/amp.rs` and its fixtures `amp-threads/`; ccusage `adapter/amp/README.md`.
"""

import os

from trailers.assistants.sessions.backwards import LIMIT
from trailers.assistants.sessions.dated import Dated, told_of
from trailers.assistants.sessions.naming import is_id, shown
from trailers.assistants.sessions.ours import elsewhere, is_ours, is_recent
from trailers.assistants.sessions.places import files_in, folder, read_start
from trailers.assistants.sessions.scanning import record_of
from trailers.assistants.sessions.session import Asked, Session, without_transcript
from trailers.assistants.sessions.times import seconds_of
from trailers.typed import Any, Iterator

AGENT = "amp"
ID = "AMP_CURRENT_THREAD_ID"
_MOST = 8  # threads that are read until one of this work tree is found
_SCHEME = "file://"


def find(asked: Asked) -> Session | None:
    """The thread that the environment names, else the one that was written last for this work tree."""
    identity = asked.environ.get(ID, "")
    root = folder(asked, "XDG_DATA_HOME", "amp", "threads", default=(".local", "share"))
    if not identity:
        return _newest(asked, root) if root else None
    if not is_id(identity):
        return without_transcript(AGENT, "", f"{ID} is no thread's id: {shown(identity)}")
    path = os.path.join(root, f"{identity}.json")
    if not root or not os.path.lexists(path):
        return without_transcript(AGENT, identity, f"no file of the thread {identity} was found")
    thread, why = _thread(root, path)
    if thread is None:
        return without_transcript(AGENT, identity, why)
    other = elsewhere(AGENT, f"the thread {identity}", list(_trees(thread)), asked.directory)
    return other or _session(asked, path, identity, thread)


def _newest(asked: Asked, root: str) -> Session | None:
    for file in files_in(root, root, "T-", ".json")[:_MOST]:
        identity = os.path.basename(file.path).removesuffix(".json")
        if not is_recent(file.written, asked.since) or not is_id(identity):
            continue
        thread, _ = _thread(root, file.path)
        if thread is not None and any(is_ours(tree, asked.directory) for tree in _trees(thread)):
            return _session(asked, file.path, identity, thread)
    return None


def _thread(root: str, path: str) -> tuple[dict[str, Any] | None, str]:
    try:
        data = read_start(root, path, LIMIT + 1)
    except OSError as error:
        return None, f"{shown(path)} cannot be read: {shown(error.strerror or str(error))}"
    if len(data) > LIMIT:
        return None, f"{shown(path)} is larger than 8 MiB: its models are not known"
    record = record_of(data)
    return record, "" if record is not None else f"{shown(path)} is no JSON object"


def _session(asked: Asked, path: str, identity: str, thread: dict[str, Any]) -> Session:
    told = told_of(_used(thread), asked.since, path)
    return Session(AGENT, identity, told.models, "", told.complete, told.warnings, path)


def _used(thread: dict[str, Any]) -> Iterator[Dated]:
    messages = thread.get("messages")
    for message in messages if isinstance(messages, list) else ():
        usage = message.get("usage") if isinstance(message, dict) else None
        if isinstance(usage, dict) and usage.get("model"):
            yield seconds_of(usage.get("timestamp")), usage["model"]


def _trees(thread: dict[str, Any]) -> Iterator[str]:
    within: Any = thread
    for key in ("env", "initial", "trees"):
        within = within.get(key) if isinstance(within, dict) else None
    for tree in within if isinstance(within, list) else ():
        uri = tree.get("uri") if isinstance(tree, dict) else None
        if isinstance(uri, str) and uri.startswith(_SCHEME):
            yield _unquoted(uri.removeprefix(_SCHEME))


def _unquoted(text: str) -> str:
    """The text without percent-encoding; what is no such encoding stays."""
    head, *parts = text.encode("utf-8", "replace").split(b"%")
    for part in parts:
        try:
            head += bytes.fromhex(part[:2].decode("ascii")) + part[2:]
        except ValueError:
            head += b"%" + part
    return head.decode("utf-8", "replace")
