"""Files as a commit has them, read by object id and never from the work tree."""

from collections.abc import Sequence

from trailers.repository.opening import Repository
from trailers.repository.walk import split_batch


def read_blobs(repository: Repository, commit: str, paths: Sequence[str]) -> dict[str, bytes | None]:
    """The bytes of each path at `commit`, None where it has no such file."""
    asked = "".join(f"{commit}:{path}\n" for path in paths).encode("utf-8", "surrogateescape")
    output = repository.git.run("cat-file", "--batch", stdin=asked)
    contents = (stored.content for stored in split_batch([output]))
    return dict(zip(paths, contents, strict=True))
