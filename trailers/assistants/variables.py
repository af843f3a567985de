"""The environment variables that an assistant sets for the processes it starts.

A variable says who runs the process now, not who wrote a commit that is being replayed.
"""

from trailers.assistants.marker import Confidence
from trailers.assistants.names import UNNAMED
from trailers.typed import NamedTuple

# A variable and the value it must have; None stands for any value that is not empty.
Setting = tuple[str, str | None]


class Variable(NamedTuple):
    """A variable of an assistant.

    It speaks where it has one of the values `equals`, or holds one of the texts `holds`, or, where neither
    is given, is not empty; where besides all of `beside` are set and none of `without` is; and, with
    `no_terminal`, where there is no terminal, since a person's terminal has the variable too.
    """

    name: str
    assistant: str
    confidence: Confidence
    source: str
    equals: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    beside: tuple[Setting, ...] = ()
    without: tuple[Setting, ...] = ()
    no_terminal: bool = False


_ONE = ("1",)

VARIABLES: tuple[Variable, ...] = (
    Variable("CLAUDECODE", "claude-code", "strong", "std-env"),
    Variable("CLAUDE_CODE_SESSION_ID", "claude-code", "strong", "cc-log"),
    Variable("CLAUDE_CODE_REMOTE", "claude-code", "strong", "cc-docs", equals=("true",)),
    Variable("CLAUDE_CODE", "claude-code", "medium", "std-env"),
    Variable("CLAUDE_CODE_ENTRYPOINT", "claude-code", "medium", "cc-docs"),
    Variable("CLAUDE_CODE_IS_COWORK", "claude-code", "medium", "vda"),
    # Any program with OpenTelemetry sets it.
    Variable("TRACEPARENT", "claude-code", "weak", "cc-log"),
    Variable("COPILOT_CLI", "github-copilot", "strong", "cop-cli", equals=_ONE),
    Variable("COPILOT_AGENT_SESSION_ID", "github-copilot", "strong", "cop-cli"),
    Variable("COPILOT_MODEL", "github-copilot", "weak", "vda"),
    Variable("COPILOT_ALLOW_ALL", "github-copilot", "weak", "vda"),
    Variable("CURSOR_AGENT", "cursor", "strong", "std-env"),
    Variable("CURSOR_EXTENSION_HOST_ROLE", "cursor", "strong", "vda", equals=("agent-exec",)),
    Variable("CURSOR_CONVERSATION_ID", "cursor", "strong", "gitai-streams"),
    # The terminal in Cursor's window has it too: only the agent's pager, or no terminal, tells them apart.
    Variable("CURSOR_TRACE_ID", "cursor", "medium", "aiv", beside=(("PAGER", "head -n 10000 | cat"),)),
    Variable("CURSOR_TRACE_ID", "cursor", "medium", "aiv", no_terminal=True),
    Variable("CURSOR_TRACE_ID", "cursor", "weak", "aiv"),
    Variable("CURSOR_SANDBOX", "cursor", "weak", "std-env"),
    Variable("CODEX_THREAD_ID", "codex", "strong", "codex-env"),
    Variable("CODEX_SANDBOX", "codex", "strong", "std-env"),
    Variable("CODEX_CI", "codex", "strong", "vda"),
    Variable(
        "CODEX_INTERNAL_ORIGINATOR_OVERRIDE", "codex", "strong", "gitai-streams", equals=("codex_web_agent",)
    ),
    Variable("CODEX_MANAGED_BY_NPM", "codex", "weak", "codex-env"),
    Variable("CODEX_MANAGED_BY_BUN", "codex", "weak", "codex-env"),
    Variable("GEMINI_CLI", "gemini-cli", "strong", "gem", equals=_ONE),
    Variable("GEMINI_SESSION_ID", "gemini-cli", "strong", "gem"),
    Variable("GEMINI_PROJECT_DIR", "gemini-cli", "medium", "gem"),
    Variable("ANTIGRAVITY_AGENT", "antigravity", "strong", "aiv"),
    Variable("ANTIGRAVITY_PROJECT_ID", "antigravity", "medium", "aiv"),
    Variable("__CFBundleIdentifier", "antigravity", "weak", "std-env", equals=("com.google.antigravity",)),
    # The user of aider sets it; aider itself sets nothing.
    Variable("AIDER_MODEL", "aider", "weak", "aider"),
    Variable("AMP_CURRENT_THREAD_ID", "amp", "strong", "aiv"),
    Variable("AGENT", "amp", "strong", "aiv", equals=("amp",)),
    Variable("AGENT_THREAD_ID", "amp", "medium", "aiv"),
    Variable("AMP_THREAD_URL", "amp", "medium", "amp"),
    Variable("CRUSH", "crush", "strong", "crush", equals=_ONE),
    Variable("AGENT", "crush", "strong", "crush", equals=("crush",)),
    Variable("CRUSH_SESSION_ID", "crush", "strong", "crush"),
    # Devin is a person's name too: in that person's home, an editor's path may hold it.
    Variable(
        "EDITOR",
        "devin",
        "medium",
        "std-env",
        holds=("devin",),
        without=(("USER", "devin"), ("HOME", "/home/devin"), ("HOME", "/Users/devin")),
    ),
    Variable("USER", "jules", "medium", "aiv", equals=("swebot",), beside=(("HOME", "/home/jules"),)),
    Variable("REPLIT_MODE", "replit", "strong", "aiv", equals=("assistant",)),
    Variable("REPL_ID", "replit", "weak", "std-env"),
    Variable("DROID_PROJECT_DIR", "factory-droid", "medium", "aiv"),
    Variable("FACTORY_PROJECT_DIR", "factory-droid", "medium", "aiv"),
    # Kiro's window sets it for its terminals too.
    Variable("TERM_PROGRAM", "kiro", "medium", "std-env", holds=("kiro",), no_terminal=True),
    Variable("QWEN_CODE", "qwen-code", "strong", "aiv", equals=_ONE),
    Variable("JUNIE_DATA", "junie", "strong", "std-env"),
    Variable("JUNIE_SHIM_PATH", "junie", "strong", "std-env"),
    Variable("OZ_RUN_ID", "warp", "strong", "aiv"),
    Variable("TERM_PROGRAM", "zed", "medium", "aiv", equals=("zed",), beside=(("PAGER", "cat"),)),
    Variable("AGENT", "goose", "strong", "agentsmd", equals=("goose",)),
    Variable("GOOSE_TERMINAL", "goose", "medium", "observed", equals=_ONE),
    Variable("GOOSE_PROVIDER", "goose", "weak", "std-env"),
    Variable("OPENCODE", "opencode", "strong", "std-env"),
    Variable("OPENCODE_CLIENT", "opencode", "strong", "vda"),
    Variable("OPENCODE_BIN_PATH", "opencode", "medium", "aiv"),
    Variable("OPENCODE_SERVER", "opencode", "medium", "aiv"),
    Variable("OPENCODE_APP_INFO", "opencode", "medium", "aiv"),
    Variable("OPENCODE_MODES", "opencode", "medium", "aiv"),
    Variable("CODEIUM_EDITOR_APP_ROOT", "windsurf", "weak", "aiv"),
    Variable("IFLOW_CLI", "iflow", "strong", "cmsg", equals=_ONE),
    Variable("QODER_CLI", "qoder", "strong", "cmsg", equals=_ONE),
    Variable("AUGMENT_AGENT", "augment", "strong", "aiv", equals=_ONE),
    Variable("PI_CODING_AGENT", "pi", "strong", "aiv", equals=("true",)),
    Variable("PATH", "pi", "medium", "std-env", holds=(".pi/agent", ".pi\\agent")),
    Variable("SHELL", "bolt", "weak", "aiv", equals=("/bin/jsh",), beside=(("npm_config_yes", None),)),
    Variable(
        "TERM_PROGRAM", "vscode-agent", "medium", "aiv", equals=("vscode",), beside=(("GIT_PAGER", "cat"),)
    ),
    # git sets it for hooks where no editor is launched: `commit -m` by anybody.
    Variable("GIT_EDITOR", UNNAMED, "weak", "git", equals=(":",)),
)

# The names that tools give in AI_AGENT, where they are not our ids (vda, std-env).
CALLED: dict[str, str] = {
    "auggie": "augment",
    "augment-cli": "augment",
    "claude": "claude-code",
    "cowork": "claude-code",
    "cursor-cli": "cursor",
    "droid": "factory-droid",
    "gemini": "gemini-cli",
    "github-copilot-cli": "github-copilot",
    "qwen": "qwen-code",
}
