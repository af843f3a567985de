"""What a tool may be asked: its parameters, as JSON Schema and as the check of what was given.

Both come from one table, so that the schema that an assistant reads is what is enforced. A message never
repeats what was given, which may be long, or a secret.
"""

from trailers.errors import UsageError
from trailers.typed import Any, Literal, Mapping, NamedTuple, Sequence

Arguments = Mapping[str, Any]


class Parameter(NamedTuple):
    """One argument. `longest` counts the characters of a string; `least` and `most` bound an integer.

    `default` is taken where nothing is given; a parameter without one is required. An empty one is no value
    of its own: it says that nothing was given.
    """

    name: str
    kind: Literal["string", "integer"]
    description: str
    default: str | int | None = None
    longest: int = 400
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


def schema_of(parameters: Sequence[Parameter]) -> dict[str, Any]:
    """The JSON Schema of an object with these arguments and no others."""
    return {
        "type": "object",
        "properties": {parameter.name: _property(parameter) for parameter in parameters},
        "required": [parameter.name for parameter in parameters if parameter.default is None],
        "additionalProperties": False,
    }


def checked(parameters: Sequence[Parameter], given: Arguments) -> Arguments:
    """The arguments with the defaults of those that are left out; UsageError for what the schema refuses."""
    names = [parameter.name for parameter in parameters]
    if not given.keys() <= set(names):
        raise UsageError("there is an argument that this tool does not have", f"it has {', '.join(names)}")
    return {parameter.name: _checked(parameter, given.get(parameter.name)) for parameter in parameters}


def _property(parameter: Parameter) -> dict[str, Any]:
    described: dict[str, Any] = {"type": parameter.kind, "description": parameter.description}
    if parameter.kind == "integer":
        described |= {"minimum": parameter.least, "maximum": parameter.most}
    elif parameter.choices:
        described["enum"] = list(parameter.choices)
    else:
        described["maxLength"] = parameter.longest
    return described if not parameter.default else {**described, "default": parameter.default}


def _checked(parameter: Parameter, value: object) -> str | int:
    name = parameter.name
    if value is None:
        if parameter.default is None:
            raise UsageError(f"the argument {name!r} is missing", parameter.description)
        return parameter.default
    if parameter.kind == "string":
        return _string(parameter, value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise UsageError(f"{name!r} has to be an integer", parameter.description)
    if not parameter.least <= value <= parameter.most:
        raise UsageError(f"{name!r} has to be between {parameter.least} and {parameter.most}")
    return value


def _string(parameter: Parameter, value: object) -> str:
    name = parameter.name
    if not isinstance(value, str):
        raise UsageError(f"{name!r} has to be a string", parameter.description)
    if parameter.choices:
        if value not in parameter.choices and value != parameter.default:
            raise UsageError(f"{name!r} takes {', '.join(parameter.choices)}")
    elif len(value) > parameter.longest:
        raise UsageError(
            f"{name!r} has {len(value):,} characters, more than the {parameter.longest:,} that are allowed"
        )
    return value
