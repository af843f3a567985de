"""The grammar of AI-Context."""

import pytest

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

WELL_FORMED = [
    "session:claude-code/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11",
    "session:amp/T-1/2",
    f"sha256:{DIGEST}",
    f"sha256:{DIGEST.upper()}",
    f"hmac-sha256:key-1:{DIGEST}",
    "https://claude.ai/code/session_1?a=b#c",
    "https://[::1]/x",
    "https://h.test/@someone",
    "issue:#12",
    "issue:owner/repo#12",
    "issue:PROJ-7",
    "note:refs/notes/undersign",
]


@pytest.mark.parametrize("value", WELL_FORMED)
def test_well_formed(read, value):
    said = read(f"AI-Context: {value}")
    assert said.flaws == ()
    assert said.contexts == ((value.partition(":")[0], value, "AI-Context", 1),)


MALFORMED = {
    "empty": ("", "empty"),
    "to do": ("TODO", "placeholder"),
    "none": ("none", "placeholder"),
    "template": ("session:agent/id", "template"),
    "bracketed": ("<session>", "template"),
    "prose": ("please write a parser", "neither a reference nor a digest"),
    "bare id": ("3f0c9a4e-5f0b-4a39", "neither a reference nor a digest"),
    "http": ("http://h.test/x", "neither a reference nor a digest"),
    "upper-case scheme": (f"SHA256:{DIGEST}", "neither a reference nor a digest"),
    "session without agent": ("session:3f0c", "session:AGENT/ID"),
    "session without id": ("session:claude-code/", "session:AGENT/ID"),
    "blank in the agent": ("session:Claude Code/1", "one word"),
    "short digest": ("sha256:abc", "this has 3"),
    "digest with a letter too far": (f"sha256:{DIGEST[:-1]}g", "64 hexadecimal"),
    "digest of nothing": (f"sha256:{NOTHING}", "digest of nothing"),
    "digest of zeros": ("sha256:" + "0" * 64, "placeholder"),
    "keyed digest without key": (f"hmac-sha256:{DIGEST}", "KEYID"),
    "keyed digest, template": (f"hmac-sha256:keyid:{DIGEST}", "template"),
    "link without host": ("https:///x", "https://HOST/"),
    "link without slashes": ("https:h.test", "https://HOST/"),
    "link of dots": ("https://...", "https://HOST/"),
    "empty issue": ("issue:", "empty"),
    "issue to do": ("issue:ref", "template"),
    "letters outside ASCII": ("issue:é", "visible ASCII"),
    "hidden character": ("issue:#1\u200b2", "ZERO WIDTH SPACE"),
}


@pytest.mark.parametrize(("value", "why"), MALFORMED.values(), ids=MALFORMED)
def test_malformed(read, value, why):
    said = read(f"AI-Context: {value}")
    assert said.contexts == ()
    (flaw,) = said.flaws
    assert why in flaw.why
    assert (flaw.field, flaw.level, flaw.line) == ("context", "error", 1)


@pytest.mark.parametrize("scheme", ["https", "http", "ftp"])
def test_a_password_in_a_link_is_not_shown(read, scheme):
    word = "hunter" + "2"
    said = read(f"AI-Context: {scheme}://ann:{word}@h.test/x")
    assert said.contexts == ()
    assert word not in repr(said)
