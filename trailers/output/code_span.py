"""Any text as a code span of Markdown, in which nothing comes to life.

In it there is no HTML, link, image or emphasis (CommonMark 6.1), and forges look there for no mention and
no reference to an issue.
"""

import re

from trailers.output.told import told

_TICKS = re.compile("`+")


def code_span(text: str, most: int) -> str:
    """The beginning of the text, on one line, between more backticks than are in it; empty for none."""
    shown = told(text, most)
    if not shown.strip(" "):
        return ""
    fence = "`" * (max(map(len, _TICKS.findall(shown)), default=0) + 1)
    # One space on each side is stripped again where there is one on both.
    pad = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
