"""The inputs of action.yml, each as strict as it can be: they may come from a pull request's title."""

import os
import re
from collections.abc import Mapping
from typing import NamedTuple

CHECKS = ("verify", "owners", "secrets")
STAGES = ("", "commit", "push", "review", "merge")
_LONGEST = 1000
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?")


class InputError(Exception):
    """An input that is not understood; the message says what it takes."""


class Inputs(NamedTuple):
    """What the workflow asks for."""

    checks: tuple[str, ...]
    range: str
    base: str
    stage: str
    strict: bool
    fail: bool
    directory: str
    annotations: bool
    summary: bool
    sarif: bool
    comment: bool
    author: str


def read_inputs(environ: Mapping[str, str]) -> Inputs:
    """The inputs, from the variables that action.yml sets; InputError for a value that is not understood."""
    return Inputs(
        checks=_checks(_text(environ, "checks")),
        range=_revision(environ, "range"),
        base=_revision(environ, "base"),
        stage=_one_of(environ, "stage", STAGES),
        strict=_flag(environ, "strict"),
        fail=_flag(environ, "fail"),
        directory=_directory(environ),
        annotations=_flag(environ, "annotations"),
        summary=_flag(environ, "summary"),
        sarif=_flag(environ, "sarif"),
        comment=_flag(environ, "comment"),
        author=read_author(environ),
    )


def read_author(environ: Mapping[str, str]) -> str:
    """The login whose comment is updated."""
    text = _text(environ, "comment-author")
    if not _LOGIN.fullmatch(text):
        raise InputError(f"the input comment-author takes a login, not {_shown(text)}")
    return text


def _text(environ: Mapping[str, str], name: str) -> str:
    return environ.get("INPUT_" + name.upper().replace("-", "_"), "").strip()


def _checks(text: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(text.replace(",", " ").split()))
    wrong = [word for word in words if word not in CHECKS]
    if wrong or not words:
        raise InputError(f"the input checks takes {', '.join(CHECKS)}, not {_shown(' '.join(wrong))}")
    return words


def _one_of(environ: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    text = _text(environ, name)
    if text not in choices:
        raise InputError(f"the input {name} takes {', '.join(filter(None, choices))}, not {_shown(text)}")
    return text


def _flag(environ: Mapping[str, str], name: str) -> bool:
    return _one_of(environ, name, ("true", "false")) == "true"


def _revision(environ: Mapping[str, str], name: str) -> str:
    text = _text(environ, name)
    if text.startswith("-") or not text.isprintable() or len(text) > _LONGEST:
        raise InputError(f"the input {name} takes what git calls a commit, not {_shown(text)}")
    return text


def _directory(environ: Mapping[str, str]) -> str:
    text = _text(environ, "working-directory")
    if not text.isprintable() or not os.path.isdir(text):
        raise InputError(f"the input working-directory takes a folder, and {_shown(text)} is none")
    return text


def _shown(text: str) -> str:
    return ascii(text if len(text) <= 60 else text[:57] + "...")
