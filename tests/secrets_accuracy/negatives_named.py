"""Names, traces, addresses and keys that are public: long, random, and no secrets."""
# ruff: noqa: E501  # a row is a file, and reads best on one line

import base64

from tests.secrets_accuracy.drawing import Draw
from tests.secrets_accuracy.kinds_keys import armoured
from tests.secrets_accuracy.negatives_pinned import Row


def _ssh(draw: Draw) -> str:
    return base64.b64encode(b"\0\0\0\x0bssh-ed25519\0\0\0 " + draw.randbytes(32)).decode()


def _ssh_rsa(draw: Draw) -> str:
    return base64.b64encode(
        b"\0\0\0\x07ssh-rsa\0\0\0\x03\x01\0\x01\0\0\x01\x81\0" + draw.randbytes(384)
    ).decode()


NAMED: tuple[Row, ...] = (
    ("trace-id", "logs/api_{n}.log",
     lambda d: f"2026-03-01T10:00:00Z INFO request done trace_id={d.hex(32)} span_id={d.hex(16)} status=200\n"),
    ("trace-id", "web/trace_{n}.http", lambda d: f"GET /v1/jobs\ntraceparent: 00-{d.hex(32)}-{d.hex(16)}-01\n"),
    ("trace-id", "logs/edge_{n}.json",
     lambda d: f'{{"level": "warn", "requestId": "{d.uuid()}", "correlationId": "{d.hex(32)}", "ms": 12}}\n'),
    ("trace-id", "logs/aws_{n}.log", lambda d: f"REPORT RequestId: {d.uuid()} Duration: 12 ms X-Amzn-Trace-Id: "
     f"Root=1-{d.hex(8)}-{d.hex(24)}\n"),
    ("trace-id", "logs/events_{n}.txt", lambda d: f"event {d.hex(32)} sent to the collector\n"),
    ("uuid", "acme/tenants_{n}.py", lambda d: f'TENANT_ID = "{d.uuid()}"\nCLIENT_ID = "{d.uuid()}"\n'),
    ("uuid", "config/app_{n}.yaml", lambda d: f"subscription: {d.uuid()}\nresource_group: acme-prod\n"),
    ("uuid", "web/ids_{n}.ts", lambda d: f'export const namespace = "{d.uuid()}";\n'),
    ("uuid", "src/App_{n}.csproj", lambda d: f"<Project>\n  <ProjectGuid>{{{d.uuid().upper()}}}</ProjectGuid>\n</Project>\n"),
    ("object-id", "config/seed_{n}.json", lambda d: f'[{{"_id": {{"$oid": "{d.hex(24)}"}}, "name": "a"}}]\n'),
    ("object-id", "config/drive_{n}.yaml", lambda d: f"spreadsheet: 1{d.url64(43)}\nsheet: Orders\n"),
    ("object-id", "acme/ulid_{n}.py", lambda d: f'FIRST = "01J{d.of("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 23)}"\n'),
    ("object-id", "infra/net_{n}.tf", lambda d: f'subnet_id = "subnet-0{d.hex(16)}"\nami       = "ami-0{d.hex(16)}"\n'),
    ("object-id", "infra/role_{n}.yaml",
     lambda d: f"role: arn:aws:iam::{d.digits(12)}:role/deploy\nkey: arn:aws:kms:eu-1:{d.digits(12)}:key/{d.uuid()}\n"),
    ("etag", "logs/head_{n}.txt", lambda d: f'HTTP/2 200\netag: "{d.hex(32)}"\nx-cache: HIT\n'),
    ("etag", "web/cache_{n}.json", lambda d: f'{{"etag": "W/\\"{d.base64(20)}\\"", "maxAge": 60}}\n'),
    ("asset-name", "web/index_{n}.html",
     lambda d: f'<link href="/static/main.{d.hex(20)}.css">\n<script src="/static/app-{d.alnum(8)}.js"></script>\n'),
    ("asset-name", "web/manifest_{n}.json", lambda d: f'{{"main.js": "/static/js/main.{d.hex(8)}.chunk.js"}}\n'),
    ("pod-name", "notes/restart_{n}.txt", lambda d: f"kubectl delete pod web-{d.hex(10)}-{d.lower(5)} -n prod\n"),
    ("chain-address", "contracts/pool_{n}.js",
     lambda d: f'const pool = "0x{d.hex(40)}";\nconst tx = "0x{d.hex(64)}";\nexport {{ pool, tx }};\n'),
    ("content-id", "notes/files_{n}.md", lambda d: f"See ipfs://Qm{d.alnum(44)} for the data.\n"),
    ("public-key", "deploy/authorized_{n}", lambda d: f"ssh-ed25519 {_ssh(d)} jane@acme.io\n"),
    ("public-key", "config/known_hosts_{n}", lambda d: f"git.acme.io ssh-rsa {_ssh_rsa(d)}\n"),
    ("public-key", "infra/keys_{n}.tf", lambda d: f'resource "key" "a" {{\n  public_key = "ssh-rsa {_ssh_rsa(d)}"\n}}\n'),
    ("public-key", "config/jwt_{n}.pem", lambda d: armoured(d, "PUBLIC KEY", 292) + "\n"),
    ("public-key", "config/ca_{n}.crt", lambda d: armoured(d, "CERTIFICATE", 900) + "\n"),
    ("public-key", "config/repo_{n}.asc", lambda d: armoured(d, "PGP PUBLIC KEY BLOCK", 700) + "\n"),
    ("public-key", "dist/tool_{n}.asc", lambda d: armoured(d, "PGP SIGNATURE", 300) + "\n"),
    ("public-key", "config/wg_{n}.conf", lambda d: f"[Peer]\nPublicKey = {d.base64(32)}\nAllowedIPs = 10.0.0.2/32\n"),
    ("public-key", "config/age_{n}.txt",
     lambda d: f"# recipients\nage1{d.of('qpzry9x8gf2tvdw0s3jn54khce6mua7l', 58)}\n"),
    ("public-key", "web/push_{n}.js", lambda d: f'export const vapidPublicKey = "B{d.url64(86)}";\n'),
    ("public-key", "web/pay_{n}.js", lambda d: f'const stripe = Stripe("pk_live_{d.alnum(24)}");\n'),
    ("public-key", "config/jwks_{n}.json",
     lambda d: f'{{"keys": [{{"kty": "RSA", "kid": "{d.url64(22)}", "e": "AQAB", "n": "{d.url64(342)}"}}]}}\n'),
    ("signature", "dist/latest_{n}.json", lambda d: f'{{"version": "1.2.0", "signature": "{d.base64(64)}"}}\n'),
    ("image", "web/icon_{n}.css", lambda d: f'.a {{ background: url("data:image/png;base64,iVBORw0KGgo{d.base64(240)}"); }}\n'),
    ("image", "web/font_{n}.css", lambda d: f"@font-face {{ src: url(data:font/woff2;base64,d09GMg{d.base64(180)}) }}\n"),
    ("binary-data", "acme/tables_{n}.c",
     lambda d: "static const unsigned char t[] = {" + ", ".join(f"0x{d.hex(2)}" for _ in range(24)) + "};\n"),
)  # fmt: skip
