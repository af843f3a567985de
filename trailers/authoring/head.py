"""The commit that the next one comes after, or stands in place of."""

from trailers.process import Git
from trailers.repository.commit import Commit, parse_commit
from trailers.typed import Callable


def stored_commit(git: Git, name: str) -> Commit | None:
    """A commit by name; None where there is none, as for HEAD before the first one."""
    return begin_stored_commit(git, name)()


def begin_stored_commit(git: Git, name: str) -> Callable[[], Commit | None]:
    """As `stored_commit`: let git begin, and wait for its answer later."""
    answer = git.begin("cat-file", "commit", name)

    def commit() -> Commit | None:
        content = answer()
        return None if content is None else parse_commit(name, content)

    return commit
