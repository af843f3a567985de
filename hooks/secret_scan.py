"""pre-commit and commit-msg: look for secrets in the files that are to be committed, and in the message.

pre-commit and prek put aside what is not staged, so that a file on disk is what the index has; --staged
reads the index itself. It reads and never writes, and asks nobody over a network.
"""

import gc
import os
import sys

from hooks.edge import guarded, leave
from trailers.typed import TYPE_CHECKING, Sequence
from trailers.verify.secrets.asked import Asked
from trailers.verify.secrets.cache_home import cache_home

if TYPE_CHECKING:
    from trailers.verify.secrets.edge import Seen


def main(argv: Sequence[str] | None = None) -> int:
    asked = arguments(sys.argv[1:] if argv is None else argv)
    return guarded(lambda: run(asked))


def arguments(argv: Sequence[str]) -> Asked:
    """What was asked; what is not plain costs 11 ms for argparse."""
    if len(argv) == 1 and argv[0].endswith("MSG"):
        return _of_message(Asked(), argv[0])
    if argv == ["--staged"]:
        return Asked(staged=True)
    if argv and not any(word.startswith("-") for word in argv):
        return Asked(tuple(argv))
    from hooks.secret_options import parsed

    asked = parsed(argv)
    return _of_message(asked, asked.paths[0]) if len(asked.paths) == 1 else asked


def _of_message(asked: Asked, path: str) -> Asked:
    """As a commit-msg hook, which is handed the message's file and nothing else."""
    from trailers.verify.secrets.handed import is_message_file

    return asked._replace(paths=(), message=path) if is_message_file(path) else asked._replace(paths=(path,))


def run(asked: Asked) -> int:
    """Look, and tell what was found: 0 clean, 1 findings, 2 not everything could be checked."""
    from trailers.verify.secrets.edge import Edge
    from trailers.verify.secrets.looking import look

    cache = cache_home(os.environ, sys.platform)
    edge = Edge(os.environ, cache, read_stdin)
    if not sys.stderr.isatty():
        return told(asked, look(asked, edge))
    from trailers.cli.secrets.watched import look_watched

    return told(asked, look_watched(asked, edge))


def read_stdin(size: int) -> bytes:
    """So many bytes at the most of standard input; none at its end."""
    return os.read(0, size)


def told(asked: Asked, seen: "Seen") -> int:
    """Print the report, where there is anything to say, and give the exit code."""
    looked = seen.looked
    if not looked.findings and asked.format == "text" and not looked.counts.keys() - {"files", "bytes"}:
        return 0
    from trailers.cli.secrets.telling import tell

    return tell(asked, seen)


if __name__ == "__main__":
    gc.disable()  # one run makes few cycles
    leave(main())
