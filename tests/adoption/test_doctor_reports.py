"""What doctor prints, against files in golden/, and that the same input gives the same bytes.

`UNDERSIGN_GOLDEN=write pytest tests/adoption/test_doctor_reports.py` writes them anew; look at what differs.
"""

import datetime as dt
import json
import os
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.repositories import Repository, clone
from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.looking import look
from trailers.adoption.diagnosis.machine import Machine
from trailers.adoption.diagnosis.registry import diagnose
from trailers.adoption.starting.github import workflow_text
from trailers.adoption.starting.pre_commit.config import put_hooks
from trailers.adoption.starting.pre_commit.entries import Hooks
from trailers.cli.work_tree import tree_at
from trailers.output.doctor import doctor_schema, render_json, render_text
from trailers.output.style import Style
from trailers.process import Git
from trailers.repository.opening import open_repository
from trailers.scrubbing import scrubbed
from trailers.version import VERSION

GOLDEN = Path(__file__).parent / "golden"
MACHINE = Machine({}, dt.date(2026, 11, 21), "3.13.0", "/opt/undersign", isolated=True)
EVENTS = ("commit-msg", "pre-push")
SHIM = "#!/bin/sh\nexec pre-commit hook-impl\n"
WELL = {
    "undersign.toml": "# the defaults\n",
    ".pre-commit-config.yaml": put_hooks(None, Hooks(("ai-disclosure", "ai-disclosure-range"))).change.after,
    ".github/workflows/undersign.yml": workflow_text("main"),
    ".github/CODEOWNERS": "* @jane\n",
}
SPOILT = {
    "undersign.toml": '[models]\napproved = [{ model = "claude-*", until = 2026-12-01 }]\n',
    ".github/workflows/undersign.yml": workflow_text("main")
    .replace("fetch-depth: 0", "fetch-depth: 1")
    .replace("  merge_group:\n", "")
    .replace('github-summary:$GITHUB_STEP_SUMMARY"', 'github-summary:$GITHUB_STEP_SUMMARY" || true'),
    ".pre-commit-config.yaml": WELL[".pre-commit-config.yaml"].replace("-I ", ""),
    ".github/CODEOWNERS": "/src/ @jane\n",
    "AGENTS.md": "Be kind.\n",
    "requirements.txt": "undersign\n",
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What is seen of a repository that is well, and of one that is not."""

    def of(name, files, hooks):
        source = Repository(tmp_path_factory.mktemp(name) / "source")
        source.commit("The beginning\n", files=files)
        path = clone(source.path, source.path.parent / "clone")
        for event in hooks:
            hook = path / ".git/hooks" / event
            hook.write_text(SHIM)
            hook.chmod(0o755)
        repository = open_repository(Git(str(path), scrubbed(os.environ)))
        found = look(repository, tree_at(repository.git, str(path)), str(path), MACHINE)
        return found._replace(clone=found.clone._replace(git_version=(2, 50)))

    return {"well": of("well", WELL, EVENTS), "problems": of("problems", {**WELL, **SPOILT}, EVENTS[1:])}


def as_written(name, text):
    file = GOLDEN / name
    text = text.replace(VERSION, "VERSION")
    if os.environ.get("UNDERSIGN_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(text)
    return text == file.read_text()


@pytest.mark.parametrize("name", ["well", "problems"])
def test_reports(seen, name):
    diagnoses = diagnose(seen[name])
    assert as_written(f"{name}.txt", render_text(diagnoses, Style()))
    assert as_written(f"{name}.json", render_json(diagnoses, Style()))
    assert as_written(f"{name}-in-colour.txt", render_text(diagnoses, Style(colours=True)))
    assert diagnose(seen[name]) == diagnoses


def test_one_that_is_well_is_told_in_few_lines(seen):
    assert len(render_text(diagnose(seen["well"]), Style()).splitlines()) <= 12


TEXT = st.text(max_size=40)
DIAGNOSES = st.builds(
    Diagnosis,
    st.sampled_from(["policy", "hooks", "ci"]),
    st.just("a-check"),
    st.sampled_from(["ok", "warning", "problem", "unknown"]),
    TEXT.filter(bool),
    TEXT,
    TEXT,
    st.none() | TEXT,
    st.none() | st.integers(1, 9999),
)


@given(st.lists(DIAGNOSES, max_size=4))
def test_any_text_is_told_safely(diagnoses):
    told = render_text(diagnoses, Style())
    assert all(char.isprintable() or char == "\n" for char in told)
    document = json.loads(render_json(diagnoses, Style()))
    jsonschema.validate(document, json.loads(doctor_schema()))
    assert [row["what"] for row in document["diagnoses"]] == [one.what for one in diagnoses]


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(doctor_schema()))
