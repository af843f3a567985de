"""Approved and denied models: which, where, until when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.disclosure.disclosure import Model
from trailers.policy.models import Approved, Denied, Models, Refusal, day_of, judge, need_paths

JULY = date(2026, 7, 1)
OPUS = Model("Claude-Code", "claude-opus-5")


def approved(*entries):
    return Models(tuple(entry if isinstance(entry, Approved) else Approved(entry) for entry in entries))


def denied(*entries):
    return Models((), tuple(entry if isinstance(entry, Denied) else Denied(entry) for entry in entries))


ALLOWED = {
    "no lists": (Models(), OPUS, ()),
    "the name": (approved("claude-opus-5"), OPUS, ()),
    "another case": (approved("CLAUDE-opus-5"), OPUS, ()),
    "a pattern": (approved("gpt-*", "claude-*"), OPUS, ()),
    "anything": (approved("*"), Model(None, None), ()),
    "agent and name": (approved("claude-code:claude-*"), OPUS, ()),
    "any agent": (approved("*:claude-opus-5"), Model(None, "claude-opus-5"), ()),
    "a colon in the name": (approved("*:qwen3:32b"), Model("Cursor", "qwen3:32b"), ()),
    "an unknown one by its agent": (approved("Claude-Code:*"), Model("Claude-Code", None), ()),
    "an unknown one by that word": (approved("unknown"), Model("Claude-Code", None), ()),
    "on its last day": (approved(Approved("claude-*", JULY)), OPUS, ()),
    "of two entries one holds": (approved(Approved("claude-*", date(2020, 1, 1)), "claude-opus-*"), OPUS, ()),
    "in its paths": (approved(Approved("claude-*", paths=("src/**", "docs"))), OPUS, ("src/a.py", "docs/b")),
    "in the paths of two entries": (
        approved(Approved("claude-*", paths=("src/**",)), Approved("*opus*", paths=("docs",))),
        OPUS,
        ("src/a.py", "docs/b"),
    ),
    "without any path": (approved(Approved("claude-*", paths=("src/**",))), OPUS, ()),
    "another one denied": (denied("gpt-*"), OPUS, ()),
    "denied from tomorrow": (denied(Denied("claude-*", date(2026, 7, 2))), OPUS, ()),
    "denied elsewhere": (denied(Denied("claude-*", paths=("crypto/**",))), OPUS, ("src/a.py",)),
    "an agent denied, another used": (denied("Cursor:*"), OPUS, ()),
    "a name denied that is an agent's": (denied("Claude-Code"), OPUS, ()),
}


@pytest.mark.parametrize(("models", "model", "paths"), ALLOWED.values(), ids=ALLOWED)
def test_a_model_that_may_be_used(models, model, paths):
    assert judge(models, model, paths, JULY) is None


REFUSED = {
    "not listed": (approved("gpt-*"), OPUS, (), Refusal("unapproved", "is not among the approved models")),
    "a part of a name": (
        approved("claude-opus"),
        OPUS,
        (),
        Refusal("unapproved", "is not among the approved models"),
    ),
    "another agent": (
        approved("Claude-Code:*"),
        Model("Cursor", "claude-opus-5"),
        (),
        Refusal("unapproved", "is not among the approved models"),
    ),
    "an agent in the name's place": (
        approved("Claude-Code"),
        OPUS,
        (),
        Refusal("unapproved", "is not among the approved models"),
    ),
    "no agent where one is asked for": (
        approved("?*:claude-opus-5"),
        Model(None, "claude-opus-5"),
        (),
        Refusal("unapproved", "is not among the approved models"),
    ),
    "an unknown one": (
        approved("claude-*"),
        Model("Claude-Code", None),
        (),
        Refusal("unapproved", "is not among the approved models"),
    ),
    "the day after": (
        approved(Approved("claude-*", date(2026, 6, 30), reason="the trial's end")),
        OPUS,
        (),
        Refusal("expired", "was approved until 2026-06-30 (the trial's end)"),
    ),
    "the last of two days": (
        approved(Approved("claude-*", date(2026, 6, 30)), Approved("*opus*", date(2026, 5, 31))),
        OPUS,
        (),
        Refusal("expired", "was approved until 2026-06-30"),
    ),
    "out of its paths": (
        approved(Approved("claude-*", paths=("src/**", "docs"))),
        OPUS,
        ("src/a.py", "crypto/b.py"),
        Refusal("elsewhere", "is approved for src/**, docs and not for crypto/b.py"),
    ),
    "approved there, but no longer": (
        approved(Approved("claude-*", paths=("src/**",)), Approved("claude-*", date(2026, 6, 30))),
        OPUS,
        ("crypto/b.py",),
        Refusal("elsewhere", "is approved for src/** and not for crypto/b.py"),
    ),
    "denied": (
        denied(Denied("claude-*", reason="not here")),
        OPUS,
        (),
        Refusal("denied", "is denied (not here)"),
    ),
    "denied from today": (denied(Denied("claude-*", JULY)), OPUS, (), Refusal("denied", "is denied")),
    "denied and approved": (
        Models((Approved("claude-*"),), (Denied("claude-opus-*"),)),
        OPUS,
        (),
        Refusal("denied", "is denied"),
    ),
    "denied there": (
        denied(Denied("claude-*", paths=("crypto/**",))),
        OPUS,
        ("src/a.py", "crypto/b.py"),
        Refusal("denied", "is denied for crypto/b.py"),
    ),
    "denied in another case": (denied("CLAUDE-*"), OPUS, (), Refusal("denied", "is denied")),
}


@pytest.mark.parametrize(("models", "model", "paths", "refusal"), REFUSED.values(), ids=REFUSED)
def test_a_model_that_may_not_be_used(models, model, paths, refusal):
    assert judge(models, model, paths, JULY) == refusal


@pytest.mark.parametrize(
    ("models", "needed"),
    [
        (Models(), False),
        (Models((Approved("a"),), (Denied("b"),)), False),
        (Models((Approved("a", paths=("x",)),)), True),
        (Models((), (Denied("a", paths=("x",)),)), True),
    ],
)
def test_whether_paths_are_needed(models, needed):
    assert need_paths(models) == needed


NOON = 1782907200  # 2026-07-01T12:00:00Z


@pytest.mark.parametrize(
    ("committed", "base", "day"),
    [
        (NOON, None, JULY),
        (NOON + 11 * 3600 + 3599, None, JULY),
        (NOON + 12 * 3600, None, date(2026, 7, 2)),
        (NOON, NOON - 86400, JULY),
        (0, NOON, JULY),
        (NOON - 86400, NOON, JULY),
        (0, None, date(1970, 1, 1)),
        (-1, None, date(1970, 1, 1)),
        (2**63, None, date(9999, 12, 31)),
        (NOON, 2**63, date(9999, 12, 31)),
    ],
)
def test_the_day_of_a_commit(committed, base, day):
    assert day_of(committed, base) == day


@given(st.integers(-(2**70), 2**70), st.none() | st.integers(-(2**70), 2**70))
def test_the_day_is_never_before_the_bases(committed, base):
    assert day_of(committed, base) >= day_of(base or 0)
