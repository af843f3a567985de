"""The folder in which git looks for hooks, and what each hook there would start."""

import os
import re
import stat

from trailers.process import Git
from trailers.typed import Mapping, NamedTuple

EVENTS = ("pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "pre-push")
_MOST = 64 << 10  # characters
# As pre-commit and prek write it into their hooks.
_PROGRAM = re.compile(r"""^(?:INSTALL_PYTHON|PREK)=["']?([^"'\n]+)""", re.MULTILINE)


class HookFile(NamedTuple):
    """A hook: its text, whether git would run it, and the program that it names, if that is `there`."""

    text: str
    executable: bool
    program: str = ""
    there: bool = True


class HookFolder(NamedTuple):
    """The folder that counts, and its hooks by event. `unreadable` are those that cannot be read."""

    path: str
    hooks: Mapping[str, HookFile]
    unreadable: tuple[str, ...] = ()


def hook_folder(git: Git) -> HookFolder:
    """What git runs here: `core.hooksPath` counts, and a linked work tree has the hooks of the main one."""
    answer = git.ask("rev-parse", "--git-path", "hooks") or b""
    path = os.path.join(git.directory, os.fsdecode(answer).removesuffix("\n"))
    hooks, unreadable = {}, []
    for event in EVENTS:
        try:
            if stat.S_ISFIFO(os.stat(os.path.join(path, event)).st_mode):  # nobody may ever write to it
                unreadable.append(event)
                continue
            with open(os.path.join(path, event), encoding="utf-8", errors="replace") as file:
                text = file.read(_MOST)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            continue
        except OSError:
            unreadable.append(event)
            continue
        hooks[event] = _hook(os.path.join(path, event), text)
    return HookFolder(path, hooks, tuple(unreadable))


def _hook(path: str, text: str) -> HookFile:
    found = _PROGRAM.search(text)
    program = found[1] if found else ""
    # Windows has no such bit, and git runs the hook there.
    executable = os.name == "nt" or os.access(path, os.X_OK)
    return HookFile(text, executable, program, not program or os.access(program, os.X_OK))
