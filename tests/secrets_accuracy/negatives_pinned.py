"""What pins, locks and checks software: digests, revisions, integrity hashes."""
# ruff: noqa: E501  # a row is a file, and reads best on one line

from collections.abc import Callable

from tests.secrets_accuracy.drawing import Draw

Row = tuple[str, str, Callable[[Draw], str]]


def _sri(bits: int) -> Callable[[Draw], str]:
    return lambda d: f"sha{bits}-{d.base64(bits // 8)}"


PINNED: tuple[Row, ...] = (
    ("git-sha", ".github/workflows/ci_{n}.yml",
     lambda d: "on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n"
     f"      - uses: actions/checkout@{d.hex(40)}  # v5\n      - run: make\n"),
    ("git-sha", ".pre-commit-config_{n}.yaml",
     lambda d: f"repos:\n  - repo: https://github.com/acme/hooks\n    rev: {d.hex(40)}\n    hooks:\n      - id: a\n"),
    ("git-sha", "go_{n}.mod",
     lambda d: f"module acme.io/api\n\ngo 1.25\n\nrequire github.com/acme/kit v0.0.0-20260102150405-{d.hex(12)}\n"),
    ("git-sha", "acme/version_{n}.py", lambda d: f'VERSION = "4.2.0"\nCOMMIT = "{d.hex(40)}"\n'),
    ("git-sha", "deploy/build_{n}.env", lambda d: f"GIT_COMMIT={d.hex(40)}\nBUILD_NUMBER=812\n"),
    ("git-sha", "CHANGES_{n}.txt",
     lambda d: f"2026-02-03  Mend the importer ({d.hex(10)})\n2026-02-01  Begin ({d.hex(40)})\n"),
    ("git-sha", "config/release_{n}.json",
     lambda d: f'{{\n  "branch": "main",\n  "revision": "{d.hex(40)}",\n  "dirty": false\n}}\n'),
    ("git-sha", "acme/urls_{n}.py",
     lambda d: f'SOURCE = "https://raw.githubusercontent.com/acme/api/{d.hex(40)}/schema.json"\n'),
    ("git-sha", "third_party/WORKSPACE_{n}",
     lambda d: f'git_repository(\n    name = "rules_go",\n    commit = "{d.hex(40)}",\n    remote = "https://git.acme.io",\n)\n'),
    ("sha256", "requirements_{n}.txt",
     lambda d: f"httpx==0.28.1 \\\n    --hash=sha256:{d.hex(64)} \\\n    --hash=sha256:{d.hex(64)}\n"),
    ("sha256", "docker/base_{n}.Dockerfile", lambda d: f"FROM python:3.13-slim@sha256:{d.hex(64)}\nRUN pip list\n"),
    ("sha256", "deploy/pod_{n}.yaml", lambda d: f"spec:\n  containers:\n    - image: acme/api@sha256:{d.hex(64)}\n"),
    ("sha256", "Formula/tool_{n}.rb",
     lambda d: f'class Tool < Formula\n  url "https://acme.io/tool-1.0.tar.gz"\n  sha256 "{d.hex(64)}"\nend\n'),
    ("sha256", "dist/SHA256SUMS_{n}", lambda d: f"{d.hex(64)}  tool-linux-amd64\n{d.hex(64)}  tool-darwin-arm64\n"),
    ("sha256", "third_party/deps_{n}.bzl",
     lambda d: f'http_archive(\n    name = "zlib",\n    sha256 = "{d.hex(64)}",\n    urls = ["https://zlib.net/z.tgz"],\n)\n'),
    ("sha256", "infra/.terraform_{n}.lock.hcl",
     lambda d: f'provider "aws" {{\n  version = "6.0.0"\n  hashes = [\n    "h1:{d.base64(32)}",\n    "zh:{d.hex(64)}",\n  ]\n}}\n'),
    ("sha256", "src/checksums_{n}.go", lambda d: f'package pkg\n\nconst archiveSHA256 = "{d.hex(64)}"\n'),
    ("sha256", "acme/model_{n}.py", lambda d: f'URL = "https://acme.io/w.bin"\nEXPECTED_SHA256 = "{d.hex(64)}"\n'),
    ("sha512", "dist/SHA512SUMS_{n}", lambda d: f"{d.hex(128)}  image.iso\n"),
    ("sha1-md5", "config/files_{n}.json",
     lambda d: f'[\n  {{"path": "a.css", "md5": "{d.hex(32)}"}},\n  {{"path": "b.js", "sha1": "{d.hex(40)}"}}\n]\n'),
    ("sha1-md5", "pkg/APKBUILD_{n}", lambda d: f'pkgver=1.2\nsha512sums="\n{d.hex(128)}  tool-1.2.tar.gz\n"\n'),
    ("integrity", "web/package-lock_{n}.json",
     lambda d: '{\n  "node_modules/a": {\n    "version": "1.0.0",\n'
     f'    "integrity": "{_sri(512)(d)}"\n  }}\n}}\n'),
    ("integrity", "web/page_{n}.html",
     lambda d: f'<script src="https://cdn.acme.io/a.js" integrity="{_sri(384)(d)}" crossorigin="anonymous"></script>\n'),
    ("integrity", "web/pnpm-lock_{n}.yaml",
     lambda d: f"packages:\n  a@1.0.0:\n    resolution: {{integrity: {_sri(512)(d)}}}\n    engines: {{node: '>=18'}}\n"),
    ("integrity", "web/yarn_{n}.lock",
     lambda d: f'"a@npm:^1.0.0":\n  version: 1.0.0\n  checksum: 10c0/{d.hex(128)}\n  languageName: node\n'),
    ("integrity", "web/policy_{n}.conf",
     lambda d: f"add_header Content-Security-Policy \"script-src 'nonce-{d.base64(16)}' '{_sri(256)(d)}'\";\n"),
    ("integrity", "flake_{n}.lock",
     lambda d: f'{{\n  "locked": {{\n    "narHash": "{_sri(256)(d)}",\n    "rev": "{d.hex(40)}"\n  }}\n}}\n'),
    ("lock-file", "Cargo_{n}.lock",
     lambda d: f'[[package]]\nname = "serde"\nversion = "1.0.0"\nchecksum = "{d.hex(64)}"\n'),
    ("lock-file", "go_{n}.sum",
     lambda d: f"github.com/acme/kit v1.2.3 h1:{d.base64(32)}\ngithub.com/acme/kit v1.2.3/go.mod h1:{d.base64(32)}\n"),
    ("lock-file", "poetry_{n}.lock",
     lambda d: f'[[package]]\nname = "httpx"\nfiles = [\n    {{file = "httpx.whl", hash = "sha256:{d.hex(64)}"}},\n]\n'),
    ("lock-file", "composer_{n}.lock",
     lambda d: f'{{\n  "content-hash": "{d.hex(32)}",\n  "packages": [{{"reference": "{d.hex(40)}"}}]\n}}\n'),
    ("lock-file", "pubspec_{n}.lock",
     lambda d: f'packages:\n  http:\n    description:\n      sha256: "{d.hex(64)}"\n    version: "1.2.0"\n'),
)  # fmt: skip
