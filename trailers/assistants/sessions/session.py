"""A session of an assistant: what of it goes into a commit's trailers, and how sure that is."""

from trailers.typed import Mapping, NamedTuple


class Session(NamedTuple):
    """One session, as its files tell it.

    `models` are the distinct names that were used since the parent commit, in the order of first use; none
    means unknown. `transcript` is a file of lines that `window.digest` reads, '' where there is none, and
    `source` what was read, for people. `complete` is False where models may be missing.
    """

    agent: str
    id: str
    models: tuple[str, ...]
    transcript: str
    complete: bool
    warnings: tuple[str, ...]
    source: str = ""


class Asked(NamedTuple):
    """Whose session is asked for: `home` is '' where it is not known, `directory` the top of the work tree.

    `since` is the committer's time of HEAD in seconds, 0 where there is no commit.
    """

    environ: Mapping[str, str]
    home: str
    directory: str
    since: int


class Told(NamedTuple):
    """What a transcript tells: the models since, the directories that it names, the bytes that were read."""

    models: tuple[str, ...]
    directories: tuple[str, ...]
    complete: bool
    warnings: tuple[str, ...]
    read: int = 0


def session_of(agent: str, identity: str, path: str, told: Told) -> Session:
    """The session of a transcript of lines."""
    return Session(agent, identity, told.models, path, told.complete, told.warnings, path)


def without_transcript(agent: str, identity: str, *warnings: str) -> Session:
    """A session of which only the id is known, and whose models are not."""
    return Session(agent, identity, (), "", complete=False, warnings=warnings)
