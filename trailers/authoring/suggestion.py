"""What is to be written into a message for the assistant that commits."""

from trailers.disclosure.disclosure import Context, Model
from trailers.typed import NamedTuple


class Suggestion(NamedTuple):
    """Models and contexts, what they were taken from, for people, and what has to be said about them."""

    models: tuple[Model, ...] = ()
    contexts: tuple[Context, ...] = ()
    source: str = ""
    warnings: tuple[str, ...] = ()


NOTHING = Suggestion()
