"""`undersign doctor` on real repositories: one that is well, and one for each thing that can be wrong."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.repositories import Repository, clone, run_git
from trailers.adoption.diagnosis.hook_folder import EVENTS
from trailers.adoption.diagnosis.hooks.entry import MODULES, STAGES, called_in
from trailers.adoption.starting.github import workflow_text
from trailers.adoption.starting.pre_commit.config import put_hooks
from trailers.adoption.starting.pre_commit.entries import Hooks
from trailers.cli.edge import main
from trailers.installing import agents_md
from trailers.installing.commands import shared_command
from trailers.installing.hooks_file import install
from trailers.installing.tools.registry import TOOLS
from trailers.output.doctor import doctor_schema
from trailers.version import VERSION

PRE_COMMIT = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/undersign.yml"
HOOK_IDS = ("ai-disclosure-write", "ai-disclosure", "ai-disclosure-range")
FILES = {
    "undersign.toml": "# the defaults\n",
    PRE_COMMIT: put_hooks(None, Hooks(HOOK_IDS)).change.after,
    WORKFLOW: workflow_text("main"),
    ".github/CODEOWNERS": "* @jane\n",
    "src/main.c": "int main(void) { return 0; }\n",
}
HEALTHY = {
    ("git-version", "ok"),
    ("policy", "ok"),
    ("hooks-configured", "ok"),
    ("ci-runs", "ok"),
    ("required-check", "unknown"),
    ("owners-cover", "ok"),
    ("own-environment", "ok"),
    ("clone", "ok"),
}


def shim(event, program=sys.executable):
    """A hook as pre-commit writes it, as far as anybody reads it."""
    return f"#!/bin/sh\nINSTALL_PYTHON={program}\nARGS=(hook-impl --hook-type={event})\n"


def put(path, text, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    path.chmod(mode)


class Work:
    """A clone that is set up. `base` makes what is committed the base's, too."""

    def __init__(self, path):
        self.path = path

    def git(self, *arguments):
        return run_git(self.path, "-c", f"core.hooksPath={os.devnull}", *arguments)

    def write(self, name, text):
        put(self.path / name, text)

    def edit(self, name, old, new):
        text = (self.path / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def commit(self, **files):
        for name, text in files.items():
            self.write(name, text)
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", "A change")

    def base(self):
        self.commit()
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    repository = Repository(tmp_path_factory.mktemp("doctor") / "source")
    repository.commit("The beginning\n", files={"README": "read me\n"})
    repository.commit("Set it up\n", files=FILES)
    return repository.path


@pytest.fixture
def work(source, tmp_path):
    path = clone(source, tmp_path / "work")
    for event in EVENTS:
        put(path / ".git/hooks" / event, shim(event), 0o755)
    return Work(path)


@pytest.fixture
def doctor(capsysbinary):
    """Ask in JSON: the exit code, and what is told."""

    def ask(path, *options):
        code = main(["doctor", "-C", str(path), "--format", "json", *options])
        output, error = capsysbinary.readouterr()
        assert error == b""
        document = json.loads(output)
        jsonschema.validate(document, json.loads(doctor_schema()))
        assert code == int(any(row["state"] == "problem" for row in document["diagnoses"]))
        assert code == (document["verdict"] == "problems")
        return {(row["check"], row["state"]) for row in document["diagnoses"]}, document["diagnoses"]

    return ask


def row(rows, check):
    return next(one for one in rows if one["check"] == check)


def test_one_that_is_well(work, doctor):
    assert doctor(work.path)[0] == HEALTHY


# --- the policy


def expiring(days):
    until = dt.datetime.now(dt.UTC).date() + dt.timedelta(days)
    return f'[models]\napproved = [{{ model = "claude-*", until = {until} }}]\n'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("mode = 1\n", ("policy-invalid", "problem"), id="an unknown key"),
        pytest.param("[[[\n", ("policy-invalid", "problem"), id="no TOML"),
        pytest.param('requires = ">=99"\n', ("policy-invalid", "problem"), id="another version"),
        pytest.param('[owners]\npeople = "p.toml"\n', ("missing-file", "problem"), id="a missing file"),
        pytest.param('[secrets]\nbaseline = "b"\n', ("missing-file", "problem"), id="a missing baseline"),
        pytest.param(expiring(-1), ("model-expires", "warning"), id="a model that expired"),
        pytest.param(expiring(10), ("model-expires", "warning"), id="a model that will"),
        pytest.param(expiring(90), None, id="a model that will not for long"),
        pytest.param('[approver]\nrule = "owner"\n', None, id="owners who are there"),
        pytest.param('[disclosure]\nmode = "explicit"\n', None, id="another mode"),
    ],
)
def test_policies(work, doctor, text, found):
    work.write("undersign.toml", text)
    work.base()
    states, _ = doctor(work.path)
    assert found is None or found in states
    if found is None:
        assert states - {("secrets", "ok")} == HEALTHY


def test_two_policies(work, doctor):
    work.commit(**{"pyproject.toml": '[tool.undersign]\nrequires = ">=0.2"\n'})
    assert ("policy-invalid", "problem") in doctor(work.path)[0]


def test_a_policy_that_is_wrong_at_the_base_only(work, doctor):
    work.write("undersign.toml", "mode = 1\n")
    work.base()
    work.commit(**{"undersign.toml": ""})
    assert ("base-policy-invalid", "problem") in doctor(work.path)[0]


def test_a_policy_that_is_not_merged_yet(work, doctor):
    (work.path / "undersign.toml").unlink()
    work.base()
    work.commit(**{"undersign.toml": ""})
    assert ("policy-not-at-base", "warning") in doctor(work.path)[0]


def test_a_policy_that_differs_from_the_base(work, doctor):
    work.commit(**{"undersign.toml": '[disclosure]\nmode = "explicit"\n'})
    states, rows = doctor(work.path)
    assert states == HEALTHY
    assert "the copy here differs" in row(rows, "policy")["what"]


def test_no_policy(work, doctor):
    (work.path / "undersign.toml").unlink()
    work.base()
    states, rows = doctor(work.path)
    assert states == HEALTHY
    assert row(rows, "policy")["what"].startswith("no policy, so the defaults judge: ")


def test_what_was_changed_since(work, doctor):
    work.edit(WORKFLOW, "timeout-minutes: 10", "timeout-minutes: 20")
    assert doctor(work.path)[0] - HEALTHY == {("changed", "warning")}
    work.base()
    work.write(WORKFLOW, (work.path / WORKFLOW).read_text().replace("\n", "\r\n"))
    assert doctor(work.path)[0] == HEALTHY


def test_what_is_not_committed(work, doctor):
    for name in ("undersign.toml", WORKFLOW):
        work.git("rm", "-q", "--cached", name)
    work.git("commit", "-q", "-m", "Take it out")
    states, rows = doctor(work.path)
    assert ("uncommitted", "problem") in states
    assert row(rows, "uncommitted")["remedy"] == f"git add undersign.toml {WORKFLOW} && git commit"


# --- the hooks


def gone(work):
    put(work.path / ".git/hooks/commit-msg", shim("commit-msg", "/nowhere/python"), 0o755)


LOCAL = """\
repos:
- repo: local
  hooks: [{id: x, name: x, language: python, entry: python -I -m hooks.disclosure}]
"""
HUSKY = 'python -I -m hooks.disclosure "$1"\n'


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        pytest.param(
            lambda work: (work.path / ".git/hooks/commit-msg").unlink(),
            ("hooks-not-installed", "problem"),
            id="a hook is missing",
        ),
        pytest.param(
            lambda work: put(work.path / ".git/hooks/commit-msg", "#!/bin/sh\necho mine\n", 0o755),
            ("hooks-not-installed", "problem"),
            id="a hook of somebody else",
        ),
        pytest.param(
            lambda work: (work.path / ".git/hooks/commit-msg").chmod(0o644),
            ("hook-not-executable", "problem"),
            id="a hook that git does not run",
        ),
        pytest.param(gone, ("hook-program-gone", "problem"), id="its Python is gone"),
        pytest.param(
            lambda work: work.git("config", "core.hooksPath", ".other"),
            ("hooks-not-installed", "problem"),
            id="core.hooksPath is elsewhere",
        ),
        pytest.param(
            lambda work: work.edit(PRE_COMMIT, "default_install_hook_types", "x-types"),
            ("hook-types", "warning"),
            id="types are not said",
        ),
        pytest.param(
            lambda work: work.edit(PRE_COMMIT, "python -I -m hooks.disclosure", "python -m hooks.disclosure"),
            ("not-isolated", "problem"),
            id="without -I",
        ),
        pytest.param(
            lambda work: work.edit(PRE_COMMIT, "[commit-msg]", "[pre-commit]"),
            ("hook-stages", "problem"),
            id="another stage",
        ),
        pytest.param(
            lambda work: work.write(PRE_COMMIT, LOCAL),
            ("hook-stages", "problem"),
            id="no stage at all",
        ),
        pytest.param(
            lambda work: work.write(PRE_COMMIT, "files: ^src/\n" + (work.path / PRE_COMMIT).read_text()),
            ("hook-filter", "warning"),
            id="a filter of paths",
        ),
        pytest.param(
            lambda work: work.edit(PRE_COMMIT, VERSION, "0.1.0"),
            ("other-version", "warning"),
            id="another version",
        ),
        pytest.param(
            lambda work: work.write(PRE_COMMIT, "repos: [\n"), ("unreadable", "problem"), id="no YAML"
        ),
        pytest.param(
            lambda work: work.write(PRE_COMMIT, "repos: []\n"), ("no-hooks", "warning"), id="no hook of ours"
        ),
        pytest.param(
            lambda work: work.write(
                PRE_COMMIT,
                "default_install_hook_types: [commit-msg]\nrepos:\n"
                "- {repo: https://x.test/undersign, rev: main, hooks: [{id: ai-disclosure}]}\n",
            ),
            ("moving-rev", "warning"),
            id="rev is a branch",
        ),
        pytest.param(
            lambda work: work.write(".husky/commit-msg", HUSKY),
            ("hooks-not-installed", "problem"),
            id="husky is not installed",
        ),
        pytest.param(
            lambda work: work.write(".githooks/commit-msg", HUSKY),
            ("hooks-not-installed", "problem"),
            id="a folder that git does not look in",
        ),
        pytest.param(
            lambda work: put(work.path / ".git/hooks/pre-push", b"\xff\xfe", 0o755),
            ("hooks-not-installed", "problem"),
            id="a hook that is no text",
        ),
    ],
)
def test_hooks(work, doctor, monkeypatch, spoil, found):
    only = work.path.parent / "bin"
    only.mkdir()
    (only / "git").symlink_to(shutil.which("git"))
    monkeypatch.setenv("PATH", str(only))
    spoil(work)
    work.base()
    assert doctor(work.path)[0] - HEALTHY == {found}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda work: (
                (work.path / ".git/hooks").rename(work.path / ".git/kept")
                and (work.path / ".git/hooks").symlink_to("kept")
            ),
            id="hooks is a link",
        ),
        pytest.param(
            lambda work: (
                work.write(WORKFLOW, workflow_text("main", secrets=True)),
                work.write(
                    PRE_COMMIT,
                    "default_install_hook_types: [pre-commit, commit-msg]\nrepos:\n"
                    f"- repo: https://x.test/u\n  rev: v{VERSION}\n"
                    "  hooks: [{id: ai-disclosure}, {id: secrets}]\n"
                    "- {repo: https://y.test/z, rev: main, hooks: [{id: codeowners}]}\n",
                ),
            ),
            id="by a repository of hooks",
        ),
        pytest.param(
            lambda work: (
                work.git("rm", "-q", "--cached", PRE_COMMIT),
                (work.path / PRE_COMMIT).unlink(),
                work.write(".husky/commit-msg", HUSKY),
                work.git("config", "core.hooksPath", ".husky/_"),
            ),
            id="husky",
        ),
        pytest.param(
            lambda work: (
                (work.path / PRE_COMMIT).unlink(),
                put(work.path / ".githooks/commit-msg", HUSKY, 0o755),
                work.git("config", "core.hooksPath", ".githooks"),
            ),
            id="a folder that git looks in",
        ),
        pytest.param(
            lambda work: (
                (work.path / PRE_COMMIT).unlink(),
                put(work.path / ".git/hooks/commit-msg", HUSKY, 0o755),
            ),
            id="a script in .git/hooks",
        ),
        pytest.param(
            lambda work: (
                (work.path / PRE_COMMIT).unlink(),
                work.write("lefthook.yml", f"commit-msg:\n  commands:\n    u: {{run: {HUSKY.strip()}}}\n"),
                put(work.path / ".git/hooks/commit-msg", "#!/bin/sh\nlefthook run commit-msg\n", 0o755),
            ),
            id="lefthook",
        ),
        pytest.param(
            lambda work: (
                (work.path / PRE_COMMIT).unlink(),
                work.write(
                    "prek.toml",
                    'default_install_hook_types = ["commit-msg"]\n'
                    '[[repos]]\nrepo = "local"\n[[repos.hooks]]\n'
                    'id = "x"\nname = "x"\nlanguage = "python"\nentry = "python -I -m hooks.disclosure"\n'
                    'stages = ["commit-msg"]\n',
                ),
            ),
            id="prek.toml",
        ),
    ],
)
def test_hooks_that_are_well(work, doctor, change):
    change(work)
    work.base()
    states = doctor(work.path)[0]
    assert states - {("secrets", "ok")} == HEALTHY


@pytest.mark.skipif(os.name == "nt", reason="there are none there")
def test_a_hook_that_never_ends(work, doctor):
    (work.path / ".git/hooks/commit-msg").unlink()
    os.mkfifo(work.path / ".git/hooks/commit-msg", 0o755)
    assert ("unreadable", "unknown") in doctor(work.path)[0]


def test_hooks_of_a_linked_work_tree(work, doctor, tmp_path):
    work.git("worktree", "add", "-q", "-b", "other", str(tmp_path / "linked"))
    assert doctor(tmp_path / "linked")[0] == HEALTHY


def test_git_that_has_no_hooks_in_its_configuration(work, doctor):
    if run_git(work.path, "version").split()[2] >= "2.54":
        pytest.skip("this git has them")
    work.git("config", "hook.u.command", "/p -I -m hooks.disclosure")
    work.git("config", "hook.u.event", "commit-msg")
    assert doctor(work.path)[0] - HEALTHY == {("git-too-old", "problem")}


def test_skipped(work, doctor, monkeypatch):
    monkeypatch.setenv("SKIP", "ruff, ai-disclosure")
    assert doctor(work.path)[0] - HEALTHY == {("skipped", "warning")}
    monkeypatch.setenv("SKIP", "ruff")
    assert doctor(work.path)[0] == HEALTHY


def test_ci_needs_no_hook(work, doctor, monkeypatch):
    (work.path / ".git/hooks/commit-msg").unlink()
    monkeypatch.setenv("CI", "true")
    assert doctor(work.path)[0] == HEALTHY


# --- CI, protection, owners


def test_no_ci(work, doctor):
    (work.path / WORKFLOW).unlink()
    work.base()
    assert doctor(work.path)[0] == HEALTHY - {("ci-runs", "ok"), ("required-check", "unknown")} | {
        ("ci-missing", "problem")
    }


def test_ci_by_a_script(work, doctor):
    work.write(WORKFLOW, "on: push\njobs: {a: {steps: [{run: make check}]}}\n")
    work.write("Makefile", "check:\n\tpython -I -m trailers verify\n")
    work.base()
    assert ("ci-by-script", "unknown") in doctor(work.path)[0]


def test_a_trap_in_ci(work, doctor):
    work.edit(WORKFLOW, "fetch-depth: 0", "fetch-depth: 1")
    work.base()
    states, rows = doctor(work.path)
    assert states == HEALTHY - {("ci-runs", "ok")} | {("shallow-checkout", "problem")}
    assert (row(rows, "shallow-checkout")["path"], row(rows, "shallow-checkout")["line"]) == (WORKFLOW, 26)


@pytest.mark.parametrize("text", [b"\xff\xfe", b"a: \x80"])
def test_what_cannot_be_read_is_told(work, doctor, text):
    put(work.path / ".github/workflows/other.yml", text)
    work.base()
    assert doctor(work.path)[0] - HEALTHY == {("unreadable", "unknown")}


@pytest.mark.parametrize(
    "text", [b"\xff", b"* @jane\n" + b"#\n" * (1 << 19) + b"*\n"], ids=["no text", "large"]
)
@pytest.mark.parametrize("name", [".github/CODEOWNERS", "OWNERS"])
def test_owners_that_cannot_be_read_are_not_well(work, doctor, tmp_path, name, text):
    """The last line that matches counts, and it is beyond what is read."""
    put(work.path / name, text)
    if name == "OWNERS":
        work.write("undersign.toml", '[owners]\nfile = "OWNERS"\ndialect = "github"\n')
    work.base()
    expected = HEALTHY - {("owners-cover", "ok")} | {("unreadable", "unknown")}
    assert doctor(work.path)[0] == expected
    assert doctor(clone(work.path, tmp_path / "bare.git", "--bare"))[0] == expected


@pytest.mark.parametrize("name", [".github/settings.yml", ".github/rulesets/main.json", "infra/main.tf"])
def test_protection_is_never_known(work, doctor, name):
    work.write(name, 'resource "github_branch_protection" "main" {}\n')
    work.base()
    states, rows = doctor(work.path)
    assert states == HEALTHY
    assert row(rows, "required-check")["path"] == name


@pytest.mark.parametrize(
    ("policy", "owners", "found"),
    [
        pytest.param("", None, ("no-owners", "warning"), id="no file"),
        pytest.param("rule", None, ("no-owners", "problem"), id="no file, and owners are to approve"),
        pytest.param("", "/src/ @jane\n", ("owners-cover", "warning"), id="others have owners"),
        pytest.param("rule", "/src/ @jane\n", ("owners-cover", "problem"), id="others, and owners approve"),
        pytest.param("", "* @jane\n/.github/\n", ("owners-cover", "warning"), id="taken away again"),
        pytest.param(
            "", "/.github/ @a\n/.pre-commit-config.yaml @a\n/undersign.toml @a\n", None, id="each has one"
        ),
    ],
)
def test_owners(work, doctor, policy, owners, found):
    work.write("undersign.toml", '[approver]\nrule = "owner"\n' if policy else "")
    if owners is None:
        (work.path / ".github/CODEOWNERS").unlink()
    else:
        work.write(".github/CODEOWNERS", owners)
    work.base()
    assert doctor(work.path)[0] - HEALTHY == ({found} if found else set())


# --- the environment


def test_the_environment_of_the_project(work, doctor, monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(work.path / ".venv"))
    assert doctor(work.path)[0] - HEALTHY == {("own-environment", "warning")}
    work.write("hooks/__init__.py", "")
    work.base()
    assert doctor(work.path)[0] - HEALTHY == {("own-environment", "problem")}


def test_the_project_beside_undersign(work, doctor):
    work.write("pyproject.toml", '[project]\nname = "PyTest"\n')
    work.base()
    assert doctor(work.path)[0] - HEALTHY == {("own-environment", "warning")}


def test_python_path(work, doctor, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", ".")
    assert doctor(work.path)[0] - HEALTHY == {("python-path", "warning")}


@pytest.mark.parametrize(
    ("name", "text", "required"),
    [
        ("requirements.txt", "flask\nundersign==0.5.0\n", True),
        ("requirements/dev.in", "undersign[fast]\n", True),
        ("requirements-dev.txt", "# undersign\nundersigned==1\n", False),
        ("pyproject.toml", '[dependency-groups]\ndev = ["undersign>=0.5"]\n', True),
        ("pyproject.toml", '[tool.poetry.dependencies]\nundersign = "^0.5"\n', True),
        ("pyproject.toml", '[project]\nname = "other"\n', False),
        ("docs/requirements.md", "undersign==0.5.0\n", False),
    ],
)
def test_requirements_of_the_project(work, doctor, name, text, required):
    work.write(name, text)
    work.base()
    assert doctor(work.path)[0] - HEALTHY == ({("project-requires", "warning")} if required else set())


# --- the clone


def test_shallow_and_partial(source, doctor, tmp_path):
    for name, options in (("shallow", ["--depth=1"]), ("partial", ["--filter=blob:none"])):
        states, _ = doctor(clone(source, tmp_path / name, *options))
        assert (name, "problem" if name == "shallow" else "warning") in states


def test_a_policy_that_the_clone_lacks(source, doctor, tmp_path):
    states, _ = doctor(clone(source, tmp_path / "work", "--filter=blob:none", "--no-checkout"))
    assert {("base-policy-lacking", "unknown"), ("partial", "warning")} <= states


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["checkout", "-q", "-b", "topic"], None),
        (["checkout", "-q", "--detach"], None),
        (["remote", "remove", "origin"], None),
        (["branch", "-q", "-m", "topic"], None),
        (["config", "commit.cleanup", "verbatim"], ("cleanup", "warning")),
        (["config", "commit.cleanup", "scissors"], None),
        (["config", "trailer.separators", "="], ("separators", "warning")),
        (["config", "trailer.separators", ":="], None),
        (["config", "log.showSignature", "true"], None),
        (["config", "core.commentChar", "A"], ("comment-char", "problem")),
        (["config", "core.commentChar", ";"], None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_clone(work, doctor, arguments, found):
    work.git(*arguments)
    assert doctor(work.path)[0] - HEALTHY == ({found} if found else set())


def test_no_branch_to_go_to(work, doctor):
    work.git("branch", "-q", "-m", "topic")
    work.git("update-ref", "-d", "refs/remotes/origin/main")
    assert doctor(work.path)[0] - HEALTHY == {("no-base", "warning")}


def test_the_remedy_of_a_clone_of_one_branch_mends_it(work, doctor, tmp_path):
    work.git("branch", "-q", "topic")
    copy = tmp_path / "one-branch"
    run_git(tmp_path, "clone", "-q", "--single-branch", "-b", "topic", work.path.as_uri(), str(copy))
    _, rows = doctor(copy)
    subprocess.run(["sh", "-e", "-c", row(rows, "no-base")["remedy"]], cwd=copy, check=True)
    assert not [one for one in doctor(copy)[1] if one["check"] == "no-base"]


def test_replaced_history(work, doctor):
    work.commit()
    work.git("replace", "HEAD", "HEAD^")
    assert ("replaced", "warning") in doctor(work.path)[0]


def test_a_directory_below_the_top(work, doctor):
    assert doctor(work.path / "src")[0] == HEALTHY


def test_a_bare_repository(source, doctor, tmp_path):
    states, _ = doctor(clone(source, tmp_path / "bare.git", "--bare"))
    assert states == HEALTHY


def test_a_submodule(work, source, doctor):
    work.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source.as_uri(), "inner")
    states, _ = doctor(work.path / "inner")
    assert states == HEALTHY | {("hooks-not-installed", "problem")}


def test_no_commit(repository, doctor):
    put(repository.path / "undersign.toml", "")
    states, _ = doctor(repository.path)
    assert {("uncommitted", "problem"), ("no-commit", "warning")} <= states


# --- nothing of ours


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"README": "read me\n", ".github/workflows/ci.yml": "on: push\n", PRE_COMMIT: "repos: []\n"},
        {"AGENTS.md": "Be kind.\n", ".claude/settings.json": "{}\n", "pyproject.toml": "[project]\n"},
        {PRE_COMMIT: "repos: [\n", ".github/CODEOWNERS": "* @a\n"},
    ],
)
def test_not_set_up(repository, doctor, files):
    if files:
        repository.commit(files=files)
        repository.check_out()
    assert doctor(repository.path)[0] == {("not-set-up", "problem")}


# --- assistants and secrets


def test_assistants(work, doctor):
    tool = TOOLS["claude-code"]
    work.write("CLAUDE.md", "Be kind.\n")
    work.write("AGENTS.md", "Be kind.\n")
    work.base()
    states, rows = doctor(work.path)
    assert states - HEALTHY == {("assistants-missing", "warning")}
    assert row(rows, "assistants-missing")["remedy"] == "undersign install --claude-code --agents-md"
    command = shared_command(tool.name)
    work.write("AGENTS.md", agents_md.install("Be kind.\n").after)
    work.write(tool.file, install(None, tool.place, tool.entry(command)).after)
    work.base()
    assert doctor(work.path)[0] - HEALTHY == {("assistants", "ok")}
    work.edit("AGENTS.md", "the trailers", "trailers")
    work.edit(tool.file, "exit 0", "exit 1")
    work.base()
    assert doctor(work.path)[0] - HEALTHY == {("assistants-stale", "warning")}
    work.write(tool.file, "not JSON")
    work.base()
    assert ("unreadable", "warning") in doctor(work.path)[0]


def test_secrets(work, doctor):
    entry = {"path": "src/main.c", "detector": "x", "fingerprint": "0" * 64}
    baseline = [{"version": "undersign-secrets/1"}, entry]
    work.write("undersign.toml", '[secrets]\nbaseline = "b.json"\n')
    work.write("b.json", json.dumps(baseline))
    work.base()
    assert doctor(work.path)[0] - HEALTHY == {("secrets", "ok")}
    work.write("b.json", json.dumps([*baseline, {**entry, "path": "gone"}]))
    work.base()
    assert doctor(work.path)[0] - HEALTHY == {("secrets", "ok"), ("baseline-stale", "warning")}
    work.write("b.json", "{")
    work.base()
    assert doctor(work.path)[0] - HEALTHY == {("baseline-unreadable", "problem")}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("", {("secrets", "ok"), ("secrets-in-ci", "warning")}),
        ("undersign secrets scan --ci", {("secrets", "ok")}),
    ],
)
def test_secrets_in_ci(work, doctor, step, expected):
    work.write(PRE_COMMIT, put_hooks(None, Hooks((*HOOK_IDS, "secrets"))).change.after)
    work.write(WORKFLOW, workflow_text("main") + (f"      - run: {step}\n" if step else ""))
    work.base()
    states = {state for state in doctor(work.path)[0] if state[0].startswith("secrets")}
    assert states == expected


# --- how it is told


def test_nothing_of_the_repository_is_run(work, doctor, tmp_path):
    mark = tmp_path / "ran"
    script = f"#!/bin/sh\ntouch {mark}\n"
    for place in ("fsmonitor", "textconv", "filter"):
        put(work.path / ".git" / place, script, 0o755)
    for event in (*EVENTS, "post-index-change", "reference-transaction", "post-checkout"):
        put(work.path / ".git/hooks" / event, script, 0o755)
    work.write(".gitattributes", "* diff=x filter=x\n")
    for key, value in (
        ("core.fsmonitor", ".git/fsmonitor"),
        ("core.untrackedCache", "true"),
        ("diff.x.textconv", ".git/textconv"),
        ("filter.x.clean", ".git/filter"),
        ("core.pager", ".git/filter"),
        ("alias.ls-files", "!.git/filter"),
    ):
        run_git(work.path, "config", key, value)
    doctor(work.path)
    assert not mark.exists()


def test_hostile_names_are_escaped(work, capsysbinary):
    work.write(".github/workflows/\x1b[31mred.yml", "on: push\nx: undersign verify || true\n")
    work.write(".githooks/commit-msg", "python -m hooks.disclosure \x1b[31m\n")
    work.write(
        PRE_COMMIT,
        'repos:\n- repo: undersign\n  rev: "\\e[31m\\n::error::x"\n  hooks: [{id: ai-disclosure}]\n',
    )
    main(["doctor", "-C", str(work.path), "--color", "never"])
    output = capsysbinary.readouterr().out
    assert b"\x1b" not in output
    assert b"\n::error" not in output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "xml"], b"--format takes text, json"),
        (["-C", "/nowhere"], b"no such directory"),
        (["--color", "some"], b"--color takes"),
    ],
)
def test_what_could_not_be_looked_at(capsysbinary, arguments, words):
    assert main(["doctor", *arguments]) == 2
    assert words in capsysbinary.readouterr().err


def test_the_hooks_are_those_of_the_manifest():
    for name, module in zip(STAGES, MODULES, strict=True):
        assert MODULES[module] == name
        assert called_in(f"python -I -m hooks.{module} --fix") == name
    assert set(STAGES) == {
        line.removeprefix("- id: ")
        for line in (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text().split("\n")
        if line.startswith("- id: ")
    }
