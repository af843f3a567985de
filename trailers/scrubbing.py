"""The environment of every git process: what the caller's shell has set does not change git's answers.

No replace refs, no grafts, no lazy fetching of missing objects, no prompts, no trace.
"""

import os

from trailers.typed import Mapping

# What says where the repository and its parts are: git sets it for its hooks.
LOCATION = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_QUARANTINE_PATH",
)
# What of git's own environment is kept, since it says nothing about the meaning of what is there.
_KEPT = (
    *LOCATION,
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_PARAMETERS",
    "GIT_AUTHOR_NAME",
    "GIT_AUTHOR_EMAIL",
    "GIT_COMMITTER_NAME",
    "GIT_COMMITTER_EMAIL",
)
_KEPT_PREFIXES = ("GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")
_SET = {
    "LC_ALL": "C",
    "GIT_NO_REPLACE_OBJECTS": "1",
    # No file: one that is there, if empty, makes git say on every call that grafts are deprecated.
    "GIT_GRAFT_FILE": f"{os.devnull}/none",
    "GIT_NO_LAZY_FETCH": "1",
    # Before git 2.45 knew the line above: a fetch that may use no protocol fails.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    # Without it, rev-list writes to a pipe id by id.
    "GIT_FLUSH": "0",
}


def scrubbed(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for git: the caller's, without the variables that change git's answers."""
    kept = {
        name: value
        for name, value in environ.items()
        if not name.startswith("GIT_") or name in _KEPT or name.startswith(_KEPT_PREFIXES)
    }
    return {**kept, **_SET}
