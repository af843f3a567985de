"""The component's inputs, and that nothing of an input reaches a shell."""

import pytest
import yaml

from tests.recipes import jobs
from tests.recipes.component import InputError, interpolated, specification
from tests.recipes.events import EVENTS
from tests.recipes.rules import chosen
from trailers.version import VERSION


def test_the_page_shows_the_component_with_its_defaults():
    assert interpolated({}) == yaml.safe_load(jobs.recipe("gitlab.md"))


def test_the_version_is_ours():
    assert specification()["version"]["default"] == VERSION


def test_every_input_says_what_it_is_and_what_it_may_be():
    for name, spec in specification().items():
        assert spec["description"].endswith("."), name
        assert {"regex", "options", "type"} & set(spec), name
        assert "default" in spec, name


GIVEN = {
    "job-name": ("AI disclosure", lambda job, name: name == "AI disclosure"),
    "stage": (".pre", lambda job, name: job["stage"] == ".pre"),
    "image": ("registry.example:5000/a/b@sha256:0f", lambda job, name: job["image"].startswith("registry")),
    "version": ("0.6.1rc1", lambda job, name: job["variables"]["UNDERSIGN_VERSION"] == "0.6.1rc1"),
    "fail-on": ("warning", lambda job, name: job["variables"]["UNDERSIGN_FAIL_ON"] == "warning"),
    "allow-failure": (True, lambda job, name: job["allow_failure"] is True),
}


@pytest.mark.parametrize("name", specification())
def test_an_input_that_is_given(name):
    value, holds = GIVEN[name]
    ((job_name, job),) = interpolated({name: value}).items()
    assert holds(job, job_name)
    assert job["script"] == next(iter(interpolated({}).values()))["script"]


HOSTILE = [
    "",
    '"; rm -rf /',
    "$(id)",
    "`id`",
    "a\nb",
    '"\nafter_script: [id]\n',
    "${X}",
    "$X",
    "--x",
    "'",
    "a #",
]


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
@pytest.mark.parametrize("name", [name for name, spec in specification().items() if "type" not in spec])
def test_an_input_that_is_refused(name, value):
    with pytest.raises(InputError):
        interpolated({name: value})


REFUSED = {
    "not there": {"verison": "0.5.0"},
    "not a boolean": {"allow-failure": "yes"},
    "not an option": {"fail-on": "note"},
    "a range for a version": {"version": ">=0.5"},
    "an address for a version": {"version": "0.5.0 @ https://example.com/x.whl"},
}


@pytest.mark.parametrize("inputs", REFUSED.values(), ids=REFUSED)
def test_inputs_that_are_refused(inputs):
    with pytest.raises(InputError):
        interpolated(inputs)


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1)])
def test_what_fails_the_job(fail_on, code, origins, machine, tmp_path):
    event = EVENTS["gitlab component, merge request"]
    environ = event.happens(origins["warned", False], tmp_path / "clone", 0)
    job = jobs.component(environ, **{"fail-on": fail_on})
    done = machine.run(job, tmp_path / "clone", environ)
    assert done.code == code, done.text
    assert "warning US103" in done.text


@pytest.mark.parametrize("version", ["0.5.0", "0.6.1rc1"])
def test_the_version_is_what_pip_is_asked_for(version, origins, machine, tmp_path):
    environ = EVENTS["gitlab component, merge request"].happens(
        origins["clean", False], tmp_path / "clone", 0
    )
    machine.run(jobs.component(environ, version=version), tmp_path / "clone", environ)
    assert (machine.home / "pip").read_text() == f"install --quiet undersign=={version}\n"


NO_JOB = {
    "a schedule": {"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "main"},
    "by hand": {"CI_PIPELINE_SOURCE": "web", "CI_COMMIT_BRANCH": "main"},
    "a tag": {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_TAG": "v1"},
    "a branch that has its merge request's pipeline": {
        "CI_PIPELINE_SOURCE": "push",
        "CI_COMMIT_BRANCH": "topic",
        "CI_OPEN_MERGE_REQUESTS": "group/project!7",
    },
}


@pytest.mark.parametrize("environ", NO_JOB.values(), ids=NO_JOB)
def test_a_pipeline_without_the_job(environ):
    (job,) = interpolated({}).values()
    assert chosen(job["rules"], {"CI_DEFAULT_BRANCH": "main", **environ}) is None
