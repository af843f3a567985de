"""Repositories in which every file has an owner, for the tests of the hook and of the command."""

from tests.repositories import Repository

OWNERS = "* @org/all\n/docs/ @org/docs @jane\n"


def make_owned(repository: Repository) -> Repository:
    """The repository with one commit, checked out."""
    files = {".github/CODEOWNERS": OWNERS, "docs/a": "1\n", "docs/sub/b": "2\n", "src/a": "3\n"}
    repository.commit("one\n", files=files)
    repository.check_out()
    return repository


def stage(work: Repository, path: str, text: str = "new\n") -> None:
    """Write a file and add it to the index."""
    file = work.path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    work.git("add", "--", path)


def printed(done: tuple[int, bytes, bytes]) -> tuple[int, str]:
    """The exit code of a command, and all that it printed, as text."""
    code, output, error = done
    return code, (output + error).decode()
