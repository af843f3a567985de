"""Hold the docs to the code: `--write` makes their generated parts anew, without it they are compared.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->`. Checked besides: every link
between the pages leads somewhere, and every `undersign …` in them names a command and options that exist.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.docs_tables import GENERATED  # noqa: E402  # the checkout is not on an isolated path

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_GROUPS = ((), ("trailers",), ("policy",), ("owners",), ("secrets",), ("secrets", "baseline"), ("context",))
_PART = re.compile(r"<!-- generated: (\w+) -->\n.*?<!-- end -->", re.DOTALL)


def renewed(text: str) -> str:
    """The page with its generated parts as the code has them now."""
    return _PART.sub(
        lambda part: f"<!-- generated: {part[1]} -->\n{GENERATED[part[1]]()}\n<!-- end -->", text
    )


def stale_pages() -> Iterator[str]:
    """The pages whose generated parts are not what the code says."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        if renewed(text) != text:
            yield f"{page.relative_to(ROOT)} is stale: python scripts/docs_check.py --write"


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
    helps: dict[tuple[str, ...], str] = {}
    for page in PAGES:
        for words in _command_lines(page.read_text(encoding="utf-8")):
            path = _command(words)
            if path not in helps:
                asked = [sys.executable, "-I", "-m", "trailers", *path, "--help"]
                done = subprocess.run(asked, capture_output=True, text=True, check=False)
                helps[path] = done.stdout if done.returncode == 0 else ""
            named = [word.partition("=")[0] for word in words if word.startswith("--")]
            missing = [option for option in named if option not in helps[path]]
            if not helps[path] or missing:
                yield f"{page.relative_to(ROOT)}: undersign {' '.join(words)}: {missing or 'no such command'}"


def _command(words: list[str]) -> tuple[str, ...]:
    """The words that name the command."""
    path: tuple[str, ...] = ()
    while path in _GROUPS and len(path) < len(words) and re.fullmatch("[a-z][a-z-]*", words[len(path)]):
        path = (*path, words[len(path)])
    return ("secrets", "scan") if path == ("secrets",) else path


def _command_lines(text: str) -> Iterator[list[str]]:
    code = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    for line in [*"\n".join(code).split("\n"), *spans]:
        found = re.match(r"(?:uvx )?undersign (.+)", line.partition("   #")[0].partition("  #")[0].strip())
        if found:
            yield found[1].split()


def main() -> int:
    if sys.argv[1:] == ["--write"]:
        for page in PAGES:
            page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
        return 0
    problems = [*stale_pages(), *broken_links(), *unknown_commands()]
    print(*problems, f"docs: {len(PAGES)} pages, {len(problems)} problems", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
