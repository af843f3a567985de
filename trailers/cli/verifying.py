"""What `undersign verify` does, from what was typed to the report and the exit code."""

from trailers.ci.request import NothingToJudge
from trailers.cli.asking import Answer, Question, ask_range
from trailers.cli.console import git_in
from trailers.cli.progress import progress
from trailers.cli.reporting import Wanted, tell, telling
from trailers.errors import MessageError, RangeError
from trailers.report import PolicySource, Report
from trailers.repository.opening import open_repository
from trailers.repository.walk import walk_together
from trailers.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from trailers.disclosure.disclosure import Disclosure


class Asked(NamedTuple):
    """What is to be judged and how.

    `pr_body` is the file with a pull request's text, or empty. `remerge` looks into merges; where nothing
    was said of it, in ranges only: it takes milliseconds a merge.
    """

    question: Question
    directory: str = "."
    pr_body: str = ""
    remerge: bool | None = None
    may_be_empty: bool = False


def verify_as_asked(asked: Asked, wanted: Wanted | None = None) -> int:
    """Judge, tell the report as wanted, and give the exit code."""
    how = telling(wanted or Wanted())
    repository = open_repository(git_in(asked.directory))
    answer = ask_range(repository, asked.question)
    if isinstance(answer, NothingToJudge):
        return tell(nothing_judged(answer), how)
    commits = walk_together(repository, answer.range.arguments)
    # git walks while we load what judges.
    from trailers.verify.run import Options, verify_range

    remerge = not asked.question.all if asked.remerge is None else asked.remerge
    with progress() as shown:
        options = Options(remerge, answer.branch, shown, read_pr_body(asked.pr_body), commits)
        report = verify_range(repository, answer.range, answer.stage, options)
    _not_empty(report, answer, asked.may_be_empty)
    return tell(report, how)


def nothing_judged(answer: NothingToJudge) -> Report:
    """The report where the CI's event brings no commit."""
    source = PolicySource(f"no policy ({answer.source}: {answer.why})", None)
    return Report(source, {"commits": 0, "assisted": 0}, (), (), "clean")


def _not_empty(report: Report, answer: Answer, allowed: bool) -> None:
    if report.verdict == "clean" and not report.checked["commits"] and not (allowed or answer.may_be_empty):
        remedy = "if that is right: --allow-empty-range"
        raise RangeError(f"there is no commit in {answer.range.spec}: nothing was checked", remedy)


def read_pr_body(path: str) -> "Disclosure | None":
    """The disclosure in a pull request's text; None without a file, or where the text holds none."""
    if not path:
        return None
    from trailers.disclosure.pull_request import read_block

    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            return read_block(file.read())
    except OSError as error:
        raise MessageError(f"the pull request's text cannot be read: {error}") from error
