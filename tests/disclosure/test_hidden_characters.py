"""Characters that a reader does not see."""

import pytest

from trailers.message.hidden import first_hidden, hidden_characters, visible, without_hidden

HIDDEN = {
    "NUL": "\0",
    "VERTICAL TAB": "\v",
    "FORM FEED": "\f",
    "ESCAPE": "\x1b",
    "DELETE": "\x7f",
    "NEXT LINE": "\x85",
    "CARRIAGE RETURN": "\r",
    "CONTROL U+0001": "\x01",
    "NO-BREAK SPACE": "\u00a0",
    "SOFT HYPHEN": "\u00ad",
    "ZERO WIDTH SPACE": "\u200b",
    "ZERO WIDTH JOINER": "\u200d",
    "RIGHT-TO-LEFT OVERRIDE": "\u202e",
    "POP DIRECTIONAL ISOLATE": "\u2069",
    "LINE SEPARATOR": "\u2028",
    "PARAGRAPH SEPARATOR": "\u2029",
    "IDEOGRAPHIC SPACE": "\u3000",
    "ZERO WIDTH NO-BREAK SPACE": "\ufeff",
    "HANGUL FILLER": "\u3164",
    "COMBINING GRAPHEME JOINER": "\u034f",
    "VARIATION SELECTOR-16": "\ufe0f",
    "VARIATION SELECTOR-17": "\U000e0100",
    "TAG LATIN SMALL LETTER A": "\U000e0061",
    "BYTE 0xE9 THAT IS NOT UTF-8": "\udce9",
    "LONE SURROGATE U+D800": "\ud800",
}


@pytest.mark.parametrize(("name", "character"), HIDDEN.items(), ids=HIDDEN)
def test_hidden(name, character):
    assert hidden_characters(f"é{character}b") == ((1, name),)
    assert character not in without_hidden(f"a{character}b")
    assert visible(f"a{character}b") == f"a<U+{ord(character):04X}>b"


@pytest.mark.parametrize(
    "text", ["", "plain", "tab\tand\nline", "CRLF\r\n", "naïve 李明 नमस्ते ئۇيغۇر 🙂", "<>&;"]
)
def test_nothing_hidden(text):
    assert hidden_characters(text) == ()
    assert without_hidden(text) in (text, text.replace("\r", " "))


def test_each_is_found():
    text = "a\u200bb\u200b\u202e"
    assert [index for index, _ in hidden_characters(text)] == [1, 3, 4]
    assert first_hidden(text) == (1, "ZERO WIDTH SPACE")
    assert first_hidden("plain") is None


@pytest.mark.parametrize(
    ("text", "seen"), [("a\u00a0b", "a b"), ("a\u2028b", "a b"), ("a\u200bb", "ab"), ("a\vb\rc", "a b c")]
)
def test_without_hidden(text, seen):
    assert without_hidden(text) == seen


def test_visible_is_short_and_one_line():
    assert visible("x" * 100) == "x" * 60 + "…"
    assert visible("a\nb\tc", limit=5) == "a b c"
