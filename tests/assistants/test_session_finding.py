"""Each tool's session, found in its real layout: which one, which models, and what it says of them."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests import session_files as files
from trailers.assistants.environment import Assistant
from trailers.assistants.sessions.finding import find_session
from trailers.assistants.sessions.session import Session

SINCE = files.START + 1000
BEFORE, AFTER = SINCE - 300, SINCE + 30
TOOLS = sorted(files.MAKERS)
# Those that name the session in the environment of what they run.
NAMED = ["amp", "claude-code", "codex", "github-copilot"]


@pytest.fixture
def home(tmp_path):
    path = tmp_path / "home"
    path.mkdir()
    return path


@pytest.fixture
def work(tmp_path):
    path = tmp_path / "home" / "my work"
    (path / ".git").mkdir(parents=True)
    return path


def find(tool, environ, home, work, since=SINCE):
    assistant = Assistant(tool, tool, "strong", "test")
    return find_session(assistant, environ, str(home) if home else "", str(work), since)


def make(tool, home, work, *steps, **more):
    return files.MAKERS[tool](home, work, steps, **more)


class TestModels:
    @pytest.mark.parametrize("tool", TOOLS)
    def test_one_model(self, home, work, tool):
        made = make(tool, home, work, (BEFORE, None), (AFTER, "model-2"))
        found = find(tool, made.environ, home, work)
        assert (found.agent, found.id, found.models) == (tool, made.id, ("model-2",))
        assert not found.warnings
        assert found.complete == (tool != "factory-droid")
        assert found.source.startswith(str(home))
        assert found.transcript in ("", str(made.path))

    @pytest.mark.parametrize("tool", TOOLS)
    def test_without_the_id(self, home, work, tool):
        made = make(tool, home, work, (AFTER, "model-1"))
        found = find(tool, {}, home, work)
        assert (found.id, found.models) == (made.id, ("model-1",))

    @pytest.mark.parametrize("tool", sorted(set(TOOLS) - {"factory-droid"}))
    @pytest.mark.parametrize(
        ("steps", "models"),
        [
            ([(AFTER, "b"), (AFTER + 1, "a"), (AFTER + 2, "b")], ("b", "a")),
            ([(BEFORE, "old"), (AFTER, "new"), (AFTER + 1, "newer")], ("new", "newer")),
            ([(BEFORE, "older"), (BEFORE + 1, "old")], ("old",)),
            ([(BEFORE, "a"), (SINCE, "b")], ("b",)),
            ([(AFTER, "auto"), (AFTER + 1, "a"), (AFTER + 2, "unknown")], ("a",)),
        ],
    )
    def test_the_distinct_ones_since(self, home, work, tool, steps, models):
        made = make(tool, home, work, *steps)
        found = find(tool, made.environ, home, work)
        assert found.models == models
        assert found.complete

    @pytest.mark.parametrize("tool", TOOLS)
    @pytest.mark.parametrize("name", ["auto", "unknown", "<synthetic>", "default", "AUTO"])
    def test_what_is_no_name(self, home, work, tool, name):
        made = make(tool, home, work, (AFTER, name))
        found = find(tool, made.environ, home, work)
        assert (found.id, found.models, found.complete) == (made.id, (), False)
        assert "names no model" in found.warnings[0]

    @pytest.mark.parametrize("tool", TOOLS)
    @pytest.mark.parametrize(
        "name",
        [
            "a\nApproved-by: Jane <jane@austen.test>",
            "a\r\n",
            "x Approved-by: Jane",
            "a\x00b",
            "a\x1b[31m",
            "Jane <jane@austen.test>",
            "ünicode",
            "a\u2028b",
            "-rf",
            "x" * 129,
            "x" * 2**20,
        ],
        ids=lambda name: f"{name[:12]!a} {len(name)}",
    )
    def test_what_is_refused(self, home, work, tool, name):
        made = make(tool, home, work, (AFTER, name))
        found = find(tool, made.environ, home, work)
        assert (found.models, found.complete) == ((), False)
        assert found.warnings
        assert all(len(text) < 500 and text.isprintable() for text in found.warnings)

    @pytest.mark.parametrize(
        ("name", "written"),
        [
            ("claude-opus-4-6[1m]", "claude-opus-4-6-1m"),
            ("Claude Opus 4.5 (Thinking)", "Claude-Opus-4.5-Thinking"),
            ("custom:BYOK-GPT-5-MINI-0", "custom:BYOK-GPT-5-MINI-0"),
            ("openai/gpt-5.3-codex", "openai/gpt-5.3-codex"),
            ("a--b", "a--b"),
        ],
    )
    def test_names_as_a_trailer_carries_them(self, home, work, name, written):
        made = make("claude-code", home, work, (AFTER, name))
        assert find("claude-code", made.environ, home, work).models == (written,)

    def test_a_model_that_was_set_before_and_worked_on(self, home, work):
        # The turn of "old" went on after the parent commit, then "new" was chosen.
        made = make("codex", home, work, (BEFORE, "old"), (AFTER, None), (AFTER + 1, "new"))
        assert find("codex", made.environ, home, work).models == ("old", "new")

    def test_a_model_that_was_set_by_an_older_copilot(self, home, work):
        steps = ((BEFORE, "old"), (AFTER, "new"))
        made = files.copilot_cli(home, work, steps, says=False)
        assert find("github-copilot", made.environ, home, work).models == ("new",)

    def test_no_parent_commit(self, home, work):
        made = make("claude-code", home, work, (BEFORE, "a"), (AFTER, "b"))
        assert find("claude-code", made.environ, home, work, since=0).models == ("a", "b")

    def test_a_model_in_what_a_tool_was_told_is_none_of_the_sessions(self, home, work):
        made = make("claude-code", home, work, (AFTER, "a"))
        line = list(files.claude_lines(work, [(AFTER + 1, "a")]))[-1]
        line["message"]["content"][0]["input"] = {"model": "haiku", "timestamp": "1999-01-01T00:00:00Z"}
        user = {
            "type": "user",
            "cwd": str(work),
            "timestamp": files.iso(AFTER),
            "toolUseResult": {"model": "b"},
        }
        files.write_lines(made.path, [*files.claude_lines(work, [(AFTER, "a")]), line, user])
        assert find("claude-code", made.environ, home, work).models == ("a",)


class TestGeminiDocuments:
    def test_every_model_since(self, home, work):
        steps = [(BEFORE, "gemini-2.5-pro"), (AFTER, "gemini-3-pro"), (AFTER + 1, "gemini-3-flash")]
        made = files.gemini_document(home, work, steps)
        for environ in ({}, {"GEMINI_SESSION_ID": made.id}):
            found = find("gemini-cli", environ, home, work)
            assert (found.id, found.models) == (made.id, ("gemini-3-pro", "gemini-3-flash"))
            assert (found.transcript, found.complete) == ("", True)

    def test_the_lines_that_took_its_place(self, home, work):
        files.gemini_document(home, work, [(AFTER, "gemini-2.5-pro")])
        made = make("gemini-cli", home, work, (AFTER + 5, "gemini-3-pro"))
        found = find("gemini-cli", {}, home, work)
        assert (found.transcript, found.models) == (str(made.path), ("gemini-3-pro",))

    def test_not_one_of_another_project(self, home, work, tmp_path):
        made = files.gemini_document(home, tmp_path / "other", [(AFTER, "gemini-3-pro")])
        assert find("gemini-cli", {}, home, work) is None
        assert find("gemini-cli", {"GEMINI_SESSION_ID": made.id}, home, work).models == ()

    @pytest.mark.parametrize("text", ["", "[]", "{", '{"sessionId": "../x"}', '{"sessionId": 1}', "\xff"])
    def test_what_is_no_chat(self, home, work, text):
        made = files.gemini_document(home, work, [(AFTER, "gemini-3-pro")])
        made.path.write_bytes(text.encode("latin-1"))
        os.utime(made.path, (AFTER, AFTER))
        assert find("gemini-cli", {}, home, work) is None

    def test_one_of_9_mib(self, home, work):
        made = files.gemini_document(home, work, [(AFTER, "gemini-3-pro")])
        made.path.write_bytes(made.path.read_bytes() + b" " * (9 << 20))
        os.utime(made.path, (AFTER, AFTER))
        found = find("gemini-cli", {}, home, work)
        assert (found.models, found.complete) == ((), False)
        assert "larger than 8 MiB" in found.warnings[0]


class TestSubagents:
    def test_of_claude_code(self, home, work):
        made = make("claude-code", home, work, (AFTER, "claude-opus-5"))
        files.claude_subagent(made, work, [(BEFORE, "claude-old"), (AFTER, "claude-haiku-4-5")])
        files.claude_subagent(made, work, [(BEFORE - 3600, "claude-older")], "agent-b")
        found = find("claude-code", made.environ, home, work)
        assert found.models == ("claude-opus-5", "claude-haiku-4-5")
        assert found.complete

    def test_of_claude_code_before_they_had_a_folder(self, home, work):
        made = make("claude-code", home, work, (AFTER, "claude-opus-5"))
        beside = made.path.with_name("agent-1234.jsonl")
        lines = list(files.claude_lines(work, [(AFTER, "claude-haiku-4-5")], made.id))[1:]
        files.write_lines(beside, lines)
        other = list(files.claude_lines(work, [(AFTER, "claude-other")], files.ID[::-1]))[1:]
        files.write_lines(made.path.with_name("agent-5678.jsonl"), other)
        for environ in (made.environ, {}):
            found = find("claude-code", environ, home, work)
            assert (found.id, found.models) == (made.id, ("claude-opus-5", "claude-haiku-4-5"))

    def test_of_codex(self, home, work):
        made = make("codex", home, work, (AFTER, "gpt-5.3-codex"))
        child, grandchild, other = (f"019c4b43-1451-7af3-be4c-00000000000{number}" for number in range(3))
        files.codex_subagent(home, work, [(BEFORE, "gpt-old"), (AFTER, "gpt-5-mini")], child, made.id)
        files.codex_subagent(home, work, [(AFTER, "gpt-5-nano")], grandchild, child)
        files.codex_subagent(home, work, [(AFTER, "gpt-none")], other, other[::-1])
        for environ in (made.environ, {}):
            found = find("codex", environ, home, work)
            assert (found.id, found.complete) == (made.id, True)
            assert found.models == ("gpt-5.3-codex", "gpt-5-mini", "gpt-5-nano")
        assert find("codex", {"CODEX_THREAD_ID": child}, home, work).models == ("gpt-5-mini", "gpt-5-nano")

    def test_of_codex_that_names_itself(self, home, work):
        made = make("codex", home, work, (AFTER, "gpt-5.3-codex"))
        same = made.id[:-1] + "0"
        files.codex_subagent(home, work, [(AFTER, "gpt-5-mini")], same, same)
        assert find("codex", made.environ, home, work).models == ("gpt-5.3-codex",)

    def test_of_gemini_cli(self, home, work):
        made = make("gemini-cli", home, work, (AFTER, "gemini-3-pro"))
        files.gemini_subagent(made, [(AFTER, "gemini-3-flash")])
        assert find("gemini-cli", {}, home, work).models == ("gemini-3-pro", "gemini-3-flash")

    def test_of_opencode(self, home, work):
        made = make("opencode", home, work, (AFTER, "gpt-5"))
        files.opencode(home, work, [(AFTER + 9, "gpt-5-mini")], "ses_child", parent=made.id)
        found = find("opencode", {}, home, work)
        assert (found.id, found.models) == (made.id, ("gpt-5", "gpt-5-mini"))


class TestWhichOne:
    @pytest.mark.parametrize("tool", sorted(set(TOOLS) - {"crush"}))
    def test_not_one_of_another_repository(self, home, work, tmp_path, tool):
        made = make(tool, home, tmp_path / "other", (AFTER, "a"))
        assert find(tool, {}, home, work) is None
        named = find(tool, made.environ, home, work)
        if tool in NAMED:
            assert (named.id, named.models) == ("", ())
            assert "it is not used" in named.warnings[0]
        else:
            assert named is None

    @pytest.mark.parametrize("tool", sorted(set(TOOLS) - {"crush"}))
    def test_one_in_a_folder_of_the_work_tree(self, home, work, tool):
        (work / "sub").mkdir()
        made = make(tool, home, work / "sub", (AFTER, "a"))
        assert find(tool, {}, home, work).id == made.id

    @pytest.mark.parametrize("tool", sorted(set(TOOLS) - {"crush"}))
    def test_none_of_a_repository_in_the_work_tree(self, home, work, tool):
        (work / "sub" / ".git").mkdir(parents=True)
        make(tool, home, work / "sub", (AFTER, "a"))
        assert find(tool, {}, home, work) is None

    @pytest.mark.parametrize("tool", sorted(set(TOOLS) - {"crush"}))
    def test_one_of_the_directory_around_only_where_it_is_named(self, home, work, tool):
        made = make(tool, home, work.parent, (AFTER, "a"))
        assert find(tool, {}, home, work) is None
        if tool in NAMED:
            assert find(tool, made.environ, home, work).models == ("a",)

    @pytest.mark.parametrize("tool", TOOLS)
    def test_none_that_was_not_at_work_since(self, home, work, tool):
        make(tool, home, work, (SINCE - 3600, "a"))
        assert find(tool, {}, home, work) is None

    @pytest.mark.parametrize("tool", sorted(set(TOOLS) - {"crush"}))
    def test_the_last_one(self, home, work, tool):
        first = make(tool, home, work, (AFTER, "a"))
        newer = first.id[:-1] + ("0" if first.id[-1] != "0" else "1")
        if tool == "gemini-cli":
            newer = "0" + first.id[1:]
        files.MAKERS[tool](home, work, [(AFTER + 60, "b")], newer)
        found = find(tool, {}, home, work)
        assert (found.id, found.models) == (newer, ("b",))

    @pytest.mark.parametrize("tool", NAMED)
    def test_the_named_one_rather_than_the_last(self, home, work, tool):
        first = make(tool, home, work, (AFTER, "a"))
        files.MAKERS[tool](home, work, [(AFTER + 60, "b")], first.id[:-1] + "0")
        assert find(tool, first.environ, home, work).models == ("a",)

    @pytest.mark.parametrize("tool", NAMED)
    def test_the_id_stands_where_no_file_is_found(self, home, work, tool):
        made = make(tool, home, work, (AFTER, "a"))
        made.path.unlink()
        found = find(tool, made.environ, home, work)
        assert (found.id, found.models, found.transcript, found.complete) == (made.id, (), "", False)
        assert len(found.warnings) == 1

    def test_a_session_in_another_folder_of_its_tool_by_its_name(self, home, work):
        made = make("claude-code", home, work, (AFTER, "a"))
        moved = made.path.parent.with_name("-elsewhere") / made.path.name
        moved.parent.mkdir()
        made.path.rename(moved)
        assert find("claude-code", made.environ, home, work).transcript == str(moved)

    def test_one_whose_directory_is_a_link_to_ours(self, home, work, tmp_path):
        link = tmp_path / "link"
        link.symlink_to(work)
        make("claude-code", home, work, (AFTER, "a"))
        assert find("claude-code", {}, home, link).models == ("a",)

    @pytest.mark.parametrize(
        ("variable", "tool", "below"),
        [
            ("CLAUDE_CONFIG_DIR", "claude-code", ".claude"),
            ("CODEX_HOME", "codex", ".codex"),
            ("COPILOT_HOME", "github-copilot", ".copilot"),
            ("GEMINI_CLI_HOME", "gemini-cli", ""),
            ("XDG_DATA_HOME", "amp", ".local/share"),
            ("XDG_DATA_HOME", "opencode", ".local/share"),
        ],
    )
    def test_a_folder_that_the_environment_names(self, work, tmp_path, variable, tool, below):
        home = work.parent
        make(tool, tmp_path / "far", work, (AFTER, "a"))
        assert find(tool, {variable: str(tmp_path / "far" / below)}, home, work).models == ("a",)
        assert find(tool, {variable: str(tmp_path / "far" / below)}, "", work).models == ("a",)
        assert find(tool, {}, home, work) is None

    def test_no_relative_folder_which_the_repository_could_hold(self, home, work, monkeypatch):
        monkeypatch.chdir(work)
        make("claude-code", work, work, (AFTER, "a"))
        assert find("claude-code", {"CLAUDE_CONFIG_DIR": ".claude"}, home, work) is None

    @pytest.mark.parametrize("tool", [*TOOLS, "cursor", "windsurf", "aider", "unnamed"])
    def test_nothing_is_there(self, home, work, tool):
        assert find(tool, {}, home, work) is None
        assert find(tool, {}, "", work) is None
        assert find(tool, {}, "/nowhere", "/nowhere") is None


def spoil_bytes(path):
    path.write_bytes(b"\xff\xfe\x00" + path.read_bytes().replace(b'"model"', b'"m\xff"'))


def spoil_empty(path):
    path.write_bytes(b"")


def spoil_folder(path):
    path.unlink()
    path.mkdir()


def spoil_fifo(path):
    path.unlink()
    os.mkfifo(path)


def spoil_link(path):
    """A whole session, but outside of the tool's folder, and of the home folder."""
    home = next(parent for parent in path.parents if parent.name == "home")
    outside = home.parent / "outside"
    path.rename(outside)
    path.symlink_to(outside)


def spoil_rights(path):
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("root reads everything")


def spoil_depth(path):
    path.write_bytes(
        b'{"type":"assistant","model":' + b"[" * 200_000 + b"\n" + b'{"model":' * 100_000 + b"\n"
    )


def spoil_zeros(path):
    path.unlink()
    with path.open("wb") as file:
        file.truncate(1 << 30)


# It never ends.
VIEW = """DROP TABLE {0}; CREATE VIEW {0} AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n)
SELECT x AS session_id, x AS time_created, x AS data, x AS role, x AS model, x AS created_at FROM n"""

SPOILS = [
    spoil_bytes,
    spoil_empty,
    spoil_folder,
    spoil_fifo,
    spoil_link,
    spoil_rights,
    spoil_depth,
    spoil_zeros,
]


class TestBadInput:
    @pytest.mark.parametrize("tool", TOOLS)
    @pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__.removeprefix("spoil_"))
    @pytest.mark.parametrize("is_named", [True, False], ids=["named", "newest"])
    def test_a_file_that_is_none(self, home, work, tool, spoil, is_named):
        made = make(tool, home, work, (AFTER, "secret-model"))
        spoil(made.path)
        if made.path.is_file() and not made.path.is_symlink():
            os.utime(made.path, (AFTER, AFTER))
        found = find(tool, made.environ if is_named else {}, home, work)
        if tool == "factory-droid" and found is not None:  # its model is in the other file
            assert found.models in ((), ("secret-model",))
            return
        assert found is None or isinstance(found, Session)
        assert found is None or (found.models == () and found.warnings and not found.complete)
        if is_named and tool in NAMED:
            assert found is not None
        assert found is None or found.id in ("", made.id)

    @pytest.mark.parametrize("tool", ["claude-code", "codex", "gemini-cli", "github-copilot"])
    def test_a_line_that_is_not_whole_yet_is_left_out(self, home, work, tool):
        made = make(tool, home, work, (AFTER, "a"), (AFTER + 1, "b"))
        whole = made.path.read_bytes()
        made.path.write_bytes(whole[: whole.rindex(b'"b"') + 4])
        os.utime(made.path, (AFTER, AFTER))
        found = find(tool, made.environ, home, work)
        assert found.models == ("a",)
        assert found.complete

    @pytest.mark.parametrize("tool", ["claude-code", "codex", "gemini-cli", "github-copilot"])
    def test_a_broken_line_among_whole_ones_is_told(self, home, work, tool):
        made = make(tool, home, work, (AFTER, "a"), (AFTER + 1, "b"))
        lines = made.path.read_bytes().splitlines(keepends=True)
        lines.insert(-1, b'{"type":"turn_context","model":"selectedModel"\n')
        made.path.write_bytes(b"".join(lines))
        found = find(tool, made.environ, home, work)
        assert set(found.models) == {"a", "b"}
        assert not found.complete
        assert "1 records" in found.warnings[0]

    @pytest.mark.parametrize("tool", NAMED)
    @pytest.mark.parametrize(
        "identity",
        ["../x", "a/b", "..", ".", "/etc/passwd", "a\nb", "a\x00b", "-x", "~", "x" * 200, "$(id)", "*", "é"],
        ids=ascii,
    )
    def test_an_id_that_leads_elsewhere(self, home, work, tool, identity):
        made = make(tool, home, work, (AFTER, "a"))
        (name,) = [key for key, value in made.environ.items() if value == made.id]
        found = find(tool, {name: identity}, home, work)
        assert (found.id, found.models, found.transcript) == ("", (), "")
        assert found.warnings[0].isprintable()

    @pytest.mark.parametrize("tool", sorted(set(TOOLS) - {"crush"}))
    def test_a_tools_folder_that_leads_out_of_home(self, home, work, tmp_path, tool):
        made = make(tool, home, work, (AFTER, "a"))
        top = made.path
        while top.parent != home:
            top = top.parent
        shutil.move(top, tmp_path / "outside")
        top.symlink_to(tmp_path / "outside")
        assert find(tool, {}, home, work) is None

    @pytest.mark.parametrize("tool", ["opencode", "crush"])
    def test_a_database_that_is_locked(self, home, work, tool):
        made = make(tool, home, work, (AFTER, "a"))
        base = sqlite3.connect(made.path, isolation_level=None)
        base.execute("PRAGMA journal_mode = DELETE")
        base.execute("BEGIN EXCLUSIVE")
        base.execute("CREATE TABLE more (x)")
        (made.path.parent / (made.path.name + "-journal")).touch()
        found = find(tool, made.environ, home, work)
        base.close()
        assert found.models == ()
        assert "locked" in found.warnings[0]

    @pytest.mark.parametrize("tool", ["opencode", "crush"])
    def test_what_is_still_in_the_log_is_read_and_nothing_is_written(self, home, work, tool):
        made = make(tool, home, work, (AFTER, "a"))
        base = sqlite3.connect(made.path, isolation_level=None)
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA wal_autocheckpoint = 0")
        if tool == "opencode":
            data = '{"role":"assistant","modelID":"b"}'
            base.execute("INSERT INTO message VALUES ('z', ?, ?, 0, ?)", (made.id, (AFTER + 5) * 1000, data))
        else:
            row = (made.id, AFTER + 5)
            base.execute("INSERT INTO messages VALUES ('z', ?, 'assistant', '', 'b', ?, 0, 0, '', 0)", row)
        before = sorted(os.listdir(made.path.parent))
        found = find(tool, made.environ, home, work)
        assert found.models == ("a", "b")
        assert sorted(os.listdir(made.path.parent)) == before
        base.close()

    @pytest.mark.parametrize("tool", ["opencode", "crush"])
    def test_nothing_is_made_beside_a_database(self, home, work, tool):
        made = make(tool, home, work, (AFTER, "a"))
        base = sqlite3.connect(made.path)
        base.execute("PRAGMA journal_mode = WAL")
        base.close()
        before = sorted(os.listdir(made.path.parent))
        assert find(tool, made.environ, home, work).models == ("a",)
        assert sorted(os.listdir(made.path.parent)) == before

    @pytest.mark.parametrize("tool", ["opencode", "crush"])
    @pytest.mark.parametrize(
        "change",
        [
            "DROP TABLE {0}",
            "ALTER TABLE {0} RENAME COLUMN session_id TO thread_id",
            VIEW,
        ],
        ids=["no table", "no column", "endless view"],
    )
    def test_a_database_of_another_format(self, home, work, tool, change):
        made = make(tool, home, work, (AFTER, "a"))
        base = sqlite3.connect(made.path)
        base.executescript(change.format("message" if tool == "opencode" else "messages"))
        base.close()
        found = find(tool, made.environ, home, work)
        assert found.models == ()
        assert "format has changed" in found.warnings[0]

    @pytest.mark.parametrize("end", ["-wal", "-journal"])
    def test_a_link_or_a_fifo_beside_a_database(self, home, work, end):
        made = make("crush", home, work, (AFTER, "a"))
        beside = Path(f"{made.path}{end}")
        os.mkfifo(beside)
        assert find("crush", made.environ, home, work).models == ()
        beside.unlink()
        beside.symlink_to("/etc/hostname")
        assert find("crush", made.environ, home, work).models == ()

    def test_an_amp_thread_that_is_too_large(self, home, work):
        made = make("amp", home, work, (AFTER, "a"))
        with made.path.open("a") as file:
            file.write(" " * (8 << 20))
        assert "larger than 8 MiB" in find("amp", made.environ, home, work).warnings[0]
