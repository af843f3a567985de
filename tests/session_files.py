"""Session files in each tool's real layout, as `trailers/assistants/sessions` reads them.

Each maker names the source of its fields; the sources' files were read in their state of August 2026. A
step is a time in seconds and a model, or None for what a person wrote.
"""

import hashlib
import json
import os
import sqlite3
import time
import uuid
from pathlib import Path
from typing import NamedTuple

START = 1_795_000_000  # 2026-11-18
ID = "3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11"


class Made(NamedTuple):
    """A session's file, its id, and the environment in which the tool runs a command."""

    path: Path
    id: str
    environ: dict


def iso(seconds, milliseconds=250):
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{milliseconds:03d}Z"


def write_lines(path, records):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, separators=(",", ":")) + "\n" for record in records)
    return path


def last_time(steps):
    return max((at for at, _ in steps), default=START)


def touch(path, steps):
    at = last_time(steps)
    os.utime(path, (at, at))


def claude_lines(directory, steps, identity=ID):
    """Fields as in git-ai tests/fixtures/claude-code-with-thinking.jsonl (Claude Code 2.0.69)."""
    yield {"type": "summary", "summary": "A change", "leafUuid": str(uuid.UUID(int=1))}
    for number, (at, model) in enumerate(steps):
        common = {
            "parentUuid": str(uuid.UUID(int=number)),
            "isSidechain": False,
            "userType": "external",
            "cwd": str(directory),
            "sessionId": identity,
            "version": "2.0.69",
            "gitBranch": "main",
        }
        if model is None:
            said = {"role": "user", "content": 'say "model":"claude-none"'}
            kind = "user"
        else:
            content = [
                {
                    "type": "tool_use",
                    "id": f"toolu_{number}",
                    "name": "Bash",
                    "input": {"command": "git commit"},
                }
            ]
            said = {
                "model": model,
                "id": f"msg_{number}",
                "type": "message",
                "role": "assistant",
                "content": content,
            }
            kind = "assistant"
        yield {
            **common,
            "type": kind,
            "message": said,
            "uuid": str(uuid.UUID(int=number + 1)),
            "timestamp": iso(at),
        }


def spelled(directory):
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in str(directory))


def claude_code(home, directory, steps, identity=ID):
    """Path as in git-ai src/streams/agents/claude.rs; CLAUDE_CODE_SESSION_ID since Claude Code 2.1."""
    path = Path(home) / ".claude/projects" / spelled(directory) / f"{identity}.jsonl"
    write_lines(path, claude_lines(directory, steps, identity))
    touch(path, steps)
    return Made(path, identity, {"CLAUDECODE": "1", "CLAUDE_CODE_SESSION_ID": identity})


def claude_subagent(made, directory, steps, name="agent-a1b2c3d4e5f6"):
    """As in git-ai tests/transcripts/fixtures/claude_subagent: <session>/subagents/agent-<id>.jsonl."""
    path = made.path.with_suffix("") / "subagents" / f"{name}.jsonl"
    write_lines(path, [{**line, "isSidechain": True} for line in claude_lines(directory, steps, made.id)])
    touch(path, steps)
    return path


def codex(home, directory, steps, identity="019c4b43-1451-7af3-be4c-5576369bf1ba"):
    """As in git-ai tests/fixtures/codex-session-updated.jsonl (Codex 0.99)."""
    day = time.strftime("%Y/%m/%d", time.gmtime(START))
    path = Path(home) / ".codex/sessions" / day / f"rollout-2026-11-18T10-00-00-{identity}.jsonl"
    meta = {
        "id": identity,
        "timestamp": iso(START),
        "cwd": str(directory),
        "originator": "codex_cli_rs",
        "cli_version": "0.99.0",
        "source": "cli",
        "model_provider": "openai",
    }
    lines = [{"timestamp": iso(START), "type": "session_meta", "payload": meta}]
    for number, (at, model) in enumerate(steps):
        if model is None:
            call = {"type": "function_call", "name": "shell_command", "arguments": '{"command":"git commit"}'}
            lines.append(
                {"timestamp": iso(at), "type": "response_item", "payload": {**call, "call_id": "call_1"}}
            )
            continue
        turn = {
            "turn_id": f"turn-{number}",
            "cwd": str(directory),
            "approval_policy": "never",
            "model": model,
        }
        lines.append({"timestamp": iso(at), "type": "turn_context", "payload": {**turn, "summary": "auto"}})
        answer = {
            "type": "message",
            "role": "assistant",
            "content": [{"type": "output_text", "text": "Done."}],
        }
        lines.append({"timestamp": iso(at, 900), "type": "response_item", "payload": answer})
    write_lines(path, lines)
    touch(path, steps)
    return Made(path, identity, {"CODEX_THREAD_ID": identity})


def codex_subagent(home, directory, steps, identity, parent):
    """openai/codex codex-rs/protocol/src/protocol.rs (SessionSource, SubAgentSource::ThreadSpawn)."""
    made = codex(home, directory, steps, identity)
    first, _, rest = made.path.read_text().partition("\n")
    meta = json.loads(first)
    spawned = {"parent_thread_id": parent, "depth": 1, "agent_nickname": "Averroes", "agent_role": "worker"}
    meta["payload"] |= {"source": {"subagent": {"thread_spawn": spawned}}}
    # It begins later than its parent does.
    path = made.path.with_name(made.path.name.replace("T10-00-00", "T10-00-07"))
    path.write_text(json.dumps(meta, separators=(",", ":")) + "\n" + rest)
    made.path.unlink()
    touch(path, steps)
    return made._replace(path=path)


def copilot_cli(home, directory, steps, identity="301561f1-558a-43e9-a144-82d3ca12ab62", *, says=True):
    """As in git-ai tests/fixtures/copilot_cli_session_events.jsonl (1.0.45); `data.model` since then."""
    path = Path(home) / ".copilot/session-state" / identity / "events.jsonl"
    context = {"cwd": str(directory), "gitRoot": str(directory), "branch": "main", "hostType": "github"}
    begin = {"sessionId": identity, "version": 1, "producer": "copilot-agent", "context": context}
    lines = [{"type": "session.start", "data": begin, "id": "e0", "timestamp": iso(START), "parentId": None}]
    for number, (at, model) in enumerate(steps):
        event = {"id": f"e{number}", "timestamp": iso(at), "parentId": None}
        if model is None:
            lines.append({"type": "user.message", "data": {"content": "go on"}, **event})
            continue
        if not says:
            lines.append({"type": "session.model_change", "data": {"newModel": model}, **event})
        answer = {"messageId": f"m{number}", "content": "Done.", **({"model": model} if says else {})}
        lines.append({"type": "assistant.message", "data": answer, **event})
    write_lines(path, lines)
    touch(path, steps)
    return Made(path, identity, {"COPILOT_CLI": "1", "COPILOT_AGENT_SESSION_ID": identity})


def gemini_cli(home, directory, steps, identity=ID):
    """google-gemini/gemini-cli packages/core/src/services/chatRecordingService.ts, projectRegistry.ts."""
    project = Path(home) / ".gemini/tmp" / Path(directory).name.lower()
    path = project / "chats" / f"session-2026-11-18T10-00-{identity[:8]}.jsonl"
    lines = [{"sessionId": identity, "projectHash": "0" * 64, "startTime": iso(START), "kind": "main"}]
    for number, (at, model) in enumerate(steps):
        message = {"id": f"m{number}", "timestamp": iso(at), "type": "user", "content": [{"text": "go on"}]}
        if model is not None:
            message |= {"type": "gemini", "content": "Done.", "thoughts": [], "model": model}
        lines += [message, {"$set": {"lastUpdated": iso(at)}}]
    write_lines(path, lines)
    (project / ".project_root").write_text(str(directory))
    touch(path, steps)
    return Made(path, identity, {"GEMINI_CLI": "1"})


def gemini_document(home, directory, steps, identity=ID):
    """chatRecordingTypes.ts (ConversationRecord), as it was written as one document until 2026; paths.ts."""
    project = Path(home) / ".gemini/tmp" / hashlib.sha256(str(directory).encode()).hexdigest()
    path = project / "chats" / f"session-2025-11-18T10-00-{identity[:8]}.json"
    messages = []
    for number, (at, model) in enumerate(steps):
        messages.append({"id": f"u{number}", "timestamp": iso(at), "type": "user", "content": "go on"})
        if model is not None:
            answer = {"id": f"m{number}", "timestamp": iso(at), "type": "gemini", "content": "Done."}
            messages.append({**answer, "toolCalls": [], "thoughts": [], "model": model})
    chat = {"sessionId": identity, "projectHash": project.name, "startTime": iso(START), "messages": messages}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(chat, indent=2))
    touch(path, steps)
    return Made(path, identity, {"GEMINI_CLI": "1"})


def gemini_subagent(made, steps):
    """chatRecordingService.ts: subagents are nested under the complete parent session id."""
    path = made.path.parent / made.id / "sub-1.jsonl"
    lines = [{"sessionId": "sub-1", "projectHash": "0" * 64, "startTime": iso(START), "kind": "subagent"}]
    lines += [
        {"id": "m", "timestamp": iso(at), "type": "gemini", "content": "", "model": model}
        for at, model in steps
    ]
    write_lines(path, lines)
    touch(path, steps)
    return path


def amp(home, directory, steps, identity="T-019ca1ce-3ae2-7686-a41e-ccc078837f8a"):
    """As in git-ai tests/fixtures/amp-threads/T-019ca1ce….json (v 220)."""
    path = Path(home) / ".local/share/amp/threads" / f"{identity}.json"
    messages = []
    for number, (at, model) in enumerate(steps):
        message = {"role": "user", "messageId": number, "content": [{"type": "text", "text": "go on"}]}
        if model is not None:
            usage = {"model": model, "inputTokens": 3, "outputTokens": 239, "timestamp": iso(at)}
            message |= {"role": "assistant", "state": {"type": "complete"}, "usage": usage}
        messages.append(message)
    tree = {"displayName": "work", "uri": "file://" + str(directory).replace(" ", "%20")}
    thread = {"v": 220, "id": identity, "created": START * 1000, "messages": messages}
    thread |= {"env": {"initial": {"trees": [tree], "platform": {"os": "linux"}}}, "title": "A change"}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(thread, indent=2))
    touch(path, steps)
    return Made(path, identity, {"AGENT": "amp", "AMP_CURRENT_THREAD_ID": identity})


OPENCODE_TABLES = """
CREATE TABLE session (id TEXT PRIMARY KEY, project_id TEXT NOT NULL, parent_id TEXT, slug TEXT NOT NULL,
  directory TEXT NOT NULL, title TEXT NOT NULL, version TEXT NOT NULL, time_created INTEGER NOT NULL,
  time_updated INTEGER NOT NULL);
CREATE TABLE message (id TEXT PRIMARY KEY, session_id TEXT NOT NULL, time_created INTEGER NOT NULL,
  time_updated INTEGER NOT NULL, data TEXT NOT NULL);
CREATE INDEX message_session_time_created_id_idx ON message (session_id, time_created, id);
"""


def opencode(home, directory, steps, identity="ses_5f1a2b3c4d5e", parent=None):
    """anomalyco/opencode packages/opencode/src/session/session.sql.ts; data as in git-ai's schema.sql."""
    path = Path(home) / ".local/share/opencode/opencode.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    base = sqlite3.connect(path)
    if is_new:
        base.executescript(OPENCODE_TABLES)
    at = last_time(steps) * 1000
    session = (identity, "prj_1", parent, "work", str(directory), "A change", "1.3.0", START * 1000, at)
    base.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", session)
    for number, (when, model) in enumerate(steps):
        data = {
            "role": "user",
            "time": {"created": when * 1000},
            "model": {"providerID": "x", "modelID": "asked"},
        }
        if model is not None:
            data = {"role": "assistant", "modelID": model, "providerID": "x", "path": {"cwd": str(directory)}}
        row = (f"msg_{identity}_{number}", identity, when * 1000, when * 1000, json.dumps(data))
        base.execute("INSERT INTO message VALUES (?, ?, ?, ?, ?)", row)
    base.commit()
    base.close()
    touch(path, steps)
    return Made(path, identity, {"OPENCODE": "1"})


def factory_droid(home, directory, steps, identity="052cb8d0-4616-488a-99fe-bfbbbe9429b3"):
    """As in git-ai tests/fixtures/droid-session.jsonl and .settings.json; only the last model is kept."""
    folder = Path(home) / ".factory/sessions" / str(directory).replace("/", "-")
    path = folder / f"{identity}.jsonl"
    lines = [
        {"type": "session_start", "id": identity, "title": "A change", "version": 2, "cwd": str(directory)}
    ]
    for number, (at, model) in enumerate(steps):
        message = {
            "role": "user" if model is None else "assistant",
            "content": [{"type": "text", "text": "…"}],
        }
        lines.append({"type": "message", "id": f"m{number}", "timestamp": iso(at), "message": message})
    write_lines(path, lines)
    models = [model for _, model in steps if model is not None]
    settings = {
        "assistantActiveTimeMs": 27913,
        "model": models[-1] if models else "",
        "autonomyMode": "auto-low",
    }
    (folder / f"{identity}.settings.json").write_text(json.dumps(settings, indent=2))
    touch(path, steps)
    return Made(path, identity, {"DROID_PROJECT_DIR": str(directory)})


CRUSH_TABLES = """
CREATE TABLE sessions (id TEXT PRIMARY KEY, parent_session_id TEXT, title TEXT NOT NULL,
  message_count INTEGER NOT NULL DEFAULT 0, cost REAL NOT NULL DEFAULT 0.0, updated_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL);
CREATE TABLE messages (id TEXT PRIMARY KEY, session_id TEXT NOT NULL, role TEXT NOT NULL,
  parts TEXT NOT NULL default '[]', model TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  finished_at INTEGER, provider TEXT, is_summary_message INTEGER DEFAULT 0 NOT NULL);
CREATE INDEX idx_messages_session_id ON messages (session_id);
"""


def crush(home, directory, steps, identity="8d4f6a10-9a2b-4b51-a7f0-0c6b1f0f4d2e"):
    """charmbracelet/crush internal/db/migrations and internal/db/sql: times are strftime('%s')."""
    path = Path(directory) / ".crush/crush.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(path)
    base.executescript(CRUSH_TABLES)
    base.execute(
        "INSERT INTO sessions (id, title, updated_at, created_at) VALUES (?, 'A change', ?, ?)",
        (identity, last_time(steps), START),
    )
    for number, (at, model) in enumerate(steps):
        role = "user" if model is None else "assistant"
        base.execute(
            "INSERT INTO messages (id, session_id, role, model, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (f"m{number}", identity, role, model or "", at, at),
        )
    base.commit()
    base.close()
    return Made(path, identity, {"CRUSH": "1", "AGENT": "crush"})


# By the assistant's id.
MAKERS = {
    "claude-code": claude_code,
    "codex": codex,
    "github-copilot": copilot_cli,
    "gemini-cli": gemini_cli,
    "amp": amp,
    "opencode": opencode,
    "factory-droid": factory_droid,
    "crush": crush,
}
