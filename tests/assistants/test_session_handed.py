"""What an assistant's hook hands over: written once by the hook, read when a commit is made."""

import json
import os

import pytest

from tests import session_files as files
from trailers.assistants.environment import Assistant
from trailers.assistants.sessions.finding import find_session
from trailers.assistants.sessions.handed import Handed, read_handed, write_handed

SINCE = files.START + 1000


@pytest.fixture
def work(tmp_path):
    path = tmp_path / "home" / "work"
    (path / ".git").mkdir(parents=True)
    return path


@pytest.fixture
def git_dir(work):
    return work / ".git"


def hand(git_dir, agent, identity, model, at, *, transcript=""):
    write_handed(str(git_dir), Handed(agent, identity, model, transcript), at)


def find(tool, work, environ=None, since=SINCE):
    return find_session(
        Assistant(tool, tool, "strong", ""), environ or {}, str(work.parent), str(work), since
    )


class TestFind:
    @pytest.mark.parametrize(
        ("tool", "model", "name"),
        [
            ("cursor", "claude-4.5-sonnet-thinking", "claude-4.5-sonnet-thinking"),
            ("windsurf", "Claude Sonnet 4.5", "Claude-Sonnet-4.5"),
        ],
    )
    def test_what_was_handed_over(self, work, git_dir, tool, model, name):
        hand(git_dir, tool, "c-1", model, SINCE + 5)
        found = find(tool, work)
        assert (found.agent, found.id, found.models, found.complete) == (tool, "c-1", (name,), True)
        assert not found.warnings
        assert found.source == str(git_dir / "undersign" / "session.json")

    def test_every_model_since(self, work, git_dir):
        for at, model in ((-50, "old"), (5, "b"), (6, "a"), (7, "b"), (8, "auto"), (9, None)):
            hand(git_dir, "cursor", "c-1", model, SINCE + at)
        assert find("cursor", work).models == ("b", "a")
        assert find("cursor", work, since=SINCE + 100).models == ("a",)

    def test_the_last_one_or_the_one_that_is_named(self, work, git_dir):
        hand(git_dir, "cursor", "c-1", "a", SINCE)
        hand(git_dir, "cursor", "c-2", "b", SINCE + 1)
        hand(git_dir, "windsurf", "w-1", "c", SINCE + 2)
        assert find("cursor", work).id == "c-2"
        assert find("cursor", work, {"CURSOR_CONVERSATION_ID": "c-1"}).models == ("a",)
        unknown = find("cursor", work, {"CURSOR_CONVERSATION_ID": "c-3"})
        assert (unknown.id, unknown.models, unknown.complete, len(unknown.warnings)) == ("c-3", (), False, 1)
        bad = find("cursor", work, {"CURSOR_CONVERSATION_ID": "../c"})
        assert (bad.id, bad.models) == ("", ())

    def test_none_that_is_long_over(self, work, git_dir):
        hand(git_dir, "cursor", "c-1", "a", SINCE - 3600)
        assert find("cursor", work) is None

    def test_it_stands_in_for_a_file_that_names_no_model(self, work, git_dir):
        made = files.claude_code(work.parent, work, [(SINCE, "unknown")])
        hand(git_dir, "claude-code", made.id, "claude-opus-5", SINCE)
        found = find("claude-code", work, made.environ)
        assert (found.id, found.models, found.transcript) == (made.id, ("claude-opus-5",), str(made.path))

    def test_but_not_for_another_session(self, work, git_dir):
        made = files.claude_code(work.parent, work, [(SINCE, "unknown")])
        hand(git_dir, "claude-code", "other", "claude-opus-5", SINCE)
        assert find("claude-code", work, made.environ).models == ()

    def test_in_a_linked_work_tree(self, work, tmp_path):
        git_dir = work / ".git" / "worktrees" / "more"
        git_dir.mkdir(parents=True)
        linked = tmp_path / "home" / "more"
        linked.mkdir()
        (linked / ".git").write_text(f"gitdir: {git_dir}\n")
        hand(git_dir, "cursor", "c-1", "a", SINCE)
        assert find("cursor", linked).models == ("a",)
        assert find("cursor", work) is None
        assert find("cursor", work, {"GIT_DIR": str(git_dir)}).models == ("a",)

    def test_a_transcript_only_where_the_tool_keeps_it(self, work, git_dir, tmp_path):
        inside = work.parent / ".cursor" / "projects" / "c-1.jsonl"
        inside.parent.mkdir(parents=True)
        outside = tmp_path / "secret"
        link = inside.with_name("link")
        link.symlink_to(outside)
        for path in (inside, outside):
            path.write_text("{}\n")
        for path, expected in (
            (inside, str(inside)),
            (outside, ""),
            (link, ""),
            ("relative", ""),
            ("/dev/zero", ""),
        ):
            hand(git_dir, "cursor", "c-1", "a", SINCE, transcript=str(path))
            assert find("cursor", work).transcript == expected


class TestFile:
    def test_its_form(self, git_dir):
        hand(git_dir, "cursor", "c-1", "a", SINCE)
        path = git_dir / "undersign" / "session.json"
        assert json.loads(path.read_text()) == {
            "schema": "undersign-session/1",
            "sessions": [
                {
                    "agent": "cursor",
                    "id": "c-1",
                    "transcript": "",
                    "time": SINCE,
                    "models": [{"name": "a", "time": SINCE}],
                }
            ],
        }
        assert path.stat().st_mode & 0o777 == 0o600
        assert os.listdir(path.parent) == ["session.json"]

    def test_it_stays_small(self, git_dir):
        for number in range(60):
            hand(git_dir, "cursor", f"c-{number}", "a", SINCE + number)
            hand(git_dir, "cursor", "c-one", f"m-{number}", SINCE + number)
        record = json.loads((git_dir / "undersign" / "session.json").read_text())
        assert len(record["sessions"]) == 16
        assert max(len(entry["models"]) for entry in record["sessions"]) == 32
        found = read_handed(str(git_dir), "cursor", SINCE + 58, "c-one")
        assert found.models == ("m-58", "m-59")

    @pytest.mark.parametrize("name", ["a\nApproved-by: x", "x: y", "é", "a" * 200, 7, ["a"], {"a": 1}])
    def test_no_name_is_written_that_is_none(self, work, git_dir, name):
        hand(git_dir, "cursor", "c-1", name, SINCE)
        found = find("cursor", work)
        assert (found.models, found.complete, len(found.warnings)) == ((), False, 1)
        assert "Approved" not in (git_dir / "undersign" / "session.json").read_text()

    @pytest.mark.parametrize("identity", ["", "../x", "a/b", "a\nb", "x" * 200])
    def test_no_id_that_leads_elsewhere(self, git_dir, identity):
        with pytest.raises(ValueError, match="no id"):
            hand(git_dir, "cursor", identity, "a", SINCE)

    @pytest.mark.parametrize(
        "text",
        [
            b"",
            b"{",
            b"[]",
            b"\xff",
            b"null",
            b'{"schema":"undersign-session/2","sessions":[]}',
            b'{"schema":"undersign-session/1","sessions":{}}',
            b'{"schema":"undersign-session/1","sessions":[1,{"agent":"cursor","id":"../x"},{"agent":"cursor"}]}',
            b'{"schema":"undersign-session/1","sessions":[{"agent":"cursor","id":["a"],"models":{}}]}',
            b" " * (2 << 20),
        ],
    )
    def test_a_file_that_is_none_of_ours(self, work, git_dir, text):
        (git_dir / "undersign").mkdir()
        (git_dir / "undersign" / "session.json").write_bytes(text)
        assert find("cursor", work) is None
        hand(git_dir, "cursor", "c-1", "a", SINCE)
        assert find("cursor", work).models == ("a",)

    def test_models_that_are_none(self, work, git_dir):
        entry = {
            "agent": "cursor",
            "id": "c",
            "time": SINCE,
            "models": [1, {"name": "a\nb"}, {"name": "b", "time": "x"}],
        }
        (git_dir / "undersign").mkdir()
        text = json.dumps({"schema": "undersign-session/1", "sessions": [entry]})
        (git_dir / "undersign" / "session.json").write_text(text)
        assert find("cursor", work).models == ("b",)

    def test_no_link_is_followed(self, work, git_dir, tmp_path):
        outside = tmp_path / "outside"
        outside.mkdir()
        (git_dir / "undersign").symlink_to(outside)
        with pytest.raises(OSError, match="link"):
            hand(git_dir, "cursor", "c-1", "a", SINCE)
        entry = {"agent": "cursor", "id": "c", "time": SINCE, "models": [{"name": "a", "time": SINCE}]}
        (outside / "session.json").write_text(
            json.dumps({"schema": "undersign-session/1", "sessions": [entry]})
        )
        assert find("cursor", work) is None

    def test_a_fifo_is_not_waited_for(self, work, git_dir):
        (git_dir / "undersign").mkdir()
        os.mkfifo(git_dir / "undersign" / "session.json")
        assert find("cursor", work) is None
