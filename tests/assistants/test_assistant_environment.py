"""Which assistant the environment shows: a row of the table each, and what must not be taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.assistants.environment import Assistant, at_keyboard
from trailers.assistants.names import name_of
from trailers.assistants.variables import VARIABLES

ONE = [
    ("claude-code", "strong", "CLAUDECODE", "1"),
    ("claude-code", "strong", "CLAUDE_CODE_SESSION_ID", "3f0c9a4e"),
    ("claude-code", "strong", "CLAUDE_CODE_REMOTE", "true"),
    ("claude-code", "medium", "CLAUDE_CODE", "1"),
    ("claude-code", "medium", "CLAUDE_CODE_ENTRYPOINT", "cli"),
    ("claude-code", "medium", "CLAUDE_CODE_IS_COWORK", "1"),
    ("claude-code", "strong", "AI_AGENT", "claude-code_2-1-120_agent"),
    ("claude-code", "strong", "AI_AGENT", "claude-code_2-1-120_harness"),
    ("claude-code", "strong", "AI_AGENT", "claude"),
    ("github-copilot", "strong", "COPILOT_CLI", "1"),
    ("github-copilot", "strong", "COPILOT_AGENT_SESSION_ID", "x"),
    ("github-copilot", "strong", "AI_AGENT", "github-copilot"),
    ("github-copilot", "strong", "AI_AGENT", "github-copilot-cli"),
    ("cursor", "strong", "CURSOR_AGENT", "1"),
    ("cursor", "strong", "CURSOR_EXTENSION_HOST_ROLE", "agent-exec"),
    ("cursor", "strong", "CURSOR_CONVERSATION_ID", "x"),
    ("codex", "strong", "CODEX_THREAD_ID", "x"),
    ("codex", "strong", "CODEX_SANDBOX", "seatbelt"),
    ("codex", "strong", "CODEX_CI", "1"),
    ("codex", "strong", "CODEX_INTERNAL_ORIGINATOR_OVERRIDE", "codex_web_agent"),
    ("gemini-cli", "strong", "GEMINI_CLI", "1"),
    ("gemini-cli", "strong", "GEMINI_SESSION_ID", "x"),
    ("gemini-cli", "medium", "GEMINI_PROJECT_DIR", "x"),
    ("antigravity", "strong", "ANTIGRAVITY_AGENT", "1"),
    ("antigravity", "medium", "ANTIGRAVITY_PROJECT_ID", "x"),
    ("amp", "strong", "AMP_CURRENT_THREAD_ID", "T-1"),
    ("amp", "strong", "AGENT", "amp"),
    ("amp", "medium", "AGENT_THREAD_ID", "T-1"),
    ("amp", "medium", "AMP_THREAD_URL", "x"),
    ("crush", "strong", "CRUSH", "1"),
    ("crush", "strong", "AGENT", "crush"),
    ("crush", "strong", "AI_AGENT", "crush"),
    ("crush", "strong", "CRUSH_SESSION_ID", "x"),
    ("devin", "medium", "EDITOR", "devin-editor --wait"),
    ("replit", "strong", "REPLIT_MODE", "assistant"),
    ("factory-droid", "medium", "DROID_PROJECT_DIR", "x"),
    ("factory-droid", "medium", "FACTORY_PROJECT_DIR", "x"),
    ("qwen-code", "strong", "QWEN_CODE", "1"),
    ("junie", "strong", "JUNIE_DATA", "x"),
    ("junie", "strong", "JUNIE_SHIM_PATH", "x"),
    ("warp", "strong", "OZ_RUN_ID", "x"),
    ("goose", "medium", "GOOSE_TERMINAL", "1"),
    ("goose", "strong", "AGENT", "goose"),
    ("opencode", "strong", "OPENCODE", "1"),
    ("opencode", "strong", "OPENCODE_CLIENT", "cli"),
    ("opencode", "medium", "OPENCODE_BIN_PATH", "x"),
    ("opencode", "medium", "OPENCODE_SERVER", "x"),
    ("opencode", "medium", "OPENCODE_APP_INFO", "x"),
    ("opencode", "medium", "OPENCODE_MODES", "x"),
    ("iflow", "strong", "IFLOW_CLI", "1"),
    ("qoder", "strong", "QODER_CLI", "1"),
    ("augment", "strong", "AUGMENT_AGENT", "1"),
    ("pi", "strong", "PI_CODING_AGENT", "true"),
    ("pi", "medium", "PATH", "/home/jane/.pi/agent/bin:/usr/bin"),
    ("pi", "medium", "PATH", "C:\\.pi\\agent\\bin;C:\\Windows"),
    ("v0", "strong", "AI_AGENT", "v0"),
    ("cursor", "strong", "AI_AGENT", "cursor-cli@1.2"),
    ("some.new_agent-2", "strong", "AI_AGENT", " Some.New_Agent-2@2026.1 "),
    ("unnamed", "strong", "AI_AGENT", "1"),
    ("unnamed", "strong", "AI_AGENT", "two words"),
    ("unnamed", "medium", "AGENT", "1"),
    ("unnamed", "medium", "AGENT", "build-7"),
    ("codex", "medium", "AGENT", "codex"),
]
SEVERAL = [
    ("jules", "USER", {"USER": "swebot", "HOME": "/home/jules"}, True),
    ("zed", "TERM_PROGRAM", {"TERM_PROGRAM": "zed", "PAGER": "cat"}, True),
    ("vscode-agent", "TERM_PROGRAM", {"TERM_PROGRAM": "vscode", "GIT_PAGER": "cat"}, True),
    ("cursor", "CURSOR_TRACE_ID", {"CURSOR_TRACE_ID": "x", "PAGER": "head -n 10000 | cat"}, True),
    ("cursor", "CURSOR_TRACE_ID", {"CURSOR_TRACE_ID": "x"}, False),
    ("kiro", "TERM_PROGRAM", {"TERM_PROGRAM": "kiro"}, False),
]
NOBODY = [
    {},
    {"CLAUDECODE": ""},
    {"CLAUDE_CODE_REMOTE": "false"},
    {"AI_AGENT": ""},
    {"AI_AGENT": "0"},
    {"AGENT": "false"},
    {"AGENT": ""},
    {"COPILOT_CLI": "0"},
    {"CURSOR_EXTENSION_HOST_ROLE": "user"},
    {"USER": "swebot"},
    {"USER": "swebot", "HOME": "/home/swebot"},
    {"USER": "claude", "HOME": "/home/claude"},
    {"TERM_PROGRAM": "zed"},
    {"TERM_PROGRAM": "zed", "PAGER": "less"},
    {"TERM_PROGRAM": "vscode"},
    {"TERM_PROGRAM": "vscode", "GIT_PAGER": "less"},
    {"TERM_PROGRAM": "kiro"},
    {"EDITOR": "vim"},
    {"EDITOR": "/home/devin/bin/vim", "HOME": "/home/devin"},
    {"EDITOR": "/opt/devin/vim", "USER": "devin"},
    {"REPLIT_MODE": "workspace", "REPL_ID": "x"},
    {"PATH": "/usr/bin"},
    {"GOOSE_TERMINAL": "0"},
]
WEAK = [
    {"TRACEPARENT": "00-1-1-00"},
    {"COPILOT_MODEL": "gpt-5"},
    {"COPILOT_ALLOW_ALL": "1"},
    {"CURSOR_TRACE_ID": "x"},
    {"CURSOR_SANDBOX": "1"},
    {"CODEX_MANAGED_BY_NPM": "1"},
    {"CODEX_MANAGED_BY_BUN": "1"},
    {"__CFBundleIdentifier": "com.google.antigravity"},
    {"AIDER_MODEL": "gpt-5"},
    {"REPL_ID": "x"},
    {"GOOSE_PROVIDER": "openai"},
    {"CODEIUM_EDITOR_APP_ROOT": "x"},
    {"SHELL": "/bin/jsh", "npm_config_yes": "true"},
    {"GIT_EDITOR": ":"},
]


@pytest.mark.parametrize(("assistant", "confidence", "variable", "value"), ONE)
@pytest.mark.parametrize("has_terminal", [True, False])
def test_one_variable(assistant, confidence, variable, value, has_terminal):
    expected = Assistant(assistant, name_of(assistant), confidence, variable)
    assert at_keyboard({variable: value, "HOME": "/home/jane"}, has_terminal=has_terminal) == expected


@pytest.mark.parametrize(("assistant", "variable", "environ", "has_terminal"), SEVERAL)
def test_several_together(assistant, variable, environ, has_terminal):
    expected = Assistant(assistant, name_of(assistant), "medium", variable)
    assert at_keyboard(environ, has_terminal=has_terminal) == expected


@pytest.mark.parametrize("environ", NOBODY)
def test_nobody(environ):
    assert at_keyboard(environ, has_terminal=True) is None


@pytest.mark.parametrize("environ", WEAK)
def test_weak_marks_say_nothing_however_many(environ):
    assert at_keyboard(environ, has_terminal=True) is None
    everything = {name: value for one in WEAK for name, value in one.items()}
    assert at_keyboard(everything, has_terminal=True) is None


def test_the_surest_mark_counts():
    environ = {"AGENT": "1", "CLAUDE_CODE": "1", "CODEX_SANDBOX": "x", "CURSOR_TRACE_ID": "x"}
    assert at_keyboard(environ, has_terminal=False) == Assistant(
        "codex", "OpenAI Codex", "strong", "CODEX_SANDBOX"
    )


def test_the_name_goes_before_equally_sure_marks():
    environ = {"CLAUDECODE": "1", "AI_AGENT": "crush"}
    found = at_keyboard(environ, has_terminal=True)
    assert found is not None
    assert (found.id, found.source) == ("crush", "AI_AGENT")


def test_every_row_is_exercised_here():
    seen = {(variable, assistant) for assistant, _, variable, _ in ONE}
    seen |= {(variable, assistant) for assistant, variable, _, _ in SEVERAL}
    weak = {name for environ in WEAK for name in environ}
    missing = {
        (row.name, row.assistant)
        for row in VARIABLES
        if (row.name, row.assistant) not in seen and not (row.confidence == "weak" and row.name in weak)
    }
    assert missing == set()


@given(
    st.dictionaries(
        st.sampled_from(sorted({row.name for row in VARIABLES} | {"AI_AGENT"})), st.text(max_size=12)
    ),
    st.booleans(),
)
def test_whatever_is_set_an_answer_names_a_variable_that_is_set(environ, has_terminal):
    found = at_keyboard(environ, has_terminal=has_terminal)
    if found is not None:
        assert environ[found.source]
        assert found.confidence in {"strong", "medium"}
        assert found.id.isascii()
