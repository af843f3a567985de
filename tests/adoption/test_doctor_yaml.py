"""YAML as doctor reads it: PyYAML's own loader is the oracle; nothing that is hostile gets far."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from trailers.adoption.yaml.value import LARGEST, NotYamlError, Yaml, read_yaml

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdef", "bcdefg", strict=True)
)


@pytest.mark.parametrize(
    ("text", "keys", "texts"),
    [
        pytest.param("on: push\n", ("on",), ("push",), id="a plain on is a text"),
        pytest.param("on: [push, pull_request]\n", ("on",), ("push", "pull_request"), id="a list"),
        pytest.param("a: {b: {c: 0}}\n", ("a", "b", "c"), ("0",), id="a number as it is written"),
        pytest.param('a: "0"\n', ("a",), ("0",), id="in quotes"),
        pytest.param("a: ~\n", ("a",), (), id="null"),
        pytest.param("a: 1\na: 2\n", ("a",), ("2",), id="the last of two"),
        pytest.param("x: &x {k: v}\na: *x\n", ("a", "k"), ("v",), id="an alias"),
        pytest.param("x: &x {k: v, l: w}\na: {<<: *x, k: u}\n", ("a", "k"), ("u",), id="merged, own first"),
        pytest.param("x: &x {k: v, l: w}\na: {<<: *x, k: u}\n", ("a", "l"), ("w",), id="merged, its own"),
        pytest.param("- [a, [b]]\n- c\n", (), ("a", "b", "c"), id="nested lists"),
        pytest.param("a: 1\n---\na: 2\n", ("a",), ("1",), id="the first document"),
        pytest.param("a: !!python/object/apply:os.system [ls]\n", ("a",), ("ls",), id="a tag makes nothing"),
        pytest.param("a: !reference [x, script]\n", ("a",), ("x", "script"), id="GitLab's reference"),
        pytest.param("", ("a",), (), id="nothing"),
        pytest.param("# only a comment\n", ("a", "b"), (), id="a comment"),
    ],
)
def test_values(text, keys, texts):
    assert read_yaml(text).get(*keys).texts == texts


def test_lines():
    root = read_yaml("# one\na:\n  b: 1\n  c:\n    - d\n")
    assert [root.get(*keys).line for keys in (("a",), ("a", "b"), ("a", "c"), ("x",))] == [3, 3, 5, 0]


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        pytest.param("a: [\n", "not YAML", 2, id="not closed"),
        pytest.param("a: b: c\n", "not YAML", 1, id="two colons"),
        pytest.param("a: *nowhere\n", "not YAML", 1, id="an alias to nothing"),
        pytest.param("a: \x07\n", "not YAML", None, id="a control character"),
        pytest.param("a: &a [*a]\n", "holds itself", 1, id="a circle"),
        pytest.param("a: &a {<<: *a}\n", "holds itself", 1, id="a circle of merges"),
        pytest.param("[" * 5000, "nested too deep", None, id="deep"),
        pytest.param("#" * (LARGEST + 1), "longer than 256 KiB", None, id="large"),
        pytest.param(BOMB, "more than 50,000 nodes once its aliases are followed", 5, id="a bomb"),
    ],
)
def test_what_is_refused(text, why, line):
    with pytest.raises(NotYamlError) as refused:
        read_yaml(text)
    assert (refused.value.why, refused.value.line) == (why, line)


SCALARS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3)
)


def plain(node: Yaml) -> object:
    if node.kind == "{":
        return {name: plain(value) for name, value in node.entries}
    return [plain(item) for item in node.items] if node.kind == "[" else node.text


@given(VALUES)
def test_reads_what_a_dumper_writes(value):
    assert plain(read_yaml(yaml.safe_dump(value, allow_unicode=True))) == value


@given(st.text(max_size=60) | st.text(alphabet=":-[]{}&*!|>'\" \n\tab#?,%@<", max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        root = read_yaml(text)
    except NotYamlError:
        return
    assert isinstance(root.get("a", "b").texts, tuple)
