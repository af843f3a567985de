"""The command line: what typer makes of it."""

import os

import typer

from trailers.cli import (
    approve,
    completing,
    disclose,
    doctor,
    init,
    install,
    policy,
    rule,
    squash_message,
    trailers,
    verify,
)
from trailers.cli.context import commands as context
from trailers.cli.mcp import command as mcp
from trailers.cli.owners import commands as owners
from trailers.cli.secrets import commands as secrets
from trailers.typed import Sequence
from trailers.version import VERSION

app = typer.Typer(
    name="undersign",
    help="Agents propose, humans undersign: AI-disclosure trailers, written and verified.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_INTERRUPTED = 130  # what typer makes of a ^C

app.command("verify")(verify.verify)
app.command("rule")(rule.rule)
app.command("approve")(approve.approve)
app.command("squash-message", short_help="Print a message for a squash merge.")(squash_message.squash_message)
app.command("disclose", short_help="Say late what commits did not disclose.")(disclose.disclose)
app.command("init", short_help="Write policy, hooks, CI job and CODEOWNERS.")(init.init)
app.command("doctor")(doctor.doctor)
app.command("install")(install.install)
app.command("hook", hidden=True)(install.hook)
app.command("mcp")(mcp.mcp)
app.add_typer(context.app, name="context")
app.add_typer(trailers.app, name="trailers")
app.add_typer(policy.app, name="policy")
app.add_typer(owners.app, name="owners")
app.add_typer(secrets.app, name="secrets")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"undersign {VERSION}")
        raise typer.Exit


@app.callback()
def undersign(
    version: bool = typer.Option(
        False, "--version", help="Print the version.", callback=_print_version, is_eager=True
    ),
) -> None:
    """Agents propose, humans undersign: AI-disclosure trailers, written and verified."""


def run(words: Sequence[str]) -> int:
    """The exit code of the command that these words make; 2 where they make none."""
    if completing.VARIABLE in os.environ:
        completing.prepare()
    try:
        code = app(args=list(words), prog_name="undersign", standalone_mode=False)
    except typer.Abort as abort:
        # typer takes the end of a file for a person's ^D; here it is a compiled module that was cut off.
        raise abort.__cause__ or abort from None
    except SystemExit as way_out:
        # typer ends the process itself where the pipe is closed, and where it has printed completions.
        if way_out.code:
            raise BrokenPipeError from None
        return 0
    except Exception as error:
        # typer keeps its own copy of click, whose errors know how to show themselves.
        show = getattr(error, "show", None)
        if show is None:
            raise
        show()
        return 2
    if code == _INTERRUPTED:
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0
