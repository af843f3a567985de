"""The tables themselves: what every row must keep to, and that shapes mean what they say."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.assistants.accounts import ACCOUNTS, BOTS, BY_LOGIN, HOST, SHARED_ACCOUNTS
from trailers.assistants.addresses import ADDRESSES, SHARED
from trailers.assistants.branches import BRANCHES
from trailers.assistants.display_names import NAMES_ALONE, SUFFIXES
from trailers.assistants.links import LINKS, SCHEME
from trailers.assistants.marker import RANK
from trailers.assistants.names import NAMES, UNNAMED, name_of
from trailers.assistants.phrases import PHRASES, SUBJECTS
from trailers.assistants.shape import ALNUM, DIGITS, HEX, Shape, end_of, fits
from trailers.assistants.sources import SOURCES
from trailers.assistants.trailer_signs import PEOPLE_KEYS, TRAILER_SIGNS
from trailers.assistants.variables import CALLED, VARIABLES

SIGNS = [
    *ADDRESSES.values(),
    *(account.sign for account in ACCOUNTS),
    *SUFFIXES.values(),
    *NAMES_ALONE.values(),
    *(sign for rows in TRAILER_SIGNS.values() for _, sign in rows),
    *PHRASES.values(),
    *SUBJECTS.values(),
    *(sign for _, sign in LINKS),
    *(sign for _, sign in BRANCHES),
]
ROWS = [(sign.assistant, sign.confidence, sign.source) for sign in SIGNS]
ROWS += [(row.assistant, row.confidence, row.source) for row in VARIABLES]
KEY = re.compile(r"[a-z0-9-]+")
# People's names and ordinary words (reference/trailers.md 1.2).
BARE = ["amp", "claude", "cody", "continue", "cursor", "devin", "gemini", "goose", "jules", "junie", "kiro"]


def test_every_row_names_an_assistant_a_confidence_and_a_source():
    assert {assistant for assistant, _, _ in ROWS} - {UNNAMED} <= set(NAMES)
    assert {confidence for _, confidence, _ in ROWS} <= set(RANK)
    # Nobody's row and the bots' own table are the only ones that no sign stands for.
    assert {source for _, _, source in ROWS} | {"bots"} == set(SOURCES)


def test_every_assistant_has_a_row():
    assert set(NAMES) - {assistant for assistant, _, _ in ROWS} == {"v0"}  # known by AI_AGENT alone
    assert set(CALLED.values()) <= set(NAMES)


def test_what_was_only_observed_never_fails_a_build():
    assert {confidence for _, confidence, source in ROWS if source == "observed"} == {"medium"}


def test_addresses_are_in_lower_case():
    for address in [*ADDRESSES, *BOTS]:
        assert re.fullmatch(r"[a-z0-9+\[\]-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", address)
    assert SHARED.keys() <= ADDRESSES.keys()
    assert SHARED_ACCOUNTS.keys() <= BY_LOGIN.keys()


def test_accounts():
    numbers = [account.number for account in ACCOUNTS if account.number]
    assert len(numbers) == len(set(numbers))
    for account in ACCOUNTS:
        assert re.fullmatch(r"[1-9][0-9]*|", account.number)
        assert re.fullmatch(r"[a-z0-9-]+(\[bot\])?", account.login)
    assert BY_LOGIN["copilot"].sign.confidence == "certain"
    assert not any(address.endswith(HOST) for address in ADDRESSES)


def test_no_bare_name_is_a_sign():
    assert not any(account.login in BARE for account in ACCOUNTS)
    assert not any(name.lower() in BARE for name in NAMES_ALONE)
    assert not any(prefix.strip(": ").lower() in BARE for prefix in SUBJECTS)
    assert not any(phrase in BARE for phrase in PHRASES)
    assert not any(shape.prefix.lower() in BARE for shape, _ in BRANCHES)


def test_keys_and_phrases_are_in_lower_case():
    assert all(KEY.fullmatch(key) for key in [*TRAILER_SIGNS, *PEOPLE_KEYS])
    assert all(phrase == phrase.lower() and "\n" not in phrase for phrase in PHRASES)
    assert all(shape.prefix.startswith(SCHEME) for shape, _ in LINKS)


def test_names():
    assert name_of("claude-code") == "Claude Code"
    assert name_of("something-new") == "something-new"
    assert name_of(UNNAMED) == "an unnamed assistant"


@pytest.mark.parametrize(
    ("shape", "regex"),
    [
        (Shape("Cursor"), "Cursor"),
        (Shape("", HEX, 12, 12), "[0-9a-f]{12}"),
        (Shape("a-", DIGITS, 2), "a-[0-9]{2,}"),
        (Shape("a-", DIGITS, 2, 3), "a-[0-9]{2,3}"),
        (Shape("a-", DIGITS, 2, more=True), "a-[0-9]{2}.*"),
        (Shape("a-", DIGITS + "-", 0, more=True), "a-.*"),
        (Shape("", more=True), ".*"),
        (Shape("a", pattern="[0-9]+-[0-9]"), "a[0-9]+-[0-9]"),
        (Shape("a", pattern="[0-9]+-[0-9]", more=True), "a[0-9]+-[0-9].*"),
    ],
)
def test_a_shape_means_what_its_regular_expression_would(shape, regex):
    @given(
        st.text("a-019fCursor\n", max_size=14) | st.from_regex(re.compile(regex, re.DOTALL), fullmatch=True)
    )
    def agree(text):
        assert fits(shape, text) == bool(re.fullmatch(regex, text, re.DOTALL))

    agree()


@pytest.mark.parametrize(
    ("shape", "text", "start", "end"),
    [
        (Shape("x/", ALNUM, 1), "see x/ab.", 4, 8),
        (Shape("x/", ALNUM, 1), "see x/.", 4, None),
        (Shape("x/", ALNUM, 1), "see x/ab.", 3, None),
        (Shape("x/", HEX, 2, 2), "x/abc", 0, 4),
        (Shape("x/", ALNUM, 1), "x/" + "a" * 5000, 0, 202),
        (Shape("x"), "xy", 0, 1),
    ],
)
def test_where_a_shape_ends(shape, text, start, end):
    assert end_of(shape, text, start) == end
