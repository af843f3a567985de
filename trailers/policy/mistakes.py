"""What is wrong with a policy file: mistakes as values, all of them, each with its place."""

from trailers.typed import NamedTuple

Place = tuple[str | int, ...]


class Mistake(NamedTuple):
    """One mistake: the key, why, and the line where it can be told.

    `at` is the way to the key: ("models", "approved", 1, "until"); empty for the whole file.
    """

    at: Place
    why: str
    line: int | None = None


def sentence(mistake: Mistake, source: str) -> str:
    """The mistake as a line: `undersign.toml:3: disclosure.mode: …`."""
    where = source if mistake.line is None else f"{source}:{mistake.line}"
    return ": ".join(filter(None, (where, dotted(mistake.at), mistake.why)))


def dotted(at: Place) -> str:
    """A place as TOML would write it: `models.approved[1].until`."""
    text = ""
    for part in at:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            bare = part.isascii() and part.replace("-", "").replace("_", "").isalnum()
            text += ("." if text else "") + (part if bare and len(part) <= 64 else shown(part))
    return text


def shown(value: str | float) -> str:
    """A string, number or flag of the file, made safe and short for a message."""
    import json  # only where something is wrong

    text = json.dumps(value).replace("\x7f", "?")
    return text if len(text) <= 60 else f"{text[:57]}..."


def named(value: object) -> str:
    """What a value that is not shown is called."""
    kinds = {
        "list": "an array",
        "dict": "a table",
        "date": "a date",
        "time": "a time",
        "datetime": "a date with a time",
    }
    return kinds[type(value).__name__]
