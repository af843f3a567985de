"""By what a text is judged: what finds, what that is worth, and what is let stand."""

from trailers.typed import TYPE_CHECKING, Callable, NamedTuple, Sequence

if TYPE_CHECKING:
    from trailers.finding import Severity
    from trailers.secrets.found import Found
    from trailers.verify.secrets.scans import Allows, Scans
else:
    Allows = Scans = object

Candidates = Callable[[bytes], list[tuple[int, int]]]
Names = Callable[[str], "list[Found]"]
Severities = Callable[["Found"], "Severity | None"]


class Setting(NamedTuple):
    """By what to judge. `candidates` are where the scanner would look: none, and it finds nothing.

    In mode `compat` the scanner needs a text whole and knows its own comments, and findings tell the hash.
    `archives` says to look into those, and `keeps` to keep what is found for a baseline. `names` finds by the
    name alone, for what is no text.
    """

    scanner: Scans
    severity: Severities
    baseline: Allows | None = None
    exclude: Sequence[str] = ()
    candidates: Candidates | None = None
    compat: bool = False
    archives: bool = False
    keeps: bool = False
    names: Names | None = None
