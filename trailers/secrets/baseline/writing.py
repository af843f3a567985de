"""A baseline of ours, written so that branches merge.

    [{"version": "undersign-secrets/1"}
    ,{"path": "docs/a.md", "detector": "aws-access-key-id", "fingerprint": "5f…", "label": "not-a-secret"}
    ,{"path": "src/b.py", "detector": "password-in-url", "fingerprint": "07…"}
    ]

One entry a line, sorted, no time stamps and no line numbers. The comma stands before an entry, so that no
line changes because another comes or goes. Two branches that each add an entry merge wherever a line stands
between their places; with `merge=union` in .gitattributes they always do.
"""

from trailers.secrets.baseline.blanket import BLANKET
from trailers.secrets.baseline.entry import Entry
from trailers.secrets.baseline.reading import VERSION
from trailers.secrets.fingerprint import fingerprint
from trailers.secrets.found import Found
from trailers.typed import Iterable


def entries_of(founds: Iterable[tuple[str, Found]]) -> list[Entry]:
    """An entry for each secret, given with its file's path.

    What stands for every token of a kind gets none: it would allow the next one too.
    """
    made = (Entry(path, found.detector, fingerprint(found)) for path, found in founds)
    return [entry for entry in made if entry.fingerprint not in BLANKET]


def write_baseline(entries: Iterable[Entry]) -> str:
    """The file's text. Of entries for one value in one file the first that has a label is kept."""
    kept: dict[tuple[str, str], Entry] = {}
    for entry in sorted(entries, key=lambda one: (one.path, one.fingerprint, not one.label, one.detector)):
        kept.setdefault((entry.path, entry.fingerprint), entry)
    ordered = sorted(kept.values(), key=lambda one: (one.path, one.detector, one.fingerprint))
    return "".join((f"[{_json({'version': VERSION})}\n", *(f",{_line(entry)}\n" for entry in ordered), "]\n"))


def _line(entry: Entry) -> str:
    table = {"path": entry.path, "detector": entry.detector, "fingerprint": entry.fingerprint}
    if entry.label:
        table["label"] = entry.label
    if entry.reason:
        table["reason"] = entry.reason
    return _json(table)


def _json(table: dict[str, str]) -> str:
    import json

    text = json.dumps(table, ensure_ascii=False)
    # Bytes of a path that are no UTF-8, and what a terminal would obey, are written as escapes.
    return text if text.isprintable() else json.dumps(table)
