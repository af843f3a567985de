"""What the assistants are called: their ids, and the names that people know them by.

A name is for reading only. It never identifies anybody: Claude, Devin and Jules are people too.
"""

NAMES = {
    "aider": "Aider",
    "amazon-q": "Amazon Q Developer",
    "amp": "Amp",
    "antigravity": "Antigravity",
    "augment": "Auggie",
    "bolt": "Bolt.new",
    "charlie": "Charlie",
    "claude-code": "Claude Code",
    "cline": "Cline",
    "codegen": "Codegen",
    "coderabbit": "CodeRabbit",
    "codex": "OpenAI Codex",
    "cody": "Sourcegraph Cody",
    "continue": "Continue",
    "crush": "Crush",
    "cursor": "Cursor",
    "devin": "Devin",
    "entire": "Entire CLI",
    "factory-droid": "Factory Droid",
    "gemini-cli": "Gemini CLI",
    "github-copilot": "GitHub Copilot",
    "gitvow": "gitvow",
    "goose": "Goose",
    "iflow": "iFlow CLI",
    "jules": "Jules",
    "junie": "JetBrains Junie",
    "kiro": "Kiro",
    "lovable": "Lovable",
    "mastra": "Mastra Code",
    "opencode": "opencode",
    "openhands": "OpenHands",
    "pi": "Pi",
    "qoder": "Qoder",
    "qwen-code": "Qwen Code",
    "replit": "Replit Agent",
    "roo": "Roo Code",
    "sweep": "Sweep",
    "tembo": "Tembo",
    "v0": "v0",
    "vscode-agent": "VS Code agent",
    "warp": "Warp",
    "windsurf": "Windsurf",
    "zed": "Zed Agent",
}

# For a variable that says that an assistant is there, but not which one.
UNNAMED = "unnamed"


def name_of(assistant: str) -> str:
    """The name of an assistant; an id that is not ours is its own name."""
    if assistant == UNNAMED:
        return "an unnamed assistant"
    return NAMES.get(assistant, assistant)
