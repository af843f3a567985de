"""Cases 25 to 28 and 30 to 32 of reference/trailers.md 3.4: the clone, the people, and the configuration.

Each runs the command in a real repository, and looks at its exit code and at what it says. Clones that lack
something have more tests in tests/repository.
"""

import json

import pytest

from tests.repositories import (
    APPROVED,
    CLAUDE,
    CONTEXT,
    DISCLOSED,
    JANE,
    JOHN,
    MODEL,
    Repository,
    clone,
    message,
    rules,
    run_git,
)
from trailers.cli.edge import main

OTHER = '[approver]\nrule = "other"\n'
ZERO = "0" * 40


@pytest.fixture
def undersign(capsys):
    """Run the command: its exit code, and what it prints on both streams."""

    def run(path, *arguments):
        code = main(["verify", *arguments, "-C", str(path)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def three(tmp_path):
    """main: one commit; topic: three more, none disclosed in full."""
    repository = Repository(tmp_path / "origin")
    repository.commit("one\n", files={"a": "1"})
    repository.branch("topic")
    for number in range(3):
        repository.commit(
            message(MODEL, CONTEXT, title=f"{number}"), files={"a": f"{number}"}, branch="topic"
        )
    repository.commit("two\n", files={"b": "1"})
    return repository


class TestShallow:
    def test_case_25_a_depth_of_one(self, three, tmp_path, undersign):
        copy = clone(three.path, tmp_path / "clone", "--depth=1", "--branch=topic")
        run_git(copy, "fetch", "-q", "--depth=1", "origin", "main:main")
        code, output, _ = undersign(copy, "main..topic")
        assert code == 2
        assert "error US100: this clone is shallow and ends here" in output
        assert "error US103" in output
        assert "1 commit checked, 1 AI-assisted, 2 findings, NOT EVERYTHING COULD BE CHECKED" in output

    def test_case_25_a_base_that_is_not_there(self, three, tmp_path, undersign):
        copy = clone(three.path, tmp_path / "clone", "--depth=1", "--branch=topic")
        code, output, error = undersign(copy, f"{three.tip('main')}..topic")
        assert (code, output) == (2, "")
        assert "fix: this clone is shallow: git fetch --unshallow (in CI: fetch-depth: 0)" in error

    def test_case_25_noop(self, three, tmp_path, undersign):
        copy = clone(three.path, tmp_path / "clone")
        code, output, _ = undersign(copy, "origin/main..origin/topic")
        assert code == 1
        assert "3 commits checked, 3 AI-assisted, 3 findings" in output


class TestPush:
    @pytest.fixture
    def pushed(self, three, tmp_path, monkeypatch, undersign):
        copy = clone(three.path, tmp_path / "clone")

        def run(before, after, **more):
            event = {
                "before": before,
                "after": after,
                "ref": "refs/heads/topic",
                "repository": {"default_branch": "main"},
                **more,
            }
            (tmp_path / "event.json").write_text(json.dumps(event))
            monkeypatch.setenv("GITHUB_ACTIONS", "true")
            monkeypatch.setenv("GITHUB_EVENT_NAME", "push")
            monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
            return undersign(copy)

        return run

    def test_case_26_the_first_push_of_a_branch(self, three, pushed):
        code, output, _ = pushed(ZERO, three.tip("topic"))
        assert code == 1
        assert "3 commits checked" in output

    def test_case_26_a_forced_push_whose_old_tip_is_gone(self, three, pushed):
        code, output, _ = pushed("1" * 40, three.tip("topic"), forced=True)
        assert code == 1
        assert "3 commits checked" in output

    def test_case_26_a_forced_push_whose_old_tip_is_here(self, three, pushed):
        code, output, _ = pushed(three.tip("main"), three.tip("topic"), forced=True)
        assert code == 1
        assert "3 commits checked" in output

    def test_case_26_a_push_that_brings_nothing(self, three, pushed):
        code, output, _ = pushed(three.tip("topic"), three.tip("main~1") or ZERO, deleted=True)
        assert code == 0
        assert "the push deletes a branch or tag" in output
        assert "0 commits checked" in output

    def test_case_26_never_the_head_only(self, three, pushed):
        code, output, error = pushed("1" * 40, three.tip("topic"), ref="refs/heads/main")
        assert (code, output) == (2, "")
        assert "the base " + "1" * 40 + " is not in this clone" in error
        assert "fetch-depth: 0" in error


class TestAnotherHistory:
    def test_case_27_a_replace_ref(self, started, undersign):
        bad = started.commit(message(MODEL, CONTEXT))
        started.move(f"refs/replace/{bad}", started.commit(message(DISCLOSED), branch="good"))
        assert undersign(started.path, "main^..main")[0] == 1

    def test_case_27_a_mailmap_in_the_change(self, repository):
        """Two addresses become two people, or one, only for what comes after."""
        repository.commit(
            "base\n",
            files={"undersign.toml": OTHER, ".mailmap": "Jane Austen <jane@austen.test> <jane@home.test>\n"},
        )
        text = message(MODEL, CONTEXT, "Approved-by: Jane Austen <jane@home.test>\n")
        repository.commit(text, files={".mailmap": None})
        assert rules(repository.verify("main^..main")) == ["US402 warning", "US502"]


SAME = [
    pytest.param(JANE, f"Approved-by: {JANE}\n", id="the author"),
    pytest.param(JANE, "Approved-by: Jane Austen <JANE@Austen.test>\n", id="in another case"),
    pytest.param(JANE, "Approved-by: Somebody <jane@austen.test>\n", id="under another name"),
    pytest.param(JANE, "Approved-by: Jane Austen <jane+review@austen.test>\n", id="with a tag"),
    pytest.param(JANE, "Approved-by: Jane Austen <jane@home.test>\n", id="by the mailmap"),
    pytest.param(JANE, "Approved-by: Jane Austen <jane+x@home.test>\n", id="by the mailmap, with a tag"),
    pytest.param(
        "J <12345+jane@users.noreply.github.com>",
        "Approved-by: J <jane@users.noreply.github.com>\n",
        id="with and without the number",
    ),
    pytest.param(JOHN, f"Co-authored-by: {JANE}\n{APPROVED}", id="a co-author"),
    pytest.param(JOHN, f"Co-developed-by: {JANE}\n{APPROVED}", id="a co-developer"),
    pytest.param(
        JOHN, f"Co-authored-by: J. A. <jane+x@home.test>\n{APPROVED}", id="a co-author by the mailmap"
    ),
]
MAILMAP = "Jane Austen <jane@austen.test> <jane@home.test>\n<jane@austen.test> <jane+x@home.test>\n"


class TestPeople:
    @pytest.fixture
    def other(self, repository):
        repository.commit("base\n", files={"undersign.toml": OTHER, ".mailmap": MAILMAP})
        return repository

    @pytest.mark.parametrize(("author", "trailers"), SAME)
    def test_case_28_the_author_under_another_address(self, other, author, trailers):
        other.commit(message(MODEL, CONTEXT, trailers), author=author)
        assert rules(other.verify("main^..main")) == ["US502"]

    def test_case_28_the_committer(self, other):
        other.commit(message(DISCLOSED), author=JOHN, committer=JANE)
        assert rules(other.verify("main^..main")) == ["US502"]

    @pytest.mark.parametrize(
        "approver",
        [CLAUDE, "x <198982749+Copilot@users.noreply.github.com>", "x <1+a[bot]@users.noreply.github.com>"],
    )
    def test_case_28_an_assistant_or_a_bot(self, other, approver):
        other.commit(message(MODEL, CONTEXT, f"Approved-by: {approver}\n"))
        assert rules(other.verify("main^..main"))[-1] == "US501"

    def test_case_28_one_of_two_is_enough(self, other):
        other.commit(message(DISCLOSED, f"Approved-by: {JOHN}\n"))
        assert rules(other.verify("main^..main")) == []

    def test_case_28_noop(self, other):
        other.commit(message(DISCLOSED), author=JOHN)
        assert rules(other.verify("main^..main")) == []

    def test_case_28_noop_under_the_rule_human(self, started):
        started.commit(message(DISCLOSED), author=JANE)
        assert rules(started.verify("main^..main")) == []


CONFIGURATION = {
    "trailer.assisted.key": "Assisted-by",
    "trailer.separators": "=#%",
    "core.commentChar": "A",
    "core.commentString": "Approved",
    "log.showSignature": "true",
    "log.mailmap": "true",
    "log.date": "format:%s",
    "diff.relative": "true",
    "diff.noprefix": "true",
    "diff.renames": "copies",
    "diff.external": "touch external",
    "diff.orderFile": "/nowhere",
    "color.ui": "always",
    "core.abbrev": "4",
    "core.quotePath": "true",
    "core.pager": "touch pager",
    "core.fsmonitor": "touch fsmonitor",
    "i18n.logOutputEncoding": "UTF-16",
    "pager.log": "touch pager",
    "alias.log": "!touch alias",
    "alias.rev-list": "!touch alias",
    "diff.evil.textconv": "touch textconv",
    "diff.evil.command": "touch command",
    "trailer.approved.cmd": "touch cmd",
    "trailer.approved.command": "touch command",
    "core.hooksPath": "hooks",
}


class TestConfiguration:
    @pytest.fixture
    def configured(self, started, monkeypatch):
        """A repository whose configuration and attributes name a program wherever git takes one."""
        started.commit("two\n", files={".gitattributes": "* diff=evil\n", "a": "1\n2\n3\n"})
        started.branch("base")
        started.branch("topic")
        started.commit(message(DISCLOSED), files={"a": "one\n2\n3\n"})
        started.commit(message(MODEL), files={"a": "1\n2\nthree\n"}, branch="topic")
        tips = [started.tip("main"), started.tip("topic")]
        started.commit("merge\n", files={"a": "one\n2\nthree\n", "evil": "x"}, parents=tips)
        monkeypatch.chdir(started.path)
        expected = rules(started.verify("base..main"))
        for name, value in CONFIGURATION.items():
            started.git("config", name, value)
        return started, expected

    def test_case_30_nothing_of_it_runs_or_counts(self, configured, undersign):
        repository, expected = configured
        before = sorted(path.name for path in repository.path.iterdir())
        assert rules(repository.verify("base..main")) == expected == ["US115 warning", "US102", "US103"]
        assert undersign(repository.path, "base..main")[0] == 1
        assert sorted(path.name for path in repository.path.iterdir()) == before

    def test_case_30_trailers_are_read_without_it(self, configured, capsys):
        repository, _ = configured
        assert main(["trailers", "parse", "main^1", "-C", str(repository.path)]) == 0
        assert capsys.readouterr().out == DISCLOSED
        assert (
            repository.git("-c", "color.ui=never", "log", "-1", "--format=%(trailers:only)", "main^1")
            != DISCLOSED
        )

    def test_case_30_a_policy_in_the_change(self, started):
        started.commit(message(MODEL), files={"undersign.toml": '[disclosure]\nrequired = ["model"]\n'})
        assert rules(started.verify("main^..main")) == ["US402 warning", "US102", "US103"]


@pytest.mark.parametrize("end", ["", "\n", f"{DISCLOSED}\n"])
def test_case_31_what_makes_older_gits_hang(started, end):
    started.commit(f"A\n\n---\n# ------------------------ >8 ------------------------\n{end}")
    report = started.verify("main^..main")
    assert report.checked["commits"] == 1


class TestFormats:
    @pytest.mark.parametrize("bare", [False, True])
    def test_case_32_sha256(self, tmp_path, undersign, bare):
        repository = Repository(tmp_path, sha256=True, bare=bare)
        repository.commit("one\n")
        made = repository.commit(message(MODEL, CONTEXT))
        code, output, _ = undersign(tmp_path, "main^..main", "--format", "json")
        report = json.loads(output)
        assert (code, report["findings"][0]["commit"], len(made)) == (1, made, 64)

    def test_case_32_annotated_tags(self, three, undersign):
        three.git("tag", "-a", "-m", message(MODEL), "v1", "main~1")
        three.git("tag", "-a", "-m", message(MODEL), "v2", "topic")
        code, output, _ = undersign(three.path, "v1..v2")
        assert code == 1
        assert "3 commits checked, 3 AI-assisted, 3 findings" in output

    def test_case_32_a_root_commit(self, repository, undersign):
        repository.commit(message(MODEL, CONTEXT))
        repository.commit(message(DISCLOSED))
        assert undersign(repository.path, "main~1")[0] == 1
        code, output, _ = undersign(repository.path, "--all")
        assert code == 1
        assert "2 commits checked, 2 AI-assisted, 1 finding" in output

    def test_case_32_two_roots(self, repository, undersign):
        repository.commit("one\n")
        repository.commit(message(MODEL, CONTEXT), branch="other")
        tips = [repository.tip("main"), repository.tip("other")]
        repository.commit("merge\n", parents=tips)
        code, output, _ = undersign(repository.path, "main^1..main")
        assert code == 1
        assert "2 commits checked, 1 AI-assisted, 1 finding" in output
