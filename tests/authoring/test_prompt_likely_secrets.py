"""What may be a secret in a sentence is taken out, rather too much than too little; prose stays."""

import random
import string
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.authoring.prompts.likely_secrets import without_likely_secrets

CHANCE = random.Random(20)
ALNUM = string.ascii_letters + string.digits
RANDOM = "".join(CHANCE.choices(ALNUM, k=30)) + "1a"
HEX = "".join(CHANCE.choices("0123456789abcdef", k=38)) + "0f"
BASE64 = "/".join("".join(CHANCE.choices(ALNUM, k=9)) + "1aB" for _ in range(3))
PASSWORD = "Tr0ub" + "4dor&3"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"the db password is {PASSWORD}", PASSWORD),
        (f"password: {PASSWORD}", PASSWORD),
        (f"Log in with password={PASSWORD}, please", PASSWORD),
        (f"PASSWORD := {PASSWORD}", PASSWORD),
        (f"DB_PASSWORD={PASSWORD}", PASSWORD),
        (f"my API key: {RANDOM}", RANDOM),
        (f"my api-key is this: {RANDOM}.", RANDOM),
        (f"use token {HEX}", HEX),
        (f"use {HEX}", HEX),
        (f"({RANDOM})", RANDOM),
        (f"https://api.example.org/{RANDOM}/x", RANDOM),
        (f"say {BASE64} to it", BASE64),
        (f"das Passwort ist {PASSWORD}", PASSWORD),
        ("pin: 12-34-56", "12-34-56"),
        ("password=swordfish", "swordfish"),
        (f"the password is: {PASSWORD}", PASSWORD),
        (f"the password is set to {PASSWORD}", PASSWORD),
        (f"password -- {PASSWORD}", PASSWORD),
        (f"Password：{PASSWORD}", PASSWORD),
        (f"PGPASSWORD={PASSWORD} psql", PASSWORD),
        (f"my authToken: {PASSWORD}", PASSWORD),
        ("clone https://jane:" + "swordfish@example.org/a", "swordfish"),
        ("clone https://jane:" + "sword@fish@example.org/a", "sword"),
    ],
)
def test_what_is_gone(text, secret):
    assert secret not in without_likely_secrets(text)
    assert "[redacted]" in without_likely_secrets(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mend the parser: it reads one line too many",
        "In trailers/assistants/sessions/window.py, line 34, use _sha2 (PEP 8)",
        "The key of the table is missing, and the token is wrong",
        "Rename test_prepare_message_operations.py to test_writing.py",
        "Upgrade to Python 3.13.0 and git 2.39.5 on 2026-11-21",
        "Make `max_line_length` 110 in pyproject.toml",
        "Why does x = y[0:3] == (1, 2) fail?",
        "Clone ssh://git@example.org:22/a and mail jane@example.org",
        "直して、パスワードの確認を",
        "",
    ],
)
def test_what_stays(text):
    assert without_likely_secrets(text) == text


@given(st.text())
def test_twice_is_once(text):
    once = without_likely_secrets(text)
    assert without_likely_secrets(once) == once


@pytest.mark.parametrize("piece", ["password=", "a1", "/a1B", "key: ", "=:"])
def test_it_is_linear(piece):
    assert growth(lambda size: partial(without_likely_secrets, piece * size)) < LINEAR
