"""What `undersign install` does: read the settings, show what would change, ask, and write it."""

import os
import sys

from trailers.cli.confirming import agrees
from trailers.cli.console import git_in
from trailers.cli.settings_files import Place, place_of, read_text, replace
from trailers.errors import UsageError
from trailers.installing import agents_md, git_hooks
from trailers.installing.change import Change
from trailers.installing.commands import own_command, shared_command
from trailers.installing.hooks_file import install, uninstall
from trailers.installing.tools import codex
from trailers.installing.tools.registry import TOOLS
from trailers.installing.tools.tool import Tool
from trailers.output.printable import printable
from trailers.repository.opening import open_repository
from trailers.repository.top import top_of
from trailers.typed import Callable, Iterator, NamedTuple
from trailers.version import VERSION


class Asked(NamedTuple):
    """What was typed: the tools, `agents-md` and `git-hooks`, where, and how."""

    chosen: tuple[str, ...]
    directory: str
    uninstall: bool = False
    dry_run: bool = False
    yes: bool = False
    user: bool = False


class Step(NamedTuple):
    """One thing to do: what is shown of it, and how it is done; nothing to do where nothing is shown."""

    name: str
    lines: tuple[str, ...]
    do: Callable[[], None]
    note: str = ""


def install_as_asked(asked: Asked) -> int:
    """0: done, or there was nothing to do. 1: the person said no, or nobody could be asked."""
    top = "" if asked.user else top_of(git_in(asked.directory))
    chosen = asked.chosen or tuple(_found(asked, top))
    if not asked.chosen:
        _tell_found(asked, chosen)
    # All files are read and understood before any is written.
    steps = [step for name in chosen for step in _steps(name, asked, top)]
    due = [step for step in steps if step.lines]
    for step in due:
        _show(step)
    for step in steps:
        if step.note:
            print(f"note: {step.note}", file=sys.stderr)
    if not due:
        print("nothing changes")
        return 0
    if asked.dry_run or not (asked.chosen or asked.uninstall):
        print("nothing was changed: this only shows what would be")
        return 0
    if not asked.yes and not agrees(len(due)):
        print("nothing was changed")
        return 1
    for step in due:
        step.do()
    print(f"{'taken out of' if asked.uninstall else 'installed in'} {', '.join(step.name for step in due)}")
    return 0


def _found(asked: Asked, top: str) -> Iterator[str]:
    """What the repository shows, or the home; all there is where it is to be taken out."""
    for tool in TOOLS.values():
        signs = (
            [os.path.join(*_own_folder(tool))]
            if asked.user
            else [os.path.join(top, sign) for sign in tool.signs]
        )
        if asked.uninstall or any(os.path.exists(sign) for sign in signs):
            yield tool.name
    if asked.uninstall or (not asked.user and os.path.exists(os.path.join(top, agents_md.FILE))):
        yield "agents-md"
    if asked.uninstall:
        yield "git-hooks"


def _tell_found(asked: Asked, chosen: tuple[str, ...]) -> None:
    if asked.uninstall:
        return
    if chosen:
        options = " ".join(f"--{name}" for name in (*chosen, "git-hooks"))
        print(f"found: {', '.join(chosen)}; to install: undersign install {options}")
    else:
        print("no assistant's settings were found; name one, or: undersign install --git-hooks --agents-md")


def _steps(name: str, asked: Asked, top: str) -> Iterator[Step]:
    if name == "git-hooks":
        yield _git_step(asked)
    elif name == "agents-md":
        if not asked.user:
            change = agents_md.uninstall if asked.uninstall else agents_md.install
            yield _file_step(place_of(top, agents_md.FILE), change)
        elif not asked.uninstall:
            raise UsageError("AGENTS.md is a project's: there is none for a user", "leave --user out")
    else:
        yield from _tool_steps(TOOLS[name], asked, top)


def _tool_steps(tool: Tool, asked: Asked, top: str) -> Iterator[Step]:
    if asked.user:
        command, place = own_command(tool.name, sys.executable), _own_place(tool)
    else:
        command, place = shared_command(tool.name), place_of(top, tool.file)
    if asked.uninstall:
        yield _file_step(place, lambda text: uninstall(text, tool.place))
    if tool.name == "codex":
        yield from _codex_steps(asked, command, place)
    elif not asked.uninstall:
        yield _file_step(place, lambda text: install(text, tool.place, tool.entry(command)), tool.note)


def _codex_steps(asked: Asked, command: str, place: Place) -> Iterator[Step]:
    """Codex reads hooks.json and config.toml, and does not like hooks in both."""
    beside = os.path.join(os.path.dirname(place.name), codex.CONFIG)
    config = place_of(place.root, beside)
    if asked.uninstall:
        yield _file_step(config, codex.uninstall_inline)
        return
    text = read_text(config)
    note = codex.TOOL.note
    if codex.turned_off(text):
        note = f"{config.name} turns all hooks off: [features] hooks = false"
    if codex.has_hooks(text) and read_text(place) is None:
        yield _file_step(config, lambda text: codex.install_inline(text, command), note)
    else:
        entry = codex.TOOL.entry(command)
        yield _file_step(place, lambda text: install(text, codex.TOOL.place, entry), note)


def _file_step(place: Place, change_of: Callable[[str | None], Change], note: str = "") -> Step:
    before = read_text(place)
    try:
        change = change_of(before)
    except UsageError as error:
        raise UsageError(f"{place.name}: {error.message}", error.remedy) from error
    name = place.name
    if change.before == change.after:
        return Step(name, (), lambda: None)
    old = "/dev/null" if change.before is None else name
    new = "/dev/null" if change.after is None else name
    lines = (f"--- {old}", f"+++ {new}", *change.lines)
    return Step(name, lines, lambda: replace(place, change), note)


def _git_step(asked: Asked) -> Step:
    git = git_in(asked.directory)
    scope = "--global" if asked.user else "--local"
    version = open_repository(git).version if not asked.user else _version(asked)
    wanted = dict(git_hooks.settings(sys.executable))
    standing = {}
    for key in wanted:
        code, output, _ = git.attempt("config", scope, "--get", key)
        if not code:
            standing[key] = os.fsdecode(output).removesuffix("\n")
    title = f"--- git config {scope}"
    if asked.uninstall:
        lines = tuple(f"-{key}={value}" for key, value in standing.items())
        return Step(
            "git's configuration", (title, *lines) if lines else (), lambda: _git_remove(asked, scope)
        )
    if version < git_hooks.SINCE:
        return Step("", (), lambda: None, _pre_commit_note(version))
    new = {key: value for key, value in wanted.items() if standing.get(key) != value}
    lines = (
        *(f"-{key}={standing[key]}" for key in new if key in standing),
        *(f"+{key}={value}" for key, value in new.items()),
    )
    return Step("git's configuration", (title, *lines) if new else (), lambda: _git_add(asked, scope, new))


def _version(asked: Asked) -> tuple[int, int]:
    words = git_in(asked.directory).run("version").split()
    return int(words[2].split(b".")[0]), int(words[2].split(b".")[1])


def _git_add(asked: Asked, scope: str, new: dict[str, str]) -> None:
    for key, value in new.items():
        git_in(asked.directory).run("config", scope, "--replace-all", key, value)


def _git_remove(asked: Asked, scope: str) -> None:
    for name in git_hooks.HOOKS:
        git_in(asked.directory).attempt("config", scope, "--remove-section", f"hook.{name}")


def _pre_commit_note(version: tuple[int, int]) -> str:
    needs = ".".join(map(str, git_hooks.SINCE))
    text = git_hooks.pre_commit_text(VERSION)
    return (
        f"git {version[0]}.{version[1]} has no hooks in its configuration ({needs} has): "
        f"put this into .pre-commit-config.yaml, then run: pre-commit install   # or: prek install\n\n{text}"
    )


def _own_place(tool: Tool) -> Place:
    root, folder = _own_folder(tool)
    return place_of(root, os.path.join(folder, tool.home.file.removeprefix(f"{tool.home.folder}/")))


def _own_folder(tool: Tool) -> tuple[str, str]:
    """The folder of a user's own settings, below the home or, where a variable names it, by itself."""
    named = os.environ.get(tool.home.variable, "") if tool.home.variable else ""
    if named:
        return named, ""
    home = os.environ.get("HOME") or os.path.expanduser("~")
    if not os.path.isabs(home):
        raise UsageError("HOME is not set: your own settings cannot be found", "set HOME")
    return home, tool.home.folder


def _show(step: Step) -> None:
    for line in step.lines:
        print(printable(line.expandtabs(4)))
