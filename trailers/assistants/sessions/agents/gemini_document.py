"""Gemini CLI before 2026: a chat is one JSON document, `session-<time>-<id's first 8>.json`.

It has `sessionId` and `messages`, which are what the lines of a chat are since then. It is written anew with
each message, so that there is no part of it that a later one still has: no digest is taken of it.
Source: github.com/google-gemini/gemini-cli, `packages/core/src/services/chatRecordingService.ts`
(parseLegacyRecordFallback), `chatRecordingTypes.ts` (ConversationRecord).
"""

from trailers.assistants.sessions.backwards import LIMIT
from trailers.assistants.sessions.dated import Dated, told_of
from trailers.assistants.sessions.naming import is_id, shown
from trailers.assistants.sessions.places import read_start
from trailers.assistants.sessions.reading import Record
from trailers.assistants.sessions.scanning import record_of
from trailers.assistants.sessions.session import Session, without_transcript
from trailers.assistants.sessions.times import seconds_of
from trailers.typed import Iterator

END = ".json"


def session_in(agent: str, root: str, path: str, since: int) -> Session | None:
    """The chat of a document; None where it is none that can be read."""
    try:
        data = read_start(root, path, LIMIT + 1)
    except OSError:
        return None
    if len(data) > LIMIT:
        return without_transcript(agent, "", f"{shown(path)} is larger than 8 MiB: its models are not known")
    chat = record_of(data)
    identity = chat.get("sessionId") if chat else None
    if chat is None or not isinstance(identity, str) or not is_id(identity):
        return None
    told = told_of(_used(chat), since, path)
    return Session(agent, identity, told.models, "", told.complete, told.warnings, path)


def _used(chat: Record) -> Iterator[Dated]:
    messages = chat.get("messages")
    for message in messages if isinstance(messages, list) else ():
        if isinstance(message, dict) and message.get("type") == "gemini" and message.get("model"):
            yield seconds_of(message.get("timestamp")), message["model"]
