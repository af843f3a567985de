"""Private keys in all their forms; never a header alone."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.secret_examples import filled
from tests.secrets.judged import told

BODY = "\n".join(filled("{base64:64}", seed) for seed in range(12)) + "\n"
KINDS = ["RSA ", "EC ", "DSA ", "OPENSSH ", "ENCRYPTED ", ""]


def pem(kind, body=BODY, ending="KEY-----"):
    return f"-----BEGIN {kind}PRIVATE {ending}\n{body}-----END {kind}PRIVATE {ending}\n"


FORMS = {
    "as it is": lambda text: text,
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "JSON": lambda text: json.dumps({"key": text}),
    "JSON in JSON": lambda text: json.dumps(json.dumps({"key": text})),
    "the environment": lambda text: f'KEY="{text}"'.replace("\n", "\\n"),
    "YAML": lambda text: "key: |\n" + "".join(f"    {line}\n" for line in text.split("\n")),
    "one line": lambda text: text.replace("\n", " "),
    "strings": lambda text: " +\n".join(f'  "{line}\\n"' for line in text.split("\n")),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 in lines": lambda text: base64.encodebytes(text.encode()).decode(),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_pem(kind, form):
    assert [rule for rule, _ in told(FORMS[form](pem(kind)))] == ["US202"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            pem("RSA ", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A1B\n\n" + BODY), id="fields"
        ),
        pytest.param(pem("PGP ", "Version: GnuPG v2\n\n" + BODY, "KEY BLOCK-----"), id="OpenPGP"),
        pytest.param(pem("EC ", filled("{base64:64}\n{base64:64}\n{base64:36}\n", 1)), id="a short one"),
        pytest.param(pem("", filled("{base64:64}\n", 1)), id="Ed25519"),
        pytest.param("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n" + BODY, id="SSH2"),
        pytest.param("PuTTY-User-Key-File-3: x\nPrivate-Lines: 12\n" + BODY, id="PuTTY"),
        pytest.param(filled('{"kty": "EC", "x": "1", "d": "{base64url:43}"}', 1), id="JWK"),
        pytest.param(filled('{"k": "{base64url:43}", "kty": "oct"}', 1), id="symmetric JWK"),
        pytest.param(filled("PrivateKey = {base64:42}A=", 1), id="WireGuard"),
        pytest.param(filled("<RSAKeyValue><D>{base64:172}</D></RSAKeyValue>", 1), id="XML"),
        pytest.param("RWRTY0Iy" + filled("{base64:203}=", 1), id="minisign"),
    ],
)
def test_found(text):
    assert [rule for rule, _ in told(text, "key.txt")] == ["US202"]


def test_each_key_has_a_value_of_its_own():
    texts = [pem("", "".join(filled("{base64:64}\n", seed) for seed in (one, one + 1))) for one in (1, 5)]
    assert len({value for text in texts for _, value in told(text)}) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("-----BEGIN RSA " + "PRIVATE KEY-----", id="a header"),
        pytest.param(pem("", "...\n"), id="an ellipsis"),
        pytest.param(pem("", filled("{base64:64}\n...\n", 1)), id="an ellipsis below"),
        pytest.param(pem("", "a secret private key here, and more words for a test\n"), id="words"),
        pytest.param(pem("", ("A" * 64 + "\n") * 4), id="one letter"),
        pytest.param(pem("", "<your key goes here, in base64, with all its line ends>\n"), id="a gap"),
        pytest.param(pem("RSA ").replace("PRIVATE", "PUBLIC"), id="public"),
        pytest.param(pem("").replace("PRIVATE KEY", "CERTIFICATE"), id="a certificate"),
        pytest.param(
            "if text.startswith('-----BEGIN PRIVATE "
            "KEY-----') or text.endswith('---END PRIVATE KEY-----'):\n"
            "    return load_private_key(text.encode('ascii'), password=None, backend=default_backend())\n",
            id="a program",
        ),
        pytest.param(
            FORMS["base64"](pem("").replace("PRIVATE KEY", "CERTIFICATE")), id="an encoded certificate"
        ),
        pytest.param(filled('{"d": "{base64url:43}"}', 1), id="no JWK"),
        pytest.param(filled('{"kty": "EC", "x": "{base64url:43}"}', 1), id="a public JWK"),
        pytest.param(filled("PublicKey = {base64:42}A=", 1), id="WireGuard's public key"),
    ],
)
def test_noop(text):
    assert [rule for rule, _ in told(text) if rule == "US202"] == []


@given(st.text(max_size=300))
def test_any(text):
    assert isinstance(told(f"-----BEGIN {'PRIVATE'} KEY-----\n{text}"), list)
