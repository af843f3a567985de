"""Each profile: what it reads, what it flags, what it writes."""

import pytest

from trailers.disclosure.dialect import Said
from trailers.disclosure.profiles import profile_named, profile_names
from trailers.errors import PolicyError
from trailers.message.trailer import Trailer

WRITES = {
    "default": "Assisted-by: Claude-Code:claude-opus-5 ruff",
    "kernel": "Assisted-by: LLM ruff",
    "openssf": "Assisted-by: Claude-Code:claude-opus-5 ruff",
    "kernel-7.2": "Assisted-by: Claude-Code:claude-opus-5 ruff",
    "apache": "Generated-by: Claude-Code claude-opus-5",
    "openinfra": "Assisted-By: Claude-Code claude-opus-5",
    "fedora": "Assisted-by: Claude Code",
    "llvm": "Assisted-by: Claude Code",
    "slash": "Assisted-by: Claude-Code/claude-opus-5",
    "netbeans": "Assisted-by: claude-opus 5",
    "open-liberty": "Co-authored-by-AI: Claude Code (claude-opus-5)",
    "co-authored-by": "Co-Authored-By: Claude Opus 5 <noreply@anthropic.com>",
    "pr-body": "",
}


def test_every_profile_has_a_row():
    assert set(WRITES) == set(profile_names())


@pytest.mark.parametrize(("name", "line"), WRITES.items(), ids=WRITES)
def test_what_a_profile_writes(read, name, line):
    said = read("Assisted-by: Claude-Code:claude-opus-5 ruff")
    assert "".join(map(str, profile_named(name).write(said))) == line


@pytest.mark.parametrize("name", profile_names())
def test_what_a_profile_says_of_itself(read, name):
    profile = profile_named(name)
    assert profile.name == ("openssf" if name == "kernel-7.2" else name)
    assert profile.summary
    assert "model" in profile.carries
    example = f"{profile.keys.model[0]}: {profile.dialect.example}"
    said = read(example, profile=name)
    assert said.flaws == ()
    assert len(said.models) == 1
    if profile.place == "message":
        assert [str(line) for line in profile.write(said)] == [example]


READS = {
    "kernel": {
        "LLM": ("LLM", None, ()),
        "LLM coccinelle sparse": ("LLM", None, ("coccinelle", "sparse")),
    },
    "openssf": {
        "Claude:claude-3-opus coccinelle": ("Claude", "claude-3-opus", ("coccinelle",)),
        "(x):y": ("x", "y", ()),
        "é:m": (None, "m", ()),
    },
    "apache": {
        "Claude Code": ("Claude-Code", None, ()),
        "Claude-Code claude-opus-5": ("Claude-Code", "claude-opus-5", ()),
        "GitHub Copilot (gpt-5.4)": ("Copilot", "gpt-5.4", ()),
        "ChatGPT, as described in the long text of this message": (
            "ChatGPT-as-described-in-the-long-text-of-this-message",
            None,
            (),
        ),
    },
    "openinfra": {
        "Claude Code": ("Claude-Code", None, ()),
        "ChatGPT": ("ChatGPT", None, ()),
        "Claude-Code claude-opus-5": ("Claude-Code", "claude-opus-5", ()),
        "GitHub Copilot gpt-5.4": ("Copilot", "gpt-5.4", ()),
        "mytool mymodel": ("mytool", "mymodel", ()),
    },
    "fedora": {
        "generic LLM chatbot": ("generic-LLM-chatbot", None, ()),
        "ChatGPTv5": ("ChatGPTv5", None, ()),
        "Claude Opus 5 <noreply@anthropic.com>": ("Claude-Code", "claude-opus-5", ()),
        "Claude-Code:claude-opus-5": ("Claude-Code", "claude-opus-5", ()),
    },
    "slash": {"agent-x/openai/gpt-5": ("agent-x", "openai/gpt-5", ())},
    "netbeans": {
        "claude-opus 5": (None, "claude-opus-5", ()),
        "GPT 5.4": (None, "GPT-5.4", ()),
        "Claude Opus 4.6": (None, "claude-opus-4.6", ()),
        "o3 unknown": (None, "o3", ()),
    },
    "open-liberty": {"Claude Code (claude-opus-5)": ("Claude-Code", "claude-opus-5", ())},
    "co-authored-by": {
        "Claude Opus 4.5 (1M context) <noreply@anthropic.com>": ("Claude-Code", "claude-opus-4.5", ()),
        "aider (gpt-5) <aider@aider.chat>": ("Aider", "gpt-5", ()),
        "Mastra Code (gpt-5) <noreply@mastra.ai>": ("Mastra-Code", "gpt-5", ()),
    },
}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [(name, value, said) for name, rows in READS.items() for value, said in rows.items()],
)
def test_accepted_by_a_profile_and_kept_as_written(read, name, value, said):
    profile = profile_named(name)
    line = f"{profile.keys.model[0]}: {value}"
    disclosure = read(line, profile=name)
    assert disclosure.flaws == ()
    assert [model[:3] for model in disclosure.models] == [said]
    assert [str(trailer) for trailer in profile.write(disclosure)] == [line]


FLAWED = {
    "kernel": {
        "Claude:claude-3-opus coccinelle": ("warning", "LLM coccinelle"),
        "Claude Code": ("warning", "LLM"),
        "llm sparse": ("error", "LLM sparse"),
        "LLM (sparse)": ("error", "LLM sparse"),
    },
    "openssf": {
        "Claude Code:claude-opus-5": ("error", "Claude-Code:claude-opus-5"),
        "claude-opus-5": ("error", "unknown:claude-opus-5"),
        "LLM sparse": ("error", "LLM:unknown sparse"),
        "A:m  ruff": ("error", "A:m ruff"),
    },
    "openinfra": {
        "Claude-Code:claude-opus-5": ("error", "Claude-Code claude-opus-5"),
        "Copilot (GPT-5.4)": ("error", "Copilot GPT-5.4"),
        "Foo Bar Baz": ("error", "Foo-Bar-Baz"),
    },
    "slash": {
        "Claude-Code:claude-opus-5 ruff": ("error", "Claude-Code/claude-opus-5"),
        "Claude Code / claude-opus-5": ("error", "Claude-Code/claude-opus-5"),
        "Claude Code": ("error", "Claude-Code/unknown"),
    },
    "netbeans": {
        "claude-opus-5": ("error", "claude-opus 5"),
        "Claude-Code:claude-opus-5": ("error", "claude-opus 5"),
        "Claude Code": ("error", "unknown unknown"),
    },
    "open-liberty": {
        "Claude-Code:claude-opus-5": ("error", "Claude Code (claude-opus-5)"),
        "Claude Code": ("error", "Claude Code (unknown)"),
    },
}


@pytest.mark.parametrize(
    ("name", "value", "level", "instead"),
    [(name, value, *row) for name, rows in FLAWED.items() for value, row in rows.items()],
)
def test_flagged_by_a_profile_with_the_line_to_write(read, name, value, level, instead):
    key = profile_named(name).keys.model[0]
    disclosure = read(f"{key}: {value}", profile=name)
    assert len(disclosure.models) == 1
    assert [(flaw.level, flaw.remedy) for flaw in disclosure.flaws] == [(level, f"{key}: {instead}")]
    assert read(disclosure.flaws[0].remedy, profile=name).flaws == ()


@pytest.mark.parametrize(
    "name", [name for name in profile_names() if name not in {"co-authored-by", "pr-body"}]
)
@pytest.mark.parametrize("value", ["", "TODO", "<model>"])
def test_every_profile_refuses_what_says_nothing(read, name, value):
    disclosure = read(f"{profile_named(name).keys.model[0]}: {value}", profile=name)
    assert disclosure.models == ()
    assert [flaw.level for flaw in disclosure.flaws] == ["error"]


@pytest.mark.parametrize("name", ["fedora", "llvm", "apache", "co-authored-by"])
def test_a_human_is_no_matter_where_the_key_may_name_one(read, name):
    line = f"{profile_named(name).keys.model[0]}: Ann Ray <ann@corp.test>"
    assert read(line, profile=name)[:5] == ((), (), (), (), ())


def test_a_vendor_s_line_that_names_no_model_is_not_enough(read):
    disclosure = read("Co-authored-by: Claude <noreply@anthropic.com>", profile="co-authored-by")
    assert [(flaw.level, flaw.fix) for flaw in disclosure.flaws] == [("error", None)]
    assert "names no model" in disclosure.flaws[0].why


NAMED = {
    ("Claude-Code", "claude-opus-4-5-20250925"): "Claude Opus 4.5 <noreply@anthropic.com>",
    ("Claude-Code", "claude-3-5-sonnet"): "Claude 3.5 Sonnet <noreply@anthropic.com>",
    ("Claude", "claude-opus-5"): "Claude Opus 5 <noreply@anthropic.com>",
    ("Codex", "gpt-5.3-codex"): "GPT 5.3 Codex <noreply@openai.com>",
    ("Aider", "openai/gpt-5"): "aider (openai/gpt-5) <aider@aider.chat>",
    ("Mastra-Code", "gpt-5"): "Mastra Code (gpt-5) <noreply@mastra.ai>",
    ("Claude-Code", "glm-5.2"): None,
    ("Claude-Code", None): None,
    ("Codex", "o3"): None,
    ("Cursor", "gpt-5"): None,
    (None, "gpt-5"): None,
}


@pytest.mark.parametrize(("names", "value"), NAMED.items(), ids=map(str, NAMED))
def test_the_vendor_s_line(names, value):
    assert profile_named("co-authored-by").dialect.spell(Said(*names)) == value


def test_own_key_is_kept(read):
    said = read("Generated-by: A:m-1")
    assert str(profile_named("openinfra").write(said)[0]) == "Generated-By: A m-1"
    assert str(profile_named("default").write(said)[0]) == "Generated-by: A:m-1"
    assert str(profile_named("kernel").write(said)[0]) == "Assisted-by: LLM"


def test_everything_is_written_in_the_order_of_the_fields(read):
    said = read(
        "Approved-by: Ann Ray <ann@corp.test>",
        "Reviewed-by: Bo Li <bo@corp.test>",
        "Claude-Session: https://claude.ai/code/session_1",
        "AI-Assistance: None",
        "AI-Model: A:m",
        "Assisted-by: A:m",
        "Approved-by: TODO",
    )
    assert profile_named("default").write(said) == (
        Trailer("Assisted-by", "A:m"),
        Trailer("AI-Context", "https://claude.ai/code/session_1"),
        Trailer("Approved-by", "Ann Ray <ann@corp.test>"),
        Trailer("AI-Assistance", "none"),
    )


@pytest.mark.parametrize(
    ("name", "near"),
    [("kernal", "kernel"), ("Default", "default"), ("open_liberty", "open-liberty"), ("zzz", None)],
)
def test_an_unknown_profile(name, near):
    with pytest.raises(PolicyError) as caught:
        profile_named(name)
    assert f'"{name}"' in caught.value.message
    assert ("Did you mean" in caught.value.remedy) is bool(near)
    assert near is None or f'"{near}"' in caught.value.remedy
    assert "kernel-7.2" in caught.value.remedy
