"""AGENTS.md: what assistants without hooks are told. agents.md; no tool has to obey it."""

from trailers.installing.change import Change
from trailers.installing.section import MARKDOWN, put_section, take_section

FILE = "AGENTS.md"
_CONTENT = """\
## Commits name the model that helped

End each commit message with the trailers that `undersign trailers suggest` prints, as the last paragraph:

    Assisted-by: <agent>:<model>
    AI-Context: session:<agent>/<id>

One `Assisted-by` for each model that worked on the change. Where you do not know the model, write `unknown`.
Never write `Approved-by`, `Reviewed-by` or `Signed-off-by`: those are for people. Never use `--no-verify`.
"""


def install(text: str | None) -> Change:
    """The change that puts the section in."""
    return put_section(text, MARKDOWN, _CONTENT)


def uninstall(text: str | None) -> Change:
    """The change that takes it out."""
    return take_section(text, MARKDOWN)
