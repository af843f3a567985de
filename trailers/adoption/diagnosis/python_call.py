"""Whether a command starts Python isolated. Linear in the text, which a repository gives."""

import re

from trailers.typed import Iterator

_ENDS = re.compile(r"[\n;&|]")


def unisolated_calls(text: str, module: "re.Pattern[str]") -> Iterator[int]:
    """Where the pattern of `-m MODULE` is found behind a `python` without -I: places in the text."""
    start = 0
    for found in module.finditer(text):
        command = _ENDS.split(text[start : found.start()])[-1]
        start = found.end()
        _, python, options = command.rpartition("python")
        if python and not any(_isolates(word) for word in options.split()):
            yield found.start()


def _isolates(word: str) -> bool:
    """-I, alone or among other letters."""
    return word.startswith("-") and not word.startswith("--") and "I" in word
