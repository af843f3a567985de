"""The filters that judge a line: detect_secrets/filters of 1.5.0, with the same answers in linear time."""

from functools import lru_cache

from trailers.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

# Comments as regular expressions, begin and end. YAML has only the first.
_COMMENTS = (("#", ""), ("//", ""), (r"/\*", r" *\*/"), ("'", ""), ("--", ""), (r"<!--[# \t]*?", " *?-->"))
_LONGEST = 1000  # characters: an expression in a longer line is not looked for


def is_allowed(extension: str, line: str, before: str) -> bool:
    """Whether a pragma in a comment allows the line, or one on the line above it."""
    comments = _COMMENTS[:1] if extension == ".yaml" else _COMMENTS
    return _is_said(comments, line, above=False) or _is_said(comments, before, above=True)


def is_indirect(line: str) -> bool:
    """Whether the line gives a name what a call or an index yields.

    The expression of detect-secrets begins with what may be empty, and takes time by the square of the line's
    length to find that out; without it the answer is the same.
    """
    return len(line) <= _LONGEST and bool(_indirect().search(line))


def _is_said(comments: tuple[tuple[str, str], ...], line: str, *, above: bool) -> bool:
    if "pragma:" not in line:
        return False
    # A comment that has to end ends the line. Looked at first, it saves going through the line from every
    # begin.
    end = line.rstrip("\n \t")
    return any(
        _pragma(one, above=above).search(line)
        for one in comments
        if not one[1] or end.endswith(one[1].lstrip(" *?").replace("\\", ""))
    )


@lru_cache(maxsize=12)
def _pragma(comment: tuple[str, str], *, above: bool) -> "Pattern[str]":
    import re

    begin, end = comment
    said = r"pragma: ?allowlist[ -]nextline[ -]secret" if above else r"pragma: ?(allow|white)list[ -]secret"
    return re.compile(rf"{'^' if above else ''}[ \t]*{begin} *{said}.*?{end}[ \t]*$")


@lru_cache(maxsize=1)
def _indirect() -> "Pattern[str]":
    import re

    return re.compile(r"(?::=?|[!=]{1,3})\s*[\w.-]+[\[\(][^\v]*[\]\)]")
