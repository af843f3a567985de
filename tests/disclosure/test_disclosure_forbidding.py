"""The lines that a profile does not allow."""

import pytest

from trailers.disclosure.forbidding import forbidden_lines
from trailers.disclosure.profiles import profile_named, profile_names
from trailers.message.trailer import Trailer

CLAUDE = "Claude Opus 5 <noreply@anthropic.com>"


@pytest.mark.parametrize("name", profile_names())
def test_an_assistant_signs_off_nowhere(name):
    lines = [Trailer("Signed-off-by", "Ann Ray <ann@corp.test>", 1), Trailer("signed-off-by", CLAUDE, 2)]
    (flaw,) = forbidden_lines(lines, profile_named(name))
    assert (flaw.field, flaw.line, flaw.level) == ("forbidden", 2, "error")
    assert "person" in flaw.remedy


FORBIDDEN = [
    "Assisted-by: A:m",
    "GENERATED-BY: A:m",
    "Co-developed-by: Ann <a@corp.test>",
    f"Co-authored-by: {CLAUDE}",
]
ALLOWED = ["Co-authored-by: Ann Ray <ann@corp.test>", "Approved-by: Ann Ray <ann@corp.test>", "Fixes: #1"]


@pytest.mark.parametrize("line", FORBIDDEN)
def test_where_nothing_may_stand_in_the_message(line):
    trailer = Trailer(*line.split(": ", 1), 1)
    (flaw,) = forbidden_lines([trailer], profile_named("pr-body"))
    assert "pull request" in flaw.remedy
    assert forbidden_lines([trailer], profile_named("default")) == ()


@pytest.mark.parametrize("line", ALLOWED)
def test_allowed(line):
    assert forbidden_lines([Trailer(*line.split(": ", 1), 1)], profile_named("pr-body")) == ()
