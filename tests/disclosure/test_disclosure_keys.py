"""Keys that a policy gives."""

import pytest

from trailers.disclosure.profiles import profile_named, profile_names
from trailers.disclosure.vocabulary import DEFAULT_KEYS, Keys, faults_of_keys, meanings


@pytest.mark.parametrize("name", profile_names())
def test_no_profile_has_faulty_keys(name):
    assert faults_of_keys(profile_named(name).keys) == ()


FAULTY = {
    "blank": (Keys(model=("Assisted by",)), ['model: "Assisted by" is no trailer key']),
    "colon": (Keys(none="AI:"), ['none: "AI:" is no trailer key']),
    "letter outside ASCII": (Keys(approver=("Approvéd-by",)), ['approver: "Approvéd-by" is no trailer key']),
    "empty key": (Keys(context=("",)), ['context: "" is no trailer key']),
    "no key": (Keys(model=()), ["model: no key is given"]),
    "twice": (Keys(context=("Assisted-BY",)), ['context: "Assisted-BY" is given twice (also under model)']),
    "prefix": (
        Keys(model=("AI",)),
        ['context: "AI-Context" begins with "AI"', 'none: "AI-Assistance" begins with "AI"'],
    ),
    "prefix, the other way": (
        Keys(none="Approved-by-none"),
        ['none: "Approved-by-none" begins with "Approved-by"'],
    ),
}


@pytest.mark.parametrize(("keys", "starts"), FAULTY.values(), ids=FAULTY)
def test_every_fault_is_told(keys, starts):
    faults = faults_of_keys(keys)
    assert len(faults) == len(starts)
    for fault, start in zip(faults, starts, strict=True):
        assert fault.startswith(start)


def test_what_is_read_covers_every_alias_once():
    known = meanings(DEFAULT_KEYS)
    assert known["assisted-by"] == ("model", False)
    assert known["ai-model"] == ("model", True)
    assert known["reviewed-by"] == ("approver", True)
    assert known["claude-session"] == ("context", True)
    assert known["ai-assistance"] == ("none", False)


def test_a_policy_s_keys_replace_a_profile_s_field_by_field():
    profile = profile_named("kernel")
    assert profile.keys_with(None) == profile.keys_with(DEFAULT_KEYS) == profile.keys
    assert profile.keys_with(Keys(approver=("Undersigned-by",))) == Keys(
        model=("Assisted-by",), approver=("Undersigned-by",)
    )
