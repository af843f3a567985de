"""Commits made anew with other messages: same trees, people, dates and parents' order.

Index and work tree are not touched, since no tree changes. A signature does not hold for another message:
it is left out, and made anew where git's configuration signs (`commit.gpgSign`, git-config(1)).
"""

import os

from trailers.errors import GitError
from trailers.process import Git
from trailers.repository.batch import Stored
from trailers.typed import Iterable, Iterator, Mapping, NamedTuple

_SIGNATURES = (b"gpgsig", b"gpgsig-sha256")
# What `git commit-tree` writes itself; it can carry nothing else.
_KNOWN = (b"tree", b"parent", b"author", b"committer", b"encoding")


class Rewritten(NamedTuple):
    """The new ids by the old ones, in the order in which they were made; how many lost their signature."""

    commits: dict[str, str]
    unsigned: int


def rewrite(git: Git, commits: Iterable[Stored], messages: Mapping[str, bytes], *, sign: bool) -> Rewritten:
    """Store the commits anew: those with a new message, and those that come after one.

    `commits` come with parents first. Nothing moves yet: see `move_head`. GitError where one is missing,
    or cannot be signed.
    """
    made: dict[str, str] = {}
    unsigned = 0
    for commit, content in commits:
        if content is None:
            raise GitError(f"this clone does not have the commit {commit}", "git fetch --unshallow")
        headers, _, message = content.partition(b"\n\n")
        if commit not in messages and not any(parent in made for parent in _parents(headers)):
            continue
        kept = list(_with_parents(_headers(headers), made))
        plain = [line for line in kept if _name(line) not in _SIGNATURES]
        unsigned += len(plain) < len(kept) and not sign
        made[commit] = _store(git, plain, messages.get(commit, message), sign=sign)
    return Rewritten(made, unsigned)


def signs(git: Git) -> bool:
    """Whether git's configuration signs what is committed."""
    return git.ask("config", "--type=bool", "--get", "commit.gpgSign") == b"true\n"


def move_head(git: Git, old: str, new: str, reason: str) -> None:
    """Let HEAD's branch mean the new commit, in one step, if it still means the old one."""
    git.run("update-ref", "-m", reason, "HEAD", new, old)


def copy_notes(git: Git, made: Mapping[str, str]) -> None:
    """Copy notes as a rebase would (`notes.rewrite.rebase`, `notes.rewriteRef`: git-notes(1))."""
    pairs = "".join(f"{old} {new}\n" for old, new in made.items())
    git.run("notes", "copy", "--for-rewrite=rebase", "--stdin", stdin=pairs.encode())


def _headers(head: bytes) -> Iterator[bytes]:
    """Each header with the lines that continue it, which begin with a blank."""
    header: list[bytes] = []
    for line in head.split(b"\n"):
        if header and not line.startswith(b" "):
            yield b"\n".join(header)
            header = []
        header.append(line)
    if header:
        yield b"\n".join(header)


def _name(header: bytes) -> bytes:
    return header.partition(b" ")[0]


def _parents(head: bytes) -> Iterator[str]:
    for line in head.split(b"\n"):
        if line.startswith(b"parent "):
            yield line[7:].decode("ascii", "replace")


def _with_parents(headers: Iterable[bytes], made: Mapping[str, str]) -> Iterator[bytes]:
    for header in headers:
        name, _, value = header.partition(b" ")
        old = value.decode("ascii", "replace")
        yield b"parent " + made.get(old, old).encode() if name == b"parent" else header


def _store(git: Git, headers: list[bytes], message: bytes, *, sign: bool) -> str:
    if sign:
        return _store_signed(git, headers, message)
    content = b"\n".join(headers) + b"\n\n" + message
    return git.run("hash-object", "-t", "commit", "-w", "--stdin", stdin=content).decode("ascii").strip()


def _store_signed(git: Git, headers: list[bytes], message: bytes) -> str:
    """By `git commit-tree -S`, which asks the configured program for the signature."""
    fields: dict[bytes, list[str]] = {}
    for header in headers:
        name, _, value = header.partition(b" ")
        fields.setdefault(name, []).append(os.fsdecode(value))
    unknown = sorted(name.decode("ascii", "replace") for name in fields if name not in _KNOWN)
    if unknown:
        why = f"git commit-tree cannot keep the header {unknown[0]} of a commit that is to be signed"
        raise GitError(why, "git -c commit.gpgSign=false, or merge without the signed tag")
    environ = {**git.environ, **_people(fields)}
    encoding = fields.get(b"encoding", ["UTF-8"])[0]
    parents = [word for parent in fields.get(b"parent", ()) for word in ("-p", parent)]
    options = ("-c", f"i18n.commitEncoding={encoding}", "commit-tree", "-S", *parents, "-F", "-")
    signing = git._replace(environ=environ)
    return signing.run(*options, fields[b"tree"][0], stdin=message).decode("ascii").strip()


def _people(fields: Mapping[bytes, list[str]]) -> dict[str, str]:
    """The variables from which git takes author and committer (git-commit-tree(1))."""
    found = {}
    for role in ("AUTHOR", "COMMITTER"):
        name, _, rest = fields[role.lower().encode()][0].partition("<")
        email, _, date = rest.rpartition(">")
        found[f"GIT_{role}_NAME"] = name.removesuffix(" ")
        found[f"GIT_{role}_EMAIL"] = email
        found[f"GIT_{role}_DATE"] = f"@{date.strip()}"
    return found
