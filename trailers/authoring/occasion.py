"""On which occasion git calls a hook for a message: what it was asked for, and what it is in the middle of.

prepare-commit-msg gets a source (githooks(5)); commit-msg gets none. Replays are told from what git leaves
in its folder meanwhile (gitrevisions(7), sequencer.c), and from the two variables that it sets: the reflog's
action where the sequencer runs `git commit`, and no author's date where it makes the commit itself.
"""

import os

from trailers.typed import Literal, Mapping, NamedTuple

Kind = Literal[
    "new",
    "template",
    "merge",
    "squash",
    "amend",
    "reuse",
    "autosquash",
    "pick",
    "rebase",
    "revert",
    "unknown",
]

# In which nobody says anything new: the message stays as it is.
REPLAYS: frozenset[Kind] = frozenset(("pick", "rebase", "revert", "unknown"))

# In which the message comes from other commits.
OF_SOURCES: frozenset[Kind] = frozenset(("amend", "reuse", "squash", "autosquash"))

FIXUPS = "rebase-merge/current-fixups"
SQUASHED = "SQUASH_MSG"
_STATES = (
    "CHERRY_PICK_HEAD",
    "REVERT_HEAD",
    "MERGE_HEAD",
    "MERGE_MSG",
    SQUASHED,
    FIXUPS,
    "rebase-merge",
    "rebase-merge/amend",
    "rebase-merge/stopped-sha",
    "rebase-apply",
)
_SEQUENCERS: dict[str, Kind] = {"rebase": "rebase", "revert": "revert", "cherry-pick": "pick"}


class Call(NamedTuple):
    """How git calls: the hook's arguments after the message's file, and its environment.

    `source` and `commit` are empty where the hook gets none. `now` is in seconds since 1970.
    """

    hook: Literal["prepare-commit-msg", "commit-msg"]
    source: str
    commit: str
    environ: Mapping[str, str]
    now: int

    @property
    def has_editor(self) -> bool:
        """Whether a person may see the message: git gives its hooks the editor `:` where none runs."""
        return self.environ.get("GIT_EDITOR") != ":"


def under_way(git_directory: str) -> frozenset[str]:
    """What git has left in its folder."""
    return frozenset(name for name in _STATES if os.path.lexists(os.path.join(git_directory, name)))


def of_squash(git_directory: str) -> bool:
    """Whether commits become one: then their message has to be put together."""
    return any(os.path.lexists(os.path.join(git_directory, name)) for name in (SQUASHED, FIXUPS))


def occasion_of(call: Call, states: frozenset[str]) -> Kind:
    """The occasion as far as it shows without asking git: an amend with `-m` is `new` here (`amending`)."""
    if FIXUPS in states and call.source in ("", "message"):
        return "autosquash"
    return _replay(call, states) or _asked_for(call, states)


def _asked_for(call: Call, states: frozenset[str]) -> Kind:
    """What `git commit` or `git merge` was asked for."""
    if SQUASHED in states:
        return "squash"
    match call.source:
        case "" | "message":
            return "merge" if "MERGE_HEAD" in states else "new"
        case "template" | "merge" | "squash":
            return call.source
        case "commit":
            return "amend" if call.commit == "HEAD" else "reuse"
    return "unknown"


def _replay(call: Call, states: frozenset[str]) -> Kind | None:
    action = call.environ.get("GIT_REFLOG_ACTION", "").partition(" ")[0]
    if action in _SEQUENCERS:
        return _SEQUENCERS[action]
    if "CHERRY_PICK_HEAD" in states:
        return "rebase" if "rebase-merge" in states else "pick"
    if "REVERT_HEAD" in states:
        return "revert"
    if "MERGE_HEAD" in states or call.source == "commit":
        return None
    # A rebase has stopped at a conflict, and not for an edit.
    stopped = "rebase-merge/stopped-sha" in states and "rebase-merge/amend" not in states
    if stopped or "rebase-apply" in states:
        return "rebase"
    return _replayed_message(call, states)


def _replayed_message(call: Call, states: frozenset[str]) -> Kind | None:
    """A message that git has prepared for a change that it applies: a revert, or a pick with `-n`."""
    if "MERGE_MSG" not in states:
        return None
    in_process = call.source == "message" and "GIT_AUTHOR_DATE" not in call.environ
    if call.source == "merge" or in_process:
        return "rebase" if "rebase-merge" in states else "revert"
    return None
