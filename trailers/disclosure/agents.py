"""The names of assistants as the trailers spell them: to tell an agent from a model in free text.

A name here is only looked up inside a value that is already a disclosure, so that ordinary words
(Amp, Goose) may stand in it. Identities are another matter: those are in the assistants room.
"""

from trailers.disclosure.words import UNKNOWN, agent_word

# By assistant id (the assistants room's), where the id in title case is not what its users write.
_WORDS = {
    "github-copilot": "Copilot",
    "gemini-cli": "Gemini-CLI",
    "openhands": "OpenHands",
    "opencode": "opencode",
    "amazon-q": "Amazon-Q",
    "factory-droid": "Factory-Droid",
    "coderabbit": "CodeRabbit",
    "mastra": "Mastra-Code",
    "roo": "Roo-Code",
    "iflow": "iFlow",
    "v0": "v0",
}

# Names that may stand before a model: `Claude Code claude-opus-5`.
_NAMES = {
    "claude code": "Claude-Code",
    "github copilot": "Copilot",
    "github copilot cli": "Copilot-CLI",
    "copilot": "Copilot",
    "copilot cli": "Copilot-CLI",
    "cursor": "Cursor",
    "cursor agent": "Cursor",
    "codex": "Codex",
    "codex cli": "Codex",
    "openai codex": "Codex",
    "gemini cli": "Gemini-CLI",
    "gemini code assist": "Gemini-Code-Assist",
    "antigravity": "Antigravity",
    "aider": "Aider",
    "amp": "Amp",
    "amazon q": "Amazon-Q",
    "amazon q developer": "Amazon-Q",
    "augment": "Augment",
    "cline": "Cline",
    "cody": "Cody",
    "continue": "Continue",
    "crush": "Crush",
    "devin": "Devin",
    "devin ai": "Devin",
    "factory droid": "Factory-Droid",
    "goose": "Goose",
    "jules": "Jules",
    "junie": "Junie",
    "kilo code": "Kilo-Code",
    "kiro": "Kiro",
    "mastra code": "Mastra-Code",
    "opencode": "opencode",
    "openhands": "OpenHands",
    "qwen code": "Qwen-Code",
    "replit agent": "Replit-Agent",
    "roo code": "Roo-Code",
    "warp": "Warp",
    "windsurf": "Windsurf",
    "zed": "Zed",
}

# Names that models are called after: an agent only where nothing follows.
_FAMILIES = frozenset(
    ("ai", "chatgpt", "claude", "deepseek", "gemini", "gpt", "grok", "llm", "mistral", "qwen")
)


def agent_of(assistant: str) -> str:
    """The agent's word for an assistant's id: `claude-code` gives `Claude-Code`."""
    return _WORDS.get(assistant) or agent_word("-".join(map(str.capitalize, assistant.split("-")))) or UNKNOWN


def agent_named(text: str) -> str | None:
    """The agent's word where the whole text is the name of an assistant, or of a family of models."""
    name = text.lower().replace("-", " ")
    return _NAMES.get(name) or (agent_word(text) if name in _FAMILIES else None)


def split_agent(text: str) -> tuple[str, str] | None:
    """The agent's word and the rest, where the text begins with an assistant's name of up to three words."""
    words = text.split(" ", 3)
    for count in (3, 2, 1):
        agent = _NAMES.get(" ".join(words[:count]).lower()) if len(words) > count else None
        if agent:
            return agent, " ".join(words[count:])
    return None


def begins_with_agent(text: str) -> bool:
    """Whether a value begins as one that names an assistant or a model: `Claude`, `openai/gpt-5`, `a:b`."""
    first = text.partition(" ")[0].lower()
    if agent_named(text) or split_agent(text) or ":" in first[1:-1]:
        return True
    return not _FAMILIES.isdisjoint(first.replace("/", "-").replace("(", "-").split("-"))


def prose_of(agent: str) -> str:
    """An agent's word as prose, `Claude Code`, where it is known to read back as the same word."""
    prose = agent.replace("-", " ")
    return prose if agent_named(prose) == agent else agent
