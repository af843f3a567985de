"""The tools whose hooks undersign can be put into."""

from trailers.installing.tools import claude_code, codex, copilot, cursor, gemini_cli, windsurf

TOOLS = {
    tool.name: tool
    for tool in (
        claude_code.TOOL,
        cursor.TOOL,
        codex.TOOL,
        gemini_cli.TOOL,
        copilot.TOOL,
        windsurf.TOOL,
    )
}
