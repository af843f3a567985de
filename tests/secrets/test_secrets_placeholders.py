"""What is no secret: placeholders, words, digests, encoded text."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.secret_examples import filled
from trailers.secrets.checks.digests import digest_length, digests, hexadecimal, uuid
from trailers.secrets.checks.encoded import plain
from trailers.secrets.checks.letters import surprise
from trailers.secrets.checks.placeholder import placeholder


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "x",
            "xxxx",
            "********",
            "changeme",
            "change_me_please",
            "your-api-key",
            "YOUR_API_KEY",
            "my-secret",
        ),
        *(
            "secret123",
            "password1",
            "p@ssw0rd",
            "P@ssw0rd!",
            "test",
            "testtest",
            "test-token-1",
            "admin123",
            "root",
        ),
        *(
            "foo",
            "foobar",
            "dummy-value",
            "fake_key",
            "abc123",
            "123456",
            "12345678901234567890",
            "qwerty123",
        ),
        *(
            "${PASSWORD}",
            "{{ password }}",
            "$(cat key)",
            "%(password)s",
            "<password>",
            "#{token}",
            "%s",
            "<%= x %>",
        ),
        *("deadbeef" * 4, "abcdefghijklmnop", "0123456789abcdef", "aaaaaaaaaa", "ababababab", "none", "null"),
        *("not-a-real-token", "REDACTED", "insert-token-here", "super-secret-password", "mysecretpassword"),
    ],
)
def test_placeholder(value):
    assert placeholder(value)


@pytest.mark.parametrize(
    "template",
    ["{alnum:12}", "{alnum:40}", "{hex:32}", "sk_test_{alnum:24}", "prod-{alnum:20}", "{base64:300}"],
)
def test_noop(template):
    failed = [seed for seed in range(200) if placeholder(filled(template, seed))]
    assert len(failed) <= 1


class TestWords:
    @pytest.mark.parametrize(
        "value",
        [
            *(
                "MyPassword",
                "my-secret-token",
                "getUserPasswordFromRequest",
                "XMLHttpRequest",
                "correcthorsebattery",
            ),
            *("oauth2_access_token", "application/json", "kubernetes", "ISO8859", "sha256", "s3-eu-west-1"),
            *("mot_de_passe", "passwort", "contrasena", "wachtwoord", "senha-do-usuario"),
        ],
    )
    def test_low(self, value):
        assert surprise(value) < 0.3

    @pytest.mark.parametrize("alphabet", [string.ascii_lowercase, string.ascii_letters + string.digits])
    def test_high(self, alphabet):
        chance = random.Random(5)
        drawn = ["".join(chance.choices(alphabet, k=20)) for _ in range(300)]
        assert sum(surprise(value) < 0.3 for value in drawn) <= 3

    @given(st.text(max_size=200))
    def test_any(self, value):
        assert 0 <= surprise(value) <= 1
        assert placeholder(value) in (True, False)
        assert isinstance(plain(value), str)


class TestDigests:
    @pytest.mark.parametrize(
        "template",
        [
            *(
                "sha256:{hex:64}",
                "sha512-{base64:86}==",
                "SHA256={hex:64}",
                "md5:{hex:32}",
                "h1:{base64:43}=",
            ),
            *(
                "$2b$12${alnum:53}",
                "$6$abc${alnum:86}",
                "$argon2id$v=19$m=65536${alnum:40}",
                "$apr1${alnum:30}",
            ),
            *("pbkdf2_sha256$870000${alnum:22}", "bcrypt_sha256$$2b$12${alnum:53}", "{SSHA}{base64:32}"),
            *(
                "ssh-ed25519",
                "AAAAC3NzaC1lZDI1NTE5{base64:40}",
                "age1{loweralnum:58}",
                "pk_live_{alnum:24}",
                "1.2.3",
            ),
        ],
    )
    def test_known(self, template):
        assert digests(filled(template, 1))

    @pytest.mark.parametrize("template", ["{alnum:1}Q{alnum:30}", "q{hex:40}", "sk_live_{alnum:24}"])
    def test_noop(self, template):
        assert not any(digests(filled(template, seed)) for seed in range(50))

    def test_forms(self):
        assert uuid(filled("{uuid}", 1))
        assert not uuid(filled("{hex:36}", 1))
        assert hexadecimal("0xAB12")
        assert not hexadecimal("xyz")
        assert digest_length(filled("{hex:40}", 1))
        assert not digest_length(filled("{hex:41}", 1))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("dGhlIHNhbXBsZSBub25jZQ==", "the sample nonce"),
        ("dXNlcjpwYXNzd29yZA", "user:password"),
        ("dXNl", ""),
        ("////////////", ""),
        ("not base64", ""),
    ],
)
def test_encoded(value, text):
    assert plain(value) == text
