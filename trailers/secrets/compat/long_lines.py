"""Lines on which a plugin's own expressions would take time by the square of the length, or worse.

Such a line is judged in pieces that overlap, so that the work grows with its length: what is longer than the
overlap is not found then, and a name may be found more often than detect-secrets finds it: the file counts as
one that could not be checked. No line of ordinary code is one; on those that are, detect-secrets does not end
in reasonable time.
"""

from functools import lru_cache

from trailers.secrets.compat.plugins import KEYWORD
from trailers.typed import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    from re import Match, Pattern

_LONGEST = 1_000_000  # characters
_LONG = 4000
_PIECE = 1024
_OVERLAP = 256
# Where a match can begin, and what it goes through from there on: of KeywordDetector, JwtTokenDetector and
# OpenAIDetector; of NpmDetector it is two slashes, and the whole line.
_STARTS = r"(?i:key|pass|pwd|secret|contrase|eyJ|sk-)"
_RUN = r"[\w=.-]{50,}+"
_QUOTE = r"[\v'\"]"
_RUN_OF = frozenset((KEYWORD, "JwtTokenDetector", "OpenAIDetector"))
# Starts times characters: about a tenth of a second.
_TOO_MUCH = 10_000_000
# KeywordDetector tries every length of the word that it finds a name in, from every name in it.
_WORD = r"\w{50,}+"
_LONG_WORD = 400
_MANY_NAMES = 20
_KEPT = 100  # characters at both ends of such a word


def pieces(line: str, plugin: str) -> Iterator[str]:
    """Give the line, or its pieces where it is too long or too hard for the plugin's expressions.

    What is not the line itself may have other findings.
    """
    if plugin == KEYWORD and len(line) >= _LONG_WORD:
        line = _compiled(_WORD).sub(_shortened, line)
    if len(line) < _LONG or not (len(line) > _LONGEST or _is_explosive(line, plugin)):
        yield line
        return
    for start in range(0, len(line), _PIECE):
        yield line[max(0, start - _OVERLAP) : start + _PIECE]


def _shortened(word: "Match[str]") -> str:
    text = word[0]
    if len(text) < _LONG_WORD or _starts(text) <= _MANY_NAMES:
        return text
    return text[:_KEPT] + text[-_KEPT:]


def _is_explosive(line: str, plugin: str) -> bool:
    """Whether many matches could begin in a stretch that each of them goes through; said in linear time."""
    if plugin == "NpmDetector":
        return line.count("//") * len(line) > _TOO_MUCH
    if plugin not in _RUN_OF:
        return False
    stretches = [match[0] for match in _compiled(_RUN).finditer(line)]
    if plugin == KEYWORD:
        stretches += [one for one in _compiled(_QUOTE).split(line) if "`" in one]
    return any(len(one) >= _LONG and _starts(one) * len(one) > _TOO_MUCH for one in stretches)


def _starts(text: str) -> int:
    return sum(1 for _ in _compiled(_STARTS).finditer(text))


@lru_cache(maxsize=4)
def _compiled(pattern: str) -> "Pattern[str]":
    import re

    return re.compile(pattern)
