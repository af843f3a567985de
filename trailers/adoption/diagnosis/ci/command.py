"""Commands in CI files that call undersign, and what is done with their exit codes."""

import re

from trailers.adoption.diagnosis.python_call import unisolated_calls
from trailers.typed import Iterator

_CALL = re.compile(
    r"\bundersign\s+(?:verify|owners\s+check|secrets)\b|-m\s+trailers\s+(?:verify|owners|secrets)\b"
)
_USES = re.compile(r"\b(?:uses|component|include|project|remote|orb|pipe|plugins?)\b")
_MODULE = re.compile(r"-m\s+trailers\b")
_VERSION = re.compile(r"\bundersign(?:\[[\w,]*\])?\s*(?:==|@)\s*v?([0-9]+(?:\.[0-9]+)+)")
# What makes a shell go on after a command failed.
_FORGIVEN = re.compile(
    r"(?<!\|)\|\|\s*(?:true\b|:(?:\s|$)|exit\s+0\b|echo\b|printf\b)|;\s*(?:true\b|exit\s+0\b)|--exit-zero\b"
    r"|(?<![&>])&\s*$"
)
_PIPE = re.compile(r"(?<!\|)\|(?!\|)")


def calls(text: str) -> bool:
    """Whether a script calls undersign to judge something; lines of comments do not count."""
    return bool(_CALL.search(uncommented(text)))


def mentions(text: str) -> bool:
    """Whether a CI file runs undersign by a command, an action, a component or a plug-in."""
    bare = uncommented(text)
    if "undersign" not in bare and "trailers" not in bare:
        return False
    return bool(_CALL.search(bare)) or any(
        _USES.search(line[: line.rindex("undersign")]) for line in bare.split("\n") if "undersign" in line
    )


def uncommented(text: str) -> str:
    """The text without lines of comments; those that a backslash ends are joined."""
    lines = ("" if line.lstrip().startswith(("#", "//")) else line for line in text.split("\n"))
    return "\n".join(lines).replace("\\\n", " ")


def forgiving(text: str) -> str:
    """What makes the script pass where undersign found something; '' where nothing does."""
    off = False
    for line in uncommented(text).split("\n"):
        off = (off or "set +e" in line) and "set -e" not in line
        if _CALL.search(line):
            found = _FORGIVEN.search(line)
            if found:
                return found[0].strip()
            if off:
                return "set +e"
    return ""


def piped(text: str) -> bool:
    """Whether a call's output goes to another command, whose exit code then counts (without pipefail)."""
    bare = uncommented(text)
    for line in () if "pipefail" in bare else bare.split("\n"):
        found = _CALL.search(line)
        if found and _PIPE.search(line, found.end()):
            return True
    return False


def unisolated(text: str) -> bool:
    """Whether a line starts Python without -I."""
    return any(True for _ in unisolated_calls(uncommented(text), _MODULE))


def versions(text: str) -> Iterator[tuple[str, int]]:
    """Each version of undersign that a text names, and its line."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.lstrip().startswith("#"):
            for found in _VERSION.finditer(line):
                yield found[1], number
