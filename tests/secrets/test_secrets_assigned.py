"""Values under names that say what they are: found in every syntax, and not where they are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from tests.secret_examples import filled
from tests.secrets.judged import rows, scanner, told, values
from tests.secrets.made import assignments
from trailers.secrets.checks.naming import kind, words_of


def test_most_are_found_and_exactly():
    made = list(assignments(4))
    missed = [text for path, text, value in made if value not in values(text, path)]
    assert len(missed) <= len(made) * 0.02, missed


@pytest.mark.parametrize("row", rows().values(), ids=rows())
class TestRow:
    def test_its_examples(self, row):
        for seed in range(5):
            for example in row["examples"]:
                text = filled(example, seed)
                detectors = [found.detector for found in scanner().scan("settings.conf", text.encode())]
                assert row["name"] in detectors or row["rule"] == "US205", text

    def test_its_counterexamples(self, row):
        for seed in range(5):
            for example in row["counterexamples"]:
                text = filled(example, seed)
                found = scanner().scan("settings.conf", text.encode())
                assert row["name"] not in [one.detector for one in found], text


class TestNames:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("password", ("password", True)),
            ("dbPassword", ("password", True)),
            ("DB_PASS", ("password", True)),
            ("spring.datasource.password", ("password", True)),
            ("mysqlpassword", ("password", True)),
            ("clientSecret", ("secret", True)),
            ("SECRET_KEY_BASE", ("secret", True)),
            ("x-api-key", ("secret", True)),
            ("encryptionKey", ("secret", True)),
            ("token_2", ("secret", True)),
            ("api_key_acme", ("secret", False)),
            ("key", ("key", True)),
            pytest.param("password_hash", ("", False), id="noop, a hash"),
            pytest.param("hashed_secret", ("", True), id="noop, in a baseline of detect-secrets"),
            pytest.param("passwordResetExpires", ("", False), id="noop, a date"),
            pytest.param("api_key_id", ("", False), id="noop, an identifier"),
            pytest.param("secretName", ("", False), id="noop, a name"),
            pytest.param("compass", ("", False), id="noop, a word"),
            pytest.param("author", ("", False), id="noop, another word"),
            pytest.param("public_key", ("", True), id="noop, public"),
            pytest.param("csrf_token", ("", True), id="noop, CSRF"),
            pytest.param("next_page_token", ("", True), id="noop, a page"),
            pytest.param("cacheKey", ("", False), id="noop, a cache's key"),
            pytest.param("jsonwebtoken", ("", False), id="noop, a library"),
        ],
    )
    def test_kind(self, name, expected):
        assert kind(words_of(name)) == expected

    @given(st.text(max_size=80))
    def test_any(self, name):
        assert kind(words_of(name))[0] in ("password", "secret", "key", "")


class TestValues:
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param('password = "{row:20}"', id="counted"),
            pytest.param('password = "change-me-please"', id="words"),
            pytest.param('password = "passw0rd1"', id="password"),
            pytest.param('api_key = "YOUR_API_KEY_HERE"', id="yours"),
            pytest.param('api_key = "${API_KEY}"', id="a variable"),
            pytest.param('api_key = "{{ vault.api_key }}"', id="a template"),
            pytest.param("api_key = os.environ['API_KEY_2']", id="the environment"),
            pytest.param("token = request.headers.token2", id="an expression"),
            pytest.param('token = "deadbeefdeadbeefdeadbeefdeadbeef"', id="over and over"),
            pytest.param('secret_path = "kv/data/team/{alnum:12}"', id="a path's name"),
            pytest.param('secret = "/run/secrets/db_password_v2"', id="a path"),
            pytest.param('token_url = "https://id.acme.io/oauth2/token"', id="an address"),
            pytest.param('label.password = "Enter your password"', id="a sentence"),
            pytest.param('"password": "Passwort vergessen?"', id="a translation"),
            pytest.param('"password": "Contraseña"', id="another translation"),
            pytest.param('password_digest = "$2b$12${alnum:53}"', id="a hash by name"),
            pytest.param('password = "$2b$12${alnum:53}"', id="a hash by form"),
            pytest.param('password = "pbkdf2_sha256$870000${alnum:22}${base64:43}="', id="Django's hash"),
            pytest.param('public_key = "{base64:44}"', id="a public key"),
            pytest.param('key = "sha256:{hex:64}"', id="a digest"),
            pytest.param('key = "{hex:64}"', id="a cache's key"),
            pytest.param('integrity = "sha512-{base64:86}=="', id="integrity"),
            pytest.param('commit = "{hex:40}"', id="a commit"),
            pytest.param('trace_id = "{hex:32}"', id="a trace"),
            pytest.param('token = "dGhl' + 'IHNhbXBsZSBub25jZQ=="', id="a sample in base64"),
            pytest.param('client_id = "{alnum:32}"', id="a public identifier"),
            pytest.param('version_token = "1.22.3-rc4"', id="a version"),
            # Facts of gitleaks' rule tests (MIT), cmd/generate/config/rules/generic.go.
            pytest.param('"credentialId": "{alnum:22}",', id="Jenkins"),
            pytest.param("credentialsId: '{uuid}'", id="Jenkins' UUID"),
            pytest.param("<UserSecretsId>{uuid}</UserSecretsId>", id="dotnet"),
            pytest.param('accessibilityYesOptionId = "{uuid}"', id="accessibility"),
            pytest.param('"accessor":"{alnum:16}",', id="accessor"),
            pytest.param("primaryKey={alnum:30}", id="a primary key"),
            pytest.param("issuerKeyHash={alnum:30}", id="an issuer's hash"),
            pytest.param('LLM_SECRET_NAME = "NEXUS-GPT4-API-KEY"', id="a name"),
            pytest.param(
                'const s = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"', id="alphabet"
            ),
            pytest.param("csrf-token={base64:86}==", id="CSRF"),
            pytest.param("GITHUB_API_KEY=\nDYNATRACE_API_KEY=", id="empty"),
            pytest.param('SRCREV_moby = "{hex:40}"', id="BitBake"),
            # Facts of detect-secrets' tests (Apache-2.0), tests/plugins/keyword_test.py.
            pytest.param('api_key = ""', id="empty quotes"),
            pytest.param('password = "somefakekey"', id="fake"),
            pytest.param("password: ${link}", id="a link"),
            pytest.param('some_key = "real_secret"', id="a key"),
            pytest.param("private_key \"hopenobodyfindsthisone';", id="quotes that differ"),
        ],
    )
    @pytest.mark.parametrize("path", ["a.py", "a.yml"])
    def test_noop(self, text, path):
        assert [one for one in told(filled(text, 1), path) if one[0] == "US204"] == []

    @pytest.mark.parametrize(
        "text",
        [
            '"user_auth": "{base64:60}"',
            '"credentials" : "{hex:64}"',
            "private-key: {base64url:100}",
            "mySecretString={alnum:30}",
            ' utils.GetEnvOrDefault("api_token", "{uuid}")',
            'if (apikey == "{alnum:20}") {',
            'std::string secret("{alnum:20}");',
            'char secrets[25] = "{alnum:20}";',
            "apikey_myservice: '{alnum:20}'",
            "buildConfigField 'String', 'API_KEY', '\"{hex:32}\"'",
            ":password => '7{alpha:6}42'",
        ],
    )
    def test_found(self, text):
        assert [rule for rule, _ in told(filled(text, 3), "a.conf")] == ["US204"]

    def test_a_rejected_value_does_not_hide_the_next(self):
        assert values(filled('token: password = "{alnum:16}"', 1)) == [
            filled('token: password = "{alnum:16}"', 1)[19:-1]
        ]

    @given(st.text(max_size=200))
    def test_any_text(self, text):
        assert isinstance(told(f'password = "{text}"'), list)


class TestSeverity:
    @pytest.mark.parametrize(
        ("path", "severity"), [("src/a.py", "error"), ("tests/a.py", "warning"), ("docs/a.conf", "warning")]
    )
    def test_by_place(self, path, severity):
        (found,) = scanner().scan(path, filled('db_password = "{alnum:20}"', 1).encode())
        assert found.severity == severity


@pytest.mark.parametrize(
    "piece",
    [
        b"password",
        b"password=",
        b'password = "',
        b"key: ",
        b"token token ",
        b"://a:",
        b"://:@",
        b"eyJ",
        b"bearer a",
    ],
)
def test_linear(piece):
    def prepare(size):
        data = piece * (size // len(piece))
        return lambda: scanner().scan("a.txt", data)

    assert growth(prepare) < LINEAR
