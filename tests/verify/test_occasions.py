"""Each rule's occasion holds wherever the rule finds something, over many made-up subjects."""

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.repositories import DISCLOSED, JOHN, MODEL, NONE, message
from tests.verify.generated import commit_of, person, text
from tests.verify.test_prefilter import OWN
from trailers.assistants.environment import Assistant
from trailers.disclosure.profiles import profile_named, profile_names
from trailers.disclosure.vocabulary import DEFAULT_KEYS
from trailers.policy.models import Approved, Denied, Models
from trailers.policy.policy import ApproverPolicy, DisclosurePolicy, Limits, Policy
from trailers.verify.examining import examine
from trailers.verify.judging import judge
from trailers.verify.occasions import OCCASIONS, occasioned
from trailers.verify.registry import RULES
from trailers.verify.setting import Setting

ASSISTANT = Assistant("claude-code", "Claude Code", "certain", "CLAUDECODE")

models = st.sampled_from(
    [
        Models(),
        Models(approved=(Approved("gpt-*"),)),
        Models(denied=(Denied("claude-*", paths=("src/**",)),)),
    ]
)
disclosures = st.builds(
    DisclosurePolicy,
    mode=st.sampled_from(["detected", "explicit", "forbid"]),
    profile=st.sampled_from(profile_names()),
    required=st.sampled_from([("model", "context", "approver"), ("model",), ("context", "approver")]),
    allow_unknown_model=st.booleans(),
    keys=st.sampled_from([DEFAULT_KEYS, OWN]),
)
policies = st.builds(
    Policy()._replace,
    disclosure=disclosures,
    models=models,
    approver=st.builds(
        ApproverPolicy, st.sampled_from(["human", "other"]), st.sampled_from(["commit", "merge"])
    ),
    limits=st.just(Limits(1024)),
)


def setting_of(policy, stage):
    return Setting(policy, profile_named(policy.disclosure.profile), stage, lambda _: ("src/a.py",))


def subject_of(message_, author, setting, *, handed=False, assistant=None):
    subject = examine(commit_of(message_, author), setting, "")
    if not handed:
        return subject
    added = subject.disclosure.approvers if assistant else ()
    return subject._replace(commit=None, parents=(), assistant=assistant, added_approvals=added)


@settings(max_examples=400, deadline=None)
@given(
    text,
    person,
    policies,
    st.sampled_from(["commit", "push", "review", "merge"]),
    st.sampled_from([None, "person", "assistant"]),
)
def test_no_finding_without_its_occasion(message_, author, policy, stage, hand):
    setting = setting_of(policy, stage)
    assistant = ASSISTANT if hand == "assistant" else None
    subject = subject_of(message_, author, setting, handed=hand is not None, assistant=assistant)
    for module, occasion in OCCASIONS:
        if not occasion(subject, setting):
            assert list(import_module(module).check(subject, setting)) == []


@settings(max_examples=100, deadline=None)
@given(text, person, policies)
def test_what_is_found_is_a_known_rule_and_can_be_pasted(message_, author, policy):
    setting = setting_of(policy, "merge")
    for finding in judge(subject_of(message_, author, setting), setting):
        assert finding.rule in RULES
        assert finding.message
        assert finding.remedy
        assert finding.line is None or 1 <= finding.line <= message_.count("\n") + 1


@pytest.mark.parametrize(
    ("message_", "expected"),
    [
        pytest.param("A change\n", [], id="noop"),
        pytest.param(message("Refs: 12\n"), [], id="noop, trailers"),
        pytest.param(message(f"Signed-off-by: {JOHN}\n"), ["forbidden_trailer"], id="signed"),
        pytest.param(message(DISCLOSED), ["approvals"], id="disclosed"),
        pytest.param(message(MODEL), ["missing_context", "missing_approver"], id="half disclosed"),
        pytest.param(message(NONE), ["contradiction"], id="denied"),
    ],
)
def test_typical_messages_give_occasion_to_few(message_, expected):
    setting = setting_of(Policy(), "commit")
    subject = subject_of(message_, JOHN, setting, handed=True)
    assert [check.__module__.rpartition(".")[2] for check in occasioned(subject, setting)] == expected


def test_every_rule_of_a_message_has_an_occasion():
    modules = {module for module, _ in OCCASIONS}
    elsewhere = {"US100", "US115", "US116", "US117", "US401", "US402", "US403", "US501", "US502", "US503"}
    listed = {getattr(import_module(module), "RULE", None) for module in modules}
    of_messages = {rule.id for rule in RULES.values() if rule.owner not in ("ownership", "secrets")}
    assert {rule.id for rule in listed if rule} | elsewhere == of_messages
