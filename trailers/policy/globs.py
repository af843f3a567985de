"""Patterns with `*` and `?`, in time that grows with pattern times text, whatever they are.

Not fnmatch: its expressions backtrack, and its import costs a hook 3 ms.
"""

from trailers.typed import Callable, Sequence


def matches(pattern: str, text: str) -> bool:
    """Whether all of the text is of the pattern: `*` is any text, also none, and `?` any one character."""
    if "*" not in pattern and "?" not in pattern:
        return pattern == text
    return _fits(pattern, text, "*", _same_character)


def path_matches(pattern: str, path: str) -> bool:
    """Whether a path, or a directory above it, is of the pattern, from the top of the repository.

    `*` and `?` stop at "/"; `**` as a whole name is any number of directories, also none.
    """
    return _fits([*pattern.strip("/").split("/"), "**"], path.split("/"), "**", matches)


def _same_character(one: str, other: str) -> bool:
    return one in ("?", other)


def _fits(pattern: Sequence[str], items: Sequence[str], star: str, same: Callable[[str, str], bool]) -> bool:
    """Whether the pattern takes all items, where `star` takes any number of them.

    Only the last star is ever tried again: what follows an earlier one was found at the first place where
    it fits, and a later place would leave less for the rest.
    """
    at = taken = 0
    after_star, given = -1, 0
    while taken < len(items):
        if at < len(pattern) and pattern[at] == star:
            at += 1
            after_star, given = at, taken
        elif at < len(pattern) and same(pattern[at], items[taken]):
            at += 1
            taken += 1
        elif after_star >= 0:
            given += 1
            at, taken = after_star, given
        else:
            return False
    return all(one == star for one in pattern[at:])
