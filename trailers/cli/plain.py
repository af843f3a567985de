"""The plain form of `verify`, the one most typed, understood without typer, whose import takes 45 ms."""

from trailers.cli.asking import Question
from trailers.typed import Sequence


def plain_question(words: Sequence[str]) -> Question | None:
    """What `verify [RANGE]` and `verify --all [REV]` ask; None for every other command line."""
    match words:
        case ["verify"]:
            return Question()
        case ["verify", "--all"]:
            return Question(all=True)
        case ["verify", name] if not name.startswith("-"):
            return Question(name)
        case ["verify", "--all", name] | ["verify", name, "--all"] if not name.startswith("-"):
            return Question(name, all=True)
    return None
