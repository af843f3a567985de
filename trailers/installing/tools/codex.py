"""Codex: PreToolUse in hooks.json, or in config.toml. developers.openai.com/codex/hooks.

The shape, the event and the exit codes are Claude Code's (codex-rs/hooks/src/events/pre_tool_use.rs: 2 with a
reason on standard error blocks; any other failure lets the command run), and the event has `model`. Hooks
are on by default; `[features] hooks = false` turns them off (`codex_hooks` is the older name). Codex reads
both files of a folder, and warns where both have hooks: where config.toml has some, ours go there.
A hook runs once its person has trusted it, in Codex: /hooks.
"""

import tomllib

from trailers.errors import UsageError
from trailers.installing.change import Change
from trailers.installing.hooks_file import Place
from trailers.installing.section import TOML, put_section, take_section
from trailers.installing.tools.claude_code import entry, event
from trailers.installing.tools.tool import Home, Tool, blocked

CONFIG = "config.toml"
TOOL = Tool(
    name="codex",
    agent="codex",
    file=".codex/hooks.json",
    home=Home("CODEX_HOME", ".codex", ".codex/hooks.json"),
    signs=(".codex",),
    place=Place("PreToolUse", grouped=True),
    entry=entry,
    event=event,
    refuse=blocked,
    variable="CODEX_THREAD_ID",
    note="Codex runs a new hook once you trust it: type /hooks in Codex",
)


def has_hooks(config: str | None) -> bool:
    """Whether config.toml has hooks of its own, others than ours."""
    return bool(_read(take_section(config, TOML).after).get("hooks"))


def turned_off(config: str | None) -> bool:
    """Whether config.toml turns all hooks off."""
    features = _read(config).get("features")
    return isinstance(features, dict) and features.get("hooks", features.get("codex_hooks")) is False


def install_inline(config: str | None, command: str) -> Change:
    """The change that puts our hook at the end of config.toml; UsageError where it cannot stand there."""
    lines = (
        "[[hooks.PreToolUse]]",
        'matcher = "Bash"',
        "[[hooks.PreToolUse.hooks]]",
        'type = "command"',
        f"command = {_string(command)}",
    )
    change = put_section(config, TOML, "".join(f"{line}\n" for line in lines))
    try:
        _read(change.after)
    except UsageError as error:
        problem = f"{CONFIG} has its hooks in a form that nothing can be added to below"
        raise UsageError(problem, "write them as [[hooks.PreToolUse]]") from error
    return change


def uninstall_inline(config: str | None) -> Change:
    """The change that takes our hook out of config.toml."""
    return take_section(config, TOML)


def _read(config: str | None) -> dict[str, object]:
    try:
        return tomllib.loads((config or "").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{CONFIG} is not TOML: {error}", "mend it, and run this again") from error


def _string(text: str) -> str:
    """A basic string (toml.io, String); a command has no control characters."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
