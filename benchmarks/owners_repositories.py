"""Repositories with a CODEOWNERS file to measure on: mostly directories with owners, as large ones have."""

import subprocess
from collections.abc import Iterator

PLACE = ".github/CODEOWNERS"
_NAMES = (
    "__init__.py",
    "manifest.json",
    "sensor.py",
    "strings.json",
    "config_flow.py",
    "const.py",
    "README.md",
)


def make_repository(repository: str, files: int, rules: int, *, wild: int = 0, check_out: bool = True) -> str:
    """Make a repository of so many files, empty ones, and a CODEOWNERS file of so many rules; its folder.

    With `wild`, one in so many of the rules for directories has a wildcard.
    """
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", repository], check=True)
    data = "".join(_stream(files, rules, wild)).encode()
    subprocess.run(["git", "-C", repository, "fast-import", "--quiet"], input=data, check=True)
    reset = ["--hard"] if check_out else ["--mixed"]
    subprocess.run(["git", "-C", repository, "reset", "--quiet", *reset], check=True)
    return repository


def codeowners(rules: int, wild: int = 0) -> str:
    """Rules for as many directories, and some wildcards before and after them; one in a hundred is dead."""
    first = ["*.md @org/docs", "/src/*.toml @org/build", "Makefile @org/build", "/tools/* @org/tools"]
    last = ["**/fixtures/ @org/tests", "/src/area_00/**/strings.json @org/words"]
    owned = max(rules - len(first) - len(last), 0)
    lines = [
        f"/{'gone' if number % 100 == 50 else 'src'}/{directory(number)}/"
        f"{'*.md' if wild and number % wild == 0 else ''} @org/team-{number % 97}"
        for number in range(owned)
    ]
    return "\n".join([*first, *lines, *last][:rules]) + "\n"


def directory(number: int) -> str:
    """The directory of a rule."""
    return f"area_{number % 41:02}/c{number:05}"


def paths(files: int, rules: int) -> Iterator[str]:
    """Paths, each once: in each of the directories in turn, in it or a directory below, and a few outside."""
    yield from ("Makefile", "tools/build.sh", "src/ruff.toml")
    for number in range(files - 4):
        turn, place = divmod(number, rules)
        if number % 200 == 199:
            yield f"other/o{number}.txt"
        else:
            inside = ("", "tests/", "translations/", "tests/fixtures/")[turn // len(_NAMES) % 4]
            more = "" if turn < 4 * len(_NAMES) else f"m{turn}_"
            yield f"src/{directory(place)}/{inside}{more}{_NAMES[turn % len(_NAMES)]}"


def _stream(files: int, rules: int, wild: int) -> Iterator[str]:
    text = codeowners(rules, wild)
    yield "commit refs/heads/main\ncommitter Person <person@example.com> 1700000000 +0000\ndata 4\nmade\n"
    yield f"M 644 inline {PLACE}\ndata {len(text)}\n{text}\n"
    yield from (f"M 644 inline {path}\ndata 0\n\n" for path in paths(files, rules))
