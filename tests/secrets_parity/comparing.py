"""Runs mode compat and detect-secrets over the same files and compares what they find."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from hashlib import sha1
from typing import NamedTuple

from trailers.secrets.compat.choosing import baseline_settings
from trailers.secrets.compat.scanner import CompatScanner
from trailers.secrets.compat.settings import CompatSettings, default_settings

Row = tuple[int, str, str]  # line, type, SHA-1
_REFERENCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.py")


class Comparison(NamedTuple):
    """How two results differ. `failed` are files over which detect-secrets ended with an exception."""

    files: int
    findings: int
    missing: list[tuple[str, Row]]
    extra: list[tuple[str, Row]]
    failed: dict[str, str]


class Baseline(NamedTuple):
    """The part of a baseline that settings are made of."""

    plugins_used: tuple[Mapping[str, object], ...]
    filters_used: tuple[Mapping[str, object], ...]


def compared(tree: str, paths: Sequence[str], reference: Mapping[str, object] | None = None) -> Comparison:
    """Compare the defaults over the paths, which are relative to the tree."""
    said = reference or detect_secrets(tree, paths)
    return _difference(tree, paths, default_settings(), said)


def compared_as(tree: str, paths: Sequence[str], baseline: Baseline) -> Comparison:
    """Compare with the settings of a baseline."""
    settings = baseline_settings(baseline, allow_plugins=True)
    written = {"plugins_used": baseline.plugins_used, "filters_used": baseline.filters_used}
    return _difference(tree, paths, settings, detect_secrets(tree, paths, written))


def detect_secrets(
    tree: str, paths: Sequence[str], settings: Mapping[str, object] | None = None
) -> Mapping[str, object]:
    """What detect-secrets itself finds, in a process of its own, as `reference.py` prints it."""
    with tempfile.TemporaryDirectory() as directory:
        name = ""
        if settings:
            name = os.path.join(directory, "settings.json")
            with open(name, "w", encoding="utf-8") as file:
                json.dump(settings, file)
        done = subprocess.run(
            [sys.executable, _REFERENCE, tree, name],
            input="\0".join(paths).encode("utf-8", "surrogateescape"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONUTF8": "1"},
            check=True,
        )
    return json.loads(done.stdout)


def found_here(tree: str, paths: Sequence[str], settings: CompatSettings) -> dict[str, set[Row]]:
    """What mode compat finds, by path."""
    scanner = CompatScanner(settings)
    found = {}
    for path in paths:
        try:
            with open(os.path.join(tree, path), "rb") as file:
                data = file.read()
        except OSError:
            continue
        rows = {(one.line, one.detector, _sha1(one.secret)) for one in scanner.scan(path, data)}
        if rows:
            found[path] = rows
    return found


def _difference(
    tree: str, paths: Sequence[str], settings: CompatSettings, said: Mapping[str, object]
) -> Comparison:
    failed = {path: str(name) for path, name in dict(said["failed"]).items()}
    there = {path: set(map(tuple, rows)) for path, rows in dict(said["found"]).items()}
    here = found_here(tree, [path for path in paths if path not in failed], settings)
    missing = [(path, row) for path in sorted(there) for row in sorted(there[path] - here.get(path, set()))]
    extra = [(path, row) for path in sorted(here) for row in sorted(here[path] - there.get(path, set()))]
    return Comparison(len(paths), sum(map(len, there.values())), missing, extra, failed)


def _sha1(secret: str) -> str:
    return sha1(secret.encode(), usedforsecurity=False).hexdigest()
