"""git's settings that change what a message's trailers become. git-commit(1), git-interpret-trailers(1)."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Those that matter here."""
    config = seen.clone.config
    cleanup = config.get("commit.cleanup", "")
    if cleanup in ("verbatim", "whitespace"):
        what = f"commit.cleanup is {cleanup}"
        why = "lines of comments stay in the message, behind the trailers, which are none then"
        yield Diagnosis("clone", "cleanup", "warning", what, why, "git config --unset commit.cleanup")
    mark = config.get("core.commentstring") or config.get("core.commentchar", "")
    keys = seen.policy.disclosure.keys
    names = (*keys.model, *keys.context, *keys.approver, keys.none)
    if mark and any(name.startswith(mark) for name in names):
        what = f"lines that begin with {mark!r} are comments here (core.commentChar)"
        why = "git takes the trailers whose names begin so out of the message"
        yield Diagnosis("clone", "comment-char", "problem", what, why, "git config --unset core.commentChar")
    separators = config.get("trailer.separators", ":")
    if ":" not in separators:
        what = f"trailer.separators is {separators!r}"
        why = "git writes trailers that it does not read elsewhere: `Key: value` is what is judged"
        yield Diagnosis("clone", "separators", "warning", what, why, "git config --unset trailer.separators")
