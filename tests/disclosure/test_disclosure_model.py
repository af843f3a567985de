"""Model lines of the default profile: what is accepted, what is read with a flaw, what says nothing."""

import pytest

from trailers.disclosure.reading import is_unknown

ACCEPTED = {
    "plain": ("Claude-Code:claude-opus-5", "Claude-Code", "claude-opus-5", ()),
    "tools": (
        "Claude-Code:claude-opus-5 ruff clang-tidy@18",
        "Claude-Code",
        "claude-opus-5",
        ("ruff", "clang-tidy@18"),
    ),
    "colon in the model": ("Ollama:qwen3:32b", "Ollama", "qwen3:32b", ()),
    "slash in the model": ("opencode:openai/gpt-5.3-codex", "opencode", "openai/gpt-5.3-codex", ()),
    "at in the model": ("Gemini-CLI:gemini-3@2026-10", "Gemini-CLI", "gemini-3@2026-10", ()),
    "all signs in the agent": ("a.b_c+d-e:m", "a.b_c+d-e", "m", ()),
    "unknown model": ("Claude-Code:unknown", "Claude-Code", "unknown", ()),
    "model chosen by the tool": ("Cursor:auto", "Cursor", "auto", ()),
}


@pytest.mark.parametrize(("value", "agent", "name", "tools"), ACCEPTED.values(), ids=ACCEPTED)
@pytest.mark.parametrize("key", ["Assisted-by", "Generated-by", "assisted-by", "GENERATED-BY"])
def test_accepted(read, key, value, agent, name, tools):  # noqa: PLR0917 - the columns of the table
    said = read(f"{key}: {value}")
    assert said.flaws == ()
    assert [model[:3] for model in said.models] == [(agent, name, tools)]
    assert said.models[0][3:] == (key, value, 1)


OTHER_FORMS = {
    "model alone": ("claude-opus-4-6-20250925", "unknown:claude-opus-4-6-20250925", "names no agent"),
    "provider and model": ("openai/gpt-5.4", "unknown:openai/gpt-5.4", "names no agent"),
    "model in words": ("Claude Opus 4.6", "unknown:claude-opus-4.6", "names no agent"),
    "vendor's identity": (
        "Claude Opus 5 <noreply@anthropic.com>",
        "Claude-Code:claude-opus-5",
        "another form",
    ),
    "vendor's identity without a model": (
        "Claude <noreply@anthropic.com>",
        "Claude-Code:unknown",
        "names no model",
    ),
    "blank in the agent": ("Claude Code:claude-opus-5", "Claude-Code:claude-opus-5", "another form"),
    "blank in the agent, tools": (
        "Claude Code:claude-opus-5 ruff",
        "Claude-Code:claude-opus-5 ruff",
        "another form",
    ),
    "blank after the colon": ("Claude Code: Claude Opus 5", "Claude-Code:claude-opus-5", "another form"),
    "slash with blanks": ("Claude Code / claude-opus-4.6", "Claude-Code:claude-opus-4.6", "another form"),
    "slash": ("Claude-Code/claude-opus-5", "Claude-Code:claude-opus-5", "another form"),
    "brackets": ("Copilot (GPT-5.4)", "Copilot:GPT-5.4", "another form"),
    "two names": ("GitHub Copilot gpt-5.4", "Copilot:gpt-5.4", "another form"),
    "two blanks": ("Claude-Code:claude-opus-5  ruff", "Claude-Code:claude-opus-5 ruff", "another form"),
    "agent alone": ("Claude Code", "Claude-Code:unknown", "names no model"),
    "agent and colon": ("Claude-Code:", "Claude-Code:unknown", "names no model"),
    "family alone": ("ChatGPT", "ChatGPT:unknown", "names no model"),
    "an agent unheard of": ("Some Helper", "Some-Helper:unknown", "names no model"),
    "the kernel's form": ("LLM sparse", "LLM:unknown sparse", "names no model"),
}


@pytest.mark.parametrize(("value", "instead", "why"), OTHER_FORMS.values(), ids=OTHER_FORMS)
def test_another_form_is_read_and_the_line_to_write_is_given(read, value, instead, why):
    said = read(f"Assisted-by: {value}")
    (flaw,) = said.flaws
    assert flaw.remedy == f"Assisted-by: {instead}"
    assert str(flaw.fix) == flaw.remedy
    assert why in flaw.why
    assert (flaw.field, flaw.level, flaw.line, flaw.value) == ("model", "error", 1, value)
    mended = read(flaw.remedy)
    assert mended.flaws == ()
    (model,) = said.models
    assert [(model.agent or "unknown", model.name or "unknown", model.tools)] == [
        one[:3] for one in mended.models
    ]


NOTHING_SAID = {
    "empty": ("", "empty"),
    "TODO": ("TODO", "placeholder"),
    "TBD": ("tbd", "placeholder"),
    "XXX": ("XXX", "placeholder"),
    "FIXME": ("FIXME", "placeholder"),
    "n/a": ("N/A", "placeholder"),
    "none": ("none", "placeholder"),
    "dash": ("-", "placeholder"),
    "question": ("?", "placeholder"),
    "ellipsis": ("…", "placeholder"),
    "three dots": ("...", "placeholder"),
    "bracketed": ("<model>", "template"),
    "template": ("agent:model", "template"),
    "template of the kernel": ("AGENT_NAME:MODEL_VERSION", "template"),
    "variable": ("$MODEL", "not filled in"),
    "no model": ("Claude-Code:none", "placeholder"),
    "model to do": ("Claude-Code:TODO", "placeholder"),
    "agent to do": ("TODO:claude-opus-5", "placeholder"),
    "bracketed model": ("Claude-Code:<model>", "template"),
    "variable model": ("Claude-Code:${MODEL}", "template"),
    "sentence": ("a bit of help from some chat bot", "neither"),
    "only signs": ("!!!", "neither"),
}


@pytest.mark.parametrize(("value", "why"), NOTHING_SAID.values(), ids=NOTHING_SAID)
def test_a_value_that_says_nothing_is_no_model(read, value, why):
    said = read(f"Assisted-by: {value}")
    assert said.models == ()
    (flaw,) = said.flaws
    assert why in flaw.why
    assert flaw.fix is None
    assert flaw.remedy.startswith("Write Assisted-by: ")


def test_a_human_helper_is_a_warning_and_no_model(read):
    said = read("Assisted-by: Ann Ray <ann@corp.test>")
    assert said.models == ()
    assert [(flaw.level, flaw.fix) for flaw in said.flaws] == [("warning", None)]
    assert "person" in said.flaws[0].why


HIDDEN = {
    "zero width": ("Claude-Code:claude\u200b-opus-5", "ZERO WIDTH SPACE", "Claude-Code:claude-opus-5"),
    "bidi override": (
        "Claude-Code:\u202eclaude-opus-5",
        "RIGHT-TO-LEFT OVERRIDE",
        "Claude-Code:claude-opus-5",
    ),
    "no-break space": (
        "Claude-Code:claude-opus-5\u00a0ruff",
        "NO-BREAK SPACE",
        "Claude-Code:claude-opus-5 ruff",
    ),
    "line separator": (
        "Claude-Code:claude-opus-5\u2028ruff",
        "LINE SEPARATOR",
        "Claude-Code:claude-opus-5 ruff",
    ),
    "vertical tab": ("Claude-Code:claude-opus-5\vruff", "VERTICAL TAB", "Claude-Code:claude-opus-5 ruff"),
    "in another form": ("Claude\u00a0Code:claude-opus-5", "NO-BREAK SPACE", "Claude-Code:claude-opus-5"),
    "a byte": ("Claude-Code:claude-opus-5\udce9", "BYTE 0xE9", "Claude-Code:claude-opus-5"),
}


@pytest.mark.parametrize(("value", "name", "instead"), HIDDEN.values(), ids=HIDDEN)
def test_hidden_characters_are_refused(read, value, name, instead):
    said = read(f"Assisted-by: {value}")
    assert said.models == ()
    (flaw,) = said.flaws
    assert name in flaw.why
    assert flaw.level == "error"
    assert flaw.remedy == f"Assisted-by: {instead}"


def test_hidden_characters_in_what_says_nothing_anyway(read):
    (flaw,) = read("Assisted-by: TO\u200bDO").flaws
    assert "ZERO WIDTH SPACE" in flaw.why
    assert flaw.fix is None


def test_a_folded_value_is_a_warning(read):
    from trailers.disclosure.profiles import profile_named
    from trailers.disclosure.reading import read_disclosure
    from trailers.message.trailer import Trailer

    folded = Trailer("Assisted-by", "Claude-Code:claude-opus-5 ruff", 3, folded=True)
    said = read_disclosure([folded], profile_named("default"))
    assert len(said.models) == 1
    assert [(flaw.level, flaw.remedy, flaw.line) for flaw in said.flaws] == [("warning", str(folded), 3)]


def test_identical_lines_count_once_and_order_is_kept(read):
    said = read(
        "Assisted-by: B:two",
        "Assisted-by: A:one",
        "assisted-by: B:two",
        "Generated-by: B:two",
        "Assisted-by: ?",
        "Assisted-by: ?",
    )
    assert [(model.agent, model.key, model.line) for model in said.models] == [
        ("B", "Assisted-by", 1),
        ("A", "Assisted-by", 2),
        ("B", "Generated-by", 4),
    ]
    assert [flaw.line for flaw in said.flaws] == [5]


@pytest.mark.parametrize(
    ("value", "unknown"),
    [("A:unknown", True), ("A:Auto", True), ("unknown:m", False), ("A:m", False), ("Claude Code", False)],
)
def test_is_unknown(read, value, unknown):
    (model,) = read(f"Assisted-by: {value}").models
    assert is_unknown(model) is unknown


def test_a_denial_and_a_model_are_both_reported(read):
    said = read("AI-Assistance: None", "Assisted-by: A:m")
    assert len(said.models) == len(said.denials) == 1
    assert said.flaws == ()


@pytest.mark.parametrize("value", ["", "yes", "partly", "none at all", "no\u200bne"])
def test_a_denial_says_none(read, value):
    said = read(f"AI-Assistance: {value}")
    assert said.denials == ()
    assert [flaw.field for flaw in said.flaws] == ["none"]


def test_other_trailers_are_no_matter(read):
    said = read("Signed-off-by: Ann Ray <ann@corp.test>", "Fixes: #12", "AI-Share: 40%", "Helped-by: TODO")
    assert said[:5] == ((), (), (), (), ())
