"""The approver rule `owner`: CODEOWNERS at the base says whose word counts for which file."""

import pytest

from tests.repositories import CONTEXT, JANE, JOHN, MAX, MODEL, message, rules
from trailers.errors import PolicyError

# Jane makes the changes; her team owns the source, John the docs, Max and John are the other team.
PEOPLE = """\
[teams]
"@acme/core" = ["@jane", "@max"]
"@acme/ops" = ["@john", "@max"]

[people]
"@jane" = ["Jane Roe <jane@austen.test>"]
"@max" = ["max@born.test", "max@old.example.com"]
"@john" = ["john@keats.test"]
"@mute" = []
"""
OWNERS = """\
/src/ @acme/core
/docs/ john@keats.test
/ops/ @acme/ops
/lone/ @jane
/mute/ @mute @acme/nobody
/free/
/.github/ @acme/ops
"""
POLICY = '[approver]\nrule = "owner"\n[owners]\npeople = "people.toml"\n'
BASE = {"undersign.toml": POLICY, "people.toml": PEOPLE, ".github/CODEOWNERS": OWNERS}


def approved_by(*people):
    return message(MODEL, CONTEXT, *(f"Approved-by: {person}\n" for person in people))


OLD_MAX = "Max <max@old.example.com>"


@pytest.mark.parametrize(
    ("paths", "approvers", "expected"),
    [
        pytest.param(["src/a"], [MAX], [], id="noop"),
        pytest.param(["src/a"], [OLD_MAX], [], id="noop, another address"),
        pytest.param(["src/a"], ["Max <MAX@Born.test>"], [], id="noop, case"),
        pytest.param(["docs/a"], [JOHN], [], id="noop, an address owns it"),
        pytest.param(["src/a", "docs/a"], [MAX, JOHN], [], id="noop, both"),
        pytest.param(["src/a", "ops/a"], [MAX], [], id="noop, one for two teams"),
        pytest.param(["README"], [JOHN], [], id="noop, nobody's file"),
        pytest.param(["free/a"], [JOHN], [], id="noop, a cleared file"),
        pytest.param(["src/a"], [JOHN], ["US503"], id="no owner"),
        pytest.param(["src/a", "docs/a"], [MAX], ["US503"], id="one of two"),
        pytest.param(["docs/a", "ops/a"], [MAX], ["US503"], id="the other of two"),
        pytest.param(["src/a", "docs/a"], ["Eve <eve@example.com>"], ["US503", "US503"], id="none of two"),
        pytest.param(["src/a"], [JANE], ["US502"], id="an owner who made it"),
        pytest.param(["lone/a"], [MAX], ["US503"], id="only the author owns it"),
        pytest.param(["mute/a"], [MAX], ["US503"], id="owners without an address"),
        pytest.param(["README"], [JANE], ["US502"], id="nobody's file, by its author"),
        pytest.param(["src/a"], [], ["US103"], id="nobody"),
    ],
)
def test_owners(started, paths, approvers, expected):
    started.commit("base\n", files=BASE)
    report = started.judge(approved_by(*approvers), files=dict.fromkeys(paths, "x"))
    assert rules(report) == expected


def test_a_person_without_ai_help_needs_nobody(started):
    started.commit("base\n", files=BASE)
    assert rules(started.judge("A change\n", files={"src/a": "x"})) == []


def test_what_is_said(started):
    started.commit("base\n", files=BASE)
    report = started.judge(
        approved_by("Eve <eve@example.com>"), files={"src/a": "x", "src/b": "x", "mute/a": ""}
    )
    first, second = (finding.message for finding in report.findings)
    assert first == "src/a and another file: CODEOWNERS line 1 asks for the approval of @acme/core"
    assert second == (
        "mute/a: CODEOWNERS line 5 asks for the approval of @mute @acme/nobody; "
        "the people file gives nobody an address for @acme/nobody, @mute"
    )


class TestTheBaseSpeaks:
    @pytest.mark.parametrize(
        "files",
        [
            {".github/CODEOWNERS": "* @eve\n"},
            {"CODEOWNERS": "* @eve\n", ".github/CODEOWNERS": None},
            {"people.toml": PEOPLE.replace("max@old", "eve@")},
        ],
    )
    def test_a_change_cannot_grant_itself_owners(self, started, files):
        base = started.commit("base\n", files=BASE)
        started.commit("Take it\n", files=files)
        started.commit(approved_by("Eve <eve@example.com>"), files={"src/a": "x"})
        assert rules(started.verify(f"{base}..main")) == ["US503"]

    def test_codeowners_needs_its_old_owners(self, started):
        started.commit("base\n", files=BASE)
        files = {".github/CODEOWNERS": "/.github/ @acme/core\n"}
        assert rules(started.judge(approved_by("Eve <eve@example.com>"), files=files)) == ["US503"]
        started.commit("back\n", files={".github/CODEOWNERS": OWNERS})
        assert rules(started.judge(approved_by(JOHN), files=files)) == []

    def test_a_deleted_file_has_owners(self, started):
        started.commit("base\n", files={**BASE, "src/a": "x"})
        assert rules(started.judge(approved_by(JOHN), files={"src/a": None})) == ["US503"]


@pytest.mark.parametrize("stage", ["review", "push"])
def test_pending_before_the_merge(started, stage):
    base = started.commit("base\n", files=BASE)
    started.commit(approved_by(JOHN), files={"src/a": "x"})
    report = started.verify(f"{base}..main", stage=stage)
    assert [(finding.rule, finding.severity) for finding in report.findings] == [("US503", "note")]


@pytest.mark.parametrize(("person", "expected"), [(MAX, []), (JOHN, ["US103"])])
def test_an_approved_merge_covers_what_it_brings(started, person, expected):
    base = started.commit("base\n", files=BASE)
    started.branch("topic")
    started.commit(message(MODEL, CONTEXT), files={"src/a": "x"}, branch="topic")
    started.merge(f"Merge topic\n\nApproved-by: {person}\n", "topic", author=JOHN)
    assert rules(started.verify(f"{base}..main")) == expected


def test_a_link_is_no_file(started):
    base = started.commit("base\n", files=BASE)
    link = {"CODEOWNERS": ("120000", started.store("blob", b"src/a"))}
    started.trees[base] = {**started.trees[base], **link}
    del started.trees[base][".github/CODEOWNERS"]
    started.commit("linked\n")
    with pytest.raises(PolicyError, match="CODEOWNERS is a symbolic link"):
        started.judge(approved_by(MAX), files={"src/a": "x"})


def test_gitlab_counts(started):
    owners = "[Core][2]\n/src/ @acme/core\n^[Docs]\n/src/ @acme/ops\n"
    policy = POLICY + 'dialect = "gitlab"\n'
    base = started.commit("base\n", files={**BASE, "undersign.toml": policy, "CODEOWNERS": owners})
    for author, people, expected in (
        (JOHN, [MAX, JANE], []),
        (JOHN, [MAX], ["US503"]),
        (JOHN, [MAX, OLD_MAX], ["US503"]),
        (JANE, [MAX, JANE], ["US503"]),
    ):
        started.move("main", base)
        report = started.judge(approved_by(*people), files={"src/a": "x"}, author=author)
        assert rules(report) == expected


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({".github/CODEOWNERS": None}, "there is no CODEOWNERS file at .*; looked at .github/CODEOWNERS"),
        ({"people.toml": None}, "owners.people: there is no file people.toml"),
        ({"people.toml": "teams = 1\n"}, "people.toml at"),
        ({"undersign.toml": POLICY + 'file = "OWNERS"\n'}, "looked at OWNERS$"),
    ],
)
def test_what_is_not_there_cannot_be_asked(started, files, words):
    base = started.commit("base\n", files=BASE)
    broken = started.commit("broken\n", files=files)
    assert base != broken
    with pytest.raises(PolicyError, match=words):
        started.judge(approved_by(MAX), files={"src/a": "x"})
