"""A text in pieces is the text: nothing is lost at a border, and nothing is found twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.verify.secrets import pieces as module
from trailers.verify.secrets.pieces import pieces, place_in

WORD = re.compile(rb"K[a-z]{1,6}")  # bounded, as every detector is


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    monkeypatch.setattr(module, "PIECE", 40)
    monkeypatch.setattr(module, "OVERLAP", 16)
    monkeypatch.setattr(module, "_MARGIN", 20)


def found(data):
    """The words in a text, with their places."""
    return [(*place_in(data, match.start()), match[0]) for match in WORD.finditer(data)]


def found_in_pieces(data, step=7):
    rest = [data]

    def read(size):
        piece, rest[0] = rest[0][: min(size, step)], rest[0][min(size, step) :]
        return piece

    placed = []
    sizes = []
    for piece in pieces(read(30), read):
        sizes.append(len(piece.data))
        for line, column, word in found(piece.data):
            place = piece.place(line, column)
            if place:
                placed.append((*place, word))
    assert max(sizes) <= 40 + 2 * 16 + 8
    return placed


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Kab\n" * 100,
        b"." * 39 + b"Kabcdef" + b"." * 100,
        b"Kabcdef" * 100,
        "é".encode() * 60 + b"Kabc" + "漢".encode() * 60 + b"Kabc\nKabc",
        b"\xff" * 90 + b"Kabc",
        b"\n" * 500 + b"Kabc",
        b"x\n" + b"y" * 200 + b"Kab\nKac",
    ],
)
def test_examples(data):
    assert found_in_pieces(data) == found(data)


@given(st.lists(st.sampled_from(["K", "a", "b", "\n", "é", ".", "Kabc", "\n\n", "." * 20])).map("".join))
def test_any_text(text):
    data = text.encode()
    assert found_in_pieces(data) == found(data)
