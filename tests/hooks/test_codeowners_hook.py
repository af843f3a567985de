"""The hook `codeowners`, as git and pre-commit call it: in the work tree, about the index."""

import os
import subprocess
import sys

import pytest

from hooks.codeowners import Options, arguments, main
from tests.owned import stage
from tests.repositories import Repository, run_git
from trailers.policy.presence import may_have_policy

OWNERS = "* @org/all\n/docs/ @org/docs\n"


@pytest.fixture
def work(repository, monkeypatch):
    """A repository in which everything has an owner, and we are at its top."""
    repository.commit(
        "one\n",
        files={".github/CODEOWNERS": OWNERS, "docs/a": "1\n" * 9, "docs/b": "2\n" * 9, "src/a": "3\n"},
    )
    repository.check_out()
    monkeypatch.chdir(repository.path)
    return repository


@pytest.fixture
def hook(capsys):
    """Run the hook here: its exit code, the rules it tells, and all it prints."""

    def run(*arguments):
        code = main(arguments)
        printed = capsys.readouterr()
        rules = [
            word.rstrip(":")
            for line in printed.out.splitlines()
            for word in line.split(" ")
            if word.startswith("US3") and word.endswith(":")
        ]
        return code, rules, printed.out + printed.err

    return run


def commit(work, text="more\n"):
    work.git("commit", "-q", "-m", text)


def give_owners(work, text):
    """Commit another CODEOWNERS file, whatever is wrong with it."""
    stage(work, ".github/CODEOWNERS", text)
    commit(work)


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], Options()),
        (["--all-files"], Options(all_files=True)),
        (["--file", "x", "--dialect=gitea"], Options(file="x", dialect="gitea")),
        (["--all-files", "--file=x"], Options(all_files=True, file="x")),
    ],
)
def test_arguments(words, options):
    assert arguments(words) == options


@pytest.mark.parametrize(
    ("name", "text", "may"),
    [
        ("undersign.toml", "", True),
        ("pyproject.toml", "[tool.undersign]\n", True),
        ("pyproject.toml", '[tool."\\u0075ndersign"]\n', True),
        ("pyproject.toml", "[project]\n", False),
        ("x", "[tool.undersign]\n", False),
    ],
)
def test_where_a_policy_is_looked_for(tmp_path, name, text, may):
    (tmp_path / name).write_text(text)
    assert may_have_policy(str(tmp_path)) is may


class TestStagedFiles:
    """Only what is staged is judged, where nothing else can have changed."""

    def test_a_new_file_without_owner(self, work, hook):
        give_owners(work, "/docs/ @org/docs\n/.github/ @org/docs\n")
        stage(work, "src/new")
        code, rules, told = hook()
        assert (code, rules) == (1, ["US304"])
        assert "src/new has no owner" in told
        assert "1 file checked, 1 unowned, 1 finding" in told

    def test_a_changed_file_without_owner(self, work, hook):
        give_owners(work, "/docs/ @org/docs\n/.github/ @org/docs\n")
        stage(work, "src/a", "changed\n")
        assert hook()[:2] == (1, ["US304"])

    @pytest.mark.parametrize("path", ["src/new", "docs/new", "docs/a", "new"])
    def test_noop(self, work, hook, path):
        stage(work, path)
        assert hook() == (0, [], "")

    def test_what_others_left_without_owner_is_not_ours(self, work, hook):
        give_owners(work, "/docs/ @org/docs\n/.github/ @org/docs\n/gone @org/x\n")
        stage(work, "docs/new")
        assert hook() == (0, [], "")

    def test_the_index_counts_and_not_the_work_tree(self, work, hook):
        stage(work, "docs/new")
        (work.path / "docs/new").unlink()
        (work.path / "untracked").write_text("")
        (work.path / ".github/CODEOWNERS").write_text("nonsense [ ]\n")
        assert hook() == (0, [], "")

    def test_cleared_on_purpose(self, work, hook):
        give_owners(work, "* @org/all\n/src/\n")
        stage(work, "src/new")
        assert hook() == (0, [], "")


class TestFullRun:
    """Everything is judged where a staged change can concern what is not staged."""

    def test_nothing_is_staged(self, work, hook):
        give_owners(work, "* @org/all\n/gone @org/x\n")
        assert hook()[:2] == (1, ["US305"])

    def test_all_files(self, work, hook):
        give_owners(work, "* @org/all\n/gone @org/x\n")
        stage(work, "src/new")
        assert hook() == (0, [], "")
        assert hook("--all-files")[:2] == (1, ["US305"])

    def test_codeowners_is_staged(self, work, hook):
        stage(work, ".github/CODEOWNERS", "/docs/ @org/docs\n/.github/ @org/docs\n")
        code, rules, told = hook()
        assert (code, rules) == (1, ["US304"])
        assert "src/a has no owner" in told

    def test_a_codeowners_file_that_comes_first_is_staged(self, work, hook):
        give_owners(work, "")
        work.git("mv", ".github/CODEOWNERS", "CODEOWNERS")
        commit(work)
        stage(work, ".github/CODEOWNERS", OWNERS)
        code, rules, told = hook()
        assert (code, rules) == (0, ["US312"])
        assert "ignores CODEOWNERS" in told

    def test_a_path_is_deleted(self, work, hook):
        work.git("rm", "-q", "-r", "docs")
        code, rules, told = hook()
        assert (code, rules) == (1, ["US305"])
        assert ".github/CODEOWNERS:2:1: error US305" in told

    def test_a_path_is_moved(self, work, hook):
        work.git("mv", "docs", "manual")
        code, rules, told = hook()
        assert (code, rules) == (1, ["US314"])
        assert "manual" in told

    def test_a_deletion_that_leaves_no_rule_dead(self, work, hook):
        work.git("rm", "-q", "docs/a")
        assert hook() == (0, [], "")

    def test_before_the_first_commit(self, repository, monkeypatch, hook):
        monkeypatch.chdir(repository.path)
        stage(repository, "CODEOWNERS", "/gone @org/x\n*.md @org/y\n")
        stage(repository, "a.md")
        assert hook()[:2] == (1, ["US305", "US304", "US313"])

    def test_during_a_merge(self, work, hook):
        work.branch("other")
        work.commit("theirs\n", files={"src/theirs": "1"}, branch="other")
        stage(work, "src/ours")
        commit(work)
        work.git("merge", "-q", "--no-commit", "--no-ff", "other")
        assert hook() == (0, [], "")


class TestWithoutFile:
    def test_it_says_where_it_looked(self, started, monkeypatch, hook):
        started.check_out()
        monkeypatch.chdir(started.path)
        code, rules, told = hook()
        assert (code, rules) == (1, ["US315"])
        assert "looked for .github/CODEOWNERS, " in told
        assert "docs/CODEOWNERS" in told
        assert "0 unowned" not in told

    def test_with_something_staged(self, started, monkeypatch, hook):
        started.check_out()
        monkeypatch.chdir(started.path)
        stage(started, "new")
        assert hook()[:2] == (1, ["US315"])

    def test_one_that_is_not_tracked_is_none(self, started, monkeypatch, hook):
        started.check_out()
        monkeypatch.chdir(started.path)
        (started.path / "CODEOWNERS").write_text("* @org/all\n")
        assert hook()[:2] == (1, ["US315"])

    def test_one_that_is_deleted(self, work, hook):
        work.git("rm", "-q", ".github/CODEOWNERS")
        assert hook()[:2] == (1, ["US315"])

    def test_a_symbolic_link(self, work, hook):
        work.git("mv", ".github/CODEOWNERS", "owners")
        (work.path / ".github").mkdir(exist_ok=True)
        (work.path / ".github/CODEOWNERS").symlink_to("../owners")
        work.git("add", ".")
        code, rules, told = hook()
        assert (code, rules) == (1, ["US315"])
        assert ".github/CODEOWNERS is a symbolic link, which GitHub does not follow" in told

    def test_a_submodule(self, work, hook):
        work.git("rm", "-q", ".github/CODEOWNERS")
        work.git("update-index", "--add", "--cacheinfo", f"160000,{work.tip('main')},CODEOWNERS")
        code, rules, told = hook()
        assert (code, rules) == (1, ["US315"])
        assert "CODEOWNERS is a submodule" in told

    def test_a_directory_of_that_name(self, work, hook):
        work.git("rm", "-q", ".github/CODEOWNERS")
        stage(work, "CODEOWNERS/a")
        assert hook()[:2] == (1, ["US315"])


class TestPlaces:
    def test_a_file_that_is_named(self, work, hook):
        stage(work, "owners.txt", "/src/ @org/x\n")
        code, _, told = hook("--file", "./owners.txt", "--all-files")
        assert (code, "owners by owners.txt (github)" in told) == (1, True)

    def test_one_that_is_not_there(self, work, hook):
        code, _, told = hook("--file", "docs/OWNERS")
        assert (code, "looked for docs/OWNERS" in told) == (1, True)

    def test_a_dialect_that_is_named(self, work, hook):
        work.git("mv", ".github/CODEOWNERS", "CODEOWNERS")
        stage(work, "CODEOWNERS", ".* @all\n")
        assert hook("--dialect", "gitea") == (0, [], "")
        assert hook()[0] == 1

    def test_one_that_there_is_not(self, work, hook):
        code, _, told = hook("--dialect", "gitub")
        assert (code, "Did you mean" in told) == (2, True)

    @pytest.mark.parametrize(
        ("place", "dialect"),
        [(".gitlab/CODEOWNERS", "gitlab"), (".gitea/CODEOWNERS", "gitea"), ("docs/CODEOWNERS", "github")],
    )
    def test_the_dialect_of_the_place(self, work, hook, place, dialect):
        work.git("rm", "-q", ".github/CODEOWNERS")
        stage(work, place, "/gone @org/x\n")
        code, _, told = hook()
        assert (code, f"owners by {place} ({dialect})" in told) == (1, True)


class TestPolicy:
    def test_file_and_dialect(self, work, hook):
        stage(work, "undersign.toml", '[owners]\nfile = "OWNERS"\ndialect = "gitea"\n')
        stage(work, "OWNERS", "docs/.* @docs\n")
        code, _, told = hook()
        assert (code, "owners by OWNERS (gitea), judged by undersign.toml" in told) == (1, True)

    def test_severity(self, work, hook):
        give_owners(work, "* @org/all\n/gone @org/x\n")
        (work.path / "undersign.toml").write_text('[severity]\nUS305 = "warning"\n')
        code, rules, told = hook()
        assert (code, rules, "warning US305" in told) == (0, ["US305"], True)
        (work.path / "undersign.toml").write_text('[severity]\ndead-rule = "off"\n')
        assert hook() == (0, [], "")

    def test_baseline(self, work, hook):
        give_owners(work, "* @org/all\n/gone @org/x\n/old @org/x\n")
        (work.path / "undersign.toml").write_text('[owners]\nbaseline = "owners.baseline"\n')
        (work.path / "owners.baseline").write_text("US305 /gone\nUS305 /mended\n")
        code, rules, told = hook()
        assert (code, rules) == (1, ["US305", "US305"])
        assert ":3:1: error US305: /old" in told
        assert "owners.baseline:2:1: note US305: US305 is no longer found for /mended" in told
        assert "1 accepted by the baseline, 1 finding, 1 note" in told

    def test_a_baseline_for_staged_files(self, work, hook):
        give_owners(work, "/docs/ @org/docs\n/.github/ @org/docs\n")
        stage(work, "undersign.toml", '[owners]\nbaseline = "owners.baseline"\n[severity]\nUS304 = "error"\n')
        stage(work, "owners.baseline", "US304 src/\nUS304 undersign.toml\nUS304 owners.baseline\n")
        commit(work)
        stage(work, "src/new")
        assert hook() == (0, [], "")
        stage(work, "new")
        assert hook()[:2] == (1, ["US304"])

    def test_people(self, work, hook):
        (work.path / "undersign.toml").write_text('[owners]\npeople = "people.toml"\n')
        (work.path / "people.toml").write_text('[teams]\n"@org/all" = []\n')
        code, rules, told = hook()
        assert (code, rules, ":2:8: error US303" in told) == (1, ["US303"], True)

    @pytest.mark.parametrize("key", ["people", "baseline"])
    def test_a_file_that_is_not_there(self, work, hook, key):
        (work.path / "undersign.toml").write_text(f'[owners]\n{key} = "none"\n')
        code, _, told = hook()
        assert (code, f"owners.{key}: there is no file none" in told) == (2, True)

    def test_a_file_that_is_none(self, work, hook):
        (work.path / "undersign.toml").write_text('[owners]\npeople = "docs"\n')
        code, _, told = hook()
        assert (code, "docs cannot be read: Is a directory" in told) == (2, True)

    def test_a_file_that_a_sparse_checkout_leaves_out(self, work, hook):
        stage(work, "sparse/baseline", "US305 /gone\n")
        stage(work, ".github/CODEOWNERS", "* @org/all\n/gone @org/x\n")
        stage(work, "undersign.toml", '[owners]\nbaseline = "sparse/baseline"\n')
        commit(work)
        work.git("sparse-checkout", "set", "--cone", "src")
        assert not (work.path / "sparse").exists()
        assert hook() == (0, [], "")

    def test_lines_that_cannot_be_read(self, work, hook):
        (work.path / "undersign.toml").write_text('[owners]\nbaseline = "bad"\n')
        (work.path / "bad").write_text("# fine\nsrc/\n")
        code, _, told = hook()
        assert (code, "bad: not a rule and what it is about: line 2" in told) == (2, True)

    def test_a_policy_that_is_wrong(self, work, hook):
        (work.path / "undersign.toml").write_text("[owners]\nfiles = 1\n")
        assert hook()[0] == 2


class TestOddities:
    def test_a_submodule_is_a_path(self, work, hook):
        give_owners(work, "/docs/ @org/docs\n/.github/ @org/docs\n")
        work.git("update-index", "--add", "--cacheinfo", f"160000,{work.tip('main')},vendor/lib")
        code, rules, told = hook()
        assert (code, rules, "vendor/lib has no owner" in told) == (1, ["US304"], True)

    def test_a_sparse_checkout(self, work, hook):
        work.git("sparse-checkout", "set", "--cone", "src")
        assert hook("--all-files") == (0, [], "")

    def test_paths_that_would_move_the_cursor(self, work, hook):
        give_owners(work, "/docs/ @org/docs\n/.github/ @org/docs\n")
        stage(work, "a\x1b[31m\nb\t\"'é")
        _, _, told = hook()
        assert "a\\x1b[31m\\nb\\t\"'é has no owner" in told

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            pytest.param(b"* @org/all\n\xff\xfe @org/x\n", 1, id="not UTF-8"),
            pytest.param(b"\xef\xbb\xbf* @org/all\r\n", 0, id="BOM and CRLF"),
            pytest.param(b"*\t@org/all\t\n", 0, id="tabs"),
            pytest.param(b"* @org/all\n/\0 @org/x\n", 1, id="NUL"),
            pytest.param(b"* @org/all\n# " + b"x" * 2_900_000 + b"\n", 0, id="one endless line"),
            pytest.param(b"* @org/all\n/[" + b"x" * 2_900_000 + b"] @org/x\n", 1, id="an endless pattern"),
            pytest.param(b"* @org/all\n#" + b"x" * 3_100_000 + b"\n", 1, id="too large"),
            pytest.param(b"", 1, id="empty"),
        ],
    )
    def test_a_file_of_any_bytes(self, work, hook, data, code):
        (work.path / ".github/CODEOWNERS").write_bytes(data)
        work.git("add", ".")
        found, _, told = hook()
        assert found == code, told[:500]
        assert "Traceback" not in told
        assert len(told) < 10_000

    def test_conflicts(self, work, hook):
        work.branch("other")
        work.commit("theirs\n", files={"src/a": "theirs\n"}, branch="other")
        work.commit("ours\n", files={"src/a": "ours\n"})
        work.check_out()
        with pytest.raises(AssertionError):
            work.git("merge", "other")
        for words in ([], ["--all-files"]):
            code, _, told = hook(*words)
            assert (code, "the index has conflicts: src/a" in told) == (2, True)

    def test_a_conflict_in_codeowners_itself(self, work, hook):
        work.branch("other")
        work.commit("theirs\n", files={".github/CODEOWNERS": "* @a\n"}, branch="other")
        work.commit("ours\n", files={".github/CODEOWNERS": "* @b\n"})
        work.check_out()
        with pytest.raises(AssertionError):
            work.git("merge", "other")
        code, _, told = hook()
        assert (code, "the index has conflicts: .github/CODEOWNERS" in told) == (2, True)

    def test_outside_a_repository(self, tmp_path, monkeypatch, hook):
        monkeypatch.chdir(tmp_path)
        code, _, told = hook()
        assert (code, "not a git repository" in told) == (2, True)

    def test_in_a_bare_one(self, tmp_path, monkeypatch, hook):
        bare = Repository(tmp_path / "bare", bare=True)
        bare.commit("one\n", files={"CODEOWNERS": OWNERS})
        monkeypatch.chdir(bare.path)
        for words in ([], ["--all-files"]):
            code, _, told = hook(*words)
            assert (code, "bare: it has no index" in told) == (2, True)

    def test_in_the_git_directory(self, work, hook, monkeypatch):
        monkeypatch.chdir(work.git_directory)
        code, _, told = hook()
        assert (code, "no work tree here" in told) == (2, True)

    def test_below_the_top(self, work, hook, monkeypatch):
        give_owners(work, "* @org/all\n/gone @org/x\n")
        (work.path / "undersign.toml").write_text('[severity]\nUS305 = "warning"\n')
        monkeypatch.chdir(work.path / "docs")
        code, rules, told = hook()
        assert (code, rules, "judged by undersign.toml" in told) == (0, ["US305"], True)

    def test_a_worktree_beside(self, work, hook, monkeypatch, tmp_path):
        work.git("worktree", "add", "-q", str(tmp_path / "beside"))
        monkeypatch.chdir(tmp_path / "beside")
        run_git(tmp_path / "beside", "rm", "-q", "-r", "docs")
        assert hook()[:2] == (1, ["US305"])


def contents(directory):
    """Every file below, with its bytes and time."""
    files = (path for path in directory.rglob("*") if path.is_file())
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@pytest.mark.parametrize("words", [[], ["--all-files"]])
def test_nothing_is_written(work, hook, words):
    give_owners(work, "/docs/ @org/docs\n/gone @org/x\n")
    work.git("mv", "docs", "manual")
    os.utime(work.path / "src/a", (0, 0))  # git status would note it in the index
    before = contents(work.path)
    assert hook(*words)[0] == 1
    assert contents(work.path) == before


def test_called_by_git(work):
    """With the index that `git commit -a` has for itself, and git's variables for its hooks."""
    hook = work.path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {sys.executable} -I -m hooks.codeowners\n")
    hook.chmod(0o755)
    (work.path / ".github/CODEOWNERS").write_text("/docs/ @org/docs\n")
    done = subprocess.run(
        ["git", "commit", "-a", "-m", "x"], cwd=work.path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "US304" in done.stdout + done.stderr
    (work.path / ".github/CODEOWNERS").write_text(OWNERS + "*.md @org/md\n")
    (work.path / "x.md").write_text("")
    work.git("add", "x.md")
    done = subprocess.run(["git", "commit", "-a", "-m", "x"], cwd=work.path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
