"""The patterns of GitLab: Ruby's `File.fnmatch` with `FNM_DOTMATCH | FNM_PATHNAME`, of the path with a `/`.

From Ruby's dir.c and what it answers: `**` is any number of directories only before a slash, elsewhere as
`*`; a set ends at its first `]`, takes a backslash, and may be negated by `^` or `!`; a `[` that is never
closed fits nothing; a backslash at the end is nothing. Braces are plain characters, as is a leading dot.
"""

from trailers.ownership.shape import Segment, Shape

_EVERYTHING = Shape("", (), "inside")
_DEPTH = Segment("**", "depth")
_ANY_NAME = Segment("*", "glob")
_SPECIAL = frozenset("*?[\\")
_IN_SET = frozenset("]\\-!^[")


def normalized(pattern: str) -> str:
    """What GitLab makes of a pattern before it asks Ruby (`normalize_pattern`, ee/lib/gitlab/code_owners)."""
    if pattern == "*":
        return "/**/*"
    pattern = pattern.removeprefix("\\") if pattern.startswith("\\#") else pattern
    if "\\" in pattern:
        pattern = _blanks_kept(pattern)
    if not pattern.startswith("/"):
        pattern = "/**/" + pattern
    return pattern + "**/*" if pattern.endswith("/") else pattern


def shape_of(pattern: str) -> Shape:
    """The shape of a normalized pattern; ValueError, with the reason, where it fits no path at all."""
    if pattern == "/**/*":
        return _EVERYTHING
    if _is_plain(pattern):
        return Shape(pattern[1:], (), "path")
    if pattern.endswith("/**/*") and _is_plain(pattern[: -len("/**/*")]):
        return Shape(pattern[1 : -len("/**/*")], (), "inside")
    segments: list[Segment] = []
    for name, ends_with_slash in _names(pattern):
        if name == "**" and ends_with_slash:
            if segments[-1:] != [_DEPTH]:
                segments.append(_DEPTH)
        else:
            segments.append(_segment(name))
    if segments[-2:] == [_DEPTH, _ANY_NAME]:
        return _shape(segments[:-2], inside=True)
    return _shape(segments, inside=False)


def _shape(segments: list[Segment], *, inside: bool) -> Shape:
    fixed = 0
    while fixed < len(segments) and segments[fixed].kind == "literal":
        fixed += 1
    prefix = "/".join([segment.text for segment in segments[:fixed]])
    return Shape(prefix, tuple(segments[fixed:]), "inside" if inside else "path")


def _is_plain(pattern: str) -> bool:
    """Whether a pattern is a path and nothing else: most are. A name with a dot first may be none."""
    return _SPECIAL.isdisjoint(pattern) and "//" not in pattern and "/." not in pattern and pattern[-1] != "/"


def _blanks_kept(pattern: str) -> str:
    """The pattern with one space for each backslash and the blanks behind it."""
    first, *others = pattern.split("\\")
    parts = [first]
    for other in others:
        rest = other.lstrip(" \t\r\f\v")
        parts += ["\\", other] if len(rest) == len(other) else [" ", rest]
    return "".join(parts)


def _names(pattern: str) -> list[tuple[str, bool]]:
    r"""The names between slashes, and whether a plain slash follows: `\/` is a slash too, `[/]` is none."""
    if _SPECIAL.isdisjoint(pattern):
        *names, last = pattern[1:].split("/")
        return [*[(name, True) for name in names], (last, False)]
    found: list[tuple[str, bool]] = []
    start = at = 1
    while at < len(pattern):
        one = pattern[at]
        if one == "[":
            at = _set_end(pattern, at)
        elif one == "/" or pattern.startswith("\\/", at):
            found.append((pattern[start:at], one == "/"))
            at = start = at + (1 if one == "/" else 2)
        else:
            at += 2 if one == "\\" else 1
    return [*found, (pattern[start:], False)]


def _set_end(pattern: str, at: int) -> int:
    """Behind the set that begins at a `[`."""
    at += 2 if pattern[at + 1 : at + 2] in ("!", "^") else 1
    while at < len(pattern):
        if pattern[at] == "]":
            return at + 1
        at += 2 if pattern[at] == "\\" else 1
    raise ValueError("its `[` is never closed")


def _segment(name: str) -> Segment:
    if not name:
        raise ValueError("two slashes follow each other")
    if _SPECIAL.isdisjoint(name):
        return _literal(name)
    parts: list[str] = []
    plain = True
    at = 0
    while at < len(name):
        one = name[at]
        end = at + 1
        if one == "[":
            end = _set_end(name, at)
            one = _set(name[at + 1 : end - 1])
            plain = False
        elif one in "*?":
            plain = False
        elif one == "\\":
            end = at + 2
            one = name[at : at + 2] if name[at + 1 : end] in _SPECIAL else name[at + 1 : end]
        if one != "*" or parts[-1:] != ["*"]:
            parts.append(one)
        at = end
    if not plain:
        return Segment("".join(parts), "glob")
    return _literal("".join(part[1:] if len(part) == 2 else part for part in parts))


def _literal(name: str) -> Segment:
    if name in ("", ".", ".."):
        raise ValueError(f"no path has a name `{name}`")
    return Segment(name, "literal")


def _set(inside: str) -> str:
    """A set in the form of a shape: a backslash before what is special, and `!` to negate."""
    negated = inside[:1] in ("!", "^")
    at = int(negated)
    parts: list[str] = []
    while at < len(inside):
        low, at = _one_of_set(inside, at)
        if inside.startswith("-", at) and at + 1 < len(inside):
            high, at = _one_of_set(inside, at + 1)
            # A range the wrong way round is its two ends.
            parts += [_in_set(low), "-" if low <= high else "", _in_set(high)]
        else:
            parts.append(_in_set(low))
    if not parts and not negated:
        raise ValueError("it has a set without characters")
    return "[" + "!" * negated + "".join(parts) + "]" if parts else "?"


def _one_of_set(inside: str, at: int) -> tuple[str, int]:
    at += inside[at] == "\\"
    return inside[at : at + 1], at + 1


def _in_set(character: str) -> str:
    return "\\" + character if character in _IN_SET else character
