"""Cursor: beforeShellExecution in hooks.json, version 1. cursor.com/docs/hooks.

Standard input: `conversation_id`, `generation_id`, `model`, `workspace_roots`, `transcript_path`, and of this
event `command` and `cwd`. The answer is JSON on standard output: `permission`, `user_message` and, for the
model, `agent_message`. Exit code 2 denies too; any other failure lets the command run. To let it run nothing
is said: `allow` could pass over what the person would be asked.
"""

import json

from trailers.installing.hooks_file import Place
from trailers.installing.layout import Value
from trailers.installing.tools.tool import Answer, Event, Home, Tool, text_at
from trailers.typed import Mapping


def _entry(command: str) -> dict[str, Value]:
    return {"command": command}


def _event(said: Mapping[str, object]) -> Event:
    roots = said.get("workspace_roots")
    root = roots[0] if isinstance(roots, list) and roots and isinstance(roots[0], str) else ""
    return Event(
        text_at(said, "command"),
        text_at(said, "cwd") or root,
        text_at(said, "conversation_id"),
        said.get("model"),
        text_at(said, "transcript_path"),
    )


def _refuse(reason: str) -> Answer:
    told = "undersign stopped a commit without its disclosure; the agent was told what to add"
    return Answer(0, json.dumps({"permission": "deny", "user_message": told, "agent_message": reason}))


TOOL = Tool(
    name="cursor",
    agent="cursor",
    file=".cursor/hooks.json",
    home=Home("", ".cursor", ".cursor/hooks.json"),
    signs=(".cursor", ".cursorrules"),
    place=Place("beforeShellExecution", grouped=False, version=True),
    entry=_entry,
    event=_event,
    refuse=_refuse,
    variable="CURSOR_CONVERSATION_ID",
)
