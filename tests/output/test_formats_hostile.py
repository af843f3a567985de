"""Every format over every check, with all that a commit or a file name can hold: nothing leaves its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rendered import CHECKED, READERS, hostile_report, render
from trailers.output.formats import FORMATS

TEXTS = {
    "plain": "a plain – ünï 日本 🤖 text",
    "nothing": "",
    "an annotation": "%0A::error file=x::y",
    "an annotation, on a line": "x\n::error::y\r::warning::z\r\n::add-mask::a",
    "a property": "a,file=/etc/passwd:1::b",
    "an old command": "##[error]x ##[stop-commands]y",
    "end of CDATA": "a ]]> b <![CDATA[ c",
    "XML": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e; &lt; \'"',
    "a script": '"><script>alert(1)</script><img src=x onerror=alert(1)>',
    "ANSI": "\x1b[31mred\x1b]8;;http://x.example\x07link\x1b[0m\x9b2J",
    "lone surrogates": "\udce9 \ud800 \udfff \udcff",
    "no characters": "\ufffe \uffff \x00 \x08 \x0b \x0c \x1f \x7f \x85 \u2028 \u2029",
    "bidi": "\u202e\u2066abc\u2069",
    "a mention": "@octocat @org/team and bob@example.com",
    "references": "#1 GH-1 org/repo#2 !3 $4 &5 1234567890abcdef1234567890abcdef12345678",
    "links": "[a](http://x.example) ![i](http://x.example/i.png) <http://x.example> www.x.example http://y.example",
    "backticks": "``` `` ` a` `b `` c ```",
    "backticks alone": "````",
    "a comment": "<!-- --> --> <!-- undersign -->",
    "blocks": "# h\n\n- a\n> q\n\n***\n| a | b |\n|---|---|\n    code\n```\nx",
    "emphasis": "**b** _i_ ~~s~~ \\` \\",
    "a quick action": "/close\n/label ~bug",
    "a formula": '=HYPERLINK("http://x.example","a") ',
    "another formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "a hidden formula": '",=1+1,"\r\n=2',
    "a tab before a formula": "\t=1",
    "a full-width formula": "＝1+1",
    "a formula behind a semicolon": 'x;=1+1;"=2; @SUM(1);""+3;;-4',
    "a SARIF link": "see [this](1) {0} {{1}}",
    "blanks": "  ",
    "a path upward": "../../etc/passwd",
    "an absolute path": "/etc/passwd",
    "a drive": "C:\\Windows\\a b",
    "a path with all": "a b/ü%41?#&+;=:\udce9.txt",
    "a long line": "x" * 1_000_000,
    "many backticks": "`" * 1_000_000,
    "many marks": "<&]>\"'\x00\x1b" * 100_000,
}


@pytest.mark.parametrize("check", list(CHECKED))
@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_nothing_comes_to_life(name, check, text):
    output = render(name, hostile_report(text, check))
    output.encode()
    assert READERS[name](output)


@pytest.mark.parametrize("name", list(FORMATS))
@given(text=st.text(st.characters(codec=None)), check=st.sampled_from(sorted(CHECKED)))
def test_whatever_is_written(name, text, check):
    output = render(name, hostile_report(text, check))
    output.encode()
    READERS[name](output)
    assert output == render(name, hostile_report(text, check))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "text"])
@pytest.mark.parametrize("check", list(CHECKED))
def test_a_long_line_is_cut(name, check):
    """In all but JSON and CSV, which are for whoever wants all of it."""
    whole = name in ("json", "csv")
    output = render(name, hostile_report("x" * 1_000_000, check))
    assert ("x" * 5000 in output) == whole
