"""How session files are read: from their end, a bounded part of them, at a glance, and as json would."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests import session_files as files
from trailers.assistants.sessions.agents.claude_code import DIALECT
from trailers.assistants.sessions.agents.codex import DIALECT as CODEX
from trailers.assistants.sessions.backwards import LIMIT, Backwards
from trailers.assistants.sessions.glance import is_since, strings_of
from trailers.assistants.sessions.naming import is_id, model_name, shown
from trailers.assistants.sessions.places import RefusedError, opened, read_start
from trailers.assistants.sessions.reading import read_models
from trailers.assistants.sessions.scanning import loads, record_of
from trailers.assistants.sessions.times import seconds_of, text_of

SINCE = files.START + 1000
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def backwards(tmp_path, data, limit=LIMIT):
    path = tmp_path / "file"
    path.write_bytes(data)
    handle = os.open(path, os.O_RDONLY)
    return Backwards(handle, len(data), limit), handle


class TestBackwards:
    @pytest.mark.parametrize("size", [0, 1, 100, 65_535, 65_536, 65_537, 200_000, 2_500_000])
    @pytest.mark.parametrize("length", [0, 1, 7, 5_000, 70_000, 1_200_000])
    def test_the_whole_lines(self, tmp_path, size, length):
        line = b"x" * length + b"\n"
        data = (line * (size // len(line) + 1))[:size]
        lines, handle = backwards(tmp_path, data)
        offsets, found = [], []
        for text in lines:
            found.append(text)
            offsets.append(lines.offset)
        os.close(handle)
        whole = data.split(b"\n")[:-1]
        assert found[::-1] == whole
        assert all(
            data[at : at + len(text) + 1] == text + b"\n" for at, text in zip(offsets, found, strict=True)
        )
        assert not lines.cut
        assert lines.read == size

    @given(st.binary(max_size=300), st.integers(0, 400))
    @example(b"\n\n", 2)
    @example(b"a\nb\nc", 4)
    def test_what_the_limit_keeps_back(self, tmp_path_factory, data, limit):
        lines, handle = backwards(tmp_path_factory.mktemp("b"), data, limit)
        found = list(lines)
        os.close(handle)
        whole = data.split(b"\n")[:-1]
        assert found == whole[::-1][: len(found)]
        assert lines.cut == (len(data) > limit)
        assert lines.read == min(limit, len(data))
        assert lines.cut or len(found) == len(whole)

    def test_a_file_that_becomes_shorter(self, tmp_path):
        lines, handle = backwards(tmp_path, b"x\n" * 100_000)
        os.truncate(tmp_path / "file", 10)
        with pytest.raises(OSError, match="shorter"):
            list(lines)
        os.close(handle)


class TestHowMuchIsRead:
    """By the bytes, not by the time."""

    def filled(self, path, work="/work"):
        """A file of 500 MB: a line, nothing that takes room on the disk, then 3 MB of lines."""
        line = json.dumps(list(files.claude_lines(work, [(SINCE + 1, "a")]))[-1]).encode() + b"\n"
        with path.open("wb") as file:
            file.write(line.replace(b'"a"', b'"first"'))
            file.truncate(500 << 20)
            file.seek(0, os.SEEK_END)
            file.write(b"\n" + line * (3_000_000 // len(line)))
        return path

    def test_at_most_8_mib_of_500(self, tmp_path):
        path = self.filled(tmp_path / "large")
        told = read_models(str(tmp_path), str(path), SINCE, DIALECT)
        assert told.models == ("a",)
        assert told.read == LIMIT
        assert not told.complete
        assert "only the last 8 MiB" in told.warnings[0]

    def test_only_the_end_where_the_parent_commit_is_recent(self, tmp_path):
        path = self.filled(tmp_path / "large")
        told = read_models(str(tmp_path), str(path), SINCE + 100, DIALECT)
        assert (told.models, told.complete) == (("a",), True)
        assert told.read <= 1 << 16

    @pytest.mark.parametrize("dialect", [DIALECT, CODEX])
    def test_nothing_of_1_gb_of_zeros(self, tmp_path, dialect):
        path = tmp_path / "zeros"
        with path.open("wb") as file:
            file.truncate(1 << 30)
        told = read_models(str(tmp_path), str(path), 0, dialect)
        assert (told.models, told.complete, told.read) == ((), False, LIMIT)

    def test_subagents_share_the_limit(self, tmp_path):
        home, work = tmp_path / "home", tmp_path / "home" / "work"
        made = files.claude_code(home, work, [(SINCE, "a")])
        self.filled(made.path, work)
        files.claude_subagent(made, work, [(SINCE, "b")])
        found = subprocess.run(
            [sys.executable, "-c", READ, str(home), str(work)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert found.stdout.split() == ["('a',)", str(LIMIT)]


READ = """
import os, sys
count = 0
real = os.read
def counted(handle, most):
    global count
    data = real(handle, most)
    count += len(data)
    return data
os.read = counted
from trailers.assistants.environment import Assistant
from trailers.assistants.sessions.finding import find_session
home, work = sys.argv[1:]
print(find_session(Assistant("claude-code", "", "strong", ""), {}, home, work, 0).models, count)
"""


class TestGlance:
    @given(st.dictionaries(st.sampled_from(["model", "cwd", "x"]) | st.text(), VALUES, max_size=5))
    def test_no_string_under_the_key_is_missed(self, record):
        for separators in ((",", ":"), (", ", ": ")):
            found = strings_of(json.dumps(record, separators=separators).encode(), b"model")
            model = record.get("model")
            if found is not None and isinstance(model, str):
                assert model.encode() in found
            if found is not None and "model" in record:
                assert isinstance(model, str)

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            (b'{"model":"a","x":{"model": "b"}}', [b"a", b"b"]),
            (b'{"x":"\\"model\\":\\"a\\""}', []),
            (b'{"x":["model","a"]}', []),
            (b'{"model":null}', None),
            (b'{"model" :"a"}', None),
            (b'{"model":"a\\nb"}', None),
            (b'{"model":"a', None),
            (b"", []),
        ],
    )
    def test_strings(self, text, found):
        assert strings_of(text, b"model") == found

    @pytest.mark.parametrize(
        ("time", "expected"),
        [
            ("2026-11-18T10:00:00.000Z", True),
            ("2026-11-18T10:00:00Z", True),
            ("2026-11-18T09:59:59.999Z", False),
            ("2026-11-18T12:00:00+05:00", False),
            ("2027", False),
            ("", False),
        ],
    )
    def test_times(self, time, expected):
        line = b'{"timestamp":"' + time.encode() + b'"}'
        assert is_since(line, b"2026-11-18T10:00:00") is expected
        assert not is_since(line + b'{"timestamp":"2000-01-01T00:00:00Z"}', b"2026-11-18T10:00:00")

    def test_no_time(self):
        assert not is_since(b"{}", b"2026-11-18T10:00:00")


class TestJson:
    @given(VALUES)
    def test_as_json_reads_it(self, value):
        text = json.dumps(value)
        assert loads(text) == json.loads(text) == loads(f" \r\n{text}\t".encode())

    @given(st.text(alphabet='{}[]",:0123456789.eE+- \\untrfalsNIy') | st.binary())
    @example("NaN")
    @example("-Infinity")
    @example("1 2")
    def test_what_json_refuses(self, text):
        try:
            expected = json.loads(text if isinstance(text, str) else text.decode(), parse_constant=int)
        except ValueError:
            with pytest.raises(ValueError):  # noqa: PT011
                loads(text)
        else:
            assert loads(text) == expected

    @pytest.mark.parametrize("text", ["[" * 1_000_000, '{"a":' * 1_000_000, "1" * 5000])
    def test_what_is_too_much(self, text):
        assert record_of(text) is None


class TestTimes:
    @given(st.datetimes(datetime(1970, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)))  # noqa: DTZ001
    def test_as_datetime_reads_it(self, moment):
        text = moment.isoformat().replace("+00:00", "Z")
        assert seconds_of(text) == pytest.approx(moment.timestamp(), abs=1e-3)
        shifted = moment.astimezone(timezone(timedelta(hours=-3, minutes=-30))).isoformat()
        assert seconds_of(shifted) == pytest.approx(moment.timestamp(), abs=1e-3)

    @given(st.text(max_size=40))
    @example("2026-13-01T00:00:00Z")
    @example("2026-01-01T00:00:00.Z")
    @example("2026-01-01T00:00:00+1:000")
    @example("２０２６-01-01T00:00:00Z")
    def test_nothing_is_raised(self, text):
        assert seconds_of(text) is None or isinstance(seconds_of(text), float)

    @pytest.mark.parametrize(
        ("raw", "seconds"),
        [
            (1_772_241_173_221, 1_772_241_173.221),
            (1_772_241_173, 1_772_241_173.0),
            (0, 0.0),
            (-1, None),
            (10**30, None),
            (float("nan"), None),
            (float("inf"), None),
            (True, None),
            (None, None),
            ([], None),
        ],
    )
    def test_numbers(self, raw, seconds):
        assert seconds_of(raw) == seconds

    def test_the_start_of_every_time_in_a_second(self):
        assert text_of(SINCE) == files.iso(SINCE).encode()[:19]
        assert text_of(-5) == b"1970-01-01T00:00:00"
        assert time.gmtime(SINCE).tm_year == 2026


class TestNames:
    @given(st.text() | VALUES)
    def test_a_name_is_one_word_of_a_trailer(self, raw):
        name = model_name(raw)
        assert not name or (name.isascii() and name.isprintable() and " " not in name and name[0].isalnum())

    @given(st.text())
    @example("..")
    @example("a/../b")
    @example("a..b")
    def test_an_id_is_one_name_of_a_file(self, text):
        if is_id(text):
            assert os.path.basename(text) == text
            assert text not in (".", "..")
            assert text.isascii()

    @given(st.text())
    def test_what_is_shown_is_one_line(self, text):
        assert shown(text).isprintable()
        assert len(shown(text)) <= 301


class TestPlaces:
    def test_a_file_in_the_folder(self, tmp_path):
        path = tmp_path / "file"
        path.write_bytes(b"text")
        assert read_start(os.path.realpath(tmp_path), str(path), 2) == b"te"

    @pytest.mark.parametrize("name", ["../x/file", "out", "dir", "fifo", "a\0b", "gone"])
    def test_what_is_refused(self, tmp_path, name):
        root = tmp_path / "x-root"
        (root / "dir").mkdir(parents=True)
        (tmp_path / "x").mkdir()
        (tmp_path / "x" / "file").touch()
        (root / "out").symlink_to(tmp_path / "x" / "file")
        os.mkfifo(root / "fifo")
        with pytest.raises(OSError):  # noqa: PT011
            opened(os.path.realpath(root), f"{root}/{name}")

    def test_a_device(self):
        with pytest.raises(RefusedError):
            opened("/dev", "/dev/zero")


PROGRAM = """
import sys
from trailers.assistants.environment import Assistant
before = set(sys.modules)
from trailers.assistants.sessions.finding import find_session
from trailers.assistants.sessions.window import digest
tool, home, work = sys.argv[1:]
found = find_session(Assistant(tool, tool, "strong", ""), {}, home, work, 0)
assert found.models == ("a",), found
if found.transcript:
    assert digest(found.transcript, 0)
print("modules:", *(set(sys.modules) - before))
"""
HEAVY = {"re", "json", "hashlib", "datetime", "pathlib", "subprocess", "argparse", "enum", "logging", "tomli"}


@pytest.mark.parametrize("tool", sorted(files.MAKERS))
def test_what_is_loaded(tmp_path, tool):
    home, work = tmp_path / "home", tmp_path / "home" / "work"
    work.mkdir(parents=True)
    files.MAKERS[tool](home, work, [(SINCE, "a")])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, tool, str(home), str(work)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = set(done.stdout.partition("modules:")[2].split())
    # sqlite3 itself loads datetime and collections.abc; it is needed only where there is a database
    allowed = {"datetime", "re", "enum"} if tool in ("opencode", "crush") else set()
    assert not modules & (HEAVY - allowed)
    assert ("sqlite3" in modules) == (tool in ("opencode", "crush"))
    readers = {name for name in modules if name.startswith("trailers.assistants.sessions.")}
    others = {
        "claude_code",
        "codex",
        "copilot_cli",
        "gemini_cli",
        "amp",
        "opencode",
        "factory_droid",
        "crush",
    }
    assert len({name.rsplit(".", 1)[1] for name in readers} & others) == 1
