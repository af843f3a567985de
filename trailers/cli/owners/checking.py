"""From what `undersign owners check` was asked to the report and the exit code."""

import os

from trailers.cli.console import git_in, write_output
from trailers.cli.owners.asked import Asked
from trailers.cli.reporting import Wanted, tell, telling
from trailers.errors import PolicyError, UsageError
from trailers.output.style import Style
from trailers.policy.owners import OwnersPolicy
from trailers.policy.presence import may_have_policy
from trailers.report import PolicySource, Report
from trailers.repository.top import top_of
from trailers.typed import TYPE_CHECKING, Iterable
from trailers.verify.owners.begun import Begun
from trailers.verify.owners.found import with_options
from trailers.verify.owners.report import findings_in, report_on
from trailers.verify.owners.surveying import Surveyed, survey_commits, survey_index

if TYPE_CHECKING:
    from trailers.policy.policy import Policy
    from trailers.verify.owners.config import BaselineFile, Config

    # What there is to judge, and by what; at the end where the policy's baseline is on disk.
    Answer = tuple[Surveyed, Policy | None, PolicySource, Config | None, str]


def check(asked: Asked, wanted: Wanted, begun: Begun | None) -> int:
    """Judge the index, where it is `begun`, or a commit; tell the report, and give the exit code."""
    how = telling(wanted)
    answer = _of_index(asked, begun) if begun else _of_commits(asked)
    if asked.write_baseline:
        return _accept(asked.baseline or answer[-1], answer)
    surveyed, policy, source, config, _ = answer
    findings = findings_in(surveyed, policy, config)
    accepting = read_baseline_file(asked.baseline) if asked.baseline else config and config.accepting
    report = report_on(surveyed, findings, source, accepting)
    return tell(report, how, lambda name, told, style: _rendered(surveyed, name, told, style))


def read_policy(top: str) -> "tuple[Policy | None, PolicySource]":
    """The policy of a work tree, and how a report names it."""
    if may_have_policy(top):
        from trailers.policy.files import digest
        from trailers.policy.work_tree import policy_file_at

        found = policy_file_at(top)
        if found:
            return found.policy, PolicySource(found.name, digest(found.data), found.name)
    return None, PolicySource("the defaults (no policy)", None)


def _of_index(asked: Asked, begun: Begun) -> "Answer":
    git = git_in(asked.directory)
    top = top_of(git)
    policy, source = read_policy(top)
    wanted = _wanted(policy, asked)
    surveyed = survey_index(git, wanted, begun)
    config = None
    if wanted.people or wanted.baseline:
        from trailers.verify.owners.config import config_beside

        config = config_beside(git, wanted, top)
    baseline = policy.owners.baseline if policy else ""
    return surveyed, policy, source, config, os.path.join(top, baseline) if baseline else ""


def _of_commits(asked: Asked) -> "Answer":
    """By the policy of the earlier commit: a change does not loosen its own rules."""
    from trailers.repository.opening import open_repository
    from trailers.repository.revision import Range, commit_named
    from trailers.verify.base import read_base
    from trailers.verify.owners.config import config_at

    repository = open_repository(git_in(asked.directory))
    head = commit_named(repository, asked.to or "HEAD")
    base = commit_named(repository, asked.base) if asked.base else None
    read = read_base(repository, Range((), base, head, ""))
    wanted = _wanted(read.policy, asked)
    surveyed = survey_commits(repository.git, wanted, base, head)
    return surveyed, read.policy, read.source, config_at(repository.git, wanted, base or head, head), ""


def _wanted(policy: "Policy | None", asked: Asked) -> OwnersPolicy:
    """What the policy asks for, and what was typed in its place."""
    wanted = with_options(policy.owners if policy else OwnersPolicy(), asked.file, asked.dialect)
    # A baseline that is typed, or written anew, stands for the policy's.
    return wanted._replace(baseline="") if asked.baseline or asked.write_baseline else wanted


def read_baseline_file(path: str) -> "BaselineFile":
    """A baseline of the file system; PolicyError where it cannot be read."""
    from trailers.verify.owners.config import baseline_of

    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            return baseline_of(file.read(), path)
    except OSError as error:
        remedy = f"undersign owners check --write-baseline --baseline {path}"
        raise PolicyError(f"{path} cannot be read: {error.strerror}", remedy) from error


def _accept(path: str, answer: "Answer") -> int:
    """Write a baseline that accepts all that is found."""
    surveyed, policy, _, config, _ = answer
    codeowners = surveyed.survey.codeowners
    if not path:
        remedy = "--baseline FILE, or [owners] baseline in the policy"
        raise UsageError("no file is named for the baseline", remedy)
    if codeowners is None or surveyed.survey.judged is not None:
        why = "only some files were judged" if codeowners else "there is no CODEOWNERS file to judge"
        raise UsageError(f"no baseline can be written: {why}", "undersign owners check")
    from trailers.ownership.baseline import write_baseline

    text = write_baseline(findings_in(surveyed, policy, config), codeowners.lines)
    write_output(text, path)
    count = text.count("\n") - 1
    print(f"{path}: {count} accepted from now on; commit it with the policy's line: [owners] baseline")
    return 0


def _rendered(surveyed: Surveyed, name: str, report: Report, style: Style) -> Iterable[str]:
    """In text, each finding is told with its line of the file."""
    if name != "text":
        from trailers.output.formats import rendered

        return rendered(name, report, style)
    from trailers.output.owners import parts

    return parts(report, style, surveyed.survey.codeowners)
