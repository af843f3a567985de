"""The entries of .pre-commit-config.yaml: as a repository of hooks, or as hooks of the repository itself."""

import json
import re

from trailers.typed import NamedTuple
from trailers.version import VERSION

# The order in which git calls them in a commit and a push.
STAGES = ("pre-commit", "prepare-commit-msg", "commit-msg", "pre-push")
# With a slash, none of these is another type than a text (https://yaml.org/spec/1.1/, "Tag Repository").
_PLAIN = re.compile(r"(?=.*/)[A-Za-z./][A-Za-z0-9_./@~+-]*(?::[A-Za-z0-9_./@~+-]+)*\Z")


class Hook(NamedTuple):
    """A hook as .pre-commit-hooks.yaml has it: its stages, and what else an entry needs to say."""

    id: str
    name: str
    module: str
    stages: tuple[str, ...]
    args: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


_WHOLE = ("pass_filenames: false", "always_run: true")
HOOKS = (
    Hook(
        "secrets",
        "secrets in what is committed",
        "secret_scan",
        ("pre-commit", "commit-msg"),
        options=("require_serial: true",),
    ),
    Hook("codeowners", "CODEOWNERS of what is staged", "codeowners", ("pre-commit",), options=_WHOLE),
    Hook(
        "ai-disclosure-write",
        "AI disclosure, written",
        "prepare_message",
        ("prepare-commit-msg",),
        options=("verbose: true",),
    ),
    Hook("ai-disclosure", "AI disclosure of the commit message", "disclosure", ("commit-msg",), ("--fix",)),
    Hook(
        "ai-disclosure-range", "AI disclosure of the commits to push", "push", ("pre-push",), options=_WHOLE
    ),
)


class Style(NamedTuple):
    """How a file indents: in columns.

    `column` has the dashes of `repos`, `gap` is from a dash to its text, `inner` from there to the dashes of
    `hooks`.
    """

    column: int = 2
    gap: int = 2
    inner: int = 2


class Hooks(NamedTuple):
    """The hooks to put in: `ids` where none of ours stands, `asked` also beside ours; `url` is their home."""

    ids: tuple[str, ...]
    asked: tuple[str, ...] = ()
    url: str = ""


def repository_entry(hooks: Hooks, style: Style) -> str:
    """The lines of one item of `repos`, with these hooks."""
    chosen = [hook for hook in HOOKS if hook.id in hooks.ids]
    head = [f"repo: {scalar(hooks.url)}", f"rev: v{VERSION}"] if hooks.url else ["repo: local"]
    inside = [line for hook in chosen for line in _item(_lines(hook, local=not hooks.url), style.gap)]
    indented = [" " * style.inner + line for line in inside]
    item = _item([*head, "hooks:", *indented], style.gap)
    return "".join(f"{' ' * style.column}{line}\n" for line in item)


def stages_of(ids: tuple[str, ...]) -> tuple[str, ...]:
    """The stages at which these hooks run, in git's order."""
    wanted = {stage for hook in HOOKS if hook.id in ids for stage in hook.stages}
    return tuple(stage for stage in STAGES if stage in wanted)


def scalar(text: str) -> str:
    """The text as a YAML scalar: plain where that is safe, else in JSON's quotes, which YAML reads."""
    return text if _PLAIN.match(text) else json.dumps(text)


def _item(lines: list[str], gap: int) -> list[str]:
    """The lines of a mapping as an item of a block sequence."""
    first, *others = lines
    return [f"-{' ' * (gap - 1)}{first}", *(" " * gap + line for line in others)]


def _lines(hook: Hook, *, local: bool) -> list[str]:
    args = [f"args: [{', '.join(hook.args)}]"] if hook.args else []
    if not local:
        return [f"id: {hook.id}", *args]
    return [
        f"id: {hook.id}",
        f"name: {hook.name}",
        "language: python",
        f"entry: python -I -m hooks.{hook.module}",
        *args,
        f"additional_dependencies: [undersign=={VERSION}]",
        f"stages: [{', '.join(hook.stages)}]",
        *hook.options,
    ]
