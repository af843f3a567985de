"""Ranges in git's own words (gitrevisions(7)): `A..B`, `A...B`, one commit, or a whole history."""

from trailers.ci.tracking import fetch_command
from trailers.errors import RangeError
from trailers.repository.opening import Repository
from trailers.typed import NamedTuple


class Range(NamedTuple):
    """The commits to look at.

    `arguments` are full object ids for git rev-list; `base` is the commit whose copy of the policy
    judges (the left end itself, also of `A...B`), None where there is none; `head` is the right end.
    `spec` is what the user or the CI asked for.
    """

    arguments: tuple[str, ...]
    base: str | None
    head: str
    spec: str


def find_commit(repository: Repository, name: str) -> str | None:
    """The id of the commit that `name` means, tags peeled; None where it means none."""
    if not name or name.startswith(("-", "^")) or "\0" in name:
        return None
    # A search for words in messages (`:/fix`) finds commits only, and would look for a suffix too.
    peeled = name if name.startswith(":/") else f"{name}^{{commit}}"
    answer = repository.git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", peeled)
    return answer.decode("ascii").strip() if answer else None


def commit_named(repository: Repository, name: str) -> str:
    """As `find_commit`; RangeError where there is no such commit."""
    found = find_commit(repository, name)
    if found is None:
        remedy = _remedy(repository, name)
        raise RangeError(f"there is no commit named {name!r} in this repository", remedy)
    return found


def merge_base(repository: Repository, one: str, other: str) -> str | None:
    """Where two commits parted; None where they have nothing in common, or git cannot tell."""
    answer = repository.git.ask("merge-base", one, other)
    return answer.decode("ascii").strip() if answer else None


def parse_range(repository: Repository, spec: str) -> Range:
    """The range that `spec` means; an end left out is HEAD, as in git."""
    for dots in ("...", ".."):
        left, found, right = spec.partition(dots)
        if found:
            base = commit_named(repository, left or "HEAD")
            head = commit_named(repository, right or "HEAD")
            arguments = (f"{base}...{head}",) if dots == "..." else (head, f"^{base}")
            return Range(arguments, base, head, spec)
    return one_commit(repository, spec)


def one_commit(repository: Repository, name: str) -> Range:
    """Just that commit; its base is its first parent."""
    head = commit_named(repository, name)
    parent = find_commit(repository, f"{head}^1")
    return Range(("--no-walk=unsorted", head), parent, head, name)


def whole_history(repository: Repository, name: str) -> Range:
    """All that `name` reaches: there is no base, so the end's own copy of the policy judges."""
    head = commit_named(repository, name)
    return Range((head,), None, head, f"--all {name}")


def upstream_range(repository: Repository, command: str = "verify") -> Range:
    """What this branch has and its upstream has not; `command` is who asks."""
    if find_commit(repository, "HEAD") is None:
        raise RangeError("this repository has no commit yet", "commit something first")
    if find_commit(repository, "@{upstream}") is None:
        remedy = f"name the range: undersign {command} origin/main..HEAD"
        raise RangeError("no range was given, no CI was recognised, and this branch has no upstream", remedy)
    return parse_range(repository, "@{upstream}..HEAD")


def _remedy(repository: Repository, name: str) -> str:
    if name.startswith("-"):
        return "a range cannot start with a dash: undersign verify --help"
    if repository.shallow:
        return "this clone is shallow: git fetch --unshallow (in CI: fetch-depth: 0)"
    remote, _, branch = name.partition("/")
    if remote == "origin" and branch:
        return fetch_command(branch)  # into origin/…, also where the clone has one branch only
    return "git log --oneline --all shows what there is"
