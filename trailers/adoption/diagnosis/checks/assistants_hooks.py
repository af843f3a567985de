"""Assistants that work here, and whether their hooks call undersign."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.errors import UsageError
from trailers.installing import agents_md
from trailers.installing.change import Change
from trailers.installing.commands import shared_command
from trailers.installing.hooks_file import OURS, install
from trailers.installing.section import MARKDOWN
from trailers.installing.tools import codex
from trailers.installing.tools.registry import TOOLS
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """What is there, what is missing and what is of another release, in a line each."""
    states: dict[str, list[str]] = {"installed": [], "missing": [], "stale": []}
    for assistant in seen.facts.assistants:
        try:
            states[_state(seen, assistant.name)].append(assistant.name)
        except UsageError as error:
            what = f"{assistant.name}: its settings cannot be read: {error.message}"
            yield Diagnosis("assistants", "unreadable", "warning", what, "", error.remedy)
    if states["installed"]:
        yield Diagnosis("assistants", "assistants", "ok", f"installed: {_named(states['installed'])}")
    for name, why in (
        ("missing", "a commit that one makes without its trailers is told by git's hooks and CI only"),
        ("stale", "what is there is not what this version writes"),
    ):
        if found := states[name]:
            options = " ".join(f"--{one}" for one in found)
            what = f"{'not installed' if name == 'missing' else 'out of date'}: {_named(found)}"
            yield Diagnosis(
                "assistants", f"assistants-{name}", "warning", what, why, f"undersign install {options}"
            )


def _named(names: list[str]) -> str:
    return ", ".join(agents_md.FILE if name == "agents-md" else name for name in names)


def _state(seen: Seen, name: str) -> str:
    if name == "agents-md":
        text = seen.tree.read(agents_md.FILE)
        there = MARKDOWN.begin in (text or "")
        change: Change = agents_md.install(text)
    else:
        tool = TOOLS[name]
        text = seen.tree.read(tool.file)
        command = shared_command(name)
        inline = seen.tree.read(f".codex/{codex.CONFIG}") if name == "codex" else None
        if inline is not None and codex.has_hooks(inline) and text is None:
            there, change = any(sign in inline for sign in OURS), codex.install_inline(inline, command)
        else:
            there, change = (
                any(sign in (text or "") for sign in OURS),
                install(text, tool.place, tool.entry(command)),
            )
    if not there:
        return "missing"
    return "installed" if change.before == change.after else "stale"
