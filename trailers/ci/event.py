"""The event of a GitHub workflow: a JSON document that GITHUB_EVENT_PATH names."""

from trailers.ci.object_id import BASE_REMEDY, is_zero, object_id, shown
from trailers.ci.request import Read
from trailers.errors import RangeError
from trailers.typed import Any

Event = dict[str, Any]

_KINDS = {str: "a string", bool: "true or false"}


def read_event(path: str, read: Read) -> Event:
    """The event; RangeError where the file cannot be read or holds no JSON object."""
    import json  # no hook comes here

    try:
        event = json.loads(read(path))
    except OSError as error:
        raise RangeError(
            f"GITHUB_EVENT_PATH cannot be read: {error.strerror or error}", BASE_REMEDY
        ) from error
    except (ValueError, RecursionError) as error:
        raise RangeError(f"GITHUB_EVENT_PATH is not JSON: {shown(str(error))}", BASE_REMEDY) from error
    if not isinstance(event, dict):
        raise RangeError("GITHUB_EVENT_PATH holds no JSON object", BASE_REMEDY)
    return event


def text_at(event: Event, field: str) -> str:
    """The string at a dotted field."""
    return str(_at(event, field, str))


def flag_at(event: Event, field: str) -> bool:
    """The flag at a field that may be missing: then false."""
    return field in event and bool(_at(event, field, bool))


def id_at(event: Event, field: str) -> str:
    """The whole object id at a dotted field, which is not the zero id."""
    found = id_or_zero_at(event, field)
    if is_zero(found):
        raise RangeError(f"the event's {field} is the zero id", BASE_REMEDY)
    return found


def id_or_zero_at(event: Event, field: str) -> str:
    """The whole object id at a dotted field; zero where a ref is made or deleted."""
    return object_id(text_at(event, field), f"the event's {field}")


def _at(event: Event, field: str, kind: type) -> object:
    value: object = event
    for name in field.split("."):
        if not isinstance(value, dict) or name not in value:
            raise RangeError(f"the event has no {field}", BASE_REMEDY)
        value = value[name]
    if not isinstance(value, kind):
        raise RangeError(f"the event's {field} is not {_KINDS[kind]}: {shown(value)}", BASE_REMEDY)
    return value
