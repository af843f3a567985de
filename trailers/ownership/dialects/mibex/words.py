"""Cutting a line of Mibex' dialect into words: blanks delimit, but not between quotes or behind a backslash.

https://docs.mibexsoftware.com/codeowners/owner-rules: names and patterns with blanks stand in double quotes,
`@@"Dev Ops Team"`, `"a path/*"`.
"""

from trailers.ownership.dialects.lines import BLANK, Token


def words_of(line: str) -> tuple[Token, ...] | None:
    """The words of a line, with their quotes; None where a quote is never closed."""
    words: list[Token] = []
    if '"' not in line and "\\" not in line:
        column = 1
        for word in line.replace("\t", " ").split(" "):
            if word:
                words.append(Token(word, column))
            column += len(word) + 1
        return tuple(words)
    start = -1
    quoted = False
    at = 0
    while at < len(line):
        one = line[at]
        if one in BLANK and not quoted:
            if start >= 0:
                words.append(Token(line[start:at], start + 1))
            start = -1
        else:
            start = at if start < 0 else start
            quoted ^= one == '"'
            at += one == "\\"
        at += 1
    if start >= 0:
        words.append(Token(line[start:], start + 1))
    return None if quoted else tuple(words)


def without_quotes(word: str) -> str:
    """A word without the quotes around it, or around its name: `@"Paul Guru"` is `@Paul Guru`."""
    name = word.lstrip("@")
    if len(name) > 1 and name[0] == name[-1] == '"':
        return word[: len(word) - len(name)] + name[1:-1]
    return word
