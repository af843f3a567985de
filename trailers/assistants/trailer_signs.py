"""The trailers that only an assistant, or the layer around it, writes."""

from trailers.assistants.marker import Sign, Where
from trailers.assistants.shape import (
    ALNUM,
    ANYTHING,
    HEX,
    UUID,
    Shape,
)

_ENTIRE = Sign("entire", "certain", "entire")
_GITVOW = Sign("gitvow", "certain", "gitvow")
_REPLIT = Sign("replit", "certain", "chaoss")

# By key in lower case, as git compares keys; an empty value is no sign.
TRAILER_SIGNS: dict[str, tuple[tuple[Shape, Sign], ...]] = {
    "agent-logs-url": (
        (
            Shape("https://github.com/", pattern=r"[^/\s]+/[^/\s]+/sessions/[0-9a-f-]{36}"),
            Sign("github-copilot", "certain", "gh-chg"),
        ),
    ),
    "amp-thread-id": (
        (
            Shape("https://ampcode.com/threads/T-", UUID, 36, 36),
            Sign("amp", "certain", "amp"),
        ),
    ),
    # Crush writes the same key as everybody's disclosure; its own name before the colon is the sign.
    "assisted-by": ((Shape("Crush:", pattern=r"\S+"), Sign("crush", "certain", "crush")),),
    "claude-session": (
        (
            Shape("https://claude.ai/code/session_", ALNUM, 1, more=True),
            Sign("claude-code", "certain", "cc-log"),
        ),
        (
            Shape("https://claude.ai/session_", ALNUM, 1, more=True),
            Sign("claude-code", "certain", "cc-log"),
        ),
    ),
    "claude-workflow": ((ANYTHING, Sign("claude-code", "certain", "cc-docs")),),
    "entire-agent": ((ANYTHING, _ENTIRE),),
    "entire-attribution": (
        (Shape("", pattern=r"[0-9]+% agent \([0-9]+/[0-9]+ lines\)", more=True), _ENTIRE),
    ),
    "entire-checkpoint": ((Shape("", HEX, 12, 12), _ENTIRE),),
    "entire-condensation": ((ANYTHING, _ENTIRE),),
    "entire-metadata": ((ANYTHING, _ENTIRE),),
    "entire-metadata-task": ((ANYTHING, _ENTIRE),),
    "entire-session": ((ANYTHING, _ENTIRE),),
    "entire-source-ref": ((ANYTHING, _ENTIRE),),
    "entire-strategy": ((ANYTHING, _ENTIRE),),
    "gitvow-intent": ((ANYTHING, _GITVOW),),
    "gitvow-session": ((ANYTHING, _GITVOW),),
    "gitvow-step": ((ANYTHING, _GITVOW),),
    "made-with": ((Shape("Cursor"), Sign("cursor", "certain", "nam")),),
    "replit-commit-author": ((Shape("Agent"), _REPLIT), (Shape("Assistant"), _REPLIT)),
    "replit-commit-checkpoint-type": ((ANYTHING, _REPLIT),),
    "replit-commit-event-id": ((ANYTHING, _REPLIT),),
    "replit-commit-screenshot-url": ((ANYTHING, _REPLIT),),
    "replit-commit-session-id": ((ANYTHING, _REPLIT),),
    "replit-helium-checkpoint-created": ((ANYTHING, _REPLIT),),
}

# The trailers that say who made the change, and as what they count. Reviewed-by is not among them: an
# assistant that reviews a change has not made it.
PEOPLE_KEYS: dict[str, Where] = {
    "authored-by": "co-author",
    "co-authored-by": "co-author",
    "co-developed-by": "co-author",
    "signed-off-by": "trailer",
}
