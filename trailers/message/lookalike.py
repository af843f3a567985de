"""Fold letters, blanks, dashes and colons to the ASCII ones that they look like.

Not Unicode's whole table of confusables (TR 39): the letters that occur in trailer keys, and what
editors, word processors and translation tools put in the place of a hyphen, a colon or a blank.
"""

from trailers.message.hidden import without_hidden
from trailers.remembering import remembered

# Cyrillic, Greek, Armenian and Latin letters by what they look like.
_LETTERS = {
    "A": "\u0410\u0391",
    "B": "\u0412\u0392",
    "C": "\u0421\u03f9",
    "D": "\u0500",
    "E": "\u0415\u0395",
    "G": "\u050c",
    "H": "\u041d\u0397",
    "I": "\u0406\u04c0\u0399",
    "J": "\u0408\u037f",
    "K": "\u041a\u039a",
    "M": "\u041c\u039c",
    "N": "\u039d",
    "O": "\u041e\u039f\u0555",
    "P": "\u0420\u03a1",
    "Q": "\u051a",
    "S": "\u0405\u054f",
    "T": "\u0422\u03a4",
    "V": "\u0474",
    "W": "\u051c",
    "X": "\u0425\u03a7",
    "Y": "\u0423\u04ae\u03a5",
    "Z": "\u0396",
    "a": "\u0430\u03b1\u0251",
    "b": "\u0432\u042c\u044c\u03b2",
    "c": "\u0441\u03f2",
    "d": "\u0501",
    "e": "\u0435\u03b5",
    "g": "\u0261\u0581",
    "h": "\u04bb\u043d\u0570",
    "i": "\u0456\u03b9\u0131\u0269",
    "j": "\u0458\u03f3",
    "k": "\u043a\u03ba",
    "l": "\u04cf",
    "m": "\u043c",
    "n": "\u03b7\u0578\u043f",
    "o": "\u043e\u03bf\u0585\u03c3",
    "p": "\u0440\u03c1",
    "q": "\u051b",
    "r": "\u0433",
    "s": "\u0455",
    "t": "\u0442\u03c4",
    "u": "\u057d\u03c5",
    "v": "\u03bd\u0475",
    "w": "\u051d\u03c9",
    "x": "\u0445\u03c7",
    "y": "\u0443\u04af\u03b3",
    # Dashes, minus signs and hyphens that are not the hyphen of the keyboard.
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u02d7\u058a\ufe58\ufe63\uff0d",
    ":": "\u02d0\u0589\u05c3\u2236\ua789\ufe13\ufe55\uff1a",
}
_ASCII = {lookalike: ascii_ for ascii_, lookalikes in _LETTERS.items() for lookalike in lookalikes}
_FEW = 8  # replacements that cost less than one translation


def folded(text: str) -> str:
    """The text as it looks; what looks like nothing in ASCII stays. Linear in the length of the text."""
    if text.isascii():
        return text
    folds = {one: _folded_character(one) for one in set(text) if one > "\x7f"}
    changed = {one: fold for one, fold in folds.items() if fold != one}
    if len(changed) > _FEW:
        return text.translate({ord(one): folds.get(one, one) for one in set(text)})
    for one, fold in changed.items():
        text = text.replace(one, fold)
    return text


@remembered(4096)
def _folded_character(character: str) -> str:
    known = _ASCII.get(character)
    if known is not None:
        return known
    seen = without_hidden(character)
    if seen != character:
        return seen
    from unicodedata import normalize  # only what is not ASCII needs its table

    # One character at a time: over a whole text the ordering of combining marks takes quadratic time.
    plain = normalize("NFKC", character)
    return plain if plain.isascii() else _ASCII.get(plain, character)
