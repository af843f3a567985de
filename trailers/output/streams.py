"""The standard streams, made fit for any text."""

import os
import sys


def prepare_streams() -> None:
    """Print UTF-8 whatever the locale, and let no lone surrogate stop the printing.

    What is printed to a stream that the caller closed (`>&-`) goes nowhere. Nothing else takes its number,
    nor that of a closed standard input, from which nothing is read.
    """
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # it lives as long as we do
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
