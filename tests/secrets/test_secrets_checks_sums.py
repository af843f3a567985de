"""Check sums: right ones settle it, wrong ones ask for a mixed value."""

import pytest

from tests.secret_examples import filled
from trailers.secrets.checks.base62_crc32 import base62_crc32
from trailers.secrets.checks.gitlab_crc32 import base36_crc32
from trailers.secrets.checks.grafana_crc32 import little_endian_crc32
from trailers.secrets.checks.registry import check_named
from trailers.secrets.hit import Hit

# The body of the token on GitHub's pages, in pieces.
DOCUMENTED = ("16C7e42F", "292c6912", "E7710c83", "8347Ae17", "8B4a")


def judged(name, value):
    data = value.encode()
    return check_named(name)(Hit(data, "file", 0, 0, len(data)))


def test_known_sums():
    # CRC-32 of "123456789" is cbf43926, the check value of every catalogue of these sums.
    assert int(b"cbf43926", 16) == 3421780262
    assert little_endian_crc32(b"123456789") == b"2639f4cb"
    assert int(base36_crc32(b"123456789"), 36) == 3421780262
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    number = 0
    for digit in base62_crc32(b"123456789").decode():
        number = number * 62 + digits.index(digit)
    assert number == 3421780262
    assert base62_crc32(b"") == b"000000"
    assert base36_crc32(b"") == b"0000000"


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("ghp_{github_crc32}", "github_crc32"),
        ("npm_{github_crc32}", "npm_crc32"),
        ("glpat-{gitlab_crc32:glpat-}", "gitlab_crc32"),
        ("glsa_{grafana_crc32}", "grafana_crc32"),
        ("ghs_{alnum:36}", "github_crc32"),
        ("npm_{alnum:36}", "npm_crc32"),
        ("glrt-{base64url:40}.01.{loweralnum:9}", "gitlab_crc32"),
        ("glsa_{alnum:32}_{hex:8}", "grafana_crc32"),
        ("{snowflake}.{base64url:6}.{base64url:38}", "discord_snowflake"),
        ("M{alnum:23}.{base64url:6}.{base64url:38}", "discord_snowflake"),
        ("{basic}", "basic_auth"),
        ("{base64:40}", "aws_secret"),
    ],
)
def test_found(template, name):
    assert all(judged(name, filled(template, seed)) for seed in range(20))


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("ghp_{same:36}", "github_crc32"),
        ("ghp_{row:36}", "github_crc32"),
        ("ghp_" + "ab12cd" * 6, "github_crc32"),
        ("ghp_" + "".join(DOCUMENTED), "github_crc32"),
        ("npm_{same:36}", "npm_crc32"),
        ("glpat-{same:40}.01.0z{same:7}", "gitlab_crc32"),
        ("glsa_{same:32}_{hex:8}", "grafana_crc32"),
        ("M{same:23}.{same:6}.{same:38}", "discord_snowflake"),
        ("{base64:39}", "basic_auth"),
        ("{base64:40}", "basic_auth"),
        ("{hex:40}", "aws_secret"),
        ("/{alnum:39}", "aws_secret"),
    ],
)
def test_not_found(template, name):
    assert not any(judged(name, filled(template, seed)) for seed in range(20))


def test_a_right_sum_settles_it():
    body = "aZ9" * 10
    assert judged("github_crc32", f"ghp_{body}{base62_crc32(body.encode()).decode()}")
    assert not judged("github_crc32", f"ghp_{body}aZ9aZ9")


@pytest.mark.parametrize("value", ["", ".", "..", "!!!.a.b", "\u00e9.a.b"])
def test_discord_takes_any_text(value):
    assert not judged("discord_snowflake", value)
