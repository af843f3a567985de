"""--format and --output of the three commands that make a report: to standard output, to files, to both."""

import json
import os
import stat
import subprocess
import sys

import pytest

from tests.owned import OWNERS, make_owned, printed, stage
from tests.rendered import READERS
from tests.repositories import CLAUDE, DISCLOSED, message
from tests.secret_values import GITHUB
from trailers.output.formats import FORMATS


@pytest.fixture
def work(started, monkeypatch):
    """A repository with a finding for each of the commands; we are at its top."""
    started.commit(message(DISCLOSED))
    started.commit("No word of it\n", author=CLAUDE)
    make_owned(started)
    stage(started, "bad name/\u00fc,1%.py", "1\n")
    stage(started, "docs/CODEOWNERS", OWNERS)
    (started.path / "a.py").write_text(f'token = "{GITHUB}"\n')
    monkeypatch.chdir(started.path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(started.path / ".git/cache"))
    return started.path


COMMANDS = {
    "verify": ["verify", "--all", "--color=never"],
    "owners": ["owners", "check", "--color=never"],
    "secrets": ["secrets", "scan", "a.py", "--color=never"],
}


@pytest.fixture(params=list(COMMANDS))
def told(request, undersign):
    """One of the commands: its exit code and what it prints."""

    def run(*words):
        code, output, error = undersign(*COMMANDS[request.param], *words)
        assert GITHUB not in (output + error).decode()
        return code, output.decode(), error.decode()

    return run


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_of_every_command(told, work, name):
    code, output, error = told("--format", name)
    assert (code in (0, 1), error) == (True, "")
    assert READERS[name](output)
    assert told("--format", name)[1] == output


def test_a_file_in_the_format(told, work):
    code, output, _ = told("--format=json", "--output=report.json")
    assert output == ""
    assert (code, (work / "report.json").read_text()) == told("--format=json")[:2]


def test_several_at_once(told, work):
    words = [f"--output={name}:out.{name}" for name in FORMATS]
    code, output, _ = told("--format=csv", *words)
    assert output == told("--format=csv")[1]
    for name in FORMATS:
        with open(work / f"out.{name}", newline="") as file:
            assert file.read() == told("--format", name)[1]
    assert code == told()[0]


def test_a_file_of_its_own_and_one_in_the_format(told, work):
    _, output, _ = told("--format=json", "--output=sarif:a.sarif", "--output=a.json")
    assert output == ""
    assert json.loads((work / "a.json").read_text())["schema"] == "undersign-report/1"
    assert json.loads((work / "a.sarif").read_text())["version"] == "2.1.0"


def test_no_colours_in_a_file(told, work):
    _, output, _ = told("--color=always", "--output=text:report.txt")
    assert "\033[" in output
    assert "\033[" not in (work / "report.txt").read_text()


def test_a_summary_is_appended_and_others_replaced(told, work):
    (work / "summary").write_text("before")
    (work / "a.json").write_text("before" * 10_000)
    told("--output=github-summary:summary", "--output=json:a.json")
    alone = told("--format=github-summary")[1]
    assert (work / "summary").read_text() == f"before\n{alone}"
    json.loads((work / "a.json").read_text())


def test_a_summary_takes_no_more_than_there_is_room_for(told, work):
    (work / "summary").write_bytes(b"x" * (1024 * 1024 - 10))
    told("--output=github-summary:summary")
    assert (work / "summary").stat().st_size == 1024 * 1024 - 10


class TestWriting:
    def test_permissions_stay(self, told, work):
        (work / "a.json").write_text("")
        (work / "a.json").chmod(0o640)
        told("--output=json:a.json")
        assert stat.S_IMODE((work / "a.json").stat().st_mode) == 0o640

    def test_new_ones_follow_the_umask(self, told, work):
        umask = os.umask(0o027)
        try:
            told("--output=json:a.json")
        finally:
            os.umask(umask)
        assert stat.S_IMODE((work / "a.json").stat().st_mode) == 0o640

    def test_a_link_stays_one(self, told, work):
        (work / "link").symlink_to("there.json")
        told("--output=json:link")
        assert (work / "link").is_symlink()
        json.loads((work / "there.json").read_text())

    def test_nothing_is_left_beside_it(self, told, work):
        told("--output=json:a.json")
        assert not [path for path in work.iterdir() if path.name.startswith("a.json.")]

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has it")
    @pytest.mark.parametrize("name", ["json", "github-summary"])
    def test_a_device_that_takes_nothing(self, told, work, name):
        code, output, error = told(f"--output={name}:/dev/full", "--output=sarif:a.sarif")
        assert code == 2
        assert "the report cannot be written: /dev/full: " in error
        assert "finding" in output, "what was found is told all the same"
        assert json.loads((work / "a.sarif").read_text())["version"] == "2.1.0"

    @pytest.mark.skipif(os.name == "nt", reason="there are no such names there")
    @pytest.mark.parametrize("name", ["json", "github-summary"])
    @pytest.mark.parametrize("path", ["/dev/stdout", "fifo"])
    def test_a_pipe_by_its_name(self, work, name, path):
        """As `--output json:/dev/stdout | jq`, and `--output json:>(gzip)`."""
        os.mkfifo(work / "fifo")
        command = [sys.executable, "-I", "-m", "trailers", "verify", "--all", "--format=json"]
        command = [
            "sh",
            "-c",
            '"$@" | cat' if path == "/dev/stdout" else 'cat fifo & "$@"; wait',
            "sh",
            *command,
        ]
        alone = subprocess.run([*command[4:-1], f"--format={name}"], capture_output=True, check=False)
        done = subprocess.run(
            [*command, f"--output={path}", f"--format={name}"],
            cwd=work,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert (done.stdout, done.stderr) == (alone.stdout, b"")

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_is_closed(self, told, work):
        (work / "closed").mkdir(mode=0o500)
        code, output, error = told("--output=json:closed/a.json")
        assert (code, "closed/a.json: Permission denied" in error) == (2, True)
        assert output

    def test_a_disk_that_is_full_leaves_the_old_file(self, work):
        """RLIMIT_FSIZE ends every write where a full disk would."""
        (work / "a.json").write_text("old")
        program = (
            "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
            "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); "
            "from trailers.cli.edge import main; "
            "sys.exit(main(['verify', '--all', '--output=json:a.json', '--output=github-summary:summary']))"
        )
        (work / "summary").write_text("old")
        done = subprocess.run(
            [sys.executable, "-IB", "-c", program], cwd=work, capture_output=True, check=False, text=True
        )
        assert done.returncode == 2
        assert "a.json: File too large; summary: " in done.stderr
        assert (work / "a.json").read_text() == (work / "summary").read_text() == "old"
        assert not [path for path in work.iterdir() if path.name.startswith("a.json.")]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param(["--format=xml"], "there is no format 'xml'", id="a format"),
        pytest.param(["--output=xml:a"], "there is no format 'xml'", id="a file's format"),
        pytest.param(["--output=json:"], "no file is named", id="no file"),
        pytest.param(["--output=none/a"], "none/a is in no directory that there is", id="no folder"),
        pytest.param(["--output=."], ". is a directory", id="a folder"),
        pytest.param(["--output=json:a", "--output=csv:./a"], "cannot be written to one file", id="twice"),
        pytest.param(["--color=pink"], "--color takes", id="a colour"),
    ],
)
def test_refused_before_anything_is_judged(told, work, words, why):
    code, output, error = told(*words)
    assert (code, output) == (2, "")
    assert why in error


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "sarif"])
def test_nothing_is_imported_that_is_not_asked_for(work, name):
    program = (
        "import sys; from trailers.cli.edge import main; "
        f"main(['verify', '--all', '--format={name}', '--output={name}:a']); "
        "print(*(module for module in sys.modules if module.startswith('trailers.output.')), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=work, capture_output=True, check=True, text=True
    )
    loaded = {module.removeprefix("trailers.output.") for module in done.stderr.split()}
    renderers = {module.removeprefix("trailers.output.") for module in FORMATS.values()}
    needed = {FORMATS[name].removeprefix("trailers.output."), "text"}
    assert loaded & renderers <= needed
    assert not loaded & {"sarif_rules"}


def test_nothing_to_judge_is_told_in_every_format(undersign, work, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_EVENT_NAME", "push")
    monkeypatch.setenv("GITHUB_SHA", "0" * 40)
    event = work / "event.json"
    event.write_text(json.dumps({"before": "1" * 40, "after": "0" * 40, "deleted": True}))
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    for name in FORMATS:
        code, told = printed(undersign("verify", "--format", name))
        assert code == 0
        assert READERS[name](told) is not None
