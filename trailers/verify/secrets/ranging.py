"""A range of commits: which they are, and what governs it."""

from trailers.errors import RangeError
from trailers.repository.opening import Repository, open_repository
from trailers.repository.revision import Range, parse_range, whole_history
from trailers.verify.rules import unchecked_commit
from trailers.verify.secrets.asked import Asked
from trailers.verify.secrets.edge import Edge, Seen
from trailers.verify.secrets.governing import governing_at
from trailers.verify.secrets.history import History, look_at
from trailers.verify.secrets.scanning import setting_for

ALL = "--all"
_LARGE = 1 << 26  # bytes: a history is worth the fastest engine
_COMMIT = 1 << 12  # bytes that a commit adds, about


def look_at_range(asked: Asked, edge: Edge) -> Seen:
    """Look at every line that any commit of the range adds. RangeError where there is no commit in it."""
    repository = open_repository(edge.git())
    range_ = _range(repository, asked.range)
    governing = governing_at(asked, repository, range_, accepting=not edge.keeps)
    history, commits = _history(repository, range_)
    if not commits:
        raise RangeError(f"there is no commit in {range_.spec}: nothing was checked", "git log shows them")
    setting = setting_for(asked, governing, edge.cache, min(len(commits) * _COMMIT, _LARGE))
    if edge.keeps:
        setting = setting._replace(keeps=True)
    looked = look_at(history, setting, jobs=asked.jobs, progress=edge.progress)
    cuts = repository.shallow.intersection(commits)
    looked.findings[:0] = list(map(unchecked_commit.cut_off, sorted(cuts)))
    return Seen(looked, governing)


def _range(repository: Repository, spec: str) -> Range:
    """The range that is meant: A..B, one commit, or with --all whatever a commit reaches."""
    if spec.startswith(ALL):
        return whole_history(repository, spec.removeprefix(ALL).strip() or "HEAD")
    return parse_range(repository, spec)


def _history(repository: Repository, range_: Range) -> tuple[History, list[str]]:
    output = repository.git.run("rev-list", "--parents", *range_.arguments, "--").decode("ascii")
    lines = [line.split(" ") for line in output.split("\n") if line]
    commits = [line[0] for line in lines]
    merges = frozenset(line[0] for line in lines if len(line) > 2)
    git = repository.git.without_work_tree(repository.git_directory)
    return History(git, commits, merges), commits
