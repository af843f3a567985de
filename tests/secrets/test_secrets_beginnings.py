"""What matches begin with: where it is known, it finds what a search finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.secrets.confirming import Confirmation
from trailers.secrets.pack.gates import GATES
from trailers.secrets.pack.prefilter import pack_words
from trailers.secrets.pack.table import DETECTORS, WIDTHS
from trailers.secrets.prefilter.beginnings import beginnings
from trailers.secrets.prefilter.gates import gate_table

WORDS = {
    "a word": ("key_[a-z]{9}", (b"key_",)),
    "whatever its case": ("(?i)Key_[a-z]{9}", (b"key_",)),
    "several": ("(?:key_|token_)[a-z]{9}", (b"key_", b"token_")),
    "what another one begins with is enough": ("(?:key_|key_of_)[a-z]{9}", (b"key_",)),
    "a word behind something": (r"\d{1,3}key_[a-z]{9}", ()),
    "a row of characters": ("[0-9a-f]{32}", ()),
    "a word, or a row": ("(?:key_[a-z]{9}|[0-9a-f]{32})", ()),
    "nothing": ("[a-z]*", ()),
    "too many": ("(?:" + "|".join(f"key{letter}_" for letter in "abcdefghijklmnopqr") + ")[a-z]{9}", ()),
}


@pytest.mark.parametrize(("pattern", "expected"), WORDS.values(), ids=WORDS)
def test_what_a_match_begins_with(pattern, expected):
    assert beginnings(gate_table([pattern]), 0) == expected


def test_each_detector_has_its_own():
    table = gate_table(["key_[a-z]{9}", "token_[a-z]{9}"])
    assert [beginnings(table, index) for index in range(2)] == [(b"key_",), (b"token_",)]


ASSIGNED = [index for index, one in enumerate(DETECTORS) if one.name.startswith("assigned-secret")]


def test_it_is_known_of_what_is_looked_at_most():
    assert len(ASSIGNED) == 2
    assert all(b"pass" in pack_words(index) for index in ASSIGNED)


def values(index, data, offsets, words):
    """The values of the accepted hits: those with a digit."""
    one = Confirmation(
        re.compile(DETECTORS[index].pattern.encode()),
        WIDTHS[index],
        anchored=False,
        accepts=lambda hit: any(48 <= byte < 58 for byte in hit.value),
        words=words,
    )
    return [(hit.start, hit.value) for hit in one.hits("a.py", data, offsets)]


PIECES = [
    "password",
    "PassWord",
    "token",
    "key",
    " = ",
    ": ",
    '"',
    "'",
    "\n",
    "hunter2",
    "aaaaaa",
    "x1y2z3",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(ASSIGNED))
@settings(max_examples=300, deadline=None)
def test_it_finds_what_a_search_finds(pieces, index):
    data = "".join(pieces).encode()
    offsets = range(0, len(data) + 1, 7)
    assert values(index, data, offsets, pack_words(index)) == values(index, data, offsets, ())


def test_only_words_near_the_offsets_are_looked_at():
    (index, _) = ASSIGNED
    data = b'password = "hunter22"\n' + b" " * WIDTHS[index] + b"\n"
    assert values(index, data, [15], pack_words(index))
    assert not values(index, data, [len(data)], pack_words(index))


@pytest.mark.parametrize("piece", [b"password ", b"keykeykey", b'token = "', b"auth="])
def test_time_is_linear(piece):
    def prepare(size):
        data = (piece * (size // len(piece) + 1))[:size]
        return lambda: values(ASSIGNED[0], data, range(0, size, 20), pack_words(ASSIGNED[0]))

    assert growth(prepare, 4_000) < LINEAR


def test_the_pack_s_gates_have_no_other_order():
    assert len(GATES[0]) == len(DETECTORS)
