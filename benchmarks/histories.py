"""Make repositories to measure on: ordinary commits with a sign-off, one in twenty disclosed as AI-assisted."""

import subprocess
from collections.abc import Iterator

_PEOPLE = [f"Person {number} <person{number}@example.com>" for number in range(40)]
_REVIEWER = "Grace Hopper <grace@example.com>"
_WORDS = (
    "the parser reads one line too many when a header is folded and the buffer ends inside it so keep the rest "
    "for the next call and let the caller say how much there is which also makes the retry cheaper"
).split()


def make_history(repository: str, commits: int) -> str:
    """Make a repository with a root and `commits` commits after it; the range that holds just these."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", repository], check=True)
    data = "".join(_stream(commits)).encode()
    subprocess.run(["git", "-C", repository, "fast-import", "--quiet"], input=data, check=True)
    subprocess.run(["git", "-C", repository, "reset", "--quiet", "--hard"], check=True)
    return "base..main"


def _stream(commits: int) -> Iterator[str]:
    for number in range(commits + 1):
        author = _PEOPLE[number * 7 % len(_PEOPLE)]
        when = f"{1_700_000_000 + 600 * number} +0000"
        message = _message(number, author)
        yield f"commit refs/heads/main\nmark :{number + 1}\nauthor {author} {when}\ncommitter {author} {when}\n"
        yield f"data {len(message)}\n{message}\nM 644 inline file\ndata 7\n{number:06}\n\n"
        if not number:
            yield "reset refs/tags/base\nfrom :1\n\n"


def _message(number: int, author: str) -> str:
    turned = _WORDS[number % len(_WORDS) :] + _WORDS[: number % len(_WORDS)]
    body = "\n".join(" ".join(turned[at : at + 11]) for at in range(0, len(turned), 11))
    disclosed = (
        f"Assisted-by: Claude-Code:claude-opus-5 ruff\nAI-Context: issue:{number}\nApproved-by: {_REVIEWER}\n"
        if number % 20 == 1
        else ""
    )
    return f"fix: {' '.join(turned[:5])} ({number})\n\n{body}\n\n{disclosed}Signed-off-by: {author}\n"
