"""Who is an assistant, who is a bot, and which model a co-author line names."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.assistants.identity import assistant_of, bot_of, is_bot, named_model
from trailers.message.person import Person, parse_person

EXAMPLES = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))
GITHUB = "@users.noreply.github.com"
CLAUDE = "noreply@anthropic.com"


@pytest.mark.parametrize(("assistant", "confidence", "who"), EXAMPLES["identities"])
def test_sure_identities_are_assistants(assistant, confidence, who):
    assert assistant_of(parse_person(who)) == (assistant if confidence in {"certain", "strong"} else None)


@pytest.mark.parametrize(("assistant", "confidence", "name"), EXAMPLES["names"])
def test_sure_names_are_assistants(assistant, confidence, name):
    expected = assistant if confidence in {"certain", "strong"} else None
    assert assistant_of(Person(name, "jane@example.com")) == expected


@pytest.mark.parametrize("who", EXAMPLES["noop"]["people"])
def test_people_and_other_bots_are_no_assistants(who):
    assert assistant_of(parse_person(who) or Person(who, "jane@example.com")) is None


@pytest.mark.parametrize(
    ("email", "bot"),
    [
        ("41898282+github-actions[bot]" + GITHUB, "github-actions"),
        ("49699333+dependabot[bot]" + GITHUB, "dependabot"),
        ("29139614+Renovate[bot]" + GITHUB, "renovate"),
        ("66853113+pre-commit-ci[bot]" + GITHUB, "pre-commit-ci"),
        ("noreply@github.com", "github-web-flow"),
        ("7+some-app[bot]" + GITHUB, None),
        ("209825114+claude[bot]" + GITHUB, None),
        # Another number than the bot's own: a bot, but not this one.
        ("7+dependabot[bot]" + GITHUB, None),
    ],
)
def test_bots(email, bot):
    assert is_bot(Person("x", email))
    assert bot_of(Person("x", email)) == bot


@pytest.mark.parametrize(
    "email",
    [
        "jane@example.com",
        "dependabot[bot]" + GITHUB,
        "dependabot[bot]@example.com",
        "7+jane" + GITHUB,
        "7+[bot]" + GITHUB,
        "x+some-app[bot]" + GITHUB,
        "\u0667+some-app[bot]" + GITHUB,
        "7+some app[bot]" + GITHUB,
        "7+some_app[bot]" + GITHUB,
        "7+a+b[bot]" + GITHUB,
        "7+some-app[bot]" + GITHUB + ".example",
        "",
        GITHUB,
    ],
)
def test_people_are_no_bots(email):
    assert not is_bot(Person("dependabot[bot]", email))
    assert bot_of(Person("dependabot[bot]", email)) is None


@pytest.mark.parametrize(
    ("name", "email", "model"),
    [
        ("Claude Opus 4.5 (1M context)", CLAUDE, "Claude Opus 4.5"),
        ("Claude Opus 4.5", CLAUDE, "Claude Opus 4.5"),
        ("Claude Sonnet 4", "NoReply@Anthropic.com", "Claude Sonnet 4"),
        ("aider (gpt-5)", "aider@aider.chat", "gpt-5"),
        ("aider (anthropic/claude-sonnet-4)", "noreply@aider.chat", "anthropic/claude-sonnet-4"),
        ("Mastra Code (m)", "noreply@mastra.ai", "m"),
        ("GPT 5.5", "codex@openai.com", "GPT 5.5"),
        ("gpt-5-codex", "noreply@openai.com", "gpt-5-codex"),
        # Hidden characters stay, for whoever judges the value.
        ("Claude Opus\u20284.5", CLAUDE, "Claude Opus\u20284.5"),
    ],
)
def test_named_models(name, email, model):
    assert named_model(Person(name, email)) == model


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Claude", CLAUDE),
        ("Claude ", CLAUDE),
        ("Claude (1M context)", CLAUDE),
        ("Claude Code", CLAUDE),
        ("Claude AI Assistant", CLAUDE),
        ("claude[bot]", "209825114+claude[bot]" + GITHUB),
        ("Jane Opus 4.5", CLAUDE),
        ("", CLAUDE),
        ("Claude Opus 4.5", "claude@example.com"),
        ("aider", "aider@aider.chat"),
        ("aider ()", "aider@aider.chat"),
        ("aider (gpt-5", "aider@aider.chat"),
        ("Jane (aider)", "jane@example.com"),
        ("Mastra Code", "noreply@mastra.ai"),
        ("Codex", "noreply@openai.com"),
        ("Copilot", "223556219+Copilot" + GITHUB),
        ("Cursor Agent", "cursoragent@cursor.com"),
        ("Lovable (gpt-5)", "noreply@lovable.dev"),
    ],
)
def test_no_model_is_named(name, email):
    assert named_model(Person(name, email)) is None


@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_any_person_can_be_asked_about(name, email):
    for who in (Person(name, email), Person(name, email + GITHUB), Person(name, CLAUDE)):
        assert is_bot(who) in {True, False}
        assistant_of(who)
        model = named_model(who)
        assert model is None or model in name
