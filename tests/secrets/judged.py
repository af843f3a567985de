"""The rows of generic.toml and keys.toml as a scanner of their own."""

import tomllib
from functools import cache
from pathlib import Path

from trailers.secrets.detector import Detector
from trailers.secrets.prefilter.gates import gate_table
from trailers.secrets.prefilter.stdlib import StdlibPrefilter
from trailers.secrets.scanner import Scanner

PACK = Path(__file__).parents[2] / "trailers/secrets/pack"


@cache
def rows():
    """The rows of the two files, by name."""
    files = (
        tomllib.loads((PACK / name).read_text(encoding="utf-8")) for name in ("generic.toml", "keys.toml")
    )
    return {row["name"]: row for file in files for row in file["detector"]}


@cache
def scanner():
    detectors = [
        Detector(row["name"], row["rule"], row["what"], row["pattern"], row["check"], row.get("entropy", 0.0))
        for row in rows().values()
    ]
    return Scanner(detectors, StdlibPrefilter(gate_table([detector.pattern for detector in detectors])))


def told(text, path="src/settings.py"):
    """What is found in a text: (rule, value)."""
    return [(found.rule, found.secret) for found in scanner().scan(path, text.encode("utf-8"))]


def values(text, path="src/settings.py"):
    return [value for _, value in told(text, path)]
