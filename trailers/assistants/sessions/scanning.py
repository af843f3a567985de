"""JSON without the module `json`: that one loads `re`, half as much again as starting Python takes.

The scanner in C is the same that `json.loads` uses; where it is missing (PyPy), `json` itself is loaded.
"""

from trailers.typed import Any, cast

_BLANK = " \t\n\r"


class _Settings:
    """What the scanner asks of the decoder that it belongs to: the defaults of `json.JSONDecoder`."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int

    @staticmethod
    def parse_constant(name: str) -> float:
        raise ValueError(f"{name} is no JSON")


def loads(data: bytes | str) -> object:
    """The value that is written there; raises ValueError for what is no JSON, or nested too deeply."""
    text = data if isinstance(data, str) else data.decode()
    try:
        value, end = _scan(text, len(text) - len(text.lstrip(_BLANK)))
    except (StopIteration, RecursionError) as error:
        raise ValueError("no JSON") from error
    if text[end:].strip(_BLANK):
        raise ValueError("more than one value")
    return value


def record_of(data: bytes | str) -> dict[str, Any] | None:
    """The object that is written there; None for anything else."""
    try:
        value = loads(data)
    except ValueError:  # UnicodeDecodeError is one too
        return None
    return value if isinstance(value, dict) else None


def _scan(text: str, start: int) -> tuple[object, int]:
    """The value that begins there, and where it ends."""
    try:
        from _json import make_scanner
    except ImportError:
        import json

        return json.JSONDecoder().raw_decode(text, start)
    scanner = make_scanner(cast("Any", _Settings))
    return cast("tuple[object, int]", scanner(text, start))
