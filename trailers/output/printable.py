"""Text from commits made safe for a terminal and for a CI's log.

Nothing in it can move the cursor or end a line, or is a command to the runner that reads the log: GitHub's
takes `::` at the beginning of a line and `##[` anywhere, Azure's `##vso[`.
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
"""


def printable(text: str) -> str:
    """The text on one line, each character that is not printable written as its escape."""
    if "##" in text or "::" in text:
        text = _without_commands(text)
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _without_commands(text: str) -> str:
    """Text in which a runner finds no command."""
    if text.lstrip().startswith("::"):
        text = text.replace("::", ":\\x3a", 1)
    if "##" in text:
        import re

        text = re.sub(r"##(?=[A-Za-z]*\[)", r"#\\x23", text)
    return text


def printable_lines(text: str) -> str:
    """As `printable`, for text of our own that has several lines."""
    return "\n".join(map(printable, text.split("\n")))


def _escape(char: str) -> str:
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"  # a byte that could not be decoded
    return char.encode("unicode_escape").decode("ascii")
