"""The files that can hold a policy."""

import hashlib
import subprocess
import sys

import pytest

from trailers.errors import PolicyError
from trailers.policy.files import digest, load_files

OWN = b"disclosure.mode = 'explicit'\n"
OURS = b"[tool.undersign.disclosure]\nmode = 'forbid'\n"
OTHERS = b"[project]\nname = 'x'\n"

FOUND = {
    "none": ({}, None, None),
    "a pyproject of somebody else": ({"pyproject.toml": OTHERS}, None, None),
    "a pyproject that speaks of us": ({"pyproject.toml": b"[project]\nname = 'undersign'\n"}, None, None),
    "a broken pyproject of somebody else": ({"pyproject.toml": b"[project\n"}, None, None),
    "other files": ({"policy.toml": OWN}, None, None),
    "its own": ({"undersign.toml": OWN}, "undersign.toml", "explicit"),
    "its own, empty": ({"undersign.toml": b""}, "undersign.toml", "detected"),
    "pyproject": ({"pyproject.toml": OURS}, "pyproject.toml", "forbid"),
    "pyproject, spelt with an escape": (
        {"pyproject.toml": b'[tool."under\\u0073ign".disclosure]\nmode = "forbid"\n'},
        "pyproject.toml",
        "forbid",
    ),
    "its own beside a pyproject": (
        {"undersign.toml": OWN, "pyproject.toml": OTHERS},
        "undersign.toml",
        "explicit",
    ),
}


@pytest.mark.parametrize(("files", "name", "mode"), FOUND.values(), ids=FOUND)
def test_the_policy_among_files(files, name, mode):
    found = load_files(files, place=" at abc")
    assert (found and found.name, found and found.policy.disclosure.mode) == (name, mode)
    if found:
        assert found.policy.source == f"{name} at abc"
        assert found.data == files[name]


WRONG = {
    "two": (
        {"undersign.toml": OWN, "pyproject.toml": OURS},
        "there are two policies: undersign.toml, and [tool.undersign] in pyproject.toml at abc",
    ),
    "two, both empty": (
        {"undersign.toml": b"", "pyproject.toml": b"[tool.undersign]"},
        "there are two policies: undersign.toml, and [tool.undersign] in pyproject.toml at abc",
    ),
    "not UTF-8": (
        {"undersign.toml": b"a = 1\nb = '\xff'\n"},
        "undersign.toml at abc:2: not TOML: this is not UTF-8",
    ),
    "UTF-16": (
        {"undersign.toml": "requires = '>=0.2'".encode("utf-16")},
        "undersign.toml at abc:1: not TOML: this is not UTF-8",
    ),
    "too long": ({"undersign.toml": b"#" * 1_048_577}, "undersign.toml at abc: longer than 1048576 bytes"),
    "unknown": ({"undersign.toml": b"x = 1"}, "undersign.toml at abc:1: x: unknown key"),
    "unknown in pyproject": (
        {"pyproject.toml": b"[tool.undersign]\nx = 1"},
        "pyproject.toml at abc:2: x: unknown key",
    ),
    "a broken pyproject of ours": ({"pyproject.toml": OURS + b"x ="}, "pyproject.toml at abc:3: not TOML"),
}


@pytest.mark.parametrize(("files", "message"), WRONG.values(), ids=WRONG)
def test_files_that_are_wrong(files, message):
    with pytest.raises(PolicyError) as caught:
        load_files(files, place=" at abc")
    assert caught.value.message.startswith(message)
    assert caught.value.remedy


def test_the_longest_file_is_read():
    assert load_files({"undersign.toml": b"#" * 1_048_576}) is not None


def test_rules_are_known():
    with pytest.raises(PolicyError, match="there is no such rule"):
        load_files({"undersign.toml": b"severity.US999 = 'off'"}, {"US101": "undisclosed"})


def test_the_digest_is_that_of_the_bytes():
    assert digest(OWN) == hashlib.sha256(OWN).hexdigest()


@pytest.mark.parametrize(
    ("code", "kept_out"),
    [
        (
            "load_files({'pyproject.toml': b'[project]'})",
            ["tomli", "datetime", "re", "typing", "json", "hashlib"],
        ),
        ("load_files({'undersign.toml': b''})", ["json", "hashlib", "difflib", "trailers.policy.schema"]),
    ],
    ids=["no policy", "a policy"],
)
def test_what_a_hook_pays(code, kept_out):
    program = f"import sys\nfrom trailers.policy.files import load_files\n{code}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    bare = subprocess.run(
        [sys.executable, "-c", "import sys, collections.abc\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not set(kept_out) & (set(done.stdout.split()) - set(bare.stdout.split()))
