"""Repositories to measure on: made ones, with one AI-assisted commit in twenty, and parts of real ones."""

import subprocess
from collections.abc import Iterator

_PEOPLE = [f"Person {number} <person{number}@example.com>" for number in range(40)]
_REVIEWER = "Grace Hopper <grace@example.com>"
_TEXT = (
    "the parser reads one line too many when a header is folded and the buffer ends inside it so keep the "
    "rest for the next call and let the caller say how much there is which also makes the retry cheaper"
)


def make_history(repository: str, commits: int) -> str:
    """Make a repository with a root and `commits` commits after it; the range that holds just these."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", repository], check=True)
    data = "".join(_stream(commits)).encode()
    subprocess.run(["git", "-C", repository, "fast-import", "--quiet"], input=data, check=True)
    subprocess.run(["git", "-C", repository, "reset", "--quiet", "--hard"], check=True)
    return "base..main"


def newest(clone: str, commits: int) -> str:
    """The range of a clone's newest commits, at least as many: its base is on the first-parent line."""
    line = git(clone, "rev-list", "--first-parent", "HEAD").split()
    low, high = 0, len(line) - 1
    while low < high:
        middle = (low + high) // 2
        if number_of(clone, f"{line[middle]}..HEAD") < commits:
            low = middle + 1
        else:
            high = middle
    return f"{line[low]}..HEAD"


def number_of(repository: str, range_: str) -> int:
    """How many commits a range has."""
    return int(git(repository, "rev-list", "--count", range_))


def has_merges(repository: str, range_: str) -> bool:
    """Whether any commit of a range has more than one parent."""
    return git(repository, "rev-list", "--count", "--merges", range_) != "0\n"


def git(repository: str, *arguments: str) -> str:
    """What git prints."""
    command = ["git", "-C", repository, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _stream(commits: int) -> Iterator[str]:
    for number in range(commits + 1):
        author = _PEOPLE[number * 7 % len(_PEOPLE)]
        when = f"{1_700_000_000 + 600 * number} +0000"
        message = _message(number, author)
        yield f"commit refs/heads/main\nmark :{number + 1}\n"
        yield f"author {author} {when}\ncommitter {author} {when}\n"
        yield f"data {len(message)}\n{message}\nM 644 inline file\ndata 7\n{number:06}\n\n"
        if not number:
            yield "reset refs/tags/base\nfrom :1\n\n"


def _message(number: int, author: str) -> str:
    words = _TEXT.split()
    turned = words[number % len(words) :] + words[: number % len(words)]
    body = "\n".join(" ".join(turned[at : at + 11]) for at in range(0, len(turned), 11))
    disclosed = (
        f"Assisted-by: Claude-Code:claude-opus-5 ruff\nAI-Context: issue:{number}\nApproved-by: {_REVIEWER}\n"
        if number % 20 == 1
        else ""
    )
    return f"fix: {' '.join(turned[:5])} ({number})\n\n{body}\n\n{disclosed}Signed-off-by: {author}\n"
