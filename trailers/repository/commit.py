"""A commit as it is stored: its headers and its message, byte for byte (gitformat-commit)."""

from trailers.message.lines import BLANK
from trailers.message.person import Person
from trailers.process import Git
from trailers.typed import NamedTuple

_LONGEST_TIME = 18  # digits: git's own times end there as well (`timestamp_t`)


class Commit(NamedTuple):
    """A stored commit. `author` and `committer` are the whole header values; `encoding` is '' for UTF-8.

    `repeated`: a header of these stands there twice or not at all, and git's readers take different ones.
    """

    id: str
    parents: tuple[str, ...]
    author: bytes
    committer: bytes
    encoding: str
    message: bytes
    repeated: bool = False


def parse_commit(identifier: str, content: bytes) -> Commit:
    """Read the bytes of a commit object. A header that is missing reads as empty."""
    head, _, message = content.partition(b"\n\n")
    parents = []
    seen: list[bytes] = []
    fields = {b"author": b"", b"committer": b"", b"encoding": b""}
    for line in head.split(b"\n"):
        name, _, value = line.partition(b" ")
        if name == b"parent":
            parents.append(value.decode("ascii", "replace"))
        elif name in fields:
            if name not in seen:
                fields[name] = value
            seen.append(name)
    encoding = fields[b"encoding"].decode("ascii", "replace")
    repeated = sorted(set(seen) | {b"author", b"committer"}) != sorted(seen)
    author, committer = fields[b"author"], fields[b"committer"]
    return Commit(identifier, tuple(parents), author, committer, encoding, message, repeated)


def parse_ident(value: bytes) -> tuple[Person, int]:
    """Who and when: the person and the seconds since 1970 of an author or committer header.

    As in git's `split_ident_line`, the address ends at the first `>` and the time follows the last one;
    a time that is missing or no number is 0.
    """
    text = value.decode("utf-8", "surrogateescape")
    name, _, rest = text.partition("<")
    email = rest.partition(">")[0]
    when = rest.rpartition(">")[2].lstrip(BLANK).partition(" ")[0]
    number = int(when) if when.isascii() and when.isdigit() and len(when) <= _LONGEST_TIME else 0
    return Person(name.strip(BLANK), email.strip(BLANK)), number


def commit_time(git: Git, commit: str) -> int:
    """The committer's time of one commit, in seconds since 1970."""
    content = git.run("cat-file", "commit", commit)
    return parse_ident(parse_commit(commit, content).committer)[1]
