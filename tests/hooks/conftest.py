"""What the hooks' costs are counted by: the modules that are too heavy for them, and a git that logs."""

import os
import shutil

import pytest

# Nothing of these is loaded for a typical commit; DESIGN.md "The hook path is budgeted".
HEAVY = (
    "argparse",
    "click",
    "dataclasses",
    "datetime",
    "email",
    "enum",
    "fnmatch",
    "git",
    "hashlib",
    "importlib.metadata",
    "inspect",
    "json",
    "logging",
    "pathlib",
    "pydantic",
    "re",
    "rich",
    "shutil",
    "subprocess",
    "tempfile",
    "tomli",
    "tomllib",
    "traceback",
    "typer",
    "typing",
    "unicodedata",
)


@pytest.fixture(scope="session")
def heavy():
    """What must not be loaded."""
    return set(HEAVY)


@pytest.fixture
def logged(tmp_path):
    """A PATH whose git logs its arguments, a line each, and then does what it is asked; and the log."""
    folder = tmp_path / "bin"
    folder.mkdir()
    log = tmp_path / "log"
    log.write_text("")
    # One write a line: a git that is stopped has logged all of it, or nothing.
    (folder / "git").write_text(f'#!/bin/sh\necho "$*" >> "{log}"\nexec "{shutil.which("git")}" "$@"\n')
    (folder / "git").chmod(0o755)
    return {"PATH": f"{folder}:{os.environ['PATH']}"}, log
