"""What git says of the commit that is being made now: its people and its sources."""

import os

from trailers.message.encoding import decode
from trailers.message.person import Person
from trailers.process import Git
from trailers.repository.commit import parse_commit, parse_ident
from trailers.typed import Iterator, Mapping

# What git leaves while it makes a commit out of others (gitrevisions(7), git-rebase(1)).
_SOURCES = ("CHERRY_PICK_HEAD", "REBASE_HEAD")


def ident(git: Git, environ: Mapping[str, str], role: str) -> Person:
    """The AUTHOR or COMMITTER of the commit being made; git exports the author to its hooks."""
    name, email = environ.get(f"GIT_{role}_NAME"), environ.get(f"GIT_{role}_EMAIL")
    if name is not None and email is not None:
        return Person(name, email)
    answer = git.ask("var", f"GIT_{role}_IDENT")
    return parse_ident(answer or b"")[0]


def is_merging(git: Git) -> bool:
    """Whether the commit being made is a merge (MERGE_HEAD, git-merge(1))."""
    return git.ask("rev-parse", "--verify", "--quiet", "MERGE_HEAD") is not None


def approved_before(git: Git, environ: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """The trailers, (key in lower case, value), of the commits that the one being made comes from.

    Those are the commit that is picked, or replayed by a rebase; those that a squash collects; and HEAD
    where its message is amended, which shows in the author's date that git hands on. What was said of
    HEAD does not hold for another tree.
    """
    sources = [name for name in _SOURCES if git.ask("rev-parse", "--verify", "--quiet", name)]
    if _amends(git, environ) and git.ask("diff", "--cached", "--quiet", "--no-ext-diff", "HEAD") is not None:
        sources.append("HEAD")
    sources.extend(_squashed(git))
    return frozenset(said for source in sources for said in _said(git, source))


def _said(git: Git, name: str) -> Iterator[tuple[str, str]]:
    content = git.ask("cat-file", "commit", name) or b""
    commit = parse_commit(name, content)
    from trailers.message.reading import read_trailers

    for trailer in read_trailers(decode(commit.message, commit.encoding).text):
        yield trailer.key.lower(), trailer.value


def _amends(git: Git, environ: Mapping[str, str]) -> bool:
    date = environ.get("GIT_AUTHOR_DATE", "").lstrip("@")
    head = git.ask("log", "-1", "--no-show-signature", "--format=%ad", "--date=raw", "HEAD") or b""
    return bool(date) and date == head.decode("ascii", "replace").strip()


def _squashed(git: Git) -> Iterator[str]:
    """The commits that `git merge --squash` has listed in SQUASH_MSG."""
    path = git.ask("rev-parse", "--git-path", "SQUASH_MSG")
    if path is None:
        return
    try:
        # git answers with a path from where it runs.
        name = os.path.join(git.directory, os.fsdecode(path).rstrip("\n"))
        with open(name, encoding="utf-8", errors="replace") as file:
            lines = file.read().split("\n")
    except FileNotFoundError:
        return
    for line in lines:
        word, _, identifier = line.partition(" ")
        if word == "commit" and identifier.isalnum():
            yield identifier
