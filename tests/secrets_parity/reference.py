"""What detect-secrets itself finds: a process of its own, `reference.py TREE SETTINGS`, paths on stdin.

It prints JSON: {"found": {path: [[line, type, SHA-1], ...]}, "failed": {path: the exception's name}}.
Paths are relative to TREE. SETTINGS is a JSON file of a baseline's form (`plugins_used`, `filters_used`),
or "" for the defaults with verification off, as `detect-secrets scan --no-verify` has them.
"""

import json
import os
import sys

from detect_secrets.core.scan import scan_file
from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import default_settings, transient_settings


def main() -> int:
    """Scan the paths on stdin and print what was found."""
    tree, settings = sys.argv[1:3]
    paths = sys.stdin.buffer.read().decode("utf-8", "surrogateescape").split("\0")
    configured = default_settings()
    if settings:
        with open(settings, encoding="utf-8") as file:
            configured = transient_settings(json.load(file))
    os.chdir(tree)
    with configured:
        print(json.dumps(_scanned([path for path in paths if path])))
    return 0


def _scanned(paths: list[str]) -> dict[str, dict[str, object]]:
    found: dict[str, object] = {}
    failed: dict[str, object] = {}
    for path in paths:
        secrets = SecretsCollection()
        try:
            for secret in scan_file(path):
                secrets[path].add(secret)
        except Exception as error:  # noqa: BLE001 - whatever it is, detect-secrets ends there
            failed[path] = type(error).__name__
            continue
        if rows := sorted([one.line_number, one.type, one.secret_hash] for _, one in secrets):
            found[path] = rows
    return {"found": found, "failed": failed}


if __name__ == "__main__":
    raise SystemExit(main())
