"""`undersign verify`: what was typed, what is printed where, and the exit code."""

import json
import os

import jsonschema
import pytest

from tests.repositories import CLAUDE, CONTEXT, DISCLOSED, MODEL, Repository, message
from trailers.output.json_v1 import report_schema


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """base, then a clean commit, one with an error, one with a warning; `clean` is the first of them."""
    repository = Repository(tmp_path_factory.mktemp("verify") / "repository")
    repository.commit("The beginning\n")
    repository.branch("base")
    repository.commit(message(DISCLOSED))
    repository.branch("clean")
    repository.commit(message(MODEL, CONTEXT))
    repository.commit(message(DISCLOSED, body="---"))
    return repository.path


class TestExitCodes:
    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            pytest.param(["base..clean"], 0, id="clean"),
            pytest.param(["base..main"], 1, id="findings"),
            pytest.param(["main^..main"], 0, id="a warning"),
            pytest.param(["main^..main", "--strict"], 1, id="a warning, strict"),
            pytest.param(["base..clean", "--strict"], 0, id="clean, strict"),
            pytest.param(["main"], 0, id="one commit"),
            pytest.param(["--all"], 1, id="all"),
            pytest.param(["--all", "clean"], 0, id="all of a revision"),
            pytest.param(["--base", "base", "clean"], 0, id="a base and an end"),
            pytest.param(["--base", "base"], 1, id="a base"),
            pytest.param(["base..base", "--allow-empty-range"], 0, id="empty, allowed"),
            pytest.param(["base..base"], 2, id="empty"),
            pytest.param(["nobody..main"], 2, id="no such base"),
            pytest.param(["--", "-x"], 2, id="a dash"),
            pytest.param([], 2, id="no upstream"),
            pytest.param(["--all", "--base", "base"], 2, id="all has no base"),
            pytest.param(["--base", "base", "a..b"], 2, id="two bases"),
            pytest.param(["main", "--stage", "later"], 2, id="no such stage"),
            pytest.param(["main", "--format", "yaml"], 2, id="no such format"),
            pytest.param(["main", "--color", "pink"], 2, id="no such colour"),
            pytest.param(["main", "--output", "/nowhere/report"], 2, id="no such folder"),
            pytest.param(["main", "--output", "/"], 2, id="a folder"),
            pytest.param(["main", "--pr-body", "/nowhere"], 2, id="no such text"),
            pytest.param(["main", "--nonsense"], 2, id="no such option"),
            pytest.param(["main", "more"], 2, id="too much"),
        ],
    )
    def test_codes(self, undersign, path, arguments, code):
        found, output, error = undersign("verify", "-C", path, *arguments)
        assert found == code
        if code == 2:
            assert output == b""
            assert error.startswith((b"undersign: ", b"Usage: "))
        else:
            assert output.rstrip().split(b"\n")[-1].split(b" ")[2] == b"checked,"
            assert error == b""

    def test_what_stopped_it_is_told_with_a_remedy(self, undersign, path):
        _, _, error = undersign("verify", "-C", path, "base..base")
        assert error.decode().split("\n") == [
            "undersign: there is no commit in base..base: nothing was checked",
            "  fix: if that is right: --allow-empty-range",
            "",
        ]

    def test_stages(self, undersign, path):
        code, output, _ = undersign("verify", "-C", path, "base..main", "--stage", "review")
        assert (code, b"US103" in output) == (1, True)


class TestPlaces:
    def test_not_a_repository(self, undersign, tmp_path):
        code, output, error = undersign("verify", "-C", tmp_path, "HEAD")
        assert (code, output) == (2, b"")
        assert f"undersign: not a git repository: {tmp_path}".encode() in error
        assert b"fix: run it inside one, or name one with -C DIRECTORY" in error

    @pytest.mark.parametrize("name", ["nowhere", "file"])
    def test_not_a_directory(self, undersign, tmp_path, name):
        (tmp_path / "file").write_text("")
        code, _, error = undersign("verify", "-C", tmp_path / name, "HEAD")
        assert code == 2
        assert f"no such directory: {tmp_path / name}".encode() in error

    def test_a_bare_repository(self, undersign, tmp_path):
        repository = Repository(tmp_path, bare=True)
        repository.commit("one\n")
        repository.commit(message(DISCLOSED))
        code, output, _ = undersign("verify", "-C", tmp_path, "main^..main")
        assert (code, b"1 commit checked, 1 AI-assisted, 0 findings" in output) == (0, True)

    def test_an_empty_repository(self, undersign, tmp_path):
        Repository(tmp_path)
        assert undersign("verify", "-C", tmp_path)[0] == 2
        assert undersign("verify", "-C", tmp_path, "--all")[0] == 2

    def test_a_folder_in_the_work_tree(self, undersign, tmp_path):
        repository = Repository(tmp_path)
        repository.commit("one\n", files={"a/b": "1"})
        repository.check_out()
        code, output, _ = undersign("verify", "-C", tmp_path / "a", "HEAD")
        assert (code, b"1 commit checked" in output) == (0, True)

    def test_a_linked_work_tree(self, undersign, path, tmp_path):
        Repository.git(_At(path), "worktree", "add", "-q", "--detach", str(tmp_path / "linked"), "main")
        assert undersign("verify", "-C", tmp_path / "linked", "base..HEAD")[0] == 1

    def test_a_repository_of_somebody_else(self, undersign, tmp_path):
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            pytest.skip("only root can give a folder away")
        repository = Repository(tmp_path)
        repository.commit("one\n")
        for folder in (tmp_path, tmp_path / ".git"):
            os.chown(folder, 12345, 12345)
        code, _, error = undersign("verify", "-C", tmp_path, "HEAD")
        assert code == 2
        assert b"git refuses the repository" in error
        assert f"fix: git config --global --add safe.directory {tmp_path}".encode() in error

    def test_a_hooks_variables_do_not_lead_elsewhere(self, undersign, path, tmp_path, monkeypatch):
        other = Repository(tmp_path)
        other.commit(message(MODEL))
        monkeypatch.setenv("GIT_DIR", str(tmp_path / ".git"))
        monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
        code, output, _ = undersign("verify", "-C", path, "base..clean")
        assert (code, b"1 commit checked" in output) == (0, True)

    def test_without_a_directory_git_dir_counts(self, undersign, path, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("GIT_DIR", str(path / ".git"))
        assert undersign("verify", "base..clean")[0] == 0


class _At:
    def __init__(self, path):
        self.path = path


class TestOutput:
    def test_json_follows_its_schema(self, undersign, path):
        code, output, _ = undersign("verify", "-C", path, "base..main", "--format", "json")
        report = json.loads(output)
        jsonschema.validate(report, json.loads(report_schema()), format_checker=jsonschema.FormatChecker())
        assert (code, report["verdict"], report["schema"]) == (1, "findings", "undersign-report/1")
        assert [commit["verdict"] for commit in report["commits"]] == ["clean", "findings", "clean"]

    def test_the_schema_is_printed(self, undersign):
        code, output, _ = undersign("verify", "--schema")
        assert code == 0
        jsonschema.Draft202012Validator.check_schema(json.loads(output))

    def test_the_schema_refuses_what_is_no_report(self, undersign, path):
        _, output, _ = undersign("verify", "-C", path, "main", "--format", "json")
        report = json.loads(output)
        schema = json.loads(report_schema())
        for name in report:
            broken = {key: value for key, value in report.items() if key != name}
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(broken, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**report, "more": 1}, schema)

    def test_the_same_input_gives_the_same_bytes(self, undersign, path):
        once = undersign("verify", "-C", path, "--all", "--format", "json")
        assert undersign("verify", "-C", path, "--all", "--format", "json") == once

    @pytest.mark.parametrize("format_", ["text", "json"])
    def test_into_a_file(self, undersign, path, tmp_path, format_):
        _, expected, _ = undersign("verify", "-C", path, "base..main", "--format", format_)
        file = tmp_path / "report"
        file.write_text("an older and longer report\n" * 200)
        code, output, _ = undersign(
            "verify", "-C", path, "base..main", "--format", format_, "--output", file, "--color", "always"
        )
        assert (code, output, file.read_bytes()) == (1, b"", expected)

    @pytest.mark.parametrize(
        ("environ", "arguments", "coloured"),
        [
            pytest.param("", "", False, id="no terminal"),
            pytest.param("FORCE_COLOR=1", "", True, id="FORCE_COLOR"),
            pytest.param("FORCE_COLOR=0", "", True, id="FORCE_COLOR, whatever it says"),
            pytest.param("FORCE_COLOR=", "", False, id="FORCE_COLOR, empty"),
            pytest.param("NO_COLOR=1 FORCE_COLOR=1", "", False, id="NO_COLOR goes first"),
            pytest.param("NO_COLOR= FORCE_COLOR=1", "", True, id="NO_COLOR, empty"),
            pytest.param("NO_COLOR=1", "--color always", True, id="--color always"),
            pytest.param("FORCE_COLOR=1", "--color never", False, id="--color never"),
            pytest.param("FORCE_COLOR=1", "--format json", False, id="JSON has none"),
        ],
    )
    def test_colours(self, spawned, path, environ, arguments, coloured):
        variables = dict(pair.split("=") for pair in environ.split())
        process = spawned("verify", "-C", path, "base..main", *arguments.split(), environ=variables)
        output, _ = process.communicate()
        assert (b"\033[" in output) is coloured


class TestContinuousIntegration:
    def test_the_range_comes_from_the_environment(self, undersign, path, tmp_path, monkeypatch):
        git = Repository.git
        ends = {end: git(_At(path), "rev-parse", end) for end in ("base", "main")}
        event = {
            "pull_request": {"base": {"sha": ends["base"]}, "head": {"sha": ends["main"], "ref": "topic"}}
        }
        (tmp_path / "event.json").write_text(json.dumps(event))
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
        code, output, _ = undersign("verify", "-C", path)
        assert (code, b"3 commits checked" in output) == (1, True)
        # what is typed goes before it
        assert undersign("verify", "-C", path, "base..clean")[0] == 0

    def test_an_assistants_branch(self, undersign, path, tmp_path, monkeypatch):
        git = Repository.git
        event = {
            "pull_request": {
                "base": {"sha": git(_At(path), "rev-parse", "base")},
                "head": {"sha": git(_At(path), "rev-parse", "clean"), "ref": "copilot/fix-1"},
            }
        }
        (tmp_path / "event.json").write_text(json.dumps(event))
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
        assert undersign("verify", "-C", path)[0] == 0

    @pytest.mark.parametrize(
        ("environ", "words"),
        [
            pytest.param({"CIRCLECI": "true"}, b"--base", id="CircleCI"),
            pytest.param(
                {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "schedule", "GITHUB_EVENT_PATH": "x"},
                b"--base",
                id="a schedule",
            ),
            pytest.param(
                {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": "/nowhere"},
                b"event file cannot be read",
                id="no event file",
            ),
        ],
    )
    def test_no_base_is_never_guessed(self, undersign, path, monkeypatch, environ, words):
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        code, output, error = undersign("verify", "-C", path)
        assert (code, output) == (2, b"")
        assert words in error

    def test_a_deleted_branch_is_told_in_every_format(self, undersign, path, tmp_path, monkeypatch):
        event = {
            "before": "1" * 40,
            "after": "0" * 40,
            "ref": "refs/heads/x",
            "deleted": True,
            "repository": {"default_branch": "main"},
        }
        (tmp_path / "event.json").write_text(json.dumps(event))
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_EVENT_NAME", "push")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
        code, output, _ = undersign("verify", "-C", path, "--format", "json")
        report = json.loads(output)
        jsonschema.validate(report, json.loads(report_schema()))
        assert (code, report["checked"]["commits"], report["verdict"]) == (0, 0, "clean")
        assert "the push deletes a branch or tag" in report["policy"]["source"]


class TestPullRequestText:
    @pytest.mark.parametrize(
        ("text", "expected", "words"),
        [
            pytest.param("", 1, b"holds no disclosure", id="nothing"),
            pytest.param(f"### AI disclosure\n\n- {MODEL}", 1, b"names no prompt context", id="half"),
            pytest.param(f"### AI disclosure\n\n{DISCLOSED}", 0, b"0 findings", id="noop"),
            pytest.param(
                f"<!-- \n### AI disclosure\n\n{DISCLOSED}-->\n", 1, b"holds no disclosure", id="a comment"
            ),
        ],
    )
    def test_the_block(self, undersign, repository, text, expected, words):
        repository.commit("one\n", files={"undersign.toml": '[disclosure]\nprofile = "pr-body"\n'})
        repository.commit("x\n", author=CLAUDE)
        body = repository.path / "body.md"
        body.write_text(text)
        code, output, _ = undersign("verify", "-C", repository.path, "main^..main", "--pr-body", body)
        assert code == expected
        assert words in output
