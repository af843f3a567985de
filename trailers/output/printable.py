"""Text from commits made safe for a terminal: nothing in it can move the cursor or end a line."""


def printable(text: str) -> str:
    """The text on one line, each character that is not printable written as its escape."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def printable_lines(text: str) -> str:
    """As `printable`, for text of our own that has several lines."""
    return "\n".join(map(printable, text.split("\n")))


def _escape(char: str) -> str:
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"  # a byte that could not be decoded
    return char.encode("unicode_escape").decode("ascii")
