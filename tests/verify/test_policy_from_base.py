"""A change cannot loosen its own rules: policy and mailmap come from the base, by object id."""

import hashlib

import pytest

from tests.repositories import (
    APPROVED,
    CLAUDE,
    CONTEXT,
    DAY,
    DISCLOSED,
    JOHN,
    MODEL,
    NONE,
    START,
    message,
    rules,
)
from trailers.errors import PolicyError

GOOSE = "Goose <opensource@block.xyz>"
LAX = '[disclosure]\nrequired = ["model"]\n'
STRICT = '[disclosure]\nmode = "explicit"\n'
HALF = message(MODEL)
OWN = "undersign.toml"
PYPROJECT = "pyproject.toml"


def in_pyproject(text):
    return '[project]\nname = "x"\n\n' + text.replace("[", "[tool.undersign.", 1)


class TestWhoseCopy:
    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            pytest.param({}, {OWN: LAX}, ["US402 warning", "US102", "US103"], id="adopted in the range"),
            pytest.param(
                {}, {PYPROJECT: in_pyproject(LAX)}, ["US402 warning", "US102", "US103"], id="in pyproject"
            ),
            pytest.param({OWN: LAX}, {}, [], id="noop, of the base"),
            pytest.param({PYPROJECT: in_pyproject(LAX)}, {}, [], id="noop, of the base's pyproject"),
            pytest.param({OWN: LAX}, {OWN: STRICT}, ["US402 warning"], id="tightened"),
            pytest.param({OWN: LAX}, {OWN: None}, ["US402 warning"], id="deleted"),
            pytest.param({OWN: LAX}, {OWN: f"# why\n{LAX}"}, ["US402 warning"], id="a comment"),
            pytest.param(
                {OWN: LAX}, {"src/undersign.toml": STRICT}, [], id="noop, a file of this name elsewhere"
            ),
            pytest.param(
                {PYPROJECT: "[project]\n"},
                {PYPROJECT: "[build-system]\n"},
                ["US102", "US103"],
                id="noop, no table",
            ),
            pytest.param(
                {PYPROJECT: in_pyproject(LAX)},
                {PYPROJECT: in_pyproject(LAX) + "\n[tool.x]\n"},
                [],
                id="noop, other tables",
            ),
            pytest.param(
                {".mailmap": "A <a@x.test>\n"},
                {".mailmap": None},
                ["US402 warning", "US102", "US103"],
                id="mailmap",
            ),
        ],
    )
    def test_the_base_judges(self, repository, before, after, expected):
        repository.commit("base\n", files=before)
        repository.commit(HALF, files=after)
        assert rules(repository.verify("main^..main")) == expected

    def test_the_report_names_it(self, repository):
        base = repository.commit("base\n", files={OWN: LAX})
        repository.commit(HALF, files={OWN: STRICT})
        policy = repository.verify("main^..main").policy
        assert policy.source == f"undersign.toml at {base}"
        assert policy.digest == hashlib.sha256(LAX.encode()).hexdigest()
        assert policy.path == OWN

    def test_no_policy_means_the_defaults(self, repository):
        base = repository.commit("base\n")
        repository.commit(HALF)
        assert repository.verify("main^..main").policy == (f"the defaults (no policy at {base})", None, None)

    def test_three_dots_take_the_left_end(self, repository):
        repository.commit("fork\n", files={OWN: STRICT})
        repository.branch("topic")
        left = repository.commit("base\n", files={OWN: LAX})
        repository.commit(HALF, branch="topic")
        report = repository.verify("main...topic")
        assert report.policy.source == f"undersign.toml at {left}"
        assert rules(report) == []

    def test_one_commit_is_judged_by_its_parents_copy(self, repository):
        repository.commit("base\n", files={OWN: LAX})
        repository.commit(HALF, files={OWN: STRICT})
        assert rules(repository.verify("main")) == ["US402 warning"]

    @pytest.mark.parametrize("spec", ["--all", "main"])
    def test_without_a_base_the_end_judges(self, repository, spec):
        end = repository.commit(HALF, files={OWN: LAX})
        report = repository.verify(spec)
        assert report.policy.source == f"undersign.toml at {end}"
        assert rules(report) == []

    def test_what_only_the_base_has_changed_is_not_the_ranges(self, repository):
        repository.commit("fork\n", files={OWN: STRICT})
        repository.branch("topic")
        repository.commit("base\n", files={OWN: LAX})
        repository.commit(HALF, branch="topic")
        assert rules(repository.verify("main..topic")) == []
        repository.commit("mine\n", files={OWN: STRICT + "# mine\n"}, branch="topic")
        assert rules(repository.verify("main..topic")) == ["US402 warning"]

    def test_neither_the_work_tree_nor_the_index_speaks(self, repository):
        repository.commit("base\n")
        repository.commit(HALF)
        repository.check_out()
        (repository.path / OWN).write_text(LAX)
        repository.git("add", OWN)
        assert rules(repository.verify("main^..main")) == ["US102", "US103"]


class TestMailmap:
    OTHER = '[approver]\nrule = "other"\n'
    MAP = "Jane Austen <jane@austen.test> <jane@home.test>\n"
    TEXT = message(MODEL, CONTEXT, "Approved-by: Jane Austen <jane@home.test>\n")

    def test_the_base_says_who_is_who(self, repository):
        repository.commit("base\n", files={OWN: self.OTHER, ".mailmap": self.MAP})
        repository.commit(self.TEXT, files={".mailmap": "Nobody <nobody@x.test>\n"})
        assert rules(repository.verify("main^..main")) == ["US402 warning", "US502"]

    def test_the_change_cannot_say_it(self, repository):
        repository.commit("base\n", files={OWN: self.OTHER})
        repository.commit(self.TEXT, files={".mailmap": self.MAP})
        assert rules(repository.verify("main^..main")) == ["US402 warning"]


class TestBroken:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            pytest.param("mode = \n", "not TOML", id="not TOML"),
            pytest.param("[disclosure]\nmode = 1\n", "disclosure.mode", id="a wrong type"),
            pytest.param("[disclosure]\nmoed = 'explicit'\n", "did you mean", id="an unknown key"),
            pytest.param("requires = '>=99'\n", "needs undersign >=99", id="a newer version"),
            pytest.param("[approver]\nrule = 'boss'\n", "is not known", id="approver"),
            pytest.param("[severity]\nUS999 = 'off'\n", "no such rule", id="no rule"),
            pytest.param("\udcff", "not UTF-8", id="not UTF-8"),
        ],
    )
    def test_at_the_base_and_at_the_end(self, repository, text, words):
        broken = {OWN: text.encode("utf-8", "surrogateescape")}
        repository.commit("one\n")
        repository.commit("two\n", files=broken)
        repository.commit("three\n")
        report = repository.verify("main~2..main~1")
        assert rules(report) == ["US402 warning", "US403"]
        assert words in report.findings[1].message
        assert report.verdict == "findings"
        with pytest.raises(PolicyError) as caught:
            repository.verify("main~1..main")
        assert words in caught.value.message
        assert f"undersign.toml at {repository.git('rev-parse', 'main~1')}" in caught.value.message

    def test_two_policies(self, repository):
        repository.commit("one\n", files={OWN: LAX})
        repository.commit("two\n", files={PYPROJECT: in_pyproject(LAX)})
        assert rules(repository.verify("main^..main")) == ["US402 warning", "US403"]
        repository.commit("three\n")
        with pytest.raises(PolicyError, match="there are two policies"):
            repository.verify("main^..main")

    def test_a_mended_policy_is_judged_by_the_broken_one(self, repository):
        """Who has merged a broken policy mends it with --base, on what was there before."""
        repository.commit("one\n", files={OWN: LAX})
        repository.commit("two\n", files={OWN: "mode =\n"})
        repository.commit(HALF, files={OWN: LAX})
        with pytest.raises(PolicyError):
            repository.verify("main^..main")
        assert rules(repository.verify("main~2..main")) == []

    def test_a_folder_of_this_name_is_no_policy(self, repository):
        repository.commit("one\n", files={f"{OWN}/x": LAX})
        repository.commit(HALF)
        assert rules(repository.verify("main^..main")) == ["US102", "US103"]

    def test_a_symbolic_link_is_not_followed(self, repository):
        made = repository.commit("one\n", files={"real.toml": LAX, OWN: "real.toml"})
        tree = dict(repository.trees[made])
        tree[OWN] = ("120000", tree[OWN][1])
        repository.trees[made] = tree
        repository.commit("two\n")
        repository.commit(HALF)
        with pytest.raises(PolicyError, match="not TOML"):
            repository.verify("main^..main")


class TestSeverity:
    @pytest.mark.parametrize(
        ("setting", "expected", "verdict"),
        [
            pytest.param("", ["US101", "US102", "US103"], "findings", id="the default"),
            pytest.param("US101 = 'warning'", ["US101 warning", "US102", "US103"], "findings", id="by id"),
            pytest.param(
                "undisclosed-assistance = 'note'", ["US101 note", "US102", "US103"], "findings", id="by name"
            ),
            pytest.param("US101 = 'off'\nUS102 = 'off'\nUS103 = 'off'", [], "clean", id="off"),
            pytest.param("US101 = 'error'", ["US101", "US102", "US103"], "findings", id="the same"),
            pytest.param(
                "US102 = 'warning'\nUS103 = 'note'\nUS101='off'",
                ["US102 warning", "US103 note"],
                "clean",
                id="mixed",
            ),
        ],
    )
    def test_a_rule(self, repository, setting, expected, verdict):
        repository.commit("base\n", files={OWN: f"[severity]\n{setting}\n"})
        repository.commit("x\n", author=CLAUDE)
        report = repository.verify("main^..main")
        assert rules(report) == expected
        assert report.verdict == verdict

    def test_a_warning_can_be_an_error(self, repository):
        repository.commit("base\n", files={OWN: "[severity]\nUS402 = 'error'\n"})
        repository.commit("x\n", files={OWN: "# lax\n"})
        assert rules(repository.verify("main^..main")) == ["US402"]

    @pytest.mark.parametrize("worth", ["off", "note", "warning"])
    def test_what_could_not_be_checked_stays_an_error(self, repository, worth):
        repository.commit("base\n", files={OWN: f"[severity]\nUS100 = '{worth}'\n"})
        repository.commit("two\n", files={OWN: "x = 1\n"})
        repository.object_path(repository.git("rev-parse", "main:undersign.toml")).unlink()
        report = repository.verify("main^..main")
        assert rules(report) == ["US100"]
        assert report.verdict == "unchecked"


class TestModes:
    @pytest.mark.parametrize(
        ("mode", "text", "author", "expected"),
        [
            pytest.param("detected", "x\n", JOHN, [], id="detected, human"),
            pytest.param("detected", message(DISCLOSED), JOHN, [], id="detected, disclosed"),
            pytest.param("detected", "x\n", CLAUDE, ["US101", "US102", "US103"], id="detected, undisclosed"),
            pytest.param("explicit", "x\n", JOHN, ["US107"], id="explicit, nothing said"),
            pytest.param("explicit", message(NONE), JOHN, [], id="explicit, none"),
            pytest.param("explicit", message(DISCLOSED), JOHN, [], id="explicit, disclosed"),
            pytest.param("explicit", "x\n", CLAUDE, ["US101", "US102", "US103"], id="explicit, undisclosed"),
            pytest.param("explicit", f"x\n\n{NONE}\nmore\n", JOHN, ["US107", "US106"], id="explicit, spoilt"),
            pytest.param("forbid", "x\n", JOHN, [], id="forbid, human"),
            pytest.param("forbid", message(NONE), JOHN, [], id="forbid, none"),
            pytest.param("forbid", message(DISCLOSED), JOHN, ["US108"], id="forbid, disclosed"),
            pytest.param("forbid", "x\n", CLAUDE, ["US108"], id="forbid, undisclosed"),
            pytest.param("forbid", message(MODEL), JOHN, ["US108"], id="forbid, half disclosed"),
            pytest.param("forbid", "x\n", GOOSE, ["US108 warning"], id="forbid, suggested"),
            pytest.param("detected", "x\n", GOOSE, ["US101 warning"], id="detected, suggested"),
        ],
    )
    def test_a_commit(self, repository, mode, text, author, expected):
        repository.commit("base\n", files={OWN: f'[disclosure]\nmode = "{mode}"\n'})
        repository.commit(text, author=author)
        assert rules(repository.verify("main^..main")) == expected

    def test_merges_need_no_statement(self, repository):
        repository.commit("base\n", files={OWN: STRICT})
        repository.branch("topic")
        repository.commit(message(NONE), files={"t": "t"}, branch="topic")
        repository.commit(message(NONE), files={"m": "m"})
        repository.merge("Merge\n", "topic")
        assert rules(repository.verify("main~2..main")) == []


class TestModels:
    POLICY = """
[models]
approved = [{{ model = "claude-*", until = {until} }}, {{ model = "gpt-*", paths = ["docs/**"] }}]
denied = [{{ model = "Cursor:*", since = 2026-01-02 }}]
"""

    def judged(self, repository, text, *, until="2027-01-31", when=None, files=None):
        repository.commit("base\n", files={OWN: self.POLICY.format(until=until)}, when=START)
        repository.commit(text, when=when, files=files or {"src/a": "a"})
        return rules(repository.verify("main^..main"))

    def test_noop(self, repository):
        assert self.judged(repository, message(DISCLOSED)) == []

    def test_after_its_last_day(self, repository):
        assert self.judged(repository, message(DISCLOSED), until="2026-01-31", when=START + 31 * DAY) == [
            "US401"
        ]

    def test_on_its_last_day(self, repository):
        assert (
            self.judged(repository, message(DISCLOSED), until="2026-01-31", when=START + 31 * DAY - 1) == []
        )

    def test_a_commit_cannot_date_itself_before_its_base(self, repository):
        assert self.judged(repository, message(DISCLOSED), until="2025-12-31", when=START - 30 * DAY) == [
            "US401"
        ]

    def test_a_model_that_nobody_approved(self, repository):
        text = message("Assisted-by: Codex:o9\n", CONTEXT, APPROVED)
        assert self.judged(repository, text) == ["US401"]

    def test_an_agent_that_is_denied(self, repository):
        text = message("Assisted-by: Cursor:claude-opus-5\n", CONTEXT, APPROVED)
        assert self.judged(repository, text, when=START + 2 * DAY) == ["US401"]

    @pytest.mark.parametrize(
        ("files", "expected"),
        [
            pytest.param({"docs/a/b.md": "x"}, [], id="in its paths"),
            pytest.param({"docs/a.md": "x", "src/a": "x"}, ["US401"], id="and elsewhere"),
        ],
    )
    def test_paths(self, repository, files, expected):
        text = message("Assisted-by: Codex:gpt-5\n", CONTEXT, APPROVED)
        assert self.judged(repository, text, files=files) == expected


class TestGrandfather:
    def test_what_it_reaches_is_exempt(self, repository):
        repository.commit("x\n", author=CLAUDE)
        old = repository.commit("x\n", author=CLAUDE)
        repository.commit("policy\n", files={OWN: f'[history]\ngrandfather = "{old}"\n'})
        repository.commit("y\n", author=CLAUDE)
        report = repository.verify("--all")
        assert rules(report) == ["US101", "US102", "US103"]
        assert report.checked == {"commits": 2, "assisted": 1, "exempt": 2}

    def test_the_change_cannot_exempt_itself(self, repository):
        repository.commit("base\n")
        own = repository.commit("x\n", author=CLAUDE)
        repository.commit("policy\n", files={OWN: f'[history]\ngrandfather = "{own}"\n'})
        assert rules(repository.verify("main~2..main")) == ["US402 warning", "US101", "US102", "US103"]

    def test_a_commit_that_is_not_here(self, repository):
        repository.commit("base\n", files={OWN: f'[history]\ngrandfather = "{"1" * 40}"\n'})
        repository.commit("x\n", author=CLAUDE)
        with pytest.raises(PolicyError, match=r"history\.grandfather"):
            repository.verify("main^..main")
