"""`undersign mcp`, asked by the client of the official package over standard input and output."""

import json
import subprocess
import sys

import pytest

from tests.repositories import CONTEXT, DISCLOSED, MODEL, Repository, message, run_git

pytest.importorskip("mcp", reason="the extra `mcp` is not installed")

NAMES = ["suggest_trailers", "check_message", "explain_rule", "verify_range", "required_approvals"]
COMMAND = ["-I", "-m", "trailers", "mcp"]


@pytest.fixture(scope="module", params=["auto", "legacy"])
def asked(serving, history, request):
    return serving(history.path, mode=request.param, CLAUDECODE="1")


class TestOverStdio:
    """Every tool, over standard input and output, by both eras of the protocol."""

    def test_the_tools(self, asked):
        tools = asked.list()
        assert [tool.name for tool in tools] == NAMES
        for tool in tools:
            assert len(tool.description) > 100
            assert tool.annotations.read_only_hint
            assert tool.input_schema["additionalProperties"] is False
            assert tool.output_schema["type"] == "object"

    def test_each_tool(self, asked, history):
        assert asked("suggest_trailers")["trailers"] == ["Assisted-by: Claude-Code:unknown"]
        assert asked("check_message", message=message(MODEL, CONTEXT))["report"]["verdict"] == "clean"
        assert asked("explain_rule", rule="US101")["id"] == "US101"
        assert asked("verify_range", range="base..HEAD")["report"]["checked"]["commits"] == 2
        assert len(asked("required_approvals", range="base..HEAD")["waiting"]) == 2

    @pytest.mark.parametrize(
        ("name", "arguments", "told"),
        [
            ("explain_rule", {"rule": "US999"}, "there is no rule"),
            ("verify_range", {"range": "nothing..HEAD"}, "there is no commit named"),
            ("verify_range", {"range": "--all"}, "there is no commit named"),
            ("check_message", {"message": "x" * 10_000_000}, "10,000,000 characters"),
            ("check_message", {}, "is missing"),
            ("approve", {}, "there is no such tool"),
        ],
    )
    def test_bad_input(self, asked, name, arguments, told):
        assert told in asked.refused(name, **arguments)
        assert asked("explain_rule", rule="US101")["id"] == "US101"

    def test_the_repository_is_the_servers(self, serving, history, tmp_path):
        other = Repository(tmp_path / "other")
        other.commit("Aside\n")
        ask = serving(history.path, GIT_DIR=str(other.git_directory), GIT_WORK_TREE=str(other.path))
        assert history.silent in {
            found["commit"] for found in ask("verify_range", range="HEAD")["report"]["findings"]
        }


class TestProtocol:
    def test_nothing_else_is_printed(self, history):
        lines = [
            {"id": 1, "method": "initialize", "params": INITIALIZE},
            {"method": "notifications/initialized"},
            {"id": 2, "method": "tools/list"},
            {
                "id": 3,
                "method": "tools/call",
                "params": {"name": "verify_range", "arguments": {"range": "HEAD"}},
            },
            {
                "id": 4,
                "method": "tools/call",
                "params": {"name": "verify_range", "arguments": {"range": "-x"}},
            },
        ]
        done = spoken([json.dumps({"jsonrpc": "2.0", **line}) for line in lines], history.path, expect=4)
        answers = [json.loads(line) for line in done]
        assert sorted(answer["id"] for answer in answers) == [1, 2, 3, 4]
        assert all(answer["jsonrpc"] == "2.0" for answer in answers)

    def test_what_is_no_protocol_does_not_end_it(self, history):
        lines = [
            "no json",
            '{"jsonrpc": "2.0"}',
            "[]",
            "\0",
            json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": INITIALIZE}),
        ]
        answers = [json.loads(line) for line in spoken(lines, history.path, expect=1)]
        assert answers[-1]["id"] == 1
        assert answers[-1]["result"]["serverInfo"]["name"] == "undersign"

    def test_nothing_is_written(self, serving, history):
        before = stored(history)
        ask = serving(history.path)
        ask("suggest_trailers")
        ask("check_message", message=message(DISCLOSED))
        ask("verify_range", range="base..HEAD")
        ask("required_approvals", range="base..HEAD")
        assert stored(history) == before


INITIALIZE = {
    "protocolVersion": "2025-06-18",
    "capabilities": {},
    "clientInfo": {"name": "test", "version": "1"},
}


def spoken(lines, directory, expect, start=COMMAND):
    """The lines that the server prints in answer to these, until it has printed as many."""
    command = [sys.executable, *start, "-C", str(directory)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as server:
        server.stdin.write(("\n".join(lines) + "\n").encode())
        server.stdin.flush()
        printed = []
        while sum(b'"id":' in line and b'"id":null' not in line for line in printed) < expect:
            line = server.stdout.readline()
            assert line, server.stderr.read()
            printed.append(line)
        server.stdin.close()
        printed += server.stdout.read().splitlines()
        assert server.wait(30) == 0
    return printed


def stored(repository):
    """Every file of the repository, with its bytes."""
    return {path: path.read_bytes() for path in sorted(repository.path.rglob("*")) if path.is_file()}


class TestWhatCannotBeServed:
    def test_outside_of_repositories(self, within, tmp_path):
        ask = within(tmp_path)
        for name, arguments in [
            ("suggest_trailers", {}),
            ("check_message", {"message": "x"}),
            ("verify_range", {"range": "HEAD"}),
            ("required_approvals", {"range": "HEAD"}),
        ]:
            assert "not a git repository" in ask.refused(name, **arguments)

    def test_a_shallow_clone(self, within, history, tmp_path):
        shallow = tmp_path / "shallow"
        run_git(history.path, "clone", "-q", "--depth=1", history.path.as_uri(), str(shallow))
        answer = within(shallow)("verify_range", range="HEAD")
        assert answer["report"]["verdict"] == "unchecked"

    def test_no_such_directory(self, undersign, tmp_path):
        code, output, error = undersign("mcp", "-C", tmp_path / "none")
        assert (code, output) == (2, b"")
        assert b"no such directory" in error

    def test_a_broken_tool_is_an_error_result(self, history):
        """A defect of ours does not end the server."""
        lines = [
            {"id": 1, "method": "initialize", "params": INITIALIZE},
            {"method": "notifications/initialized"},
            {
                "id": 2,
                "method": "tools/call",
                "params": {"name": "verify_range", "arguments": {"range": "HEAD"}},
            },
            {
                "id": 3,
                "method": "tools/call",
                "params": {"name": "explain_rule", "arguments": {"rule": "US101"}},
            },
        ]
        texts = [json.dumps({"jsonrpc": "2.0", **line}) for line in lines]
        printed = spoken(texts, history.path, expect=3, start=["-I", "-c", BROKEN])
        answers = {answer["id"]: answer["result"] for answer in map(json.loads, printed)}
        assert answers[2]["isError"]
        assert "this is a defect" in answers[2]["content"][0]["text"]
        assert answers[3]["structuredContent"]["id"] == "US101"


BROKEN = """
import sys
from trailers.cli.mcp import server
from trailers.cli.mcp.place import place_at
from trailers.cli.mcp.tools import TOOLS
for number, tool in enumerate(TOOLS):
    if tool.name == "verify_range":
        server._BY_NAME[tool.name] = tool._replace(run=lambda place, arguments: 1 / 0)
sys.exit(server.serve(place_at(sys.argv[2])))
"""
