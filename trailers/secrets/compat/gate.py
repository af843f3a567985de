"""A gate: what every match of some plugins has to contain, in a form that is fast to look for."""

from trailers.typed import NamedTuple


class Gate(NamedTuple):
    """Wherever one of `plugins` matches in a line, `pattern` matches within that line.

    `pattern` is a regular expression over text that begins with a literal, so that `re` runs through the
    text at the speed of memory, and that takes linear time on any text. `folded`: it is for the text in
    lower case. `needle` is text without which nothing matches. `optional`: a match counts only where a
    named group took part; a group whose name begins with "k" tells of KeywordDetector alone.
    """

    plugins: tuple[str, ...]
    pattern: str
    needle: str = ""
    folded: bool = False
    optional: bool = False
