"""Coverage as a page to look at: one HTML file, complete in itself, that asks no network for anything.

The table of directories holds the figures, for screen readers and where no script runs; the script beside
this module draws the same table. What a repository names (paths, owners) is text on the page, never markup,
and the page's own Content-Security-Policy lets nothing run but the one script.
"""

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files

from trailers.output.percent import counted, percent
from trailers.output.printable import printable
from trailers.output.treemap_rows import directory_rows, short
from trailers.ownership.coverage import Area, Coverage

OWNERS = 100  # that are listed
DIRECTORIES = 4_000  # that are told one by one, at most
LARGEST = 2_000_000  # bytes of a page; where names are so long that it grew larger, fewer are told

_LEGEND = (
    ("all", "all owned"),
    ("most", "two thirds or more"),
    ("half", "a third or more"),
    ("few", "less"),
    ("none", "none owned"),
    ("cleared", "left without owners on purpose"),
)


def render_page(coverage: Coverage, title: str) -> str:
    """The page, to be written as UTF-8. The same figures and title give the same bytes."""
    most = DIRECTORIES
    while True:
        page = _page(coverage, escape(short(printable(title))), most)
        if most == 1 or len(page.encode()) <= LARGEST:
            return page
        most //= 2


def _page(coverage: Coverage, title: str, most: int) -> str:
    style, script = _asset("treemap.css"), _asset("treemap.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
{_totals(coverage)}
</header>
<main>
<section id="drawn" aria-label="Map of directories" hidden>
<ul class="legend" aria-label="Colours">{_legend()}</ul>
<nav id="trail" aria-label="Directory"></nav>
<div id="told" aria-hidden="true"></div>
<div id="map" role="group" aria-label="Directories, sized by files"></div>
<p class="faint">Click or Enter goes into a directory, Esc out of it; the arrow keys move:
left and right beside, down and up inside and around.</p>
</section>
{_owners(coverage)}
<details id="tables" open>
<summary>Directories as a table</summary>
<div class="wide"><table id="directories">
<thead><tr><th scope="col">Directory</th><th scope="col">Files</th><th scope="col">Share owned</th>
<th scope="col">Owned</th><th scope="col">Cleared</th><th scope="col">Unowned</th>
<th scope="col">Most frequent owners</th></tr></thead>
<tbody>
{directory_rows(coverage, most)}
</tbody>
</table></div>
</details>
</main>
<script>{script}</script>
</body>
</html>
"""


def _asset(name: str) -> str:
    return files("trailers.output").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _totals(coverage: Coverage) -> str:
    total = coverage.total
    where = f"{escape(short(printable(coverage.path)))} ({escape(coverage.dialect)})"
    cleared = f", {total.cleared:,} left without owners on purpose" if total.cleared else ""
    return (
        f"<p>{counted(total.files, 'file')} by <code>{where}</code>: "
        f"<strong>{total.owned:,} owned</strong> ({percent(total.owned, total.files)}){cleared}, "
        f"<strong>{total.unowned:,} unowned</strong> ({percent(total.unowned, total.files)}).</p>\n"
        f"{_bar(total)}"
    )


def _bar(total: Area) -> str:
    """A bar of three colours; attributes of SVG need no inline style, which the policy forbids."""
    whole, start, parts = max(total.files, 1), 0, []
    for name, files_ in (("all", total.owned), ("cleared", total.cleared), ("none", total.unowned)):
        width = (files_ * 1000 + whole - 1) // whole
        parts.append(f'<rect class="{name}" x="{start * 1000 // whole}" width="{width}" height="10"/>')
        start += files_
    return (
        '<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(parts)}</svg>"
    )


def _legend() -> str:
    return "".join(f'<li class="{name}">{words}</li>' for name, words in _LEGEND)


def _owners(coverage: Coverage) -> str:
    if not coverage.owners:
        return ""
    rows = "\n".join(
        f'<tr><th scope="row">{escape(short(printable(share.owner)))}</th><td>{share.files:,}</td>'
        f"<td>{percent(share.files, coverage.total.files)}</td><td>{share.alone:,}</td></tr>"
        for share in coverage.owners[:OWNERS]
    )
    more = len(coverage.owners) - OWNERS
    rest = f'<p class="faint">and {more:,} more</p>\n' if more > 0 else ""
    return f"""<details id="owners">
<summary>{counted(len(coverage.owners), "owner")}</summary>
<div class="wide"><table>
<thead><tr><th scope="col">Owner</th><th scope="col">Files</th><th scope="col">Of all</th>
<th scope="col">Alone</th></tr></thead>
<tbody>
{rows}
</tbody>
</table></div>
{rest}</details>"""
