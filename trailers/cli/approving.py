"""What `undersign approve` does: show what waits for an approval, ask, and make the commits anew."""

import os

from trailers.cli.console import git_in
from trailers.cli.terminal import Terminal, terminal_of_a_person
from trailers.errors import RangeError, UsageError
from trailers.message.person import Person
from trailers.output.approval import render, render_question, render_refused
from trailers.process import Git
from trailers.repository.batch import Stored
from trailers.repository.changes import changed_paths
from trailers.repository.making import ident
from trailers.repository.opening import Repository, open_repository
from trailers.repository.revision import commit_named, parse_range, upstream_range
from trailers.repository.rewriting import Rewritten, copy_notes, move_head, rewrite, signs
from trailers.repository.walk import walk
from trailers.typed import NamedTuple
from trailers.verify.approving import Waiting, waiting_for
from trailers.verify.base import read_base
from trailers.verify.range_setting import setting_of

_REASON = "undersign approve"
# What git keeps while it is in the middle of something that makes commits (git-status(1)).
_UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase or `git am`",
}


class Plan(NamedTuple):
    """What is to be made anew: what waits, and all commits of the range up to HEAD, parents first."""

    head: str
    waiting: tuple[Waiting, ...]
    refused: tuple[Waiting, ...]
    commits: tuple[Stored, ...]


def approve_range(spec: str, directory: str, *, pushed: bool) -> int:
    """0: all have what they need, or got it. 1: the person said no, and nothing was changed."""
    with terminal_of_a_person("approve", "undersign approve") as terminal:
        repository = open_repository(git_in(directory))
        _nothing_under_way(repository)
        person = ident(repository.git, os.environ, "COMMITTER")
        plan = _plan(repository, spec, person)
        terminal.show(render_refused([(waiting.subject, waiting.refused) for waiting in plan.refused]))
        if not plan.waiting:
            return _nothing_to_do(plan)
        if not pushed:
            _not_pushed(repository.git, plan)
        if not _agrees(terminal, repository, person, plan):
            print("nothing was approved, and nothing was changed")
            return 1
        return _carry_out(repository.git, plan)


def _nothing_to_do(plan: Plan) -> int:
    if plan.refused:
        raise UsageError("your approval would not count: nothing was changed", "ask somebody else for theirs")
    print("every commit has the approval that it needs: nothing was changed")
    return 0


def _nothing_under_way(repository: Repository) -> None:
    for name, what in _UNDER_WAY.items():
        if os.path.exists(os.path.join(repository.git_directory, name)):
            raise UsageError(f"{what} is under way", "finish it, or abort it, and then: undersign approve")


def _plan(repository: Repository, spec: str, person: Person) -> Plan:
    range_ = parse_range(repository, spec) if spec else upstream_range(repository, "approve")
    head = commit_named(repository, "HEAD")
    commits = tuple(walk(repository, range_.arguments))
    setting = setting_of(repository, range_, read_base(repository, range_))
    waiting = waiting_for(person, commits, setting)
    since = [f"^{range_.base}"] if range_.base else []
    later = tuple(walk(repository, ["--reverse", "--topo-order", head, *since])) if waiting else ()
    if not {waits.subject.commit for waits in waiting} <= {stored.id for stored in later}:
        why = f"{range_.spec} has commits that are not in what is checked out: they cannot be made anew"
        raise RangeError(why, "git switch the branch that has them")
    refused = tuple(waits for waits in waiting if waits.refused)
    return Plan(head, tuple(waits for waits in waiting if not waits.refused), refused, later)


def _not_pushed(git: Git, plan: Plan) -> None:
    """UsageError where a remote has one of the commits that would be made anew."""
    wanted = [str(waiting.subject.commit) for waiting in plan.waiting]
    here = set(git.run("rev-list", *wanted, "--not", "--remotes").decode("ascii").split())
    known = [commit for commit in wanted if commit not in here]
    if known:
        why = f"a remote has commit {known[0][:12]} already: approving makes it anew, with another id"
        raise UsageError(why, "undersign approve --pushed, and then: git push --force-with-lease")


def _agrees(terminal: Terminal, repository: Repository, person: Person, plan: Plan) -> bool:
    subjects = [waiting.subject for waiting in plan.waiting]
    paths = {subject.commit: changed_paths(repository, str(subject.commit)) for subject in subjects}
    terminal.show(render(subjects, paths))
    return terminal.agrees(render_question(str(person), len(subjects)))


def _carry_out(git: Git, plan: Plan) -> int:
    messages = {str(waiting.subject.commit): waiting.message for waiting in plan.waiting}
    made = rewrite(git, plan.commits, messages, sign=signs(git))
    move_head(git, plan.head, made.commits[plan.head], _REASON)
    copy_notes(git, made.commits)
    print(_told(len(plan.waiting), made, plan.head))
    return 0


def _told(count: int, made: Rewritten, old: str) -> str:
    commits = "1 commit" if count == 1 else f"{count} commits"
    lost = f"; {made.unsigned} lost a signature, since commit.gpgSign is off" if made.unsigned else ""
    return f"approved {commits}, {len(made.commits)} made anew{lost}; to undo it: git reset --soft {old[:12]}"
