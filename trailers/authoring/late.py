"""The message of a remediation commit: it discloses for commits that can no longer be changed."""

from trailers.message.trailer import Trailer
from trailers.message.writing import add_paragraph
from trailers.typed import Sequence
from trailers.verify.late import KEY


def late_message(commits: Sequence[str], said: Sequence[Trailer]) -> str:
    """The message that says this for these commits, given by their full ids."""
    what = "an earlier commit" if len(commits) == 1 else f"{len(commits)} earlier commits"
    lines = [str(Trailer(KEY, commit)) for commit in commits]
    return add_paragraph(f"Disclose AI help in {what}\n", [*lines, *map(str, said)])
