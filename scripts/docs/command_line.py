"""The commands and their options as values, read from what typer makes of them; no terminal's width in it."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import typer

from trailers.cli.app import app

NAME = "undersign"
# What a command's exit code says; typer knows nothing of it.
EXIT_CODES = (
    ("0", "clean, or done"),
    ("1", "findings; what is asked for was not confirmed"),
    ("2", "could not check: a mistake in the call, a policy that cannot be read, a commit that is not there"),
)


class Word(NamedTuple):
    """An argument or option: its forms, as `--format NAME`, what it means, and its default ("" for none)."""

    forms: str
    meaning: str
    default: str
    required: bool


class Command(NamedTuple):
    """A command that can be typed, or a group of such."""

    words: str
    summary: str
    arguments: tuple[Word, ...]
    options: tuple[Word, ...]
    is_group: bool

    @property
    def usage(self) -> str:
        """What is typed, in short."""
        needed = [option.forms.partition(", ")[0] for option in self.options if option.required]
        rest = ["[OPTIONS]"] if len(needed) < len(self.options) else []
        named = [argument.forms for argument in self.arguments]
        return " ".join([self.words, *(["COMMAND"] if self.is_group else []), *rest, *needed, *named])


def commands(*, hidden: bool = False) -> list[Command]:
    """Every command, in the order of `--help`; with `hidden`, also those that it does not tell."""
    return [*_commands(typer.main.get_command(app), NAME, hidden)]


def _commands(command: Any, words: str, hidden: bool) -> Iterator[Command]:  # noqa: ANN401  # typer's own click
    parts = [part for part in command.params if not getattr(part, "hidden", False)]
    arguments = tuple(_argument(part) for part in parts if part.param_type_name == "argument")
    options = tuple(_option(part) for part in parts if part.param_type_name == "option")
    inner = getattr(command, "commands", {})
    yield Command(words, _one_line(command.help or ""), arguments, options, bool(inner))
    for name, one in inner.items():
        if hidden or not one.hidden:
            yield from _commands(one, f"{words} {name}", hidden)


def _argument(part: Any) -> Word:  # noqa: ANN401
    shown = part.metavar or part.name.upper()
    return Word(shown, _one_line(part.help or ""), _default(part), part.required)


def _option(part: Any) -> Word:  # noqa: ANN401
    value = "" if part.is_flag else f" {part.metavar or _kind(part.type.name)}"
    forms = [f"{form}{value}" for form in [*part.opts, *part.secondary_opts]]
    return Word(", ".join(forms), _one_line(part.help or ""), _default(part), part.required)


def _kind(name: str) -> str:
    return "NUMBER" if re.match("int|float", name) else "TEXT"


def _default(part: Any) -> str:  # noqa: ANN401
    return "" if part.default in (None, "", False, (), []) or part.required else str(part.default)


def _one_line(text: str) -> str:
    return " ".join(text.split())
