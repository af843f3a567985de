"""Passwords in URLs, in Authorization headers and on command lines."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.secret_examples import filled
from tests.secrets.judged import told, values


@pytest.mark.parametrize(
    ("template", "password"),
    [
        ("DATABASE_URL=postgres://app:{alnum:14}@db.internal:5432/app", "{alnum:14}"),
        ("url = 'mongodb+srv://app:{alnum:12}@cluster0.mongodb.net/app'", "{alnum:12}"),
        ("redis://:{hex:32}@cache:6379/0", "{hex:32}"),
        ("git clone https://deploy:{alnum:20}@git.acme.io/app.git", "{alnum:20}"),
        ("amqp://worker:{alnum:10}@localhost:5672", "{alnum:10}"),
        ("proxy=http://anna:{alpha:4}@{alpha:4}77@proxy.acme.io:3128", "{alpha:4}@{alpha:4}77"),
    ],
)
def test_found(template, password):
    for seed in range(5):
        text = filled(template, seed)
        shape = len(filled(password, 0))
        found = [value for rule, value in told(text, "run.conf") if rule == "US203"]
        assert [len(value) for value in found] == [shape], text


@pytest.mark.parametrize(
    "template",
    [
        "postgres:{|}//user:password@localhost/app",
        "postgres:{|}//postgres:postgres@db:5432/app",
        "amqp:{|}//guest:guest@rabbit:5672",
        "https://user:{alnum:14}@example.com/",
        "https://user:{alnum:14}@www.example.org/",
        "https://user:{alnum:14}@host/",
        "https://user:${PASSWORD}@git.acme.io/",
        "https://user:$PASSWORD{|}@git.acme.io/",
        "https://user:%(password)s{|}@git.acme.io/",
        "https://user:<password>@git.acme.io/",
        "https://user:{same:12}@git.acme.io/",
        "https://acme.io:8080/team@home",
        "https://acme.io/a:b@c",
        # Facts of detect-secrets' tests (Apache-2.0), tests/plugins/basic_auth_test.py.
        "http://localhost:5000/<%= @variable %>",
        '"https://url:8000";@something else',
        "https://url:8000 @something else",
    ],
)
def test_noop(template):
    assert [rule for rule, _ in told(filled(template, 2), "run.conf") if rule == "US203"] == []


class TestAuthorization:
    def test_basic(self):
        pair = filled("deploy:{alnum:16}", 1)
        encoded = base64.b64encode(pair.encode()).decode()
        assert values(f"curl -H 'Authorization: Basic {encoded}' x", "run.sh") == [encoded]

    def test_bearer(self):
        token = filled("{base64url:40}", 1)
        assert values(f'headers["Authorization"] = "Bearer {token}"') == [token]

    @pytest.mark.parametrize(
        "text",
        [
            "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",  # RFC 7617
            "Authorization: Basic dXNlcjpwYXNzd29yZA==",
            "Authorization: Bearer YOUR_ACCESS_TOKEN_HERE",
            "Authorization: Bearer ${ACCESS_TOKEN}",
            "basic understanding of authentication-schemes",
        ],
    )
    def test_noop(self, text):
        assert told(text, "run.sh") == []


@pytest.mark.parametrize(
    "template",
    [
        "curl -s -u admin:{alnum:14} https://ci.acme.io/",
        "sshpass -p {alnum:14} ssh host",
        "mysql -u root -p{alnum:14} app",
        "psexec \\\\host -u admin -p {alnum:14} cmd",
        "CREATE USER app IDENTIFIED BY '{alnum:14}';",
        "requests.get(url, auth=('deploy', '{alnum:16}'))",
        'new NetworkCredential("deploy", "{alnum:16}")',
    ],
)
def test_commands(template):
    for seed in range(5):
        assert [rule for rule, _ in told(filled(template, seed), "run.sh")] == ["US204"]


@given(st.text(max_size=100))
def test_any(text):
    assert isinstance(told(f"x://{text}:{text}@{text} Authorization: Basic {text} curl -u {text}"), list)
