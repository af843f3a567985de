"""Hold the docs to the code: `--write` makes their generated parts anew, without it they are compared.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->`; the manual page is generated
whole. Checked besides: every link between the pages leads somewhere, and every `undersign …` in them names a
command and options that exist.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.docs.command_line import Command, commands  # noqa: E402  # the checkout is not on an isolated path
from scripts.docs.fences import fences, without_fences  # noqa: E402
from scripts.docs.manual_page import manual  # noqa: E402
from scripts.docs.tables import GENERATED  # noqa: E402

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MANUAL = ROOT / "man" / "undersign.1"
_PART = re.compile(r"<!-- generated: (\w+) -->\n.*?<!-- end -->", re.DOTALL)


def renewed(text: str) -> str:
    """The page with its generated parts as the code has them now."""
    return _PART.sub(
        lambda part: f"<!-- generated: {part[1]} -->\n{GENERATED[part[1]]()}\n<!-- end -->", text
    )


def stale_pages() -> Iterator[str]:
    """The pages that are not, as far as they are generated, what the code says."""
    for page in [*PAGES, MANUAL]:
        text = page.read_text(encoding="utf-8")
        if (manual() if page == MANUAL else renewed(text)) != text:
            yield f"{page.relative_to(ROOT)} is stale: python scripts/docs/check.py --write"


def broken_links() -> Iterator[str]:
    """Links to pages and anchors of this repository that lead nowhere."""
    for page in PAGES:
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            file, _, anchor = target.partition("#")
            if "://" in target or (not file and not anchor):
                continue
            path = (page.parent / file) if file else page
            if not path.exists() or (anchor and anchor not in _anchors(path)):
                yield f"{page.relative_to(ROOT)}: {target} leads nowhere"


def _anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in titles}


def unknown_commands() -> Iterator[str]:
    """`undersign …` in the pages, with commands or options that do not exist."""
    known = {tuple(command.words.split()[1:]): command for command in commands(hidden=True)}
    for page in PAGES:
        for words in command_lines(page.read_text(encoding="utf-8")):
            command = _command(words, known)
            options = command and {
                form.split()[0] for word in command.options for form in word.forms.split(", ")
            }
            named = [word.partition("=")[0] for word in words if re.match("--?[a-zA-Z]", word)]
            missing = [option for option in named if option not in {*(options or ()), "--help", "-h"}]
            if command is None or missing:
                yield f"{page.relative_to(ROOT)}: undersign {' '.join(words)}: {missing or 'no such command'}"


def _command(words: list[str], known: dict[tuple[str, ...], Command]) -> Command | None:
    """The command that is named, or the group where the word after it stands for any; None for no command."""
    path: tuple[str, ...] = ()
    while len(path) < len(words) and (*path, words[len(path)]) in known:
        path = (*path, words[len(path)])
    if path == ("secrets",):  # `scan` can be left out
        return known["secrets", "scan"]
    named = len(path) < len(words) and re.match("[a-z]", words[len(path)])
    return None if known[path].is_group and named else known[path]


def command_lines(text: str) -> Iterator[list[str]]:
    """The words after `undersign` of each command in blocks and in spans of code."""
    code = [line.removeprefix("$ ") for fence in fences(text) for line in fence.text.split("\n")]
    spans = re.findall(r"`([^`\n]+)`", without_fences(text))
    for line in [*code, *spans]:
        found = re.match(r"(?:uvx )?undersign (.+)", re.split(r"  #| [|&;<>]", line)[0].strip())
        if found:
            yield found[1].split()


def write() -> None:
    """Make the generated parts anew; a page that has them already is not touched."""
    for page in [*PAGES, MANUAL]:
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        made = manual() if page == MANUAL else renewed(text)
        if made != text:
            page.write_text(made, encoding="utf-8")


def main() -> int:
    if sys.argv[1:] == ["--write"]:
        write()
        return 0
    problems = [*stale_pages(), *broken_links(), *unknown_commands()]
    print(*problems, f"docs: {len(PAGES)} pages, {len(problems)} problems", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
