"""The scan of one text, with detectors of the tests' own and with the pack."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.secrets import scanner as scanner_module
from trailers.secrets.detector import Detector
from trailers.secrets.entropy import entropy
from trailers.secrets.hit import Hit
from trailers.secrets.overlap import without_overlaps
from trailers.secrets.position import positions
from trailers.secrets.prefilter.gates import gate_table
from trailers.secrets.prefilter.stdlib import StdlibPrefilter
from trailers.secrets.scanner import Scanner

TOKEN = Detector("tok", "US201", "a token", r"(?<![a-z])tok_[a-z0-9]{8}(?![a-z0-9])")
NAMED = Detector(
    "named", "US204", "a named one", r"""(?i)(?:pass|token)\w{0,9}\s{0,3}[=:]\s{0,3}(?P<secret>\w{4,20})"""
)
RANDOM = Detector("random", "US205", "random", r"""["'](?P<secret>[a-z0-9_]{12,40}+)["']""", "", 2.5)
WEB = Detector("web", "US210", "a web token", r"web\.[a-z]{4}")
SPAN = Detector("span", "US207", "all between", r"<<[^<]*?>>")


class Everywhere:
    """A prefilter that knows nothing."""

    def __init__(self, detectors):
        self.widths = gate_table([detector.pattern for detector in detectors])[0]
        self.anchored = frozenset()

    def candidates(self, data):
        return [(index, at) for at in range(len(data) + 1) for index in range(len(self.widths))]


def scanner(*detectors, prefilter=None):
    table = gate_table([detector.pattern for detector in detectors])
    return Scanner(detectors, prefilter or StdlibPrefilter(table))


def told(found):
    return [(each.detector, each.line, each.column, each.secret) for each in found]


ROWS = {
    "one": (b"x = tok_12345678\n", [("tok", 1, 5, "tok_12345678")]),
    "twice": (
        b"tok_12345678\n\n tok_12345678",
        [("tok", 1, 1, "tok_12345678"), ("tok", 3, 2, "tok_12345678")],
    ),
    "the name is not the secret": (b"pass = abcd12", [("named", 1, 8, "abcd12")]),
    "columns in characters": (
        "\u00e9\u20ac\U0001f600 tok_12345678".encode(),
        [("tok", 1, 5, "tok_12345678")],
    ),
    "undecodable bytes are one each": (b"\xff\xfe tok_12345678", [("tok", 1, 4, "tok_12345678")]),
    "a carriage return is no line": (b"a\rb\r\ntok_12345678", [("tok", 2, 1, "tok_12345678")]),
    "a token beats its name": (b"token" + b": tok_12345678", [("tok", 1, 8, "tok_12345678")]),
    "a name beats looks": (b"pass='x' pass=:'", []),
    "random": (b"'abcdefgh12345678'", [("random", 1, 2, "abcdefgh12345678")]),
    "not random enough": (b"'aaaaaaaaaaaaaabb'", []),
    "a web token beats a name": (b"token=web.abcd", [("web", 1, 7, "web.abcd")]),
    "without bound": (
        b"a <<b\n>> <<c>> tok_12345678",
        [("span", 1, 3, "<<b\n>>"), ("span", 2, 4, "<<c>>"), ("tok", 2, 10, "tok_12345678")],
    ),
    "noop: nothing": (b"", []),
    "noop: too short": (b"tok_1234567", []),
    "noop: too long": (b"tok_123456789", []),
    "noop: within a word": (b"atok_12345678", []),
}


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("engine", [StdlibPrefilter, Everywhere])
def test_scan(row, engine):
    detectors = (TOKEN, NAMED, RANDOM, WEB, SPAN)
    table = gate_table([detector.pattern for detector in detectors])
    prefilter = Everywhere(detectors) if engine is Everywhere else StdlibPrefilter(table)
    data, expected = ROWS[row]
    assert told(scanner(*detectors, prefilter=prefilter).scan("a.py", data)) == expected


SEVERITIES = [
    (TOKEN, "tests/a.py", "error"),
    (NAMED, "tests/a.py", "warning"),
    (NAMED, "lib/a.py", "error"),
    (WEB, "docs/a.md", "warning"),
    (WEB, "lib/a.py", "error"),
    (RANDOM, "lib/a.py", "warning"),
]


@pytest.mark.parametrize(("detector", "path", "severity"), SEVERITIES)
def test_severity_by_rule_and_path(detector, path, severity):
    data = b"tok_12345678 pass=abcd web.abcd 'abcdefgh12345678'"
    assert [found.severity for found in scanner(detector).scan(path, data)] == [severity]


def test_a_rejected_match_gives_its_value_free():
    lenient = NAMED._replace(entropy=2.0)
    assert told(scanner(lenient).scan("a", b"token: pass = abcdefgh")) == [("named", 1, 15, "abcdefgh")]


def test_too_many_places_are_said(monkeypatch):
    monkeypatch.setattr("trailers.secrets.confirming.MOST_REJECTED", 100)
    picky = NAMED._replace(entropy=3.0)
    few, many = b"pass = abcdefghijkl\n", b"pass = aaaa\n" * 200
    assert told(scanner(picky).scan("a", few + many[:600])) == [("named", 1, 8, "abcdefghijkl")]
    assert [one.rule for one in scanner(picky).scan("a", few + many)] == ["US204", "US200"]


def test_the_check_is_imported_when_it_is_needed():
    odd = TOKEN._replace(check="no such check")
    assert scanner(odd).scan("a", b"nothing here") == []
    with pytest.raises(KeyError, match="no such check"):
        scanner(odd).scan("a", b"tok_12345678")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["tok_12345678", "tok_", "pass=ab", "cdef", "\n", "'", "abcdefgh12345678", " "]))
)
def test_parts_do_not_change_what_is_found(pieces):
    data = "".join(pieces * 3).encode()
    whole = scanner(TOKEN, NAMED, RANDOM)
    expected = told(whole.scan("a", data))
    saved = scanner_module._PART, scanner_module._LEAST_OVERLAP
    try:
        scanner_module._PART, scanner_module._LEAST_OVERLAP = 30, 10
        assert told(whole.scan("a", data)) == expected
    finally:
        scanner_module._PART, scanner_module._LEAST_OVERLAP = saved


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80), st.data())
def test_positions_are_those_of_splitting(data, draw):
    offsets = sorted(draw.draw(st.lists(st.integers(0, len(data)), max_size=6)))
    lines = [(data.count(b"\n", 0, at) + 1, data.rfind(b"\n", 0, at) + 1) for at in offsets]
    decoded = data.decode("latin-1").encode()  # a text whose offsets are between its characters
    assert [line for line, _ in positions(data, offsets)] == [line for line, _ in lines]
    text = decoded.decode()
    ends = [len(text[:at].encode()) for at in offsets]
    columns = [len(text[:at].rpartition("\n")[2]) + 1 for at in offsets]
    assert [column for _, column in positions(decoded, ends)] == columns


ENTROPIES = [(b"", 0.0), (b"aaaa", 0.0), (b"ab", 1.0), (b"abcd", 2.0), (bytes(range(256)), 8.0)]


@pytest.mark.parametrize(("value", "bits"), ENTROPIES)
def test_entropy(value, bits):
    assert entropy(value) == pytest.approx(bits)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9), st.integers(0, 3))))
def test_of_overlapping_secrets_one_is_told(spans):
    rules = ["US201", "US204", "US205", "US210"]
    judged = [(Hit(b"", "", start, start, start + size), index) for start, size, index in spans]
    kept = without_overlaps(judged, rules)
    assert all(a[0].end <= b[0].start for a, b in pairwise(kept))
    for hit, _ in judged:
        assert any(hit.start < other.end and other.start < hit.end for other, _ in kept)


HOSTILE = {
    "a token after the other": b"tok_",
    "names everywhere": b"pass=token:",
    "values everywhere": b"pass = abcdefgh ",
    "one row": b"a",
    "quotes": b"'",
    "findings everywhere": b"tok_12345678 ",
    "lines of findings": b"tok_12345678\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_linear_on_hostile_text(name):
    scan = scanner(TOKEN, NAMED, RANDOM, WEB).scan

    def prepare(size):
        data = (HOSTILE[name] * (size // len(HOSTILE[name]) + 1))[:size]
        return lambda: scan("a", data)

    assert growth(prepare) < LINEAR


def test_the_pack_finds_what_its_patterns_find():
    from trailers.secrets.pack.gates import GATES
    from trailers.secrets.pack.table import DETECTORS, WIDTHS

    assert len(DETECTORS) == len(WIDTHS)
    assert GATES[0] == WIDTHS
    assert all(GATES[0]), "a pattern of the pack has no greatest length"
    assert all(re.compile(detector.pattern.encode()) for detector in DETECTORS)
    assert GATES[4] == (), "a pattern of the pack has to look everywhere"
