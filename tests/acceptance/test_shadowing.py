"""A repository with modules named as ours: our check runs all the same, for every entry is `python -I -m`."""

import pytest

from tests.acceptance.making import run

pytestmark = pytest.mark.acceptance

PASSING = """\
def main(argv=None):
    return 0


if __name__ == "__main__":
    print("THEIRS")
    raise SystemExit(main())
"""
BAD = "Add a parser\n\nAssisted-by: Claude-Code:claude-opus-5\n"


@pytest.mark.parametrize("more", [{}, {"PYTHONPATH": "."}], ids=["no PYTHONPATH", "PYTHONPATH=."])
@pytest.mark.parametrize("package", [True, False], ids=["package", "plain folder"])
def test_ours_runs(work_tree, package, more):
    hooks = work_tree.path / "hooks"
    hooks.mkdir()
    for name in ("disclosure.py", "push.py", "edge.py", *(["__init__.py"] if package else [])):
        (hooks / name).write_text(PASSING)
    (work_tree.path / "trailers.py").write_text(PASSING)
    done = work_tree.commit(BAD, **more)
    assert done.code == 1
    assert "error US102" in done.text
    assert "THEIRS" not in done.text


def test_verify_runs_beside_them(installed, work_tree):
    (work_tree.path / "trailers.py").write_text("raise SystemExit(0)\n")
    work_tree.commit(BAD, "--no-verify")
    command = [installed, "-I", "-m", "trailers", "verify", "HEAD~1..HEAD"]
    done = run(command, work_tree.path, {**work_tree.environ, "PYTHONPATH": "."})
    assert done.code == 1
    assert "error US102" in done.text
