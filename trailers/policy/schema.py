"""The JSON Schema of a policy, made from the description that the loader follows.

It is as SchemaStore asks (https://github.com/SchemaStore/schemastore/blob/master/CONTRIBUTING.md): draft-07,
complete in itself, with the id that it has there. `x-taplo` is for the editors that use taplo
(https://taplo.tamasfe.dev/configuration/developing-schemas.html).
"""

from trailers.policy.description import POLICY
from trailers.policy.kinds import Choice, Day, Either, Flag, Key, Kind, Listing, Pairs, Table, Text, Whole
from trailers.typed import Any, Collection

Schema = dict[str, Any]


def schema(rules: Collection[str] | None = None) -> Schema:
    """The schema of undersign.toml, and of `[tool.undersign]`; `rules` are the ids and names that exist.

    It does not know what no key can tell alone: whether `requires` is met, and trailer keys that clash.
    """
    made = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "https://www.schemastore.org/undersign.json",
        "title": "undersign's policy",
        "description": "undersign.toml, or the table tool.undersign in pyproject.toml.",
        **_of(POLICY),
    }
    if rules is not None:
        made["properties"]["severity"]["propertyNames"] = {"enum": sorted(rules)}
    return made


def tool_schema(tool: str) -> Schema:
    """The schema for validate-pyproject, which calls it with the name of the table below `[tool]`.

    https://validate-pyproject.readthedocs.io/en/latest/dev-guide.html
    """
    return {**schema(), "title": f"[tool.{tool}]"}


def _of(kind: Kind) -> Schema:  # noqa: PLR0911  # one line a kind
    match kind:
        case Table():
            return _table(kind)
        case Pairs():
            return {
                "type": "object",
                "propertyNames": _text(kind.key),
                "additionalProperties": _of(kind.value),
            }
        case Listing():
            return _listing(kind)
        case Either():
            return {"anyOf": [_text(kind.short), _of(kind.long)]}
        case Text():
            return _text(kind)
        case Choice():
            return {"type": "string", "enum": list(kind.values)}
        case Whole():
            return {"type": "integer", "minimum": kind.least, "maximum": kind.most}
        case Day():
            return {"type": "string", "format": "date"}
        case Flag():
            return {"type": "boolean"}


def _table(kind: Table) -> Schema:
    made: Schema = {
        "type": "object",
        "properties": {key.name: _key(key) for key in kind.keys},
        "additionalProperties": False,
    }
    required = [key.name for key in kind.keys if key.required]
    return {**made, "required": required, "x-taplo": {"initKeys": required}} if required else made


def _key(key: Key) -> Schema:
    made = {"description": key.help, **_of(key.kind)}
    if key.default is not None:
        made["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
    return made


def _listing(kind: Listing) -> Schema:
    made: Schema = {"type": "array", "items": _of(kind.item)}
    if kind.least:
        made["minItems"] = kind.least
    if kind.unique:
        made["uniqueItems"] = True
    return made


def _text(kind: Text) -> Schema:
    made: Schema = {"type": "string", "minLength": 1, "maxLength": kind.longest}
    return {**made, "pattern": f"^(?:{kind.form})$"} if kind.form else made
