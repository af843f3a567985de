"""Windsurf: pre_run_command in hooks.json. docs.windsurf.com/windsurf/cascade/hooks.

Standard input: `agent_action_name`, `trajectory_id`, `model_name`, and `tool_info` with `command_line` and
`cwd`. Exit code 2 blocks, and standard error is the reason; any other code lets the command run.
"""

from trailers.installing.hooks_file import Place
from trailers.installing.layout import Value
from trailers.installing.tools.tool import Event, Home, Tool, blocked, text_at
from trailers.typed import Mapping


def _entry(command: str) -> dict[str, Value]:
    return {"command": command}


def _event(said: Mapping[str, object]) -> Event:
    return Event(
        text_at(said, "tool_info", "command_line") or text_at(said, "tool_info", "command"),
        text_at(said, "tool_info", "cwd"),
        text_at(said, "trajectory_id"),
        said.get("model_name"),
        text_at(said, "tool_info", "transcript_path"),
    )


TOOL = Tool(
    name="windsurf",
    agent="windsurf",
    file=".windsurf/hooks.json",
    home=Home("", ".codeium/windsurf", ".codeium/windsurf/hooks.json"),
    signs=(".windsurf", ".windsurfrules"),
    place=Place("pre_run_command", grouped=False),
    entry=_entry,
    event=_event,
    refuse=blocked,
)
