"""`undersign verify RANGE` as most people type it, which is understood without typer."""

import subprocess
import sys

import pytest

from tests.repositories import CLAUDE, DISCLOSED, message
from trailers.cli.asking import Question
from trailers.cli.plain import plain_question


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("verify", Question()),
        ("verify main~3..main", Question("main~3..main")),
        ("verify HEAD", Question("HEAD")),
        ("verify --all", Question(all=True)),
        ("verify --all main", Question("main", all=True)),
        ("verify main --all", Question("main", all=True)),
    ],
)
def test_plain(words, question):
    assert plain_question(words.split()) == question


@pytest.mark.parametrize(
    "words",
    ["", "rule", "verify --help", "verify -h", "verify --", "verify a b", "verify --all --all", "verify -C x",
     "verify --format json", "verify main --strict", "verify --all --strict", "--all verify", "policy show"],
)  # fmt: skip
def test_left_to_typer(words):
    assert plain_question(words.split()) is None


@pytest.fixture
def history(started):
    started.commit(message(DISCLOSED))
    started.commit("No word of it\n", author=CLAUDE)
    return started


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("main~1", 0),
        ("main~2..main", 1),
        ("--all", 1),
        ("--all main~1", 0),
        ("main..main", 2),
        ("", 2),
        ("nothing..main", 2),
    ],
)
def test_says_what_typer_says(history, spawned, words, code):
    """The option changes nothing but the way to the answer."""
    plain, typed = (
        spawned("verify", *more, *words.split(), cwd=history.path) for more in ([], ["--color=never"])
    )
    assert (*plain.communicate(), plain.returncode) == (*typed.communicate(), code)


def test_typer_is_not_imported(history):
    program = (
        "import sys; from trailers.cli.edge import main; main(['verify', 'main~1']); "
        "raise SystemExit('typer' in sys.modules or 'argparse' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], cwd=history.path, check=False)
    assert done.returncode == 0


def test_a_reader_that_went_away(history, spawned):
    with open("/dev/full", "wb") as full:
        process = spawned("verify", "--all", cwd=history.path, stdout=full)
    _, error = process.communicate()
    assert process.returncode == 2
    assert b"Traceback" not in error


def test_standard_output_closed(history):
    command = f'"{sys.executable}" -I -m trailers verify --all >&-'
    done = subprocess.run(["sh", "-c", command], cwd=history.path, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
