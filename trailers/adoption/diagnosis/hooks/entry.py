"""One of our hooks as a repository configures it."""

import re

from trailers.adoption.diagnosis.python_call import unisolated_calls
from trailers.adoption.starting.pre_commit.entries import HOOKS
from trailers.typed import NamedTuple

STAGES = {hook.id: hook.stages for hook in HOOKS}
MODULES = {hook.module: hook.id for hook in HOOKS}
_CALL = re.compile(rf"-m\s+hooks\.({'|'.join(MODULES)})\b")


class HookEntry(NamedTuple):
    """A hook: which one, who runs it, at which of git's events, and where that is written.

    `manager` is pre-commit, prek, husky, lefthook, "git's configuration" or "a script". `isolated` is None
    where the manifest says how it is called. `version` is undersign's, as it is written; `rev` is
    pre-commit's. `files` is the filter of paths that stands before it.
    """

    id: str
    manager: str
    stages: tuple[str, ...]
    path: str
    line: int | None = None
    isolated: bool | None = None
    version: str = ""
    rev: str = ""
    files: str = ""


def called_in(text: str) -> str:
    """The id of our hook that a command calls; '' where it calls none."""
    found = _CALL.search(text)
    return MODULES[found[1]] if found else ""


def is_isolated(command: str) -> bool:
    """Whether a command that calls our hook starts Python with -I."""
    return not any(True for _ in unisolated_calls(command, _CALL))
