"""What an assistant is told about commits: the report of a range, and whose approval it needs."""

import pytest

from tests.repositories import CONTEXT, MODEL, message

pytest.importorskip("mcp", reason="the extra `mcp` is not installed")


def rules_of(findings):
    return [found["rule"] for found in findings]


class TestVerifyRange:
    def test_a_report(self, ask, history):
        answer = ask("verify_range", range="base..HEAD")
        report = answer["report"]
        assert (report["verdict"], report["checked"]) == ("findings", {"commits": 2, "assisted": 2})
        found = {(found["rule"], found["commit"]) for found in report["findings"]}
        assert found >= {("US101", history.silent), ("US103", history.disclosed)}
        assert answer["left_out"] == {"findings": 0, "commits": 0}

    def test_nobody_is_told_how_to_type_an_approval(self, ask):
        report = ask("verify_range", range="base..HEAD")["report"]
        asking = [found["remedy"] for found in report["findings"] if found["rule"] == "US103"]
        assert asking
        assert all("Approved-by" not in remedy and "ask the person" in remedy for remedy in asking)

    def test_the_stage(self, ask, history):
        merged = ask("verify_range", range=history.disclosed)["report"]
        made = ask("verify_range", range=history.disclosed, stage="commit")["report"]
        assert (rules_of(merged["findings"]), merged["verdict"]) == (["US103"], "findings")
        assert made["policy"] == merged["policy"]

    def test_errors_are_shown_first(self, ask):
        everything = ask("verify_range", range="base..HEAD")["report"]
        answer = ask("verify_range", range="base..HEAD", max_findings=1)
        assert len(answer["report"]["findings"]) == len(answer["report"]["commits"]) == 1
        assert answer["report"]["findings"][0]["severity"] == "error"
        assert answer["left_out"] == {
            "findings": len(everything["findings"]) - 1,
            "commits": len(everything["commits"]) - 1,
        }
        assert answer["report"]["verdict"] == "findings"

    def test_clean(self, ask):
        assert ask("verify_range", range="base..approved")["report"]["verdict"] == "clean"

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            ({}, "no upstream"),
            ({"range": "nothing..HEAD"}, "there is no commit named 'nothing'"),
            ({"range": "HEAD..HEAD"}, "there is no commit in HEAD..HEAD"),
            ({"range": "--all"}, "there is no commit named '--all'"),
            ({"range": "--output=owned"}, "there is no commit named"),
            ({"range": "HEAD..--output=owned"}, "there is no commit named"),
            ({"range": "^HEAD"}, "there is no commit named"),
            ({"range": "HEAD:src"}, "there is no commit named"),
            ({"range": "../other"}, "there is no commit named"),
            ({"range": "HEAD\n--all"}, "control characters"),
            ({"range": "HEAD\0"}, "control characters"),
            ({"range": "x" * 401}, "401 characters"),
            ({"range": 7}, "'range' has to be a string"),
            ({"range": "HEAD", "stage": "never"}, "'stage' takes commit, push, review, merge"),
            ({"range": "HEAD", "max_findings": 0}, "between 1 and 1000"),
            ({"range": "HEAD", "directory": "/"}, "an argument that this tool does not have"),
        ],
    )
    def test_what_cannot_be_asked(self, ask, history, arguments, told):
        assert told in ask.refused("verify_range", **arguments)
        assert not (history.path / "owned").exists()


class TestRequiredApprovals:
    def test_what_waits(self, ask, history):
        answer = ask("required_approvals", range="base..HEAD")
        assert (answer["rule"], answer["due"], answer["unchecked"]) == ("human", "commit", [])
        assert {found["commit"] for found in answer["waiting"]} == {history.silent, history.disclosed}
        assert all("undersign approve" in found["remedy"] for found in answer["waiting"])
        needed = answer["codeowners"]
        assert needed["codeowners"]["commit"] == history.tip("base")
        assert [one["ways"][0]["owners"] for one in needed["requirements"]] == [
            ["@org/all"],
            ["@org/docs", "@jane"],
        ]

    def test_nothing_waits(self, ask):
        assert ask("required_approvals", range="base..approved")["waiting"] == []

    def test_without_codeowners(self, within, repository):
        repository.commit("one\n")
        repository.commit(message(MODEL, CONTEXT))
        answer = within(repository.path)("required_approvals", range="HEAD")
        assert (rules_of(answer["waiting"]), answer["codeowners"]) == (["US103"], None)

    def test_many_paths(self, within, repository):
        repository.commit("one\n", files={"CODEOWNERS": "* @all\n"})
        repository.commit("two\n", files={f"file{number:03}": "x\n" for number in range(130)})
        answer = within(repository.path)("required_approvals", range="HEAD")
        assert len(answer["codeowners"]["requirements"][0]["paths"]) == 100
        assert answer["left_out"] == {"findings": 0, "paths": 30}

    def test_a_policy_that_cannot_be_read_is_no_answer(self, within, repository):
        repository.commit(
            "one\n", files={"undersign.toml": "[owners]\npeople = 'none.toml'\n", "CODEOWNERS": "* @a\n"}
        )
        repository.commit("two\n", files={"a": "x\n"})
        assert "none.toml" in within(repository.path).refused("required_approvals", range="HEAD")
