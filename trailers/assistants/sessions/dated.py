"""Models with the times of their use, from what is no file of lines."""

from trailers.assistants.sessions.naming import model_name, shown
from trailers.assistants.sessions.session import Told
from trailers.typed import Iterable

Dated = tuple[float | None, object]  # seconds, and what stands where the model's name is


def told_of(used: Iterable[Dated], since: int, source: str) -> Told:
    """What is told of the models used since, given in the order of their use.

    Where none was used since, it is the last one before: the one that is at work now.
    """
    models: dict[str, None] = {}
    last, refused = "", False
    for time, raw in used:
        name = model_name(raw)
        if name is None:
            refused = True
        elif name and (time is None or time >= since):
            models[name] = None
        elif name:
            last = name
    if not models and last:
        models[last] = None
    warnings = []
    if refused:
        warnings.append(f"{shown(source)} names a model by what is no name")
    elif not models:
        warnings.append(f"{shown(source)} names no model: perhaps its format has changed")
    return Told(tuple(models), (), not warnings, tuple(warnings))
