"""`undersign install`: undersign in the assistants' hooks and in git's; and what the shared settings call."""

from typing import Annotated

import typer

from trailers.cli.options import Directory


def install(
    claude_code: Annotated[bool, typer.Option("--claude-code", help="Claude Code's settings.json.")] = False,
    cursor: Annotated[bool, typer.Option("--cursor", help="Cursor's hooks.json.")] = False,
    codex: Annotated[bool, typer.Option("--codex", help="Codex' hooks.json, or config.toml.")] = False,
    gemini: Annotated[bool, typer.Option("--gemini", help="Gemini CLI's settings.json.")] = False,
    copilot: Annotated[
        bool, typer.Option("--copilot", help="GitHub Copilot's hooks/undersign.json.")
    ] = False,
    windsurf: Annotated[bool, typer.Option("--windsurf", help="Windsurf's hooks.json.")] = False,
    agents_md: Annotated[bool, typer.Option("--agents-md", help="A section of AGENTS.md.")] = False,
    git_hooks: Annotated[bool, typer.Option("--git-hooks", help="git's own hooks.")] = False,
    uninstall: Annotated[bool, typer.Option("--uninstall", help="Take it out again.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and stop.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    user: Annotated[bool, typer.Option("--user", help="Your own settings, not the project's.")] = False,
    directory: Directory = ".",
) -> int:
    """Put undersign into the assistants' hooks, and git's. It shows what changes, and asks first."""
    from trailers.cli.installing import Asked, install_as_asked

    flags = (
        ("claude-code", claude_code),
        ("cursor", cursor),
        ("codex", codex),
        ("gemini", gemini),
        ("copilot", copilot),
        ("windsurf", windsurf),
        ("agents-md", agents_md),
        ("git-hooks", git_hooks),
    )
    chosen = tuple(name for name, wanted in flags if wanted)
    return install_as_asked(
        Asked(chosen, directory, uninstall=uninstall, dry_run=dry_run, yes=yes, user=user)
    )


def hook(tool: Annotated[str, typer.Argument(metavar="TOOL", help="claude-code, cursor, …")]) -> None:
    """What the shared settings of an assistant call: judge the commit that it is about to make."""
    from trailers.cli.hook import become_hook

    become_hook(tool)
