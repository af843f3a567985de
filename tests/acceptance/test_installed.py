"""The installed wheel: the command, and the modules that other programs call."""

import pytest

from tests.acceptance.making import WorkTree, plain_environ, run

pytestmark = pytest.mark.acceptance

GOOD = "Mend a typo"
BAD = "Add a parser\n\nCo-authored-by: Claude <noreply@anthropic.com>"


@pytest.fixture
def judged(tmp_path):
    """A repository with a good commit and then a bad one."""
    repository = WorkTree(tmp_path, plain_environ())
    repository.git("init", "-q")
    for message in ("Begin", GOOD, BAD):
        assert repository.commit(message).code == 0
    return tmp_path


def as_module(python):
    return [python, "-I", "-m", "trailers"]


def as_command(python):
    return [python.parent / "undersign"]


@pytest.mark.parametrize("called", [as_module, as_command])
@pytest.mark.parametrize(
    ("range_", "code", "tells"),
    [
        ("HEAD~2..HEAD~1", 0, "1 commit checked"),
        ("HEAD~2..HEAD", 1, "error US101"),
        ("HEAD..HEAD", 2, "nothing was checked"),
        ("HEAD~9..HEAD", 2, "HEAD~9"),
    ],
)
def test_verify(installed, judged, called, range_, code, tells):  # noqa: PLR0917 - the columns of the table
    done = run([*called(installed), "verify", range_], judged, plain_environ())
    assert done.code == code, done.text
    assert tells in done.text


def test_version(installed, project, judged):
    done = run([*as_command(installed), "--version"], judged, plain_environ())
    assert done == (0, f"undersign {project['version']}\n")


@pytest.mark.parametrize(("message", "code"), [(GOOD, 0), (BAD, 1)])
def test_the_message_hook(installed, judged, message, code):
    (judged / "message").write_text(message + "\n")
    done = run([installed, "-I", "-m", "hooks.disclosure", "message"], judged, plain_environ())
    assert done.code == code, done.text
    assert (judged / "message").read_text() == message + "\n"


def test_outside_a_repository(installed, tmp_path):
    done = run([*as_command(installed), "verify", "HEAD"], tmp_path, plain_environ())
    assert done.code == 2, done.text


def test_git_missing(installed, judged, tmp_path):
    done = run([*as_command(installed), "verify", "HEAD"], judged, plain_environ(PATH=str(tmp_path)))
    assert done.code == 2
    assert "git was not found" in done.text
