"""Claude Code: PreToolUse in settings.json. code.claude.com/docs/en/hooks, …/settings.

Standard input: `session_id`, `transcript_path`, `cwd`, `tool_name`, `tool_input.command`. Exit code 2 stops
the tool call, and standard error is what Claude is told; any other code but 0 is an error that lets it run.
The setting `attribution` is left as it is: the vendor's own lines are the last mark of an assistant where no
hook runs, and the policy says what the writer makes of them.
"""

from trailers.installing.hooks_file import Place
from trailers.installing.layout import Value
from trailers.installing.tools.tool import Event, Home, Tool, blocked, text_at
from trailers.typed import Mapping


def entry(command: str) -> dict[str, Value]:
    """The group of hooks for the shell tool; Codex takes the same."""
    return {"matcher": "Bash", "hooks": [{"type": "command", "command": command}]}


def event(said: Mapping[str, object]) -> Event:
    """What the event says; Codex says the same, and its model."""
    return Event(
        text_at(said, "tool_input", "command"),
        text_at(said, "cwd"),
        text_at(said, "session_id"),
        said.get("model"),
        text_at(said, "transcript_path"),
    )


TOOL = Tool(
    name="claude-code",
    agent="claude-code",
    file=".claude/settings.json",
    home=Home("CLAUDE_CONFIG_DIR", ".claude", ".claude/settings.json"),
    signs=(".claude", "CLAUDE.md"),
    place=Place("PreToolUse", grouped=True),
    entry=entry,
    event=event,
    refuse=blocked,
    variable="CLAUDE_CODE_SESSION_ID",
)
