"""Which commits the event means, and the command of each check for them."""

import os
from typing import NamedTuple

from action.inputs import Inputs
from trailers.ci.event import read_event
from trailers.ci.request import NothingToJudge
from trailers.cli.asking import Answer, Question, added_by, ask_range, brings_nothing, read_file
from trailers.cli.console import git_in
from trailers.repository.opening import open_repository

Words = tuple[str, ...]
REVIEWS = ("pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment")


class Event(NamedTuple):
    """What the runner says of the event. `number` is 0 where it is about no pull request.

    `body` is the pull request's text, `head` the object id of its tip.
    """

    name: str
    number: int
    body: str
    head: str


def event_here() -> Event:
    """The event of this run. RangeError where a pull request's event cannot be read."""
    name = os.environ.get("GITHUB_EVENT_NAME", "")
    if name not in REVIEWS:
        return Event(name, 0, "", "")
    pull = read_event(os.environ.get("GITHUB_EVENT_PATH", ""), read_file).get("pull_request")
    if not isinstance(pull, dict):
        return Event(name, 0, "", "")
    number, body, head = pull.get("number"), pull.get("body"), pull.get("head")
    sha = head.get("sha") if isinstance(head, dict) else None
    return Event(
        name,
        number if isinstance(number, int) else 0,
        body if isinstance(body, str) else "",
        sha if isinstance(sha, str) else "",
    )


def find_range(inputs: Inputs) -> Answer | NothingToJudge:
    """The commits to judge, as `undersign verify` finds them; UndersignError where that cannot be told."""
    repository = open_repository(git_in(inputs.directory))
    answer = ask_range(repository, Question(inputs.range, base=inputs.base, stage=inputs.stage))
    if isinstance(answer, Answer) and brings_nothing(repository, answer):
        return NothingToJudge(answer.range.spec, "it brings no commit")
    return answer


def command_of(check: str, inputs: Inputs, answer: Answer | NothingToJudge, body: str) -> Words | None:
    """The words behind `python -I -m trailers`; None where there is nothing for this check to look at.

    `body` is the file with the pull request's text, or empty.
    """
    strict = ("--strict",) if inputs.strict else ()
    if check == "verify":
        return ("verify", *strict, *_verify(inputs, body))
    if isinstance(answer, NothingToJudge):
        return None
    base, head = answer.range.base, answer.range.head
    if check == "owners":
        return ("owners", "check", *strict, f"--to={head}", *((f"--from={base}",) if base else ()))
    return ("secrets", *strict, f"--range={added_by(answer)}")


def _verify(inputs: Inputs, body: str) -> Words:
    """The event's own range is left to `verify`: it knows the event's stage and branch too."""
    found = [f"--base={inputs.base}"] if inputs.base else []
    found += [f"--stage={inputs.stage}"] if inputs.stage else []
    found += [f"--pr-body={body}"] if body else []
    return (*found, *(("--", inputs.range) if inputs.range else ()))
