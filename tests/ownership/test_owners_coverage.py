"""Coverage figures: against a count that is obviously right, and growing as the paths do."""

import os
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.codeowners import CodeOwners, Entry
from trailers.ownership.coverage import DEEPEST, MOST, Area, Share, measure
from trailers.ownership.decision import Decision
from trailers.ownership.owner import Owner
from trailers.ownership.shape import Shape

EVERYTHING = Shape("", (), "inside")


def owner(text):
    kind = "team" if "/" in text else "user" if text.startswith("@") else "other"
    return Owner(text, kind)


def measured(owners, decided, excluded=()):
    """The figures: `owners` of each entry, as one text; for each path the places of what decides."""
    entries = tuple(
        Entry(line, "*", tuple(map(owner, text.split())), EVERYTHING) for line, text in enumerate(owners, 1)
    )
    paths = sorted(decided, key=os.fsencode)
    deciding = [decided[path] for path in paths]
    file = CodeOwners("CODEOWNERS", "github", (), entries)
    places = [paths.index(path) for path in excluded]
    return measure(file, Decision(paths, deciding, [0] * len(entries)), places)


def numbers(area):
    return (area.files, area.owned, area.cleared, area.unowned)


def directory(coverage, path):
    (found,) = (each for each in coverage.directories if each.path == path)
    return found


@pytest.mark.parametrize(
    ("owners", "places", "expected"),
    [
        pytest.param(["@jane"], (0,), (1, 1, 0, 0), id="an entry with an owner"),
        pytest.param([""], (0,), (1, 0, 1, 0), id="an entry without owners clears on purpose"),
        pytest.param(["@jane"], (), (1, 0, 0, 1), id="no entry decides"),
        pytest.param(["", "@jane"], (0, 1), (1, 1, 0, 0), id="owned in one section, cleared in another"),
        pytest.param(["", ""], (0, 1), (1, 0, 1, 0), id="cleared in both"),
        pytest.param(["nobody"], (0,), (1, 0, 1, 0), id="what is no owner owns nothing"),
    ],
)
def test_what_a_file_counts_as(owners, places, expected):
    assert numbers(measured(owners, {"a": places}).total) == expected


@pytest.mark.parametrize(
    ("owners", "decided", "expected"),
    [
        pytest.param(["@a", "@a @b"], {"x": (0,), "y": (1,)}, [("@a", 2, 1), ("@b", 1, 0)], id="with, alone"),
        pytest.param(["@a @a"], {"x": (0,)}, [("@a", 1, 1)], id="named twice on a line"),
        pytest.param(["@a", "@a"], {"x": (0, 1)}, [("@a", 1, 1)], id="named by two entries"),
        pytest.param(["@Jane", "@jane"], {"x": (0,), "y": (1,)}, [("@Jane", 2, 2)], id="in another case"),
        pytest.param(["@o/t:random(2) @o/t"], {"x": (0,)}, [("@o/t", 1, 1)], id="some of a team"),
        pytest.param(["@b", "@a"], {"x": (0,), "y": (1,)}, [("@a", 1, 1), ("@b", 1, 1)], id="a tie, by name"),
        pytest.param(["@a", "@b"], {"x": (1,)}, [("@b", 1, 1), ("@a", 0, 0)], id="who owns nothing is there"),
        pytest.param(["", "nobody"], {"x": (0,)}, [], id="nobody"),
    ],
)
def test_shares_of_owners(owners, decided, expected):
    assert measured(owners, decided).owners == tuple(Share(*each) for each in expected)


def test_a_directory_counts_all_below_it():
    coverage = measured(["@a", "@b", ""], {"a/b/x": (0,), "a/b/y": (1,), "a/z": (2,), "top": ()})
    assert [each.path for each in coverage.directories] == ["", "a", "a/b"]
    assert numbers(directory(coverage, "").total) == numbers(coverage.total) == (4, 2, 1, 1)
    assert numbers(directory(coverage, "").here) == (1, 0, 0, 1)
    assert numbers(directory(coverage, "a").total) == (3, 2, 1, 0)
    assert directory(coverage, "a").here == Area(1, 0, 1, 0, ())
    assert directory(coverage, "a/b").total.owners == (Share("@a", 1, 1), Share("@b", 1, 1))


def test_what_an_exclusion_takes_out_is_cleared_where_no_other_section_owns_it():
    coverage = measured(["@a"], {"d/x": (), "d/y": (0,), "z": ()}, ["d/x", "d/y"])
    assert numbers(coverage.total) == (3, 1, 1, 1)
    assert numbers(directory(coverage, "d").total) == (2, 1, 1, 0)


def test_directories_come_in_the_order_of_a_walk():
    coverage = measured([], dict.fromkeys(["a-b/x", "a/c/x", "a/x", "a0/x", "é/x", "\udcff/x"], ()))
    assert [each.path for each in coverage.directories] == ["", "a", "a/c", "a-b", "a0", "é", "\udcff"]
    assert coverage.directories[0].inside == (1, 3, 4, 5, 6)
    assert coverage.directories[1].inside == (2,)


def test_no_files_at_all():
    coverage = measured(["@a"], {})
    assert coverage.total == Area(0, 0, 0, 0, (Share("@a", 0, 0),))
    assert [each.path for each in coverage.directories] == [""]


def test_levels_beyond_the_deepest_count_for_the_one_above():
    deep = "/".join(["d"] * 2_000)
    coverage = measured(["@a"], {f"{deep}/x": (0,), "/".join(["d"] * DEEPEST) + "/y": ()})
    assert len(coverage.directories) == DEEPEST + 1
    assert numbers(coverage.directories[-1].total) == (2, 1, 0, 1)


def test_a_directory_names_the_most_frequent_owners_only():
    coverage = measured([f"@o{index}" for index in range(9)], {f"d/{n}": (n % 9,) for n in range(30)})
    assert [share.owner for share in directory(coverage, "d").total.owners] == [f"@o{n}" for n in range(MOST)]
    assert len(coverage.owners) == 9


names = st.sampled_from(["a", "b", "a-b", "\udcff", "é"])
paths = st.lists(names, min_size=1, max_size=4).map("/".join)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(paths, st.lists(st.integers(0, 3), unique=True, max_size=2).map(tuple), max_size=30))
def test_every_directory_against_counting_its_files_one_by_one(decided):
    owners = ["@a", "", "@a @b", "@c"]
    coverage = measured(owners, decided)
    assert coverage == measured(owners, dict(reversed(decided.items())))
    for found in coverage.directories:
        below = [path for path in decided if not found.path or path.startswith(f"{found.path}/")]
        sets = [{name for place in decided[path] for name in owners[place].split()} for path in below]
        unowned = sum(not decided[path] for path in below)
        owned = sum(map(bool, sets))
        assert numbers(found.total) == (len(below), owned, len(below) - owned - unowned, unowned)
        files = Counter(name for each in sets for name in each)
        assert {share.owner: share.files for share in found.total.owners} == files
        assert found.here.files == sum(path.rpartition("/")[0] == found.path for path in below)
        inner = sum(coverage.directories[place].total.files for place in found.inside)
        assert found.here.files + inner == found.total.files


def prepared(size, path, owners, places):
    entries = tuple(Entry(1, "*", tuple(map(owner, text)), EVERYTHING) for text in owners)
    file = CodeOwners("CODEOWNERS", "github", (), entries)
    decision = Decision([path(index) for index in range(size)], [places(index) for index in range(size)], [])
    return lambda: measure(file, decision)


@pytest.mark.parametrize(
    ("path", "owners", "places"),
    [
        pytest.param(lambda n: f"f{n}", [["@a"]], lambda n: (0,), id="one directory"),
        pytest.param(lambda n: f"d{n}/f", [["@a"]], lambda n: (), id="a directory each"),
        pytest.param(
            lambda n: f"{n % 97}/{'d/' * 200}f{n}",
            [["@a"], []],
            lambda n: (n % 2,),
            id="deep",
        ),
        pytest.param(
            lambda n: f"d{n // 2}/f{n}",
            [[f"@o{n}" for n in range(1_000)], [f"@p{n}" for n in range(1_000)]],
            lambda n: (n % 2,),
            id="a line with thousands of owners",
        ),
    ],
)
def test_time_grows_with_the_paths(path, owners, places):
    assert growth(lambda size: prepared(size, path, owners, places), 1_000) < LINEAR
