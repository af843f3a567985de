"""The command's entry: every way out has one of the exit codes 0, 1 and 2."""

import os
import sys
from collections.abc import Sequence

import typer

from trailers.cli import policy, rule, trailers, verify
from trailers.cli.console import complain, prepare_streams
from trailers.errors import UndersignError
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
app.add_typer(trailers.app, name="trailers")
app.add_typer(policy.app, name="policy")


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


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; an unexpected failure is "could not check" too, never "findings"."""
    prepare_streams()
    try:
        code = app(
            args=list(sys.argv[1:] if argv is None else argv), prog_name="undersign", standalone_mode=False
        )
        sys.stdout.flush()
    except UndersignError as error:
        return complain(error)
    except (typer.Abort, KeyboardInterrupt):
        return _stopped()
    except OSError as error:
        return _not_printed(error)
    except SystemExit as way_out:
        # typer ends the process itself where the pipe is closed, and where it has printed completions.
        return _not_printed(BrokenPipeError()) if way_out.code else 0
    except Exception as error:  # noqa: BLE001  # the edge: a crash must not look like findings
        return _usage_or_crash(error)
    return _stopped() if code == _INTERRUPTED else code if isinstance(code, int) else 0


def _stopped() -> int:
    print("undersign: stopped; nothing was reported as clean", file=sys.stderr)
    return 2


def _not_printed(error: OSError) -> int:
    """What was not printed was not told, so this is not clean. Who reads may just have gone (`| head`)."""
    if not isinstance(error, BrokenPipeError):
        print(f"undersign: {error}", file=sys.stderr)
    # What is still in the buffer goes nowhere: Python would fail over it once more at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 2


def _usage_or_crash(error: Exception) -> int:
    # typer keeps its own copy of click, whose errors know how to show themselves.
    show = getattr(error, "show", None)
    if show is not None:
        show()
    else:
        import traceback

        traceback.print_exc()
        print(f"undersign {VERSION}: this is a defect; nothing was reported as clean", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
