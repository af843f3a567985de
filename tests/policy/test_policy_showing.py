"""`policy show`: what is shown loads as the same policy."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.disclosure.vocabulary import Keys
from trailers.policy.bots import Bot
from trailers.policy.loading import load
from trailers.policy.models import Approved, Denied, Models
from trailers.policy.policy import DEFAULT, ApproverPolicy, DisclosurePolicy, Limits
from trailers.policy.showing import as_table, show

FULL = DEFAULT._replace(
    requires=">=0.2",
    disclosure=DisclosurePolicy("explicit", "apache", ("model",), True, Keys(("Model",), none="No-AI")),
    models=Models(
        (Approved("claude-*"), Approved("x", date(2027, 1, 31), ("src/**",), 'a "reason" \\ \x1b \u202e ü')),
        (Denied("y", date(2026, 1, 1)),),
    ),
    approver=ApproverPolicy("other", "commit"),
    bots=(Bot("49699333", "Dependabot"), Bot("bot@example.com", committers=("a@b",))),
    grandfather="a" * 40,
    severity={"US101": "note", "US102": "off"},
    limits=Limits(4096),
    source="p",
)


def test_the_defaults():
    assert show(DEFAULT) == (
        "# from the defaults\n"
        "\n"
        "[disclosure]\n"
        'mode = "detected"  # default\n'
        'profile = "default"  # default\n'
        'required = ["model", "context", "approver"]  # default\n'
        "allow_unknown_model = false  # default\n"
        "\n"
        "[disclosure.keys]\n"
        'model = ["Assisted-by", "Generated-by"]  # default\n'
        'context = ["AI-Context"]  # default\n'
        'approver = ["Approved-by"]  # default\n'
        'none = "AI-Assistance"  # default\n'
        "\n"
        "[approver]\n"
        'rule = "human"  # default\n'
        'due = "commit"\n'
        "\n"
        "[secrets]\n"
        'mode = "default"  # default\n'
        "decode = false  # default\n"
        "archives = false  # default\n"
        "\n"
        "[context]\n"
        "session = true  # default\n"
        "digest = true  # default\n"
        "prompt = false  # default\n"
        "prompt_length = 200  # default\n"
        "\n"
        "[attribution]\n"
        'vendor = "normalise"  # default\n'
        "\n"
        "[limits]\n"
        "message_bytes = 1048576  # default\n"
    )


def test_a_full_policy():
    text = show(FULL)
    assert load(text, "p") == FULL
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert 'approved = ["claude-*", { model = "x", until = 2027-01-31, paths = ["src/**"]' in text
    assert 'mode = "explicit"\n' in text
    assert 'context = ["AI-Context"]  # default\n' in text


@pytest.mark.parametrize("policy", [DEFAULT, FULL], ids=["default", "full"])
def test_what_is_shown_loads_as_the_same(policy):
    assert load(show(policy), policy.source) == policy


def test_as_a_table():
    table = as_table(FULL)
    assert table["bots"][0] == {"id": 49699333, "name": "Dependabot", "committers": ["noreply@github.com"]}
    assert table["models"]["approved"][0] == "claude-*"
    assert table["models"]["approved"][1]["until"] == date(2027, 1, 31)
    assert "requires" not in as_table(DEFAULT)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_any_text_survives(reason):
    policy = DEFAULT._replace(models=Models((Approved("x", reason=reason),)), source="p")
    assert load(show(policy), "p") == policy
