"""Properties: nothing raises, time is linear, what is written is accepted and is what git sees."""

import os
import re
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.disclosure.converting import convert
from trailers.disclosure.dialect import Said
from trailers.disclosure.disclosure import Approver, Context, Disclosure, Model
from trailers.disclosure.forbidding import forbidden_lines
from trailers.disclosure.placeholder import placeholder_in
from trailers.disclosure.profiles import profile_named, profile_names
from trailers.disclosure.pull_request import read_block, write_block
from trailers.disclosure.reading import read_disclosure
from trailers.disclosure.vocabulary import ALIASES
from trailers.message.hidden import hidden_characters, visible, without_hidden
from trailers.message.person import Person
from trailers.message.trailer import Trailer

NAMES = profile_names()
QUICK = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
EACH = settings(QUICK, max_examples=40)  # for each profile

keys = st.sampled_from([key for aliases in ALIASES.values() for key in aliases] + ["Co-Authored-By", "X"])
PIECES = (
    *(
        "Claude Code",
        "Claude-Code",
        "claude-opus-5",
        "noreply@anthropic.com",
        "LLM",
        "ruff",
        "a@b.c",
        "5",
        "-",
    ),
    *(":", "/", " / ", " (", ")", " ", "<", ">", "@", "sha256:", "session:", "https://", "://"),
    *("TODO", "none", "unknown", "\u2026", "\u200b", "\u00a0", "\udce9"),
)
pieces = st.sampled_from(PIECES)
values = st.text(max_size=30) | st.lists(pieces, max_size=8).map("".join)
lines = st.lists(
    st.builds(Trailer, keys, values.map(lambda value: value.strip(" \t\r\n")), st.just(1)), max_size=6
)


def is_meant(text: str) -> bool:
    return not placeholder_in(text)


word = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,12}", fullmatch=True).filter(is_meant)
name = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._+/@:-]{0,16}", fullmatch=True).filter(is_meant)
agents = st.sampled_from(["Claude-Code", "Copilot", "Cursor", "Aider", "Codex", "LLM"]) | word | st.none()
models = st.builds(
    Model,
    agents,
    name | st.none(),
    st.lists(name, max_size=3).map(tuple),
    st.sampled_from(["Assisted-by", "Generated-by", ""]),
)
hexes = st.from_regex(r"[0-9a-f]{64}", fullmatch=True).filter(lambda digest: len(set(digest)) > 1)
contexts = st.one_of(
    word.map(lambda one: Context("session", f"session:claude-code/s-{one}")),
    hexes.map(lambda one: Context("sha256", f"sha256:{one}")),
    hexes.map(lambda one: Context("hmac-sha256", f"hmac-sha256:k1:{one}")),
    word.map(lambda one: Context("https", f"https://h.test/{one}")),
    st.integers(0).map(lambda one: Context("issue", f"issue:#{one}")),
)
people = st.builds(
    Person,
    st.sampled_from(["Ann Ray", "李 明", "O'Neil, J. (QA)"]),
    word.map(lambda one: f"{one}@corp.test"),
)
disclosures = st.builds(
    Disclosure,
    st.lists(models, max_size=3).map(tuple),
    st.lists(contexts, max_size=2).map(tuple),
    st.lists(people.map(Approver), max_size=2).map(tuple),
)


@pytest.mark.parametrize("profile", NAMES)
@EACH
@given(lines)
def test_no_text_makes_a_reader_raise_and_every_fix_is_accepted(profile, trailers):
    destination = profile_named(profile)
    said = read_disclosure(trailers, destination)
    forbidden_lines(trailers, destination)
    flawed = {flaw.line for flaw in said.flaws}
    assert flawed <= {1}
    for flaw in said.flaws:
        assert flaw.why
        assert flaw.remedy
        if flaw.fix:
            assert read_disclosure([flaw.fix], destination).flaws == ()
            assert str(flaw.fix) == flaw.remedy


@pytest.mark.parametrize("profile", NAMES)
@EACH
@given(lines)
def test_what_was_read_can_be_converted(profile, trailers):
    for source in ("default", profile):
        said = read_disclosure(trailers, profile_named(source))
        conversion = convert(said, profile_named(profile))
        assert read_disclosure(conversion.trailers, profile_named(profile)).flaws == ()


@pytest.mark.parametrize("profile", NAMES)
@EACH
@given(disclosures)
def test_what_is_written_is_accepted_and_stays(profile, disclosure):
    destination = profile_named(profile)
    written = destination.write(disclosure)
    back = read_disclosure(written, destination)
    assert back.flaws == ()
    assert destination.write(back) == written
    if not convert(disclosure, destination).dropped and destination.place == "message":
        fields = [(model.agent or "unknown", model.name or "unknown") for model in back.models]
        assert len(fields) == len({trailer for trailer in written if trailer.key in destination.keys.model})


@QUICK
@given(disclosures)
def test_the_default_profile_loses_nothing(disclosure):
    default = profile_named("default")
    back = read_disclosure(default.write(disclosure), default)
    expected = [
        (model.agent or "unknown", model.name or "unknown", model.tools) for model in disclosure.models
    ]
    assert {model[:3] for model in back.models} == set(expected)
    assert [context.value for context in back.contexts] == list(
        dict.fromkeys(one.value for one in disclosure.contexts)
    )
    assert [one.person for one in back.approvers] == list(
        dict.fromkeys(one.person for one in disclosure.approvers)
    )


@QUICK
@given(disclosures)
def test_a_block_loses_nothing(disclosure):
    block = write_block(disclosure)
    back = read_block("Text\n\n" + block)
    assert (back is None) is (not block)
    if back:
        assert back.flaws == ()
        assert write_block(back) == block


@QUICK
@given(
    st.text(max_size=200)
    | st.lists(pieces | st.sampled_from(["# AI disclosure\n", "\n", "```", "<!--", "-->", "- "])).map("".join)
)
def test_no_text_makes_the_block_s_reader_raise(text):
    read_block(text)


@QUICK
@given(values)
def test_the_openssf_s_grammar_is_the_expression(value):
    value = value.strip(" \t\r\n")
    if hidden_characters(value):
        return
    said = profile_named("openssf").dialect.read(value)
    assert (not said.fault) is bool(re.fullmatch(r"\S+:\S+( \S+)*", value))


@QUICK
@given(values)
def test_the_default_grammar_is_the_expression(value):
    said = profile_named("default").dialect.read(value)
    words = r"[A-Za-z0-9][A-Za-z0-9._+-]*:[A-Za-z0-9][A-Za-z0-9._+/@:-]*(?: [A-Za-z0-9][A-Za-z0-9._+/@:-]*)*"
    assert (not said.fault) is bool(re.fullmatch(words, value))


@QUICK
@given(st.text(alphabet=st.characters(codec=None), max_size=50))
def test_what_is_seen_hides_nothing(text):
    assert hidden_characters(without_hidden(text)) == ()
    assert hidden_characters(visible(text)) == ()


@settings(QUICK, max_examples=40)
@given(disclosures, st.sampled_from([one for one in NAMES if one != "pr-body"]))
def test_git_sees_what_is_written(disclosure, profile):
    written = profile_named(profile).write(disclosure)
    if not written:
        return
    message = "subject\n\nbody\n\n" + "".join(f"{trailer}\n" for trailer in written)
    seen = subprocess.run(
        ["git", "interpret-trailers", "--parse", "--no-divider"],
        input=message.encode(),
        capture_output=True,
        check=True,
        timeout=20,
        env={
            "PATH": os.environ.get("PATH", os.defpath),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        },
    )
    assert seen.stdout.decode().splitlines() == [str(trailer) for trailer in written]


# (what stands before, what repeats, what stands after)
HOSTILE = {
    "colons": ("", "a:", ""),
    "blanks": ("", "a ", "a"),
    "slashes": ("/", " / ", "/"),
    "brackets": ("", " (", ")"),
    "angles": ("", "<", ">"),
    "addresses": ("", "a <a@b> ", "a"),
    "digits": ("claude-", "5-", ""),
    "dashes": ("", "-", ""),
    "hidden": ("", "\u200b", ""),
    "bytes": ("", "\udce9", ""),
    "one word": ("", "a", ""),
    "vendor": ("Claude ", "5-", " <noreply@anthropic.com>"),
    "session": ("session:a/", "/", ""),
    "link": ("https://", "@", ""),
}


@pytest.mark.parametrize(("before", "unit", "after"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_value_takes_linear_time(before, unit, after):
    def prepare(size):
        value = before + unit * (size // len(unit)) + after
        return lambda: _everything(value)

    assert growth(prepare, 2_000) < LINEAR


def _everything(value):
    """Read, judge, write and convert the value under every key and in every profile."""
    trailers = [
        Trailer(key, value, 1)
        for key in ("Assisted-by", "Co-authored-by", "AI-Context", "Approved-by", "AI-Assistance")
    ]
    for profile in NAMES:
        profile_named(profile).dialect.write(Said(value, value, (value,)))
    for profile in ("default", "netbeans", "co-authored-by"):
        convert(read_disclosure(trailers, profile_named(profile)), profile_named("netbeans"))
    read_block("# AI disclosure\n" + value)
