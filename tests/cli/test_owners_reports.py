"""The report of `undersign owners check` as people see it, against files in tests/golden.

`UNDERSIGN_GOLDEN=write pytest tests/cli/test_owners_reports.py` writes them anew; look at the difference.
"""

import os
from pathlib import Path

import pytest

from tests.owned import make_owned, printed, stage
from tests.repositories import Repository
from trailers.output.formats import FORMATS
from trailers.version import VERSION

GOLDEN = Path(__file__).parent.parent / "golden"
CI = [name for name in FORMATS if name not in ("text", "json")]


def as_written(name, text):
    """Whether the text is that of the golden file; `UNDERSIGN_GOLDEN=write pytest …` writes it anew."""
    file = GOLDEN / name
    text = text.replace(f'"semanticVersion": "{VERSION}"'.encode(), b'"semanticVersion": "0.0.0"')
    if os.environ.get("UNDERSIGN_GOLDEN") == "write":
        file.write_bytes(text)
    return text == file.read_bytes()


@pytest.fixture
def work(repository, monkeypatch):
    """A repository in which everything has an owner, and we are at its top."""
    monkeypatch.chdir(repository.path)
    return make_owned(repository)


DEFECTS = """\
# Owners of everything
*             @org/all
/docs/        @org/docs
/docs/*.md    @org/writers
/gone/        @jane
*.rb          not-an-owner @joe
/src/[id]/    @joe
/Docs/api.md  @org/docs
/src/         @org/all
/old/name.py  @joe
/vendor/
/docs/        @org/docs
"""


@pytest.fixture(scope="module")
def defects(tmp_path_factory):
    """A file with about one finding of each kind."""
    repository = Repository(tmp_path_factory.mktemp("owners") / "repository")
    files = {
        ".github/CODEOWNERS": DEFECTS,
        "docs/CODEOWNERS": "* @nobody\n",
        "docs/api.md": "",
        "docs/übersicht.md": "",
        "src/main.py": "",
        "old/name.py": "def name(): ...\n" * 9,
        "vendor/lib.c": "",
        "a\x1b[31mred\n": "",
    }
    repository.commit("one\n", files=files)
    repository.check_out()
    repository.git("mv", "old", "new")
    return repository.path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("owners-findings.txt", []),
        ("owners-findings-in-colour.txt", ["--color", "always"]),
        ("owners-findings.json", ["--format", "json"]),
        *((f"owners-findings.{name}", ["--format", name]) for name in CI),
    ],
)
def test_findings(undersign, defects, name, words):
    code, output, error = undersign("owners", "check", "-C", defects, *words)
    assert (code, error) == (1, b"")
    assert as_written(name, output)


def test_clean(undersign, work):
    code, output, error = undersign("owners", "check")
    assert (code, error) == (0, b"")
    assert as_written("owners-clean.txt", output)


def test_no_file(undersign, started, tmp_path):
    started.check_out()
    code, output, error = undersign("owners", "check", "-C", started.path)
    assert (code, error) == (1, b"")
    assert as_written("owners-none.txt", output)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("/no\\ thing @a", "  1 | /no\\ thing @a\n    | ^^^^^^^^^", id="an escaped blank"),
        pytest.param("  \t/nothing\t@a", "  1 |   \\t/nothing\\t@a\n    |     ^^^^^^^^", id="tabs"),
        pytest.param("/日本 @a", "  1 | /日本 @a\n    | ^^^^^", id="wide characters"),
        pytest.param("/e\u0301 @a", "  1 | /e\u0301 @a\n    | ^^", id="a combining mark"),
        pytest.param("/\x1b[2J @a", "  1 | /\\x1b[2J @a\n    | ^^^^^^^^", id="an escape"),
        pytest.param(
            "# " + "x" * 500 + "\n" + "/" + "y" * 500 + " @a",
            "  2 | /" + "y" * 119 + "...\n    | " + "^" * 120,
            id="a long token",
        ),
        pytest.param(
            "/x " + "@a " * 100 + "bad!",
            "  1 | ... " + "@a " * 13 + "bad!\n    | " + " " * 43 + "^^^^",
            id="far to the right",
        ),
    ],
)
def test_the_caret(undersign, work, line, told):
    stage(work, ".github/CODEOWNERS", line + "\n* @a\n")
    assert told in printed(undersign("owners", "check"))[1]
