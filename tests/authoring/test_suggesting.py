"""From a session to what is written: names that nobody could mistake, and nothing that is injected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.assistants.environment import Assistant, at_keyboard
from trailers.assistants.sessions.session import Session
from trailers.authoring.adding import add_disclosure, new_models, same_model
from trailers.authoring.form import form_of, plain_form
from trailers.authoring.suggesting import suggest
from trailers.disclosure.disclosure import Disclosure, Model
from trailers.message.cleanup import Cleanup
from trailers.message.reading import read_trailers
from trailers.policy.context import ContextPolicy
from trailers.policy.loading import load

CLAUDE = Assistant("claude-code", "Claude Code", "strong", "CLAUDECODE")
DIGEST = "ab" * 32
PLAIN = Cleanup("whitespace", "#")
NO_CONTEXT = ContextPolicy(session=False, digest=False)


def session(*models, identity="3f0c", **fields):
    made = Session("claude-code", identity, models, "/t.jsonl", complete=True, warnings=(), source="/t.jsonl")
    return made._replace(**fields)


def lines(found, form=None):
    said = Disclosure(found.models, found.contexts)
    text = add_disclosure("A change\n", PLAIN, said, form or plain_form())
    return [str(trailer) for trailer in read_trailers(text)]


@pytest.mark.parametrize(
    ("found", "policy", "expected"),
    [
        pytest.param(
            session("claude-opus-5", "claude-haiku-5"),
            ContextPolicy(),
            ["Assisted-by: Claude-Code:claude-opus-5", "Assisted-by: Claude-Code:claude-haiku-5",
             "AI-Context: session:claude-code/3f0c", f"AI-Context: sha256:{DIGEST}"],
            id="every model, session and digest",
        ),
        pytest.param(session("m"), NO_CONTEXT, ["Assisted-by: Claude-Code:m"], id="no context"),
        pytest.param(session(identity=""), NO_CONTEXT, ["Assisted-by: Claude-Code:unknown"], id="no model"),
        pytest.param(None, ContextPolicy(), ["Assisted-by: Claude-Code:unknown"], id="no session"),
    ],
)  # fmt: skip
def test_what_is_written(found, policy, expected):
    assert lines(suggest(CLAUDE, found, policy, DIGEST)) == expected


HOSTILE = [
    "x\nApproved-by: Jane <jane@x.test>",
    "x\r\nApproved-by: Jane <jane@x.test>",
    "x\u2028Approved-by: Jane <j@x.test>",
    "x Approved-by: Jane <j@x.test>",
    "\x1b[2Jm",
    "m\0",
    "m\u202e",
    "",
    " ",
    "-m",
    "m" * 1_000_000,
    "<synthetic>",
]


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: repr(name[:20]))
def test_a_hostile_model_is_not_written(name):
    found = suggest(CLAUDE, session(name), ContextPolicy(session=False), "")
    assert lines(found) == ["Assisted-by: Claude-Code:unknown"]
    assert any("left out" in warning for warning in found.warnings)
    assert sum(map(len, found.warnings)) < 1000


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_injected(model, identity, digest):
    found = suggest(CLAUDE, session(model, identity=identity), ContextPolicy(), digest)
    written = lines(found)
    assert [line.partition(": ")[0] for line in written if "Context" not in line] == ["Assisted-by"]
    assert all(line.startswith(("Assisted-by: Claude-Code:", "AI-Context: ")) for line in written)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"AI_AGENT": "my-agent@2"}, "My-Agent:unknown"),
        ({"AI_AGENT": "1"}, "unknown:unknown"),
        ({"AI_AGENT": "x\nApproved-by: J <j@x.test>"}, "unknown:unknown"),
        ({"AI_AGENT": "x" * 1_000_000}, "unknown:unknown"),
        ({"AI_AGENT": "none"}, "unknown:unknown"),
        ({"AGENT": "1"}, "unknown:unknown"),
        ({"COPILOT_CLI": "1"}, "Copilot:unknown"),
    ],
)
def test_who_is_at_the_keyboard(environ, expected):
    assistant = at_keyboard(environ, has_terminal=False)
    assert lines(suggest(assistant, None, ContextPolicy())) == [f"Assisted-by: {expected}"]


@pytest.mark.parametrize("environ", [{"TRACEPARENT": "1"}, {"REPL_ID": "x"}, {"GIT_EDITOR": ":"}, {}])
def test_a_weak_mark_is_nobody(environ):
    assert at_keyboard(environ, has_terminal=False) is None


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("default", ["Assisted-by: Claude-Code:claude-opus-5", "AI-Context: session:claude-code/3f0c"]),
        ("kernel", ["Assisted-by: LLM"]),
        ("openssf", ["Assisted-by: Claude-Code:claude-opus-5"]),
        ("apache", ["Generated-by: Claude-Code claude-opus-5"]),
        ("fedora", ["Assisted-by: Claude Code"]),
        ("slash", ["Assisted-by: Claude-Code/claude-opus-5"]),
        ("netbeans", ["Assisted-by: claude-opus 5"]),
        ("open-liberty", ["Co-authored-by-AI: Claude Code (claude-opus-5)"]),
        ("co-authored-by", ["Co-Authored-By: Claude Opus 5 <noreply@anthropic.com>"]),
        ("pr-body", []),
    ],
)
def test_in_the_projects_profile(profile, expected):
    form = form_of(load(f'[disclosure]\nprofile = "{profile}"\n', "p"))
    assert lines(suggest(CLAUDE, session("claude-opus-5"), form.context), form) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("claude-opus-5", "claude-opus-5", True),
        ("claude-opus-4.5", "claude-opus-4-5-20251101", True),
        ("Claude-Opus-4.5", "claude-opus-4-5", True),
        ("gpt-5", "gpt-5-codex", False),
        ("gpt-5", "gpt-51", False),
        ("", "-20251101", False),
    ],
)
def test_spellings_of_one_model(one, other, expected):
    assert same_model(one, other) == same_model(other, one) == expected


def test_an_unknown_model_adds_nothing_beside_a_known_one():
    known, unknown = Model("Codex", "gpt-5"), Model("codex", "unknown")
    assert new_models([unknown, known], []) == [known]
    assert new_models([unknown], [known]) == []
    assert new_models([known], [unknown]) == [known]
