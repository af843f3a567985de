"""Random strings without a name: a warning, and silence where something known explains them."""

import pytest

from tests.secret_examples import filled
from tests.secrets.judged import scanner, told


@pytest.mark.parametrize(
    "template", ['x = "{base64:64}"', "f('{alnum:48}')", 'x = "{hex:48}"', "x = '{hex:100}'"]
)
def test_warns(template):
    for seed in range(5):
        (found,) = scanner().scan("src/a.py", filled(template, seed).encode())
        assert (found.rule, found.severity) == ("US205", "warning")


@pytest.mark.parametrize(
    "template",
    [
        'x = "{hex:40}"',
        'x = "{hex:64}"',
        'x = "{hex:128}"',
        'x = "{uuid}"',
        'x = "{digit:40}"',
        'x = "sha256-{base64:43}="',
        '"integrity": "sha512-{base64:86}=="',
        'checksum = "{base64:44}"',
        'trace_id = "{hex:48}"',
        'span = "{hex:20}"',
        'etag: "{base64:40}"',
        'public_key = "{base64:64}"',
        'fingerprint = "{base64:43}"',
        "image = 'data:image/png;base64,{base64:80}'",
        'x = "{row:60}"',
        'x = "{same:60}"',
        'x = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"',
        'x = "getTheNumberOfQuicklyBrownFoxJumpsOverLazyDogVexingly"',
        'x = "activerecord/lib/active_record/connection_adapters/abstract/quoting"',
        'x = "SGVsbG8sIHdvcmxkISBIZWxsbywgd29ybGQh"',
    ],
)
def test_noop(template):
    failed = [seed for seed in range(40) if told(filled(template, seed))]
    assert not failed


@pytest.mark.parametrize("path", ["yarn.lock", "a.svg", "app.min.js", "go.sum", "main.css.map"])
def test_files_of_data(path):
    assert told(filled('x = "{base64:64}"', 1), path) == []
