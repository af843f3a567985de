"""What `undersign squash-message` does: read the commits of a range, and print their message as one."""

import sys

from trailers.authoring.squash import squash_message
from trailers.authoring.union import union_of
from trailers.cli.console import git_in
from trailers.errors import GitError, RangeError
from trailers.output.printable import printable
from trailers.repository.commit import parse_commit
from trailers.repository.opening import open_repository
from trailers.repository.revision import parse_range
from trailers.repository.walk import walk
from trailers.verify.base import read_base
from trailers.verify.examining import examine
from trailers.verify.range_setting import setting_of


def print_squash_message(spec: str, title: str, directory: str) -> int:
    """0, with what has to be said about the message on standard error."""
    repository = open_repository(git_in(directory))
    range_ = parse_range(repository, spec)
    setting = setting_of(repository, range_, read_base(repository, range_))
    subjects = []
    for commit, content in walk(repository, ["--reverse", "--topo-order", *range_.arguments]):
        if content is None:
            raise GitError(f"this clone does not have the commit {commit}", "git fetch --unshallow")
        subjects.append(examine(parse_commit(commit, content), setting, ""))
    if not subjects:
        raise RangeError(f"there is no commit in {spec}")
    squash = squash_message(subjects, union_of(subjects, setting.keys, setting.mailmap), title)
    for warning in squash.warnings:
        print(f"undersign: {printable(warning)}", file=sys.stderr)
    sys.stdout.flush()
    sys.stdout.buffer.write(squash.message.encode("utf-8", "surrogateescape"))
    return 0
