"""Stored commits as they are read: object headers, people, and the stream of `git cat-file --batch`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.repositories import JANE, run_git
from trailers.errors import GitError
from trailers.message.person import Person
from trailers.repository.batch import Stored, split_batch
from trailers.repository.commit import commit_time, parse_commit, parse_ident
from trailers.verify.prefilter import parents_of

HEAD = b"tree t\nparent p\nparent q\nauthor A <a@x> 1 +0000\ncommitter C <c@x> 2 +0000\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(HEAD + b"\nmessage\n", (("p", "q"), b"A <a@x> 1 +0000", "", b"message\n"), id="plain"),
        pytest.param(HEAD + b"\n", (("p", "q"), b"A <a@x> 1 +0000", "", b""), id="no message"),
        pytest.param(HEAD[:-1], (("p", "q"), b"A <a@x> 1 +0000", "", b""), id="cut off"),
        pytest.param(
            HEAD + b"encoding ISO-8859-1\n\n\n\nx",
            (("p", "q"), b"A <a@x> 1 +0000", "ISO-8859-1", b"\n\nx"),
            id="encoding",
        ),
        pytest.param(
            HEAD + b"gpgsig -----BEGIN\n author forged\n encoding x\n\nx",
            (("p", "q"), b"A <a@x> 1 +0000", "", b"x"),
            id="signature",
        ),
        pytest.param(
            b"tree t\nauthor A <a@x> 1 +0000\nauthor B <b@x> 1 +0000\n\nx",
            ((), b"A <a@x> 1 +0000", "", b"x"),
            id="two authors",
        ),
        pytest.param(b"", ((), b"", "", b""), id="empty"),
        pytest.param(b"\n\nauthor A\n", ((), b"", "", b"author A\n"), id="only a message"),
    ],
)
def test_parse_commit(content, expected):
    commit = parse_commit("i", content)
    assert (commit.parents, commit.author, commit.encoding, commit.message) == expected


@pytest.mark.parametrize(
    ("content", "repeated"),
    [
        pytest.param(HEAD + b"\nx", False, id="noop"),
        pytest.param(HEAD + b"encoding x\n\nx", False, id="noop, an encoding"),
        pytest.param(HEAD + b"gpgsig -\n author x\n\nauthor x", False, id="noop, elsewhere"),
        pytest.param(HEAD + b"author B <b@x> 1 +0000\n\nx", True, id="two authors"),
        pytest.param(HEAD + b"encoding x\nencoding y\n\nx", True, id="two encodings"),
        pytest.param(HEAD.replace(b"committer C <c@x> 2 +0000\n", b"") + b"\nx", True, id="no committer"),
    ],
)
def test_headers_that_readers_take_differently(repository, content, repeated):
    assert parse_commit("i", content).repeated is repeated
    tree = repository.store_tree({})
    if repeated:
        raw = content.replace(b"tree t\nparent p\nparent q\n", f"tree {tree}\n".encode())
        commit = repository.store("commit", raw)
        repository.move("main", commit)
        assert [finding.rule for finding in repository.verify("main").findings] == ["US110"]


@pytest.mark.parametrize(
    ("value", "person", "when"),
    [
        pytest.param(b"Jane <j@x> 12 +0100", Person("Jane", "j@x"), 12, id="plain"),
        pytest.param(b"Jane <j@x>", Person("Jane", "j@x"), 0, id="no date"),
        pytest.param(b"<j@x> 12 +0100", Person("", "j@x"), 12, id="no name"),
        pytest.param(b"Jane <> 12 +0100", Person("Jane", ""), 12, id="no address"),
        pytest.param(b"Jane <j@x> -5 +0100", Person("Jane", "j@x"), 0, id="before 1970"),
        pytest.param(b"Jane <j@x> soon", Person("Jane", "j@x"), 0, id="no number"),
        pytest.param(b"Jane <j@x> " + b"9" * 5000, Person("Jane", "j@x"), 0, id="too long a number"),
        pytest.param(b" Jane\t < j@x >  12 +0", Person("Jane", "j@x"), 12, id="blanks"),
        pytest.param("Jane <j@x> ٣ +0000".encode(), Person("Jane", "j@x"), 0, id="other digits"),
        pytest.param(b"Jane\xff <j@x> 1 +0", Person("Jane\udcff", "j@x"), 1, id="no UTF-8"),
        pytest.param(b"", Person("", ""), 0, id="empty"),
    ],
)
def test_parse_ident(value, person, when):
    assert parse_ident(value) == (person, when)


@pytest.mark.parametrize(
    "author",
    [
        pytest.param(JANE, id="plain"),
        pytest.param("Jane <jane@austen.test> <other@austen.test>", id="two addresses"),
        pytest.param("Jane   Austen   <jane@austen.test>", id="blanks"),
        pytest.param("Jane > Austen <jane@austen.test>", id="a bracket in the name"),
        pytest.param("Jürgen <j@x>", id="UTF-8"),
    ],
)
def test_people_as_git_reads_them(repository, author):
    made = repository.commit("x\n", author=author)
    content = run_git(repository.path, "cat-file", "commit", made).encode("utf-8", "surrogateescape")
    person, when = parse_ident(parse_commit(made, content).author)
    assert repository.git("log", "-1", "--no-mailmap", "--format=%an%n%ae%n%at").split("\n") == [
        *person,
        str(when),
    ]


def test_commit_time(repository):
    made = repository.commit("x\n", when=1234567890)
    assert commit_time(repository.open().git, made) == 1234567890


OBJECTS = st.lists(st.one_of(st.binary(max_size=40), st.none()), max_size=6)


@settings(max_examples=200, deadline=None)
@given(OBJECTS, st.integers(1, 30))
def test_the_stream_does_not_depend_on_its_chunks(contents, size):
    stream = b"".join(
        b"%040x missing\n" % number
        if content is None
        else b"%040x commit %d\n%b\n" % (number, len(content), content)
        for number, content in enumerate(contents)
    )
    chunks = [stream[at : at + size] for at in range(0, len(stream), size)]
    assert [one for together in split_batch(chunks) for one in together] == [
        Stored(f"{n:040x}", content) for n, content in enumerate(contents)
    ]


@pytest.mark.parametrize(
    "stream",
    [
        pytest.param(b"a commit 5\n123", id="in the content"),
        pytest.param(b"a commit 5\n12345", id="before its line end"),
        pytest.param(b"a commit", id="in the header"),
    ],
)
def test_a_stream_that_breaks_off(stream):
    with pytest.raises(GitError, match="in the middle of an object"):
        list(split_batch([stream]))


@pytest.mark.parametrize("parents", [0, 1, 2, 5])
@pytest.mark.parametrize("length", [40, 64])
def test_parents_of_raw_bytes(parents, length):
    names = [f"{number:0{length}x}" for number in range(parents)]
    lines = "".join(f"parent {name}\n" for name in names)
    content = f"tree {'f' * length}\n{lines}author A <a> 1 +0000\n\nparent {'0' * length}\n".encode()
    assert parents_of(content, "e" * length) == tuple(names) == parse_commit("i", content).parents
