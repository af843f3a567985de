"""A run in several processes gives what it gives in one, also where a process dies."""

import os
import subprocess
import sys

import pytest

from tests.secret_values import GITHUB
from trailers.verify.secrets.running import batches_of
from trailers.verify.secrets.source import Source


@pytest.fixture
def work(started):
    for number in range(300):
        (started.path / f"{number}.py").write_text(f"x = {number}\n" * (number % 7 * 1000))
    for number in (3, 77, 200, 299):
        (started.path / f"{number}.py").write_text(f'a\ntoken = "{GITHUB}"\n')
    (started.path / "binary").write_bytes(b"\0")
    started.git("add", ".")
    return started


def hook(work, *arguments, program="from hooks.secret_scan import main\nraise SystemExit(main())"):
    command = [sys.executable, "-I", "-c", program, *arguments]
    environ = {**os.environ, "XDG_CACHE_HOME": str(work.path / ".git/cache")}
    return subprocess.run(command, cwd=work.path, env=environ, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", [["--all"], ["--staged"], ["--all", "--format", "json"]])
def test_same_bytes(work, words):
    one = hook(work, *words, "-j1")
    assert one.returncode == 1
    assert one.stdout.count("US201") >= 4
    for jobs in ("-j2", "-j5"):
        assert hook(work, *words, jobs).stdout == one.stdout


def test_a_process_that_dies(work):
    program = """
import os
import trailers.verify.secrets.judging as judging
look = judging.Judge.look
def dying(self, opened):
    if opened.source.path == "200.py":
        os.kill(os.getpid(), 9)
    look(self, opened)
judging.Judge.look = dying
from hooks.secret_scan import main
raise SystemExit(main())
"""
    done = hook(work, "--all", "-j2", program=program)
    assert done.returncode == 2
    assert "200.py: error US200: it could not be checked: its process was killed by signal 9" in done.stdout
    assert done.stdout.count("error US201") >= 2
    assert "NOT EVERYTHING COULD BE CHECKED" in done.stdout


@pytest.mark.parametrize("sizes", [[], [1], [10] * 5000, [1 << 30] * 3, [0] * 100_000, [1 << 20] * 9000])
def test_batches(sizes):
    sources = [Source(str(number), "", size) for number, size in enumerate(sizes)]
    batches = batches_of(sources, sum(sizes))
    assert [number for batch in batches for number in range(batch.start, batch.end)] == list(
        range(len(sizes))
    )
    assert len(batches) <= 2048
