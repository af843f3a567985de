"""The 32 cases of reference/trailers.md 3.4: each has tests, and the command ends as its findings say."""

import re
from pathlib import Path

import pytest

from tests.repositories import DISCLOSED, message
from tests.verify.test_attacks_on_messages import CASES
from trailers.cli.edge import main

FIRST_OF_EACH = {
    re.match("case-[0-9]+", name)[0]: (text, expected) for name, text, expected, _ in reversed(CASES)
}


def test_every_case_has_tests():
    texts = [path.read_text() for path in Path(__file__).parent.glob("test_attacks_on_*.py")]
    found = {int(number) for text in texts for number in re.findall(r"case[-_]([0-9]{2})", text)}
    assert found == set(range(1, 33))


@pytest.mark.parametrize(("text", "expected"), list(FIRST_OF_EACH.values()), ids=list(FIRST_OF_EACH))
def test_the_exit_code(started, capsys, text, expected):
    started.commit(text)
    fails = any(len(rule) == len("US101") for rule in expected)
    assert main(["verify", "HEAD", "-C", str(started.path)]) == (1 if fails else 0)
    output = capsys.readouterr().out
    assert "1 commit checked" in output
    assert all(rule.split(" ")[0] in output for rule in expected)
    warns = any(rule.endswith("warning") for rule in expected)
    assert main(["verify", "HEAD", "--strict", "-C", str(started.path)]) == (1 if fails or warns else 0)


def test_noop(started, capsys):
    started.commit(message(DISCLOSED))
    assert main(["verify", "HEAD", "--strict", "-C", str(started.path)]) == 0
    assert "1 commit checked, 1 AI-assisted, 0 findings" in capsys.readouterr().out
