"""The words of a model line: agent, model and tool, as the default grammar spells them.

    agent = ALNUM *( ALNUM / "." / "_" / "+" / "-" )
    model = ALNUM *( ALNUM / "." / "_" / "+" / "/" / "@" / ":" / "-" )      ; and so a tool

A colon cannot stand in an agent, so the first one ends it; a model may hold more (`qwen3:32b`).
"""

UNKNOWN = "unknown"

_ALNUM = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_AGENT = _ALNUM | frozenset("._+-")
_MODEL = _AGENT | frozenset("/@:")
_NOT_FIRST = "._+-/@:"


def is_agent(text: str) -> bool:
    """Whether the text can stand before the colon."""
    return text[:1] in _ALNUM and _AGENT.issuperset(text)


def is_model(text: str) -> bool:
    """Whether the text can stand after the colon, or as a tool."""
    return text[:1] in _ALNUM and _MODEL.issuperset(text)


def agent_word(text: str) -> str | None:
    """An agent's name as one word: `Claude Code` becomes `Claude-Code`; None where nothing is left."""
    return text if is_agent(text) else _joined(text, _AGENT)


def model_word(text: str) -> str | None:
    """A model's name as one word: `Claude Opus 4.5` becomes `claude-opus-4.5`; None where nothing is left."""
    return text if is_model(text) else _joined(text.lower(), _MODEL)


def is_unknown_name(name: str) -> bool:
    """Whether a name stands for a model that its user could not tell (`unknown`, or chosen by `auto`)."""
    return name.lower() in {UNKNOWN, "auto"}


def _joined(text: str, allowed: frozenset[str]) -> str | None:
    kept = "".join([one if one in allowed else " " for one in text])
    return "-".join(kept.split()).lstrip(_NOT_FIRST) or None
