"""The Hyperscan engine: no match of any pattern without a place in it, and few places beside."""

import mmap
import re
import subprocess
import sys
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from tests.secret_examples import filled
from trailers.errors import UndersignError
from trailers.secrets.detector import Detector
from trailers.secrets.prefilter.choosing import (
    PAYS_TO_COMPILE,
    PAYS_TO_LOAD,
    hyperscan_for,
    prefilter_for,
)
from trailers.secrets.prefilter.gates import gate_table
from trailers.secrets.prefilter.stdlib import StdlibPrefilter

hyperscan = pytest.importorskip("hyperscan", reason="the extra `fast` is not installed")

from trailers.secrets.prefilter.hyperscan_cache import Cache  # noqa: E402
from trailers.secrets.prefilter.hyperscan_database import compiled, database_key, engine, supersets  # noqa: E402
from trailers.secrets.prefilter.hyperscan_engine import HyperscanPrefilter  # noqa: E402

PATTERNS = [
    (rb"(?<![A-Za-z0-9_])ghp_[A-Za-z0-9]{36}(?![A-Za-z0-9_])", 0),
    (rb"\b[0-9a-f]{40}\b", 0),
    (rb"(?i)(?:password|secret)[\w.-]{0,20}\s{0,5}[:=]\s{0,5}[\"'](?P<secret>[^\"'\n]{8,64})[\"']", 0),
    (rb"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----", 0),
    (rb"://[^\s/:@]{1,40}:(?P<secret>[^\s/@]{3,40})@", 0),
    (rb"[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/])", 0),
    (rb"\b[0-9a-f]{40}(?=\s)", 0),
    (r"(?i)task\w{3}", 0),
]
DETECTORS = [Detector(str(n), "US201", "", text.decode()) for n, (text, _) in enumerate(PATTERNS[:-1])]
TABLE = gate_table([detector.pattern for detector in DETECTORS])


def made(patterns):
    return engine(hyperscan, compiled(hyperscan, supersets(patterns)))


def assert_all_found(patterns, found, anchored, data):
    """Every match from every start has a place in it, and at its start where the pattern is anchored."""
    places = [sorted({offset for which, offset in found if which == index}) for index in range(len(patterns))]
    for index, (pattern, flags) in enumerate(patterns):
        text = data.decode() if isinstance(pattern, str) else data
        compiled_pattern = re.compile(pattern, flags)
        for at in range(len(text)):
            match = compiled_pattern.match(text, at)
            if match and match.end() > at:
                start, end = (_bytes_before(text, place) for place in match.span())
                assert any(start <= place <= end for place in places[index]), (pattern, data)
                assert index not in anchored or start in places[index], (pattern, data)


def _bytes_before(text, place):
    return len(text[:place].encode()) if isinstance(text, str) else place


PREFILTER = made(PATTERNS)
TEMPLATES = [
    "ghp_{alnum:36}",
    "commit {hex:40}",
    "{hex:39}",
    'password = "{alnum:12}"',
    "SECRET_KEY: '{base64url:20}'",
    "-----BEGIN RSA PRIVATE{|} KEY-----",
    "https://user:{alnum:9}@host",
    "{base64:40}",
    "{base64:400}",
    "{hex:40}{hex:40}",
    "TA\u017fK\u00e9\u00e9\u00e9 ta\u017f\u212aabc",
    "nothing at all",
]


@pytest.mark.parametrize("seed", range(40))
def test_every_match_in_mutated_text(seed):
    chance = Random(seed)
    pieces = [filled(chance.choice(TEMPLATES), seed * 100 + number) for number in range(12)]
    text = list(chance.choice([" ", "\n", "", "x"]).join(pieces))
    for _ in range(chance.randrange(8)):
        text[chance.randrange(len(text))] = chance.choice(["", "\n", "a", "0", '"', "\u00e9", "="])
    data = "".join(text).encode()
    assert_all_found(PATTERNS, PREFILTER.candidates(data), PREFILTER.anchored, data)


PARTS = [
    "a",
    "k",
    "S",
    "[ab]",
    "[^a]",
    r"\w",
    r"\d",
    r"\s",
    ".",
    "(ab|c)",
    "(?:k|ss)",
    r"\bx",
    "(?<!a)b",
    "a*",
    "k+",
    "s{2,5}",
    "b?",
    "[a-c]{2,40}",
    r"(a)\1",
]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map("".join), min_size=1, max_size=3),
    st.sampled_from([0, re.IGNORECASE]),
    st.text("aAbBckKsSx0 \n\u017f\u212a\u0130\u00e9", max_size=40),
    st.booleans(),
)
def test_every_match_of_any_pattern(patterns, flags, text, over_bytes):
    try:
        [re.compile(pattern) for pattern in patterns]
    except re.error:
        assume(condition=False)
    some = [(pattern.encode() if over_bytes else pattern, flags) for pattern in patterns]
    prefilter = made(some)
    assert_all_found(some, prefilter.candidates(text.encode()), prefilter.anchored, text.encode())


def test_places_are_in_order_and_few():
    data = b"a" * 5_000 + b" " + b"0123456789abcdef" * 1000
    found = PREFILTER.candidates(data)
    assert [offset for _, offset in found] == sorted(offset for _, offset in found)
    assert len(found) < len(data) / 30


def test_a_dense_text_takes_linear_time():
    assert growth(lambda size: lambda: PREFILTER.candidates(b"password = 'ghp_0000' " * size)) < LINEAR


def test_patterns_with_the_same_superset_share_an_expression():
    found = PREFILTER.candidates(b"x " + b"0" * 40 + b" ")
    assert {index for index, _ in found} >= {1, 6}


def test_four_gigabytes_are_too_many():
    with mmap.mmap(-1, 1 << 32) as data, pytest.raises(UndersignError, match="too long"):
        PREFILTER.candidates(data)


CHOICES = {
    "a few small files": (PAYS_TO_LOAD - 1, "", StdlibPrefilter),
    "a commit, and no place for a cache": (PAYS_TO_LOAD, "", StdlibPrefilter),
    "a tree, and no place for a cache": (PAYS_TO_COMPILE, "", HyperscanPrefilter),
}


@pytest.mark.parametrize(("size", "cache", "expected"), CHOICES.values(), ids=CHOICES)
def test_the_engine_that_pays(size, cache, expected):
    assert type(prefilter_for(DETECTORS, TABLE, cache, size)) is expected


def test_the_second_commit_compiles_and_the_third_loads(tmp_path):
    cache = str(tmp_path / "cache")
    first, second, third = (prefilter_for(DETECTORS, TABLE, cache, PAYS_TO_LOAD) for _ in range(3))
    assert [type(each) for each in (first, second, third)] == [StdlibPrefilter, *[HyperscanPrefilter] * 2]
    (kept,) = (tmp_path / "cache").iterdir()
    assert kept.suffix == ".db"
    assert third.widths == TABLE[0]
    data = (b"ghp_" + b"0" * 36 + b"\n") * 2
    assert second.candidates(data) == third.candidates(data) != []


def test_a_database_that_verifies_and_does_not_load_is_replaced(tmp_path):
    patterns = [(detector.pattern.encode(), 0) for detector in DETECTORS]
    cache = str(tmp_path / "cache")
    place = Cache(cache, database_key(hyperscan, "some"))
    users, database = compiled(hyperscan, supersets(patterns))
    assert place.write(users, database[:-9])
    made = hyperscan_for("some", lambda: supersets(patterns), cache, PAYS_TO_COMPILE)
    assert isinstance(made, HyperscanPrefilter)
    assert isinstance(engine(hyperscan, place.read()), HyperscanPrefilter)


def test_no_patterns_are_the_standard_library_s():
    assert isinstance(prefilter_for([], gate_table([]), "", PAYS_TO_COMPILE), StdlibPrefilter)


def test_other_patterns_have_another_database(tmp_path):
    cache = str(tmp_path / "cache")
    for count in (1, 2, 1):
        prefilter = prefilter_for(DETECTORS[:count], TABLE, cache, PAYS_TO_COMPILE)
        found = prefilter.candidates(b"ghp_" + b"0" * 36 + b" " + b"0" * 40 + b" ")
        assert {index for index, _ in found} == set(range(count))
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_the_pack_s_engine_comes_from_what_was_derived(tmp_path):
    command = [sys.executable, "-c", PACK_HOOK, str(tmp_path / "c")]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(3)]
    assert [run.stdout.split() for run in runs] == [
        ["StdlibPrefilter", "trailers.secrets.pack.gates"],
        ["HyperscanPrefilter", "trailers.secrets.pack.supersets"],
        ["HyperscanPrefilter"],
    ]


PACK_HOOK = f"""
import sys, typing  # which loads `re` before Python 3.13
before = set(sys.modules)
from trailers.secrets.pack.prefilter import pack_prefilter
found = pack_prefilter(sys.argv[1], {PAYS_TO_LOAD})
heavy = {{"re", "trailers.secrets.pack.gates", "trailers.secrets.pack.supersets"}}
heavy.add("trailers.secrets.prefilter.superset")
print(type(found).__name__, *sorted(heavy & (set(sys.modules) - before)))
"""
HOOK = """
import sys, typing
before = set(sys.modules)
from trailers.secrets.prefilter.choosing import prefilter_for
from trailers.secrets.detector import Detector
found = prefilter_for([Detector("a", "US201", "", "key_[a-z]{9}")], TABLE, sys.argv[1], 1 << 20)
heavy = {"re", "hashlib", "json", "subprocess", "argparse", "pathlib"}
print(type(found).__name__, *sorted(heavy & (set(sys.modules) - before)))
"""
HOOK = HOOK.replace("TABLE", repr(gate_table(["key_[a-z]{9}"])))


def test_a_kept_database_is_loaded_without_re(tmp_path):
    runs = [
        subprocess.run(
            [sys.executable, "-c", HOOK, str(tmp_path / "c")], capture_output=True, text=True, check=True
        )
        for _ in range(3)
    ]
    assert runs[2].stdout.split() == ["HyperscanPrefilter"]


def test_two_processes_build_it_at_once(tmp_path):
    command = [sys.executable, "-c", HOOK, str(tmp_path / "c")]
    for _ in range(2):
        both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        names = [process.communicate(timeout=60)[0].split()[0] for process in both]
        assert set(names) <= {"HyperscanPrefilter", "StdlibPrefilter"}
    assert [name.suffix for name in (tmp_path / "c").iterdir()] == [".db"]


def test_without_the_extra_it_is_the_standard_library(monkeypatch):
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert isinstance(prefilter_for(DETECTORS, TABLE, "", PAYS_TO_COMPILE), StdlibPrefilter)
