"""What `undersign owners check` does: what was typed, and git begun before the rest of us is loaded."""

from trailers.cli.console import git_in
from trailers.cli.owners.asked import Asked
from trailers.typed import TYPE_CHECKING
from trailers.verify.owners.begun import begin_index

if TYPE_CHECKING:
    from trailers.cli.reporting import Wanted


def check_owners(asked: Asked, wanted: "Wanted | None" = None) -> int:
    """Judge, tell the report as wanted, and give the exit code."""
    of_commit = bool(asked.base or asked.to)
    # git reads the index while we load what judges it.
    begun = None if of_commit else begin_index(git_in(asked.directory))
    from trailers.cli.owners.checking import check
    from trailers.cli.reporting import Wanted

    return check(asked, wanted or Wanted(), begun)
