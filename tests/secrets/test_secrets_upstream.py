"""detect-secrets' baselines: every version that it can upgrade, as it upgrades them itself."""

import hashlib
import json

import pytest
from detect_secrets.core import baseline as theirs
from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import default_settings

from trailers.errors import PolicyError
from trailers.secrets.baseline.reading import read_baseline
from trailers.secrets.found import Found

NAME = ".secrets.baseline"
ONE = hashlib.sha1(b"one").hexdigest()


def found(secret, detector="Secret Keyword"):
    return Found("US201", detector, 1, 1, secret, "a token")


def entry(**more):
    return {"type": "Secret Keyword", "filename": "a", "hashed_secret": ONE, "is_verified": False, **more}


def document(**more):
    return {"version": "1.5.0", "plugins_used": [], "filters_used": [], "results": {"a": [entry()]}, **more}


def read(what):
    return read_baseline(json.dumps(what, indent=2).encode(), NAME)


OLD = {
    "0.12.0": {
        "exclude": {"files": "^vendor/", "lines": "example"},
        "generated_at": "2019-01-01T00:00:00Z",
        "plugins_used": [
            {"name": "AWSKeyDetector"},
            {"base64_limit": 4.5, "name": "Base64HighEntropyString"},
            {"hex_limit": 3, "name": "HexHighEntropyString"},
        ],
        "results": {"a": [{"hashed_secret": ONE, "line_number": 3, "type": "Secret Keyword"}]},
        "version": "0.12.0",
    },
    "0.11 with a regex": {
        "exclude_regex": "^vendor/",
        "plugins_used": [{"hex_limit": 3, "name": "HexHighEntropyString"}],
        "results": {},
        "version": "0.11.0",
    },
    "0.14 with words": {
        "exclude": {"files": None, "lines": None},
        "plugins_used": [],
        "results": {},
        "version": "0.14.3",
        "word_list": {"file": "words.txt", "hash": "abc"},
    },
    "0.14 without words": {
        "exclude": {"files": None, "lines": None},
        "plugins_used": [{"name": "KeywordDetector", "keyword_exclude": None}],
        "results": {},
        "version": "0.14.3",
        "word_list": {"file": None, "hash": None},
    },
    "1.0.3": document(version="1.0.3", filters_used=[{"path": "detect_secrets.filters.allowlist.x"}]),
    "1.1.0": document(version="1.1.0"),
    "1.5.0": document(filters_used=[{"path": "p", "min_level": 2}], plugins_used=[{"name": "A", "limit": 3}]),
}


@pytest.mark.parametrize("name", OLD)
def test_old_ones_are_brought_up_as_detect_secrets_does(name):
    upstream = read(OLD[name]).upstream
    expected = theirs.upgrade(json.loads(json.dumps(OLD[name])))
    assert [dict(one) for one in upstream.plugins_used] == expected["plugins_used"]
    assert [dict(one) for one in upstream.filters_used] == expected["filters_used"]
    assert upstream.version == OLD[name]["version"]


def test_a_custom_plugin_of_an_old_one_is_named_by_its_file():
    upstream = read({**OLD["0.12.0"], "custom_plugin_paths": ["plugins/x.py"]}).upstream
    assert upstream.plugins_used[-1] == {"path": "file://plugins/x.py"}


@pytest.mark.parametrize("slim", [False, True])
def test_what_detect_secrets_writes_is_read(tmp_path, monkeypatch, slim):
    secret = "Zm9v" + "YmFyYmF6cXV4MTIzNDU2Nzg5MA"
    assignment = "password" + f" = '{secret}'\n"
    (tmp_path / "a.py").write_text("x = 1\n" + assignment)
    monkeypatch.chdir(tmp_path)
    with default_settings():
        secrets = SecretsCollection()
        secrets.scan_file("a.py")
        written = theirs.format_for_output(secrets, is_slim_mode=slim)
    assert written["results"]
    baseline = read(written)
    assert len(baseline.entries) == sum(map(len, written["results"].values()))
    assert baseline.allows("a.py", found(secret, "what we call it"))
    assert not baseline.allows_as_upstream("a.py", found(secret, "what we call it"))
    assert baseline.allows_as_upstream("a.py", found(secret, baseline.entries[0].detector))
    assert not baseline.allows("a.py", found("two"))
    assert not baseline.allows("b.py", found(secret))
    assert all(one.line for one in baseline.entries)


@pytest.mark.parametrize("prefix", ["ghp", "gho", "ghu", "ghs", "ghr", "glpat", "gldt", ""])
def test_a_blanket_entry_allows_nothing_and_is_said(prefix):
    digest = hashlib.sha1(prefix.encode()).hexdigest()
    blanket = entry(type="GitHub Token", hashed_secret=digest)
    baseline = read(document(results={"a": [blanket, entry()]}))
    assert not baseline.allows("a", found(prefix))
    assert baseline.allows_as_upstream("a", found(prefix, "GitHub Token"))
    assert baseline.allows("a", found("one"))
    [warning] = baseline.blanket()
    assert (warning.rule, warning.severity, warning.path) == ("US208", "warning", NAME)
    assert (
        json.dumps(document(results={"a": [blanket, entry()]}), indent=2)
        .split("\n")[warning.line - 1]
        .strip()
        .startswith('"hashed_secret"')
    )
    assert [one.rule for one in baseline.stale([])] == ["US209"]


@pytest.mark.parametrize("secret", [True, False, None])
def test_answers_of_an_audit_are_labels(secret):
    more = {} if secret is None else {"is_secret": secret}
    label = {True: "secret", False: "not-a-secret", None: ""}[secret]
    baseline = read(document(results={"a": [entry(**more)]}))
    assert baseline.entries[0].label == label
    assert baseline.allows("a", found("one"))


@pytest.mark.parametrize("path", ["dir\\a", "./dir/a", "dir/a"])
def test_paths_of_any_system(path):
    assert read(document(results={path: [entry(filename=path)]})).allows("dir/a", found("one"))


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ({}, "'version' is not a text"),
        (document(version=1), "'version' is not a text"),
        (document(version="one"), "none of detect-secrets'"),
        (document(results=[]), "'results' is not an object"),
        (document(results={"a": 1}), "'a' is not a list of objects"),
        (document(results={"a": [entry(hashed_secret="x")]}), "not a hash of 40"),
        (document(results={"a": [entry(type=None)]}), "'type' is not a text"),
        (document(results={"a": [entry(is_secret=1)]}), "not true or false"),
        (document(plugins_used={}), "'plugins_used' is not a list of objects"),
        (document(filters_used=None), "'filters_used' is not a list of objects"),
    ],
)
def test_what_cannot_be_read(what, why):
    with pytest.raises(PolicyError, match=why) as caught:
        read(what)
    assert caught.value.remedy.startswith("undersign secrets baseline create")


def test_a_newer_one_asks_for_an_upgrade():
    with pytest.raises(PolicyError, match=r"detect-secrets 2\.0\.0 wrote it") as caught:
        read(document(version="2.0.0"))
    assert caught.value.remedy == "upgrade undersign"
