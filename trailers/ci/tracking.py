"""The remote-tracking ref of a branch that a CI names."""

from trailers.ci.object_id import BASE_REMEDY, shown
from trailers.errors import RangeError

_FORBIDDEN = frozenset(" ~^:?*[\\\x7f").union(map(chr, range(0x20)))


def is_branch_name(name: str) -> bool:
    """Whether git would make a branch of this name, by git-check-ref-format(1)."""
    if name == "HEAD" or name.startswith("-") or name.endswith(".") or ".." in name or "@{" in name:
        return False
    if not _FORBIDDEN.isdisjoint(name):
        return False
    return all(part and part[0] != "." and not part.endswith(".lock") for part in name.split("/"))


def tracking_ref(branch: str, where: str) -> str:
    """`refs/remotes/origin/<branch>`, for a branch that `where` (a variable or a field) names.

    The whole name, so that no tag or option can stand in for it. Every CI here clones from `origin`.
    """
    if not is_branch_name(branch):
        raise RangeError(f"{where} is not the name of a branch: {shown(branch)}", BASE_REMEDY)
    return f"refs/remotes/origin/{branch}"


def fetch_command(branch: str) -> str:
    """The command that brings a branch into the clone, quoted: a branch's name may hold `;` and `$`."""
    import shlex  # only where a remedy is written

    return f"git fetch origin {shlex.quote(f'+refs/heads/{branch}:refs/remotes/origin/{branch}')}"
