"""The files that `init` makes, judged by who reads them: the policy's loader, the dialects, schemas."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.adoption.test_facts import tree
from trailers.adoption.facts.facts import facts_of
from trailers.adoption.starting import github, gitlab
from trailers.adoption.starting.codeowners import PLACES, codeowners_text
from trailers.adoption.starting.elsewhere import lines_for
from trailers.adoption.starting.following import Setting, steps_after
from trailers.adoption.starting.plan import ci_file, plan_of
from trailers.adoption.starting.policy import policy_text
from trailers.adoption.starting.wanted import Wanted
from trailers.errors import UsageError
from trailers.ownership.dialects.registry import dialect_named
from trailers.policy.files import load_files
from trailers.verify.registry import RULE_NAMES

BASE = "3d3c42e5aac5ba805825da76410c181273ba90b1"
HERE = Path(sys.executable).parent


def policy_of(text):
    return load_files({"undersign.toml": text.encode()}, RULE_NAMES).policy


def tool(name, *arguments):
    """Run a checker that is installed beside this Python, if it is."""
    program = shutil.which(name, path=str(HERE)) or shutil.which(name)
    if not program:
        pytest.skip(f"{name} is not installed")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("remote", "files", "exempt", "expected"),
    [
        ("", {}, "", (None, "", "")),
        ("", {}, BASE, (BASE, "", "")),
        ("git@gitlab.com:a/b", {"CODEOWNERS": ""}, BASE, (BASE, "gitlab", "")),
        ("git@gitlab.com:a/b", {".gitlab/CODEOWNERS": "", "CODEOWNERS": ""}, "", (None, "", "")),
        ("git@github.com:a/b", {"docs/CODEOWNERS": ""}, "", (None, "", "")),
        ("https://codeberg.org/a/b", {"docs/CODEOWNERS": ""}, "", (None, "forgejo", "")),
        ("https://bitbucket.org/a/b", {"CODEOWNERS": ""}, "", (None, "", "")),
        ("", {".secrets.baseline": "{}"}, "", (None, "", ".secrets.baseline")),
    ],
)
def test_policy(remote, files, exempt, expected):
    policy = policy_of(policy_text(facts_of(tree(files, remote)), exempt))
    assert (policy.grandfather, policy.owners.dialect or "", policy.secrets.baseline or "") == expected


@pytest.mark.parametrize("forge", list(PLACES))
def test_codeowners_skeleton(forge):
    protected = ["undersign.toml", PLACES[forge]]
    empty = dialect_named(forge).parse(codeowners_text(forge, [], protected), PLACES[forge])
    assert (empty.entries, empty.mistakes) == ((), ())
    filled = codeowners_text(forge, [], protected).replace("@OWNER", "@jane").split("\n")
    text = "\n".join(
        line.removeprefix("# ") if "@jane" in line and "in the place" not in line else line for line in filled
    )
    read = dialect_named(forge).parse(text, PLACES[forge])
    assert [owner.text for entry in read.entries for owner in entry.owners] == ["@jane"] * 3
    assert read.mistakes == ()


@pytest.mark.parametrize("forge", list(PLACES))
def test_codeowners_with_owners(forge):
    read = dialect_named(forge).parse(codeowners_text(forge, ["@jane", "@joe"], ["a.toml"]), PLACES[forge])
    (entry,) = read.entries
    assert [owner.text for owner in entry.owners] == ["@jane", "@joe"]


@pytest.mark.parametrize("owner", ["jane", "@", "@a b", "@a\n* @b", "#x", "@-", ""])
def test_what_is_no_owner(owner):
    with pytest.raises(UsageError, match="no owner"):
        codeowners_text("github", [owner], [])


@pytest.mark.parametrize(
    ("branch", "expected"),
    [
        ("main", "main"),
        ("release/1.x", "release/1.x"),
        ("a+b", "a\\+b"),
        ("a: b#", "a: b#"),
        ("on", "on"),
        ("1", "1"),
    ],
)
def test_workflow_is_for_the_branch(branch, expected):
    # In YAML 1.1 a plain `on` is true; GitHub reads 1.2, where it is a text.
    loaded = yaml.load(github.workflow_text(branch), yaml.BaseLoader)
    assert loaded["on"]["push"]["branches"] == [expected]
    assert list(loaded["on"]) == ["pull_request", "merge_group", "push"]


@pytest.mark.parametrize("secrets", [False, True])
def test_workflow_is_clean_for_its_linters(secrets, tmp_path):
    file = tmp_path / ".github" / "workflows" / "undersign.yml"
    file.parent.mkdir(parents=True)
    file.write_text(github.workflow_text("main", secrets=secrets))
    assert ("secrets scan --ci" in file.read_text()) == secrets
    tool("zizmor", "--offline", "--persona", "auditor", file)
    tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", file)


def test_workflow_is_clean_for_actionlint(tmp_path):
    file = tmp_path / "undersign.yml"
    file.write_text(github.workflow_text("a+b", secrets=True))
    tool("actionlint", file)


JOBS = "image: ruby\nbuild:\n  script: make\n"


@pytest.mark.parametrize(
    ("text", "stage", "merge_requests"),
    [
        pytest.param(None, None, True, id="no file"),
        pytest.param("# nothing\n", None, True, id="comments"),
        pytest.param(JOBS, None, False, id="no merge request pipelines"),
        pytest.param(
            JOBS + "  rules: [{if: $CI_PIPELINE_SOURCE == 'merge_request_event'}]\n", None, True, id="such"
        ),
        pytest.param(JOBS + "  only: [merge_requests]\n", None, True, id="only"),
        pytest.param("stages: [a, test]\n" + JOBS, None, False, id="test is a stage"),
        pytest.param("stages:\n  - a b\n  - lint\n" + JOBS, "lint", False, id="no stage test"),
        pytest.param((JOBS + "x: 1")[:-1] + " [a]", None, False, id="no line end"),
        pytest.param(JOBS.replace("\n", "\r\n"), None, False, id="CRLF"),
        pytest.param(JOBS + "...\n", None, False, id="an end mark"),
        pytest.param(
            ".x: &x [a]\n" + JOBS + "y:\n  script: *x\n  tags: !reference [.x]\n", None, False, id="tags"
        ),
    ],
)
@pytest.mark.parametrize("secrets", [False, True])
def test_gitlab_job(text, stage, merge_requests, secrets, tmp_path):
    after = gitlab.put_job(text, secrets=secrets).change.after
    assert gitlab.put_job(after).change.after == after
    assert ("secrets scan" in after) == secrets
    assert after.replace("...", "").startswith((text or "").replace("...\n", ""))
    loader = yaml.SafeLoader
    loader.add_constructor("!reference", lambda loader, node: loader.construct_sequence(node))
    job = yaml.load(after, loader)["undersign"]
    assert job.get("stage") == stage
    assert any("merge_request_event" in rule["if"] for rule in job["rules"]) == merge_requests
    assert job["script"][0] == f"rm -rf {job['artifacts']['reports']['codequality']}"
    assert ("origin/$CI_DEFAULT_BRANCH..HEAD" in job["script"][-1]) != merge_requests
    done = subprocess.run(["bash", "-n"], input="\n".join(job["script"]), text=True, check=False)
    assert not done.returncode
    file = tmp_path / ".gitlab-ci.yml"
    file.write_text(after)
    if text is None:
        tool("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", file)


@pytest.mark.parametrize(
    "text", ["- a\n", "{a: {script: x}}", "a: [\n", "a: 1\n---\nb: 1\n", "spec: {}\n---\na: 1\n"]
)
def test_gitlab_file_that_is_not_understood(text):
    with pytest.raises(UsageError):
        gitlab.put_job(text)


@pytest.mark.parametrize(
    ("remote", "files", "expected"),
    [
        ("git@github.com:a/b", (), github.FILE),
        ("git@github.com:a/b", (".gitlab-ci.yml",), gitlab.FILE),
        ("git@github.com:a/b", (".gitlab-ci.yml", ".github/workflows/a.yml"), github.FILE),
        ("git@github.com:a/b", (".circleci/config.yml",), github.FILE),
        ("git@gitlab.com:a/b", (".github/workflows/a.yml",), gitlab.FILE),
        ("https://codeberg.org/a/b", (".forgejo/workflows/a.yml",), ""),
        ("https://bitbucket.org/a/b", ("bitbucket-pipelines.yml",), ""),
        ("", (".gitlab-ci.yml",), gitlab.FILE),
        ("", ("Jenkinsfile",), ""),
        ("", (), ""),
    ],
)
def test_which_ci_file(remote, files, expected):
    assert ci_file(facts_of(tree(files, remote))) == expected


def plan(files, remote="git@github.com:a/b", wanted=None):
    shown = tree(files, remote)
    return plan_of(facts_of(shown), shown.read, wanted or Wanted())


def ids(result):
    (text,) = [file.change.after for file in result.files if file.path == ".pre-commit-config.yaml"]
    return [hook["id"] for repo in yaml.safe_load(text)["repos"] for hook in repo["hooks"]]


WRITER = ["ai-disclosure-write", "ai-disclosure", "ai-disclosure-range"]


@pytest.mark.parametrize(
    ("files", "wanted", "expected"),
    [
        ({}, Wanted(), ["secrets", *WRITER]),
        ({}, Wanted(owners=("@a",)), ["secrets", "codeowners", *WRITER]),
        ({}, Wanted(owners=("@a",), owners_hook=False, secrets_hook=False), WRITER),
        ({".gitleaks.toml": ""}, Wanted(), WRITER),
        ({".gitleaks.toml": ""}, Wanted(secrets_hook=True), ["secrets", *WRITER]),
        ({"commitlint.config.js": ""}, Wanted(), ["secrets", *WRITER]),
    ],
)
def test_which_hooks(files, wanted, expected):
    result = plan(files, wanted=wanted)
    assert ids(result) == expected
    assert len([note for note in result.notes if "left as it is" in note]) == len(files)


@pytest.mark.parametrize("name", ["husky", "lefthook", "simple-git-hooks", "core.hooksPath"])
def test_hooks_of_others_are_told_not_written(name):
    files = {
        "husky": {".husky/pre-commit": ""},
        "lefthook": {"lefthook.yml": ""},
        "simple-git-hooks": {"package.json": '{"simple-git-hooks": {}}'},
        "core.hooksPath": {},
    }[name]
    shown = tree(files, hooks_path=".hooks" if name == "core.hooksPath" else "")
    result = plan_of(facts_of(shown), shown.read, Wanted())
    assert ".pre-commit-config.yaml" not in [file.path for file in result.files]
    assert lines_for(name, secrets=True) in "".join(result.notes)
    assert "hooks.disclosure --fix" in "".join(result.notes)


def test_lines_for_others_are_in_their_language():
    hooks = yaml.safe_load(lines_for("lefthook", secrets=True))
    assert list(hooks) == ["pre-commit", "prepare-commit-msg", "commit-msg", "pre-push"]
    assert yaml.safe_load("{" + lines_for("simple-git-hooks", secrets=False).replace("\n", ",") + "}")


def test_where_hooks_have_a_command_already():
    files = {"package.json": '{"simple-git-hooks": {"commit-msg": "node check.js"}}'}
    (note,) = [note for note in plan(files).notes if "rules the hooks here" in note]
    assert "behind a command that is there put ` && ` and ours; then: npx simple-git-hooks" in note


def test_pre_commit_beside_husky_is_written():
    assert ids(plan({".husky/x": "", ".pre-commit-config.yaml": "repos: []\n"})) == ["secrets", *WRITER]


def test_a_file_that_is_not_understood_is_named():
    with pytest.raises(UsageError, match=r"^\.pre-commit-config\.yaml: line 1"):
        plan({".pre-commit-config.yaml": "- a\n"})
    with pytest.raises(UsageError, match=r"^\.gitlab-ci\.yml: "):
        plan({".gitlab-ci.yml": "a: ["}, "git@gitlab.com:a/b")


@pytest.mark.parametrize("part", ["policy", "hooks", "ci", "codeowners"])
def test_one_part(part):
    assert len(plan({}, wanted=Wanted(parts=(part,))).files) == 1


@pytest.mark.parametrize(
    ("files", "wanted", "protected"),
    [
        ({}, Wanted(), True),
        ({".pre-commit-config.yaml": "repos: []\n"}, Wanted(parts=("codeowners",)), True),
        ({".husky/x": ""}, Wanted(), False),
        ({}, Wanted(parts=("policy", "codeowners")), False),
    ],
)
def test_the_hooks_file_has_an_owner_where_it_is(files, wanted, protected):
    (written,) = [file for file in plan(files, wanted=wanted).files if file.path == PLACES["github"]]
    assert ("/.pre-commit-config.yaml @OWNER\n" in written.change.after) == protected


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ((), 'git commit -m "Verify'),
        (("feat: a\n", "fix(b)!: c\n", "Other\n"), 'git commit -m "ci: verify'),
        (("feat: a\n", "Other\n"), 'git commit -m "Verify'),
        (("A\n\nSigned-off-by: J <j@x>\n",), 'git commit -s -m "Verify'),
    ],
)
def test_the_commit_follows_the_projects_form(messages, expected):
    steps = steps_after(facts_of(tree()), Setting("undersign", messages=messages), ("a",))
    assert any(step.command.startswith(expected) for step in steps)


def test_what_the_assistants_are_told_is_in_the_commit():
    steps = steps_after(facts_of(tree({"AGENTS.md": ""})), Setting("undersign"), ("a",))
    commands = [step.command for step in steps]
    assert commands.index("git add a AGENTS.md") == commands.index("undersign install --agents-md") + 1
