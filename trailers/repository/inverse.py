"""Whether a commit takes back exactly what another one did, and nothing else.

git-revert(1) names the commit in the message. That it is its inverse shows in the blobs and modes on both
sides of each path: where a file was changed in between, the two are no inverses, whatever the text says.
"""

from trailers.repository.opening import Repository
from trailers.repository.revision import find_commit
from trailers.typed import NamedTuple

_NAMED = "This reverts commit "
_MAINLINE = ", reversing\nchanges made to "
_HEX = "0123456789abcdef"
_SHORTEST = 7  # digits that `revert.reference` leaves of an id

Change = frozenset[tuple[str, ...]]


class Reverted(NamedTuple):
    """The commit that a message says it reverts; `mainline` is the parent of a merge that it goes back to."""

    commit: str
    mainline: str = ""


def reverted_by(text: str) -> Reverted | None:
    """What the message says it reverts; None where that is nothing, or more than one commit."""
    before, named, rest = text.partition(_NAMED)
    if not named or _NAMED in rest or before[-1:] not in ("", "\n"):
        return None
    commit = _leading_id(rest)
    rest = rest[len(commit) :]
    mainline = _leading_id(rest.removeprefix(_MAINLINE)) if rest.startswith(_MAINLINE) else ""
    return Reverted(commit, mainline) if commit else None


def is_exact_revert(repository: Repository, commit: str, text: str) -> bool:
    """Whether `commit`, whose message is `text`, is the exact inverse of a commit below it that it names."""
    named = reverted_by(text)
    below = find_commit(repository, named.commit) if named else None
    if named is None or below is None or below == commit or not _is_below(repository, below, commit):
        return False
    made = _change(repository, f"{commit}^1", commit)
    taken_back = _change(repository, named.mainline or f"{below}^1", below)
    return made is not None and taken_back is not None and made == _inverse(taken_back)


def _leading_id(text: str) -> str:
    digits = text[: len(text) - len(text.lstrip(_HEX))]
    return digits if len(digits) >= _SHORTEST else ""


def _is_below(repository: Repository, below: str, commit: str) -> bool:
    return repository.git.ask("merge-base", "--is-ancestor", below, commit) is not None


def _change(repository: Repository, before: str, after: str) -> Change | None:
    """(old mode, new mode, old id, new id, path) of each path; None where one of the two is not there."""
    parent = find_commit(repository, before)
    sides = [parent, after] if parent else ["--root", "--no-commit-id", after]
    output = repository.git.ask("diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", *sides)
    if output is None:
        return None
    fields = output.decode("utf-8", "surrogateescape").split("\0")[:-1]
    entries = zip(fields[::2], fields[1::2], strict=True)
    return frozenset((*entry[1:].split(" ")[:4], path) for entry, path in entries)


def _inverse(change: Change) -> Change:
    return frozenset((new_mode, old_mode, new, old, path) for old_mode, new_mode, old, new, path in change)
