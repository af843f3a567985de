"""`undersign owners required`: which approvals a range needs, by its base's file."""

import json

import pytest

from tests.owned import make_owned, printed
from tests.repositories import JANE, JOHN
from trailers.output.required import Needed, json_document, text
from trailers.ownership.owner import Owner
from trailers.ownership.requirement import EVERYONE, Quorum, Requirement


@pytest.fixture
def work(repository, monkeypatch):
    """A repository in which everything has an owner, and we are at its top."""
    monkeypatch.chdir(repository.path)
    return make_owned(repository)


class TestRequired:
    @pytest.fixture
    def changed(self, work):
        work.branch("base")
        files = {"docs/a": "x", "docs/sub/b": None, "src/new": "x", ".github/CODEOWNERS": "* @joe\n"}
        work.commit("two\n", files=files, author=JOHN)
        return work

    def test_the_bases_file_judges(self, undersign, changed):
        code, told = printed(undersign("owners", "required", "base..main"))
        base = changed.tip("base")
        assert code == 0
        assert told == (
            "1 approval of @org/all  (.github/CODEOWNERS:1)\n  .github/CODEOWNERS\n  src/new\n\n"
            "1 approval of @org/docs @jane  (.github/CODEOWNERS:2)\n  docs/a\n  docs/sub/b\n\n"
            f"by .github/CODEOWNERS (github) at {base}\n4 changed files, 2 requirements\n"
        )

    def test_one_commit(self, undersign, changed):
        assert undersign("owners", "required", "main")[1] == undersign("owners", "required", "base..main")[1]

    def test_what_the_base_went_on_to_change_is_not_asked_for(self, undersign, changed):
        changed.commit("on\n", files={"docs/other": "x"}, branch="base")
        for spec in ("base..main", "base...main"):
            assert b"docs/other" not in undersign("owners", "required", spec)[1]

    def test_json(self, undersign, changed):
        document = json.loads(undersign("owners", "required", "base..main", "--format=json")[1])
        assert document["requirements"][1] == {
            "paths": ["docs/a", "docs/sub/b"],
            "optional": False,
            "section": "",
            "line": 2,
            "ways": [{"owners": ["@org/docs", "@jane"], "approvals": 1}],
        }
        assert document["unresolved"] is None

    def test_sections(self, undersign, work):
        text = "[Docs][2] @a @b @c\n/docs/\n^[Help] @d\n/docs/\n"
        work.commit("two\n", files={".github/CODEOWNERS": None, ".gitlab/CODEOWNERS": text})
        work.commit("three\n", files={"docs/a": "x", "other": "x"})
        _, told = printed(undersign("owners", "required", "main~1..main"))
        assert "2 approvals of @a @b @c  (.gitlab/CODEOWNERS:2 [Docs])" in told
        assert "optional: 1 approval of @d  (.gitlab/CODEOWNERS:4 [Help])" in told
        assert "2 changed files, 1 requirement, 1 without owners" in told

    def test_who_cannot_approve(self, undersign, work):
        people = '[teams]\n"@org/all" = ["@jane"]\n[people]\n"@jane" = ["' + JANE + '"]\n'
        policy = '[owners]\npeople = "people.toml"\n'
        files = {
            "undersign.toml": policy,
            "people.toml": people,
            ".github/CODEOWNERS": "* @org/all @org/new\n",
        }
        work.commit("two\n", files=files)
        work.commit("three\n", files={"src/a": "x"})
        _, told = printed(undersign("owners", "required", "main~1..main"))
        assert "nobody can approve as @org/new: not among the people" in told

    def test_many_paths(self, undersign, work):
        work.commit("two\n", files={f"src/{number:02}": "x" for number in range(12)})
        _, told = printed(undersign("owners", "required", "main~1..main"))
        assert "  src/09\n  and 2 more\n" in told

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (["main"], "main has no base"),
            (["none..main"], "there is no commit named 'none'"),
            (["main..main", "--format", "xml"], "there is no format"),
            (["main..main", "--file", "none"], "has no CODEOWNERS file: looked for none"),
        ],
    )
    def test_what_cannot_be_asked(self, undersign, work, words, told):
        code, output, error = undersign("owners", "required", *words)
        assert (code, output) == (2, b"")
        assert told in error.decode()


def test_everyone_and_other_ways():
    """As Mibex's checks ask for them."""
    devs, leads = (Owner(f"@@{name}", "group") for name in ("Devs", "Leads"))
    way = Requirement(("a",), (devs,), EVERYONE, line=3, instead=(Quorum((leads,), 2),))
    needed = Needed((way,), 1, "CODEOWNERS", "bitbucket-mibex", "c0ffee")
    assert text(needed).startswith("everyone of @@Devs or 2 approvals of @@Leads  (CODEOWNERS:3)\n  a\n")
    ways = json.loads(json_document(needed))["requirements"][0]["ways"]
    assert [one["approvals"] for one in ways] == [None, 2]
