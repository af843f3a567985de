"""Where the log message ends for git: before the scissors and the trailing comment lines.

Port of `ignored_log_message_bytes` (commit.c) and `wt_status_locate_end` (wt-status.c) of git,
with git's default comment character; git applies both to stored messages too.
"""

from trailers.message.lines import COMMENT, line_end

SCISSORS = COMMENT + " ------------------------ >8 ------------------------\n"
_CONFLICTS = "Conflicts:\n"


def scissors_at(text: str, subject: int = 0) -> int:
    """The offset of the scissors line, or -1."""
    if text.startswith(SCISSORS, subject):
        return subject
    found = text.find("\n" + SCISSORS, subject)
    return -1 if found < 0 else found + 1


def log_end(text: str, subject: int) -> int:
    """The offset at which the log message that starts at `subject` ends."""
    cut = scissors_at(text, subject)
    end = len(text) if cut < 0 else cut
    last = text.rfind("\n", subject, max(end - 1, subject)) + 1
    # Only a run of these lines at the very end is ignored, so most messages need no scan.
    if not text.startswith((COMMENT, "\n", "\t", _CONFLICTS), max(last, subject)):
        return end
    return _without_trailing_comments(text, subject, end)


def _without_trailing_comments(text: str, subject: int, end: int) -> int:
    """The offset of the run of comment, empty and `Conflicts:` lines that ends the message.

    As in git, an offset of 0 also stands for "no run", so a run on the first line is not seen.
    """
    run = 0
    in_conflicts = False
    bol = subject
    while bol < end:
        if text.startswith((COMMENT, "\n"), bol):
            run = run or bol - subject
        elif text.startswith(_CONFLICTS, bol):
            in_conflicts = True
            run = run or bol - subject
        elif in_conflicts and text.startswith("\t", bol):
            pass
        elif run:
            run = 0
            in_conflicts = False
        bol = line_end(text, bol)
    return subject + run if run else end
