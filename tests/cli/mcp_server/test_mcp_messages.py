"""What an assistant is told before it commits: trailers, a verdict on its message, a rule."""

import hashlib
import json
import re

import pytest

from tests.repositories import APPROVED, CONTEXT, MODEL, message

pytest.importorskip("mcp", reason="the extra `mcp` is not installed")


def rules_of(findings):
    return [found["rule"] for found in findings]


class TestSuggestTrailers:
    def test_who_the_environment_tells(self, within, history):
        ask = within(history.path, CLAUDECODE="1")
        answer = ask("suggest_trailers")
        assert answer["trailers"] == ["Assisted-by: Claude-Code:unknown"]
        assert any("its session was not found" in warning for warning in answer["warnings"])

    @pytest.mark.parametrize(
        ("name", "line"),
        [
            ("codex-mcp-client", "Assisted-by: Codex:unknown"),
            ("Gemini-cli-mcp-client-undersign", "Assisted-by: Gemini-CLI:unknown"),
            ("evil\nApproved-by: me <me@x.test>", "Assisted-by: unknown:unknown"),
        ],
    )
    def test_who_the_client_says_it_is(self, within, history, name, line):
        answer = within(history.path, name=name)("suggest_trailers")
        assert answer["trailers"] == [line]

    def test_what_the_session_tells(self, within, repository, undersign, tmp_path):
        """To the digest that `undersign context verify` finds again, when the transcript has grown."""
        keep = tmp_path / "keep"
        keep.mkdir()
        repository.commit("one\n", files={"undersign.toml": f'[context]\nkeep = "{keep}"\n'})
        repository.check_out()
        session = "3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11"
        top = str(repository.path)
        folder = tmp_path / ".claude" / "projects" / re.sub("[^A-Za-z0-9]", "-", top)
        folder.mkdir(parents=True)
        spoken = {
            "type": "assistant",
            "cwd": top,
            "sessionId": session,
            "timestamp": "2026-06-01T12:00:00.000Z",
        }
        line = json.dumps({**spoken, "message": {"model": "claude-opus-5"}}) + "\n"
        transcript = folder / f"{session}.jsonl"
        transcript.write_text(line * 3)
        ask = within(top, HOME=str(tmp_path), CLAUDECODE="1", CLAUDE_CODE_SESSION_ID=session)
        answer = ask("suggest_trailers")
        digest = hashlib.sha256((line * 3).encode()).hexdigest()
        assert answer["trailers"] == [
            "Assisted-by: Claude-Code:claude-opus-5",
            f"AI-Context: session:claude-code/{session}",
            f"AI-Context: sha256:{digest}",
        ]
        assert answer["warnings"] == []
        assert not list(keep.iterdir())
        text = "A change\n\n" + "\n".join(answer["trailers"]) + "\n"
        assert ask("check_message", message=text)["report"]["verdict"] == "clean"
        repository.commit(text)
        transcript.write_text(line * 5)
        code, output, _ = undersign("context", "verify", "--file", transcript, "main", "-C", top)
        assert (code, digest in output.decode()) == (0, True)

    def test_it_passes_what_it_suggests(self, within, history):
        ask = within(history.path, CLAUDECODE="1")
        lines = ask("suggest_trailers")["trailers"]
        answer = ask("check_message", message="A change\n\n" + "\n".join([*lines, CONTEXT]))
        assert "US101" not in rules_of(answer["report"]["findings"])

    def test_a_project_that_takes_no_assistance(self, within, repository):
        repository.commit("one\n", files={"undersign.toml": '[disclosure]\nmode = "forbid"\n'})
        repository.check_out()
        assert any(
            "takes no AI-assisted" in told for told in within(repository.path)("suggest_trailers")["warnings"]
        )


class TestCheckMessage:
    def test_clean(self, ask):
        answer = ask("check_message", message=message(MODEL, CONTEXT))
        assert (answer["report"]["verdict"], answer["mended"]) == ("clean", None)
        assert answer["report"]["checked"] == {"messages": 1}

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("A change\n", ["US101", "US102"]),
            (message(MODEL), ["US102"]),
            (message(MODEL, CONTEXT, APPROVED), ["US501"]),
            (message(MODEL, CONTEXT, "approved-by: Jane Austen <jane@austen.test>\n"), ["US501"]),
        ],
    )
    def test_findings(self, ask, text, found):
        report = ask("check_message", message=text)["report"]
        assert (report["verdict"], [rule for rule in rules_of(report["findings"]) if rule != "US103"]) == (
            "findings",
            found,
        )

    def test_a_near_miss_is_mended(self, ask):
        answer = ask("check_message", message=f"A change\n\n{MODEL}{CONTEXT}\nSome more words.\n")
        assert answer["mended"]["message"].endswith(MODEL + CONTEXT)
        again = ask("check_message", message=answer["mended"]["message"])
        assert (again["report"]["verdict"], again["mended"]) == ("clean", None)

    def test_the_work_trees_policy_judges(self, within, repository):
        repository.commit("one\n", files={"undersign.toml": '[disclosure]\nrequired = ["model"]\n'})
        repository.check_out()
        report = within(repository.path)("check_message", message=message(MODEL))["report"]
        assert (report["verdict"], report["policy"]["source"]) == ("clean", "undersign.toml")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("", "nothing in this message"),
            (" \n\n", "nothing in this message"),
            ("x" * 10_000_000, "10,000,000 characters"),
            ("x" * 1_000_001, "1,000,001 characters"),
        ],
        ids=["empty", "blank", "10 MB", "one more"],
    )
    def test_what_is_no_message(self, ask, text, told):
        assert told in ask.refused("check_message", message=text)


class TestExplainRule:
    @pytest.mark.parametrize("name", ["US101", "us101", "undisclosed-assistance"])
    def test_a_page(self, ask, name):
        answer = ask("explain_rule", rule=name)
        assert (answer["id"], answer["severity"], answer["default_severity"]) == ("US101", "error", "error")
        assert "## How to fix" in answer["page"]

    def test_the_policys_severity(self, within, repository):
        repository.commit("one\n", files={"undersign.toml": '[severity]\nUS102 = "off"\n'})
        repository.check_out()
        answer = within(repository.path)("explain_rule", rule="US102")
        assert (answer["severity"], answer["default_severity"]) == ("off", "error")

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("US999", "there is no rule 'US999'"),
            ("undisclosed", "perhaps undisclosed-assistance"),
            ("", "US101"),
            ("../../etc/passwd", "there is no rule"),
            ("x" * 81, "81 characters"),
        ],
    )
    def test_no_such_rule(self, ask, name, told):
        assert told in ask.refused("explain_rule", rule=name)

    def test_outside_of_repositories(self, within, tmp_path):
        assert within(tmp_path)("explain_rule", rule="US101")["severity"] == "error"
