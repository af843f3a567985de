"""Gemini CLI: BeforeTool in settings.json. geminicli.com/docs/hooks/reference (docs/hooks/reference.md).

Standard input: `session_id`, `transcript_path`, `cwd`, `tool_name`, `tool_input.command`. The answer is JSON
on standard output with exit code 0: `decision` and, for the model, `reason`. Any exit code but 0 and 1
blocks (hookRunner.ts), so that a command that is not there must not end with 127.
"""

import json

from trailers.installing.hooks_file import Place
from trailers.installing.layout import Value
from trailers.installing.tools.claude_code import event
from trailers.installing.tools.tool import Answer, Home, Tool
from trailers.typed import Mapping


def _entry(command: str) -> dict[str, Value]:
    return {
        "matcher": "run_shell_command",
        "hooks": [{"name": "undersign", "type": "command", "command": command}],
    }


def _refuse(reason: str) -> Answer:
    answer: Mapping[str, str] = {"decision": "deny", "reason": reason}
    return Answer(0, json.dumps(answer))


TOOL = Tool(
    name="gemini",
    agent="gemini-cli",
    file=".gemini/settings.json",
    home=Home("", ".gemini", ".gemini/settings.json"),
    signs=(".gemini", "GEMINI.md"),
    place=Place("BeforeTool", grouped=True),
    entry=_entry,
    event=event,
    refuse=_refuse,
    variable="GEMINI_SESSION_ID",
)
