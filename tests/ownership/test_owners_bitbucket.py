"""Bitbucket Cloud's files: its owners with their choices, and where it differs from GitHub."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.ownership.dialects import github
from trailers.ownership.dialects.bitbucket import DIALECT, owner_of, parse
from trailers.ownership.owner import Owner

PATH = ".bitbucket/CODEOWNERS"

# The lines of the full example in Atlassian's "Set up and use code owners".
EXAMPLE = """\
*            global-owner1@example.com global-owner2@example.com
*.js        js-owner@example.com  # This is an inline comment.
/src/pullrequests/drift.js       stevedriftexpert@example.com
*.js        @workspace-slug/frontenders
*.py        @workspace-slug/py-owners:random    # same as random(1)
*.py        @workspace-slug/py-owners:random(3) # 3 random users
*.py        @workspace-slug/py-owners:least_busy    # Same as least_busy(1)
*.py        @workspace-slug/py-owners:least_busy(3) # least-busy 3 people
*.py        @workspace-slug/py-owners:all
"""


def test_the_example_of_the_documentation():
    read = parse(EXAMPLE, PATH)
    assert read.mistakes == ()
    assert [" ".join(owner.text for owner in entry.owners) for entry in read.entries] == [
        "global-owner1@example.com global-owner2@example.com",
        "js-owner@example.com",
        "stevedriftexpert@example.com",
        "@workspace-slug/frontenders",
        "@workspace-slug/py-owners:random",
        "@workspace-slug/py-owners:random(3)",
        "@workspace-slug/py-owners:least_busy",
        "@workspace-slug/py-owners:least_busy(3)",
        "@workspace-slug/py-owners:all",
    ]


def test_the_file_as_a_whole():
    read = parse("* @a\n", PATH)
    assert (read.path, read.dialect) == (PATH, "bitbucket")
    assert (DIALECT.places, DIALECT.combines, DIALECT.limit) == ((PATH,), "last", None)


OWNERS = {
    "@jane": "user",
    "@jane.roe": "user",
    "@work.space/devs": "team",
    "@teams/backend": "team",
    "@teams/backend:all": "team",
    "@backend:random(2)": "team",
    "@ws/devs:least_busy(10)": "team",
    "jane@example.com": "email",
    "jane": None,
    "@": None,
    "@ws/": None,
    "@ws/a/b": None,
    "@@devs": None,
    "@ws/devs:": None,
    "@ws/devs:most": None,
    "@ws/devs:random()": None,
    "@ws/devs:random(0)": None,
    "@ws/devs:random(00)": None,
    "@ws/devs:random(-1)": None,
    "@ws/devs:random(2": None,
    "@ws/devs:random(2))": None,
    "@ws/devs:random(٢)": None,
    "@ws/devs:all(2)": None,
    "@ws/devs:all:all": None,
    "jane@example.com:all": None,
    "": None,
}


@pytest.mark.parametrize("text", OWNERS)
def test_an_owner(text):
    kind = OWNERS[text]
    assert owner_of(text) == (Owner(text, kind) if kind else None)


WRONG = {
    "a @ws/devs:all # b": [],
    "!a": [("Invalid pattern", "a"), ("Other dialect", "")],
    "a[bc]d @a": [("Invalid pattern", "a\\[bc\\]d")],
    "\\#a @a": [("Invalid pattern", "?a")],
    "a jane": [("Invalid owner", "@jane")],
    "a @@devs": [("Invalid owner", ""), ("Other dialect", "")],
    "a @a/b/c": [("Invalid owner", ""), ("Other dialect", "")],
    "a @ws/devs:rand(2)": [("Invalid owner", "")],
    "[Docs] @a": [("Invalid pattern", ""), ("Other dialect", "")],
    "src/{a,b} @a": [("Other dialect", "")],
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_with_a_text(text):
    assert [(mistake.kind, mistake.suggestion) for mistake in parse(text, PATH).mistakes] == WRONG[text]


def test_how_it_is_told():
    (mistake,) = parse("a jane@", PATH).mistakes
    assert mistake.message == (
        "Invalid owner on line 1: `jane@` is no @user, no @workspace/group, no @teams/name "
        "and no e-mail address"
    )


@given(st.text("ab/*?[]\\ \t\n#!@.:x"))
def test_patterns_are_those_of_github(text):
    ours, theirs = parse(text, PATH), github.parse(text, PATH)
    assert {(entry.line, entry.matches) for entry in theirs.entries} <= {
        (entry.line, entry.matches) for entry in ours.entries
    }
    assert [mistake for mistake in ours.mistakes if mistake.kind == "Invalid pattern"] == [
        mistake for mistake in theirs.mistakes if mistake.kind == "Invalid pattern"
    ]
