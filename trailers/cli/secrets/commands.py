"""`undersign secrets`: look for secrets, and keep the list of those that are let stand."""

from typing import Annotated

import typer

from trailers.cli import completing
from trailers.cli.options import Color, Format, Output, Strict
from trailers.verify.secrets.asked import Asked

app = typer.Typer(
    help="Look for secrets in files, in the index and in a history. `scan` can be left out.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
baseline_app = typer.Typer(
    help="The secrets that are let stand.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(baseline_app, name="baseline")

File = Annotated[str, typer.Argument(metavar="[FILE]", help="The baseline, where it is not the policy's.")]
Rules = Annotated[str, typer.Option(metavar="FILE", help="A gitleaks.toml with rules of your own.")]
Range = Annotated[
    str, typer.Option("--range", metavar="A..B", help="Every line that a commit adds; =--all: of all.")
]
Patterns = Annotated[
    list[str] | None, typer.Option(metavar="REGEX", help="What to leave out (compat); may be repeated.")
]


@app.command()
def scan(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]...", help="Files and directories.")
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", help="The files of the index that are to be committed.")
    ] = False,
    all_: Annotated[bool, typer.Option("--all", help="Every tracked file.")] = False,
    range_: Range = "",
    ci: Annotated[bool, typer.Option("--ci", help="What the CI's event brings, as verify finds it.")] = False,
    stdin: Annotated[bool, typer.Option("--stdin", help="Standard input.")] = False,
    name: Annotated[str, typer.Option(metavar="NAME", help="What to call standard input.")] = "stdin",
    message: Annotated[str, typer.Option(metavar="FILE", help="A commit's message that is being made.")] = "",
    added_lines: Annotated[
        bool, typer.Option("--added-lines", help="Judge only lines that are staged.")
    ] = False,
    mode: Annotated[
        str,
        typer.Option(
            metavar="MODE",
            help="default, or compat: exactly as detect-secrets 1.5.0.",
            autocompletion=completing.one_of("default", "compat"),
        ),
    ] = "",
    baseline: Annotated[str, typer.Option(metavar="FILE", help="Secrets that are let stand.")] = "",
    rules: Rules = "",
    decode: Annotated[bool, typer.Option("--decode", help="Look into base64 too.")] = False,
    archives: Annotated[bool, typer.Option("--archives", help="Look into archives too.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, max=256, help="Processes; 0: as many as pay.")
    ] = 0,
    format_: Format = "text",
    output: Output = None,
    color: Color = "auto",
    strict: Strict = False,
    verify: Annotated[
        bool,
        typer.Option("--verify/--no-verify", " /-n", help="Ask the vendors whether a secret works (compat)."),
    ] = False,
    allow_plugins: Annotated[
        bool, typer.Option("--allow-plugins", help="Run plugins that the baseline names (compat).")
    ] = False,
    plugins: Annotated[
        list[str] | None,
        typer.Option("--plugin", "-p", metavar="FILE", help="A plugin of your own (compat)."),
    ] = None,
    disabled: Annotated[
        list[str] | None,
        typer.Option("--disable-plugin", metavar="NAME", help="A plugin to leave out (compat)."),
    ] = None,
    base64_limit: Annotated[
        float | None, typer.Option(metavar="BITS", help="Least entropy of base64 (4.5; compat).")
    ] = None,
    hex_limit: Annotated[
        float | None, typer.Option(metavar="BITS", help="Least entropy of hexadecimal digits (3.0; compat).")
    ] = None,
    exclude_lines: Patterns = None,
    exclude_files: Patterns = None,
    exclude_secrets: Patterns = None,
) -> int:
    """Look for secrets. Exit code 0: clean, 1: findings, 2: could not check."""
    asked = Asked(
        tuple(paths or ()), staged, all_, range_, stdin, name, message, added_lines, mode, baseline, rules,
        decode, archives, jobs, format_, color, strict, tuple(output or ()), verify, allow_plugins,
        tuple(plugins or ()), tuple(disabled or ()), base64_limit, hex_limit,
        tuple(exclude_lines or ()), tuple(exclude_files or ()), tuple(exclude_secrets or ()),
    )  # fmt: skip
    if ci:
        from trailers.cli.secrets.event import scan_event

        return scan_event(asked)
    from trailers.cli.secrets.scanning import scan as run

    return run(asked)


@app.command(short_help="List the detectors.")
def detectors() -> int:
    """List the detectors: what each finds, by which rule, and where its format is documented."""
    from trailers.cli.secrets.detectors import list_detectors

    return list_detectors()


@baseline_app.command(short_help="Write a baseline that lets all stand that is found.")
def create(file: File = "", rules: Rules = "", range_: Range = "") -> int:
    """Write a baseline that lets all stand that is found in every tracked file."""
    from trailers.cli.secrets.baseline import create as run

    return run(file, Asked(rules=rules, range=range_, all=not range_))


@baseline_app.command()
def update(file: File = "", rules: Rules = "", range_: Range = "") -> int:
    """Bring a baseline up to date; what was said of its entries stays."""
    from trailers.cli.secrets.baseline import update as run

    return run(file, Asked(rules=rules, range=range_, all=not range_))


@baseline_app.command(short_help="Go through a baseline at the terminal.")
def audit(file: File = "") -> int:
    """Go through a baseline at the terminal, and say of each entry whether it is a secret."""
    from trailers.cli.secrets.baseline import audit as run

    return run(file)
