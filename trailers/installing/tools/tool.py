"""A tool whose hooks can call undersign before it runs a shell command."""

from trailers.installing.hooks_file import Place
from trailers.installing.layout import Value
from trailers.typed import Callable, Mapping, NamedTuple


class Event(NamedTuple):
    """What a tool hands to its hook: a shell command, where it will run, and whose session it is.

    Empty strings where it does not say; `model` is whatever stands in the event.
    """

    command: str
    directory: str
    session: str = ""
    model: object = None
    transcript: str = ""


class Answer(NamedTuple):
    """What a hook answers: its exit code, and what it prints on standard output and error."""

    code: int
    output: str = ""
    error: str = ""


class Home(NamedTuple):
    """A user's own settings: `file`, below the home; the variable can name another place for `folder`."""

    variable: str
    folder: str
    file: str


class Tool(NamedTuple):
    """A tool: what it is called on the command line and in `assistants.names`, and its three contracts.

    `file` is the project's settings, `signs` what in a work tree shows that the tool is used there,
    `variable` the environment variable that its processes have the session's id in. `refuse` answers that the
    command is not to run, for a reason; to let it run, nothing is printed and the exit code is 0.
    """

    name: str
    agent: str
    file: str
    home: Home
    signs: tuple[str, ...]
    place: Place
    entry: Callable[[str], dict[str, Value]]
    event: Callable[[Mapping[str, object]], Event]
    refuse: Callable[[str], Answer]
    variable: str = ""
    note: str = ""


def text_at(event: Mapping[str, object], *keys: str) -> str:
    """The string at a path of keys; '' where there is none."""
    value: object = event
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else ""


def blocked(reason: str) -> Answer:
    """The answer of tools that read exit code 2 as "do not run it", and standard error as the reason."""
    return Answer(2, "", reason)
