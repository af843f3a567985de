"""Build the docs as a site, strictly: `python scripts/docs/build.py [FOLDER]`, by default in build/docs.

zensical makes the pages, and warns of links between them that lead nowhere. What it does not look at (images,
the navigation, what a page loads) is looked at here, in the pages that it has made.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.docs.built_site import problems  # noqa: E402  # the checkout is not on an isolated path
from scripts.docs.content_security import with_policy  # noqa: E402
from scripts.docs.copied_pages import copy_pages  # noqa: E402
from scripts.docs.navigation import navigation  # noqa: E402


def prepare(folder: Path, top: Path = ROOT) -> None:
    """Write the pages and the configuration from which zensical builds."""
    pages = copy_pages(top, folder / "pages")
    (folder / "zensical.toml").write_text(_configuration(pages), encoding="utf-8")


def build(folder: Path) -> list[str]:
    """Make the site in `folder`/site from what was prepared; what is wrong with it."""
    command = [sys.executable, "-I", "-m", "zensical", "build", "--clean", "--strict"]
    command += ["--config-file", str(folder / "zensical.toml")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    site = folder / "site"
    if done.returncode:
        printed = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)
        return [printed.partition("Traceback")[0].strip()]
    for page in site.rglob("*.html"):
        page.write_text(with_policy(page.read_text("utf-8")), encoding="utf-8")
    return problems(site)


def _configuration(pages: list[str]) -> str:
    """TOML's strings and arrays are JSON's; inline tables are not, but for their colon."""
    nav = json.dumps(navigation(pages), ensure_ascii=False).replace('": [', '" = [')
    return f"""\
[project]
site_name = "undersign"
site_description = "AI-disclosure trailers in git commits: written by hooks, verified over a commit range"
docs_dir = "pages"
site_dir = "site"
use_directory_urls = false
nav = {nav}

[project.extra]
generator = false

[project.theme]
font = false
language = "en"
features = ["navigation.sections", "navigation.top", "search.highlight", "toc.follow"]

[[project.theme.palette]]
media = "(prefers-color-scheme: light)"
scheme = "default"

[[project.theme.palette]]
media = "(prefers-color-scheme: dark)"
scheme = "slate"
"""


def main(argv: list[str]) -> int:
    folder = Path(argv[0] if argv else ROOT / "build" / "docs").resolve()
    prepare(folder)
    wrong = build(folder)
    if wrong:
        print(*wrong, sep="\n", file=sys.stderr)
        return 1
    print(f"docs: {len(list((folder / 'site').rglob('*.html')))} pages in {folder / 'site'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
