"""JSON Web Tokens: decoded, and told from the examples that everyone shows."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.secret_examples import filled
from tests.secrets.judged import scanner, told


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def token(header, claims, signature="{base64url:43}"):
    return f"{part(header)}.{part(claims)}.{filled(signature, 1)}"


SIGNED = {"alg": "HS256", "typ": "JWT"}
CLAIMS = {"sub": "anna@acme.io", "iat": 1_700_000_000}


@pytest.mark.parametrize("around", ["{}", "token = '{}'", "Authorization: Bearer {}", "?jwt={}&x=1"])
def test_found(around):
    text = token(SIGNED, CLAIMS)
    assert told(around.format(text), "run.sh") == [("US210", text)]


def test_severity():
    text = token(SIGNED, CLAIMS).encode()
    severities = [scanner().scan(path, text)[0].severity for path in ("src/a.json", "spec/a.json")]
    assert severities == ["error", "warning"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            token(SIGNED, {"sub": "1234567890", "name": "John Doe", "iat": 1516239022}), id="jwt.io"
        ),
        pytest.param(token(SIGNED, {"iss": "joe", "http://example.com/is_root": True}), id="RFC 7519"),
        pytest.param(token(SIGNED, CLAIMS, "{same:43}"), id="no signature"),
        pytest.param(token({"typ": "JWT"}, CLAIMS), id="no algorithm"),
        pytest.param(token(SIGNED, "claims"), id="no claims"),
        pytest.param(f"{part(SIGNED)}.{part(CLAIMS)}", id="unsigned"),
        pytest.param("eyJBB.eyJCC.eyJDDDD", id="short"),
        pytest.param("eyJ" + "AB" * 12 + ".eyJ" + "CD" * 12 + "." + "EF" * 12, id="no JSON"),
    ],
)
def test_noop(text):
    assert [rule for rule, _ in told(text) if rule == "US210"] == []


@given(st.text("eyJAB.-_=", max_size=200))
def test_any(text):
    assert isinstance(told(text), list)
