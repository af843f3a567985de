"""What is printed beside what a page says is printed: `…` stands for what differs."""

import re


def matches(expected: str, printed: str) -> bool:
    """Whether the text is as expected: a line `…` is any lines, `…` inside a line is any text of it.

    Blanks at a line's end and empty lines at the end do not count.
    """
    pattern = "".join(map(_line, _lines(expected)))
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _lines(printed))) is not None


def _lines(text: str) -> list[str]:
    lines = [line.rstrip() for line in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _line(line: str) -> str:
    if line.strip() == "…":
        return "(?:.*\n)*"
    return ".*".join(map(re.escape, line.split("…"))) + "\n"
