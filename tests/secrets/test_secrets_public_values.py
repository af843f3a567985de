"""Hard negatives: what looks like a secret and is public, where people write it."""

import pytest

from tests.secret_examples import filled
from tests.secrets.judged import told

WRITTEN = [
    ("yml", "    rev: {hex:40}"),
    ("yml", "uses: actions/checkout@{hex:40} # v4"),
    ("yml", "digest: sha256:{hex:64}"),
    ("Dockerfile", "FROM python@sha256:{hex:64}"),
    ("json", '"integrity": "sha512-{base64:86}=="'),
    ("json", '"traceId": "{hex:32}", "spanId": "{hex:16}"'),
    ("json", '"ETag": "\\"{hex:32}\\""'),
    ("json", '"id": "{uuid}"'),
    ("json", '"publicKey": "{base64:43}="'),
    ("json", '"client_id": "{alnum:32}"'),
    ("json", '"key": "{uuid}"'),
    ("json", '"pageToken": "{alnum:30}"'),
    ("json", '"idempotencyKey": "{uuid}"'),
    ("json", '"certificate": "{base64:60}"'),
    ("json", '"signature": "{base64:86}=="'),
    ("json", '"tokenAddress": "0x{hex:40}"'),
    ("json", '"cursor": "{base64url:32}"'),
    ("log", "traceparent: 00-{hex:32}-{hex:16}-01"),
    ("txt", "requests==2.31 --hash=sha256:{hex:64}"),
    ("txt", "{hex:64}  app.tar.gz"),
    ("sum", "github.com/acme/app v1.2.3 h1:{base64:43}="),
    ("html", '<script integrity="sha384-{base64:64}" src="x.js"></script>'),
    ("html", '<meta name="csrf-token" content="{base64:64}">'),
    ("html", '<script nonce="{base64:22}==">'),
    ("toml", 'checksum = "{hex:64}"'),
    ("rb", "    md5 '{hex:32}'"),
    ("rb", "sha256 '{hex:64}'"),
    ("go", 'const commit = "{hex:40}"'),
    ("sh", "SHA256SUM={hex:64}"),
    ("sh", "password_hash=$2b$12${alnum:53}"),
    ("js", 'const hash = "{hex:64}";'),
    ("js", 'cacheKey: "{hex:32}"'),
    ("js", 'const token = "0x{hex:40}";'),
    ("tf", '    "h1:{base64:43}=",'),
    ("nix", '  hash = "sha256-{base64:43}=";'),
    ("pub", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{base64:43} me@host"),
    ("xml", 'publicKeyToken="{hex:16}"'),
    ("css", 'url("data:font/woff2;base64,{base64:160}")'),
    ("py", 'assert digest == "{hex:64}"'),
    ("py", 'request_id = "{uuid}"'),
]


@pytest.mark.parametrize(("suffix", "template"), WRITTEN, ids=[template[:30] for _, template in WRITTEN])
def test_silent(suffix, template):
    texts = [filled(template, seed) for seed in range(10)]
    assert [text for text in texts if told(text + "\n", f"src/app.{suffix}")] == []
