"""Lines of keys in a TOML text: never one that is wrong, rather the one of the table around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.policy.locating import line_of, lines_of

TEXT = '''# a comment with = and [table]
requires = ">=0.2"
models.approved = [
  "claude-*",
  { model = "x" },
]

[ disclosure ]
  mode="explicit"
"profile" = "apache"
keys.none = "No-AI"

[disclosure.keys]
model = ["Model"]
note = """
mode = "not a key"
[history]
"""
text = """one line"""

[[bots]]
id = 1
[[bots]]
name = "x"
[bots.more]
id = 2
[severity]
US101 = "off"
'''

PLACES = [
    (("requires",), 2),
    (("models",), 3),
    (("models", "approved"), 3),
    (("models", "approved", 1, "until"), 3),
    (("disclosure",), 8),
    (("disclosure", "mode"), 9),
    (("disclosure", "profile"), 10),
    (("disclosure", "keys"), 11),
    (("disclosure", "keys", "none"), 11),
    (("disclosure", "keys", "model", 0), 14),
    (("disclosure", "keys", "mode"), 11),
    (("disclosure", "keys", "text"), 19),
    (("history", "grandfather"), None),
    (("bots",), 21),
    (("bots", 0), 21),
    (("bots", 0, "id"), 22),
    (("bots", 1), 23),
    (("bots", 1, "name"), 24),
    (("bots", 1, "more", "id"), 26),
    (("severity", "US101"), 28),
    (("nothing",), None),
    ((), None),
]


@pytest.mark.parametrize(("at", "line"), PLACES, ids=str)
def test_a_line(at, line):
    assert line_of(lines_of(TEXT), at) == line


@given(st.text("[]='\".ab\n", max_size=40))
def test_any_text_has_lines(text):
    assert all(1 <= line <= text.count("\n") + 1 for line in lines_of(text).values())
