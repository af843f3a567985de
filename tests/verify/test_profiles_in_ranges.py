"""A destination's profile in a range: what it refuses, what it takes, and where it wants the disclosure."""

import pytest

from tests.repositories import APPROVED, CLAUDE, CONTEXT, DISCLOSED, JANE, JOHN, MODEL, message, rules
from trailers.disclosure.profiles import profile_named
from trailers.disclosure.pull_request import read_block
from trailers.verify.run import Options

SIGNED_BY_CLAUDE = f"Signed-off-by: {CLAUDE}\n"


@pytest.fixture
def under(repository):
    """Judge one commit under a profile."""

    def judge(profile, text, *, due="", stage="merge", options=None):
        policy = f'[disclosure]\nprofile = "{profile}"\n{due}'
        repository.commit("base\n", files={"undersign.toml": policy})
        repository.commit(text)
        return repository.verify("main^..main", stage=stage, options=options)

    return judge


@pytest.mark.parametrize(
    ("profile", "text", "expected"),
    [
        pytest.param(
            "default", message(DISCLOSED, SIGNED_BY_CLAUDE), ["US109"], id="default, signed by an assistant"
        ),
        pytest.param(
            "kernel", message("Assisted-by: LLM\n", SIGNED_BY_CLAUDE), ["US109"], id="kernel, the same"
        ),
        pytest.param(
            "kernel", message("Assisted-by: LLM sparse\n", f"Signed-off-by: {JANE}\n"), [], id="kernel"
        ),
        pytest.param("kernel", message(MODEL), ["US104 warning"], id="kernel, a model is named"),
        pytest.param("openssf", message(MODEL), [], id="openssf"),
        pytest.param("openssf", message("Assisted-by: Claude\n"), ["US104"], id="openssf, no model"),
        pytest.param("apache", message("Generated-by: Claude Code 1.0\n"), [], id="apache"),
        pytest.param(
            "co-authored-by",
            message("Co-authored-by: Claude Opus 5 <noreply@anthropic.com>\n"),
            [],
            id="co-author",
        ),
        pytest.param(
            "co-authored-by",
            message(f"Co-authored-by: {CLAUDE}\n"),
            ["US104"],
            id="co-author without a model",
        ),
        pytest.param("pr-body", message(MODEL), ["US116", "US109"], id="pr-body, a trailer"),
        pytest.param("pr-body", "A change\n", [], id="pr-body, human"),
    ],
)
def test_what_is_refused(under, profile, text, expected):
    assert rules(under(profile, text)) == expected


class TestPullRequest:
    BY_CLAUDE = "A change\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\n"

    def judged(self, under, body, *, due="", stage="merge"):
        return under(
            "pr-body", self.BY_CLAUDE, due=due, stage=stage, options=Options(pull_request=read_block(body))
        )

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            pytest.param(DISCLOSED, [], id="noop"),
            pytest.param("", ["US116", "US116", "US116"], id="nothing in it"),
            pytest.param(CONTEXT + APPROVED, ["US116"], id="no model"),
            pytest.param("Assisted-by: TODO\n" + CONTEXT + APPROVED, ["US116"], id="a placeholder"),
            pytest.param(MODEL + CONTEXT, ["US116"], id="no approver"),
        ],
    )
    def test_the_block(self, under, lines, expected):
        assert rules(self.judged(under, f"### AI disclosure\n\n{lines}")) == expected

    @pytest.mark.parametrize(
        ("approver", "rule", "expected"),
        [
            pytest.param(CLAUDE, "human", ["US116"], id="an assistant"),
            pytest.param(JANE, "human", [], id="noop, the author"),
            pytest.param(JANE, "other", ["US116"], id="the author, where others are asked"),
            pytest.param(JOHN, "other", [], id="noop, somebody else"),
        ],
    )
    def test_who_approves(self, under, approver, rule, expected):
        body = f"### AI disclosure\n\n{MODEL}{CONTEXT}Approved-by: {approver}\n"
        report = self.judged(under, body, due=f'[approver]\nrule = "{rule}"\n')
        assert rules(report) == expected

    def test_a_pending_approval(self, under):
        body = f"### AI disclosure\n\n{MODEL}{CONTEXT}"
        report = self.judged(under, body, due='[approver]\ndue = "merge"\n', stage="review")
        assert rules(report) == ["US116 note"]
        assert report.verdict == "clean"

    @pytest.mark.parametrize("stage", ["commit", "push"])
    def test_before_the_review_there_is_no_pull_request(self, under, stage):
        assert rules(self.judged(under, "", stage=stage)) == []

    def test_once_a_range(self, repository):
        repository.commit("base\n", files={"undersign.toml": '[disclosure]\nprofile = "pr-body"\n'})
        for _ in range(3):
            repository.commit(self.BY_CLAUDE)
        report = repository.verify("main~3..main")
        assert rules(report) == ["US116"]
        assert report.checked["assisted"] == 3


class TestKeys:
    POLICY = """
[disclosure.keys]
model = ["KI-Modell"]
context = ["KI-Kontext"]
approver = ["Freigabe"]
none = "KI-Hilfe"
"""

    @pytest.fixture
    def german(self, repository):
        repository.commit("base\n", files={"undersign.toml": self.POLICY})
        return repository

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("KI-Modell: Claude-Code:claude-opus-5\n", ["US102", "US103"], id="half"),
            pytest.param(
                f"KI-Modell: Claude-Code:claude-opus-5\nKI-Kontext: issue:12\nFreigabe: {JANE}\n",
                [],
                id="noop",
            ),
            pytest.param("KI-Kontext: issue:12\n", ["US101", "US103"], id="a context alone"),
            pytest.param(
                "KI-Hilfe: none\nKI-Modell: Claude-Code:claude-opus-5\n",
                ["US105", "US102", "US103"],
                id="both",
            ),
            pytest.param(f"Freigabe: {CLAUDE}\n", ["US501"], id="an assistant approves"),
            pytest.param(DISCLOSED, [], id="noop, the default keys are still understood"),
        ],
    )
    def test_they_are_read(self, german, text, expected):
        german.commit(message(text))
        assert rules(german.verify("main^..main")) == expected

    @pytest.mark.parametrize(
        "line", ["KI_Modell: x:y", "KI Modell: x:y", "ki-modell=x:y", "K\u0406-Modell: x:y"]
    )
    def test_their_near_misses(self, german, line):
        german.commit(f"A\n\n{line}\n")
        assert rules(german.verify("main^..main")) == ["US106"]

    def test_a_merge_approves_under_them(self, german):
        german.branch("base")
        german.branch("topic")
        german.commit(
            message("KI-Modell: Claude-Code:claude-opus-5\nKI-Kontext: issue:12\n"),
            files={"t": "1"},
            branch="topic",
        )
        german.commit("m\n", files={"m": "1"})
        german.merge(message(f"Freigabe: {JANE}\n"), "topic")
        assert rules(german.verify("base..main")) == []

    def test_the_remedy_names_them(self, german):
        german.commit("x\n", author=CLAUDE)
        remedies = "".join(finding.remedy for finding in german.verify("main^..main").findings)
        assert all(
            key in remedies for key in ("KI-Modell: Claude-Code:<model>", "KI-Kontext: ", "Freigabe: ")
        )


@pytest.mark.parametrize(
    "profile",
    [
        "default",
        "openssf",
        "kernel",
        "apache",
        "openinfra",
        "fedora",
        "llvm",
        "slash",
        "netbeans",
        "open-liberty",
        "co-authored-by",
    ],
)
def test_the_remedy_is_in_the_profiles_form(under, profile):
    """What is pasted, its placeholder filled in, is what the profile takes."""
    text = "A change\n\nMade-with: Cursor\n"
    report = under(profile, text)
    remedy = next(finding.remedy for finding in report.findings if finding.rule == "US101")
    line = remedy.partition('"')[2].partition('"')[0].replace("<model>", "gpt-5")
    again = under(profile, message("Made-with: Cursor\n", f"{line}\n"))
    assert not {"US101", "US104"} & {
        finding.rule for finding in again.findings if finding.severity == "error"
    }
    assert profile_named(profile).name == profile
