"""Wherever a plugin of detect-secrets finds something in a line, the gates mark the line for it."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailers.secrets.compat.engine import module, plugin_of
from trailers.secrets.compat.entropy import base64_entropy, hex_entropy, least_distinct
from trailers.secrets.compat.folding import folded
from trailers.secrets.compat.line_checks import cannot_match
from trailers.secrets.compat.line_filters import is_allowed, is_indirect
from trailers.secrets.compat.marking import Marker
from trailers.secrets.compat.plugins import BUILT_IN, KEYWORD
from trailers.secrets.compat.preparing import prepare
from trailers.secrets.compat.secret_filters import SECRET_FILTERS, is_id
from trailers.secrets.compat.settings import Choice, default_settings
from trailers.secrets.compat.spans import LineSpans

_PREPARED = prepare(default_settings())
_KINDS = {"quotes": "a.py", "config": "a.yaml", "c": "a.c", "cpp": "a.cpp"}


def _marker(kind):
    return Marker(_PREPARED.bits, _PREPARED.limits, kind=kind, across=False)


_MARKERS = {kind: _marker(kind) for kind in _KINDS}
_OF_EXPRESSIONS = [name for name in BUILT_IN if hasattr(plugin_of(Choice(name)), "denylist")]
_EXPRESSIONS = [
    pytest.param(name, one, id=f"{name}-{index}")
    for name in _OF_EXPRESSIONS
    for index, one in enumerate(plugin_of(Choice(name)).denylist)
]


def _marked(name, line, kind="quotes"):
    bits = _MARKERS[kind].marks(line, LineSpans(line)).get(0, 0)
    return bool(bits & _PREPARED.bits[name]) and not cannot_match(name, line)


@pytest.mark.parametrize(
    ("name", "expression"), _EXPRESSIONS, ids=lambda one: getattr(one, "pattern", one)[:30]
)
@settings(max_examples=25, deadline=None)
@given(st.data(), st.sampled_from(["", " ", "x", '"', "-"]), st.sampled_from(["", " ", '"', ";"]))
def test_what_an_expression_matches_is_marked(name, expression, data, before, after):
    line = f"{before}{data.draw(st.from_regex(expression))}{after}".replace("\r", "").split("\n")[0].rstrip()
    if list(plugin_of(Choice(name)).analyze_string(line)):
        assert _marked(name, line), line


@pytest.mark.parametrize("kind", _KINDS)
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_what_the_keyword_plugin_finds_is_marked(kind, data):
    keyword = module("plugins.keyword")
    kinds = keyword.REGEX_BY_FILETYPE[module("util.filetype").determine_file_type(_KINDS[kind])]
    expression = data.draw(st.sampled_from(sorted(kinds, key=lambda one: one.pattern)))
    line = data.draw(st.from_regex(expression)).split("\n")[0].rstrip()
    if plugin_of(Choice(KEYWORD)).analyze_line(_KINDS[kind], line, 1, None):
        assert _marked(KEYWORD, line, kind), line


@given(st.text(st.sampled_from("0123456789abcdefABCDEFxyz+/-_=\\"), min_size=1, max_size=80))
def test_entropy_is_the_same_to_the_last_bit(text):
    for name, ours in (("Base64HighEntropyString", base64_entropy), ("HexHighEntropyString", hex_entropy)):
        theirs = plugin_of(Choice(name)).calculate_shannon_entropy(text)
        assert ours(text) == theirs
        assert len(set(text)) >= least_distinct(theirs - 1e-12) or theirs < 0


@given(st.text("ab=!: [](){}.\t\x0b-w_'", max_size=60))
def test_an_indirect_reference_is_the_same(line):
    assert is_indirect(line) == module("filters.heuristic").is_indirect_reference(line)


_PARTS = [
    "# ",
    "// ",
    "/*",
    " */",
    "-->",
    "<!-- ",
    "'",
    "--",
    " ",
    "\t",
    "pragma: allowlist",
    "pragma:whitelist",
]
_PARTS += [" secret", "-secret", " nextline", "-nextline", "x", "\n"]


@given(
    st.lists(st.sampled_from(_PARTS)), st.lists(st.sampled_from(_PARTS)), st.sampled_from([".py", ".yaml"])
)
def test_a_pragma_is_the_same(line, before, extension):
    line, before = "".join(line).rstrip(), "".join(before)
    snippet = module("util.code_snippet").CodeSnippet([before, line], 0, 1)
    theirs = module("filters.allowlist").is_line_allowlisted(f"a{extension}", line, snippet)
    assert is_allowed(extension, line, before) == theirs


@given(
    st.one_of(st.text(max_size=6), st.text("ABCDEFabcdef0123456789-${}<>*", max_size=40)), st.text(max_size=9)
)
def test_filters_of_secrets_are_the_same(secret, around):
    heuristic = module("filters.heuristic")
    for name, ours in SECRET_FILTERS.items():
        assert ours(secret) == getattr(heuristic, name.rpartition(".")[2])(secret), name
    for line in (f"{around}_id={secret}", f"id {secret}", around):
        assert is_id(secret, line) == heuristic.is_likely_id_string(secret, line)


def test_folding_knows_every_letter():
    letters = [chr(code) for code in range(0x2500) if not 0xD800 <= code < 0xE000]
    for letter in "abcdefghijklmnopqrstuvwxyzñ":
        same = re.compile(letter, re.IGNORECASE)
        assert [one for one in letters if folded(one) == letter] == [
            one for one in letters if same.match(one)
        ]
    text = "".join(random.Random(1).sample(letters, 2000))
    assert len(folded(text)) == len(text)
