"""`undersign init` on real repositories: what it writes, what it leaves, and what it refuses."""

import os
import shlex
import signal
import subprocess
import sys

import pytest
import yaml

from tests.repositories import Repository, clone, run_git
from tests.terminals import at_terminal, without_terminal
from trailers.adoption.starting.planned import Planned
from trailers.cli.app import run
from trailers.cli.initialising import _write
from trailers.errors import UndersignError
from trailers.installing.change import Change, made

COMMAND = [sys.executable, "-I", "-m", "trailers", "init"]
WRITTEN = [
    "undersign.toml",
    ".pre-commit-config.yaml",
    ".github/workflows/undersign.yml",
    ".github/CODEOWNERS",
]
CONFIG = "repos:\n- repo: local\n  hooks:\n  - id: a\n    name: a\n    entry: a\n    language: system\n"


@pytest.fixture
def top(started, monkeypatch):
    """A repository with one commit and a remote at GitHub, as the current directory."""
    started.check_out()
    started.git("remote", "add", "origin", "git@github.com:jane/novels.git")
    monkeypatch.chdir(started.path)
    return started.path


def contents(folder):
    """Every file below a folder but git's own, by its path."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if not path.is_symlink() else os.readlink(path)
        for path in sorted(folder.rglob("*"))
        if ".git" not in path.parts and (path.is_symlink() or path.is_file())
    }


def test_it_writes_and_the_second_time_nothing(top, capsys):
    assert run(["init", "--yes"]) == 0
    printed = capsys.readouterr().out
    assert f"written: {', '.join(WRITTEN)}\n" in printed
    before = contents(top)
    assert set(before) == {"README", *WRITTEN}
    assert run(["init", "--yes"]) == 0
    assert "nothing changes\n" in capsys.readouterr().out
    assert contents(top) == before
    assert run(["policy", "check"]) == 0
    assert yaml.safe_load(before[".pre-commit-config.yaml"])["repos"]


@pytest.mark.parametrize("options", [["--dry-run"], ["--dry-run", "--yes"]])
def test_a_dry_run_changes_nothing(top, capsys, options):
    before = contents(top)
    assert run(["init", *options]) == 0
    printed = capsys.readouterr().out
    assert all(f"+++ {path}\n" in printed for path in WRITTEN)
    assert "nothing was changed" in printed
    assert contents(top) == before


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1)])
def test_it_asks_at_the_terminal(top, answer, code):
    ended, screen = at_terminal(COMMAND, answer, top)
    assert ended == code, screen
    assert "Make these 4 changes? [y/N]" in screen
    assert (top / "undersign.toml").exists() == (code == 0)


def test_without_a_terminal_nothing_is_written(top):
    code, printed = without_terminal(COMMAND, top)
    assert code == 1
    assert "--yes makes the change" in printed
    assert set(contents(top)) == {"README"}


def test_the_history_is_exempt(started, tmp_path, capsys, monkeypatch):
    base = started.tip("main")
    cloned = clone(started.path, tmp_path / "clone")
    run_git(cloned, "commit", "-q", "--allow-empty", "-m", "Local")
    monkeypatch.chdir(cloned)
    assert run(["init", "--yes", "--forge", "github"]) == 0
    assert f'grandfather = "{base}"' in (cloned / "undersign.toml").read_text()
    assert "verify origin/main..HEAD" in capsys.readouterr().out


def commands(printed):
    """The commands that are to follow, without what they are for."""
    lines = printed.split("in this order:\n\n")[1].splitlines()
    return [shlex.join(shlex.split(line, comments=True)) for line in lines]


def test_the_next_commands_work_when_pasted(started, tmp_path, capsys, monkeypatch):
    """But for those of pre-commit, which the acceptance tests run, and `verify` alone."""
    started.check_out()
    cloned = clone(started.path, tmp_path / "clone one")
    assert run(["init", "-C", str(cloned), "--yes", "--forge", "gitlab", "--owner", "@jane"]) == 0
    followed = commands(capsys.readouterr().out)
    script = "\n".join(line for line in followed if "pre-commit install" not in line and "pipx" not in line)
    done = subprocess.run(
        ["bash", "-eux"], input=script, text=True, capture_output=True, cwd=tmp_path, check=False
    )
    assert not done.returncode, done.stderr
    assert "1 commit checked" in done.stdout
    assert (
        started.git("log", "-1", "--format=%s", "adopt-undersign") == "Verify who, or what, made each change"
    )
    assert run_git(cloned, "status", "--porcelain") == ""
    monkeypatch.chdir(cloned)
    assert run(["owners", "check"]) == 0


def test_before_the_first_commit(tmp_path, capsys, monkeypatch):
    path = Repository(tmp_path / "new").path
    monkeypatch.chdir(path)
    assert run(["init", "--yes"]) == 0
    captured = capsys.readouterr()
    assert sorted(contents(path)) == [".pre-commit-config.yaml", "undersign.toml"]
    assert "grandfather" not in (path / "undersign.toml").read_text()
    assert "no CI is known" in captured.err
    assert "the forge is not known" in captured.err
    followed = commands(captured.out)
    assert not any("switch" in line or "push" in line for line in followed)
    script = "\n".join(line for line in followed if "pre-commit install" not in line and "pipx" not in line)
    done = subprocess.run(
        ["bash", "-eu"], input=script, text=True, capture_output=True, cwd=path, check=False
    )
    assert not done.returncode, done.stderr


def test_a_detached_head(top, capsys):
    run_git(top, "checkout", "-q", "--detach")
    assert run(["init", "--yes"]) == 0
    assert "git switch -c adopt-undersign" in capsys.readouterr().out
    assert "branches: [main]" in (top / ".github/workflows/undersign.yml").read_text()


def test_on_a_branch_of_its_own(top, capsys):
    run_git(top, "switch", "-q", "-c", "topic")
    assert run(["init", "--yes"]) == 0
    followed = commands(capsys.readouterr().out)
    assert not any("switch" in line for line in followed)
    assert any(line.endswith("verify main..HEAD") for line in followed)


def test_below_the_top(top, capsys, monkeypatch):
    (top / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(top / "a" / "b")
    assert run(["init", "--yes"]) == 0
    assert (top / "undersign.toml").exists()
    assert commands(capsys.readouterr().out)[0] == f"cd {top}"


def refused(capsys, *options):
    """What it says where it could not do it: exit code 2."""
    with pytest.raises(UndersignError) as raised:
        run(["init", "--yes", *options])
    assert raised.value.remedy
    return raised.value.message


def test_a_bare_repository(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(Repository(tmp_path / "bare", bare=True).path)
    assert "this repository is bare" in refused(capsys)


def test_no_repository(tmp_path, capsys):
    assert "not a git repository" in refused(capsys, "-C", str(tmp_path))


@pytest.mark.parametrize("name", [".pre-commit-config.yaml", ".github", "undersign.toml"])
def test_a_link_out_of_the_repository(top, tmp_path, capsys, name):
    outside = tmp_path / "outside"
    (outside / "workflows").mkdir(parents=True)
    target = outside if name == ".github" else outside / "config"
    if name != ".github":
        target.write_text(CONFIG)
    (top / name).symlink_to(target)
    before = contents(top), contents(outside)
    if name == "undersign.toml":
        assert run(["init", "--yes"]) == 0  # what is there is a policy, and is left
    else:
        assert "leads out of" in refused(capsys)
        assert contents(top) == before[0]
    assert contents(outside) == before[1]


def test_what_is_not_understood_changes_nothing_at_all(top, capsys):
    (top / ".pre-commit-config.yaml").write_text("repos:\n\t- x\n")
    before = contents(top)
    assert ".pre-commit-config.yaml: line 2, column 1: not YAML" in refused(capsys)
    assert contents(top) == before


def test_a_failed_write_leaves_everything_as_it_was(top, capsys):
    (top / ".pre-commit-config.yaml").write_bytes(CONFIG.replace("\n", "\r\n").encode())
    (top / ".github").mkdir()
    (top / ".github" / "workflows").write_text("a file where a folder has to be")
    before = contents(top)
    assert "cannot be" in refused(capsys)
    assert contents(top) == before


@pytest.mark.skipif(os.name == "nt", reason="there are no limits of a process there")
def test_a_write_that_fails_undoes_those_before_it(top):
    """The policy is short enough for the limit, the hooks are not."""
    import resource

    (top / ".pre-commit-config.yaml").write_text(CONFIG)
    before = contents(top)
    done = subprocess.run(
        [sys.executable, "-B", *COMMAND[1:], "--yes"],
        cwd=top,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert ".pre-commit-config.yaml cannot be written: File too large" in done.stderr
    assert contents(top) == before


@pytest.mark.skipif(os.name == "nt", reason="a script of the shell")
def test_nothing_of_the_repository_is_run(top, tmp_path):
    monitor = tmp_path / "monitor"
    monitor.write_text(f"#!/bin/sh\ntouch '{monitor}.called'\n")
    monitor.chmod(0o755)
    run_git(top, "config", "core.fsmonitor", str(monitor))
    assert run(["init", "--yes"]) == 0
    assert not (tmp_path / "monitor.called").exists()


def test_a_stop_between_two_files_undoes_the_first(top):
    def files():
        yield Planned("new/a", made("a"))
        yield Planned("README", Change("read me\n", "b"))
        signal.raise_signal(signal.SIGINT)

    before = contents(top)
    with pytest.raises(KeyboardInterrupt):
        _write(str(top), files())
    assert contents(top) == before
    assert not (top / "new").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(top, capsys):
    (top / ".github").mkdir(mode=0o500)
    before = contents(top)
    assert "cannot be written" in refused(capsys)
    assert contents(top) == before


def test_an_ignored_file_in_the_way(top, capsys):
    (top / ".gitignore").write_text("undersign.toml\n")
    (top / "undersign.toml").write_text("")
    before = contents(top)
    assert "undersign.toml is there" in refused(capsys)
    assert contents(top) == before


def test_a_tracked_file_that_is_not_checked_out(top, capsys):
    (top / ".pre-commit-config.yaml").write_text(CONFIG)
    run_git(top, "add", "-A")
    (top / ".pre-commit-config.yaml").unlink()
    assert "not in the work tree" in refused(capsys)
    assert set(contents(top)) == {"README"}


def test_an_unknown_forge(top, capsys):
    assert "--forge takes github" in refused(capsys, "--forge", "gitlub")


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        (["--no-policy"], "undersign.toml"),
        (["--no-hooks"], ".pre-commit-config.yaml"),
        (["--no-ci"], ".github/workflows/undersign.yml"),
        (["--no-codeowners"], ".github/CODEOWNERS"),
    ],
)
def test_parts_can_be_left_out(top, options, missing, capsys):
    assert run(["init", "--yes", *options]) == 0
    assert ("pre-commit install" in capsys.readouterr().out) == (options != ["--no-hooks"])
    assert set(WRITTEN) - set(contents(top)) == {missing}


def test_hostile_names_are_shown_escaped(top, capsys):
    (top / ".github").mkdir()
    (top / ".github" / "copilot-instructions.md").write_text("")
    run_git(top, "config", "core.hooksPath", "\x1b[2Jhooks")
    assert run(["init", "--dry-run"]) == 0
    captured = capsys.readouterr()
    assert "\x1b" not in captured.out + captured.err
    assert "assistant: copilot" in captured.out
