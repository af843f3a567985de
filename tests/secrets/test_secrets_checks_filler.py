"""Filler is told from what is drawn, and what is drawn from filler."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from tests.secret_examples import filled
from trailers.secrets.checks.filler import is_filler, is_row
from trailers.secrets.checks.registry import check_named
from trailers.secrets.hit import Hit

TYPED = [
    "AKIA" + "IOSFODNN7EXAMPLE",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "your-api-key-goes-here-please",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "0123456789abcdef0123456789abcdef",
    "1234567890",
    "abcdefghijklmnopqrstuvwxyz012345",
    "a1b2c3d4e5f6a1b2c3d4e5f6",
    "00000000-0000-0000-0000-000000000000",
    "deadbeefdeadbeefdeadbeef",
    "abcabcabcabcabcabc",
    "put-the-key-of-the-project-here",
    "****************",
    "",
    "----",
]
DRAWN = [
    "{alnum:16}",
    "{hex:32}",
    "{hex:40}",
    "{base64url:43}",
    "{uuid}",
    "{base64:88}",
    "{upperalnum:20}",
    "{digit:18}",
]


@pytest.mark.parametrize("value", TYPED)
def test_typed(value):
    assert is_filler(value.encode())


@pytest.mark.parametrize("template", DRAWN)
def test_drawn_is_not(template):
    wrong = sum(is_filler(filled(template, seed).encode()) for seed in range(1_000))
    assert wrong <= (30 if template == "{digit:18}" else 2)


@pytest.mark.parametrize(
    ("before", "value", "expected"),
    [
        ('DATADOG_API_KEY="', "{hex:32}", True),
        ("datadog-agent-sha256: ", "{hex:32}", False),
        ("datadog_commit=", "{hex:40}", False),
        ("--datadog-key ", "{hex:32}", True),
        ("datadog ", "{hex:32}", False),
        ("datadog_key=", "{lower:32}", False),
        ("datadog_key=", "thisIsTheNameOfSomeLongFunctionX", False),
        ("datadog_key=", "{same:32}", False),
    ],
)
def test_named(before, value, expected):
    for seed in range(10):
        data = (before + filled(value, seed)).encode()
        assert check_named("named")(Hit(data, "file", 0, len(before), len(data))) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", True),
        ("https://host/path/of/several/long/words/", "", True),
        ("{base64:31}/", "", False),
        ("", "+{base64:31}", False),
    ],
)
def test_a_piece_of_base64_is_no_token(before, after, expected):
    for seed in range(10):
        start = filled(before, seed)
        token, end = filled("EAAG{alnum:100}", seed), filled(after, seed)
        data = f"{start}{token}{end}".encode()
        hit = Hit(data, "file", len(start), len(start), len(start) + len(token))
        assert check_named("token")(hit) is expected


@given(st.binary(max_size=80))
def test_any_bytes(value):
    assert is_filler(value) in (True, False)
    assert is_filler(value + b"EXAMPLE")


@given(st.text("0123456789abcdef", min_size=1, max_size=6), st.integers(4, 12))
def test_what_repeats_is_a_row(piece, times):
    value = (piece * times).encode()
    assert len(value) < 12 or is_row(value)


def test_time_is_linear():
    assert growth(lambda size: lambda: is_filler(b"aB3" * (size // 3)), 30_000) < LINEAR


def test_unknown_check():
    with pytest.raises(KeyError):
        check_named("no_such_check")
