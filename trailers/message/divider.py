"""The `---` divider, below which mail workflows see nothing of a message."""

from trailers.message.lines import BLANK


def divider_line(text: str) -> int:
    """The number of the first divider line, from 1; 0 for none (`find_end_of_log_message`, trailer.c)."""
    start = 0 if text.startswith("---") else text.find("\n---") + 1
    while text.startswith("---", start):
        # The end of the text is as good as a blank.
        if text[start + 3 : start + 4] in BLANK:
            return text.count("\n", 0, start) + 1
        start = text.find("\n---", start) + 1
        if not start:
            break
    return 0
