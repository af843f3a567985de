"""From any profile to any: what is written, what is lost."""

import pytest

from trailers.disclosure.converting import convert
from trailers.disclosure.disclosure import Approver, Context, Disclosure, Model
from trailers.disclosure.profiles import profile_named, profile_names
from trailers.disclosure.vocabulary import Keys
from trailers.errors import MessageError
from trailers.message.person import Person

FULL = (
    "Generated-by: Claude-Code:claude-opus-5 ruff",
    "AI-Context: session:claude-code/1",
    "Approved-by: Ann Ray <ann@corp.test>",
    "Reviewed-by: Bo Li <bo@corp.test>",
    "Assisted-by: TODO",
    "AI-Assistance: none",
)


def none(what, profile):
    return f"{what}: the profile {profile} carries none"


LOST = {
    "default": (),
    "pr-body": (),
    "kernel": (
        "Generated-by, for generated as a whole: the profile kernel has only Assisted-by",
        "agent Claude-Code: the profile kernel would say LLM",
        none("model claude-opus-5", "kernel"),
    ),
    "openssf": ("Generated-by, for generated as a whole: the profile openssf has only Assisted-by",),
    "apache": (none("tool ruff", "apache"),),
    "openinfra": (none("tool ruff", "openinfra"),),
    "netbeans": (
        "Generated-by, for generated as a whole: the profile netbeans has only Assisted-by",
        none("agent Claude-Code", "netbeans"),
        none("tool ruff", "netbeans"),
    ),
}


@pytest.mark.parametrize(("name", "lost"), LOST.items(), ids=LOST)
def test_what_is_lost(read, name, lost):
    target = profile_named(name)
    conversion = convert(read(*FULL), target)
    rest = (
        ()
        if "context" in target.carries
        else (
            none("context session:claude-code/1", name),
            none("approver Ann Ray <ann@corp.test>", name),
            none("AI-Assistance: none", name),
        )
    )
    assert conversion.dropped == (*lost, *rest)
    assert conversion.replaced == (1, 2, 3, 6)


def test_the_pull_request_s_block(read):
    conversion = convert(read(*FULL), profile_named("pr-body"))
    assert conversion.trailers == ()
    assert conversion.block == (
        "### AI disclosure\n\n"
        "- Generated-by: Claude-Code:claude-opus-5 ruff\n"
        "- AI-Context: session:claude-code/1\n"
        "- Approved-by: Ann Ray <ann@corp.test>\n"
        "- AI-Assistance: none\n"
    )


@pytest.mark.parametrize(
    ("line", "target", "lost"),
    [
        ("Assisted-by: Claude-Code:claude-opus-4-5", "co-authored-by", ()),
        (
            "Assisted-by: Claude-Code:claude-opus-4-5-20250925",
            "co-authored-by",
            ("model claude-opus-4-5-20250925: the profile co-authored-by would say claude-opus-4.5",),
        ),
        (
            "Assisted-by: Cursor:gpt-5",
            "co-authored-by",
            ("model Cursor:gpt-5: the profile co-authored-by has no line for it",),
        ),
        ("Assisted-by: Copilot-CLI:unknown", "fedora", ()),
        ("Assisted-by: LLM:unknown ruff", "kernel", ()),
        ("AI-Model: gpt-5", "fedora", ()),
        ("Assisted-by: Claude-Code:claude-opus-5", "apache", ()),
    ],
)
def test_names_are_lost_or_kept(read, line, target, lost):
    assert convert(read(line), profile_named(target)).dropped == lost


@pytest.mark.parametrize("name", [name for name in profile_names() if name != "pr-body"])
def test_a_profile_s_own_line_is_not_touched(read, name):
    profile = profile_named(name)
    line = f"{profile.keys.model[0]}: {profile.dialect.example}"
    conversion = convert(read(line, profile=name), profile)
    assert [str(trailer) for trailer in conversion.trailers] == [line]
    assert conversion.dropped == ()


@pytest.mark.parametrize("source", profile_names())
@pytest.mark.parametrize("target", profile_names())
def test_from_any_to_any_is_accepted_there(read, source, target):
    own = profile_named(source)
    said = read(f"{own.keys.model[0]}: {own.dialect.example}", profile=source)
    conversion = convert(said, profile_named(target))
    back = read(*map(str, conversion.trailers), profile=target)
    assert back.flaws == ()
    assert conversion.trailers or conversion.block or conversion.dropped
    if not conversion.dropped and conversion.trailers:
        again = convert(back, own)
        assert {model.name for model in read(*map(str, again.trailers), profile=source).models} <= {
            said.models[0].name,
            "unknown",
            None,
        }


def test_a_policy_s_keys_are_written(read):
    keys = Keys(model=("AI-Model",), context=("AI-Prompt",), approver=("Reviewed-by",))
    conversion = convert(read(*FULL), profile_named("default"), keys)
    assert [trailer.key for trailer in conversion.trailers] == [
        "AI-Model",
        "AI-Prompt",
        "Reviewed-by",
        "Reviewed-by",
        "AI-Assistance",
    ]
    assert conversion.dropped == ()


@pytest.mark.parametrize(
    "disclosure",
    [
        Disclosure(contexts=(Context("issue", "issue:1\nApproved-by: x"),)),
        Disclosure(contexts=(Context("prose", "write a parser"),)),
        Disclosure(approvers=(Approver(Person("Ann\nRay", "ann@corp.test")),)),
        Disclosure(approvers=(Approver(Person("Ann <x>", "ann@corp.test")),)),
        Disclosure(approvers=(Approver(Person("Name", "email")),)),
    ],
)
def test_what_no_trailer_could_hold_is_not_written(disclosure):
    with pytest.raises(MessageError):
        profile_named("default").write(disclosure)


def test_a_model_from_elsewhere_is_written_as_words():
    disclosure = Disclosure(
        models=(Model("Claude Code\nX: y", "claude opus\n5", ("ru ff", "!")), Model("todo", None))
    )
    assert [str(trailer) for trailer in profile_named("default").write(disclosure)] == [
        "Assisted-by: Claude-Code-X-y:claude-opus-5 ru-ff",
        "Assisted-by: unknown:unknown",
    ]
