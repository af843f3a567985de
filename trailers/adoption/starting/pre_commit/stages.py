"""`default_install_hook_types`: what `pre-commit install` installs; and `default_stages`.

Hooks that name no stage run at every stage that is installed (https://pre-commit.com/#top_level-default_stages).
Where new stages come in, `default_stages` keeps those hooks at the stages that they ran at before.
"""

from trailers.adoption.starting.pre_commit.entries import STAGES
from trailers.adoption.yaml.text.lines import after_line, inserted, newline_of
from trailers.adoption.yaml.text.node import Node
from trailers.errors import UsageError
from trailers.installing.edit import Edit

TYPES = "default_install_hook_types"
DEFAULT = "default_stages"


def missing_types(top: Node, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The stages that are wanted and not installed by default; pre-commit itself is where nothing is said."""
    found = top.get(TYPES)
    if found is None:
        return tuple(stage for stage in wanted if stage != "pre-commit")
    if found.kind != "sequence" or any(item.kind == "mapping" for item in found.children):
        raise UsageError(
            f"line {found.place.line}: {TYPES} is no list of stages", "mend it, and run this again"
        )
    there = {item.value for item in found.children}
    return tuple(stage for stage in wanted if stage not in there)


def types_line(stages: tuple[str, ...]) -> str:
    """The line for these stages, and for pre-commit, which is installed where there is no such line."""
    return f"{TYPES}: [{', '.join(dict.fromkeys(('pre-commit', *stages)))}]"


def types_edit(text: str, top: Node, missing: tuple[str, ...]) -> Edit:
    """The edit that adds these stages to the list that is there."""
    found = top.get(TYPES)
    assert found
    names = ", ".join(missing)
    if not found.children:
        return Edit(found.place.opened, found.place.opened, names)
    last = found.children[-1].place.end
    if found.flow:
        return Edit(last, last, f", {names}")
    lines = "".join(f"{' ' * found.place.column}- {stage}\n" for stage in missing)
    return inserted(text, after_line(text, last, len(text)), lines)


def top_lines(top: Node, repos: tuple[Node, ...], missing: tuple[str, ...]) -> tuple[str, ...]:
    """The lines that the top of the file needs, as `key: [value, …]`."""
    if not missing:
        return ()
    lines = [types_line(missing)] if top.get(TYPES) is None else []
    if top.get(DEFAULT) is None and _some_name_none(repos):
        before = [stage for stage in STAGES[1:] if stage not in missing] if top.get(TYPES) else []
        lines.append(f"{DEFAULT}: [{', '.join(['pre-commit', 'pre-merge-commit', *before, 'manual'])}]")
    return tuple(lines)


def top_edit(text: str, top: Node, lines: tuple[str, ...]) -> Edit:
    """The edit that puts lines above the first key."""
    indent = " " * top.place.column
    newline = newline_of(text)
    start = top.children[0].place.start
    block = "".join(f"{line}{newline}{indent}" for line in lines)
    return Edit(start, start, block)


def _some_name_none(repos: tuple[Node, ...]) -> bool:
    """Whether there is a hook that names no stage itself; what its manifest says is not known here."""
    return any(hook.get("stages") is None for repo in repos for hook in repo.items("hooks"))
