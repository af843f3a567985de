"""commit-msg: what is judged, what is written, and how it ends."""

import os
import subprocess
import sys

import pytest

from hooks.disclosure import main
from tests.repositories import APPROVED, CONTEXT, DISCLOSED, JANE, JOHN, MODEL, NONE, Repository, message

SCISSORS = (
    "# ------------------------ >8 ------------------------\n# Do not modify or remove the line above.\n"
)


@pytest.fixture
def work(tmp_path, monkeypatch):
    repository = Repository(tmp_path / "work")
    repository.commit("one\n", files={"a": "1", "src/b": "1"})
    repository.check_out()
    monkeypatch.chdir(repository.path)
    monkeypatch.setenv("GIT_EDITOR", ":")
    return repository


@pytest.fixture
def hook(work, capsys):
    """Run the hook on a message: exit code, what it prints, and the message afterwards."""

    def run(text, *arguments):
        file = work.git_directory / "COMMIT_EDITMSG"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main([*arguments, str(file)])
        printed = capsys.readouterr()
        return code, printed.out + printed.err, file.read_bytes().decode("utf-8", "surrogateescape")

    return run


class TestJudging:
    def test_a_clean_message(self, hook):
        assert hook(message(DISCLOSED)) == (0, "", message(DISCLOSED))

    def test_findings_are_told_with_their_remedies(self, hook):
        code, output, text = hook(message(MODEL))
        assert (code, text) == (1, message(MODEL))
        assert output.startswith(
            "error US102: no AI-Context says from which conversation it comes\n  fix: add to the last"
        )
        assert "the message is kept: git commit -e -F " in output
        assert "   # and -a or --amend, if you gave it; a rule's page: " in output
        assert "undersign rule US102" in output

    def test_an_empty_message_is_gits_to_refuse(self, hook):
        assert hook("")[0] == 0
        assert hook("# only\n# comments\n")[0] == 0

    @pytest.mark.parametrize(
        ("config", "editor", "text", "expected"),
        [
            pytest.param({}, "vi", f"A\n\n# {MODEL}", 0, id="a comment, in the editor"),
            pytest.param({}, "vi", f"A\n\n{DISCLOSED}\n# Please enter\n", 0, id="comments below"),
            pytest.param(
                {"core.commentChar": ";"},
                "vi",
                f"A\n\n{DISCLOSED}\n; Please enter\n",
                0,
                id="another character",
            ),
            pytest.param({}, "vi", f"{message(DISCLOSED)}{SCISSORS}diff\n+Closes #12\n", 0, id="commit -v"),
            pytest.param({}, "vi", f"A\n\n{SCISSORS}{DISCLOSED}", 0, id="all below the scissors"),
            pytest.param({}, ":", message(MODEL), 1, id="no editor"),
            pytest.param(
                {"commit.cleanup": "verbatim"}, ":", f"\n\n{message(DISCLOSED)}\n\n", 0, id="verbatim"
            ),
            pytest.param(
                {"i18n.commitEncoding": "ISO-8859-1"},
                ":",
                message(DISCLOSED, body="caf\udce9"),
                0,
                id="Latin-1",
            ),
            pytest.param(
                {}, ":", message(DISCLOSED, body="caf\udce9"), 0, id="no UTF-8: git takes it for Latin-1"
            ),
            pytest.param({"trailer.separators": "#"}, ":", message(DISCLOSED), 0, id="other separators"),
        ],
    )
    def test_what_git_will_store(self, hook, work, monkeypatch, config, editor, text, expected):  # noqa: PLR0917
        for name, value in config.items():
            work.git("config", name, value)
        monkeypatch.setenv("GIT_EDITOR", editor)
        assert hook(text.encode("utf-8", "surrogateescape"))[0] == expected

    def test_hostile_text_is_not_printed_raw(self, hook):
        _, output, _ = hook(f"A\n\nAssisted-by: Claude-Code:x\x1b[31m\u202e\n\n{MODEL}\x1b]0;t\x07\n")
        assert not set(output) & set("\x1b\x07\u202e")

    @pytest.mark.parametrize("rule", ["other", "owner"])
    def test_other_asks_who_commits(self, hook, work, monkeypatch, rule):
        (work.path / "undersign.toml").write_text(f'[approver]\nrule = "{rule}"\ndue = "commit"\n')
        assert hook(message(MODEL, CONTEXT, f"Approved-by: {JANE}\n"))[0] == 1
        assert hook(message(MODEL, CONTEXT, f"Approved-by: {JOHN}\n"))[0] == 0
        monkeypatch.setenv("GIT_AUTHOR_NAME", "John Keats")
        monkeypatch.setenv("GIT_AUTHOR_EMAIL", "john@keats.test")
        assert hook(message(MODEL, CONTEXT, f"Approved-by: {JOHN}\n"))[0] == 1

    @pytest.mark.parametrize("rule", ["other", "owner"])
    def test_the_work_trees_mailmap_says_who_is_who(self, hook, work, rule):
        (work.path / "undersign.toml").write_text(f'[approver]\nrule = "{rule}"\ndue = "commit"\n')
        text = message(MODEL, CONTEXT, "Approved-by: Jane Austen <jane@home.test>\n")
        assert hook(text)[0] == 0
        (work.path / ".mailmap").write_text("<jane@austen.test> <jane@home.test>\n")
        assert hook(text)[0] == 1

    @pytest.mark.parametrize(("name", "expected"), [("src/new", 1), ("docs/new", 0)])
    def test_models_by_path(self, hook, work, name, expected):
        policy = '[models]\ndenied = [{ model = "claude-*", paths = ["src/**"] }]\n'
        (work.path / "undersign.toml").write_text(policy)
        (work.path / name).parent.mkdir(exist_ok=True)
        (work.path / name).write_text("x")
        work.git("add", name)
        work.git("config", "diff.relative", "true")
        assert hook(message(DISCLOSED))[0] == expected

    def test_explicit_mode_and_a_merge(self, hook, work):
        (work.path / "undersign.toml").write_text('[disclosure]\nmode = "explicit"\n')
        assert hook("Merge x\n")[0] == 1
        (work.git_directory / "MERGE_HEAD").write_text(work.tip("main") + "\n")
        assert hook("Merge x\n")[0] == 0


class TestFixing:
    @pytest.mark.parametrize(
        ("text", "expected", "code"),
        [
            pytest.param(message(DISCLOSED), message(DISCLOSED), 0, id="noop"),
            pytest.param("A\r\n\r\nx\r\n", "A\r\n\r\nx\r\n", 0, id="noop, byte for byte"),
            pytest.param(f"A\n\n{DISCLOSED}Closes #12\n", f"A\n\nCloses #12\n\n{DISCLOSED}", 0, id="spoilt"),
            pytest.param(
                f"A\n\n{MODEL}\nMore.\n", f"A\n\nMore.\n\n{MODEL}", 1, id="mended, and not all is there"
            ),
            pytest.param(message(MODEL), message(MODEL), 1, id="nothing to mend"),
            pytest.param("A\n\nAssisted by: the team\n", "A\n\nAssisted by: the team\n", 0, id="noop, prose"),
        ],
    )
    def test_fix(self, hook, text, expected, code):
        found, output, after = hook(text, "--fix")
        assert (found, after) == (code, expected)
        assert ("is now" in output) == (text != expected)

    def test_the_file_keeps_its_mode(self, hook, work):
        (work.git_directory / "COMMIT_EDITMSG").touch(mode=0o640)
        hook(f"A\n\n{DISCLOSED}Closes #12\n", "--fix")
        assert (work.git_directory / "COMMIT_EDITMSG").stat().st_mode & 0o777 == 0o640

    def test_without_it_the_message_stays(self, hook):
        text = f"A\n\n{DISCLOSED}Closes #12\n"
        code, output, after = hook(text)
        assert (code, after) == (1, text)
        assert "would be a trailer if line 6" in output

    def test_the_option_may_stand_behind(self, hook, work, capsys):
        file = work.git_directory / "MSG"
        file.write_text(f"A\n\n{DISCLOSED}Closes #12\n")
        assert main([str(file), "--fix"]) == 0
        assert "is now" in capsys.readouterr().out


class TestWhatCannotBeChecked:
    def test_no_such_file(self, work, capsys):
        assert main(["nothing"]) == 2
        assert "nothing cannot be read" in capsys.readouterr().err

    @pytest.mark.parametrize("policy", ["x = ", "[disclosure]\nmoed = 1\n", "requires = '>=99'\n"])
    def test_a_broken_policy(self, hook, work, policy):
        (work.path / "undersign.toml").write_text(policy)
        code, output, text = hook(message(DISCLOSED))
        assert (code, text) == (2, message(DISCLOSED))
        assert "undersign: undersign.toml" in output

    def test_an_unknown_clean_up(self, hook, work):
        work.git("config", "commit.cleanup", "sometimes")
        code, output, _ = hook(message(DISCLOSED))
        assert code == 2
        assert "commit.cleanup is 'sometimes'" in output

    def test_no_git(self, hook, monkeypatch, tmp_path):
        monkeypatch.setenv("PATH", str(tmp_path))
        code, output, _ = hook(message(DISCLOSED))
        assert code == 2
        assert "git was not found on PATH" in output

    @pytest.mark.parametrize("arguments", [[], ["a", "b"], ["--nonsense", "a"]])
    def test_usage(self, work, capsys, arguments):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2
        assert "usage: ai-disclosure" in capsys.readouterr().err

    def test_help(self, work, capsys):
        with pytest.raises(SystemExit) as caught:
            main(["--help"])
        assert caught.value.code == 0
        assert "--fix" in capsys.readouterr().out


def test_a_repository_with_modules_of_our_names(work):
    """A `hooks` package and a `trailers.py` in the repository, and PYTHONPATH=.: ours still runs."""
    (work.path / "hooks").mkdir()
    for name in ("hooks/__init__.py", "hooks/disclosure.py", "trailers.py", "sitecustomize.py", "typing.py"):
        (work.path / name).write_text("raise SystemExit(0)\n")
    (work.git_directory / "MSG").write_text(message(MODEL))
    command = [sys.executable, "-I", "-m", "hooks.disclosure", ".git/MSG"]
    done = subprocess.run(
        command, cwd=work.path, env={**os.environ, "PYTHONPATH": "."}, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"error US102" in done.stdout


def test_it_ends_with_its_exit_code_as_a_process(work):
    for text, code in ((message(DISCLOSED), 0), (message(NONE, APPROVED), 0), (message(MODEL), 1)):
        (work.git_directory / "MSG").write_text(text)
        command = [sys.executable, "-I", "-m", "hooks.disclosure", ".git/MSG"]
        assert subprocess.run(command, cwd=work.path, capture_output=True, check=False).returncode == code
