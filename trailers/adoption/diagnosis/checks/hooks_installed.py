"""Whether the hooks that are configured are installed in this clone: a configuration alone does nothing."""

import os

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.hook_folder import EVENTS, HookFile
from trailers.adoption.diagnosis.hooks.entry import HookEntry
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator

# What stands in a hook that the manager wrote. prek reads pre-commit's configuration too, and the reverse.
_SIGNS = {
    "pre-commit": ("hook-impl",),
    "prek": ("hook-impl",),
    "lefthook": ("lefthook",),
}
_INSTALL = {"husky": "npx husky", "lefthook": "lefthook install"}


def check(seen: Seen) -> Iterator[Diagnosis]:
    """For each manager the stages that nothing in the hooks' folder starts; CI needs no hook."""
    if seen.clone.bare or seen.machine.environ.get("CI", "").lower() in ("true", "1"):
        return
    for manager in dict.fromkeys(entry.manager for entry in seen.entries):
        entries = [entry for entry in seen.entries if entry.manager == manager]
        events = [event for event in EVENTS if any(event in entry.stages for entry in entries)]
        missing = [event for event in events if not _starts(seen, manager, event, entries)]
        if missing and manager == "a script":
            yield from _scripts(missing, entries)
        elif missing:
            yield _told(seen, manager, missing)
        for event in events:
            if event not in missing:
                yield from _broken(seen, manager, event)


def _starts(seen: Seen, manager: str, event: str, entries: list[HookEntry]) -> bool:
    """Whether git's hook for the event leads to the manager."""
    if manager == "git's configuration":
        return True
    if manager in _SIGNS and _configured(seen, manager, event):
        return True
    hook = seen.folder.hooks.get(event)
    if manager == "husky":
        return os.path.normpath(seen.clone.config.get("core.hookspath", "")) in (
            ".husky",
            os.path.join(".husky", "_"),
        )
    if manager == "a script":
        in_folder = seen.folder.path.removeprefix(os.path.join(seen.clone.top, ""))
        places = {f".git/hooks/{event}", f"{os.path.normpath(in_folder)}/{event}"}
        return hook is not None and any(entry.path in places for entry in entries if event in entry.stages)
    return hook is not None and any(sign in hook.text for sign in _SIGNS[manager])


def _configured(seen: Seen, manager: str, event: str) -> bool:
    """Whether a hook of git's configuration calls the manager for the event: git 2.54."""
    return any(
        key.startswith("hook.")
        and key.endswith(".command")
        and any(one in held for one in ("pre-commit", "prek", manager))
        and seen.clone.config.get(f"{key.removesuffix('.command')}.event") == event
        for key, held in seen.clone.config.items()
    )


def _told(seen: Seen, manager: str, missing: list[str]) -> Diagnosis:
    elsewhere = seen.clone.config.get("core.hookspath", "")
    said = {event for framework in seen.frameworks for event in framework.installs}
    types = () if said >= set(missing) else (f"--hook-type {event}" for event in missing)
    install = _INSTALL.get(manager) or " ".join([manager, "install", *types])
    what = f"not installed in this clone: {', '.join(missing)}, by {manager}"
    why = "the configuration alone does nothing"
    if elsewhere and manager in _SIGNS:
        why = f"core.hooksPath is {elsewhere}: git looks there, and {manager} does not install into it"
        install = f"git config --unset core.hooksPath && {install}"
    return Diagnosis("hooks", "hooks-not-installed", "problem", what, why, install)


def _scripts(missing: list[str], entries: list[HookEntry]) -> Iterator[Diagnosis]:
    folder = next(entry.path for entry in entries if set(entry.stages) & set(missing)).rpartition("/")[0]
    yield Diagnosis(
        "hooks",
        "hooks-not-installed",
        "problem",
        f"git does not look in {folder}: {', '.join(missing)}",
        "the scripts alone do nothing",
        f"git config core.hooksPath {folder}",
        folder,
    )


def _broken(seen: Seen, manager: str, event: str) -> Iterator[Diagnosis]:
    """A hook that git does not run, or whose program is gone."""
    hook = seen.folder.hooks.get(event)
    if hook is None or manager == "git's configuration":
        return
    if not hook.executable:
        path = os.path.join(seen.folder.path, event)
        why = "git passes over it, with a hint at most"
        what = f"the hook {event} is not executable"
        yield Diagnosis("hooks", "hook-not-executable", "problem", what, why, f"chmod +x {path}")
    elif not hook.there:
        yield from _gone(seen, hook, manager, event)


def _gone(seen: Seen, hook: HookFile, manager: str, event: str) -> Iterator[Diagnosis]:
    """The hook then looks on PATH: where that has none, every commit is stopped."""
    program = "prek" if "prek" in hook.text else "pre-commit"
    on_path = program in seen.machine.programs
    then = (
        f"{program} of PATH runs in its place"
        if on_path
        else f"{program} is not on PATH either: git stops there"
    )
    yield Diagnosis(
        "hooks",
        "hook-program-gone",
        "warning" if on_path else "problem",
        f"the hook {event} names {hook.program}, which is gone",
        then,
        f"{manager} install --overwrite --hook-type {event}",
    )
