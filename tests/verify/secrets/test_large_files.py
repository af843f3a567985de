"""Files of any size: in pieces, in memory that does not grow, and in any encoding."""

import os
import subprocess
import sys

import pytest

from tests.secret_values import GITHUB, OTHER
from trailers.verify.secrets.pieces import OVERLAP, PIECE

PROGRAM = """
import resource, sys
from hooks.secret_scan import main
code = main()
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
raise SystemExit(code)
"""


def hook(folder, *arguments):
    command = [sys.executable, "-I", "-c", PROGRAM, *arguments]
    environ = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, int(done.stderr.split()[-1])


def write(file, *parts):
    with file.open("wb") as stream:
        for part in parts:
            stream.write(part)


def test_lines(tmp_path):
    line = b"some words of a long file, and nothing else\n"
    many = PIECE * 3 // len(line)
    write(
        tmp_path / "a.txt",
        line * many,
        f"token={GITHUB}\n".encode(),
        line * many,
        f"\ttoken={OTHER}".encode(),
    )
    code, output, _ = hook(tmp_path, "a.txt")
    assert code == 1
    assert f"a.txt:{many + 1}:7: error US201" in output
    assert f"a.txt:{2 * many + 2}:8: error US201" in output
    assert "1 file checked (25 MB), 2 findings" in output


@pytest.mark.parametrize("before", [PIECE - 20, PIECE, PIECE - OVERLAP, PIECE + OVERLAP, 3 * PIECE + 7])
def test_one_line(tmp_path, before):
    write(tmp_path / "a.txt", b"." * before, GITHUB.encode(), b" " * (2 * PIECE))
    code, output, _ = hook(tmp_path, "a.txt")
    assert (code, output.count("US201: ")) == (1, 1)
    assert f"a.txt:1:{before + 1}: error" in output


def test_utf_16(tmp_path):
    text = "ein Wörterbuch\r\n" * 400_000 + f"token = {GITHUB}\r\n"
    write(tmp_path / "a.txt", text.encode("utf-16"))
    code, output, _ = hook(tmp_path, "a.txt")
    assert (code, "a.txt:400001:9: error US201" in output) == (1, True)


def test_memory_does_not_grow(tmp_path):
    block = (b"x" * 79 + b"\n") * 100_000
    peaks = []
    for blocks in (1, 8):
        write(tmp_path / "a.txt", *[block] * blocks)
        code, _, peak = hook(tmp_path, "a.txt")
        assert code == 0
        peaks.append(peak if sys.platform == "linux" else peak // 1024)
    assert peaks[1] < peaks[0] + 32_000


def test_a_large_blob(repository):
    text = b"some words\n" * (PIECE // 5) + f"token={GITHUB}\n".encode()
    repository.commit("one\n", files={"a.txt": text})
    repository.check_out()
    repository.git("rm", "-q", "--cached", "a.txt")
    repository.commit("two\n", files={"a.txt": None})
    repository.git("add", "a.txt")
    code, output, _ = hook(repository.path, "--staged")
    assert (code, f"a.txt:{PIECE // 5 + 1}:7: error US201" in output) == (1, True)
