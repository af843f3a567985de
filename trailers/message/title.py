"""The title of a message, as git log's `%s` gives it: the lines of the first paragraph as one."""

from trailers.message.lines import BLANK, is_blank


def title_of(text: str) -> str:
    """The first paragraph on one line; empty where there is none."""
    lines: list[str] = []
    for line in text.split("\n"):
        if not is_blank(line):
            lines.append(line.rstrip(BLANK))
        elif lines:
            break
    return " ".join(lines)
