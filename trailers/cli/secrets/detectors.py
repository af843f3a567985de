"""What `undersign secrets detectors` prints: the pack, with the source of each format."""

import sys
from importlib.resources import files

from trailers.typed import Any


def list_detectors() -> int:
    """Print each detector: its rule, name, what it finds, and where that is documented."""
    rows = sorted(_rows(), key=lambda row: (row["rule"], row["name"]))
    width = max(len(row["name"]) for row in rows)
    for row in rows:
        line = f"{row['rule']}  {row['name']:{width}}  {row['what']}"
        sys.stdout.write(f"{line}  {row['source']}\n" if row.get("source") else f"{line}\n")
    sys.stdout.write(f"{len(rows)} detectors\n")
    return 0


def _rows() -> list[dict[str, Any]]:
    import tomli

    rows: list[dict[str, Any]] = []
    for file in files("trailers.secrets.pack").iterdir():
        if file.name.endswith(".toml"):
            rows += tomli.loads(file.read_text(encoding="utf-8")).get("detector", [])
    return rows
