"""What `undersign context verify` does: look in a file for the digests of a commit; its text is not shown."""

from trailers.assistants.sessions.window import Window, digest, find_window
from trailers.cli.console import git_in
from trailers.cli.context.files import keyed_match, whole_digest
from trailers.disclosure.profiles import profile_named
from trailers.disclosure.reading import read_disclosure
from trailers.errors import RangeError, UsageError
from trailers.message.encoding import decode
from trailers.message.reading import read_trailers
from trailers.output.printable import printable
from trailers.repository.commit import Commit, parse_commit, parse_ident
from trailers.repository.opening import Repository, open_repository
from trailers.repository.revision import commit_named, one_commit
from trailers.typed import Callable, Iterator, NamedTuple
from trailers.verify.base import read_base

_KEYED = "hmac-sha256:"
_PLAIN = "sha256:"


class Asked(NamedTuple):
    """What was typed; empty where nothing was. With a key file, `file` holds a prompt."""

    commit: str
    file: str
    key_file: str = ""
    since: str = ""
    directory: str = "."


def verify_context(asked: Asked) -> int:
    """0: the file matches a digest of the commit. 1: it matches none."""
    repository = open_repository(git_in(asked.directory))
    commit = _stored(repository, commit_named(repository, asked.commit))
    wanted = _digests(repository, commit, keyed=bool(asked.key_file))
    try:
        match = _matching(repository, commit, asked)
        told = {value: match(value) for value in wanted}
    except OSError as error:
        why = error.strerror or error
        raise UsageError(f"{error.filename or asked.file} cannot be read: {why}") from error
    name = printable(asked.file)
    for value, how in told.items():
        print(f"{value}: {how} of {name}" if how else f"{value}: not in {name}")
    if any(told.values()):
        return 0
    print(_WHY_NOT if not asked.key_file else _WHY_NOT_KEYED)
    return 1


_WHY_NOT = (
    "it is another conversation, or it was changed, or cut; or the commit has got another parent since "
    "(a rebase): --since REV names the one that it had"
)
_WHY_NOT_KEYED = "it is another prompt, or was changed; or it is another key"


def _digests(repository: Repository, commit: Commit, *, keyed: bool) -> list[str]:
    """The digests that the commit names, each once; UsageError where there are none of the kind."""
    policy = read_base(repository, one_commit(repository, commit.id)).policy.disclosure
    profile = profile_named(policy.profile)
    trailers = read_trailers(decode(commit.message, commit.encoding).text)
    contexts = read_disclosure(trailers, profile, profile.keys_with(policy.keys)).contexts
    # Hexadecimal digits are the same in any case.
    values = list(dict.fromkeys(context.value.lower() for context in contexts))
    found = [value for value in values if value.startswith(_KEYED if keyed else _PLAIN)]
    if found:
        return found
    other = _PLAIN if keyed else _KEYED
    remedy = ""
    if any(value.startswith(other) for value in values):
        remedy = (
            "leave --key-file out: its digest has no key" if keyed else "its digest is keyed: --key-file K"
        )
    raise UsageError(f"commit {commit.id} names no {'keyed ' if keyed else ''}digest", remedy)


def _matching(repository: Repository, commit: Commit, asked: Asked) -> Callable[[str], str]:
    """What tells for one digest which part of the file has it; '' where none has."""
    if asked.key_file:
        return keyed_match(asked.file, asked.key_file)
    whole = whole_digest(asked.file)
    times = list(dict.fromkeys(_times(repository, commit, asked.since)))
    return lambda value: _window(asked.file, value.removeprefix(_PLAIN), times, whole)


def _window(file: str, wanted: str, times: list[int], whole: str) -> str:
    """The window with this digest, since one of the times; or the whole file."""
    if wanted == whole:
        return "the whole"
    for time in times:
        found = digest(file, time)
        if found is not None and found.sha256 == wanted:
            return f"the last {_size(found)} from {_shown(time)} on,"
    for time in times:
        found = find_window(file, time, wanted)
        if found is not None:
            return f"{_size(found)} from {_shown(time)} on, before it grew,"
    return ""


def _size(window: Window) -> str:
    lines = "1 line" if window.lines == 1 else f"{window.lines:,} lines"
    return f"{lines}, {window.bytes:,} bytes,"


def _times(repository: Repository, commit: Commit, since: str) -> Iterator[int]:
    """The times since which the window may have been taken, the likeliest first.

    That is when the commit was made that was HEAD: a parent, or for an amended commit what it was before,
    whose time git keeps as the author's. A parent that was itself rebased has kept its author's time.
    """
    if since:
        yield _made(_stored(repository, commit_named(repository, since)))
        return
    parents = [_stored(repository, parent) for parent in commit.parents]
    yield from map(_made, parents)
    yield parse_ident(commit.author)[1]
    for parent in parents:
        yield parse_ident(parent.author)[1]
    if not parents:
        yield 0


def _made(commit: Commit) -> int:
    return parse_ident(commit.committer)[1]


def _stored(repository: Repository, identifier: str) -> Commit:
    content = repository.git.ask("cat-file", "commit", identifier)
    if content is None:
        remedy = "git fetch --unshallow" if repository.shallow else ""
        raise RangeError(f"this clone does not have commit {identifier}", remedy)
    return parse_commit(identifier, content)


def _shown(time: int) -> str:
    import datetime as dt

    try:
        return dt.datetime.fromtimestamp(time, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, OSError, ValueError):
        return f"second {time}"
