"""Late disclosure: who may speak for whom, of what, and that it shows."""

import pytest

from tests.repositories import APPROVED, CLAUDE, CONTEXT, DISCLOSED, MODEL, message, rules


@pytest.fixture
def history(repository):
    """A beginning, and an assistant's commit that says nothing."""
    repository.commit("The beginning\n")
    repository.branch("base")
    repository.silent = repository.commit("Undisclosed\n", author=CLAUDE, files={"a": "1\n"})
    return repository


def late(repository, *lines, named=None, **options):
    named = named or repository.silent
    return repository.commit(message(f"Discloses: {named}\n", *lines, title="Disclose"), **options)


class TestVerify:
    def test_undisclosed(self, history):
        assert rules(history.verify("base..main")) == ["US101", "US102", "US103"]

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            ([DISCLOSED], ["US117 note"]),
            ([MODEL, CONTEXT], ["US103", "US117 note"]),
            ([MODEL, APPROVED], ["US102", "US117 note"]),
            ([MODEL, "AI-Context: TODO\n", APPROVED], ["US102", "US117 note"]),
            # A line that discloses nothing speaks for nobody.
            ([], ["US101", "US102", "US103"]),
            ([APPROVED], ["US101", "US102", "US103"]),
        ],
    )
    def test_what_is_answered(self, history, lines, expected):
        late(history, *lines)
        report = history.verify("base..main")
        assert sorted(rules(report, commit=history.silent)) == expected

    def test_it_stands_in_the_record(self, history):
        late(history, DISCLOSED)
        report = history.verify("base..main")
        assert report.verdict == "clean"
        record = next(record for record in report.commits if record.commit == history.silent)
        assert (record.models, record.verdict) == (("Claude-Code:claude-opus-5",), "clean")
        assert len(record.contexts) == len(record.approvers) == 1

    def test_an_earlier_commit_cannot(self, history):
        before = late(history, DISCLOSED)
        silent = history.commit("Undisclosed again\n", author=CLAUDE)
        assert "US101" in rules(history.verify("base..main"), commit=silent)
        assert history.verify(f"{before}..main").verdict == "findings"

    def test_a_commit_beside_it_cannot(self, history):
        history.branch("side", "base")
        late(history, DISCLOSED, branch="side", parents=[history.tip("base")])
        history.merge("Merge\n", "side")
        assert "US101" in rules(history.verify("base..main"), commit=history.silent)

    def test_one_commit_of_a_merged_branch_speaks_for_it(self, history):
        history.branch("side", "main")
        late(history, DISCLOSED, branch="side", parents=[history.tip("main")])
        history.merge("Merge\n", "side")
        assert history.verify("base..main").verdict == "clean"

    @pytest.mark.parametrize("length", [12, 39])
    def test_not_by_a_short_id(self, history, length):
        late(history, DISCLOSED, named=history.silent[:length])
        assert "US101" in rules(history.verify("base..main"))

    @pytest.mark.parametrize("name", ["HEAD~1", "0" * 40])
    def test_not_by_another_name(self, history, name):
        late(history, DISCLOSED, named=name)
        assert "US101" in rules(history.verify("base..main"))

    def test_several_at_once_and_one_by_several(self, history):
        other = history.commit("Undisclosed too\n", author=CLAUDE)
        late(history, f"Discloses: {other}\n", MODEL, CONTEXT)
        late(history, DISCLOSED)
        report = history.verify("base..main")
        assert rules(report, commit=history.silent) == ["US117 note"]
        assert sorted(rules(report, commit=other)) == ["US103", "US117 note"]

    def test_the_policy_can_raise_it(self, repository):
        repository.commit("Policy\n", files={"undersign.toml": '[severity]\nUS117 = "off"\n'})
        repository.branch("base")
        repository.silent = repository.commit("Undisclosed\n", author=CLAUDE)
        late(repository, DISCLOSED)
        assert rules(repository.verify("base..main")) == []
