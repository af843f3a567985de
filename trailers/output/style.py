"""How a terminal gets its colours, if it gets any."""

from trailers.typed import Literal, NamedTuple

Colour = Literal["bold", "red", "yellow", "blue", "green", "dim"]

_CODES: dict[Colour, str] = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
}


class Style(NamedTuple):
    """What a renderer may do: colours or none. With `strict` warnings fail too.

    `taken` is how many bytes there are already in the file that the report is appended to.
    """

    colours: bool = False
    strict: bool = False
    taken: int = 0

    def paint(self, text: str, *colours: Colour) -> str:
        """The text between the codes of these colours (ECMA-48 SGR), or as it is."""
        if not self.colours:
            return text
        codes = ";".join(_CODES[colour] for colour in colours)
        return f"\033[{codes}m{text}\033[0m"
