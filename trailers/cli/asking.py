"""Which range is meant, at which stage: what was typed, else the CI's environment, else the upstream."""

import os

from trailers.ci.request import Asked, NothingToJudge, RangeRequest, Stage
from trailers.errors import RangeError, UsageError
from trailers.repository.opening import Repository
from trailers.repository.revision import Range, parse_range, upstream_range, whole_history
from trailers.typed import NamedTuple

STAGES: tuple[Stage, ...] = ("commit", "push", "review", "merge")


class Question(NamedTuple):
    """What was typed; empty strings where nothing was."""

    range: str = ""
    all: bool = False
    base: str = ""
    stage: str = ""


class Answer(NamedTuple):
    """The range to judge. `may_be_empty` where no commit is an answer too."""

    range: Range
    stage: Stage
    branch: str | None = None
    may_be_empty: bool = False


def ask_range(repository: Repository, question: Question) -> Answer | NothingToJudge:
    """The range that is meant; RangeError or UsageError where that cannot be told."""
    answer = _asked(repository, question)
    if isinstance(answer, Answer) and question.stage:
        return answer._replace(stage=_stage(question.stage))
    return answer


def brings_nothing(repository: Repository, answer: Answer) -> bool:
    """Whether the range has no commit, where that is an answer too."""
    if not answer.may_be_empty:
        return False
    return not repository.git.run("rev-list", "--max-count=1", *answer.range.arguments, "--")


def added_by(answer: Answer) -> str:
    """The range as `undersign secrets scan --range` takes it; all of the history where there is no base."""
    base, head = answer.range.base, answer.range.head
    return f"{base}..{head}" if base else f"--all {head}"


def _asked(repository: Repository, question: Question) -> Answer | NothingToJudge:
    if question.all:
        if question.base:
            raise UsageError("--all has no base", "undersign verify BASE..HEAD, or --all alone")
        return Answer(whole_history(repository, question.range or "HEAD"), "merge")
    if question.base:
        if ".." in question.range:
            raise UsageError("a range has its own base", "--base BASE HEAD, or BASE..HEAD")
        return Answer(parse_range(repository, f"{question.base}..{question.range or 'HEAD'}"), "merge")
    if question.range:
        return Answer(parse_range(repository, question.range), "merge")
    from trailers.ci.detection import detect  # a file for each CI, for who names no range

    asked = detect(os.environ, read_file)
    return Answer(upstream_range(repository), "push") if asked is None else _from_ci(repository, asked)


def _from_ci(repository: Repository, asked: Asked) -> Answer | NothingToJudge:
    if not isinstance(asked, RangeRequest):
        return asked
    from trailers.repository.requested import requested_range

    range_ = requested_range(repository, asked)
    return Answer(range_, asked.stage, asked.branch, asked.may_be_empty)


def _stage(text: str) -> Stage:
    for stage in STAGES:
        if stage == text:
            return stage
    raise UsageError(f"--stage takes {', '.join(STAGES)}, not {text!r}")


def read_file(path: str) -> bytes:
    """The bytes of a file that the CI's environment names."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise RangeError(
            f"the CI's event file cannot be read: {error}", "name the range, or --base"
        ) from error
