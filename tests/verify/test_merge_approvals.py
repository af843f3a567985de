"""Which commits a merge brings in: `git rev-list MERGE^@ ^MERGE^1` is the oracle, on random histories."""

import random

import pytest

from tests.repositories import APPROVED, CONTEXT, JOHN, MAX, MODEL, START, message, rules
from trailers.verify.merge_approvals import covering_merges

HALF = message(MODEL, CONTEXT)
OTHER = '[approver]\nrule = "other"\n'


def random_history(repository, seed, size=40):
    """Commits with one to three random parents each; the ids, oldest first."""
    chance = random.Random(seed)
    made = [repository.commit("root\n")]
    for number in range(size):
        count = chance.choice((1, 1, 1, 2, 2, 3))
        near = made[-chance.randint(1, 12) :] if chance.random() < 0.8 else made
        parents = chance.sample(near, min(count, len(near)))
        if chance.random() < 0.03:
            parents = []
        # Clocks of odd seeds are wrong: a child can be older than its parents.
        when = START + chance.randint(0, 9_999) if seed % 2 else None
        made.append(repository.commit(f"{number}\n", parents=parents, when=when))
    return made


def graph_of(repository, *arguments):
    lines = repository.git("rev-list", "--parents", *arguments).split("\n")
    return {commit: tuple(parents) for commit, *parents in (line.split(" ") for line in lines if line)}


def as_git(repository, merge, graph):
    listed = repository.git("rev-list", f"{merge}^@", f"^{merge}^1").split()
    return {commit for commit in listed if commit in graph}


@pytest.mark.parametrize("seed", range(12))
def test_as_git_lists_it(repository, seed):
    made = random_history(repository, seed)
    tips = [
        name for name in made if name not in {p for ps in graph_of(repository, *made).values() for p in ps}
    ]
    graph = graph_of(repository, *tips)
    merges = [commit for commit, parents in graph.items() if len(parents) > 1]
    covering = covering_merges(graph, merges, graph)
    for merge in merges:
        found = {commit for commit, by in covering.items() if merge in by}
        assert found == as_git(repository, merge, graph)


@pytest.mark.parametrize("seed", range(6))
def test_within_a_range(repository, seed):
    """A range is a part of the history: what it excludes is neither walked nor covered."""
    made = random_history(repository, 100 + seed)
    graph = graph_of(repository, made[-1], f"^{made[len(made) // 3]}")
    merges = [commit for commit, parents in graph.items() if len(parents) > 1]
    covering = covering_merges(graph, merges, graph)
    for merge in merges:
        found = {commit for commit, by in covering.items() if merge in by}
        assert found == as_git(repository, merge, graph)


@pytest.fixture
def branch(started):
    """A started repository, with two undersigned commits on `topic`."""
    started.branch("base")
    started.branch("topic")
    started.commit(HALF, files={"t": "1"}, branch="topic")
    started.commit(HALF, files={"t": "2"}, branch="topic")
    return started


def test_an_approved_merge_covers_what_it_brings_in(branch):
    branch.commit("m\n", files={"m": "1"})
    branch.merge(message(APPROVED, title="Merge"), "topic")
    report = branch.verify("base..main")
    assert rules(report) == []
    assert [record.approvers for record in report.commits] == [("Jane Austen <jane@austen.test>",)] * 2
    assert {record.verdict for record in report.commits} == {"clean"}


@pytest.mark.parametrize("key", ["Approved-by", "approved-BY", "Reviewed-by", "Acked-by"])
def test_under_any_key_that_is_read(branch, key):
    branch.commit("m\n", files={"m": "1"})
    branch.merge(message(f"{key}: {JOHN}\n", title="Merge"), "topic")
    assert rules(branch.verify("base..main")) == []


def test_it_covers_no_others(branch):
    branch.commit(HALF, files={"m": "1"})
    branch.merge(message(APPROVED, title="Merge"), "topic")
    own = branch.commit(HALF, files={"m": "2"})
    report = branch.verify("base..main")
    assert rules(report) == ["US103", "US103"]
    assert report.findings[0].commit == own


def test_a_merge_without_an_approval_covers_nothing(branch):
    branch.commit("m\n", files={"m": "1"})
    branch.merge("Merge\n", "topic")
    assert rules(branch.verify("base..main")) == ["US103", "US103"]


@pytest.mark.parametrize(
    "approver",
    ["Claude <noreply@anthropic.com>", "x <49699333+dependabot[bot]@users.noreply.github.com>", "TODO"],
)
def test_nor_does_one_that_no_person_approves(branch, approver):
    branch.commit("m\n", files={"m": "1"})
    branch.merge(message(f"Approved-by: {approver}\n", title="Merge"), "topic")
    assert [rule for rule in rules(branch.verify("base..main")) if rule == "US103"] == ["US103", "US103"]


def test_nested_merges(branch):
    branch.branch("inner", "topic")
    branch.commit(HALF, files={"i": "1"}, branch="inner")
    branch.commit("t3\n", files={"t": "3"}, branch="topic")
    branch.merge("Merge inner\n", "inner", branch="topic")
    branch.commit("m\n", files={"m": "1"})
    branch.merge(message(APPROVED, title="Merge topic"), "topic")
    assert rules(branch.verify("base..main")) == []


def test_an_approved_inner_merge_covers_its_own_branch_only(branch):
    branch.branch("inner", "topic")
    branch.commit(HALF, files={"i": "1"}, branch="inner")
    branch.commit("t3\n", files={"t": "3"}, branch="topic")
    branch.merge(message(APPROVED, title="Merge inner"), "inner", branch="topic")
    branch.commit("m\n", files={"m": "1"})
    branch.merge("Merge topic\n", "topic")
    assert rules(branch.verify("base..main")) == ["US103", "US103"]


def test_a_commit_on_both_sides_is_not_covered(branch):
    """main has merged half of topic before: that half is not what the later merge brings in."""
    branch.commit("m\n", files={"m": "1"})
    branch.merge("Merge half\n", branch.git("rev-parse", "topic^"))
    branch.merge(message(APPROVED, title="Merge the rest"), "topic")
    assert rules(branch.verify("base..main")) == ["US103"]


def test_an_octopus_covers_all_its_branches(branch):
    branch.branch("third", "base")
    branch.commit(HALF, files={"o": "1"}, branch="third")
    branch.commit(HALF, files={"m": "1"})
    branch.merge(message(APPROVED, title="Merge both"), "topic", "third")
    assert rules(branch.verify("base..main")) == ["US103"]


def test_the_first_parent_decides(branch):
    """A merge made the wrong way round brings in what main had."""
    branch.commit(HALF, files={"m": "1"})
    branch.merge(message(APPROVED, title="Merge main"), "main", branch="topic")
    report = branch.verify("base..topic")
    assert rules(report) == ["US103", "US103"]


def test_a_fast_forward_has_no_merge_to_speak(branch):
    branch.move("main", branch.tip("topic"))
    assert rules(branch.verify("base..main")) == ["US103", "US103"]


class TestOther:
    """Under the rule `other` the merge's approver must not have made the commit that is covered."""

    @pytest.fixture
    def others(self, repository):
        repository.commit("base\n", files={"undersign.toml": OTHER})
        repository.branch("base")
        repository.branch("topic")
        repository.commit(HALF, files={"t": "1"}, author=JOHN, branch="topic")
        repository.commit(HALF, files={"t": "2"}, author=MAX, branch="topic")
        repository.commit("m\n", files={"m": "1"})
        return repository

    def test_the_author_of_one_covers_the_other(self, others):
        others.merge(message(f"Approved-by: {JOHN}\n", title="Merge"), "topic")
        report = others.verify("base..main")
        assert rules(report) == ["US103"]
        assert report.findings[0].commit == others.git("rev-parse", "topic^")

    def test_who_merges_may_approve(self, others):
        others.merge(message(APPROVED, title="Merge"), "topic")
        assert rules(others.verify("base..main")) == []

    def test_two_approvers_cover_each_other(self, others):
        both = message(f"Approved-by: {JOHN}\n", f"Approved-by: {MAX}\n", title="Merge")
        others.merge(both, "topic")
        assert rules(others.verify("base..main")) == []

    def test_an_approval_of_ones_own_is_settled_by_the_merge(self, others):
        others.commit(message(MODEL, CONTEXT, f"Approved-by: {MAX}\n"), author=MAX, branch="topic")
        others.merge("Merge\n", "topic")
        assert rules(others.verify("base..main")) == ["US502", "US103", "US103"]
        others.move("main", others.git("rev-parse", "main^"))
        others.merge(message(APPROVED, title="Merge"), "topic")
        assert rules(others.verify("base..main")) == []
