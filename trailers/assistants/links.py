"""The links that lead to an assistant's session. They count anywhere in a message."""

from trailers.assistants.marker import Sign
from trailers.assistants.shape import ALNUM, DIGITS, HEX, UUID, Shape

SCHEME = "https://"

_CODEX = Sign("codex", "strong", "nam")
_CLAUDE_CHAT = Sign("claude-code", "medium", "nam")
_GEMINI = Sign("gemini-cli", "medium", "nam")

LINKS: tuple[tuple[Shape, Sign], ...] = (
    (Shape("https://claude.ai/code/session_", ALNUM, 1), Sign("claude-code", "strong", "nam")),
    (Shape("https://claude.ai/chat/", UUID, 8), _CLAUDE_CHAT),
    (Shape("https://claude.ai/share/", UUID, 8), _CLAUDE_CHAT),
    (Shape("https://cursor.com/agents/bc-", UUID, 8), Sign("cursor", "strong", "nam")),
    (Shape("https://chatgpt.com/codex/tasks/task_", ALNUM + "_", 1), _CODEX),
    (Shape("https://chatgpt.com/codex/cloud/tasks/task_", ALNUM + "_", 1), _CODEX),
    (Shape("https://gemini.google.com/share/", ALNUM, 1), _GEMINI),
    (Shape("https://g.co/gemini/share/", ALNUM, 1), _GEMINI),
    (Shape("https://ampcode.com/threads/T-", UUID, 36, 36), Sign("amp", "strong", "amp")),
    (Shape("https://app.devin.ai/sessions/", HEX, 8), Sign("devin", "strong", "nam")),
    (Shape("https://jules.google.com/task/", DIGITS, 1), Sign("jules", "strong", "nam")),
    (Shape("https://app.factory.ai/sessions/", ALNUM, 1), Sign("factory-droid", "strong", "nam")),
)
