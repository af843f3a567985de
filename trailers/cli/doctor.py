"""`undersign doctor`: what is installed, what can be gone around, and what CI does not check."""

from trailers.cli.options import Color, Directory, TextOrJson


def doctor(
    directory: Directory = ".",
    format_: TextOrJson = "text",
    color: Color = "auto",
) -> int:
    """Look at a repository's set-up, and say how to mend it. Exit code 0: nothing to mend, 1: problems."""
    from trailers.cli.diagnosing import Asked, diagnose_as_asked

    return diagnose_as_asked(Asked(directory, format_, color))
