"""The prefilter is a superset test: what it passes over, a full judgement finds nothing in."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.repositories import JANE, JOHN
from tests.verify.generated import EXAMPLES, IDENTITIES, NAMED, VENDORS, commit_of, content_of, person, text
from trailers.disclosure.profiles import profile_named, profile_names
from trailers.disclosure.vocabulary import Keys
from trailers.message.person import parse_person
from trailers.policy.policy import ApproverPolicy, DisclosurePolicy, Policy
from trailers.repository.commit import parse_commit
from trailers.verify.examining import examine
from trailers.verify.handed import Making, judge_handed, read_handed
from trailers.verify.judging import judge
from trailers.verify.prefilter import nothing_is_said, to_be_read, unusual
from trailers.verify.setting import Setting

LIMIT = 1024 * 1024
SCISSORS = "# ------------------------ >8 ------------------------"
OWN = Keys(model=("KI-Modell",), context=("KI-Kontext",), approver=("Freigabe",), none="KI-Hilfe")


def setting_of(mode="detected", profile="default", keys=None, rule="human"):
    disclosure = DisclosurePolicy(mode=mode, profile=profile, **({"keys": keys} if keys else {}))
    policy = Policy(disclosure=disclosure, approver=ApproverPolicy(rule=rule))
    return Setting(policy, profile_named(profile), "merge", lambda _: ())


def may_be_passed_over(content, limit, also=()):
    return not to_be_read((content,), limit, also)


def holds(message, author, committer, setting):
    """That nothing is found where the prefilter passes a commit over."""
    if may_be_passed_over(
        content_of(message, author, committer), LIMIT, unusual(setting.keys, setting.profile.forbidden_keys)
    ):
        subject = examine(commit_of(message, author, committer), setting, "")
        assert judge(subject, setting) == ()
        assert not subject.assisted
        assert not subject.disclosure.approvers or subject.disclosure.approvers[0].key.lower() in (
            "reviewed-by",
            "acked-by",
        )


SETTINGS = {
    **{
        f"{mode}, {rule}": setting_of(mode, rule=rule)
        for mode in ("detected", "forbid")
        for rule in ("human", "other")
    },
    "own keys": setting_of(keys=OWN),
    **{profile: setting_of(profile=profile) for profile in profile_names()},
}


@pytest.mark.parametrize("name", list(SETTINGS))
@settings(max_examples=150, deadline=None)
@given(text, person, person)
@example("\u0410ssisted-by\uff1aCursor gpt", JANE, JOHN)
@example("\u0410ssisted by Cursor\n", JANE, JOHN)
@example("KI Modell: x\n", JANE, JOHN)
def test_what_is_passed_over_has_no_finding(name, message, author, committer):
    holds(message, author, committer, SETTINGS[name])


@settings(max_examples=150, deadline=None)
@given(text, st.sampled_from(["", "# a comment\n", "#\n", f"{SCISSORS}\n+diff\n"]))
def test_a_message_that_git_will_clean_up(message, below):
    """What git leaves out of a handed message makes no finding where there was none."""
    setting = SETTINGS["detected, human"]
    data = f"{below}{message}\n{below}".encode("utf-8", "surrogateescape")
    if nothing_is_said(JANE.encode(), JANE.encode(), data, LIMIT):
        for cleanup in ("strip", "whitespace", "scissors", "verbatim"):
            handed = read_handed(data, {"commit.cleanup": cleanup}, {})
            making = Making(parse_person(JANE), parse_person(JANE), 0)
            assert judge_handed(handed, setting.policy, making, setting.paths) == ()


@pytest.mark.parametrize("example_", IDENTITIES + NAMED)
def test_identities_are_not_passed_over(example_):
    for author, committer in ((example_, JOHN), (JANE, example_)):
        content = content_of("x\n", author, committer)
        subject = examine(commit_of("x\n", author, committer), SETTINGS["detected, human"], "")
        assert not (subject.markers and may_be_passed_over(content, LIMIT))


@pytest.mark.parametrize("example_", VENDORS + [f"Co-authored-by: {one}" for one in IDENTITIES])
def test_what_vendors_write_is_not_passed_over(example_):
    for message in (f"x\n\n{example_}\n", f"x\n\n{example_}\n\nmore\n", example_):
        subject = examine(commit_of(message), SETTINGS["detected, human"], "")
        assert not (subject.markers and may_be_passed_over(content_of(message), LIMIT))


def test_the_examples_are_of_something():
    assert sum(map(len, EXAMPLES.values())) > 100


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(content_of("A change\n"), True, id="noop"),
        pytest.param(
            content_of(f"A change\n\nSigned-off-by: {JANE}\nReviewed-by: {JOHN}\n"), True, id="noop, trailers"
        ),
        pytest.param(content_of("Änderung\n\nJürgen – „so“\n"), True, id="noop, UTF-8"),
        pytest.param(content_of("caf\udce9\n"), False, id="no UTF-8"),
        pytest.param(content_of("a\0b\n"), False, id="NUL"),
        pytest.param(content_of("x" * LIMIT + "x"), False, id="too long"),
        pytest.param(content_of("x" * LIMIT), True, id="just not too long"),
        pytest.param(content_of("x\n").replace(b"\n\n", b"\nencoding latin-1\n\n"), False, id="an encoding"),
        pytest.param(content_of("x\n\nencoding latin-1\n"), True, id="noop, about encodings"),
        pytest.param(content_of("fixup! x\n"), False, id="fixup"),
        pytest.param(content_of("x\n\nAssisted-by: y\n"), False, id="a disclosure"),
        pytest.param(content_of("x\n\nApproved-by: y\n"), False, id="an approval"),
        pytest.param(content_of("x\n\nAI-Assistance: none\n"), False, id="a denial"),
        pytest.param(content_of("x\n\nKI-Modell: y\n"), False, id="a key of a policy's own"),
        pytest.param(content_of("x\n\nki_modell: y\n"), False, id="a key of a policy's own, misspelt"),
        pytest.param(content_of("x\n\nFreigabe: y\n"), False, id="an approver's key"),
        pytest.param(content_of("x\n\nKI-Hilfe: none\n"), False, id="a denial's key"),
    ],
)
def test_raw_bytes(content, expected):
    assert may_be_passed_over(content, LIMIT, unusual(OWN)) is expected


def test_nothing_is_unusual_about_the_defaults():
    assert unusual(Keys()) == ()


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(content):
    may_be_passed_over(content, LIMIT)
    parse_commit("i", content)
