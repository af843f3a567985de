"""The registry of formats: a name, and the module that renders it."""

from collections.abc import Callable
from importlib import import_module

from trailers.errors import UsageError
from trailers.output.style import Style
from trailers.report import Report

FORMATS = {
    "text": "trailers.output.text",
    "json": "trailers.output.json_v1",
}
# `text` of a check that has its own.
_TEXTS = {"secrets": "trailers.output.secrets"}


def renderer(name: str, check: str = "") -> Callable[[Report, Style], str]:
    """The renderer of a format, for a check; only the one that is asked for is imported."""
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}", f"--format {'|'.join(FORMATS)}")
    render: Callable[[Report, Style], str] = import_module(
        _TEXTS.get(check, FORMATS[name]) if name == "text" else FORMATS[name]
    ).render
    return render
