"""GitHub Copilot, the CLI and the cloud agent: preToolUse in .github/hooks/*.json, version 1.

docs.github.com/copilot/reference: copilot-cli-reference/cli-hooks-reference, hooks-configuration.
Standard input: `sessionId`, `cwd`, `toolName`, and `toolArgs`, an object or, from older releases, JSON in a
string. The answer is JSON on standard output: `permissionDecision` and `permissionDecisionReason`. The cloud
agent takes the hooks of the default branch.
"""

import json

from trailers.installing.hooks_file import Place
from trailers.installing.layout import Value
from trailers.installing.tools.tool import Answer, Event, Home, Tool, text_at
from trailers.typed import Mapping


def _entry(command: str) -> dict[str, Value]:
    return {"type": "command", "bash": command}


def _event(said: Mapping[str, object]) -> Event:
    arguments = said.get("toolArgs", said.get("tool_input"))
    if isinstance(arguments, str):
        arguments = json.loads(arguments)
    command = text_at(arguments, "command") if isinstance(arguments, Mapping) else ""
    session = text_at(said, "sessionId") or text_at(said, "session_id")
    return Event(command, text_at(said, "cwd"), session)


def _refuse(reason: str) -> Answer:
    return Answer(0, json.dumps({"permissionDecision": "deny", "permissionDecisionReason": reason}))


TOOL = Tool(
    name="copilot",
    agent="github-copilot",
    file=".github/hooks/undersign.json",
    home=Home("COPILOT_HOME", ".copilot", ".copilot/hooks/undersign.json"),
    signs=(".github/hooks", ".github/copilot-instructions.md"),
    place=Place("preToolUse", grouped=False, version=True),
    entry=_entry,
    event=_event,
    refuse=_refuse,
    variable="COPILOT_AGENT_SESSION_ID",
)
