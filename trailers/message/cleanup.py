"""What git will do to the message that a hook is handed, before it stores it.

Port of `cleanup_message` (sequencer.c), `strbuf_stripspace` (strbuf.c) and `wt_status_locate_end`
(wt-status.c) of git. The comment string here is the configured one; a message that is stored is read
with `#` (see `reading`). What a hook cannot learn is a `--cleanup=MODE` typed on the command line.
"""

from trailers.errors import MessageError
from trailers.message.lines import BLANK, COMMENT
from trailers.message.log_end import SCISSORS, log_end
from trailers.typed import Iterator, Literal, Mapping, NamedTuple

Mode = Literal["strip", "whitespace", "verbatim", "scissors"]

_CUT = SCISSORS.removeprefix(COMMENT)
# What `core.commentChar=auto` chooses from (builtin/commit.c).
_CANDIDATES = "#;@!$%^&|:"

_WITH_EDITOR: dict[str, Mode] = {
    "default": "strip",
    "strip": "strip",
    "whitespace": "whitespace",
    "verbatim": "verbatim",
    "scissors": "scissors",
}
_WITHOUT_EDITOR: dict[str, Mode] = {**_WITH_EDITOR, "default": "whitespace", "scissors": "whitespace"}


class Cleanup(NamedTuple):
    """How git cleans a message up: the mode, and the string that begins a comment line."""

    mode: Mode
    comment: str


def clean(text: str, cleanup: Cleanup) -> str:
    """The message that git stores for the one that it is handed."""
    return "".join(line for _, line in stored_lines(text, cleanup))


def stored_lines(text: str, cleanup: Cleanup) -> Iterator[tuple[int, str]]:
    """The lines that git stores, each with the number, from 1, of the line that it comes from."""
    text = text[: cut_at(text, cleanup)]
    if cleanup.mode == "verbatim":
        return enumerate(whole_lines(text), 1)
    return _stripspace(text, cleanup.comment if cleanup.mode == "strip" else None)


def cut_at(text: str, cleanup: Cleanup) -> int:
    """The offset from which git drops everything; the length of the text where it drops nothing.

    Mode `scissors` cuts at a scissors line, and so does `commit -v` in every mode. A hook does not
    see the option, but it sees the comment that git puts right below its own scissors line.
    """
    scissors = cleanup.comment + _CUT
    found = _line_starting(text, scissors)
    if found < 0 or (cleanup.mode != "scissors" and _line_starting(text, scissors + cleanup.comment) < 0):
        return len(text)
    return found


def cleanup_for(config: Mapping[str, str], editor_used: bool, text: str) -> Cleanup:
    """The clean-up that waits for `text`, a message that a hook is handed.

    `config` has lower-case keys. `editor_used` is false where git gave the hook `GIT_EDITOR=:`.
    Where both are set `core.commentString` counts: who sets both has the other for git before 2.45.
    """
    comment = config.get("core.commentstring") or config.get("core.commentchar") or COMMENT
    if comment.lower() == "auto":
        comment = _shown_comment(text) if editor_used else _chosen_comment(text)
    return Cleanup(_mode(config.get("commit.cleanup", "default"), editor_used=editor_used), comment)


def _mode(configured: str, *, editor_used: bool) -> Mode:
    """`get_cleanup_mode` of sequencer.c."""
    modes = _WITH_EDITOR if editor_used else _WITHOUT_EDITOR
    if configured not in modes:
        known = ", ".join(modes)
        raise MessageError(
            f"commit.cleanup is {configured!r}, which git does not know", f"set it to one of {known}"
        )
    return modes[configured]


def _chosen_comment(text: str) -> str:
    """The comment character that git chooses for a message (`adjust_comment_line_char`)."""
    if COMMENT not in text:
        return COMMENT
    lines = text[: log_end(text, 0)].replace("\r", "\n").split("\n")
    used = {line[0] for line in lines if line}
    return next((candidate for candidate in _CANDIDATES if candidate not in used), COMMENT)


def _shown_comment(text: str) -> str:
    """The comment character that git chose for what it gave the editor: it shows in the status below.

    That is the comment below the scissors, or else the last line. Where the user has deleted it,
    `#` is the likeliest.
    """
    for candidate in _CANDIDATES:
        if _line_starting(text, candidate + _CUT + candidate) >= 0:
            return candidate
    text = text.rstrip(BLANK)
    last = text[text.rfind("\n") + 1 :]
    if last and last[0] in _CANDIDATES and (len(last) == 1 or last[1] in BLANK):
        return last[0]
    return COMMENT


def _line_starting(text: str, beginning: str) -> int:
    """The offset of the first line that begins so, or -1."""
    if text.startswith(beginning):
        return 0
    found = text.find("\n" + beginning)
    return -1 if found < 0 else found + 1


def _stripspace(text: str, comment: str | None) -> Iterator[tuple[int, str]]:
    gap = False
    begun = False
    for number, raw in enumerate(text.split("\n"), 1):
        if comment is not None and raw.startswith(comment):
            continue
        line = raw.rstrip(BLANK)
        if line:
            if gap and begun:
                yield number - 1, "\n"
            yield number, line + "\n"
            begun = True
        gap = not line


def whole_lines(text: str) -> list[str]:
    """The lines of a text, each with its LF, which the last may lack."""
    *lines, last = text.split("\n")
    ended = [line + "\n" for line in lines]
    return [*ended, last] if last else ended
