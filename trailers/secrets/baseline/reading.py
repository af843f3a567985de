"""A baseline's file to a value: ours, or one of detect-secrets."""

from typing import Never

from trailers.errors import PolicyError
from trailers.secrets.baseline.baseline import Baseline
from trailers.secrets.baseline.entry import Entry, Label
from trailers.secrets.baseline.shape import Broken, Shape
from trailers.secrets.baseline.upstream import read_upstream
from trailers.typed import Mapping, Sequence

FORMAT = "undersign-secrets/"
VERSION = f"{FORMAT}1"

_KEYS = frozenset(("path", "detector", "fingerprint", "label", "reason"))
_LABELS: Mapping[str, Label] = {"": "", "secret": "secret", "not-a-secret": "not-a-secret"}
_CONFLICT = b"<<<<<<< "


def read_baseline(data: bytes, name: str) -> Baseline:
    """The baseline in the file `name`; PolicyError where it cannot be read, or a later version wrote it."""
    try:
        document = _document(data)
        upstream = read_upstream(document) if isinstance(document, dict) else None
        entries = upstream.results if upstream else _entries(document)
    except Broken as broken:
        _refuse(name, broken, conflict=data.startswith(_CONFLICT) or b"\n" + _CONFLICT in data)
    lines = _lines(data, entries)
    placed = tuple(entry._replace(line=line) for entry, line in zip(entries, lines, strict=True))
    return Baseline(name, placed, upstream and upstream._replace(results=placed))


def _refuse(name: str, broken: Broken, *, conflict: bool) -> Never:
    if conflict:
        raise PolicyError(
            f"the baseline {name} has conflicts of a merge in it",
            f"git merge-file keeps both sides with --union; set `{name} merge=union` in .gitattributes",
        ) from broken
    remedy = "upgrade undersign" if broken.newer else f"undersign secrets baseline create {name}"
    raise PolicyError(f"the baseline {name} cannot be read: {broken}", remedy) from broken


def _document(data: bytes) -> object:
    import json

    try:
        document: object = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise Broken(f"not JSON: {error.msg}, line {error.lineno}") from error
    except UnicodeDecodeError as error:
        raise Broken("not UTF-8") from error
    except Broken:
        raise
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, lists within lists
        raise Broken("not JSON that anybody would write") from error
    return document


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """An object; Python's reader would let the last of two equal keys win."""
    table: dict[str, object] = {}
    for key, value in pairs:
        if key in table:
            raise Broken(f"the key {key[:60]!r} stands there twice")
        table[key] = value
    return table


def _entries(document: object) -> tuple[Entry, ...]:
    if not isinstance(document, list):
        raise Broken("neither a list, as ours, nor an object, as detect-secrets'")
    header = document[0] if document else None
    version = header.get("version") if isinstance(header, dict) else None
    if not isinstance(version, str) or not version.startswith(FORMAT):
        raise Broken(f'the first element is not {{"version": "{VERSION}"}}')
    if version != VERSION:
        raise Broken(f"its format is {version[:40]!r}, and what is known here is {VERSION!r}", newer=True)
    return tuple(_entry(one, number) for number, one in enumerate(document[1:], 1))


def _entry(one: object, number: int) -> Entry:
    name = f"entry {number}"
    if not isinstance(one, dict):
        raise Broken(f"{name} is not an object")
    unknown = sorted(one.keys() - _KEYS)
    if unknown:
        raise Broken(f"{name}: {unknown[0][:60]!r} is not known")
    shape = Shape(one, name)
    label = _LABELS.get(shape.text("label", needed=False))
    if label is None:
        raise Broken(f"{name}: 'label' is neither 'secret' nor 'not-a-secret'")
    reason = shape.text("reason", needed=False)
    return Entry(shape.text("path"), shape.text("detector"), shape.digest("fingerprint", 64), label, reason)


def _lines(data: bytes, entries: Sequence[Entry]) -> list[int]:
    """The line of each entry: of several with one hash, each has the next line that the hash stands in."""
    places: dict[str, list[int]] = {entry.fingerprint: [] for entry in entries}
    for number, line in enumerate(data.split(b"\n"), 1):
        for piece in line.split(b'"'):
            if len(piece) in (40, 64):
                places.get(piece.decode("latin-1"), []).append(number)
    left = {digest: iter(numbers) for digest, numbers in places.items()}
    return [next(left[entry.fingerprint], 0) for entry in entries]
