"""What an attack on the verifier once passed by: each case as it was reported, beside one that is fine."""

import os

import pytest

from hooks.push import pushes
from tests.growth import LINEAR, growth
from trailers.errors import UsageError
from trailers.message.encoding import decode
from trailers.message.person import people_in
from trailers.policy.policy import DEFAULT
from trailers.process import Git
from trailers.repository.commit import parse_commit
from trailers.repository.message_config import config_for_messages
from trailers.scrubbing import scrubbed
from trailers.verify.handed import read_handed
from trailers.verify.mending import mend_handed
from trailers.verify.merge_approvals import covering_merges
from trailers.verify.prefilter import to_be_read

CLAUDE = "Co-Authored-By: Claude <noreply@anthropic.com>"
OID = "a" * 40


def git_of(repository):
    return Git(str(repository.path), scrubbed(os.environ))


def rules(report):
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize(
    "message",
    [
        f"S\n\nBody\n\n{CLAUDE}\nCloses #12\n",
        f"S\n\n{CLAUDE}\n\nA last paragraph of prose.\n",
        f"S\n{CLAUDE}\n",
        f"S\n\nBody\r\r{CLAUDE}\r",
        "S\n\nMade-with: Cursor\nCloses #1\n",
    ],
    ids=["spoilt", "not the last", "title", "carriage returns", "another key"],
)
def test_a_marker_that_git_reads_as_no_trailer(started, message):
    started.commit(message)
    assert "US101" in rules(started.verify("HEAD"))


def test_a_quoted_one_is_somebody_elses(started):
    started.commit(f"Explain the line\n\n    {CLAUDE}\n\nIt is written by tools.\n")
    assert rules(started.verify("HEAD")) == []


@pytest.mark.parametrize("encoding", ["cp037", "037", "ebcdic_cp_be", "utf-16"])
def test_an_encoding_that_hides_ascii(encoding):
    assert decode(CLAUDE.encode(), encoding).problem is not None
    assert CLAUDE in decode(CLAUDE.encode(), encoding).text


@pytest.mark.parametrize("encoding", ["", "ISO-8859-1", "Shift_JIS", "UTF-7", "koi8-r"])
def test_an_encoding_that_keeps_it(encoding):
    assert decode(CLAUDE.encode(), encoding).problem is None


@pytest.mark.parametrize(
    "headers",
    [
        "author J <j@x> 1 +0000\nauthor Claude <noreply@anthropic.com> 1 +0000\ncommitter J <j@x> 1 +0000",
        "author J <j@x> 1 +0000",
        "committer J <j@x> 1 +0000",
    ],
    ids=["two authors", "no committer", "no author"],
)
def test_headers_that_readers_take_differently(headers):
    content = f"tree {OID}\n{headers}\n\nS\n".encode()
    assert parse_commit(OID, content).repeated
    assert to_be_read((content,), 1024) == {0}


def test_each_once_is_fine():
    content = f"tree {OID}\nauthor J <j@x> 1 +0000\ncommitter J <j@x> 1 +0000\n\nS\n".encode()
    assert not parse_commit(OID, content).repeated
    assert to_be_read((content,), 1024) == set()


def test_every_co_author_of_a_line():
    value = "Bob <bob@x.org>, Al <al@x.org>,"
    assert [person.email for person in people_in(value)] == ["bob@x.org", "al@x.org"]


def test_a_branch_with_an_unusual_blank_is_pushed_too():
    line = f"refs/heads/fe\u00a0at {OID} refs/heads/fe\u00a0at {'0' * 40}"
    (push,) = pushes({}, "origin", [line, ""])
    assert push.local == OID


def test_a_line_that_is_not_understood_is_no_clean_push():
    with pytest.raises(UsageError):
        pushes({}, "origin", ["refs/heads/x"])


class TestMending:
    """--fix loses no byte."""

    @pytest.mark.parametrize(
        "data",
        [
            b"S\n\nAssisted-by: Claude Code:m\n\nBody\n\0tail\n",
            b"S\n\n# Heading\n\nAssisted-by: Claude Code:claude-opus-5\n",
        ],
        ids=["NUL", "a line that git may drop or keep"],
    )
    def test_left_alone(self, started, data):
        handed = read_handed(data, config_for_messages(git_of(started)), {})
        mended, done = mend_handed(handed, DEFAULT, by_assistant=False)
        assert not done
        assert mended.data == data

    def test_comments_below_the_message_stay(self, started):
        data = b"S\n\nAssisted-by: Claude Code:claude-opus-5\n# Please enter\n# a message\n"
        mended, done = mend_handed(
            read_handed(data, config_for_messages(git_of(started)), {}), DEFAULT, by_assistant=False
        )
        assert done
        assert mended.data == b"S\n\nAssisted-by: Claude-Code:claude-opus-5\n# Please enter\n# a message\n"

    def test_many_flaws_take_linear_time(self, started):
        def prepare(size):
            text = "S\n\n" + "".join(f"Assisted-by: Claude Code claude-opus-{n}\n" for n in range(size // 40))
            handed = read_handed(text.encode(), config_for_messages(git_of(started)), {})
            return lambda: mend_handed(handed, DEFAULT, by_assistant=False)

        assert growth(prepare, 2_000) < LINEAR


def test_bytes_that_git_takes_for_latin_1(started):
    assert read_handed(b"caf\xe9\n", config_for_messages(git_of(started)), {}).text == "caf\u00e9\n"


def test_merges_that_bring_in_the_same_again_and_again(monkeypatch):
    graph = {"m0": ()}
    for number in range(1, 400):
        graph[f"m{number}"] = ("m0", f"m{number - 1}")
    newest_first = dict(reversed(graph.items()))
    monkeypatch.setattr("trailers.verify.merge_approvals.MOST_STEPS", 1_000)
    assert covering_merges(newest_first, [name for name in newest_first if name != "m0"], ["m1"]) != {}


def test_a_bot_cannot_hide_what_is_unreadable(started):
    policy = '[[bots]]\nid = "bot@x.org"\n'
    started.commit("policy\n", files={"undersign.toml": policy})
    started.commit(b"x\0y", author="Bot <bot@x.org>", committer="Bot <bot@x.org>")
    assert "US110" in rules(started.verify("HEAD"))
