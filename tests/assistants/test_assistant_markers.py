"""find_markers over examples of every row of the tables, and over what must never be taken for one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.assistants.marker import Marker
from trailers.assistants.traces import Traces, find_markers, standing
from trailers.message.person import Person, parse_person
from trailers.message.reading import read_trailers
from trailers.message.trailer import Trailer

EXAMPLES = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))
NOOP = EXAMPLES["noop"]
JANE = Person("Jane Roe", "jane@example.com")


def markers_of(text="subject\n", *, author=JANE, committer=JANE, branch=None):
    return find_markers(Traces(author, committer, text, read_trailers(text), branch))


def person(text):
    return parse_person(text) or Person(text, "jane@example.com")


def last(line):
    return f"subject\n\nbody\n\n{line}\n"


def inside(line):
    return f"subject\n\n{line}\n\nthe end\n"


@pytest.mark.parametrize(("assistant", "confidence", "who"), EXAMPLES["identities"])
def test_an_address_betrays_author_committer_and_co_author(assistant, confidence, who):
    author = Marker(assistant, "author", confidence, who, None)
    assert markers_of(author=person(who)) == (author,)
    assert markers_of(committer=person(who)) == (author._replace(where="committer"),)
    for key, where in [
        ("Co-authored-by", "co-author"),
        ("co-developed-by", "co-author"),
        ("Signed-off-by", "trailer"),
    ]:
        expected = Marker(assistant, where, confidence, f"{key}: {who}", 5)
        assert markers_of(last(f"{key}: {who}")) == (expected,)


@pytest.mark.parametrize(("assistant", "confidence", "name"), EXAMPLES["names"])
def test_some_names_alone_betray_an_author_but_no_co_author(assistant, confidence, name):
    who = Person(name, "jane@example.com")
    assert markers_of(author=who) == (Marker(assistant, "author", confidence, str(who), None),)
    assert markers_of(committer=who)[0].where == "committer"
    assert markers_of(last(f"Co-authored-by: {who}")) == ()


@pytest.mark.parametrize(("assistant", "line"), EXAMPLES["trailers"])
def test_a_trailer_of_an_assistant_is_certain(assistant, line):
    assert markers_of(last(line)) == (Marker(assistant, "trailer", "certain", line, 5),)


@pytest.mark.parametrize(("assistant", "line"), EXAMPLES["trailers"])
def test_what_git_does_not_read_as_a_trailer_is_a_line_of_the_body(assistant, line):
    assert (assistant, "body") in {(found.assistant, found.where) for found in markers_of(inside(line))}


@pytest.mark.parametrize("quote", ["> ", "    ", "\t", "* ", "```\n"])
@pytest.mark.parametrize(
    "line", ["Claude-Workflow: nightly", "Co-Authored-By: Claude <noreply@anthropic.com>"]
)
def test_a_quoted_trailer_is_somebody_elses(line, quote):
    assert markers_of(inside(quote + line)) == ()


@pytest.mark.parametrize(("assistant", "confidence", "line"), EXAMPLES["lines"])
def test_a_line_that_an_assistant_writes(assistant, confidence, line):
    expected = (Marker(assistant, "body", confidence, line.strip(), 3),)
    assert markers_of(inside(line)) == expected
    assert markers_of(inside(line + " and so on")) != ()


@pytest.mark.parametrize(("assistant", "confidence", "line"), EXAMPLES["lines"])
@pytest.mark.parametrize("quote", ["> ", "    ", "\t", "* "])
def test_a_quoted_line_is_somebody_elses(assistant, confidence, line, quote):
    assert markers_of(inside(quote + line)) == ()


@pytest.mark.parametrize(("assistant", "confidence", "url"), EXAMPLES["urls"])
@pytest.mark.parametrize("form", ["{}", "see {}.", "> {} <", "    ({})", "Link: {}"])
def test_a_link_counts_anywhere(assistant, confidence, url, form):
    assert markers_of(inside(form.format(url))) == (Marker(assistant, "url", confidence, url, 3),)


@pytest.mark.parametrize(("assistant", "confidence", "branch"), EXAMPLES["branches"])
def test_a_branch(assistant, confidence, branch):
    assert markers_of(branch=branch) == (Marker(assistant, "branch", confidence, branch, None),)


@pytest.mark.parametrize("who", NOOP["people"])
def test_people_are_no_assistants(who):
    for field in ("author", "committer"):
        assert markers_of(**{field: person(who)}) == ()
    assert markers_of(last(f"Co-authored-by: {who}")) == ()
    assert markers_of(last(f"Signed-off-by: {who}")) == ()


@pytest.mark.parametrize("line", NOOP["trailers"])
def test_ordinary_trailers(line):
    assert markers_of(last(line)) == ()


@pytest.mark.parametrize("line", NOOP["lines"])
def test_ordinary_lines(line):
    assert markers_of(inside(line)) == ()


@pytest.mark.parametrize("subject", NOOP["lines"])
def test_ordinary_subjects(subject):
    if not subject.startswith("aider: "):
        assert markers_of(f"{subject}\n\nbody\n") == ()


@pytest.mark.parametrize("branch", NOOP["branches"])
def test_ordinary_branches(branch):
    assert markers_of(branch=branch) == ()


def test_aider_begins_its_subjects():
    assert markers_of("\n \naider: fix it\n\naider: no\n") == (
        Marker("aider", "body", "medium", "aider: fix it", 3),
    )


def test_co_author_beside_more_text_and_further_addresses():
    text = last("Co-authored-by: Jane <jane@example.com> and Claude <noreply@anthropic.com> (1)")
    assert [(found.assistant, found.where) for found in markers_of(text)] == [("claude-code", "co-author")]


def test_trailers_are_those_that_the_caller_read():
    trailers = (Trailer("Made-with", "Cursor"),)
    assert find_markers(Traces(JANE, JANE, "", trailers)) == (
        Marker("cursor", "trailer", "certain", "Made-with: Cursor", None),
    )


def test_the_surest_sign_of_a_line_stands_for_it():
    # The link in a Claude-Session trailer is a sign of its own.
    text = last("Claude-Session: https://claude.ai/code/session_01")
    assert [found.where for found in markers_of(text)] == ["trailer"]


def test_what_says_the_same_again_is_left_out():
    line = "Co-authored-by: Claude <noreply@anthropic.com>"
    link = "https://app.devin.ai/sessions/0123abcd"
    text = f"subject\n\n{link}\n{link}\n\n{line}\n{line}\n"
    assert [(found.where, found.line) for found in markers_of(text)] == [("url", 3), ("co-author", 6)]


def test_order_is_people_then_message_then_branch():
    trailers = "Made-with: Cursor\nCo-authored-by: Amp <amp@ampcode.com>\n"
    text = f"aider: x\n\nhttps://g.co/gemini/share/a\n\n{trailers}"
    found = markers_of(text, author=Person("Kiro", "noreply@kiro.dev"), branch="claude/x")
    assert [marker.where for marker in found] == ["author", "body", "url", "trailer", "co-author", "branch"]


@pytest.mark.parametrize(
    ("confidences", "kept"),
    [([], 0), (["weak"], 0), (["weak", "weak"], 0), (["weak", "medium"], 2), (["certain", "weak"], 2)],
)
def test_a_weak_marker_never_stands_alone(confidences, kept):
    markers = [Marker(str(n), "body", how, "", None) for n, how in enumerate(confidences)]
    assert len(standing(markers)) == kept


def test_the_text_of_a_marker_is_short_and_one_line():
    long = "https://claude.ai/code/session_" + "a" * 500
    (link,) = markers_of(inside(long))
    assert len(link.text) == 120
    (author,) = markers_of(author=Person("a\nb", "noreply@anthropic.com"))
    assert author.text == "a b <noreply@anthropic.com>"


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.sampled_from(EXAMPLES["urls"]))
def test_any_text_around_a_link_does_not_hide_it(text, row):
    assistant, _, url = row
    assert assistant in {found.assistant for found in markers_of(f"s\n\n{text}\n{url}\n{text}")}


@pytest.mark.parametrize(
    "unit",
    [
        "https://",
        "https://claude.ai/code/session_a",
        "https://github.com/",
        "Co-authored-by: <<<<\n",
        "\U0001f916 Generated with [Claude Code](https://claude.ai/code)\n",
        "Agent-Logs-Url: https://github.com/a/a/sessions/\n",
    ],
)
def test_hostile_texts_take_linear_time(unit):
    def prepare(size):
        text = "s\n\n" + unit * (size // len(unit))
        traces = Traces(JANE, JANE, text, (Trailer("Agent-Logs-Url", text), Trailer("Co-authored-by", text)))
        return lambda: find_markers(traces)

    assert growth(prepare) < LINEAR
