"""Whether HEAD is amended, where the arguments do not say: after `commit --amend -m`, and in commit-msg.

git hands the author's date on to its hooks: of a commit that is amended it is HEAD's, of a new one the time
at which git started.
"""

import os

from trailers.authoring.occasion import Call, of_squash
from trailers.repository.commit import Commit, parse_ident
from trailers.typed import Callable

# Seconds within which two commits can have been made in the same second, one after the other.
_AT_ONCE = 3


def may_have_parts(call: Call, git_directory: str) -> bool:
    """Whether the message may come from other commits and not show it, without asking git."""
    if not os.path.lexists(os.path.join(git_directory, "HEAD")):
        return True  # not git's own folder: git has to be asked
    return of_squash(git_directory) or (call.source in ("", "message") and could_amend(call))


def could_amend(call: Call) -> bool:
    """Whether the author's date leaves room for it, without asking git what HEAD's is."""
    when = _author_time(call)
    return when is not None and abs(call.now - when) >= _AT_ONCE


def amends(call: Call, head: Commit, same_tree: Callable[[], bool]) -> bool:
    """Whether the message is for HEAD itself. `same_tree` tells whether the index is what HEAD has.

    A commit that is made in the very second of HEAD looks the same: then only the tree tells.
    """
    when = _author_time(call)
    if when is None or _raw_date(call) != _date_of(head.author):
        return False
    # Who sets the committer's date sets the author's too, perhaps for all commits.
    dates_tell = "GIT_COMMITTER_DATE" not in call.environ
    if dates_tell and (parse_ident(head.committer)[1] > when or abs(call.now - when) >= _AT_ONCE):
        return True
    return same_tree()


def _raw_date(call: Call) -> str:
    return call.environ.get("GIT_AUTHOR_DATE", "").lstrip("@")


def _author_time(call: Call) -> int | None:
    """None where git has not set the date: it sets `@SECONDS ZONE`."""
    seconds = _raw_date(call).partition(" ")[0]
    return int(seconds) if seconds.isascii() and seconds.isdigit() and len(seconds) < 18 else None


def _date_of(ident: bytes) -> str:
    return ident.rpartition(b">")[2].decode("ascii", "replace").strip(" ")
