"""The reader of fenced blocks: as CommonMark's reference reads them, and what their first lines ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scripts.docs.fences import Fence, FenceError, fences, without_fences, without_options

READ = [
    ("```\na\n```\n", [("", {}, "a\n", 1)]),
    ("text\n\n```sh\na\n\nb\n```\n", [("sh", {}, "a\n\nb\n", 3)]),
    ("```sh exit=1\na\n```", [("sh", {"exit": "1"}, "a\n", 1)]),
    ('```sh skip="two words" terminal=y\n```', [("sh", {"skip": "two words", "terminal": "y"}, "", 1)]),
    ("~~~~ yaml  title='x'\n~~~\n~~~~~ \n", [("yaml", {"title": "'x'"}, "~~~\n", 1)]),
    ("- a list\n\n  ```sh\n  a\n    b\n c\n  ```\n", [("sh", {}, "a\n  b\nc\n", 3)]),
    ("```a```\n", []),
    ("``\na\n``\n", []),
    ("```sh\n~~~\n```\n```\n```\n", [("sh", {}, "~~~\n", 1), ("", {}, "", 4)]),
]


@pytest.mark.parametrize(("page", "expected"), READ, ids=[ascii(page) for page, _ in READ])
def test_blocks(page, expected):
    assert [tuple(fence) for fence in fences(page)] == expected


@pytest.mark.parametrize(
    "page", ["```\na\n", "```sh\n~~~\n", "```sh 'x'\n```", "```sh a=1 a=2\n```", "```sh {.x}\n```"]
)
def test_what_cannot_be_read_is_said(page):
    with pytest.raises(FenceError, match="line 1"):
        fences(page)


LINES = st.sampled_from(
    ["", "a", " b", "   c", "```", "````", "~~~", " ```", "```sh", "~~~ yaml", "``` ", "`x`"]
)


@given(st.lists(LINES, max_size=12))
def test_as_the_reference_reads_them(lines):
    page = "\n".join([*lines, "", "END"])
    tokens = [token for token in MarkdownIt("commonmark").parse(page) if token.type == "fence"]
    try:
        found = fences(page)
    except FenceError:
        assert tokens[-1].content.endswith("END")
        return
    assert [(fence.text, fence.line) for fence in found] == [
        (token.content, token.map[0] + 1) for token in tokens
    ]
    assert [fence.language for fence in found] == [token.info.strip() for token in tokens]


TEXT = st.text(st.characters(exclude_characters='`~"\n\r', exclude_categories=["Cs", "Cc"]), max_size=20)
FENCES = st.builds(
    Fence,
    st.sampled_from(["sh", "toml", "c++"]),
    st.dictionaries(st.sampled_from(["exit", "skip", "title"]), TEXT, max_size=2),
    st.lists(TEXT, max_size=3).map(lambda lines: "".join(f"{line}\n" for line in lines)),
    st.just(0),
)


def written(fence):
    asked = [f'{name}="{value}"' for name, value in fence.options.items()]
    return f"```{' '.join([fence.language, *asked])}\n{fence.text}```\n"


@given(st.lists(FENCES, max_size=4))
def test_what_is_written_is_read(made):
    page = "text\n".join(["", *map(written, made)])
    found = fences(page)
    assert [fence._replace(line=0) for fence in found] == made
    plain = fences(without_options(page))
    assert [fence.text for fence in plain] == [fence.text for fence in made]
    assert {name for fence in plain for name in fence.options} <= {"title"}
    assert [line for line in without_fences(page).split("\n") if line] == ["text"] * len(made)
    assert without_fences(page).count("\n") == page.count("\n")
