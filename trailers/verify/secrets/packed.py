"""Archives, where the policy or the user wants them looked into: each file in one as a source of its own."""

from trailers.secrets.archives import is_archive, members
from trailers.typed import Iterator
from trailers.verify.secrets.source import Opened, Source

MOST = 256 << 20  # bytes of an archive as it is


def opened_members(opened: Opened) -> Iterator[Opened] | None:
    """The files in an archive, opened one after the other; None where it is none."""
    return _opened_members(opened) if is_archive(opened.data) else None


def _opened_members(opened: Opened) -> Iterator[Opened]:
    source, data, rest, _, _ = opened
    parts = [data]
    size = len(data)
    while rest and (more := rest(1 << 22)):
        parts.append(more)
        size += len(more)
        if size > MOST:
            yield Opened(source, unread=f"it is an archive larger than {MOST >> 20} MiB")
            return
    for member in members(source.name, b"".join(parts)):
        inner = Source(source.path + member.path[len(source.name) :], member.path, commit=source.commit)
        yield Opened(inner, member.data, unread=member.unchecked and f"it is {member.unchecked}")
