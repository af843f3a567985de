"""Factory Droid: `~/.factory/sessions/<directory>/<session id>.jsonl`, and `.settings.json` beside it.

The directory is spelled with a hyphen for each slash. The first line, `session_start`, has `id` and `cwd`.
The model is in the settings, which only have the present one: others may have been used since the parent
commit, so a session is never complete.
Sources: github.com/factory-ai/factory-plugins (skill session-navigation); git-ai
`src/streams/agents/droid.rs` and its fixtures `droid-session.*`; ccusage `adapter/droid`.
"""

import os

from trailers.assistants.sessions.naming import is_id, model_name, shown
from trailers.assistants.sessions.ours import is_ours, is_recent, spellings
from trailers.assistants.sessions.places import File, files_in, first_record, folder, names_in, read_start
from trailers.assistants.sessions.scanning import record_of
from trailers.assistants.sessions.session import Asked, Session

AGENT = "factory-droid"
_END, _SETTINGS = ".jsonl", ".settings.json"
_HEAD, _LONGEST = 1 << 16, 1 << 20


def find(asked: Asked) -> Session | None:
    """The session that was written last in this work tree; nothing in the environment names it."""
    root = folder(asked, "", "sessions", default=(".factory",))
    for file in sorted(_files(asked, root), key=lambda file: -file.written):
        identity = os.path.basename(file.path).removesuffix(_END)
        if is_id(identity) and is_ours(_directory(root, file.path), asked.directory):
            return _session(root, file.path, identity)
    return None


def _files(asked: Asked, root: str) -> list[File]:
    starts = tuple(path.replace("/", "-").replace("\\", "-") for path in spellings(asked.directory))
    return [
        file
        for name in (names_in(root) if root else ())
        if name.startswith(starts)
        for file in files_in(root, os.path.join(root, name), "", _END)
        if is_recent(file.written, asked.since)
    ]


def _directory(root: str, path: str) -> object:
    record = first_record(root, path, _HEAD)
    return record.get("cwd") if record else None


def _session(root: str, path: str, identity: str) -> Session:
    settings = path.removesuffix(_END) + _SETTINGS
    models: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    try:
        record = record_of(read_start(root, settings, _LONGEST))
    except OSError as error:
        record, warnings = None, (f"{shown(settings)} cannot be read: {shown(str(error))}",)
    name = model_name(record.get("model")) if record else ""
    if name:
        models = (name,)
    elif not warnings:
        warnings = (f"{shown(settings)} names no model: perhaps its format has changed",)
    return Session(AGENT, identity, models, path, complete=False, warnings=warnings, source=settings)
