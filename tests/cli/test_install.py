"""`undersign install`: real files, real terminals; what it puts in leaves without a trace."""

import json
import os
import stat
import subprocess
import sys

import pytest

from tests.session_files import START, claude_code
from tests.terminals import at_terminal, without_terminal

COMMAND = [sys.executable, "-I", "-m", "trailers", "install"]
FILES = {
    "claude-code": ".claude/settings.json",
    "cursor": ".cursor/hooks.json",
    "codex": ".codex/hooks.json",
    "gemini": ".gemini/settings.json",
    "copilot": ".github/hooks/undersign.json",
    "windsurf": ".windsurf/hooks.json",
    "agents-md": "AGENTS.md",
}
OWN = {
    "claude-code": ".claude/settings.json",
    "cursor": ".cursor/hooks.json",
    "codex": ".codex/hooks.json",
    "gemini": ".gemini/settings.json",
    "copilot": ".copilot/hooks/undersign.json",
    "windsurf": ".codeium/windsurf/hooks.json",
}
EXISTING = {
    "none": None,
    "empty": b"",
    "minimal": b"{}",
    "rich": b'{\n   // mine\n   "z": [1,2],\n\t"hooks": { "Stop": [] },  \n}',
    "CRLF": b'{\r\n  "version": 1,\r\n  "hooks": {}\r\n}\r\n',
}
OPTIONS = [f"--{name}" for name in FILES]


@pytest.fixture
def top(repository, monkeypatch):
    """An empty repository, as the current directory, and a home beside it."""
    home = repository.path.parent / "home"
    home.mkdir()
    monkeypatch.chdir(repository.path)
    monkeypatch.setenv("HOME", str(home))
    for name in ("CLAUDE_CONFIG_DIR", "CODEX_HOME", "COPILOT_HOME"):
        monkeypatch.delenv(name, raising=False)
    return repository.path


def tree(folder):
    """Every path below the folder but git's, with its mode and bytes."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if not name.startswith(".git/") and name != ".git":
            found[name] = (stat.S_IMODE(path.stat().st_mode), path.read_bytes() if path.is_file() else None)
    return found


class TestFiles:
    @pytest.mark.parametrize("existing", EXISTING)
    @pytest.mark.parametrize("name", FILES)
    def test_it_leaves_without_a_trace(self, undersign, top, name, existing):
        file = top / FILES[name]
        if EXISTING[existing] is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(EXISTING[existing])
            file.chmod(0o640)
        before = tree(top)
        code, out, err = undersign("install", f"--{name}", "--yes")
        assert (code, err if name != "codex" else b"") == (0, b""), out
        installed = tree(top)
        assert installed != before
        if existing != "none":
            assert installed[FILES[name]][0] == 0o640
        assert undersign("install", f"--{name}", "--yes")[:2] == (0, b"nothing changes\n")
        assert tree(top) == installed
        assert undersign("install", "--uninstall", "--yes")[0] == 0
        assert tree(top) == before

    def test_all_at_once(self, undersign, top):
        assert undersign("install", *OPTIONS, "--yes")[0] == 0
        assert set(FILES.values()) <= set(tree(top))
        assert undersign("install", *OPTIONS, "--yes", "--uninstall")[0] == 0
        assert tree(top) == {}

    def test_a_users_own(self, undersign, top):
        home = top.parent / "home"
        options = [f"--{name}" for name in OWN]
        assert undersign("install", *options, "--yes", "--user")[0] == 0
        for path in OWN.values():
            text = (home / path).read_text()
            assert sys.executable in text
            assert "--only-with-policy" in text
        assert tree(top) == {}
        assert undersign("install", "--yes", "--user", "--uninstall")[0] == 0
        assert tree(home) == {}

    def test_a_users_own_elsewhere(self, undersign, top, monkeypatch):
        monkeypatch.setenv("CLAUDE_CONFIG_DIR", str(top.parent / "elsewhere"))
        (top.parent / "elsewhere").mkdir()
        assert undersign("install", "--claude-code", "--yes", "--user")[0] == 0
        assert (top.parent / "elsewhere" / "settings.json").exists()

    def test_nothing_of_this_machine_is_committed(self, undersign, top):
        undersign("install", *OPTIONS, "--yes")
        for _, data in tree(top).values():
            assert data is None or (os.fsencode(sys.prefix) not in data and b"/home/" not in data)

    def test_from_a_folder_below(self, undersign, top, monkeypatch):
        (top / "below").mkdir()
        monkeypatch.chdir(top / "below")
        assert undersign("install", "--claude-code", "--yes")[0] == 0
        assert (top / FILES["claude-code"]).exists()

    def test_the_hooks_command_runs_where_undersign_is_not_there(self, undersign, top):
        undersign("install", "--gemini", "--yes")
        settings = json.loads((top / FILES["gemini"]).read_text())
        command = settings["hooks"]["BeforeTool"][0]["hooks"][0]["command"]
        done = subprocess.run(
            command, shell=True, env={"PATH": "/bin:/usr/bin"}, input=b"{}", capture_output=True, check=False
        )
        assert (done.returncode, done.stdout) == (0, b"")

    def test_a_users_command_runs_the_hook(self, undersign, top):
        undersign("install", "--gemini", "--yes", "--user")
        settings = json.loads((top.parent / "home" / OWN["gemini"]).read_text())
        command = settings["hooks"]["BeforeTool"][0]["hooks"][0]["command"]
        assert subprocess.run(command, shell=True, input=b"{}", check=False).returncode == 0
        gone = command.replace(sys.executable, sys.executable + "gone")
        assert subprocess.run(gone, shell=True, input=b"{}", check=False).returncode == 0


class TestCodex:
    CONFIG = '# mine\n[features]\nhooks = true\n\n[[hooks.Stop]]\n[[hooks.Stop.hooks]]\ncommand = "x"'

    @pytest.mark.parametrize("end", ["", "\n", "\r\n"])
    def test_hooks_in_its_toml_get_ours_there(self, undersign, top, end):
        import tomllib

        file = top / ".codex" / "config.toml"
        file.parent.mkdir()
        data = (self.CONFIG.replace("\n", end or "\n") + end).encode()
        file.write_bytes(data)
        assert undersign("install", "--codex", "--yes")[0] == 0
        assert not (top / FILES["codex"]).exists()
        hooks = tomllib.loads(file.read_text())["hooks"]
        assert hooks["PreToolUse"][0]["hooks"][0]["command"].endswith("undersign hook codex'")
        assert len(hooks["Stop"]) == 1
        assert undersign("install", "--codex", "--yes")[1] == b"nothing changes\n"
        assert undersign("install", "--uninstall", "--codex", "--yes")[0] == 0
        assert file.read_bytes() == data

    @pytest.mark.parametrize("text", ["[hooks\n", "[hooks]\nPreToolUse = []\n", "hooks = { Stop = [1] }\n"])
    def test_toml_that_nothing_can_be_added_to(self, undersign, top, text):
        file = top / ".codex" / "config.toml"
        file.parent.mkdir()
        file.write_text(text)
        code, _, err = undersign("install", "--codex", "--yes")
        assert (code, file.read_text()) == (2, text)
        assert b"config.toml" in err

    @pytest.mark.parametrize("key", ["hooks", "codex_hooks"])
    def test_hooks_that_are_turned_off(self, undersign, top, key):
        (top / ".codex").mkdir()
        (top / ".codex" / "config.toml").write_text(f"[features]\n{key} = false\n")
        assert b"turns all hooks off" in undersign("install", "--codex", "--yes")[2]


class TestAsking:
    def test_the_person_agrees(self, top):
        code, shown = at_terminal([*COMMAND, "--claude-code"], "y\n", top)
        assert code == 0, shown
        assert "+++ .claude/settings.json" in shown
        assert "Make this change? [y/N]" in shown
        assert (top / FILES["claude-code"]).exists()

    @pytest.mark.parametrize("answers", ["n\n", "\n", "\x04"])
    def test_the_person_does_not(self, top, answers):
        code, shown = at_terminal([*COMMAND, "--claude-code", "--cursor"], answers, top)
        assert (code, tree(top)) == (1, {})
        assert "nothing was changed" in shown

    def test_nobody_can_be_asked(self, top):
        code, shown = without_terminal([*COMMAND, "--claude-code"], top)
        assert (code, tree(top)) == (1, {})
        assert "undersign hook claude-code" in shown
        assert "--yes" in shown

    def test_a_dry_run(self, undersign, top):
        code, out, _ = undersign("install", "--claude-code", "--dry-run", "--yes")
        assert (code, tree(top)) == (0, {})
        assert b"undersign hook claude-code" in out

    def test_what_is_found_is_only_shown(self, undersign, top):
        (top / "CLAUDE.md").write_text("hello\n")
        (top / ".cursor").mkdir()
        before = tree(top)
        code, out, _ = undersign("install", "--yes")
        assert (code, tree(top)) == (0, before)
        assert b"undersign install --claude-code --cursor --git-hooks" in out

    def test_nothing_is_found(self, undersign, top):
        code, out, _ = undersign("install")
        assert code == 0
        assert b"name one" in out

    def test_secrets_beside_it_are_not_shown(self, undersign, top):
        file = top / FILES["claude-code"]
        file.parent.mkdir()
        for text in ('{"env": {"KEY": "hunter2"}}', '{\n  "env": {"KEY": "hunter2"}\n}\n'):
            file.write_text(text)
            out = (
                undersign("install", "--claude-code", "--yes")[1]
                + undersign("install", "--uninstall", "--yes")[1]
            )
            assert b"hunter2" not in out


class TestRefusing:
    @pytest.mark.parametrize(
        "data", [b"hello", b'{"a": }', b"\xff{}", b"[]", b'{"hooks": 1}', b'{"hooks": {"PreToolUse": 3}}']
    )
    def test_what_is_no_such_file(self, undersign, top, data):
        file = top / FILES["claude-code"]
        file.parent.mkdir()
        file.write_bytes(data)
        code, out, err = undersign("install", "--cursor", "--claude-code", "--yes")
        assert (code, out, file.read_bytes()) == (2, b"", data)
        assert b".claude/settings.json" in err
        assert not (top / FILES["cursor"]).exists()

    def test_a_link_that_leads_out(self, undersign, top):
        outside = top.parent / "outside"
        outside.mkdir()
        (outside / "settings.json").write_text("{}")
        (top / ".claude").symlink_to(outside)
        code, _, err = undersign("install", "--claude-code", "--yes")
        assert (code, (outside / "settings.json").read_text()) == (2, "{}")
        assert b"leads out" in err

    def test_a_link_within_stays_a_link(self, undersign, top):
        (top / "dotfiles").mkdir()
        (top / "dotfiles" / "settings.json").write_text("{}")
        (top / ".claude").mkdir()
        link = top / FILES["claude-code"]
        link.symlink_to("../dotfiles/settings.json")
        assert undersign("install", "--claude-code", "--yes")[0] == 0
        assert link.is_symlink()
        assert "undersign" in (top / "dotfiles" / "settings.json").read_text()

    @pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
    def test_what_is_no_file(self, undersign, top, make):
        (top / ".claude").mkdir()
        make(top / FILES["claude-code"])
        assert undersign("install", "--claude-code", "--yes")[0] == 2

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_cannot_be_written(self, undersign, top):
        (top / ".claude").mkdir(mode=0o500)
        assert undersign("install", "--claude-code", "--yes")[0] == 2
        assert os.listdir(top / ".claude") == []

    def test_outside_of_a_repository(self, undersign, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert undersign("install", "--claude-code", "--yes")[0] == 2

    def test_there_is_no_agents_md_of_a_user(self, undersign, top):
        assert undersign("install", "--agents-md", "--user", "--yes")[0] == 2


def git_version():
    words = subprocess.run(["git", "version"], capture_output=True, text=True, check=True).stdout.split()
    return tuple(int(number) for number in words[2].split(".")[:2])


class TestGitHooks:
    @pytest.mark.skipif(git_version() >= (2, 54), reason="this git has hooks in its configuration")
    def test_an_older_git_is_told_of_pre_commit(self, undersign, top):
        before = (top / ".git" / "config").read_bytes()
        code, out, err = undersign("install", "--git-hooks", "--yes")
        assert (code, out) == (0, b"nothing changes\n")
        assert b"- id: ai-disclosure-write" in err
        assert b"pre-commit install" in err
        assert (top / ".git" / "config").read_bytes() == before

    @pytest.mark.skipif(git_version() < (2, 54), reason="this git has no hooks in its configuration")
    def test_git_runs_them(self, undersign, top):
        before = (top / ".git" / "config").read_bytes()
        assert undersign("install", "--git-hooks", "--yes")[0] == 0
        installed = (top / ".git" / "config").read_bytes()
        for event in ("prepare-commit-msg", "commit-msg", "pre-push"):
            listed = subprocess.run(
                ["git", "hook", "list", event], capture_output=True, text=True, check=True
            )
            assert "undersign-" in listed.stdout
        message = "A change\n\nApproved-by: Jane Roe <jane@roe.test>"
        environ = {**os.environ, **claude_code(top.parent / "home", top, [(START, "claude-opus-5")]).environ}
        command = ["git", "commit", "-q", "--allow-empty", "-m"]
        done = subprocess.run([*command, message], capture_output=True, check=False, env=environ)
        assert (done.returncode, b"US501" in done.stdout + done.stderr) == (1, True)
        subprocess.run([*command, "A change"], check=True, env=environ)
        written = subprocess.run(["git", "log", "-1", "--format=%B"], capture_output=True, check=True).stdout
        assert b"\nAssisted-by: Claude-Code:claude-opus-5\nAI-Context: session:claude-code/" in written
        assert undersign("install", "--git-hooks", "--yes")[1] == b"nothing changes\n"
        assert (top / ".git" / "config").read_bytes() == installed
        assert undersign("install", "--git-hooks", "--yes", "--uninstall")[0] == 0
        assert (top / ".git" / "config").read_bytes() == before


class TestHook:
    def test_the_shared_settings_call_the_hook(self, top, spawned):
        event = {"cwd": str(top), "tool_name": "Bash", "tool_input": {"command": "git commit -m x"}}
        process = spawned("hook", "claude-code", stdin=subprocess.PIPE)
        out, err = process.communicate(json.dumps(event).encode())
        assert (process.returncode, out) == (2, b"")
        assert b"US101" in err

    def test_another_name_stops_nothing(self, top, spawned):
        process = spawned("hook", "nobody", stdin=subprocess.PIPE)
        assert process.communicate(b"{}")[0] == b""
        assert process.returncode == 0
