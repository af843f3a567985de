"""From what a CI asks to the range of commits in this clone; never a guess."""

from trailers.ci.request import RangeRequest
from trailers.errors import RangeError
from trailers.repository.opening import Repository
from trailers.repository.revision import Range, commit_named, find_commit


def requested_range(repository: Repository, request: RangeRequest) -> Range:
    """The commits that `request` is about; RangeError where the clone lacks what tells them."""
    head = commit_named(repository, request.head)
    spec = f"{request.base or 'nothing'}..{request.head} ({request.source})"
    base = find_commit(repository, request.base) if request.base else None
    if base is not None:
        return Range((head, f"^{base}"), base, head, spec)
    others = [found for found in (find_commit(repository, name) for name in request.fallback) if found]
    if others:
        return Range((head, *(f"^{commit}" for commit in others)), others[0], head, spec)
    if request.base is None and not request.fallback:
        return Range((head,), None, head, spec)
    missing = request.base or request.fallback[0]
    raise RangeError(f"{request.source}: the base {missing} is not in this clone", request.advice)
