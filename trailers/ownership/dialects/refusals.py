"""Why a pattern is refused, and what to write instead. Imported only where one is.

The wording is GitHub's own where `GET /repos/{owner}/{repo}/codeowners/errors` was seen to say it.
"""

from trailers.ownership.dialects.gitignore import masked, shape_of


def why_refused(pattern: str) -> tuple[str, str] | None:
    """The reason why a pattern is refused, and one to write instead, or nothing; None where it holds."""
    if shape_of(pattern) is not None:
        return None
    reason, instead = _reason(pattern, masked(pattern))
    return reason, instead if shape_of(instead) is not None else ""


def _reason(pattern: str, mask: str) -> tuple[str, str]:
    with_two_stars = "/".join(map(_with_fewer_stars, pattern.split("/")))
    meant = f"Did you mean `{with_two_stars}`?" if len(with_two_stars) < 200 else "`***` means nothing"
    checks = (
        (
            pattern[:1] == "!",
            "a pattern cannot be negated with `!`; a line without owners takes them away",
            pattern[1:],
        ),
        (pattern[:2] == "\\#", "a pattern cannot begin with `#`, nor with `\\#`", "?" + pattern[2:]),
        ("\0" in pattern, "no path has a NUL character", pattern.replace("\0", "")),
        (
            "[" in mask or "]" in mask,
            "both `[` and `]` must be escaped with a `\\`",
            _with_brackets_escaped(pattern, mask),
        ),
        ("***" in pattern, meant, with_two_stars),
        (len(mask) != len(pattern), "the `\\` at its end escapes nothing", pattern[:-1]),
        (pattern == "/", "The pattern `/` will never match anything, did you mean `*` instead?", "*"),
    )
    told = next(((reason, instead) for refused, reason, instead in checks if refused), None)
    return told or _no_name(pattern)


def _no_name(pattern: str) -> tuple[str, str]:
    """For a pattern in which a name is empty, `.` or `..`."""
    names = pattern.split("/")
    if ".." in names:
        return "no path goes up with `..`: a pattern begins at the top of the repository", ""
    rest = "/".join(name for name in names if name not in ("", "."))
    start, end = "/" if len(names) > 1 else "", "" if names[-1] else "/"
    reason = (
        "no path has the name `.`: a pattern begins at the top of the repository"
        if "." in names
        else "no path has two slashes in a row"
    )
    return reason, start + rest + end


def _with_brackets_escaped(pattern: str, mask: str) -> str:
    pairs = zip(pattern, mask, strict=False)  # the mask is longer where a backslash ends the pattern
    return "".join("\\" + char if masked_char in "[]" else char for char, masked_char in pairs)


def _with_fewer_stars(name: str) -> str:
    """The name with `**` for three stars and more where there is nothing else in it, else with `*`."""
    if len(name) > 2 and not name.strip("*"):
        return "**"
    while "**" in name and name != "**":
        name = name.replace("**", "*")
    return name
