"""The comment on a pull request: made once, updated in place, never another's, never in the way."""

import pytest

from tests.action.comments_api import BOT, COMMENTS
from tests.action.github_events import merge_group, pull_request, push

MARKER = "<!-- undersign "
LIST = f"GET {COMMENTS}?per_page=100&page=1"
MAKE = f"POST {COMMENTS}"


@pytest.fixture
def commented(act, change, api):
    """Run the action with its comment, for a head."""

    def run(head, **inputs):
        event = pull_request(change.base, getattr(change, head))
        return act("pull_request", event, environ={"GITHUB_API_URL": api.url}, comment="true", **inputs)

    return run


def test_a_comment_is_made_then_updated_then_left_alone(commented, api, change):
    ran = commented("bad")
    assert (api.calls, ran.failed) == ([LIST, MAKE], True)
    (comment,) = api.comments
    assert comment["body"].startswith(MARKER)
    assert change.bad[:12] in comment["body"]
    assert api.tokens == {"Bearer token-of-the-run"}
    api.calls.clear()
    commented("bad")
    assert api.calls == [LIST]
    api.calls.clear()
    assert not commented("good").failed
    assert api.calls == [LIST, f"PATCH /repos/austen/emma/issues/comments/{comment['id']}"]
    assert "clean" in api.comments[0]["body"]
    assert len(api.comments) == 1


def test_nothing_is_said_while_all_is_well(commented, api):
    commented("good")
    assert api.calls == [LIST]
    assert api.comments == []


def test_nothing_is_asked_without_the_input(act, change, api):
    act("pull_request", pull_request(change.base, change.bad), environ={"GITHUB_API_URL": api.url})
    assert api.calls == []


@pytest.mark.parametrize("event", ["push", "merge_group"])
def test_an_event_without_a_pull_request_has_no_comment(act, change, api, event):
    make = {"push": push, "merge_group": merge_group}[event]
    ran = act(event, make(change.base, change.bad), environ={"GITHUB_API_URL": api.url}, comment="true")
    assert api.calls == []
    assert "about no pull request" in ran.log


def test_only_our_own_comment_is_updated(commented, api):
    commented("bad")
    body = api.comments.pop()["body"]
    others = [
        api.add(body, "mallory"),  # who copied our marker
        api.add(f"> {body}", BOT),  # another workflow, which quotes us
        api.add(MARKER + "0123456789abcdef -->\nanother use of the action", BOT),
        api.add("", BOT) | {"user": None},
    ]
    api.comments[-1]["user"] = None  # a deleted account
    api.comments[-1]["body"] = None
    before = [comment["body"] for comment in api.comments]
    api.calls.clear()
    commented("bad")
    assert api.calls == [LIST, MAKE]
    assert [comment["body"] for comment in api.comments[: len(others)]] == before


def test_our_comment_is_found_on_a_later_page(commented, api):
    for number in range(230):
        api.add(f"comment {number}", "jane")
    commented("bad")
    assert [call.rpartition("=")[2] for call in api.calls] == ["1", "2", "3", MAKE]
    api.calls.clear()
    commented("good")
    assert api.calls[-1] == f"PATCH /repos/austen/emma/issues/comments/{api.comments[-1]['id']}"
    assert len(api.comments) == 231


def test_other_checks_have_a_comment_of_their_own(commented, api):
    commented("bad")
    commented("bad", checks="verify owners")
    assert len({comment["body"].partition("\n")[0] for comment in api.comments}) == 2


def test_a_token_of_ones_own_needs_its_author(commented, api):
    api.author = "own-app[bot]"
    ran = commented("bad", token="another")
    assert api.tokens == {"Bearer another"}
    assert any("comment-author" in line for line in ran.commands)
    ran = commented("good", token="another", comment_author="own-app[bot]")
    assert len(api.comments) == 1
    assert "clean" in api.comments[0]["body"]


REFUSALS = {
    "a fork's token": (403, {}, "pull-requests: write"),
    "no such thing": (404, {}, "may not see it"),
    "a wrong token": (401, {}, "not valid"),
    "rate limit": (403, {"x-ratelimit-remaining": "0"}, "rate limit"),
    "second rate limit": (429, {"retry-after": "60"}, "wait 60 s"),
    "a redirect": (301, {"location": "/elsewhere"}, "not followed"),
    "a redirect elsewhere": (307, {"location": "http://127.0.0.1:9/"}, "not followed"),
    "a broken server": (502, {}, "answers 502"),
    "nonsense": (200, {}, "no list of comments"),
    "too long": (422, {}, "answers 422"),
}


@pytest.mark.parametrize(("status", "headers", "told"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_is_a_warning_and_changes_no_verdict(commented, api, status, headers, told):
    api.refusal = (status, headers)
    ran = commented("bad")
    assert (ran.outputs["exit-code"], ran.steps[-1].code) == ("1", 0)
    (warning,) = (line for line in ran.commands if line.startswith("::warning title=undersign::"))
    assert told in warning
    assert "injected" not in ran.log
    assert api.calls == [LIST]


def test_a_refusal_fails_no_clean_run(commented, api):
    api.refusal = (403, {})
    ran = commented("good")
    assert not ran.failed
    assert ran.outputs["verdict"] == "clean"


def test_a_token_that_only_reads_is_a_warning(commented, api):
    api.refusal, api.refused_methods = (403, {}), ("POST", "PATCH")
    assert "pull-requests: write" in commented("bad").log
    assert api.comments == []


@pytest.mark.parametrize("end", ["\n", "\r\nX-Other: a", "\u2019"])
def test_a_token_that_is_none_is_not_shown(commented, api, end):
    ran = commented("bad", token=f"my-own{end}")
    assert any("look at the input token" in line for line in ran.commands)
    assert "my-own" not in ran.log
    assert api.calls == []


def test_nobody_answers(act, change):
    event = pull_request(change.base, change.bad)
    ran = act("pull_request", event, environ={"GITHUB_API_URL": "http://127.0.0.1:9"}, comment="true")
    assert any("gives no answer" in line for line in ran.commands)
    ran = act("pull_request", event, environ={"GITHUB_API_URL": "file:///etc/"}, comment="true")
    assert any("nobody to ask" in line for line in ran.commands)


def test_a_check_that_could_not_run_is_commented_too(commented, api):
    ran = commented("bad", range="no-such-commit")
    assert ran.outputs["exit-code"] == "2"
    assert "could not check" in api.comments[0]["body"]


def test_a_long_comment_is_cut(monkeypatch):
    from action.comment import LONGEST, _cut

    text = "<!-- undersign x -->\n" + "a" * LONGEST
    assert len(_cut(text)) <= LONGEST
    assert _cut(text).startswith("<!-- undersign x -->\nCut: ")
    assert _cut(text[:LONGEST]) == text[:LONGEST]


@pytest.mark.parametrize("length", range(20))
def test_a_cut_comment_ends_with_a_whole_line(length):
    from action.comment import LONGEST, _cut

    line = "- **error** US101: `@everyone <!-- ](x)`\n"
    text = "<!-- undersign x -->\n" + "a" * length + "\n" + line * (LONGEST // len(line) + 1)
    cut = _cut(text)
    assert cut.endswith(f"\n{line}")
    assert LONGEST - len(line) < len(cut) <= LONGEST
