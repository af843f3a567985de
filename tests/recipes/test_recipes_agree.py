"""Each recipe, on each of its CI's events, over the same range: one verdict, and reports that can be read."""

import json
import re
import shutil
import xml.etree.ElementTree as ET

import pytest

from tests.recipes.events import EVENTS
from tests.repositories import run_git

FOUND = {"US101", "US102", "US103"}
# One clone and one stage of each kind that a CI has.
KINDS = ("request", "new branch", "main", "train", "queue")
SOME = {name: event for name, event in EVENTS.items() if name.endswith(KINDS)}


def carried_out(event, origin, machine, folder, depth=0):
    environ = event.happens(origin, folder, depth)
    return machine.run(event.job(environ), folder, environ)


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_a_clean_range(event, origins, machine, tmp_path):
    done = carried_out(event, origins["clean", event.merged], machine, tmp_path / "clone")
    assert done.code == 0, done.text
    assert re.search(r"\b[345] commits checked, 2 AI-assisted, 0 findings", done.text)
    assert failures(done.reports["junit"]) == []
    assert json.loads(done.reports.get("gitlab", "[]")) == []
    assert not (machine.home / "buildkite-agent").exists()


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_a_range_with_findings(event, origins, machine, tmp_path):
    origin = origins["findings", event.merged]
    done = carried_out(event, origin, machine, tmp_path / "clone")
    assert done.code == 1, done.text
    assert set(re.findall(r"error (US\d+)", done.text)) == FOUND
    assert re.findall(r"^commit (\w+)", done.text, re.MULTILINE) == [origin.head[:12]]
    (failure,) = failures(done.reports["junit"])
    assert all(rule in failure for rule in FOUND)
    if "gitlab" in done.reports:
        assert {found["check_name"][-5:] for found in json.loads(done.reports["gitlab"])} == FOUND


@pytest.mark.parametrize("event", SOME.values(), ids=SOME)
def test_a_clone_that_is_shallow(event, origins, machine, tmp_path):
    done = carried_out(event, origins["clean", event.merged], machine, tmp_path / "clone", depth=1)
    assert done.code == 2, done.text


@pytest.mark.parametrize("event", SOME.values(), ids=SOME)
def test_an_approver_that_is_due_at_the_merge(event, origins, machine, tmp_path):
    done = carried_out(event, origins["unapproved", event.merged], machine, tmp_path / "clone")
    assert done.code == int(event.merged or event.queue), done.text
    assert "US103" in done.text


NEW = {name: event for name, event in EVENTS.items() if name.endswith("new branch")}


@pytest.mark.parametrize("event", NEW.values(), ids=NEW)
def test_a_new_branch_that_brings_nothing(event, origins, machine, tmp_path):
    origin = origins["clean", True]
    shutil.copytree(origin.path, tmp_path / "origin")
    here = origin._replace(path=tmp_path / "origin", head=origin.merge)
    run_git(here.path, "update-ref", "refs/heads/topic", here.head)
    done = carried_out(event, here, machine, tmp_path / "clone")
    assert done.code == 0, done.text
    assert "0 commits checked" in done.text


def test_jenkins_builds_main_again(origins, machine, tmp_path):
    event, folder, origin = EVENTS["jenkins, main"], tmp_path / "clone", origins["findings", True]
    environ = {**event.happens(origin, folder, 0), "GIT_PREVIOUS_SUCCESSFUL_COMMIT": origin.merge}
    done = machine.run(event.job(environ), folder, environ)
    assert done.code == 0, done.text
    assert "0 commits checked" in done.text


def failures(report):
    """The texts of the test cases that failed."""
    return ["".join(case.itertext()) for case in ET.fromstring(report).iter("failure")]


def test_buildkite_shows_the_findings_and_leaves_nothing(origins, machine, tmp_path):
    event = EVENTS["buildkite, pull request"]
    carried_out(event, origins["findings", False], machine, tmp_path / "clone")
    command, _newline, body = (machine.home / "buildkite-agent").read_text().partition("\n")
    assert command == "annotate --style error --context undersign"
    assert "US101" in body
    assert list((machine.home / "temporary").iterdir()) == []


def test_buildkite_compares_with_the_branch_as_it_is_now(origins, machine, tmp_path):
    event, folder, origin = EVENTS["buildkite, pull request"], tmp_path / "clone", origins["clean", False]
    environ = event.happens(origin, folder, 0)
    run_git(folder, "update-ref", "refs/remotes/origin/main", origin.fork)  # an agent keeps its clone
    done = machine.run(event.job(environ), folder, environ)
    assert f" at {origin.target} " in done.text


def test_a_checkout_without_blobs_is_not_clean(origins, machine, tmp_path):
    """CircleCI's default, which the recipe turns off: the base's policy may be missing."""
    event, folder = EVENTS["circleci, new branch"], tmp_path / "clone"
    origin = origins["unapproved", False]
    environ = event.happens(origin, tmp_path / "full", 0)
    run_git(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", origin.url, str(folder))
    run_git(folder, "update-ref", "--no-deref", "HEAD", origin.head)
    done = machine.run(event.job(environ), folder, environ)
    assert done.code == 2, done.text


LINKED = (
    "gitlab, merge request",
    "jenkins, change request",
    "bitbucket, pull request",
    "circleci, new branch",
)


@pytest.mark.parametrize("name", LINKED)
def test_a_report_of_the_change_is_not_ours(name, origins, machine, tmp_path):
    event, folder, victim = EVENTS[name], tmp_path / "clone", tmp_path / "victim"
    victim.mkdir()
    (victim / "undersign.xml").write_text("kept")
    environ = event.happens(origins["clean", False], folder, 1)
    job = event.job(environ)
    top = job.reports["junit"].partition("/")[0]
    (folder / top).symlink_to(victim / top if top.endswith(".xml") else victim)
    done = machine.run(job, folder, environ)
    assert done.code == 2
    assert "kept" not in (done.reports["junit"] or "")
    assert [path.read_text() for path in victim.iterdir()] == ["kept"]
