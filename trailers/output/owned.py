"""Who owns which path: a line a path for people, one document for programs."""

from trailers.errors import UsageError
from trailers.output.printable import printable
from trailers.ownership.codeowners import CodeOwners, Entry
from trailers.typed import Callable, Iterator, Mapping, Sequence

SCHEMA = "undersign-owners-of/1"

# The entries that decide about each path, in the order in which the paths were asked for.
Deciding = Sequence[tuple[str, Sequence[Entry]]]


def renderer(name: str) -> Callable[[CodeOwners, Deciding, bool], str]:
    """What renders a format: the file, the answers, and whether to tell the deciding lines."""
    renderers: Mapping[str, Callable[[CodeOwners, Deciding, bool], str]] = {
        "text": text,
        "json": json_document,
    }
    if name not in renderers:
        raise UsageError(f"there is no format {name!r}", f"--format {'|'.join(renderers)}")
    return renderers[name]


def text(file: CodeOwners, deciding: Deciding, why: bool) -> str:
    """`path  @owner @owner`, and with `why` the deciding lines below it."""
    return "".join(line + "\n" for path, entries in deciding for line in _lines(file, path, entries, why))


def json_document(file: CodeOwners, deciding: Deciding, why: bool) -> str:
    """One JSON document, which always has the deciding lines."""
    import json

    del why
    document = {
        "schema": SCHEMA,
        "codeowners": {"path": file.path, "dialect": file.dialect},
        "paths": [
            {
                "path": path,
                "owners": owners_of(entries),
                "entries": [
                    {
                        "line": entry.line,
                        "pattern": entry.pattern,
                        "section": file.sections[entry.section].name,
                        "owners": [owner.text for owner in entry.owners],
                    }
                    for entry in entries
                ],
            }
            for path, entries in deciding
        ],
    }
    # ASCII escapes keep undecodable bytes (lone surrogates) and terminals apart.
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def owners_of(entries: Sequence[Entry]) -> list[str]:
    """The owners that the entries name, each once, in their order."""
    return list(dict.fromkeys(owner.text for entry in entries for owner in entry.owners))


def _lines(file: CodeOwners, path: str, entries: Sequence[Entry], why: bool) -> Iterator[str]:
    yield f"{printable(path)}  {printable(' '.join(owners_of(entries))) or '(unowned)'}"
    if not why:
        return
    for entry in entries:
        yield f"  {printable(file.path)}:{entry.line}: {printable(file.lines[entry.line - 1].strip(' '))}"
    if not entries:
        yield f"  no entry of {printable(file.path)} matches it"
