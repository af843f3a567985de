"""What `undersign doctor` does: look, and tell. Nothing is changed, and nothing of the repository is run."""

import datetime as dt
import os
import platform
import re
import shutil
import sys
from importlib.metadata import distributions
from importlib.util import find_spec

from trailers.adoption.diagnosis.clone import unwatched
from trailers.adoption.diagnosis.looking import committed_tree, look
from trailers.adoption.diagnosis.machine import Machine
from trailers.adoption.diagnosis.registry import diagnose
from trailers.cli.console import git_in, wants_colours, write_output
from trailers.cli.work_tree import tree_at
from trailers.errors import UsageError
from trailers.output.doctor import render_json, render_text
from trailers.output.style import Style
from trailers.repository.answer import commit_of
from trailers.repository.opening import open_repository
from trailers.repository.top import top_of
from trailers.typed import NamedTuple
from trailers.verify.secrets.cache_home import cache_home

FORMATS = {"text": render_text, "json": render_json}
_PROGRAMS = ("pre-commit", "prek")


class Asked(NamedTuple):
    """What was typed."""

    directory: str = "."
    format: str = "text"
    color: str = "auto"


def diagnose_as_asked(asked: Asked) -> int:
    """0: nothing to mend. 1: problems."""
    if asked.format not in FORMATS:
        raise UsageError(f"--format takes {', '.join(FORMATS)}, not {asked.format!r}")
    style = Style(wants_colours(asked.color, sys.stdout, os.environ))
    repository = open_repository(unwatched(git_in(asked.directory)))
    git = repository.git
    if repository.bare:
        top = repository.git_directory
        head = commit_of(git, "HEAD")
        tree = committed_tree(repository, head)
    else:
        top = os.path.abspath(top_of(git))
        # What is relative to the top is asked there, wherever in it this was started.
        repository = repository._replace(git=git._replace(directory=top))
        tree = tree_at(repository.git, top)
    diagnoses = diagnose(look(repository, tree, top, _machine()))
    write_output(FORMATS[asked.format](diagnoses, style), "")
    return int(any(diagnosis.state == "problem" for diagnosis in diagnoses))


def _machine() -> Machine:
    cache = cache_home(os.environ, sys.platform)
    return Machine(
        environ=os.environ,
        today=dt.datetime.now(dt.UTC).date(),
        python=platform.python_version(),
        prefix=sys.prefix,
        isolated=bool(sys.flags.isolated),
        programs=frozenset(name for name in _PROGRAMS if shutil.which(name)),
        cache=cache,
        cache_writable=bool(cache) and os.access(_nearest(cache), os.W_OK | os.X_OK),
        fast=find_spec("hyperscan") is not None,
        installed=frozenset(_normal(found.name) for found in distributions() if found.name),
    )


def _normal(name: str) -> str:
    """As packaging.python.org/specifications/name-normalization has it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _nearest(path: str) -> str:
    """The path, or the nearest directory above it that is there."""
    while not os.path.isdir(path) and os.path.dirname(path) != path:
        path = os.path.dirname(path)
    return path
