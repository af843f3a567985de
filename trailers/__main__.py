"""`python -I -m trailers` is the command `undersign`, isolated from the directory it runs in."""

import gc
import os
import sys

from trailers.typed import NoReturn


def main() -> NoReturn:
    """Run the command and end the process with its exit code: 2 even where it cannot be imported."""
    # One run makes few cycles; looking for them costs a long range a tenth of its time.
    gc.disable()
    code = _run()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except OSError:
        code = 2  # what could not be printed was not told
    # The interpreter would take 8 ms to take itself apart.
    os._exit(code)


def _run() -> int:
    try:
        from trailers.cli.edge import main as command
    except Exception:  # noqa: BLE001  # the outermost edge
        import traceback

        traceback.print_exc()
        print("undersign: the command cannot be loaded; nothing was reported as clean", file=sys.stderr)
        return 2
    return command()


if __name__ == "__main__":
    main()
