"""What plays the pages: it finds what is not as a page says, and passes what is."""

import os
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docs.fences import fences
from tests.docs.matching import matches
from tests.docs.playing import play
from tests.docs.steps import misused, steps

GOOD = {
    "commands": "```sh\ntrue\necho a | grep a\n```\n",
    "state stays": "```sh\na=1; cd /\n```\ntext\n```sh\ntest $a = 1; test $PWD = /\n```\n",
    "another exit code": "```sh exit=1\ntrue; a=2; false\n```\n```sh exit=2\n(exit 2)\n```\n",
    "a file": '```toml title="x/y.toml"\na = 1\n```\n```sh\ngrep "a = 1" x/y.toml; ! test -x x/y.toml\n```',
    "a script": '```sh title="run"\n#!/bin/sh\nexit 1\n```\n```sh exit=1\n./run\n```\n',
    "what is printed": "```console\n$ echo a; echo b >&2\na\nb\n$ true\n```\n",
    "what is printed, in part": "```console\n$ seq 9\n1\n…\n7\n…\n$ echo a1b\na…b\n```\n",
    "more lines": "```console\n$ echo 'a\n> b'\na\nb\n```\n",
    "findings": "```console exit=1\n$ echo a\na\n$ echo b; false\nb\n```\n",
    "a heredoc": "```sh\ncat > x <<END\n$ a\nEND\ntest \"$(cat x)\" = '$ a'\n```\n",
    "at a terminal": '```sh terminal="y,z"\nread a; read b; test -t 0; test $a$b = yz\n```\n',
    "nothing to run": "```text\nfalse\n```\n```toml\na = 1\n```\n```sh skip='no'\nfalse\n```\n",
}
BAD = {
    "a command fails": ("```sh\ntrue\nfalse\ntrue\n```\n", "exit code 1 in the place of 0"),
    "the last one fails": ("```sh\ntrue\n```\n```sh\n(exit 3)\n```\n", "exit code 3 in the place of 0"),
    "none fails": ("```sh exit=1\ntrue\n```\n", "exit code 0 in the place of 1"),
    "another code": ("```sh exit=1\n(exit 2)\n```\n", "exit code 2 in the place of 1"),
    "it ends the shell": ("```sh\nexit 0\n```\n```sh\ntrue\n```\n", "exit code None in the place of 0"),
    "it prints something else": ("```console\n$ echo a\nb\n```\n", "it prints something else"),
    "it prints more": ("```console\n$ echo a; echo b\na\n```\n", "it prints something else"),
    "it prints nothing": ("```console\n$ true\na\n```\n", "it prints something else"),
    "a name that is not set": ("```sh\necho $nothing\n```\n", "exit code"),
    "no shell's language": ("```sh\nif\n```\n", "exit code"),
    "at a terminal": ('```sh terminal="n"\nread a; test $a = y\n```\n', "exit code 1 in the place of 0"),
    "the first of two": ("```console exit=1\n$ false\n$ false\n```\n", "exit code 1 in the place of 0"),
}

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="bash is not here")


def mistakes(page, folder):
    for name in ("played", "here"):
        (folder / name).mkdir()
    played = play(steps(fences(page)), folder / "played", folder / "here", dict(os.environ))
    return [one.mistake for one in played if one.mistake]


@pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in GOOD.items()])
def test_a_page_that_is_true(page, tmp_path):
    assert mistakes(page, tmp_path) == []
    assert not any(map(misused, fences(page)))


@pytest.mark.parametrize(("page", "said"), [pytest.param(*row, id=name) for name, row in BAD.items()])
def test_a_page_that_is_not(page, said, tmp_path):
    found = mistakes(page, tmp_path)
    assert len(found) == 1
    assert said in found[0]


MISUSED = [
    "```\na\n```",
    "```bash\na\n```",
    "```sh exit=3\na\n```",
    "```sh skip\na\n```",
    "```sh title=x exit=1\na\n```",
    "```toml exit=1\n```",
    "```text\nundersign verify\n```",
    "```text\n$ ls\n```",
    "```text\ngit status\n```",
]


@pytest.mark.parametrize("page", MISUSED)
def test_a_block_that_does_not_say_what_it_is(page):
    assert misused(fences(page)[0])


TEXT = st.text("ab. *(\\", max_size=3)
LINES = st.lists(st.sampled_from(["a", "b", " c", "", "a.b"]), max_size=5)


@given(LINES, st.data())
def test_what_is_left_out_matches(lines, data):
    lines.append("end")  # empty lines at the end do not count
    text = "".join(f"{line}\n" for line in lines)
    assert matches(text, text)
    first = data.draw(st.integers(0, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    assert matches("\n".join([*lines[:first], "…", *lines[last:]]), text)


@given(TEXT, TEXT, TEXT)
def test_what_is_left_out_of_a_line_matches(before, middle, after):
    assert matches(f"x{before}…{after}x", f"x{before}{middle}{after}x\n")
    assert not matches(f"x{before}…{after}x", f"x{before}{middle}{after}y\n")
    assert not matches(f"x{before}…{after}x", f"x{before}\n{after}x\n")
