"""Sieves: nothing is lost by them, wherever a prefilter says that a match may be."""

import re
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from tests.secrets.made import assignments
from trailers.secrets.entropy import entropy
from trailers.secrets.hit import Hit
from trailers.secrets.judging import judge
from trailers.secrets.pack.gates import GATES
from trailers.secrets.pack.table import DETECTORS
from trailers.secrets.prefilter.stdlib import StdlibPrefilter
from trailers.secrets.scanner import Scanner
from trailers.secrets.sieves.in_text import in_text
from trailers.secrets.sieves.registry import SIEVES, sieve_named
from trailers.secrets.sieves.varied import varied

ROOT = Path(__file__).parents[2]
PREFILTER = StdlibPrefilter(GATES)
SIFTED = [index for index, detector in enumerate(DETECTORS) if detector.sieve]
WIDTH = 600


def hits(index, path, data):
    """What the pattern matches and the judgement accepts."""
    accepts = judge(DETECTORS[index])
    regex = re.compile(DETECTORS[index].pattern.encode())
    at = 0
    while match := regex.search(data, at):
        hit = Hit(data, path, match.start(), *match.span("secret"))
        at = match.end()
        if accepts(hit):
            yield match


def test_each_sieve_is_used():
    assert {DETECTORS[index].sieve for index in SIFTED} == set(SIEVES)


@pytest.mark.parametrize("index", SIFTED, ids=[DETECTORS[index].name for index in SIFTED])
def test_no_accepted_match_is_sifted_out_by_any_of_its_offsets(index):
    sieve, width, seen = sieve_named(DETECTORS[index].sieve), PREFILTER.widths[index], 0
    for path, text, _ in islice(assignments(7), 0, None, 5):
        for data in (text.encode(), b"# " + text.encode().replace(b"\n", b"\n# "), f'x = "{text}'.encode()):
            for match in hits(index, path, data):
                seen += 1
                places = range(match.start(), match.end() + 1)
                lost = [at for at in places if not sieve(path, data, at, width)]
                assert not lost, (path, match.start(), lost)
    assert seen > 100 or DETECTORS[index].sieve != "in_text"


def test_the_same_is_found_in_our_own_files():
    plain = Scanner([detector._replace(sieve="") for detector in DETECTORS], PREFILTER)
    sifting = Scanner(DETECTORS, PREFILTER)
    for file in sorted([*ROOT.glob("docs/*.md"), *ROOT.glob("trailers/secrets/checks/*.py")]):
        data = file.read_bytes()
        assert sifting.scan(file.name, data) == plain.scan(file.name, data)


@pytest.mark.parametrize(
    ("path", "line", "worth"),
    [
        ("a.py", "password = Hunter2Hunter2", False),
        ("a.py", "# password = Hunter2Hunter2", True),
        ("a.py", 'x = "password=Hunter2Hunter2"', True),
        ("a.py", "f(a, key=lambda x: x)", False),
        ("a.py", "# the key function of a heap", False),
        ("a.py", "# pass --token Hunter2Hunter2", True),
        ("a.py", "# key: x)", False),
        ("a.env", "PASSWORD=Hunter2Hunter2", True),
        ("a.env", "PASSWORD=", False),
        ("a.env", "PASSWORD=short", False),
        ("a.md", "One pass over the tokens is enough for the authors.", False),
        ("a.md", "Authorization: token abcdef", True),
        ("a.plist", "<key>Password</key>", True),
        ("Dockerfile", "ENV TOKEN abcdef0", True),
        ("netrc", "login joe password hunter2hunter2", True),
    ],
)
def test_in_text(path, line, worth):
    data = f"first\n{line}\nlast one\n".encode()
    name = re.search(rb"(?i)pass(word)?|token|key", data)
    assert in_text(path, data, name.end(), WIDTH) is worth


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ('"__an_identifier_of_many_letters__"', False),
        ('"abcdefghijklmnopqrstuvw"', True),
        ("'abcdefghijklmnopqrstuvw'", True),
        ('"abcdefghijklmnopqrstuv" "xyz01"', False),
    ],
)
def test_varied(text, worth):
    data = f"x = {text}\n".encode()
    assert varied("a.py", data, len(f"x = {text}"), WIDTH) is worth


@given(st.text(alphabet="\"'`aB3/+=_- ", max_size=60), st.integers(min_value=0, max_value=60))
def test_varied_never_refuses_what_has_the_entropy(text, at):
    for match in re.finditer(rb"[\"'`]([A-Za-z0-9+/_\-]{23,200}={0,2})[\"'`]", text.encode()):
        if entropy(match[1]) >= 4.5 and match.start() <= at <= match.end():
            assert varied("a.py", text.encode(), at, WIDTH)


@pytest.mark.parametrize("unit", [b"key=", b"# key = ", b'"key" ', b"token ", b"pass\n"])
def test_linear(unit):
    def prepare(size):
        data = unit * (size // len(unit))
        offsets = range(0, len(data), len(unit))
        return lambda: [in_text("a.py", data, offset, WIDTH) for offset in offsets]

    assert growth(prepare) < LINEAR
