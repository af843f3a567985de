"""Several files that make up one session: a conversation and those of its subagents."""

from trailers.assistants.sessions.backwards import LIMIT
from trailers.assistants.sessions.ours import is_recent
from trailers.assistants.sessions.places import File
from trailers.assistants.sessions.reading import Dialect, read_models
from trailers.assistants.sessions.session import Told
from trailers.typed import Iterable


def with_subagents(told: Told, root: str, files: Iterable[File], since: int, dialect: Dialect) -> Told:
    """What the conversation and its subagents' files tell together, of which 8 MiB are read in all."""
    models, warnings, read = list(told.models), list(told.warnings), told.read
    for file in files:
        if not is_recent(file.written, since):
            continue
        if read >= LIMIT:
            warnings.append("not every subagent's file was read: models may be missing")
            break
        more = read_models(root, file.path, since, dialect, LIMIT - read)
        models += more.models
        warnings += more.warnings
        read += more.read
    complete = told.complete and not warnings
    return Told(tuple(dict.fromkeys(models)), told.directories, complete, tuple(warnings), read)
