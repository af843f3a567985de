"""The other CODEOWNERS tools: where they are, how to install them, and how each tells files without owner."""

import os
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from commands import undersign
from owners_repositories import PLACE
from timing import Contender, Run, ratio

OURS = "undersign owners check --all"
BARE = "python -I -c pass"
INSTALL = {
    "hmarr": "go install github.com/hmarr/codeowners/cmd/codeowners@latest",
    "pypi": "the python of an environment with `pip install codeowners`",
    "npm": "npm install codeowners",
    "snyk": "npm install @snyk/github-codeowners",
    "validator": "mszostok/codeowners-validator, built by `go build .`; it writes to what it checks",
}
_NAMES = {"hmarr": "codeowners", "npm": "npm-codeowners", "snyk": "github-codeowners"}
_DRIVER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "owners_pypi_unowned.py")


def add_peer_options(parser: ArgumentParser) -> None:
    """An option for the path of each peer, which is looked for on PATH without it."""
    for name, how in INSTALL.items():
        parser.add_argument(f"--{name}", metavar="PATH", default=_NAMES.get(name, ""), help=how)


def ours_in(options: Namespace, repository: str) -> Contender:
    """Our whole process over all tracked files: coverage, dead and shadowed rules, and all other checks."""
    return Contender(OURS, undersign(options, "owners", "check", "--all"), repository)


def hook_in(python: str, repository: str) -> Contender:
    """Our hook over all tracked files."""
    command = [python, "-I", "-m", "hooks.codeowners", "--all-files"]
    return Contender("hooks.codeowners --all-files", command, repository)


def peers_in(options: Namespace, repository: str, *names: str) -> list[Contender]:
    """The named peers that are here; it is said which are not, and how to install them."""
    found = []
    for name in names:
        program = shutil.which(getattr(options, name))
        if program is None:
            print(f"{name} is not here and is left out: {INSTALL[name]}, and --{name} PATH")
        else:
            found.append(_asked(name, os.path.abspath(program), repository))
    return found


def faster(timed: dict[str, list[Run]], peers: Sequence[Contender], times: dict[str, float]) -> None:
    """Print beside each peer how many times its time is ours, and how many are claimed."""
    for peer in peers:
        least = times.get(peer.name)
        if least is not None:
            value = ratio(timed[peer.name], timed[OURS])
            verdict = "holds" if value >= least else "MISSED"
            print(f"  {verdict}: {peer.name} takes {value:.1f} times our time (at least {least:g})")


def _asked(name: str, program: str, repository: str) -> Contender:
    if name == "pypi":
        return Contender(name, [program, _DRIVER, PLACE], repository, "(files without owner)")
    if name == "validator":
        environ = {
            "REPOSITORY_PATH": ".",
            "CHECKS": "files,duppatterns,syntax",
            "EXPERIMENTAL_CHECKS": "notowned,avoid-shadowing",
            "NOT_OWNED_CHECKER_TRUST_WORKSPACE": "true",
        }
        # It leaves a .gitignore behind, and refuses to start where there are changes.
        command = ["sh", "-c", 'rm -f .gitignore && exec "$0"', program]
        return Contender(name, command, repository, "(all but owners)", environ)
    arguments = {"hmarr": ["-u"], "npm": ["audit", "-u"], "snyk": ["audit", "-u"]}[name]
    return Contender(name, [program, *arguments], repository, "(files without owner)")
