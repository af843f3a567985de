"""The plain forms of `undersign secrets`, understood without typer, whose import takes 45 ms."""

from trailers.typed import Sequence
from trailers.verify.secrets.asked import Asked

COMMANDS = ("scan", "baseline", "detectors")


def plain_asked(words: Sequence[str]) -> Asked | None:
    """What `secrets [scan] PATHS`, `--all`, `--staged` and `--range A..B` ask; None for all else."""
    rest = list(words[1:])
    if rest[:1] == ["scan"]:
        rest = rest[1:]
    elif rest and rest[0] in COMMANDS:
        return None
    match rest:
        case ["--all"]:
            return Asked(all=True)
        case ["--staged"]:
            return Asked(staged=True)
        case ["--range", spec] if not spec.startswith("-"):
            return Asked(range=spec)
    plain = rest and not any(word.startswith("-") for word in rest)
    return Asked(tuple(rest)) if plain else None


def with_scan(words: Sequence[str]) -> list[str]:
    """The words, where `scan` may have been left out."""
    rest = list(words[1:])
    if rest and rest[0] not in (*COMMANDS, "-h", "--help"):
        return [words[0], "scan", *rest]
    return list(words)
