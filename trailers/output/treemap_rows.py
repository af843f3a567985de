"""The rows of the page's table of directories: the largest ones, and the others of each folded into one."""

from heapq import heappop, heappush
from html import escape

from trailers.output.percent import counted, percent
from trailers.output.printable import printable
from trailers.ownership.coverage import Area, Coverage

LONGEST = 160  # characters of a path or a name that are shown


def directory_rows(coverage: Coverage, most: int) -> str:
    """A row for each of the `most` largest directories, in the order of a walk.

    `data-up` is the row of the directory that it is in; `here` are the files directly in a directory that
    has others in it too, `rest` its directories that are not told one by one.
    """
    chosen = _largest(coverage, most)
    rows: list[str] = []
    above = {0: ""}  # the row of the directory that each directory is in
    for place in sorted(chosen):
        directory = coverage.directories[place]
        own = str(len(rows))
        path = f"{directory.path}/"
        rows.append(_row(path, directory.total, above[place]))
        if not directory.inside:
            continue
        if directory.here.files:
            rows.append(_row(f"{path} (files of its own)", directory.here, own, "here"))
        rest = [coverage.directories[inner].total for inner in directory.inside if inner not in chosen]
        if rest:
            words = f"{path} ({counted(len(rest), 'directory', 'directories')})"
            rows.append(_row(words, _sum(rest), own, "rest"))
        above.update(dict.fromkeys(directory.inside, own))
    return "\n".join(rows)


def short(text: str) -> str:
    """The text, or its two ends where it is long."""
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[: half - 1]}…{text[-half:]}"


def _largest(coverage: Coverage, most: int) -> set[int]:
    """The places of the largest directories; none is larger than the one it is in, so that one is there."""
    chosen: set[int] = set()
    waiting = [(-coverage.total.files, 0)]
    while waiting and len(chosen) < most:
        _, place = heappop(waiting)
        chosen.add(place)
        for inner in coverage.directories[place].inside:
            heappush(waiting, (-coverage.directories[inner].total.files, inner))
    return chosen


def _sum(areas: list[Area]) -> Area:
    """Their figures together; whose they are would have to be counted anew, and is not told."""
    numbers = ((area.files, area.owned, area.cleared, area.unowned) for area in areas)
    files, owned, cleared, unowned = (sum(column) for column in zip(*numbers, strict=True))
    return Area(files, owned, cleared, unowned, ())


def _row(path: str, area: Area, above: str, kind: str = "") -> str:
    attributes = (f' class="{kind}"' if kind else "") + (f' data-up="{above}"' if above else "")
    numbers = "".join(f"<td>{number:,}</td>" for number in (area.owned, area.cleared, area.unowned))
    owners = ", ".join(f"{short(printable(share.owner))} {share.files:,}" for share in area.owners)
    return (
        f'<tr{attributes}><th scope="row">{escape(short(printable(path)))}</th><td>{area.files:,}</td>'
        f"<td>{percent(area.owned, area.files)}</td>{numbers}<td>{escape(owners)}</td></tr>"
    )
