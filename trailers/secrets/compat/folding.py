"""Text in lower case, letter by letter: what `re.IGNORECASE` takes for the same letter is the same one."""

# These four stand for i, i, s and k under re.IGNORECASE; `str.lower` leaves the first and the third, makes
# two letters of the second, and knows the last.
_SAME = (("\u0131", "i"), ("\u0130", "i"), ("\u017f", "s"))


def folded(text: str) -> str:
    """The text in lower case, as long as before."""
    if not text.isascii():
        for letter, same in _SAME:
            text = text.replace(letter, same)
    return text.lower()
