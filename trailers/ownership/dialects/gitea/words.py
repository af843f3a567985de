r"""Cutting a line of Gitea's dialect into words, as `TokenizeCodeOwnersLine` does (models/issues/pull.go).

A blank ends a word, a backslash takes the next character for itself and is gone, `#` begins a comment, in
the middle of a word too. So `\\.` in the file is `\.` in the expression, and `\.` is `.`.
"""

from trailers.typed import NamedTuple

# What Go's strings.TrimSpace takes off the ends of a line.
_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_NO_UTF_8 = "\ufffd"


class Word(NamedTuple):
    """A word as it is meant, and as it is `written`; `column` counts characters from 1."""

    text: str
    written: str
    column: int


def words_of(line: str) -> tuple[Word, ...]:
    """The words of a line, in order; none where it is blank or a comment."""
    end = len(line.rstrip(_SPACE))
    words: list[Word] = []
    text: list[str] = []
    at = start = len(line) - len(line.lstrip(_SPACE))
    while at < end:
        one = line[at]
        if one in " \t#":
            if text:
                words.append(_word(text, line[start:at], start))
            text, start = [], at + 1
            if one == "#":
                return tuple(words)
        elif one != "\\":
            text.append(one)
        elif at + 1 < end:
            at += 1
            text.append(line[at])
        at += 1
    if text:
        words.append(_word(text, line[start:end], start))
    return tuple(words)


def _word(text: list[str], written: str, start: int) -> Word:
    if not written.isascii():
        # Go sees one such character for each byte that is not UTF-8.
        text = [_NO_UTF_8 if "\ud800" <= one <= "\udfff" else one for one in text]
    return Word("".join(text), written, start + 1)
