"""Coverage for people: the totals, the largest owners, and where the files without owners are."""

from heapq import heappop, heappush

from trailers.output.percent import counted, percent
from trailers.output.printable import printable
from trailers.output.style import Colour, Style
from trailers.ownership.coverage import Coverage, Directory
from trailers.typed import Iterator

OWNERS = 20  # that are shown, and as many directories
DIRECTORIES = 20

# A directory of the tree that is shown: how far it is indented, its name, and itself.
_Shown = tuple[int, str, Directory]


def render(coverage: Coverage, style: Style) -> str:
    """Numbers first and names last, so that no name can push a column out of place."""
    parts = [_totals(coverage, style), _owners(coverage, style), _unowned(coverage, style)]
    return "\n".join(line for part in parts for line in part)


def _totals(coverage: Coverage, style: Style) -> Iterator[str]:
    total = coverage.total
    where = f"{printable(coverage.path)} ({coverage.dialect})"
    yield style.paint(f"{where}: {counted(total.files, 'file')}", "bold")
    yield _figure(total.owned, total.files, "owned", style, "green")
    if total.cleared:
        words = "left without owners by an entry that names none"
        yield _figure(total.cleared, total.files, words, style, "dim")
    yield _figure(total.unowned, total.files, "unowned", style, "red" if total.unowned else "green")
    yield ""


def _figure(part: int, whole: int, words: str, style: Style, colour: Colour) -> str:
    return style.paint(f"{part:>11,}  {percent(part, whole):>7}  {words}", colour)


def _owners(coverage: Coverage, style: Style) -> Iterator[str]:
    if not coverage.owners:
        return
    yield style.paint(f"{'files':>11}  {'share':>7}  {'alone':>9}  owner", "bold")
    for share in coverage.owners[:OWNERS]:
        part = percent(share.files, coverage.total.files)
        yield f"{share.files:>11,}  {part:>7}  {share.alone:>9,}  {printable(share.owner)}"
    if len(coverage.owners) > OWNERS:
        yield style.paint(f"{'':>32}  and {len(coverage.owners) - OWNERS:,} more", "dim")
    yield ""


def _unowned(coverage: Coverage, style: Style) -> Iterator[str]:
    if not coverage.total.unowned:
        return
    yield style.paint(f"{'unowned':>11}  {'share':>7}  {'files':>9}  directory", "bold")
    for depth, name, directory in _tree(coverage):
        area = directory.total
        part = percent(area.unowned, area.files)
        shown = f"{'  ' * depth}{printable(name)}/" if name else "/"
        yield f"{area.unowned:>11,}  {part:>7}  {area.files:>9,}  {shown}"
    yield ""


def _tree(coverage: Coverage) -> list[_Shown]:
    """The directories with most unowned files, each below the one that it is in.

    A directory never has more of them than the one around it, so taking the largest first takes these too.
    """
    chosen: dict[int, _Shown] = {}
    waiting = [(-coverage.total.unowned, 0, 0, "")]
    while waiting and len(chosen) < DIRECTORIES:
        _, place, depth, name = heappop(waiting)
        chosen[place] = (depth, name, coverage.directories[place])
        area = coverage.directories[place].total
        if area.unowned == area.files:
            continue  # its name says it all
        for inner in coverage.directories[place].inside:
            _wait(waiting, coverage, inner, depth + 1)
    return [shown for _, shown in sorted(chosen.items(), key=lambda item: item[0])]


def _wait(waiting: list[tuple[int, int, int, str]], coverage: Coverage, place: int, depth: int) -> None:
    """Queue a directory; where all its unowned files lie in one of its own, that one: `src/main/java`."""
    directory = coverage.directories[place]
    unowned = directory.total.unowned
    start = directory.path.rpartition("/")[0]
    while True:
        same = [inner for inner in directory.inside if coverage.directories[inner].total.unowned == unowned]
        if not same or unowned in (0, directory.total.files):
            break
        place, directory = same[0], coverage.directories[same[0]]
    if unowned:
        heappush(waiting, (-unowned, place, depth, directory.path.removeprefix(start).lstrip("/")))
