"""How an error is told: what could not be checked, and what to do about it."""

from trailers.errors import UndersignError
from trailers.output.printable import printable_lines


def complaint(error: UndersignError) -> str:
    """The lines for standard error, without a line end."""
    told = f"undersign: {printable_lines(error.message)}"
    return f"{told}\n  fix: {printable_lines(error.remedy)}" if error.remedy else told
