"""The options of the secrets hook, read by argparse: what is not plain pays for it."""

import argparse

from trailers.typed import Any, Sequence
from trailers.verify.secrets.asked import Asked


def parsed(argv: Sequence[str]) -> Asked:
    """What was asked; wrong options end the process with exit code 2."""
    options: dict[str, Any] = vars(_parser().parse_args(list(argv)))
    lists = {name: tuple(value) for name, value in options.items() if isinstance(value, list)}
    return Asked(**{**options, **lists})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="secrets", description="Look for secrets.")
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a file, or a directory: what git tracks in it")
    add("--staged", action="store_true", help="the files of the index that the next commit changes")
    add("--all", action="store_true", help="every tracked file")
    add("--range", default="", metavar="A..B", help="every line that a commit of the range adds")
    add("--stdin", action="store_true", help="standard input")
    add("--name", default="stdin", help="what to call standard input")
    add("--message", default="", metavar="FILE", help="a commit's message, as a commit-msg hook gets it")
    add("--added-lines", action="store_true", help="judge only lines that are staged")
    add("--mode", default="", choices=("default", "compat"), help="compat: exactly as detect-secrets 1.5.0")
    add("--baseline", default="", metavar="FILE", help="secrets that are let stand")
    add("--rules", default="", metavar="FILE", help="a gitleaks.toml with rules of your own")
    add("--decode", action="store_true", help="look into base64 too")
    add("--archives", action="store_true", help="look into archives too")
    add("-j", "--jobs", type=_jobs, default=0, help="processes (default: as many as pay)")
    add("--format", default="text", choices=("text", "json"), help="how to tell it")
    add("--color", default="auto", choices=("auto", "always", "never"), help="colours of the text")
    add("--strict", action="store_true", help="let warnings fail too")
    _add_options_of_compat(parser)
    return parser


def _add_options_of_compat(parser: argparse.ArgumentParser) -> None:
    """Those of detect-secrets-hook, by its names."""
    add = parser.add_argument_group("mode compat").add_argument
    add("--verify", action="store_true", help="ask the vendors whether a secret works")
    add("-n", "--no-verify", action="store_false", dest="verify", help="do not: so it is unless asked for")
    add("--allow-plugins", action="store_true", help="run plugins that the baseline names")
    add(
        "-p",
        "--plugin",
        dest="plugins",
        action="append",
        default=[],
        metavar="FILE",
        help="a plugin of yours",
    )
    add(
        "--disable-plugin", dest="disabled", action="append", default=[], metavar="NAME", help="leave one out"
    )
    add("--base64-limit", type=float, metavar="BITS", help="least entropy of base64 (4.5)")
    add("--hex-limit", type=float, metavar="BITS", help="least entropy of hexadecimal digits (3.0)")
    for what in ("lines", "files", "secrets"):
        add(f"--exclude-{what}", action="append", default=[], metavar="REGEX", help=f"{what} to leave out")


def _jobs(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 256:
        raise argparse.ArgumentTypeError(f"expected 1 to 256, found {number}")
    return number
