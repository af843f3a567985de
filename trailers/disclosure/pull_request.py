"""The disclosure in the text of a pull request, for destinations that want no trailers.

    ### AI disclosure

    - Assisted-by: Claude-Code:claude-opus-5 ruff
    - AI-Context: session:claude-code/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11

The block is the Markdown section under that heading, up to the next heading; its lines are those of
the default profile, each an item of a list. What stands in a code fence or in an HTML comment is an
example or a template and is not read. Several such sections count as one: none can hide another.
"""

from trailers.disclosure.disclosure import Disclosure
from trailers.disclosure.profiles.colon import DEFAULT
from trailers.disclosure.reading import read_disclosure
from trailers.message.trailer import Trailer
from trailers.typed import Iterator

HEADING = "AI disclosure"

_KEY = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")
_BLANK = " \t\r"
_FENCES = ("```", "~~~")
_BULLETS = ("- ", "* ", "+ ")


def write_block(disclosure: Disclosure) -> str:
    """The section for a pull request's text; empty where there is nothing to say."""
    lines = [f"- {trailer}\n" for trailer in DEFAULT.write(disclosure)]
    return "".join((f"### {HEADING}\n\n", *lines)) if lines else ""


def read_block(text: str) -> Disclosure | None:
    """What a pull request's text says; None where it has no such section. Lines count from 1 in the text."""
    trailers: list[Trailer] = []
    inside = found = False
    for number, line in _visible_lines(text):
        title = _heading(line)
        if title is not None:
            inside = title.lower() == HEADING.lower()
            found = found or inside
        elif inside:
            trailers += _item(line, number)
    if not found:
        return None
    return read_disclosure(trailers, DEFAULT)._replace(profile="pr-body")


def _visible_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are shown as text, without comments and code fences, trimmed."""
    fence = ""
    comment = False
    for number, whole in enumerate(text.split("\n"), 1):
        shown, comment = (whole, False) if fence else _without_comments(whole, comment=comment)
        line = shown.strip(_BLANK)
        if fence:
            if line.startswith(fence) and not line.strip(fence[0]):
                fence = ""
        elif line.startswith(_FENCES):
            fence = line[: len(line) - len(line.lstrip(line[0]))]
        elif line:
            yield number, line


def _without_comments(line: str, *, comment: bool) -> tuple[str, bool]:
    """The line without what stands between `<!--` and `-->`, and whether a comment is still open."""
    shown = []
    rest = line
    while rest:
        head, mark, rest = rest.partition("-->" if comment else "<!--")
        if not comment:
            shown.append(head)
        if mark:
            comment = not comment
    return "".join(shown), comment


def _heading(line: str) -> str | None:
    """The text of a Markdown heading; None for any other line."""
    level = len(line) - len(line.lstrip("#"))
    if not 1 <= level <= 6 or line[level : level + 1] not in ("", " ", "\t"):
        return None
    return line[level:].strip("# \t").rstrip(":")


def _item(line: str, number: int) -> Iterator[Trailer]:
    """The trailer of a line, with or without a bullet."""
    if line.startswith(_BULLETS):
        line = line[2:].lstrip(_BLANK)
    key, colon, value = line.partition(":")
    if colon and key and _KEY.issuperset(key):
        yield Trailer(key, value.strip(_BLANK).strip("`"), number)
