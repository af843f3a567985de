"""action.yml, the workflows, the lock and the page: what is written twice agrees."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
PAGE = (ROOT / "docs/how-to/ci/github-actions.md").read_text()
LOCK = (ROOT / "action/requirements.txt").read_text()
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
STEPS = ACTION["runs"]["steps"]
CHECKED_OUT = "actions/checkout@"


def test_no_expression_stands_in_a_script():
    assert [step["name"] for step in STEPS if "${{" in step["run"]] == []
    assert {step["shell"] for step in STEPS} == {"bash"}


def test_every_input_reaches_the_steps_and_is_read_there():
    passed = " ".join(text for step in STEPS for text in step.get("env", {}).values())
    assert set(re.findall(r"inputs\.([\w-]+)", passed)) == set(ACTION["inputs"])
    given = set().union(*(step.get("env", {}) for step in STEPS))
    code = "".join(path.read_text() for path in (ROOT / "action").glob("*.py"))
    named = {f"INPUT_{name.upper().replace('-', '_')}" for name in re.findall(r'environ, "([\w-]+)"', code)}
    named |= {"INPUT_WORKING_DIRECTORY"}
    assert {name for name in given if name.startswith("INPUT_")} == named


def test_the_token_reaches_the_comment_alone():
    assert [step["name"] for step in STEPS if "inputs.token" in str(step)] == ["Comment"]


def test_every_output_is_a_steps():
    for output in ACTION["outputs"].values():
        assert re.fullmatch(r"\$\{\{ steps\.check\.outputs\.[\w-]+ \}\}", output["value"])


def uses(document):
    """Every `uses:` of a workflow."""
    for job in document["jobs"].values():
        yield from (step["uses"] for step in job["steps"] if "uses" in step)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_our_workflows_are_pinned_and_ask_for_little(path):
    text = path.read_text()
    document = yaml.safe_load(text)
    assert document["permissions"] == {}
    for name in uses(document):
        if name != "./":
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name), name
            assert re.search(rf"{re.escape(name)} # v\d+\.\d+\.\d+\n", text), f"{name}: which version?"
    for job in document["jobs"].values():
        assert "timeout-minutes" in job
        assert "permissions" in job
        for step in job["steps"]:
            if step.get("uses", "").startswith(CHECKED_OUT):
                assert step["with"]["persist-credentials"] is False


def test_only_what_publishes_can_publish():
    jobs = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text())["jobs"]
    assert {name for name, job in jobs.items() if "id-token" in job["permissions"]} == {"attest", "publish"}
    assert jobs["publish"]["environment"]["name"] == "release-pypi"
    assert {name for name, job in jobs.items() if "run" in str(job["steps"][0])} == set()
    checked_out = [name for name, job in jobs.items() if CHECKED_OUT in str(job["steps"])]
    assert checked_out == ["build"], "no job with rights runs anything of the checkout"


def test_the_page_has_every_input_and_output():
    for name, given in ACTION["inputs"].items():
        default = f"`{given['default']}`" if given["default"] else ""
        assert f"| `{name}` | {default} | {given['description']} |" in PAGE
    for name, given in ACTION["outputs"].items():
        assert f"| `{name}` | {given['description']} |" in PAGE
    tables = PAGE[PAGE.index("## Inputs") : PAGE.index("## Make it")]
    rows = re.findall(r"^\| `[a-z-]+` \|", tables, re.MULTILINE)
    assert len(rows) == len(ACTION["inputs"]) + len(ACTION["outputs"])


def test_the_lock_has_what_the_project_needs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = [line for line in (ROOT / "action/requirements.txt").read_text().splitlines() if "==" in line]
    locked = {
        line.partition("==")[0]: Version(re.split(r"[ ;\\]", line.partition("==")[2])[0]) for line in lines
    }
    for requirement in map(Requirement, project["dependencies"]):
        assert locked[requirement.name] in requirement.specifier, f"{requirement}: make the lock anew"


def test_the_lock_names_every_file_by_its_hash():
    entries = [entry for entry in re.split(r"\n(?=\S)", LOCK) if "==" in entry and not entry.startswith("#")]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
