"""The commands that are timed: ours, and git's as the floor."""

import sys
from argparse import ArgumentParser, Namespace

from timing import Contender

OURS = "undersign verify"
FLOOR = "git log %(trailers)"


def parser_for(description: str | None, runs: int) -> ArgumentParser:
    """The options that every benchmark has."""
    parser = ArgumentParser(description=description)
    parser.add_argument("--runs", type=int, default=runs, help="runs of each command (default: %(default)s)")
    parser.add_argument(
        "--undersign",
        metavar="PATH",
        default="",
        help="the command to time (default: this Python's `-I -m trailers`)",
    )
    return parser


def undersign(options: Namespace, *arguments: str) -> list[str]:
    """The command line of our command."""
    start = [options.undersign] if options.undersign else [sys.executable, "-I", "-m", "trailers"]
    return [*start, *arguments]


def ours_over(options: Namespace, repository: str, range_: str, *more: str) -> Contender:
    """Our whole process over a range."""
    return Contender(OURS, undersign(options, "verify", *more, range_), repository)


def floor_over(repository: str, range_: str) -> Contender:
    """What git takes to print the trailers of a range, and nothing else."""
    command = ["git", "log", "--format=%H%x00%(trailers)", range_]
    return Contender(FLOOR, command, repository, "(reads, and judges nothing)")
