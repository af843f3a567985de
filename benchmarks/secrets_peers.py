"""The other secret scanners, and ours: where they are, how to install them, how each is asked.

All in their defaults, without verification, which would send what is found to the vendors' servers.
"""

import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence

from commands import parser_for
from timing import Contender, Run, ratio

BARE = "python -I -c pass"
FAST = "undersign, extra fast"
PLAIN = "undersign, no extra"
INSTALL = {
    "detect-secrets": "pip install detect-secrets",
    "gitleaks": "go install github.com/zricethezav/gitleaks/v8@latest",
    "kingfisher": "pip install kingfisher-bin",
    "ripsecrets": "cargo install ripsecrets",
    "secretlint": "npm install secretlint @secretlint/secretlint-rule-preset-recommend",
}
_PRESET = '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}'
_OFFLINE = "BENCHMARK_OFFLINE"


def secrets_parser(description: str | None, runs: int) -> ArgumentParser:
    """The options of all benchmarks of the secret scanner."""
    parser = parser_for(description, runs)
    parser.add_argument("--fast", metavar="PYTHON", default="", help="of an environment with undersign[fast]")
    parser.add_argument(
        "--plain", metavar="PYTHON", default="", help="of one with undersign, without the extra"
    )
    for name, how in INSTALL.items():
        parser.add_argument(f"--{name}", metavar="PATH", default=name, help=how)
    return parser


def offline() -> None:
    """Begin again without any network interface, where this system lets us."""
    tool = shutil.which("unshare")
    if _OFFLINE in os.environ or tool is None:
        return
    if subprocess.run([tool, "-rn", "true"], capture_output=True, check=False).returncode:
        print("network: as it is (unshare -rn is not allowed here)")
        return
    os.environ[_OFFLINE] = "1"
    os.execv(tool, [tool, "-rn", sys.executable, *sys.argv])  # no shell is wanted


def bare(folder: str, options: Namespace) -> Contender:
    """The floor of whatever runs on this Python."""
    python = options.plain or options.fast or sys.executable
    return Contender(BARE, [python, "-I", "-c", "pass"], folder, "(the floor)")


def ours(folder: str, options: Namespace, arguments: Sequence[str]) -> list[Contender]:
    """Our hook, with the extra and without, where their Pythons are given; else by this Python."""
    pythons = {FAST: options.fast, PLAIN: options.plain}
    if not any(pythons.values()):
        pythons = {_named_as(sys.executable): sys.executable}
    return [
        Contender(name, [python, "-I", "-m", "hooks.secret_scan", *arguments], folder)
        for name, python in pythons.items()
        if python
    ]


def program(name: str, options: Namespace) -> str | None:
    """The absolute path of a peer; it is said where it is not here."""
    found = shutil.which(getattr(options, name.replace("-", "_")))
    if found is None:
        print(f"{name} is not here and is left out: {INSTALL[name]}, or --{name} PATH")
    return found and os.path.abspath(found)


def over_files(name: str, at: str, files: Iterable[str]) -> list[str]:
    """How a peer's hook is called on the files of a commit."""
    if name == "detect-secrets":
        return [f"{at}-hook", "--no-verify", *files]
    if name == "gitleaks":  # its hook reads the diff of the index, and nothing else of the files
        return [at, "git", "--pre-commit", "--staged", "--redact", "--no-banner"]
    if name == "kingfisher":
        return [at, "scan", "--no-validate", "--no-update-check", *files]
    if name == "secretlint":
        return [at, "--secretlintrcJSON", _PRESET, "--no-glob", *files]
    return [at, *files]


def over_tree(name: str, at: str) -> list[str]:
    """How a peer is called on a whole work tree."""
    if name == "detect-secrets":
        return [at, "scan", "--no-verify"]
    if name == "gitleaks":
        return [at, "dir", ".", "--no-banner"]
    if name == "kingfisher":
        return [at, "scan", ".", "--git-history", "none", "--no-validate", "--no-update-check"]
    if name == "secretlint":
        return [at, "--secretlintrcJSON", _PRESET, "**/*"]
    return [at, "."]


def at_least(what: str, value: float, least: float) -> None:
    """Print a ratio beside the least that is claimed for it."""
    print(f"  {'holds' if value >= least else 'MISSED'}: {what}: {value:.1f} times (at least {least:g})")


def expected(runs: Sequence[Run], code: int) -> bool:
    """Whether all runs ended with this exit code; a figure of others says nothing, and that is told."""
    codes = sorted({run.code for run in runs})
    if codes != [code]:
        print(f"  MISSED: exit codes {codes} where {code} is right")
    return codes == [code]


def times_ours(timed: dict[str, list[Run]], peer: str, mine: str) -> float:
    """How many times our wall time a peer takes."""
    return ratio(timed[peer], timed[mine])


def _named_as(python: str) -> str:
    asked = [python, "-I", "-c", "import hyperscan"]
    return PLAIN if subprocess.run(asked, capture_output=True, check=False).returncode else FAST
