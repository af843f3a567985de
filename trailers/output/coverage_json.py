"""Coverage as JSON, `undersign-owners/1`: the same input gives the same bytes."""

import json

from trailers.output.style import Style
from trailers.ownership.coverage import Area, Coverage, Directory, Share
from trailers.typed import Any

SCHEMA = "undersign-owners/1"


def render(coverage: Coverage, style: Style) -> str:
    """One JSON document, with one line for each owner and each directory."""
    del style
    head = {"schema": SCHEMA, "codeowners": {"path": coverage.path, "dialect": coverage.dialect}}
    parts = [f"  {_text(key)}: {_text(value)}" for key, value in (head | _numbers(coverage.total)).items()]
    parts.append(_rows("owners", [_share(share) for share in coverage.owners]))
    parts.append(_rows("directories", [_directory(directory) for directory in coverage.directories]))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def coverage_schema() -> str:
    """The JSON Schema of the document, as JSON text."""
    from importlib.resources import files

    return files("trailers.output").joinpath("owners_v1.schema.json").read_text(encoding="utf-8")


def _text(value: object) -> str:
    # ASCII escapes keep undecodable bytes (lone surrogates) and terminals apart.
    return json.dumps(value, ensure_ascii=True)


def _rows(key: str, rows: list[dict[str, Any]]) -> str:
    lines = ",".join(f"\n    {_text(row)}" for row in rows)
    return f"  {_text(key)}: [{lines}\n  ]" if rows else f"  {_text(key)}: []"


def _numbers(area: Area) -> dict[str, Any]:
    return {"files": area.files, "owned": area.owned, "cleared": area.cleared, "unowned": area.unowned}


def _share(share: Share) -> dict[str, Any]:
    return {"owner": share.owner, "files": share.files, "alone": share.alone}


def _directory(directory: Directory) -> dict[str, Any]:
    owners = [_share(share) for share in directory.total.owners]
    return {"path": directory.path, **_numbers(directory.total), "owners": owners}
