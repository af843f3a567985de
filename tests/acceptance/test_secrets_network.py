"""The installed scanner asks no network: it opens no socket, and works where there is no interface."""

import json
import shutil
import subprocess

import pytest

from tests.acceptance.making import WorkTree, plain_environ, run
from tests.acceptance.test_secrets_hook import token

pytestmark = pytest.mark.acceptance

# Told of everything that Python itself opens; extra modules in C would show in the test without interfaces.
_WATCHED = """\
import sys
sys.argv[1:] = {arguments!r}
opened = []
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ssl.")):
        opened.append(event)
sys.addaudithook(watch)
from hooks.secret_scan import main
print("OPENED", main(), opened, flush=True)
"""


@pytest.fixture
def leaking(tmp_path):
    """A repository whose files hold what a verifying scanner would send away."""
    repository = WorkTree(tmp_path, plain_environ())
    repository.git("init", "-q")
    slack = "-".join(("xoxb", "1" + "2" * 11, "3" * 12, "Ab1" * 8))
    (tmp_path / "a.py").write_text(f'TOKEN = "{token()}"\nSLACK = "{slack}"\nlimit = 20\n')
    (tmp_path / "b.py").write_text("limit = 20\n")
    repository.git("add", "-A")
    return tmp_path


MODES = [
    pytest.param(["b.py"], 0, id="noop"),
    pytest.param(["a.py", "b.py"], 1, id="paths"),
    pytest.param(["--staged"], 1, id="staged"),
    pytest.param(["--all"], 1, id="all"),
    pytest.param(["--mode", "compat", "a.py"], 1, id="compat"),
    pytest.param(["--decode", "--archives", "a.py"], 1, id="decoding"),
]


@pytest.mark.parametrize(("arguments", "code"), MODES)
def test_no_socket_is_opened(installed, leaking, arguments, code):
    program = _WATCHED.format(arguments=arguments)
    done = run([installed, "-I", "-c", program], leaking, plain_environ())
    assert f"OPENED {code} []" in done.text


@pytest.mark.parametrize(("arguments", "code"), MODES)
def test_it_works_without_any_interface(installed, leaking, arguments, code):
    alone = _without_network()
    command = [*alone, installed, "-I", "-m", "hooks.secret_scan", "--format", "json", *arguments]
    done = subprocess.run(command, cwd=leaking, env=plain_environ(), capture_output=True, check=False)
    assert done.returncode == code, done.stderr
    report = json.loads(done.stdout) if code else {"findings": []}
    assert bool(report["findings"]) == bool(code)


def _without_network():
    """What runs a command where there is no network interface; the test is skipped where there is nothing."""
    tool = shutil.which("unshare")
    if tool is None or subprocess.run([tool, "-rn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("unshare -rn is not here, or not allowed")
    return [tool, "-rn"]
