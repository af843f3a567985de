"""What doctor finds in CI files: a row that is good beside each that is not."""

import re
from functools import partial
from pathlib import Path

import pytest

from tests.growth import LINEAR, growth
from trailers.adoption.diagnosis.ci.command import calls, forgiving, mentions, unisolated, versions
from trailers.adoption.diagnosis.ci.running import running_in
from trailers.adoption.facts.ci import cis_of
from trailers.adoption.facts.tree import Tree
from trailers.adoption.starting.github import workflow_text
from trailers.adoption.starting.gitlab import put_job

PIN = "a" * 40
GITHUB = f"""\
on: {{pull_request: , merge_group: }}
permissions: {{contents: read}}
jobs:
  verify:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@{PIN}
        with: {{fetch-depth: 0}}
      - run: python3 -I -m trailers verify
"""
GITLAB = """\
undersign:
  variables: {GIT_DEPTH: "0"}
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - python3 -I -m trailers verify
"""
AZURE = """\
steps:
  - checkout: self
    fetchDepth: 0
  - script: python3 -I -m trailers verify
"""
BITBUCKET = """\
clone: {depth: full}
pipelines:
  pull-requests:
    "**":
      - step: {script: [python3 -I -m trailers verify]}
"""
CIRCLECI = """\
jobs:
  verify:
    steps:
      - checkout: {method: full}
      - run: python3 -I -m trailers verify
"""
FILES = {
    "github-actions": ".github/workflows/verify.yml",
    "gitlab": ".gitlab-ci.yml",
    "azure-pipelines": "azure-pipelines.yml",
    "bitbucket": "bitbucket-pipelines.yml",
    "circleci": ".circleci/config.yml",
    "jenkins": "Jenkinsfile",
    "buildkite": ".buildkite/pipeline.yml",
}


def running(system, text):
    path = FILES[system]
    tree = Tree((path,), {path: text}.get, default_branch="main")
    return running_in(tree, cis_of(tree))


def troubles(system, text):
    (file,) = running(system, text).files
    assert not file.broken
    return [(trouble.check, trouble.state) for trouble in file.troubles]


def changed(text, *pairs):
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("pairs", "check", "state"),
    [
        pytest.param([("with: {fetch-depth: 0}", "with: {}")], "shallow-checkout", "problem", id="no depth"),
        pytest.param([("fetch-depth: 0", "fetch-depth: 2")], "shallow-checkout", "problem", id="depth 2"),
        pytest.param([("pull_request: , ", "push: , ")], "no-pull-request", "problem", id="pushes only"),
        pytest.param(
            [("{pull_request: , merge_group: }", "push")], "no-pull-request", "problem", id="a word"
        ),
        pytest.param([(", merge_group: ", "")], "no-merge-group", "unknown", id="no merge group"),
        pytest.param(
            [("pull_request: ", "pull_request: {types: [opened]}")],
            "pull-request-types",
            "problem",
            id="types",
        ),
        pytest.param(
            [("pull_request: ", "pull_request: {branches: [next]}")],
            "pull-request-branches",
            "problem",
            id="branches",
        ),
        pytest.param(
            [("pull_request: ", "pull_request: {paths: ['src/**']}")], "path-filter", "problem", id="paths"
        ),
        pytest.param(
            [("merge_group: ", "merge_group: , push: {paths-ignore: [docs]}")],
            "path-filter",
            "problem",
            id="paths-ignore",
        ),
        pytest.param(
            [
                ("pull_request: ", "pull_request_target: "),
                ("fetch-depth: 0", "fetch-depth: 0, ref: '${{ github.event.pull_request.head.sha }}'"),
            ],
            "pull-request-target",
            "problem",
            id="pull_request_target",
        ),
        pytest.param(
            [("pull_request: ", "pull_request: {branches-ignore: ['**']}")],
            "pull-request-branches",
            "problem",
            id="branches-ignore",
        ),
        pytest.param([("verify\n", "verify || true\n")], "ignored-failure", "problem", id="|| true"),
        pytest.param([("verify\n", "verify | tee log\n")], "ignored-failure", "problem", id="a pipe"),
        pytest.param([("verify\n", "verify &\n")], "ignored-failure", "problem", id="in the background"),
        pytest.param(
            [("      - run", "      - continue-on-error: true\n        run")],
            "ignored-failure",
            "problem",
            id="step goes on",
        ),
        pytest.param(
            [("    runs-on", "    continue-on-error: true\n    runs-on")],
            "ignored-failure",
            "problem",
            id="job goes on",
        ),
        pytest.param(
            [
                (
                    "run: python3 -I -m trailers verify",
                    f"uses: example/undersign@{PIN}\n        with: {{fail: false}}",
                )
            ],
            "ignored-failure",
            "warning",
            id="the action does not fail",
        ),
        pytest.param([("-I ", "")], "not-isolated", "problem", id="without -I"),
        pytest.param(
            [("      - run", "      - if: github.actor != 'bot'\n        run")],
            "conditional",
            "warning",
            id="a step's if",
        ),
        pytest.param(
            [("    runs-on", "    if: github.repository == 'a/b'\n    runs-on")],
            "conditional",
            "warning",
            id="a job's if",
        ),
        pytest.param(
            [("    runs-on", "    needs: build\n    runs-on")], "conditional", "warning", id="needs"
        ),
        pytest.param([(PIN, "v4")], "unpinned-action", "warning", id="a tag"),
        pytest.param(
            [("permissions: {contents: read}\n", "")], "permissions", "warning", id="no permissions"
        ),
        pytest.param([("{contents: read}", "write-all")], "permissions", "warning", id="all permissions"),
        pytest.param([("contents: read", "contents: write")], "permissions", "warning", id="may write"),
    ],
)
def test_traps_of_a_workflow(pairs, check, state):
    assert troubles("github-actions", changed(GITHUB, *pairs)) == [(check, state)]


@pytest.mark.parametrize(
    "pairs",
    [
        pytest.param([], id="as it is"),
        pytest.param([("{pull_request: , merge_group: }", "[pull_request, merge_group]")], id="on as a list"),
        pytest.param([("pull_request: ", "pull_request: {branches: ['**']}")], id="all branches"),
        pytest.param([("pull_request: ", "pull_request: {branches: [main]}")], id="the default branch"),
        pytest.param([("      - run", "      - if: ${{ !cancelled() }}\n        run")], id="always"),
        pytest.param(
            [("    runs-on", "    needs: build\n    if: ${{ always() }}\n    runs-on")], id="needs, always"
        ),
        pytest.param([("merge_group: ", "merge_group: , pull_request_target: ")], id="checks out the base"),
        pytest.param([("fetch-depth: 0", "fetch-depth: '0'")], id="in quotes"),
        pytest.param([("fetch-depth: 0", "fetch-depth: '${{ inputs.depth }}'")], id="an expression"),
        pytest.param(
            [("  verify:\n", "  other: {steps: [{run: make || true}]}\n  verify:\n")], id="another job"
        ),
        pytest.param([("permissions: {contents: read}", "permissions: {}")], id="no permission at all"),
        pytest.param([("verify\n", "verify | tee log\n        shell: bash\n")], id="a pipe in bash"),
        pytest.param([("pull_request: ", "pull_request: {branches-ignore: [old]}")], id="another is ignored"),
    ],
)
def test_workflows_that_are_well(pairs):
    assert troubles("github-actions", changed(GITHUB, *pairs)) == []


@pytest.mark.parametrize(
    ("system", "text", "pairs", "found"),
    [
        pytest.param("gitlab", GITLAB, [], [], id="gitlab"),
        pytest.param("gitlab", GITLAB, [('"0"', "0")], [], id="gitlab, a number"),
        pytest.param(
            "gitlab",
            GITLAB,
            [('  variables: {GIT_DEPTH: "0"}\n', "")],
            [("shallow-checkout", "problem")],
            id="gitlab, no depth",
        ),
        pytest.param(
            "gitlab",
            GITLAB,
            [("  script", "  allow_failure: true\n  script")],
            [("ignored-failure", "problem")],
            id="gitlab, may fail",
        ),
        pytest.param(
            "gitlab",
            GITLAB,
            [("merge_request_event", "push")],
            [("no-pull-request", "problem")],
            id="gitlab, pushes only",
        ),
        pytest.param(
            "gitlab",
            GITLAB,
            [('  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n', "  only: [branches]\n")],
            [("no-pull-request", "problem")],
            id="gitlab, only branches",
        ),
        pytest.param(
            "gitlab",
            GITLAB,
            [
                (
                    '  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n',
                    "  only: [merge_requests]\n",
                )
            ],
            [],
            id="gitlab, only merge requests",
        ),
        pytest.param(
            "gitlab",
            GITLAB,
            [("  script", "      changes: [src/**]\n  script")],
            [("path-filter", "problem")],
            id="gitlab, paths",
        ),
        pytest.param(
            "gitlab",
            GITLAB,
            [("  script", "      when: manual\n  script")],
            [("conditional", "problem")],
            id="gitlab, by hand",
        ),
        pytest.param(
            "gitlab",
            GITLAB,
            [("verify", "verify || true")],
            [("ignored-failure", "problem")],
            id="gitlab, true",
        ),
        pytest.param(
            "gitlab",
            "include: [{component: $H/a/undersign/verify@1.2.3}]\n",
            [],
            [],
            id="gitlab, a component",
        ),
        pytest.param(
            "gitlab",
            "include: [{component: $H/a/undersign/verify@~latest}]\n",
            [],
            [("unpinned-include", "warning")],
            id="gitlab, the latest",
        ),
        pytest.param(
            "gitlab",
            "include: {project: a/undersign, file: verify.yml}\n",
            [],
            [("unpinned-include", "warning")],
            id="gitlab, no ref",
        ),
        pytest.param("azure-pipelines", AZURE, [], [], id="azure"),
        pytest.param(
            "azure-pipelines",
            AZURE,
            [("    fetchDepth: 0\n", "")],
            [("shallow-checkout", "problem")],
            id="azure, shallow",
        ),
        pytest.param("bitbucket", BITBUCKET, [], [], id="bitbucket"),
        pytest.param(
            "bitbucket",
            BITBUCKET,
            [("full", "50")],
            [("shallow-checkout", "problem")],
            id="bitbucket, shallow",
        ),
        pytest.param(
            "bitbucket",
            BITBUCKET,
            [("pull-requests", "branches")],
            [("no-pull-request", "problem")],
            id="bitbucket, branches",
        ),
        pytest.param("circleci", CIRCLECI, [], [], id="circleci"),
        pytest.param(
            "circleci",
            CIRCLECI,
            [("checkout: {method: full}", "checkout")],
            [("shallow-checkout", "problem")],
            id="circleci, blobless",
        ),
        pytest.param("jenkins", "sh 'python3 -I -m trailers verify'\n", [], [], id="jenkins"),
        pytest.param(
            "jenkins",
            "cloneOption(shallow: true)\nsh 'python3 -I -m trailers verify'\n",
            [],
            [("shallow-checkout", "problem")],
            id="jenkins, shallow",
        ),
        pytest.param(
            "buildkite",
            "steps: [{command: undersign verify, soft_fail: true}]\n",
            [],
            [("ignored-failure", "problem")],
            id="buildkite, soft",
        ),
    ],
)
def test_other_systems(system, text, pairs, found):
    assert troubles(system, changed(text, *pairs)) == found


@pytest.mark.parametrize(
    ("system", "text", "files"),
    [
        pytest.param("github-actions", GITHUB, 1, id="a command"),
        pytest.param("github-actions", "jobs: {a: {steps: [{uses: x/undersign@v1}]}}", 1, id="an action"),
        pytest.param("github-actions", "jobs: {a: {uses: x/undersign/.github/v.yml@v1}}", 1, id="a workflow"),
        pytest.param("github-actions", "jobs: {a: {steps: [{run: make}]}}", 0, id="another"),
        pytest.param("github-actions", "# undersign verify\njobs: {}", 0, id="a comment"),
        pytest.param("github-actions", "name: project undersign\njobs: {}\n", 0, id="a name"),
        pytest.param(
            "github-actions", "jobs: {a: {steps: [{run: '# undersign verify'}]}}", 0, id="in a shell"
        ),
        pytest.param("gitlab", "a: {script: [pre-commit run]}", 0, id="pre-commit alone"),
    ],
)
def test_which_files_run_it(system, text, files):
    assert len(running(system, text).files) == files


def test_a_file_that_is_not_yaml():
    (file,) = running("github-actions", "on: [\n# x\nrun: undersign verify").files
    assert (file.broken, file.line) == ("not YAML", 3)


@pytest.mark.parametrize("system", [name for name in FILES if name != "github-actions"])
def test_the_recipes_of_the_docs_are_well(system):
    page = Path(__file__).parents[2] / f"docs/how-to/ci/{system}.md"
    fences = re.findall(r'^```\w+ title="([^"]+)"\n(.*?)^```', page.read_text(), re.DOTALL | re.MULTILINE)
    texts = [text for title, text in fences if title == FILES[system]]
    assert texts
    assert [troubles(system, text) for text in texts] == [[]] * len(texts)


@pytest.mark.parametrize(
    ("system", "text"),
    [
        pytest.param("github-actions", workflow_text("main"), id="github"),
        pytest.param("gitlab", put_job(None).change.after, id="gitlab"),
        pytest.param("gitlab", put_job("a:\n  script: [make]\n").change.after, id="gitlab beside a job"),
    ],
)
def test_what_init_writes_is_well(system, text):
    assert troubles(system, text) == []


@pytest.mark.parametrize(
    ("script", "called", "forgiven", "loose"),
    [
        ("undersign verify", True, "", False),
        ("uvx undersign verify a..b", True, "", False),
        ("python -I -m trailers verify", True, "", False),
        ('"$room/bin/python" -I -m trailers \\\n  verify "$@"', True, "", False),
        ("python3.13 -X utf8 -I -m trailers verify", True, "", False),
        ("python -m trailers verify", True, "", True),
        ('"$room/bin/python" -m trailers verify', True, "", True),
        ("python -X utf8 -m trailers verify", True, "", True),
        ("undersign verify || true", True, "|| true", False),
        ("undersign verify || :", True, "|| :", False),
        ("undersign verify ||  exit 0", True, "||  exit 0", False),
        ("undersign verify; true", True, "; true", False),
        ("undersign verify --exit-zero", True, "--exit-zero", False),
        ("set +e\nundersign verify\necho done", True, "set +e", False),
        ("set +e\nmake\nset -e\nundersign verify", True, "", False),
        ("undersign verify || exit 1", True, "", False),
        ("make || true\nundersign verify", True, "", False),
        ("undersign verify || truely", True, "", False),
        ("pip install undersign", False, "", False),
        ("# undersign verify || true", False, "", False),
    ],
)
def test_commands(script, called, forgiven, loose):
    assert (calls(script), forgiving(script), unisolated(script)) == (called, forgiven, loose)


@pytest.mark.parametrize(
    "reader", [mentions, calls, forgiving, unisolated, lambda text: list(versions(text))]
)
@pytest.mark.parametrize(
    "unit",
    [
        "uses ",
        "undersign ",
        "python ",
        "-m ",
        "python -m trailers ",
        "undersign verify ",
        "|| ",
        "-I-I ",
        "\\\n",
    ],
)
def test_linear_in_hostile_text(reader, unit):
    assert growth(lambda size: partial(reader, f"{unit * (size // len(unit))}undersign")) < LINEAR


def test_versions():
    text = "pip install 'undersign==0.4.0'\nuses: x/undersign@v0.5.1\n# undersign==0.1.0\nundersign>=0.2\n"
    assert list(versions(text)) == [("0.4.0", 1), ("0.5.1", 2)]
