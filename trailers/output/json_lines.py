"""JSON documents in pieces: a long list is never held as text."""

import json

from trailers.typed import Iterable, Iterator


def compact(value: object) -> str:
    """The value on one line. ASCII escapes keep undecodable bytes (lone surrogates) and terminals apart."""
    return json.dumps(value, ensure_ascii=True)


def listed(texts: Iterable[str], indent: str = "") -> Iterator[str]:
    """A JSON array of these JSON texts, each on lines of its own."""
    empty = True
    for text in texts:
        yield f"{'[' if empty else ','}\n{indent}  {text}"
        empty = False
    yield "[]" if empty else f"\n{indent}]"
