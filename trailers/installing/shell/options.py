"""The options of `git commit`, as far as they say what the message will be. git-commit(1)."""

from trailers.installing.shell.word import Word
from trailers.typed import NamedTuple

# Options with a value behind them; those of one letter take it in the same word, too.
_VALUES = frozenset(
    (
        "--message",
        "--file",
        "--trailer",
        "--author",
        "--date",
        "--cleanup",
        "--template",
        "--pathspec-from-file",
    )
)
_SHORT_VALUES = "mFtCc"
# With these the message comes from elsewhere, or a person still writes it, or no commit is made.
_OTHERWISE = frozenset(
    (
        "--reuse-message",
        "--reedit-message",
        "--fixup",
        "--squash",
        "--edit",
        "--template",
        "--dry-run",
        "--help",
        "--interactive",
        "--patch",
        "--short",
        "--porcelain",
        "--long",
    )
)
_SHORT_OTHERWISE = "CcetpZzh"
_FLAGS = frozenset(
    (
        "--all",
        "--amend",
        "--no-edit",
        "--no-verify",
        "--verify",
        "--signoff",
        "--no-signoff",
        "--quiet",
        "--verbose",
        "--allow-empty",
        "--allow-empty-message",
        "--include",
        "--only",
        "--no-gpg-sign",
        "--gpg-sign",
        "--reset-author",
        "--no-status",
        "--status",
        "--no-post-rewrite",
        "--branch",
        "--null",
        "--untracked-files",
        "--pathspec-file-nul",
    )
)


class Said(NamedTuple):
    """What the options say: the messages of -m, or the file of -F; trailers; the author; the clean-up."""

    messages: tuple[str, ...] = ()
    file: str = ""
    trailers: tuple[str, ...] = ()
    author: str = ""
    cleanup: str = ""
    amend: bool = False


def commit_options(words: tuple[Word, ...]) -> Said | None:
    """What the words behind `git commit` say; None where they do not say what the message will be."""
    values: dict[str, list[str]] = {}
    number = 0
    while number < len(words) and words[number].text != "--":
        word = words[number]
        if not word.known:
            return None
        read = _option(word.text)
        number += 1
        if read is None:
            return None
        name, value, wants = read
        if wants and value is None:
            if number == len(words):
                return None
            word, number = words[number], number + 1
            value = word.text
        if not word.known:
            return None
        values.setdefault(name, []).append(value or "")
    if _OTHERWISE & values.keys():
        return None
    return _said(values)


def _said(values: dict[str, list[str]]) -> Said | None:
    messages, file = values.get("--message", []), values.get("--file", [])
    if bool(messages) == bool(file) or len(file) > 1:
        return None
    return Said(
        messages=tuple(messages),
        file="".join(file),
        trailers=tuple(values.get("--trailer", [])),
        author="".join(values.get("--author", [])[-1:]),
        cleanup="".join(values.get("--cleanup", [])[-1:]),
        amend="--amend" in values,
    )


def _option(text: str) -> tuple[str, str | None, bool] | None:
    """The option's long name, its value in the same word, and whether it wants one; '' for a path."""
    if not text.startswith("-") or text == "-":
        return "", None, False
    if not text.startswith("--"):
        return _letters(text)
    name, equals, value = text.partition("=")
    if name in _VALUES:
        return name, value if equals else None, True
    # Others are abbreviated, or of another release.
    return (name, None, False) if name in _FLAGS | _OTHERWISE else None


def _letters(text: str) -> tuple[str, str | None, bool] | None:
    """As `_option`, for options of one letter, which may stand together."""
    for number, letter in enumerate(text[1:], 2):
        if letter in _SHORT_OTHERWISE:
            return "--edit", "", False
        if letter in _SHORT_VALUES:
            return {"m": "--message", "F": "--file"}[letter], text[number:] or None, True
        if letter in "uS":
            break  # its value may stand in the rest of the word
        if letter not in "aqvnsiobu":
            return None
    return "--all", None, False
