"""What commits add, as git's patches have it: against the lines that the files really have."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.repositories import Repository
from trailers.process import Git
from trailers.repository.patches import HOW, OPTIONS, sections, unquoted


def patches(repository, *commits):
    """(commit, path, first and last lines, added text, whether git shows no lines) of each file."""
    opened = repository.open()
    git = opened.git.without_work_tree(opened.git_directory)
    git = git._replace(options=(*git.options, *OPTIONS))
    asked = "".join(f"{commit}\n" for commit in commits).encode()
    return [
        (one.commit, one.path, one.lines, one.added, one.is_binary)
        for together in sections(git.stream(["diff-tree", "--stdin", "-r", "--root", *HOW], stdin=asked))
        for one in together
    ]


def test_commits_and_lines(repository):
    one = repository.commit("one\n", files={"a": "1\n2\n3\n", "b/c": "x"})
    two = repository.commit("two\n", files={"a": "1\nnew\nmore\n3\nlast"})
    three = repository.commit("three\n", files={"a": None})
    assert patches(repository, two, one, three) == [
        (two, "a", [(2, 3), (5, 5)], b"new\nmore\nlast", False),
        (one, "a", [(1, 3)], b"1\n2\n3", False),
        (one, "b/c", [(1, 1)], b"x", False),
        (three, "a", [], b"", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+x\n",
        "\x01\n\x01\x01\n",
        f"{'0' * 40}\n",
        "\\ No newline at end of file\n",
        "a\r\nb\rc\n",
        "\n\n\n",
        "Binary files a/x and b/x differ\n",
    ],
)
def test_texts_that_look_like_a_patch(repository, text):
    count = text.count("\n")
    one = repository.commit("one\n", files={"a": text})
    two = repository.commit("two\n", files={"a": "kept\n" + text + text})
    assert patches(repository, two, one)[1] == (
        one,
        "a",
        [(1, count)],
        text.removesuffix("\n").encode(),
        False,
    )
    assert patches(repository, two, one)[0][:2] == (two, "a")


@pytest.mark.parametrize(
    "path", ["a b", "é", 'q"q', "back\\slash", "line\nfeed", "tab\t", "\x01\x7f", "b/a b/a", "\udcff", " "]
)
def test_paths(repository, path):
    one = repository.commit("one\n", files={path: "1\n"})
    assert patches(repository, one)[0][:3] == (one, path, [(1, 1)])


def test_what_git_shows_no_lines_of(repository):
    one = repository.commit("one\n", files={"a": "\0", "b": "1\n"})
    two = repository.commit("two\n", files={".gitattributes": "* binary\n", "b": "2\n"})
    assert [found[1:] for found in patches(repository, one)] == [
        ("a", [], b"", True),
        ("b", [(1, 1)], b"1", False),
    ]
    # Attributes of the repository's own hide nothing.
    assert ("b", [(1, 1)], b"2", False) in [found[1:] for found in patches(repository, two)]


@pytest.mark.parametrize(
    "config",
    [
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("diff.context", "5"),
        ("diff.renames", "copies"),
        ("diff.external", "false"),
        ("color.ui", "always"),
        ("core.quotePath", "true"),
        ("diff.submodule", "log"),
        ("diff.interHunkContext", "9"),
        ("diff.wsErrorHighlight", "all"),
        ("diff.colorMoved", "zebra"),
        ("diff.orderFile", "order"),
    ],
)
def test_configuration_does_not_count(repository, config):
    repository.commit("one\n", files={"é a": "1\n2\n3\n4\n5\n6\n", "order": "z\n"})
    two = repository.commit("two\n", files={"é a": "1\nx\n3\n4\ny\n6\n", "moved": "1\n2\n3\n4\n5\n6\n"})
    expected = patches(repository, two)
    assert expected[1] == (two, "é a", [(2, 2), (5, 5)], b"x\ny", False)
    repository.git("config", *config)
    assert patches(repository, two) == expected


def test_chunks_cut_anywhere():
    patch = b"\n".join(
        (
            b"1" * 40,
            b"diff --git a/x b/x",
            b"index 0..1",
            b"--- a/x",
            b"+++ b/x",
            b"@@ -0,0 +1,2 @@",
            b"\x01a",
            b"\x01b",
            b"",
        )
    )
    whole = [one for together in sections([patch * 3]) for one in together]
    pieces = [one for together in sections(bytes([byte]) for byte in patch * 3) for one in together]
    assert whole == pieces
    assert [(one.commit, one.path, one.lines) for one in whole] == [("1" * 40, "x", [(1, 2)])] * 3


_LINES = st.lists(
    st.sampled_from(["", "a", "b", "+c", "-d", "@@ -1 +1 @@", "\x01e", "diff --git a/a b/a"]), max_size=8
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_LINES, min_size=1, max_size=4))
def test_the_added_lines_are_those_of_the_file(tmp_path_factory, versions):
    repository = Repository(tmp_path_factory.mktemp("patches") / "repository")
    commits = {}
    for lines in versions:
        text = "".join(f"{line}\n" for line in lines)
        commits[repository.commit("one\n", files={"a": text})] = lines
    for commit, path, ranges, added, _ in patches(repository, *commits):
        lines = commits[commit]
        numbers = [number for first, last in ranges for number in range(first, last + 1)]
        assert path == "a"
        assert added.decode().split("\n") == ([lines[number - 1] for number in numbers] or [""])


def test_staged(started):
    started.check_out()
    (started.path / "a b").write_text("1\n")
    started.git("add", "a b")
    git = Git(str(started.path), started.open().git.environ, options=OPTIONS)
    found = [one for together in sections(git.stream(["diff", "--cached", *HOW])) for one in together]
    assert [(one.commit, one.path, one.lines) for one in found] == [("", "a b", [(1, 1)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ('"a\\tb"', "a\tb"),
        ('"\\\\\\\\"', "\\\\"),
        ('"\\\\n"', "\\n"),
        ('"\\303\\251"', "é"),
        ('"\\""', '"'),
        ('"\\0011"', "\x011"),
    ],
)
def test_unquoted(text, expected):
    assert unquoted(text) == expected
