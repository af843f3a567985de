"""What `undersign owners required` does: which approvals the changes of a range need, by its base's rules."""

import os

from trailers.cli.console import git_in, write_output
from trailers.errors import PolicyError, RangeError, UsageError
from trailers.output.required import Needed, json_document, text
from trailers.ownership.matching.decide import decide
from trailers.ownership.requirements import required, unmet
from trailers.policy.owners import OwnersPolicy
from trailers.repository.opening import Repository, open_repository
from trailers.repository.revision import Range, merge_base, parse_range
from trailers.repository.staged import changed_between
from trailers.typed import NamedTuple
from trailers.verify.base import read_base
from trailers.verify.owners.config import config_at
from trailers.verify.owners.found import begin_codeowners, found_at, parsed, with_options

RENDERERS = {"text": text, "json": json_document}


class Asked(NamedTuple):
    """Which range; `file` is a path in the base's tree, empty where the policy or the places tell it."""

    range: str
    directory: str = "."
    file: str = ""
    dialect: str = ""


def tell_required(asked: Asked, format_: str = "text") -> int:
    """Print what the range needs. The base judges: a change cannot give itself the right to approve it."""
    if format_ not in RENDERERS:
        raise UsageError(f"there is no format {format_!r}", f"--format {'|'.join(RENDERERS)}")
    repository = open_repository(git_in(asked.directory))
    range_ = parse_range(repository, asked.range)
    if range_.base is None:
        raise RangeError(f"{asked.range} has no base, whose CODEOWNERS would judge it", "name a range: A..B")
    policy = read_base(repository, range_).policy
    wanted = with_options(policy.owners, asked.file, asked.dialect)
    write_output(RENDERERS[format_](needed(repository, range_, range_.base, wanted)), "")
    return 0


def needed(repository: Repository, range_: Range, base: str, wanted: OwnersPolicy) -> Needed:
    git = repository.git
    found = found_at(git, base, wanted)
    codeowners = parsed(found, begin_codeowners(git, found)())
    if codeowners is None:
        places = ", ".join(found.looked)
        raise PolicyError(
            f"{base} has no CODEOWNERS file: looked for {places}", "commit one to the base first"
        )
    start = merge_base(repository, base, range_.head) or base
    changes = changed_between(git, start, range_.head)
    paths = sorted({*changes.paths, *changes.gone}, key=os.fsencode)
    needs = required(codeowners, decide(codeowners, paths, found.dialect.combines), found.dialect.combines)
    roster = config_at(git, wanted._replace(baseline=""), base, base).roster
    unresolved = None
    if roster is not None:
        missing = unmet(needs, (), roster)
        unresolved = list(dict.fromkeys(name for one in missing for name in one.unresolved))
    return Needed(needs, len(paths), codeowners.path, found.dialect.name, base, unresolved)
