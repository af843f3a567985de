"""What becomes of the lines that assistants write about themselves."""

import pytest

from trailers.authoring.attributing import Known, attributed
from trailers.authoring.form import form_of, plain_form
from trailers.authoring.suggestion import NOTHING, Suggestion
from trailers.disclosure.disclosure import Model
from trailers.message.cleanup import Cleanup
from trailers.policy.loading import load

WHITESPACE = Cleanup("whitespace", "#")
CLAUDE = "Co-Authored-By: Claude <noreply@anthropic.com>\n"
OPUS = "Co-Authored-By: Claude Opus 4.5 (1M context) <noreply@anthropic.com>\n"
MADE = "\N{ROBOT FACE} Generated with [Claude Code](https://claude.com/claude-code)\n"
LINK = "Claude-Session: https://claude.ai/code/session_01AbC\n"
LOGS = "Agent-Logs-Url: https://github.com/o/r/sessions/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11\n"
OURS = "Assisted-by: Claude-Code:claude-opus-5\n"
KNOWN = Suggestion((Model("Claude-Code", "claude-opus-5"),))


def written(text, suggestion=NOTHING, policy="", cleanup=WHITESPACE):
    form = form_of(load(policy, "p")) if policy else plain_form()
    return attributed(text, cleanup, form, Known(suggestion, frozenset()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"A\n\n{OPUS}", "A\n\nAssisted-by: Claude-Code:claude-opus-4.5\n", id="a model"),
        pytest.param(f"A\n\n{CLAUDE}", "A\n\nAssisted-by: Claude-Code:unknown\n", id="no model"),
        pytest.param(
            f"A\n\nWhy.\n\n{MADE}\n{CLAUDE}",
            "A\n\nWhy.\n\nAssisted-by: Claude-Code:unknown\n",
            id="two lines",
        ),
        pytest.param(
            f"A\n\n{OPUS}{LINK}",
            "A\n\nAssisted-by: Claude-Code:claude-opus-4.5\nAI-Context: session:claude-code/session_01AbC\n",
            id="a link",
        ),
        pytest.param(
            f"A\n\n{LOGS}",
            "A\n\nAI-Context: session:copilot/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11\n",
            id="logs",
        ),
        pytest.param("A\n\nMade-with: Cursor\n", "A\n\nAssisted-by: Cursor:unknown\n", id="Cursor"),
        pytest.param(
            "A\n\n\N{HEART WITH ARROW} Generated with Crush\n\nAssisted-by: Crush:glm-5\n",
            "A\n\nAssisted-by: Crush:glm-5\n",
            id="Crush",
        ),
        pytest.param(
            f"A\n\n{CLAUDE}Signed-off-by: J <j@x.test>\n",
            "A\n\nSigned-off-by: J <j@x.test>\nAssisted-by: Claude-Code:unknown\n",
            id="beside a sign-off",
        ),
    ],
)
def test_normalised(text, expected):
    assert written(text) == expected
    assert written(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A\n\nCo-authored-by: Claude Monet <claude@monet.test>\n", id="a person"),
        pytest.param("A\n\nThe line Co-Authored-By: Claude <noreply@anthropic.com> went\n", id="a sentence"),
        pytest.param(f"A\n\n    {CLAUDE}", id="indented"),
        pytest.param(f"A\n\n```\n{CLAUDE}```\n", id="fenced"),
        pytest.param(f"A\n\n> {MADE}", id="quoted"),
        pytest.param(
            "A\n\nGenerated with [Claude Code](https://claude.ai/code) and by hand\n", id="more said"
        ),
        pytest.param("A\n\nEntire-Checkpoint: 0123456789ab\n", id="another layer's"),
        pytest.param("A\n\nSigned-off-by: Claude <noreply@anthropic.com>\n", id="a sign-off: the checker's"),
    ],
)
def test_left_alone(text):
    assert written(text) == text


def test_kept_by_policy():
    text = f"A\n\n{MADE}\n{OPUS}{LINK}"
    assert written(text, policy='[attribution]\nvendor = "keep"\n') == text
    added = written(f"A\n\n{CLAUDE}", KNOWN, '[attribution]\nvendor = "keep"\n')
    assert added == f"A\n\n{CLAUDE}{OURS}"


def test_the_session_says_which_model_it_was():
    assert written(f"A\n\n{MADE}\n{CLAUDE}", KNOWN) == f"A\n\n{OURS}"


def test_a_link_to_an_allowed_host():
    expected = "A\n\nAI-Context: https://claude.ai/code/session_01AbC\n"
    assert written(f"A\n\n{LINK}", policy='[context]\nhosts = ["Claude.ai"]\n') == expected


@pytest.mark.parametrize(
    ("profile", "text", "expected"),
    [
        ("pr-body", f"A\n\n{MADE}\n{OPUS}", "A\n"),
        ("co-authored-by", f"A\n\n{OPUS}", f"A\n\n{OPUS}"),
        ("co-authored-by", "A\n\nMade-with: Cursor\n", "A\n\nMade-with: Cursor\n"),
        ("kernel", f"A\n\n{OPUS}{LINK}", f"A\n\n{LINK}Assisted-by: LLM\n"),
        ("apache", f"A\n\n{OPUS}", "A\n\nGenerated-by: Claude-Code claude-opus-4.5\n"),
    ],
)
def test_in_the_projects_profile(profile, text, expected):
    assert written(text, policy=f'[disclosure]\nprofile = "{profile}"\n') == expected


def test_what_git_drops_is_not_looked_at():
    text = f"A\n\n# {CLAUDE}# {MADE}"
    assert written(text, cleanup=Cleanup("strip", "#")) == text
