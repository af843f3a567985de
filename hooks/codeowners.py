"""pre-commit: judge who owns what the next commit changes, by the CODEOWNERS file that it will have.

It looks at the index itself: pre-commit passes no deletions, and a work tree may differ. It reads and never
writes. Where a path is gone, the file itself is changed, or nothing is staged, every tracked file is judged.
"""

import gc
import os
import sys

from hooks.edge import guarded, leave, style
from trailers.policy.presence import may_have_policy
from trailers.process import Git
from trailers.repository.staged import begin_staged
from trailers.scrubbing import scrubbed
from trailers.typed import TYPE_CHECKING, Callable, NamedTuple, Sequence

if TYPE_CHECKING:
    from trailers.policy.owners import OwnersPolicy
    from trailers.policy.policy import Policy
    from trailers.verify.owners.config import Config
    from trailers.verify.owners.surveying import Surveyed

    Survey = Callable[[OwnersPolicy], Surveyed]


class Options(NamedTuple):
    """What was typed; `file` is a path in the repository."""

    all_files: bool = False
    file: str = ""
    dialect: str = ""


def main(argv: Sequence[str] | None = None) -> int:
    options = arguments(sys.argv[1:] if argv is None else argv)
    return guarded(lambda: run(options))


def arguments(argv: Sequence[str]) -> Options:
    """The options; what is not plain costs 11 ms for argparse."""
    if not argv or list(argv) == ["--all-files"]:
        return Options(bool(argv))
    import argparse

    parser = argparse.ArgumentParser(prog="codeowners", description="Judge who owns what is staged.")
    parser.add_argument("--all-files", action="store_true", help="judge every tracked file")
    parser.add_argument("--file", default="", help="the CODEOWNERS file, from the top of the repository")
    parser.add_argument("--dialect", default="", help="whose CODEOWNERS it is: github, gitlab, ...")
    options = parser.parse_args(argv)
    return Options(options.all_files, options.file, options.dialect)


def run(options: Options) -> int:
    """Judge the index: 0 clean, 1 findings."""
    git = Git(".", scrubbed(os.environ))
    survey = all_files(git) if options.all_files else staged_files(git)
    from trailers.policy.owners import OwnersPolicy
    from trailers.repository.top import top_of
    from trailers.verify.owners.found import with_options

    top = top_of(git)
    policy = None
    if may_have_policy(top):
        from trailers.policy.work_tree import policy_at

        policy = policy_at(top)
    wanted = with_options(policy.owners if policy else OwnersPolicy(), options.file, options.dialect)
    surveyed = survey(wanted)
    config = None
    if wanted.people or wanted.baseline:
        from trailers.verify.owners.config import config_beside

        config = config_beside(git, wanted, top)
    return told(surveyed, policy, config)


def all_files(git: Git) -> "Survey":
    """The survey of the whole index. git reads it from now on, while we load what judges it."""
    from trailers.verify.owners.begun import begin_index

    begun = begin_index(git)
    from trailers.verify.owners.surveying import survey_index

    return lambda wanted: survey_index(git, wanted, begun)


def staged_files(git: Git) -> "Survey":
    """As `all_files`, of what is staged."""
    changing = begin_staged(git)
    from trailers.verify.owners.surveying import survey_staged

    return lambda wanted: survey_staged(git, wanted, changing)


def told(surveyed: "Surveyed", policy: "Policy | None", config: "Config | None") -> int:
    """Print what is found, if anything is, and give the exit code."""
    from trailers.verify.owners.report import findings_in, report_on

    findings = findings_in(surveyed, policy, config)
    if not findings and not config:
        return 0
    from trailers.report import EXIT_CODES, PolicySource

    source = PolicySource(policy.source if policy else "the defaults (no policy)", None)
    report = report_on(surveyed, findings, source, config.accepting if config else None)
    if report.findings:
        from trailers.output.owners import render

        sys.stdout.write(render(report, style(), surveyed.survey.codeowners))
    return EXIT_CODES[report.verdict]


if __name__ == "__main__":
    gc.disable()  # one run makes few cycles
    leave(main())
