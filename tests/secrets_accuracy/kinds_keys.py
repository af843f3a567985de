"""Private keys, web tokens, addresses with passwords, and values that only their name tells."""

import base64
import textwrap

from tests.secrets_accuracy.carriers import NAMED
from tests.secrets_accuracy.cases import Carrier, Kind
from tests.secrets_accuracy.drawing import Draw, json_web_token

_FILES = (
    Carrier("deploy/tls_{n}.pem", "{value}\n"),
    Carrier("deploy/id_{n}", "{value}\n"),
    Carrier("acme/signing_{n}.py", 'KEY = """\\\n{value}\n"""\n'),
    Carrier("web/signing_{n}.js", "const key = `{value}`;\nexport default key;\n"),
)
_IN_JSON = (
    Carrier(
        "config/account_{n}.json",
        '{\n  "type": "service_account",\n  "project_id": "acme-prod",\n  "private_key": "{value}",\n'
        '  "client_email": "api@acme-prod.iam.gserviceaccount.com"\n}\n',
    ),
    Carrier("deploy/app_{n}.env", 'APP_ENV=production\nSIGNING_KEY="{value}"\n'),
)
_PKCS8 = base64.b64decode("MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQ==")
_OPENSSH = b"openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none\0\0\0\0\0\0\0\x01"


def armoured(draw: Draw, label: str, size: int, start: bytes = b"\x30\x82", headers: str = "") -> str:
    """A key in the textual encoding of RFC 7468 and RFC 4880."""
    lines = textwrap.wrap(base64.b64encode(start + draw.randbytes(size)).decode(), 64)
    return "\n".join(
        (f"-----BEGIN {label}-----", *([headers] if headers else []), *lines, f"-----END {label}-----")
    )


_PRIVATE = "PRIVATE" + " KEY"
_LEGACY = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0011223344556677\n"

KEYS = (
    Kind("pem-pkcs8", "KEY", "RFC 7468", lambda d: armoured(d, _PRIVATE, 1190, _PKCS8), _FILES),
    Kind("pem-rsa", "KEY", "RFC 7468", lambda d: armoured(d, f"RSA {_PRIVATE}", 1190), _FILES),
    Kind("pem-ec", "KEY", "RFC 5915", lambda d: armoured(d, f"EC {_PRIVATE}", 119), _FILES),
    Kind("pem-dsa", "KEY", "RFC 7468", lambda d: armoured(d, f"DSA {_PRIVATE}", 440), _FILES),
    Kind(
        "pem-openssh",
        "KEY",
        "openssh PROTOCOL.key",
        lambda d: armoured(d, f"OPENSSH {_PRIVATE}", 340, _OPENSSH),
        _FILES,
    ),
    Kind("pem-encrypted", "KEY", "RFC 5958", lambda d: armoured(d, f"ENCRYPTED {_PRIVATE}", 1300), _FILES),
    Kind(
        "pem-legacy-encrypted",
        "KEY",
        "RFC 1421",
        lambda d: armoured(d, f"RSA {_PRIVATE}", 1190, headers=_LEGACY),
        _FILES,
    ),
    Kind(
        "pgp-private",
        "KEY",
        "RFC 4880",
        lambda d: armoured(d, f"PGP {_PRIVATE} BLOCK", 1400, b"\x95", "Version: GnuPG v2\n"),
        _FILES,
    ),
    Kind(
        "pem-one-line",
        "KEY",
        "cloud.google.com/iam/docs/keys-create-delete",
        lambda d: armoured(d, _PRIVATE, 1190, _PKCS8).replace("\n", "\\n") + "\\n",
        _IN_JSON,
    ),
    Kind(
        "putty",
        "KEY",
        "the.earth.li/~sgtatham/putty/0.83/htmldoc/AppendixC.html",
        lambda d: (
            "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: acme\nPublic-Lines: 2\n"
            f"{d.base64(48)}\n{d.base64(3)}\nPrivate-Lines: 1\n{d.base64(36)}\nPrivate-MAC: {d.hex(64)}"
        ),
        _FILES[1:2],
    ),
    Kind(
        "age",
        "AGE_KEY",
        "age-encryption.org/v1",
        lambda d: "AGE-SECRET-" + "KEY-1" + d.of("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58),
    ),
    Kind("json-web-token", "SESSION_TOKEN", "RFC 7519", json_web_token),
    Kind("json-web-token-rsa", "SERVICE_TOKEN", "RFC 7519", lambda d: json_web_token(d, "RS256")),
)


def _address(scheme: str, host: str) -> Carrier:
    return Carrier(
        "config/" + scheme.partition("+")[0] + "_{n}.env",
        f"APP_ENV=production\nSERVICE_URL={scheme}://acme:{{value}}@{host}\nPORT=8080\n",
    )


def _addresses(*rows: tuple[str, str]) -> tuple[Carrier, ...]:
    quoted = Carrier("acme/db_{n}.py", 'URL = "postgresql+psycopg://acme:{value}@db.acme.io:5432/orders"\n')
    return (*(_address(*row) for row in rows), quoted)


_HEADERS = (
    Carrier(
        "scripts/call_{n}.sh", "curl -sS -u " + "deploy:{value} https://ci.acme.io/api/json -o out.json\n"
    ),
    Carrier("deploy/n_{n}/.netrc", "machine git.acme.io\n  login deploy\n  password {value}\n"),
)

ADDRESSES = (
    Kind(
        "database-url",
        "URL",
        "RFC 3986 3.2.1",
        Draw.plain_password,
        _addresses(("postgres", "db.acme.io:5432/orders"), ("mysql", "10.0.3.7:3306/orders")),
    ),
    Kind(
        "mongodb-url",
        "URL",
        "mongodb.com/docs/manual/reference/connection-string",
        Draw.plain_password,
        _addresses(("mongodb+srv", "c0.k3x9.mongodb.net/orders"), ("mongodb", "db1.acme.io:27017")),
    ),
    Kind(
        "broker-url",
        "URL",
        "RFC 3986 3.2.1",
        Draw.plain_password,
        _addresses(("amqps", "mq.acme.io:5671/jobs"), ("redis", "cache.acme.io:6379/0")),
    ),
    Kind(
        "https-url",
        "URL",
        "RFC 3986 3.2.1",
        Draw.plain_password,
        _addresses(("https", "git.acme.io/team/infra.git"), ("ftp", "files.acme.io/drop")),
    ),
    Kind("command-line-password", "PASSWORD", "man 1 curl", Draw.plain_password, _HEADERS[:1]),
    Kind("netrc", "PASSWORD", "man 5 netrc", Draw.plain_password, _HEADERS[1:]),
)

GENERIC = (
    Kind("password", "DB_PASSWORD", "a generated password", Draw.password, NAMED),
    Kind("admin-password", "ADMIN_PASSWORD", "a generated password", Draw.plain_password, NAMED),
    Kind("api-key", "API_KEY", "32 hexadecimal digits", lambda d: d.hex(32), NAMED),
    Kind("client-secret", "CLIENT_SECRET", "40 letters and digits", lambda d: d.alnum(40), NAMED),
    Kind("signing-secret", "JWT_SECRET", "openssl rand -base64 32", lambda d: d.base64(32), NAMED),
    Kind(
        "secret-key-base",
        "SECRET_KEY_BASE",
        "guides.rubyonrails.org/security.html",
        lambda d: d.hex(128),
        NAMED,
    ),
    Kind("access-token", "ACCESS_TOKEN", "secrets.token_urlsafe(32)", lambda d: d.url64(43), NAMED),
    Kind("encryption-key", "ENCRYPTION_KEY", "openssl rand -hex 32", lambda d: d.hex(64), NAMED),
)
