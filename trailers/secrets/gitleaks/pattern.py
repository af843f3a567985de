r"""A tree written as a regular expression of Python's `re` over bytes.

It needs no flags: cases and classes are spelt out. `*`, `+` and `{n,}` get an end, so that a match has a
greatest length.
"""

from trailers.secrets.gitleaks.measure import most_of
from trailers.secrets.gitleaks.node import ASCII, HIGH, Node, members

_BEYOND = r"[\xc2-\xf4][\x80-\xbf]{1,3}|[\x80-\xff]"
_ASSERTIONS = {
    "begin": r"\A",
    "end": r"\Z",
    "line begin": "(?m:^)",
    "line end": "(?m:$)",
    "word": r"\b",
    "no word": r"\B",
}


def pattern_of(node: Node) -> str:
    """The pattern, all of it ASCII."""
    if node.kind in ("byte", "character"):
        # Atomic: half a character is no way to match.
        return _set(node.mask) if node.kind == "byte" else f"(?>{_set(node.mask)}|{_BEYOND})"
    if node.kind == "all of":
        return "".join(map(pattern_of, node.parts))
    if node.kind == "one of":
        return f"(?:{'|'.join(map(pattern_of, node.parts))})"
    if node.kind == "repeat":
        return _repeat(node)
    if node.kind == "group":
        return f"({pattern_of(node.parts[0])})"
    return _ASSERTIONS[node.kind]


def _repeat(node: Node) -> str:
    part = node.parts[0]
    if part.kind == "character" and node.most < 0 and node.least < 2:
        body = _set(part.mask | HIGH)  # bytes will do: there is no count to get wrong
    else:
        body = pattern_of(part)
    one = part.kind in ("byte", "character", "group", "one of")
    lazy = "" if node.greedy else "?"
    return f"{body if one else f'(?:{body})'}{{{node.least},{most_of(node)}}}{lazy}"


def _set(mask: int) -> str:
    codes = members(mask)
    if len(codes) == 1:
        return _spelt(codes[0])
    if not codes:
        return "(?!)"
    if mask == ASCII | HIGH:
        return r"[\x00-\xff]"
    spans: list[list[int]] = []
    for code in codes:
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    written = (_spelt(low) if low == high else f"{_spelt(low)}-{_spelt(high)}" for low, high in spans)
    return f"[{''.join(written)}]"


def _spelt(code: int) -> str:
    character = chr(code)
    return character if character.isascii() and character.isalnum() else f"\\x{code:02x}"
