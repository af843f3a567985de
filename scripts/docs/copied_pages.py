"""The copy of the pages that the site is built from.

Blocks lose the options that only our tests understand. What stands beside `docs` and is linked from it comes
along, one folder nearer.
"""

import posixpath
import re
import shutil
from pathlib import Path

from scripts.docs.fences import without_options

BESIDE = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
_LINK = re.compile(r"\]\(([^)\s#]+)")


def copy_pages(top: Path, target: Path) -> list[str]:
    """Write the pages below an empty `target`; their names, from there."""
    docs = top / "docs"
    shutil.rmtree(target, ignore_errors=True)
    sources = {page.relative_to(top).as_posix(): page for page in sorted(docs.rglob("*.md"))}
    sources |= {name: top / name for name in BESIDE}
    for name, source in sources.items():
        copied = target / name.removeprefix("docs/")
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_text(moved(source.read_text("utf-8"), name), encoding="utf-8")
    return [name.removeprefix("docs/") for name in sources]


def moved(text: str, name: str) -> str:
    """A page as it stands in the copy; `name` is its path from the top of the checkout."""
    folder = posixpath.dirname(name)

    def nearer(link: re.Match[str]) -> str:
        if "://" in link[1]:
            return link[0]
        meant = posixpath.normpath(posixpath.join(folder, link[1]))
        if meant not in BESIDE and not meant.startswith("docs/"):
            return link[0]
        here = folder.removeprefix("docs").strip("/")
        return f"]({posixpath.relpath(meant.removeprefix('docs/'), here or '.')}"

    return _LINK.sub(nearer, without_options(text))
