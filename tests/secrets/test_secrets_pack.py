"""The pack holds what it says: every example is found whole and alone, no counter-example is."""

import math
import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from scripts.secret_pack import PACK, detector, main, rows, tables
from tests.growth import LINEAR, growth
from tests.secret_examples import filled, typed
from trailers.secrets.checks.registry import CHECKS, check_named
from trailers.secrets.hit import Hit
from trailers.secrets.pack.gates import GATES
from trailers.secrets.pack.supersets import SUPERSETS
from trailers.secrets.pack.table import DERIVED, DETECTORS
from trailers.secrets.prefilter.hyperscan_database import supersets
from trailers.secrets.prefilter.stdlib import StdlibPrefilter
from trailers.secrets.scanner import Scanner

SEEDS = range(3)
# The rows of tokens; generic.toml and keys.toml are judged with the whole scanner.
ROWS = [row for row in rows() if row["file"] not in ("generic.toml", "keys.toml")]
SCANNER = Scanner(DETECTORS, StdlibPrefilter(GATES))
PATTERNS = {row["name"]: re.compile(detector(row).pattern.encode()) for row in ROWS}


def entropy(value):
    counts = Counter(value)
    return -sum(count / len(value) * math.log2(count / len(value)) for count in counts.values())


def found(row, data):
    """The secrets that the row's detector finds by itself."""
    rule, pattern = detector(row), PATTERNS[row["name"]]
    group = "secret" if "secret" in pattern.groupindex else 0
    secrets = []
    for match in pattern.finditer(data):
        hit = Hit(data, "file.txt", match.start(), *match.span(group))
        if entropy(hit.value) >= rule.entropy and (not rule.check or check_named(rule.check)(hit)):
            secrets.append(hit.value)
    return secrets


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_examples_are_found(row):
    assert row["examples"]
    for template in row["examples"]:
        for seed in SEEDS:
            data = filled(template, seed).encode()
            assert len(found(row, data)) == 1, data


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_counterexamples_are_not(row):
    typed_by_hand = [typed(template, kind) for template in row["examples"] for kind in ("same", "row")]
    for template in [*row["counterexamples"], *typed_by_hand]:
        for seed in SEEDS:
            data = filled(template, seed).encode()
            assert not found(row, data), data


@pytest.mark.parametrize("row", [row for row in ROWS if "format" in row], ids=lambda row: row["name"])
def test_tokens_are_found_wherever_they_stand(row):
    token = filled(row["examples"][0], 1)
    value = found(row, token.encode())[0].decode()
    for before, after in (
        ("", ""),
        ('"', '"'),
        ("token=", "&x=1"),
        ("a\\n", "\\n"),
        ("?t%3D", "%26"),
        ("https://u:", "@host"),
        ("(", ")."),
    ):
        if "%" in after and "%" in row["format"]:
            continue
        assert found(row, f"{before}{value}{after}".encode()) == [value.encode()], (before, after)
    assert not found(row, f"word{value}".encode())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_scanner_tells_each_example_once_and_by_its_name(row):
    for template in row["examples"]:
        data = filled(template, 0).encode()
        told = [(one.detector, one.secret.encode()) for one in SCANNER.scan("src/file.txt", data)]
        assert told == [(row["name"], found(row, data)[0])], template


def test_matches_are_bounded_and_ascii():
    assert all(GATES[0])
    assert all(one.pattern.isascii() for one in DETECTORS)


def test_rows_say_where_they_are_from():
    names = [row["name"] for row in rows()]
    assert len(names) == len(set(names)) >= 180
    for row in rows():
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", row["name"])
        assert urlsplit(row["source"]).scheme == "https", row["name"]
        assert row["what"][0].islower() or row["what"][1].isupper() or row["what"][0].isdigit(), row["name"]
        assert row["counterexamples"] or row["file"] in ("generic.toml", "keys.toml"), row["name"]
        assert detector(row).check in ("", *CHECKS), row["name"]


def test_no_row_holds_a_secret():
    for file in {PACK / row["file"] for row in ROWS}:
        assert [
            one for one in SCANNER.scan("pack/rows.toml", file.read_bytes()) if one.severity == "error"
        ] == []


@pytest.fixture(scope="module")
def made():
    """The tables, which take a second or two."""
    return tables()


def test_the_tables_are_made_of_the_rows(made):
    assert tuple(map(detector, rows())) == DETECTORS
    assert {name: (PACK / name).read_text(encoding="utf-8") for name in made} == made


def test_what_is_stale_is_told_and_written(made, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("scripts.secret_pack.tables", lambda: made)
    assert main([]) == 0
    monkeypatch.setattr("scripts.secret_pack.PACK", tmp_path)
    assert main([]) == 1
    assert capsys.readouterr().out.count("stale") == len(made) == 3
    assert main(["--write"]) == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == made
    assert main([]) == 0


def test_other_expressions_are_another_name(monkeypatch):
    monkeypatch.setattr("scripts.secret_pack.gate_table", lambda patterns: GATES)
    monkeypatch.setattr("scripts.secret_pack.supersets", lambda patterns: [("a", 1, 0) for _ in patterns])
    other = tables()
    assert f'DERIVED = "{DERIVED}"' not in other["table.py"]
    assert "'a'" in other["supersets.py"]


def test_what_hyperscan_looks_for_is_what_the_derivation_gives():
    assert list(SUPERSETS) == supersets((one.pattern.encode(), 0) for one in DETECTORS)


@pytest.mark.parametrize(
    "piece", [b"datadog ", b"aws_secret_access_key=", b"sk-", b"xoxb-1", b"eyJ", b"https://a.b/"]
)
def test_time_is_linear(piece):
    patterns = [pattern for pattern in PATTERNS.values() if pattern.search(b"") is None]
    chosen = [pattern for pattern in patterns if piece[:3].lower() in pattern.pattern.lower()]

    def prepare(size):
        data = piece * (size // len(piece))
        return lambda: [sum(1 for _ in pattern.finditer(data)) for pattern in chosen[:6]]

    assert growth(prepare, 4_000) < LINEAR
