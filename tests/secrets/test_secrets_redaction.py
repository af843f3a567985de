"""What is shown of a secret: never more than a quarter, and nothing that steers a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.secrets.redaction import redacted

HEADER = "-----BEGIN RSA"
KEY = "PRIVATE KEY"


@pytest.mark.parametrize(
    ("secret", "shown"),
    [
        ("", "…"),
        ("hunter2", "…"),
        ("elevenchars", "…"),
        ("twelve chars", "tw…s"),
        ("abcdefghijklmnop", "abc…p"),
        ("abcdefghijklmnopqrst", "abcd…t"),
        ("abcdefghijklmnopqrstuvwx", "abcd…wx"),
        ("abcdefghijklmnopqrstuvwxyz" * 9, "abcd…yz"),
        ("\x1b[31mred and more", "?[3…e"),
        ("pässwörter und mehr", "p?s…r"),
        ("\n" * 40, "????…??"),
        ("\udcff" * 20, "????…?"),
        (f"{HEADER} {KEY}-----\nMIIE", f"{HEADER} {KEY}----- …"),
        (f"-----BEGIN {KEY}-----\nMIIE", f"-----BEGIN {KEY}----- …"),
        (f"-----BEGIN PGP {KEY} BLOCK-----\n", f"-----BEGIN PGP {KEY} BLOCK----- …"),
        ("-----BEGIN hunter2 " + KEY + "-----\nMII", "----…II"),
        (f"{HEADER} {KEY}\nMIIEpAIBAAKC", "----…KC"),
    ],
)
def test_what_is_shown(secret, shown):
    assert redacted(secret) == shown


@given(st.text(max_size=80))
def test_never_more_than_a_quarter(secret):
    shown = redacted(secret)
    assert (len(shown) - 1) * 4 <= len(secret)
    assert shown.isprintable()
    assert len(shown) == 1 or len(secret) >= 12
