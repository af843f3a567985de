"""Patterns of Gitea's dialect that are not meant as regular expressions, and what to write instead.

Go compiles most globs, and they mean something else: `*.js` is any character and `js`, and `docs/*` is
`docs` with any number of slashes.
"""

_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
# A backslash before these is Gitea's own; before others it is meant for the expression, and is lost.
_ESCAPED = "\\# \t"
_PUNCTUATION = ".+^$"


def looks_like_glob(source: str) -> bool:
    """Whether an expression, without `!` and the slash before it, is rather a glob."""
    if source.startswith("*") or "**" in source or "/*" in source or "[!" in source:
        return True
    choice = source.partition("{")[2].partition("}")[0]
    if "," in choice and not choice.replace(",", "").isdigit():
        return True
    stars = (at for at, one in enumerate(source) if one == "*")
    return any(source[at - 1] in _LETTERS and source[at - 2 : at - 1] not in ("\\", "-") for at in stars)


def from_glob(glob: str) -> str:
    """The expression that a glob is, with the backslashes that Gitea takes away."""
    parts: list[str] = []
    at = 0
    if "," in glob:
        glob = glob.replace("{", "(").replace("}", ")").replace(",", "|")
    while at < len(glob):
        if glob.startswith("**/", at):
            parts.append("(.*/)?")
            at += 3
        elif glob.startswith("**", at) or (glob[at] == "*" and "/" not in glob):
            parts.append(".*")
            at += 2 if glob.startswith("**", at) else 1
        else:
            one = glob[at]
            parts.append(
                {"*": "[^/]*", "?": "[^/]"}.get(one) or ("\\\\" + one if one in _PUNCTUATION else one)
            )
            at += 1
    if glob.endswith("/"):
        parts.append(".*")
    return "".join(parts).replace("[!", "[^")


def backslash_lost(written: str) -> bool:
    """Whether a word has a backslash that is meant for the expression, and that Gitea takes away."""
    return doubled(written) != written


def doubled(written: str) -> str:
    """The word with such backslashes written twice."""
    if "\\" not in written:
        return written
    parts: list[str] = []
    at = 0
    while at < len(written):
        pair = written[at : at + 2] if written[at] == "\\" else written[at]
        parts.append(pair if len(pair) < 2 or pair[1] in _ESCAPED else "\\" + pair)
        at += len(pair)
    return "".join(parts)
