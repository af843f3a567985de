"""`undersign secrets scan --ci`: what the commits add that the CI's event brings."""

from trailers.ci.request import NothingToJudge
from trailers.cli.asking import Question, added_by, ask_range, brings_nothing
from trailers.cli.console import git_in
from trailers.cli.reporting import tell as tell_report
from trailers.cli.reporting import telling
from trailers.cli.secrets.scanning import scan
from trailers.cli.secrets.telling import wanted_by
from trailers.errors import UsageError
from trailers.report import PolicySource, Report
from trailers.repository.opening import open_repository
from trailers.verify.secrets.asked import Asked


def scan_event(asked: Asked) -> int:
    """As `scan`, over the range that `undersign verify` judges; clean where the event brings no commit."""
    if any((asked.paths, asked.staged, asked.all, asked.range, asked.stdin, asked.message)):
        raise UsageError("--ci says what to look at: what the CI's event brings", "leave the rest out")
    how = telling(wanted_by(asked))
    repository = open_repository(git_in("."))
    answer = ask_range(repository, Question())
    if isinstance(answer, NothingToJudge):
        return tell_report(_nothing(f"{answer.source}: {answer.why}"), how)
    if brings_nothing(repository, answer):
        return tell_report(_nothing(f"no commit in {answer.range.spec}"), how)
    return scan(asked._replace(range=added_by(answer)))


def _nothing(why: str) -> Report:
    counts = {"commits": 0, "files": 0, "bytes": 0}
    return Report(PolicySource(f"no policy ({why})", None), counts, (), (), "clean", check="secrets")
