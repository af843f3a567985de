"""What becomes of .pre-commit-config.yaml: our hooks behind its own, our stages beside its own."""

from trailers.adoption.starting.pre_commit.entries import Hooks, Style, repository_entry, stages_of
from trailers.adoption.starting.pre_commit.repos import by_hand, repos_edit
from trailers.adoption.starting.pre_commit.stages import (
    TYPES,
    missing_types,
    top_edit,
    top_lines,
    types_edit,
    types_line,
)
from trailers.adoption.starting.pre_commit.standing import Standing, standing_in
from trailers.adoption.yaml.text.lines import inserted
from trailers.adoption.yaml.text.node import Node
from trailers.adoption.yaml.text.reading import read_document
from trailers.adoption.yaml.text.sameness import keeps
from trailers.errors import UsageError
from trailers.installing.change import Change, edited, made, same
from trailers.installing.edit import Edit, apply
from trailers.typed import NamedTuple


class Result(NamedTuple):
    """The change; what of ours stood there before; and the lines at the top that say when hooks run."""

    change: Change
    standing: Standing
    top: tuple[str, ...]


def put_hooks(text: str | None, hooks: Hooks) -> Result:
    """The change that puts the hooks in. UsageError says where, and why, the file is not understood."""
    document = read_document(text) if text is not None else None
    top = document.top if document else None
    if text is None or document is None or top is None:
        lines = f"{types_line(stages_of(hooks.ids))}\nrepos:\n{repository_entry(hooks, Style())}"
        change = (
            edited(text, [inserted(text, document.end, lines)])
            if text is not None and document
            else made(lines)
        )
        return Result(change, Standing((), ()), ())
    if top.kind != "mapping" or top.flow or len({key.value for key, _ in top.pairs}) != len(top.pairs):
        raise by_hand(top, "the top is no mapping with a line for each key", hooks)
    repos = top.items("repos")
    standing = standing_in(repos)
    wanted = hooks.asked if standing.ids else hooks.ids
    hooks = hooks._replace(ids=tuple(one for one in wanted if one not in standing.ids))
    missing = missing_types(top, stages_of((*hooks.ids, *standing.ids)))
    lines_above = top_lines(top, repos, missing)
    edits = [top_edit(text, top, lines_above)] if lines_above else []
    edits += [types_edit(text, top, missing)] if missing and top.get(TYPES) else []
    edits += [repos_edit(text, document, top, hooks)] if hooks.ids else []
    _check(text, top, edits, hooks)
    return Result(edited(text, edits) if edits else same(text), standing, lines_above)


def _check(text: str, top: Node, edits: list[Edit], hooks: Hooks) -> None:
    """The new text, read again, has everything of the old one, and what was to be added."""
    try:
        after = read_document(apply(text, edits)).top
    except UsageError:
        after = None
    if after and keeps(top, after, ("repos", TYPES)):
        there = standing_in(after.items("repos")).ids
        if set(hooks.ids) <= set(there) and not missing_types(after, stages_of(there)):
            return
    raise by_hand(top, "nothing can be added here without changing what is there", hooks)
