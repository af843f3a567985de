"""Object ids and branch names; git is the oracle for the names."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.ci.object_id import is_object_id, is_zero, shown
from trailers.ci.tracking import is_branch_name, tracking_ref
from trailers.errors import RangeError

NAMES = [
    *(
        "main",
        "a/b",
        "rel-1.x",
        "a-",
        "a.b",
        "größe",
        "a;b",
        "$(x)",
        "'",
        '"',
        "a|b",
        "a,b",
        "#1",
        "@a",
        "a@",
        "{",
        "x}",
    ),
    *(
        "",
        "-a",
        "--all",
        ".",
        "..",
        "a..b",
        ".a",
        "a/.b",
        "a.",
        "a/",
        "/a",
        "a//b",
        "a.lock",
        "a.lock/b",
        "@{",
        "a@{b",
    ),
    *(
        "a b",
        "a~1",
        "a^",
        "a:b",
        "a?",
        "a*",
        "a[b",
        "a\\b",
        "a\tb",
        "a\nb",
        "a\x7fb",
        "a/-b",
        "a.lockb",
        "HEAD",
        "a/HEAD",
    ),
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_branch_name_is_one_where_git_says_so(name):
    command = ["git", "check-ref-format", "--branch", name]
    # outside a repository, so that `@{-1}` and its like mean nothing
    done = subprocess.run(command, cwd="/", capture_output=True, check=False)
    assert is_branch_name(name) == (done.returncode == 0)


@given(st.text())
def test_a_tracking_ref_is_a_whole_name_or_an_error(name):
    if is_branch_name(name):
        ref = tracking_ref(name, "X")
        assert ref == f"refs/remotes/origin/{name}"
        assert not set(ref) & set(" ~^:?*[\\\n\x7f")
        return
    with pytest.raises(RangeError, match="X is not the name of a branch: ") as caught:
        tracking_ref(name, "X")
    assert caught.value.message.isascii()
    assert caught.value.message.isprintable()


IDS = {"a" * 40: True, "0123456789abcdef" * 4: True, "0" * 40: True, "0" * 64: True}
NO_IDS = [
    "",
    "a" * 39,
    "a" * 41,
    "a" * 63,
    "g" * 40,
    "A" * 40,
    "a" * 39 + "\n",
    " " + "a" * 39,
    "-" + "a" * 39,
    "١" * 40,
]


@pytest.mark.parametrize("text", [*IDS, *NO_IDS], ids=ascii)
def test_an_object_id_is_whole(text):
    assert is_object_id(text) == (text in IDS)


@pytest.mark.parametrize(
    ("text", "zero"),
    [
        ("0" * 40, True),
        ("0" * 64, True),
        ("0" * 39, False),
        ("", False),
        ("0" * 39 + "1", False),
        ("a" * 40, False),
    ],
)
def test_the_zero_id(text, zero):
    assert is_zero(text) == zero


@given(st.text())
def test_a_foreign_value_is_shown_safely(text):
    assert shown(text).isascii()
    assert shown(text).isprintable()
    assert len(shown(text)) <= 60
