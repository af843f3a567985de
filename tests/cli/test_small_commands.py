"""`undersign rule`, `undersign policy`, `--version` and `--help`."""

import json
import tomllib

import jsonschema
import pytest

from tests.repositories import Repository
from trailers.verify.registry import RULES
from trailers.version import VERSION


class TestRule:
    @pytest.mark.parametrize("identifier", list(RULES))
    def test_a_page(self, undersign, identifier):
        rule = RULES[identifier]
        code, output, _ = undersign("rule", identifier)
        text = output.decode()
        assert code == 0
        assert text.startswith(f"{identifier} {rule.name} ({rule.severity})\n\n")
        assert rule.page.strip() in text
        assert undersign("rule", rule.name)[1] == output == undersign("rule", identifier.lower())[1]

    def test_the_list(self, undersign):
        code, output, _ = undersign("rule")
        lines = output.decode().split("\n")[:-1]
        assert code == 0
        assert [line.split()[0] for line in lines] == list(RULES)
        assert [line.split()[2] for line in lines] == [rule.name for rule in RULES.values()]

    @pytest.mark.parametrize("name", ["US999", "nothing", "US10", ""])
    def test_no_such_rule(self, undersign, name):
        code, output, error = undersign("rule", name) if name else (2, b"", b"there is no rule")
        assert (code, output) == (2, b"")
        assert b"there is no rule" in error


class TestPolicy:
    @pytest.fixture
    def work(self, tmp_path):
        repository = Repository(tmp_path)
        (tmp_path / "src").mkdir()
        return repository

    def test_show(self, undersign, work):
        (work.path / "undersign.toml").write_text('[disclosure]\nmode = "explicit"\n')
        for folder in (work.path, work.path / "src"):
            code, output, _ = undersign("policy", "show", "-C", folder)
            shown = tomllib.loads(output.decode())
            assert (code, shown["disclosure"]["mode"]) == (0, "explicit")
            assert shown["approver"] == {"rule": "human", "due": "commit"}

    def test_what_is_shown_is_a_policy_that_says_the_same(self, undersign, work):
        (work.path / "undersign.toml").write_text('[approver]\nrule = "other"\n[severity]\nUS115 = "off"\n')
        _, output, _ = undersign("policy", "show", "-C", work.path)
        (work.path / "undersign.toml").write_bytes(output)
        assert undersign("policy", "show", "-C", work.path)[1].split(b"\n")[1:] == output.split(b"\n")[1:]

    def test_show_the_defaults(self, undersign, work):
        code, output, _ = undersign("policy", "show", "-C", work.path)
        assert code == 0
        assert output.startswith(b"# from the defaults\n")

    @pytest.mark.parametrize(
        ("text", "code", "words"),
        [
            pytest.param("", 0, "undersign.toml: no mistakes", id="empty"),
            pytest.param('[disclosure]\nmode = "forbid"\n', 0, "no mistakes", id="noop"),
            pytest.param("[disclosure]\nmoed = 1\nkeys = 2\n", 2, "moed", id="two mistakes, the first"),
            pytest.param(
                "[disclosure]\nmoed = 1\nkeys = 2\n", 2, "disclosure.keys", id="two mistakes, the other"
            ),
            pytest.param("x = \n", 2, "undersign.toml:1: not TOML", id="no TOML"),
            pytest.param("[severity]\nUS999 = 'off'\n", 2, "there is no such rule", id="no rule"),
        ],
    )
    def test_check(self, undersign, work, text, code, words):
        (work.path / "undersign.toml").write_text(text)
        found, output, error = undersign("policy", "check", "-C", work.path)
        assert found == code
        assert words in (error if code else output).decode()

    def test_check_two_policies(self, undersign, work):
        (work.path / "undersign.toml").write_text("")
        (work.path / "pyproject.toml").write_text("[tool.undersign]\n")
        code, _, error = undersign("policy", "check", "-C", work.path)
        assert code == 2
        assert b"there are two policies" in error

    def test_schema(self, undersign):
        code, output, _ = undersign("policy", "schema")
        schema = json.loads(output)
        assert code == 0
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate({"severity": {"US101": "off", "undisclosed-assistance": "note"}}, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"severity": {"US999": "off"}}, schema)

    @pytest.mark.parametrize("command", ["show", "check"])
    def test_no_work_tree(self, undersign, tmp_path, command):
        for folder in (tmp_path / "nothing", Repository(tmp_path / "bare", bare=True).path):
            folder.mkdir(exist_ok=True)
            code, output, error = undersign("policy", command, "-C", folder)
            assert (code, output) == (2, b"")
            assert b"no work tree here" in error


class TestHelp:
    @pytest.mark.parametrize("option", ["--help", "-h"])
    @pytest.mark.parametrize(
        "command",
        ["", "verify", "rule", "policy", "policy show", "trailers", "trailers parse", "trailers convert"],
    )
    def test_help(self, undersign, command, option):
        code, output, error = undersign(*command.split(), option)
        assert (code, error) == (0, b"")
        assert b"Usage: undersign" in output

    @pytest.mark.parametrize(
        "command", ["", "trailers", "policy", "owners", "secrets", "secrets baseline", "context"]
    )
    def test_the_list_of_commands_cuts_no_line(self, undersign, command):
        lines = undersign(*command.split(), "--help")[1].decode().splitlines()
        listed = lines[lines.index("Commands:") + 1 :]
        assert listed
        assert not [line for line in listed if line.endswith("...")]

    def test_no_command(self, undersign):
        code, output, error = undersign()
        assert code == 2
        assert b"Usage: undersign" in output + error

    def test_version(self, undersign):
        assert undersign("--version") == (0, f"undersign {VERSION}\n".encode(), b"")

    def test_no_such_command(self, undersign):
        code, output, error = undersign("verfiy")
        assert (code, output) == (2, b"")
        assert b"verfiy" in error
