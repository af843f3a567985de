"""What a file costs stays in bounds, and a limit that is hit is said."""

import pytest

from tests.secret_examples import filled
from trailers.finding import Severity
from trailers.secrets.found import Found
from trailers.secrets.unchecked import unchecked
from trailers.verify.secrets.capping import MOST, MOST_TOLD
from trailers.verify.secrets.judging import Judge
from trailers.verify.secrets.pieces import PIECE
from trailers.verify.secrets.setting import Setting
from trailers.verify.secrets.source import Opened, Source


class Given:
    """A scanner that finds the same in each text."""

    def __init__(self, found):
        self.found = found
        self.texts = 0

    def scan(self, path, data):
        del path, data
        self.texts += 1
        return self.found


def found(number: int, severity: Severity = "error") -> list[Found]:
    value = filled("{alnum:20}", 1)
    return [Found("US204", "x", 1, at + 1, value, "a secret", severity) for at in range(number)]


def looked_at(scanner, size=10, **options):
    judge = Judge(Setting(scanner, lambda one: one.severity, **options))
    parts = [b"a" * PIECE] * (size // PIECE)
    judge.look(Opened(Source("a", "a"), b"a" * 10, lambda _: parts.pop() if parts else b""))
    return judge.looked


@pytest.mark.parametrize(
    ("number", "told", "untold"),
    [
        pytest.param(0, 0, "", id="none"),
        pytest.param(MOST_TOLD, MOST_TOLD, "", id="all of them"),
        pytest.param(MOST_TOLD + 1, MOST_TOLD + 1, "and 1 more findings", id="one more"),
        pytest.param(3 * MOST_TOLD, MOST_TOLD + 1, "and 2,000 more findings", id="many more"),
    ],
)
def test_findings_of_a_file(number, told, untold):
    looked = looked_at(Given(found(number)))
    assert len(looked.findings) == told
    assert any(one.message.startswith("and ") for one in looked.findings) == bool(untold)
    if untold:
        assert looked.findings[-1].message.startswith(untold)
        assert len(looked.findings) + looked.counts["untold"] == number


def test_what_is_not_told_is_as_bad_as_its_worst():
    looked = looked_at(Given([*found(MOST_TOLD + 5, "warning"), *found(1), *found(3, "warning")]))
    assert (looked.findings[-1].severity, looked.findings[-2].severity) == ("error", "warning")


def test_a_large_file_full_of_secrets_is_not_read_to_its_end():
    scanner = Given(found(MOST))
    looked = looked_at(scanner, 10 * PIECE)
    assert scanner.texts == 1
    assert looked.counts["unread"] == 1
    assert "nothing is read behind line 1, column 4194305" in looked.findings[-2].message


def test_a_baseline_is_made_of_all():
    looked = looked_at(Given(found(MOST)), keeps=True)
    assert len(looked.kept) == MOST
    assert looked.findings == []


def test_a_scanner_that_gave_up():
    scanner = Given([*found(1), unchecked("it is too hard"), unchecked("it is too hard")])
    looked = looked_at(scanner, 5 * PIECE)
    assert scanner.texts == 1
    assert [one.rule for one in looked.findings] == ["US200", "US204"]
    assert looked.findings[0].message == "it could not be checked: it is too hard"
    assert looked.counts == {"unread": 1}
