"""The mailmap, against `git check-mailmap`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.repositories import run_git
from trailers.message.person import Person
from trailers.repository.mailmap import EMPTY, parse_mailmap

PEOPLE = [
    Person(name, email)
    for name in ("Jane", "jane", "J. A.", "Max")
    for email in ("j@new.test", "j@old.test", "J@OLD.test", "m@old.test")
]


def as_git(folder, mailmap, people):
    path = folder / "mailmap"
    path.write_text(mailmap, encoding="utf-8", errors="surrogateescape")
    asked = "".join(f"{person}\n" for person in people).encode()
    options = ("-c", f"mailmap.file={path}", "check-mailmap", "--stdin")
    return run_git(folder, *options, stdin=asked).split("\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("mailmap")
    run_git(path, "init", "-q")
    return path


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Jane Austen <j@old.test>\n", id="a name"),
        pytest.param("<j@new.test> <j@old.test>\n", id="an address"),
        pytest.param("Jane Austen <j@new.test> <j@old.test>\n", id="both"),
        pytest.param("Jane Austen <j@new.test> Jane <j@old.test>\n", id="both, by name"),
        pytest.param("<j@new.test> Jane <j@old.test>\n", id="an address, by name"),
        pytest.param("Jane Austen <J@New.test> <J@OLD.TEST>\n", id="case"),
        pytest.param("# Jane Austen <j@new.test> <j@old.test>\n", id="a comment"),
        pytest.param("  # Jane Austen <j@new.test> <j@old.test>\n", id="an indented comment"),
        pytest.param("Jane Austen <j@new.test> <j@old.test> # why\n", id="a comment behind"),
        pytest.param("Jane # Austen <j@new.test> <j@old.test>\n", id="a comment within"),
        pytest.param("A <j@old.test>\nB <j@old.test>\n", id="the later counts"),
        pytest.param("<j@new.test> <j@old.test>\nB <j@old.test>\n", id="one adds to the other"),
        pytest.param("B <j@old.test>\n<j@new.test> <j@old.test>\n", id="and the other way"),
        pytest.param(
            "A <j@new.test> <j@old.test>\nB <j@x.test> Jane <j@old.test>\n", id="by name goes first"
        ),
        pytest.param("B <j@x.test> Jane <j@old.test>\nA <j@new.test> <j@old.test>\n", id="in any order"),
        pytest.param(
            "B <j@x.test> Jane <j@old.test>\nC <j@y.test> jane <j@old.test>\n", id="names without case"
        ),
        pytest.param("A <j@new.test> <j@old.test>\r\n", id="CRLF"),
        pytest.param("A <j@new.test> <j@old.test>", id="no line end"),
        pytest.param("<j@old.test>\n", id="an address alone"),
        pytest.param("A <j@new.test <j@old.test>\n", id="a bracket is missing"),
        pytest.param("A j@new.test> <j@old.test>\n", id="another one is"),
        pytest.param("A <> <j@old.test>\n", id="an empty address"),
        pytest.param("A <j@new.test> <>\n", id="an empty old address"),
        pytest.param("\tA\t<j@new.test>\t<j@old.test>\n", id="tabs"),
        pytest.param("A <j@new.test><j@old.test>\n", id="no blank"),
        pytest.param("A < j@new.test > < j@old.test >\n", id="blanks in the brackets"),
        pytest.param("A <j@new.test> <j@old.test> <j@third.test>\n", id="three addresses"),
        pytest.param("A\xa0B <j@new.test> <j@old.test>\n", id="a no-break space"),
        pytest.param("A <j@new.test> <j@old.test>\x0bX <m@old.test>\n", id="a vertical tab"),
        pytest.param("A <j@new.test> <j@old.test>\n\n\nM <m@old.test>\n", id="blank lines"),
    ],
)
def test_as_git_resolves(folder, text):
    mailmap = parse_mailmap(text)
    assert [str(mailmap.resolve(person)) for person in PEOPLE] == as_git(folder, text, PEOPLE)


PART = st.sampled_from(
    [
        "Jane",
        "jane",
        "J. A.",
        "<j@new.test>",
        "<j@old.test>",
        "<J@OLD.test>",
        "<m@old.test>",
        "<>",
        "#",
        "Max",
        "<",
        ">",
    ]
)
LINE = st.lists(PART, max_size=6).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, max_size=5).map(lambda lines: "\n".join([*lines, ""])))
def test_any_mailmap_as_git(folder, text):
    mailmap = parse_mailmap(text)
    assert [str(mailmap.resolve(person)) for person in PEOPLE] == as_git(folder, text, PEOPLE)


def test_nobody_is_in_an_empty_map():
    assert EMPTY.resolve(PEOPLE[0]) == PEOPLE[0]


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text):
    parse_mailmap(text).resolve(PEOPLE[0])
