"""Lines as git cuts them: ended by LF alone, blank where only space, tab, CR and LF stand.

Vertical tab, form feed, NBSP and U+2028 are neither blank nor line ends to git (`sane_ctype`).
"""

BLANK = " \t\r\n"
COMMENT = "#"


def is_blank(line: str) -> bool:
    """Whether git takes the line for an empty one."""
    return not line.strip(BLANK)


def line_end(text: str, start: int) -> int:
    """The offset after the line that starts at `start`, its LF included."""
    newline = text.find("\n", start)
    return len(text) if newline < 0 else newline + 1


def line_before(text: str, floor: int, end: int) -> int:
    """The offset of the start of the line that ends at `end`, not below `floor`."""
    newline = text.rfind("\n", floor, end - 1) if end - 1 > floor else -1
    return floor if newline < 0 else newline + 1


def skip_blank_lines(text: str) -> int:
    """The offset of the first line that is not blank: the subject (`skip_blank_lines` of pretty.c)."""
    solid = len(text) - len(text.lstrip(BLANK))
    return text.rfind("\n", 0, solid) + 1 if solid < len(text) else len(text)
