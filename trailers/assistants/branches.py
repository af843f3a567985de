"""The branches that an assistant makes, known only where the caller knows the branch."""

from trailers.assistants.marker import Sign
from trailers.assistants.shape import DIGITS, Shape, fits

_HEADS = "refs/heads/"

# A folder of an assistant's name is also what a person may call a branch about it, so that is `medium`.
BRANCHES: tuple[tuple[Shape, Sign], ...] = (
    (Shape("claude/", pattern=".", more=True), Sign("claude-code", "medium", "nam")),
    (Shape("copilot/", pattern=".", more=True), Sign("github-copilot", "medium", "nam")),
    (Shape("cursor/", pattern=".", more=True), Sign("cursor", "medium", "nam")),
    (Shape("codex/", pattern=".", more=True), Sign("codex", "medium", "nam")),
    (Shape("devin/", pattern=".", more=True), Sign("devin", "medium", "nam")),
    (Shape("jules-", pattern="[0-9]+-[0-9a-f]{8}"), Sign("jules", "strong", "nam")),
    (Shape("openhands-fix-issue-", DIGITS, 1, more=True), Sign("openhands", "strong", "nam")),
    (Shape("Q-DEV-issue-", pattern="[0-9]+-[0-9]", more=True), Sign("amazon-q", "strong", "nam")),
    (Shape("entire/checkpoints/v1"), Sign("entire", "certain", "entire")),
)


def sign_of_branch(branch: str) -> Sign | None:
    """The sign that a branch's name is, with or without `refs/heads/`."""
    name = branch.removeprefix(_HEADS)
    for shape, sign in BRANCHES:
        if fits(shape, name):
            return sign
    return None
