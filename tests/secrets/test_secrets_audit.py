"""The audit: its questions at a real terminal, what it shows, and that no answer is lost."""

import io
import os
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailers.cli.secrets.audit import Audited, Terminal, audit
from trailers.errors import PolicyError, UsageError
from trailers.secrets.baseline.audit import context
from trailers.secrets.baseline.reading import read_baseline
from trailers.secrets.baseline.writing import entries_of, write_baseline
from trailers.secrets.found import Found

VALUE = "Zx9" + "kQ2mW7" * 4
OTHER = "Pl4" + "vN8sT1" * 4
TEXT = f"one\ntwo\nkey = '{VALUE}'  # see {OTHER}\nfour {VALUE}\nfive\nsix\n"


def found(secret, line, column, detector="a-token"):
    return Found("US201", detector, line, column, secret, "a token of ours")


FOUNDS = (found(VALUE, 3, 8), found(OTHER, 3, 8 + len(VALUE) + 9))
FILES = {"a.py": (TEXT.encode(), FOUNDS), "b.py": (f"x {VALUE}".encode(), (found(VALUE, 1, 3),))}


def baseline(labels=None):
    pairs = [(path, one) for path, (_, founds) in FILES.items() for one in founds]
    entries = [entry._replace(label=(labels or {}).get(entry.path, "")) for entry in entries_of(pairs)]
    return read_baseline(write_baseline(entries).encode(), ".secrets.baseline")


def scan(path):
    return FILES.get(path, (b"", ()))


class Session:
    """An audit at a pseudo terminal: what was typed, what was shown, and what was saved."""

    def __init__(self, typed, of=None):
        pty = pytest.importorskip("pty")
        main, terminal = pty.openpty()
        self.saved = []
        with (
            os.fdopen(terminal, "r", encoding="utf-8") as reading,
            os.fdopen(os.dup(terminal), "w", encoding="utf-8") as writing,
        ):
            os.write(main, typed.encode())
            shown = []

            def read():
                while (data := os.read(main, 4096)) and data != b"\x00":
                    shown.append(data)

            reader = threading.Thread(target=read)
            reader.start()
            self.result = audit(of or baseline(), Terminal(reading, writing), scan, self.saved.append)
            writing.write("\0")
            writing.flush()
            reader.join(0.1)
            while reader.is_alive():
                writing.write("\0")
                writing.flush()
                reader.join(0.1)
        os.close(main)
        self.shown = b"".join(shown).decode()

    @property
    def labels(self):
        if not self.saved:
            return []
        return [entry.label for entry in read_baseline(self.saved[-1].encode(), "x").entries]


@pytest.mark.parametrize(
    ("typed", "labels", "saved"),
    [
        ("y\nn\ny\n", ["secret", "not-a-secret", "secret"], 3),
        ("yes\nNO\ns\n", ["secret", "not-a-secret", ""], 2),
        ("s\ns\ny\n", ["", "", "secret"], 1),
        ("y\nb\nn\nq\n", ["not-a-secret", "", ""], 2),
        ("b\nb\ny\nq\n", ["secret", "", ""], 1),
        ("what?\n\ny\nq\n", ["secret", "", ""], 1),
        ("y\n\x04", ["secret", "", ""], 1),
        ("q\n", [], 0),
        ("s\nskip\nskip\n", [], 0),
    ],
)
def test_answers_become_labels_and_are_saved_one_by_one(typed, labels, saved):
    session = Session(typed)
    assert session.labels == labels
    assert len(session.saved) == saved
    assert session.result.left == 3 - sum(map(bool, labels))


def test_what_is_shown():
    shown = Session("y\ny\ny\n").shown.replace("\r\n", "\n")
    assert "1 of 3  a.py:3:" in shown
    assert "a-token: a token of ours" in shown
    assert ">     3 | key = 'Zx9k…W7'  # see Pl4v…T1" in shown
    assert "      4 | four Zx9k…W7" in shown
    assert VALUE not in shown
    assert OTHER not in shown
    assert "six" not in shown


def test_only_what_has_no_label_is_asked_about():
    assert "1 of 1  b.py" in Session("q\n", baseline({"a.py": "secret"})).shown
    done = Session("", baseline({"a.py": "secret", "b.py": "not-a-secret"}))
    assert "Every entry has a label" in done.shown
    assert done.result == Audited(0, 0)


def test_what_is_gone_is_said():
    entries = [entry._replace(path="gone\x1b.py") for entry in baseline().entries[:1]]
    of = read_baseline(write_baseline(entries).encode(), "x")
    shown = Session("s\n", of).shown
    assert "no longer found there" in shown
    assert "gone\\x1b.py" in shown


def test_without_a_terminal_it_refuses():
    with pytest.raises(UsageError, match="needs a terminal") as caught:
        audit(baseline(), Terminal(io.StringIO("y\n"), io.StringIO()), scan, print)
    assert caught.value.remedy


def test_a_baseline_of_detect_secrets_is_not_changed():
    class Always(io.StringIO):
        def isatty(self):
            return True

    data = b'{"version": "1.5.0", "plugins_used": [], "filters_used": [], "results": {}}'
    with pytest.raises(PolicyError, match="baseline of detect-secrets") as caught:
        audit(read_baseline(data, "x"), Terminal(Always(), Always()), scan, print)
    assert caught.value.remedy == "undersign secrets baseline update x"


def test_control_c_loses_nothing():
    class Stopping(io.StringIO):
        def isatty(self):
            return True

        def readline(self, *_):
            if self.tell():
                raise KeyboardInterrupt
            self.read(1)
            return "y\n"

    saved = []
    with pytest.raises(KeyboardInterrupt):
        audit(baseline(), Terminal(Stopping("x"), Stopping()), scan, saved.append)
    assert [entry.label for entry in read_baseline(saved[-1].encode(), "x").entries] == ["secret", "", ""]


class TestContext:
    def test_a_secret_of_several_lines(self):
        lines = "BEGIN abcdef\nghijklmnop\nqrstuvwxyz"
        data = f"a\nb {lines} c\nd\n".encode()
        one = found(lines, 2, 3)
        assert [shown.text for shown in context(data, one, [one])] == ["a", "b BEGI…yz", "…", "… c"]

    def test_a_value_that_reads_otherwise_hides_what_follows(self):
        one = found("hunter2 hunter2", 1, 5)
        assert context(b"k = aHVudGVyMg== x\n", one, [])[0].text == "k = hu…2"

    def test_a_long_line_is_cut_around_the_secret(self):
        data = b"a" * 5000 + b" " + VALUE.encode() + b" " + b"b" * 5000
        one = found(VALUE, 1, 5002)
        [shown] = context(data, one, [])
        assert len(shown.text) == 160
        assert "Zx9k…W7" in shown.text

    def test_a_line_that_is_not_there(self):
        assert context(b"a\n", found("x" * 20, 9, 1), []) == []

    @settings(deadline=None, max_examples=200)
    @given(
        st.text("ab \n", max_size=40),
        st.text("xy\n", min_size=4, max_size=30).filter(lambda text: text[0] != "\n" != text[-1]),
        st.text("ab \n", max_size=40),
    )
    def test_no_line_shows_the_secret(self, before, secret, after):
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
        one = found(secret, line, column)
        shown = context((before + secret + after).encode(), one, [])
        text = "\n".join(each.text for each in shown)
        assert secret not in text
        assert sum(text.count(letter) for letter in "xy") * 4 <= len(secret)
        assert [each.here for each in shown].count(True) == 1
