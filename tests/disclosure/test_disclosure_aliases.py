"""Keys that vendors and earlier tools write: what they say, and when they say nothing."""

import pytest

from trailers.disclosure.vocabulary import Keys

UUID = "3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11"

MODELS = {
    "vendor's co-author": (
        "Co-authored-by: Claude Opus 4.5 <noreply@anthropic.com>",
        "Claude-Code",
        "claude-opus-4.5",
    ),
    "upper-case key": (
        "Co-Authored-By: Claude Opus 5 <noreply@anthropic.com>",
        "Claude-Code",
        "claude-opus-5",
    ),
    "aider": ("Co-authored-by: aider (gpt-5) <aider@aider.chat>", "Aider", "gpt-5"),
    "AI-Model": ("AI-Model: claude-opus-5", None, "claude-opus-5"),
    "AI-Model, agent": ("AI-Model: Claude-Code:claude-opus-5", "Claude-Code", "claude-opus-5"),
    "Open Liberty's": ("Co-authored-by-AI: Claude Code (claude-opus-5)", "Claude-Code", "claude-opus-5"),
    "Tool-Assisted": ("Tool-Assisted: Copilot (gpt-5.4)", "Copilot", "gpt-5.4"),
    "Authored-by": ("Authored-by: Claude Opus 5 <noreply@anthropic.com>", "Claude-Code", "claude-opus-5"),
    "Commit-generated-by": ("Commit-generated-by: Codex / gpt-5.4", "Codex", "gpt-5.4"),
}


@pytest.mark.parametrize(("line", "agent", "name"), MODELS.values(), ids=MODELS)
def test_an_alias_that_names_a_model_satisfies(read, line, agent, name):
    said = read(line)
    assert said.flaws == ()
    assert [(model.agent, model.name) for model in said.models] == [(agent, name)]


SILENT = {
    "vendor's co-author without a model": "Co-authored-by: Claude <noreply@anthropic.com>",
    "vendor that never names one": "Co-authored-by: Cursor <cursoragent@cursor.com>",
    "human co-author": "Co-authored-by: Ann Ray <ann@corp.test>",
    "human called so": "Co-authored-by: Claude Monet <claude@corp.test>",
    "co-author without an address": "Co-authored-by: Claude Opus 5",
    "co-author in a model's form": "Co-authored-by: Claude-Code:claude-opus-5",
    "human author": "Authored-by: Ann Ray <ann@corp.test>",
    "a name": "Authored-by: Ann Ray 2",
    "a tool": "Tool-Assisted: clang-format-14",
    "a word": "Commit-generated-by: yes",
    "to do": "AI-Model: TODO",
    "empty": "AI-Model:",
    "an assistant": "AI-Model: Claude Code",
    "reviewer without an address": "Reviewed-by: Ann Ray",
    "reviewing assistant": "Reviewed-by: Claude <noreply@anthropic.com>",
    "reviewing app": "Reviewed-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>",
    "template reviewer": "Acked-by: Name <email>",
    "reviewer with a hidden character": "Reviewed-by: Ann\u200b Ray <ann@corp.test>",
    "session to do": "AI-Session: TODO",
    "empty session": "Claude-Session:",
    "session in prose": "AI-Session: the one of this morning",
    "session by http": "Claude-Session: http://claude.ai/code/session_1",
}


@pytest.mark.parametrize("line", SILENT.values(), ids=SILENT)
def test_an_alias_that_says_nothing_is_no_flaw(read, line):
    assert read(line)[:5] == ((), (), (), (), ())


def test_an_alias_with_a_hidden_character_is_refused(read):
    said = read("AI-Model: claude\u200b-opus-5")
    assert said.models == ()
    assert [flaw.remedy for flaw in said.flaws] == ["AI-Model: claude-opus-5"]


def test_no_flaw_of_an_alias_beside_a_line_that_satisfies(read):
    said = read("Assisted-by: A:m", "AI-Model: claude\u200b-opus-5", "AI-Model: gpt-5")
    assert said.flaws == ()
    assert [model.name for model in said.models] == ["m", "gpt-5"]


CONTEXTS = {
    "Claude-Session": ("https://claude.ai/code/session_01ab", "https", "https://claude.ai/code/session_01ab"),
    "Agent-Logs-Url": (
        f"https://github.com/o/r/sessions/{UUID}",
        "https",
        f"https://github.com/o/r/sessions/{UUID}",
    ),
    "Amp-Thread-ID": (
        f"https://ampcode.com/threads/T-{UUID}",
        "https",
        f"https://ampcode.com/threads/T-{UUID}",
    ),
    "Entire-Checkpoint": ("3f0c9a4e5f0b", "session", "session:entire/3f0c9a4e5f0b"),
    "Replit-Commit-Session-Id": (UUID, "session", f"session:replit/{UUID}"),
    "Gitvow-Session": (UUID, "session", f"session:gitvow/{UUID}"),
    "AI-Session": (UUID, "session", f"session:unknown/{UUID}"),
}


@pytest.mark.parametrize(("key", "row"), CONTEXTS.items(), ids=CONTEXTS)
def test_sessions_of_vendors_are_contexts(read, key, row):
    value, scheme, whole = row
    said = read(f"{key}: {value}")
    assert said.flaws == ()
    assert said.contexts == ((scheme, whole, key, 1),)


def test_a_bare_thread_of_amp(read):
    assert read(f"Amp-Thread-ID: T-{UUID}").contexts[0].value == f"session:amp/T-{UUID}"


def test_reviewers_are_approvers(read):
    said = read("Reviewed-by: Ann Ray <ann@corp.test>", "Acked-by: Bo Li <bo@corp.test>")
    assert [str(approver.person) for approver in said.approvers] == [
        "Ann Ray <ann@corp.test>",
        "Bo Li <bo@corp.test>",
    ]
    assert said.flaws == ()


def test_default_keys_are_still_read_where_a_policy_gives_others(read):
    keys = Keys(model=("AI-Model",), context=("AI-Prompt",), approver=("Reviewed-by",), none="No-AI")
    said = read(
        "AI-Model: A:m",
        "Assisted-by: B:n",
        "AI-Prompt: issue:#1",
        "Reviewed-by: Ann",
        "No-AI: none",
        keys=keys,
    )
    assert [model.agent for model in said.models] == ["A", "B"]
    assert len(said.contexts) == len(said.denials) == 1
    assert [(flaw.key, flaw.field) for flaw in said.flaws] == [("Reviewed-by", "approver")]


def test_a_key_of_a_policy_is_judged_by_the_grammar(read):
    (flaw,) = read("AI-Model: claude-opus-5", keys=Keys(model=("AI-Model",))).flaws
    assert flaw.remedy == "AI-Model: unknown:claude-opus-5"


@pytest.mark.parametrize(
    ("profile", "line", "level", "remedy"),
    [
        ("openssf", "Generated-by: A:m", "error", "Assisted-by: A:m"),
        ("kernel", "AI-Model: A:m ruff", "error", "Assisted-by: LLM ruff"),
        (
            "slash",
            "Co-authored-by: Claude Opus 5 <noreply@anthropic.com>",
            "error",
            "Assisted-by: Claude-Code/claude-opus-5",
        ),
        (
            "apache",
            "Assisted-by: Claude-Code:claude-opus-5",
            "warning",
            "Generated-by: Claude-Code claude-opus-5",
        ),
        ("fedora", "AI-Model: Claude-Code:m", "warning", "Assisted-by: Claude Code"),
        ("open-liberty", "Assisted-by: Claude-Code:m-1", "error", "Co-authored-by-AI: Claude Code (m-1)"),
        (
            "co-authored-by",
            "Assisted-by: Claude-Code:claude-opus-5",
            "error",
            "Co-Authored-By: Claude Opus 5 <noreply@anthropic.com>",
        ),
    ],
)
def test_a_destination_that_knows_no_aliases(read, profile, line, level, remedy):
    said = read(line, profile=profile)
    assert len(said.models) == 1
    assert [(flaw.level, flaw.remedy) for flaw in said.flaws] == [(level, remedy)]
    with_own = read(line, remedy, profile=profile)
    assert with_own.flaws == ()
    assert [model.line for model in with_own.models] == [2]


def test_an_alias_for_which_the_destination_has_no_line(read):
    (flaw,) = read("Assisted-by: Cursor:gpt-5", profile="co-authored-by").flaws
    assert flaw.fix is None
    assert flaw.remedy.startswith("Write Co-Authored-By: ")
