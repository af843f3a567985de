"""The command's edge: every way out has one of the exit codes 0, 1 and 2."""

import os
import sys

from trailers.cli.console import complain
from trailers.errors import UndersignError, UsageError
from trailers.output.streams import prepare_streams
from trailers.typed import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; an unexpected failure is "could not check" too, never "findings"."""
    closed = sys.stdout is None
    prepare_streams()
    if closed:
        return complain(UsageError("standard output is closed: nobody would read the answer"))
    try:
        code = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except UndersignError as error:
        return complain(error)
    except KeyboardInterrupt:
        print("undersign: stopped; nothing was reported as clean", file=sys.stderr)
        return 2
    except OSError as error:
        return _not_printed(error)
    except Exception:  # noqa: BLE001  # the edge: a crash must not look like findings
        return _crashed()
    return code


def _run(words: Sequence[str]) -> int:
    if words[:1] == ["owners"]:
        return _run_owners(words)
    if words[:1] == ["secrets"]:
        return _run_secrets(words)
    if words[:1] == ["hook"] and len(words) == 2 and not words[1].startswith("-"):
        from trailers.cli.hook import become_hook  # an assistant waits for it at every command

        become_hook(words[1])
    from trailers.cli.plain import plain_question

    question = plain_question(words)
    if question is None:
        from trailers.cli.app import run

        return run(words)
    from trailers.cli.verifying import Asked, verify_as_asked

    return verify_as_asked(Asked(question))


def _run_owners(words: Sequence[str]) -> int:
    """As `_run`: the plain form of `owners check` is understood without typer."""
    if list(words[1:]) not in (["check"], ["check", "--all"]):
        from trailers.cli.app import run

        return run(words)
    from trailers.cli.owners.asked import Asked
    from trailers.cli.owners.check import check_owners

    return check_owners(Asked())


def _run_secrets(words: Sequence[str]) -> int:
    """As `_run`: the plain forms of `secrets scan` are understood without typer."""
    from trailers.cli.secrets.plain import plain_asked, with_scan

    asked = plain_asked(words)
    if asked is None:
        from trailers.cli.app import run

        return run(with_scan(words))
    from trailers.cli.secrets.scanning import scan

    return scan(asked)


def _not_printed(error: OSError) -> int:
    """What was not printed was not told, so this is not clean. Who reads may just have gone (`| head`)."""
    if not isinstance(error, BrokenPipeError):
        print(f"undersign: {error}", file=sys.stderr)
    # What is still in the buffer goes nowhere: Python would fail over it once more at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 2


def _crashed() -> int:
    import traceback

    from trailers.version import VERSION

    traceback.print_exc()
    print(f"undersign {VERSION}: this is a defect; nothing was reported as clean", file=sys.stderr)
    return 2
