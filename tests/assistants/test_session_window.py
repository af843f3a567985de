"""The digest of what was written since the parent commit, and finding it in a transcript that has grown."""

import hashlib
import hmac
import json
import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import session_files as files
from trailers.assistants.sessions.keeping import keep_window
from trailers.assistants.sessions.window import LONGEST, digest, find_window, hmac_of, window_bytes

SINCE = files.START + 1000


def line(at, size=0):
    record = {"type": "user", "pad": "x" * size}
    return json.dumps(record | ({"timestamp": files.iso(at)} if at is not None else {})).encode() + b"\n"


def write(path, *lines):
    path.write_bytes(b"".join(lines))
    return str(path)


OLD, NEW, PLAIN = line(SINCE - 5), line(SINCE + 5), line(None)
SNAPSHOT = b'{"type":"file-history-snapshot","snapshot":{"timestamp":"2020-01-01T00:00:00.000Z"}}\n'


class TestDigest:
    @pytest.mark.parametrize(
        ("lines", "window"),
        [
            ([OLD, NEW, NEW], [NEW, NEW]),
            ([NEW], [NEW]),
            ([OLD, PLAIN, NEW, PLAIN], [PLAIN, NEW, PLAIN]),
            ([NEW, OLD, NEW], [NEW]),
            ([OLD, NEW, b'{"not whole'], [NEW]),
            ([NEW, SNAPSHOT, NEW], [NEW, SNAPSHOT, NEW]),
            ([b"\xff\xfe\n", b"\n", b"[]\n"], [b"\xff\xfe\n", b"\n", b"[]\n"]),
            ([line(SINCE)], [line(SINCE)]),
            ([b'{"timestamp":"2026-11-18T00:00:00+09:00"}\n', NEW], [NEW]),
        ],
    )
    def test_of_the_whole_lines_since(self, tmp_path, lines, window):
        path = write(tmp_path / "t", *lines)
        found = digest(path, SINCE)
        text = b"".join(window)
        assert found == (hashlib.sha256(text).hexdigest(), len(window), len(text))
        assert window_bytes(path, SINCE) == text
        assert find_window(path, SINCE, found.sha256)

    @pytest.mark.parametrize("lines", [[], [OLD], [NEW, OLD], [b"no line feed"], [OLD, b"{"]])
    def test_of_nothing(self, tmp_path, lines):
        assert digest(write(tmp_path / "t", *lines), SINCE) is None

    @pytest.mark.parametrize("name", ["gone", "fifo", "folder"])
    def test_of_what_is_no_file(self, tmp_path, name):
        os.mkfifo(tmp_path / "fifo")
        (tmp_path / "folder").mkdir()
        with pytest.raises(OSError):  # noqa: PT011
            digest(str(tmp_path / name), SINCE)
        with pytest.raises(OSError):  # noqa: PT011
            find_window(str(tmp_path / name), SINCE, "0" * 64)


class TestFind:
    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(st.sampled_from([OLD, NEW, PLAIN, SNAPSHOT, b"\n", b"\xff\n"]), max_size=12),
        st.lists(st.sampled_from([OLD, NEW, PLAIN, SNAPSHOT, b"\n"]), max_size=12),
        st.sampled_from([b"", b"{", NEW[:-1]]),
    )
    def test_in_a_transcript_that_has_grown(self, tmp_path_factory, lines, more, rest):
        path = tmp_path_factory.mktemp("w") / "t"
        found = digest(write(path, *lines, rest), SINCE)
        grown = write(path, *lines, rest, *more)
        if found is not None:
            assert find_window(grown, SINCE, found.sha256)
            assert find_window(grown, SINCE, found.sha256.upper())
            assert not find_window(grown, SINCE, found.sha256[::-1])

    def test_not_in_one_that_was_changed(self, tmp_path):
        path = tmp_path / "t"
        found = digest(write(path, OLD, NEW, NEW), SINCE)
        assert not find_window(write(path, OLD, NEW.replace(b"user", b"evil"), NEW), SINCE, found.sha256)
        assert not find_window(write(path, OLD), SINCE, found.sha256)
        assert not find_window(write(path), SINCE, found.sha256)
        assert not find_window(write(path, OLD, NEW), SINCE, "no digest")

    def test_a_long_one(self, tmp_path):
        """Windows of more than 6 MiB, at every end of a file of 13 MiB, are found as it grows."""
        chance = random.Random(6)
        path = tmp_path / "t"
        found, size = [], 0
        with path.open("wb") as file:
            for number in range(120):
                text = line(SINCE + number, chance.choice([10, 1000, 100_000, 300_000]))
                size += file.write(text)
                file.flush()
                if number % 6 == 0:
                    found.append((size, digest(str(path), SINCE)))
            file.write(line(SINCE + 500) * 100)
        assert size > 2 * LONGEST
        for end, window in found:
            assert (
                window.bytes == end
                if end <= LONGEST
                else LONGEST * 2 // 3 - 400_000 <= window.bytes <= LONGEST
            )
            assert find_window(str(path), SINCE, window.sha256)

    @pytest.mark.parametrize("size", [LONGEST - 100, LONGEST, 2 * LONGEST])
    def test_beside_a_very_long_line(self, tmp_path, size):
        path = tmp_path / "t"
        found = digest(write(path, OLD, NEW, line(SINCE, size), NEW, NEW), SINCE)
        assert found is None or find_window(
            write(path, OLD, NEW, line(SINCE, size), NEW, NEW, NEW), SINCE, found.sha256
        )

    def test_1_gb_of_zeros(self, tmp_path):
        path = tmp_path / "t"
        with path.open("wb") as file:
            file.truncate(1 << 30)
        assert digest(str(path), SINCE) is None


class TestHmac:
    def test_of_a_short_prompt(self):
        value = hmac_of("fix the typo", "team-1", b"key")
        assert value == f"hmac-sha256:team-1:{hmac.digest(b'key', b'fix the typo', 'sha256').hex()}"


class TestKeeping:
    def redact(self, text):
        return text.replace("user", "[redacted]")

    def test_the_redacted_window_under_its_digest(self, tmp_path):
        transcript = write(tmp_path / "t", OLD, NEW, b"\xff\n")
        folder = tmp_path / "kept"
        folder.mkdir()
        kept = keep_window(str(folder), transcript, SINCE, self.redact)
        assert kept.sha256 == digest(transcript, SINCE).sha256
        assert kept.path == str(folder / f"{kept.sha256}.jsonl")
        with open(kept.path, encoding="utf-8") as file:
            assert file.read() == NEW.decode().replace("user", "[redacted]") + "\ufffd\n"
        assert os.stat(kept.path).st_mode & 0o777 == 0o600
        assert os.listdir(folder) == [f"{kept.sha256}.jsonl"]

    def test_once(self, tmp_path):
        transcript = write(tmp_path / "t", NEW)
        first = keep_window(str(tmp_path), transcript, SINCE, self.redact)
        assert keep_window(str(tmp_path), transcript, SINCE, str.upper) == first
        with open(first.path, encoding="utf-8") as file:
            assert "[redacted]" in file.read()

    def test_nothing(self, tmp_path):
        assert keep_window(str(tmp_path), write(tmp_path / "t", OLD), SINCE, self.redact) is None
        assert os.listdir(tmp_path) == ["t"]

    def test_a_redaction_that_fails_leaves_nothing(self, tmp_path):
        def fail(text):
            raise RuntimeError

        folder = tmp_path / "kept"
        folder.mkdir()
        with pytest.raises(RuntimeError):
            keep_window(str(folder), write(tmp_path / "t", NEW), SINCE, fail)
        assert os.listdir(folder) == []

    def test_a_folder_that_is_not_there(self, tmp_path):
        with pytest.raises(OSError):  # noqa: PT011
            keep_window(str(tmp_path / "gone"), write(tmp_path / "t", NEW), SINCE, self.redact)
