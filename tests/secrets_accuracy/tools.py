"""Ask a scanner what it finds in a folder: ours and the peers, in their defaults, never over the network.

A finding is told as (path, first line, last line, whether it blocks). Only ours tells
warnings from errors; all that the others print counts as blocking.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

NAMES = ("detect-secrets", "gitleaks", "kingfisher", "ripsecrets", "secretlint", "credsweeper")
_PRESET = '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}'


class Spot(NamedTuple):
    path: str
    first: int
    last: int
    blocks: bool = True


def ours(folder: str, *asked: str) -> list[Spot]:
    """What our hook finds in what is asked for, or else in every file of the folder."""
    command = [sys.executable, "-I", "-m", "hooks.secret_scan", "--format", "json"]
    report = json.loads(_run([*command, *(asked or _files(folder))], folder))
    return [
        Spot(_plain(row["path"]), row["line"], row["line"], row["severity"] == "error")
        for row in report["findings"]
        if row.get("line")
    ]


def _files(folder: str) -> list[str]:
    found = (os.path.join(path, name) for path, _, names in os.walk(folder) for name in names)
    return sorted(os.path.relpath(file, folder) for file in found)


def peer(name: str, program: str, folder: str) -> list[Spot]:
    """What a peer finds in the folder."""
    return [spot._replace(path=_plain(spot.path)) for spot in _PEERS[name](program, folder)]


def programs(given: Sequence[str]) -> dict[str, str]:
    """The peers that are here, by name: `NAME=PATH` as given, else from PATH."""
    chosen = dict(pair.split("=", 1) for pair in given)
    here = {name: shutil.which(chosen.get(name, name)) for name in NAMES}
    for name in sorted(name for name, program in here.items() if program is None):
        print(f"{name} is not here and is left out (--peer {name}=PATH)")
    return {name: os.path.abspath(program) for name, program in here.items() if program}


def _detect_secrets(program: str, folder: str) -> Iterator[Spot]:
    # --all-files: the folder need not be a repository. Verification asks the vendors' servers.
    told = json.loads(_run([program, "scan", "--all-files", "--no-verify", "."], folder))
    for path, rows in told["results"].items():
        for row in rows:
            yield Spot(path, row["line_number"], row["line_number"])


def _gitleaks(program: str, folder: str) -> Iterator[Spot]:
    def command(report: str) -> list[str]:
        return [program, "dir", ".", "--no-banner", "--report-format", "json", "--report-path", report]

    for row in _reported(command, folder):
        yield Spot(row["File"], row["StartLine"], row["EndLine"])


def _kingfisher(program: str, folder: str) -> Iterator[Spot]:
    options = ["--no-validate", "--no-update-check", "--no-dedup", "--format", "jsonl"]
    for line in _run([program, "scan", ".", *options], folder).split("\n"):
        if line.startswith("{") and "finding" in (row := json.loads(line)):
            finding = row["finding"]
            yield Spot(finding["path"], finding["line"], finding["line"])


def _ripsecrets(program: str, folder: str) -> Iterator[Spot]:
    for line in _run([program, "."], folder).split("\n"):
        path, _, rest = line.partition(":")
        number = rest.partition(":")[0]
        if number.isdigit():
            yield Spot(path, int(number), int(number))


def _secretlint(program: str, folder: str) -> Iterator[Spot]:
    def command(report: str) -> list[str]:
        return [program, "--secretlintrcJSON", _PRESET, "--format", "json", "--output", report, "**/*"]

    for file in _reported(command, folder):  # a pipe gets 64 KB of it at most
        path = os.path.relpath(file["filePath"], os.path.realpath(folder))
        for message in file["messages"]:
            yield Spot(path, message["loc"]["start"]["line"], message["loc"]["end"]["line"])


def _credsweeper(program: str, folder: str) -> Iterator[Spot]:
    def command(report: str) -> list[str]:
        return [program, "--path", ".", "--no-stdout", "--log", "silence", "--save-json", report]

    for row in _reported(command, folder):
        lines = [line["line_num"] for line in row["line_data_list"]]
        yield Spot(row["line_data_list"][0]["path"], min(lines), max(lines))


_PEERS: dict[str, Callable[[str, str], Iterator[Spot]]] = {
    "detect-secrets": _detect_secrets,
    "gitleaks": _gitleaks,
    "kingfisher": _kingfisher,
    "ripsecrets": _ripsecrets,
    "secretlint": _secretlint,
    "credsweeper": _credsweeper,
}


def _reported(command: Callable[[str], list[str]], folder: str) -> list[dict]:
    """The rows that a tool writes to a file of our choice."""
    with tempfile.TemporaryDirectory() as place:
        report = os.path.join(place, "report.json")
        _run(command(report), folder)
        with open(report, encoding="utf-8", errors="replace") as file:
            return json.load(file) or []


def _run(command: Sequence[str], folder: str) -> str:
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode not in (0, 1, 205, 200, 3):
        print(f"{command[0]} ended with {done.returncode}: {done.stderr[-500:].decode(errors='replace')}")
    return done.stdout.decode("utf-8", "replace")


def _plain(path: str) -> str:
    return path.removeprefix("./")
