"""Fingerprints: of the value alone, ours and detect-secrets'."""

import hashlib

import pytest
from detect_secrets.core.potential_secret import PotentialSecret
from hypothesis import given
from hypothesis import strategies as st

from trailers.secrets.fingerprint import fingerprint, sha1
from trailers.secrets.found import Found


def found(secret, rule="US201", detector="d", line=1):
    return Found(rule, detector, line, 1, secret, "a token")


def test_ours_is_a_sha_256_behind_a_prefix():
    assert fingerprint(found("abc")) == hashlib.sha256(b"undersign-secrets/1\0abc").hexdigest()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (found("a"), found("a", "US204", "e", 9), True),
        (found("a"), found("b"), False),
        (found("\udcff"), found("\xff"), False),
        (found("\ud800"), found("?"), False),
    ],
)
def test_it_is_of_the_value_alone(one, other, same):
    assert (fingerprint(one) == fingerprint(other)) is same
    assert (sha1(one) == sha1(other)) is same


@given(st.text(max_size=20))
def test_detect_secrets_hashes_the_same(secret):
    assert sha1(found(secret)) == PotentialSecret.hash_secret(secret)


@given(st.binary(max_size=20))
def test_undecodable_bytes_are_the_bytes(data):
    secret = data.decode("utf-8", "surrogateescape")
    assert sha1(found(secret)) == hashlib.sha1(data).hexdigest()
