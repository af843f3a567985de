"""Find the trailers in a paragraph that git does not, or not entirely, take for trailers."""

from trailers.message.lines import BLANK, COMMENT
from trailers.message.reading import separator
from trailers.typed import Callable, Sequence

# Keys without a hyphen that stand for a trailer in any project, and hardly begin a sentence.
_FORMAL = frozenset(("Bug", "Cc", "CC", "Closes", "Fixes", "Issue", "Link", "Ref", "Refs"))


def is_formal(key: str) -> bool:
    """Whether the key can hardly be the first word of a title or of a sentence: `Signed-off-by`."""
    return key in _FORMAL or (key[:1].isupper() and "-" in key)


def trailer_runs(lines: Sequence[str], is_meant: Callable[[str], bool]) -> list[list[int]]:
    """The trailers whose key is meant as one, each as the indexes of its lines.

    Continuations go with the line above them. A comment goes with none: what follows it is none either.
    """
    runs: list[list[int]] = []
    in_trailer = False
    for index, line in enumerate(lines):
        if line.startswith(COMMENT):
            in_trailer = False
        elif line[0] not in BLANK:
            colon = separator(line)
            in_trailer = colon >= 1 and is_meant(line[:colon].rstrip(BLANK))
            if in_trailer:
                runs.append([index])
        elif in_trailer:
            runs[-1].append(index)
    return runs
