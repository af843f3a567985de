"""What the hooks share at the edge: printing, and the one place that turns an error into exit code 2."""

import os
import sys

from trailers.errors import UndersignError
from trailers.output.streams import prepare_streams
from trailers.typed import TYPE_CHECKING, Callable, NoReturn

if TYPE_CHECKING:
    from trailers.output.style import Style
    from trailers.report import Report


def guarded(run: Callable[[], int]) -> int:
    """The exit code of `run`: 2 for what could not be checked, a defect of ours included."""
    prepare_streams()
    try:
        return run()
    except UndersignError as error:
        from trailers.output.complaint import complaint

        print(complaint(error), file=sys.stderr)
    except KeyboardInterrupt:
        print("undersign: stopped; nothing was reported as clean", file=sys.stderr)
    except Exception:  # noqa: BLE001  # the edge: a crash must not look like findings
        import traceback

        traceback.print_exc()
        print("undersign: this is a defect; the message and the files are as they were", file=sys.stderr)
    return 2


def print_report(report: "Report") -> None:
    """The text report, with colours on a terminal that wants them."""
    from trailers.output.text import render

    sys.stdout.write(render(report, style()))


def style() -> "Style":
    """Colours on a terminal that wants them."""
    from trailers.output.style import Style

    return Style(sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def has_terminal() -> bool:
    """Whether a person could be typing: the process has a controlling terminal."""
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def leave(code: int) -> NoReturn:
    """End the process with this exit code, without the 4 ms in which the interpreter takes itself apart."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
