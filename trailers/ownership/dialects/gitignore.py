r"""The pattern language of gitignore, as GitHub and Bitbucket Cloud read it in CODEOWNERS.

From gitignore(5): a slash at the beginning or in the middle ties a pattern to the top of the repository, one
at the end asks for a directory, `**` between slashes is any number of directories, `*` and `?` stop at a
slash, a backslash takes the next character for itself. What a pattern names, file or directory, it owns with
all below. Different are `docs/*`, which owns the files directly in docs only, and what is refused: `!`, `[ ]`
and a `\#` at the beginning (GitHub, "CODEOWNERS syntax"; Atlassian, "Set up and use code owners").
Braces and everything else stand for themselves.
"""

from trailers.ownership.shape import Reach, Segment, Shape

# What a pattern has to be without to be a plain path.
SPECIAL = frozenset("*?[]\\!\0")

EVERYTHING = Shape("", (), "inside")
DEPTH = Segment("**", "depth")
_ANY_NAME = Segment("*", "glob")


def shape_of(pattern: str) -> Shape | None:
    """What a pattern means; None where it is refused: `refusals.why_refused` says why."""
    direct = pattern[-2:] == "/*"
    plain = pattern[:-2] if direct else pattern
    if not SPECIAL.isdisjoint(plain) or "//" in plain or "./" in plain or plain[-1:] in (".", ""):
        return _special(pattern)
    if direct:
        return Shape(plain.removeprefix("/"), (_ANY_NAME,), "path") if plain[-1] != "/" else None
    reach: Reach = "both"
    if pattern[-1] == "/":
        reach = "inside"
        pattern = pattern[:-1]
    if pattern[:1] == "/":
        return Shape(pattern[1:], (), reach)
    if "/" in pattern:
        return Shape(pattern, (), reach)
    return Shape("", (DEPTH, Segment(pattern, "literal")), reach) if pattern else None


def masked(pattern: str) -> str:
    """The pattern with `_` for each escaped character and its backslash, but for an escaped slash.

    It is longer than the pattern where that ends with a backslash that escapes nothing.
    """
    if "\\" not in pattern:
        return pattern
    parts: list[str] = []
    start = 0
    while (at := pattern.find("\\", start)) >= 0:
        parts += [pattern[start:at], "_/" if pattern[at + 1 : at + 2] == "/" else "__"]
        start = at + 2
    return "".join([*parts, pattern[start:]])


def unescaped(text: str) -> str:
    """The text with each backslash taken off that takes the next character for itself."""
    return _rewritten(text, "") if "\\" in text else text


def _special(pattern: str) -> Shape | None:
    """As `shape_of`, for any pattern."""
    mask = masked(pattern)
    if len(mask) != len(pattern) or pattern[:1] == "!" or pattern[:2] == "\\#" or "\0" in pattern:
        return None
    if "[" in mask or "]" in mask or "***" in pattern:
        return None
    names = mask.removesuffix("/").split("/")
    tied = len(names) > 1
    start = 0
    segments: list[Segment] = [] if tied else [DEPTH]
    for place, name in enumerate(names):
        text = pattern[start : start + len(name)]
        start += len(name) + 1
        if place or name or not tied:
            segment = _segment(text, name)
            if segment is None:
                return None
            if segment is not DEPTH or segments[-1:] != [DEPTH]:
                segments.append(segment)
    return _shape(segments, "inside" if mask[-1] == "/" else "both", tied=tied)


def _segment(text: str, mask: str) -> Segment | None:
    """One name of a pattern; None for a name that no path has."""
    if mask == "**":
        return DEPTH
    if "*" in mask or "?" in mask:
        return _ANY_NAME if mask == "*" else Segment(_rewritten(text, "*?[]\\"), "glob")
    name = unescaped(text)
    return None if name in ("", ".", "..") else Segment(name, "literal")


def _rewritten(text: str, keep: str) -> str:
    """The text with backslashes only before the characters to `keep` them at, and one star for several."""
    parts: list[str] = []
    escaped = False
    for char in text:
        if escaped:
            parts.append("\\" + char if char in keep else char)
            escaped = False
        elif char == "\\":
            escaped = True
        elif char != "*" or parts[-1:] != ["*"]:
            parts.append(char)
    return "".join(parts)


def _shape(segments: list[Segment], reach: Reach, *, tied: bool) -> Shape:
    """Put names together: what ends with any depth, or with `*` below any depth, is all that is inside."""
    if segments[-1] == _ANY_NAME and reach == "both":
        if segments[-2:-1] == [DEPTH]:
            segments = segments[:-1]
        elif tied:
            reach = "path"
    if segments[-1] == DEPTH:
        segments = segments[:-1]
        reach = "inside"
    fixed = 0
    while fixed < len(segments) and segments[fixed].kind == "literal":
        fixed += 1
    prefix = "/".join([segment.text for segment in segments[:fixed]])
    return Shape(prefix, tuple(segments[fixed:]), reach)
