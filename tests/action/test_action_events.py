"""Each event over a real repository: verdict, outputs, log, annotations, summary."""

import json
from pathlib import Path

import pytest

from tests.action.github_events import ZERO, merge_group, pull_request, push, without_a_range
from tests.repositories import DISCLOSED, Repository, clone


def verdict(ran):
    return ran.outputs["verdict"], ran.outputs["exit-code"], ran.outputs["checked"]


def events(change):
    """Event, payload, and what is expected: verdict, exit code, commits."""
    base, good, bad = change.base, change.good, change.bad
    clean, findings, nothing = ("clean", "0", "1"), ("findings", "1", "2"), ("clean", "0", "0")
    return {
        "pull request, opened, clean": ("pull_request", pull_request(base, good), clean),
        "pull request, opened": ("pull_request", pull_request(base, bad), findings),
        "pull request, new commits": (
            "pull_request",
            pull_request(base, bad, action="synchronize"),
            findings,
        ),
        "from a fork": ("pull_request", pull_request(base, bad, fork=True), findings),
        "pull_request_target": ("pull_request_target", pull_request(base, bad, fork=True), findings),
        "push": ("push", push(good, bad), ("findings", "1", "1")),
        "push, clean": ("push", push(base, good), clean),
        "first push of a branch": ("push", push(ZERO, bad), findings),
        "first push of a branch without commits": ("push", push(ZERO, base), nothing),
        "forced push, the old tip is not here": ("push", push("a" * 40, bad, forced=True), findings),
        "forced push that moves back": ("push", push(bad, good, forced=True), nothing),
        "deleted branch": ("push", push(bad, ZERO), nothing),
        "merge queue": ("merge_group", merge_group(base, good), clean),
        "merge queue, findings": ("merge_group", merge_group(base, bad), findings),
    }


@pytest.mark.parametrize("name", events(type("Ids", (), dict.fromkeys(("base", "good", "bad")))))
def test_an_event_gives_its_verdict(act, change, name):
    event, payload, expected = events(change)[name]
    ran = act(event, payload)
    assert verdict(ran) == expected, ran.log
    assert ran.failed == (expected[0] != "clean")
    assert bool(ran.commands) == (expected[0] != "clean")
    assert [step.name for step in ran.steps] == ["Set undersign up", "Check"]


def test_findings_are_told_everywhere(act, change):
    ran = act("pull_request", pull_request(change.base, change.bad))
    assert f"commit {change.bad[:12]} Add a parser" in ran.log
    assert any(line.startswith("::error title=undersign US10") for line in ran.commands)
    assert "### undersign verify" in ran.summary
    assert change.bad[:12] in ran.summary
    assert int(ran.outputs["findings"]) >= 1
    log = json.loads(Path(ran.outputs["sarif-file"]).read_text())
    assert [run["automationDetails"]["id"] for run in log["runs"]] == ["undersign/verify/"]
    assert log["runs"][0]["results"]


@pytest.mark.parametrize("event", ["schedule", "workflow_dispatch"])
def test_an_event_without_a_range_asks_for_one(act, event):
    ran = act(event, without_a_range())
    assert verdict(ran) == ("unchecked", "2", "")
    assert ran.failed
    (told,) = ran.commands
    assert told.startswith("::error title=undersign::")
    assert f"{event} gives no base" in told
    assert "--base" in told
    assert "could not check" in ran.summary


@pytest.mark.parametrize("event", ["schedule", "workflow_dispatch"])
def test_an_event_without_a_range_takes_a_base(act, change, event):
    ran = act(event, without_a_range(), base=change.base)
    assert verdict(ran)[0] == "unchecked"  # HEAD is the base itself: an empty range is no answer
    ran = act(event, without_a_range(), range=f"{change.base}..{change.bad}")
    assert verdict(ran) == ("findings", "1", "2")


@pytest.mark.parametrize("depth", [1, 2])
def test_a_shallow_checkout_is_told_what_to_do(act, change, tmp_path, depth):
    change.path.joinpath(".git/HEAD").write_text("ref: refs/heads/topic\n")
    shallow = clone(change.path, tmp_path / "shallow", f"--depth={depth}", "--branch=topic")
    ran = act("pull_request", pull_request(change.base, change.bad), shallow)
    assert verdict(ran)[:2] == ("unchecked", "2")
    assert ran.failed
    assert any("fetch-depth: 0" in line for line in ran.commands), ran.log


def test_a_folder_that_is_no_repository(act, change, tmp_path):
    (tmp_path / "empty").mkdir()
    ran = act("pull_request", pull_request(change.base, change.bad), tmp_path / "empty")
    assert verdict(ran)[:2] == ("unchecked", "2")
    assert "not a git repository" in ran.commands[0]


def test_the_policy_is_the_bases(act, tmp_path):
    repository = Repository(tmp_path / "policy")
    base = repository.commit("Begin\n", files={"undersign.toml": '[disclosure]\nmode = "explicit"\n'})
    head = repository.commit("Loosen\n", files={"undersign.toml": '[severity]\nUS101 = "note"\n'})
    repository.check_out()
    ran = act("pull_request", pull_request(base, head), repository.path)
    assert verdict(ran) == ("findings", "1", "1")
    assert f"judged by undersign.toml at {base}" in ran.log


def test_several_checks_and_the_worst_outcome_counts(act, change):
    ran = act("pull_request", pull_request(change.base, change.good), checks="secrets, owners verify")
    assert verdict(ran) == ("clean", "0", "1"), ran.log
    log = json.loads(Path(ran.outputs["sarif-file"]).read_text())
    ids = [run["automationDetails"]["id"] for run in log["runs"]]
    assert ids == ["undersign/secrets/", "undersign/owners/", "undersign/verify/"]
    ran = act("pull_request", pull_request(change.base, change.bad), checks="secrets verify")
    assert verdict(ran) == ("findings", "1", "2"), ran.log


def test_the_checks_share_the_annotations_that_github_keeps(act, tmp_path):
    repository = Repository(tmp_path / "many")
    base = repository.commit("Begin\n", files={"README": "x"})
    for number in range(12):
        head = repository.commit(f"Change {number}\n\nCo-authored-by: Claude <noreply@anthropic.com>\n")
    repository.check_out()
    ran = act("pull_request", pull_request(base, head), repository.path, checks="verify owners")
    kept = [line for line in ran.commands if line.startswith("::error")]
    assert len(kept) == 10
    assert any("US315" in line for line in kept), "owners are not crowded out"
    total = sum(
        len(json.loads(Path(ran.outputs["reports"], f"{check}.json").read_text())["findings"])
        for check in ("verify", "owners")
    )
    assert f"undersign: {total - len(ran.commands)} more are not annotated" in ran.log


def test_a_push_without_commits_has_no_owners_and_no_secrets(act, change):
    for payload in (
        push(change.bad, ZERO),
        push(ZERO, change.base),
        push(change.bad, change.good, forced=True),
    ):
        ran = act("push", payload, checks="owners secrets")
        assert verdict(ran) == ("clean", "0", "")
        assert not ran.failed


def test_the_first_push_of_the_default_branch_is_judged_whole(act, change):
    payload = push(ZERO, change.good, ref="refs/heads/main")
    ran = act("push", payload, checks="verify owners secrets")
    assert verdict(ran) == ("clean", "0", "3"), ran.log


def test_findings_can_be_left_to_somebody_else(act, change):
    ran = act("pull_request", pull_request(change.base, change.bad), fail="false")
    assert verdict(ran)[:2] == ("findings", "1")
    assert not ran.failed
    ran = act("schedule", without_a_range(), fail="false")
    assert verdict(ran)[:2] == ("unchecked", "2")
    assert ran.failed


def test_what_is_switched_off_is_not_written(act, change):
    off = dict.fromkeys(("annotations", "summary", "sarif"), "false")
    ran = act("pull_request", pull_request(change.base, change.bad), **off)
    assert verdict(ran)[:2] == ("findings", "1")
    assert (ran.commands, ran.summary, ran.outputs["sarif-file"]) == ([], "", "")


def test_a_checked_out_head_under_pull_request_target_is_warned_of(act, change):
    event = pull_request(change.base, change.bad, fork=True)
    assert not any(line.startswith("::warning") for line in act("pull_request_target", event).commands)
    change.path.joinpath(".git/HEAD").write_text(change.bad + "\n")
    told = act("pull_request_target", event).commands
    assert any("has checked out the pull request's own files" in line for line in told)
    assert not any(line.startswith("::warning") for line in act("pull_request", event).commands)


def test_the_text_of_a_pull_request_can_carry_the_disclosure(act, change, tmp_path):
    repository = Repository(tmp_path / "pr-body")
    base = repository.commit("Begin\n", files={"undersign.toml": '[disclosure]\nprofile = "pr-body"\n'})
    head = repository.commit("Add\n\nCo-authored-by: Claude <noreply@anthropic.com>\n", files={"a": "1"})
    repository.check_out()
    body = "What it does.\n\n### AI disclosure\n" + "".join(f"- {line}\n" for line in DISCLOSED.splitlines())
    told = act("pull_request", pull_request(base, head, body=body), repository.path)
    silent = act("pull_request", pull_request(base, head), repository.path)
    assert "US116" not in told.log
    assert "US116" in silent.log
