"""What `undersign init` does: look, show what would change, ask, write it, and say what follows."""

import os
import sys

from trailers.adoption.diagnosis.clone import unwatched
from trailers.adoption.facts.facts import Facts, facts_of
from trailers.adoption.facts.forge import Forge
from trailers.adoption.starting.codeowners import PLACES
from trailers.adoption.starting.following import steps_after
from trailers.adoption.starting.plan import plan_of
from trailers.adoption.starting.planned import Plan, Planned
from trailers.adoption.starting.wanted import Wanted
from trailers.cli.confirming import agrees
from trailers.cli.console import git_in
from trailers.cli.init_setting import exempt_commit, setting_of
from trailers.cli.settings_files import place_of, read_text, replace
from trailers.cli.work_tree import tree_at
from trailers.errors import GitError, UndersignError, UsageError
from trailers.output.printable import printable, printable_lines
from trailers.process import Git
from trailers.repository.opening import open_repository
from trailers.repository.top import top_of
from trailers.typed import NamedTuple

FORGES = (*PLACES, "azure", "sourcehut")


class Asked(NamedTuple):
    """What was typed."""

    wanted: Wanted
    directory: str = "."
    forge: str = ""
    dry_run: bool = False
    yes: bool = False


def initialise(asked: Asked) -> int:
    """0: done, or there was nothing to do. 1: the person said no, or nobody could be asked."""
    git, top = _work_tree(asked.directory)
    facts = _facts(git, top, asked.forge)
    wanted = asked.wanted._replace(exempt=exempt_commit(git, facts.default_branch))
    # All files are read and understood before any is written.
    plan = plan_of(facts, lambda path: read_text(place_of(top, path)), wanted)
    for file in plan.files:
        if file.change.before is None:
            _refuse_hidden(git, top, file.path)
    _show(facts, plan)
    if not plan.files:
        print("nothing changes")
        return 0
    if asked.dry_run:
        print("nothing was changed: this only shows what would be")
        return 0
    if not asked.yes and not agrees(len(plan.files)):
        print("nothing was changed")
        return 1
    _write(top, plan.files)
    _tell(git, top, facts, plan)
    return 0


def _work_tree(directory: str) -> tuple[Git, str]:
    git = unwatched(git_in(directory))
    if open_repository(git).bare:
        raise GitError("this repository is bare: it has no files to add to", "clone it, and run this there")
    return git, os.path.abspath(top_of(git))


def _facts(git: Git, top: str, forge: str) -> Facts:
    facts = facts_of(tree_at(git, top))
    if not forge:
        return facts
    if forge not in FORGES:
        raise UsageError(f"--forge takes {', '.join(FORGES)}, not {forge!r}", "--forge github")
    return facts._replace(forge=Forge(forge, "--forge"))


def _refuse_hidden(git: Git, top: str, path: str) -> None:
    """A new file is not made where git ignores one, or has one that is not checked out."""
    if read_text(place_of(top, path)) is not None:
        raise UsageError(f"{path} is there, but git ignores it", "move it away, or let git track it")
    if git.ask("ls-files", "--", f":(top,literal){path}"):
        raise UsageError(f"{path} is in the index, but not in the work tree", f"git restore {path}")


def _show(facts: Facts, plan: Plan) -> None:
    print(f"found: {printable(_found(facts))}\n")
    for file in plan.files:
        print(f"--- {'/dev/null' if file.change.before is None else printable(file.path)}")
        print(f"+++ {printable(file.path)}")
        for line in file.change.lines:
            print(printable(line.expandtabs(4)))
        print()
    sys.stdout.flush()
    for note in plan.notes:
        print(f"note: {printable_lines(note)}", file=sys.stderr)


def _found(facts: Facts) -> str:
    parts = [
        f"{facts.forge.name} (by {facts.forge.by})" if facts.forge else "no forge that is known",
        ", ".join(language.name for language in facts.languages[:3]),
        *(f"CI: {ci.name}" for ci in facts.cis),
        *(f"hooks: {manager.name}" for manager in facts.hook_managers),
        *(tool.name for tool in facts.other_tools),
        *(f"assistant: {assistant.name}" for assistant in facts.assistants),
        *facts.codeowners,
        *facts.policies,
    ]
    return "; ".join(filter(None, parts))


def _write(top: str, files: tuple[Planned, ...]) -> None:
    """Write all files; where one cannot be written, those before it become again what they were."""
    done: list[Planned] = []
    try:
        for file in files:
            replace(place_of(top, file.path), file.change)
            done.append(file)
    except (UndersignError, KeyboardInterrupt):
        for file in reversed(done):
            change = file.change
            replace(place_of(top, file.path), change._replace(before=change.after, after=change.before))
        raise


def _tell(git: Git, top: str, facts: Facts, plan: Plan) -> None:
    paths = tuple(file.path for file in plan.files)
    print(f"written: {', '.join(paths)}")
    print("\nwhat follows, in this order:\n")
    for step in steps_after(facts, setting_of(git, top, facts, os.getcwd()), paths):
        comment = f"   # {step.why}" if step.why else ""
        print(f"    {printable(step.command)}{comment}")
