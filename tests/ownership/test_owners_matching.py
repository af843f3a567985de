"""Who decides about each path: by tables, and the fast way beside the slow one."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from tests.owners_fuzz.__main__ import differences, plain
from tests.owners_fuzz.files import GLOBS, NAMES, REACHES, cases
from trailers.ownership.codeowners import CodeOwners, Entry, Section
from trailers.ownership.expression import Expression
from trailers.ownership.matching.decide import decide
from trailers.ownership.matching.slow import decide_slowly
from trailers.ownership.owner import Owner
from trailers.ownership.shape import Segment, Shape

DEPTH = Segment("**", "depth")
ALL = Shape("", (), "inside")
DOCS = Shape("docs", (), "inside")
CHILDREN = Shape("docs", (Segment("*", "glob"),), "path")
PYTHON = Shape("", (DEPTH, Segment("*.py", "glob")), "both")
README = Shape("", (DEPTH, Segment("README", "literal")), "both")
PATHS = ["README", "docs/README", "docs/a.py", "docs/b/c.md", "src/a.py", "src/x.py/y"]

NOBODY: list[tuple[int, ...]] = [()] * len(PATHS)
NO, YES = False, True


def entries_of(*rows):
    """Entries from (shape, section, excludes); the last two may be left out."""
    return tuple(
        Entry(line, "", (Owner(f"@{line}", "user"),), row[0], *row[1:])
        for line, row in enumerate(rows, start=1)
    )


def file_of(*rows):
    return CodeOwners("CODEOWNERS", "github", (), entries_of(*rows), (Section(), Section("a")))


def decide_both(codeowners, paths, combines):
    """The fast answer, which has to be the slow one."""
    fast, slow = decide(codeowners, paths, combines), decide_slowly(codeowners, paths, combines)
    assert plain(fast) == plain(slow)
    assert fast.paths == slow.paths == paths
    return fast


@pytest.mark.parametrize("glob", ["*x\0y", "x\0y", "x\0*", "*\0*", "\0y"])
@pytest.mark.parametrize("reach", ["both", "inside", "path"])
def test_no_pattern_goes_over_the_end_of_a_path(glob, reach):
    segments = (DEPTH, Segment(glob, "glob" if "*" in glob else "literal"))
    decide_both(file_of((Shape("", segments, reach),)), ["ax", "x", "y", "y/x", "y/y"], "last")


@pytest.mark.parametrize(
    ("rows", "combines", "deciding", "matched"),
    [
        pytest.param([], "last", NOBODY, [], id="no entry"),
        pytest.param([(Shape("doc", (), "both"),)], "last", NOBODY, [0], id="nothing matches"),
        pytest.param([(ALL,)], "last", [(0,)] * 6, [6], id="everything"),
        pytest.param([(ALL,), (DOCS,)], "last", [(0,), (1,), (1,), (1,), (0,), (0,)], [6, 3], id="the last"),
        pytest.param([(DOCS,), (ALL,)], "last", [(1,)] * 6, [3, 6], id="shadowed, and counted"),
        pytest.param([(ALL,), (ALL,)], "last", [(1,)] * 6, [6, 6], id="the same twice"),
        pytest.param(
            [(PYTHON,), (CHILDREN,), (README,)],
            "last",
            [(2,), (2,), (1,), (), (0,), (0,)],
            [3, 2, 2],
            id="wildcards",
        ),
        pytest.param(
            [(ALL,), (PYTHON, 0, YES), (DOCS,)],
            "last",
            [(0,), (2,), (2,), (2,), (), ()],
            [6, 3, 3],
            id="unset, and set again",
        ),
        pytest.param(
            [(ALL, 1), (DOCS, 0), (PYTHON, 1)],
            "sections",
            [(0,), (1, 0), (1, 2), (1, 0), (2,), (2,)],
            [6, 3, 3],
            id="the last of each section",
        ),
        pytest.param(
            [(PYTHON, 1, YES), (ALL, 1), (ALL, 0)],
            "sections",
            [(2, 1), (2, 1), (2,), (2, 1), (2,), (2,)],
            [3, 6, 6],
            id="out of its section for good",
        ),
        pytest.param([(PYTHON, 0, YES)], "sections", NOBODY, [3], id="an exclusion alone"),
        pytest.param(
            [(DOCS,), (ALL,), (DOCS,)],
            "union",
            [(1,), (0, 1, 2), (0, 1, 2), (0, 1, 2), (1,), (1,)],
            [3, 6, 3],
            id="all that match",
        ),
        pytest.param(
            [(Expression(".*[.]py"),), (Expression("docs/.*", negated=True),)],
            "union",
            [(1,), (), (0,), (), (0, 1), (1,)],
            [2, 3],
            id="expressions",
        ),
    ],
)
def test_who_decides(rows, combines, deciding, matched):
    decision = decide_both(file_of(*rows), PATHS, combines)
    assert (list(decision.deciding), list(decision.matched)) == (deciding, matched)


def test_a_name_in_a_directory_whose_name_ends_alike():
    shapes = [Shape("", (DEPTH, Segment(glob, "glob")), "inside") for glob in ("*a", "a*a")]
    paths = ["ba/aa/x", "ba/aa/y", "ba/x"]
    decision = decide_both(file_of(*((shape,) for shape in shapes)), paths, "union")
    assert list(decision.deciding) == [(0, 1), (0, 1), (0,)]


def test_no_paths():
    assert list(decide_both(file_of((ALL,), (PYTHON,), (DOCS,)), [], "last").matched) == [0, 0, 0]


def test_equal_outcomes_are_one_value():
    for combines in ("last", "sections", "union"):
        decision = decide(file_of((ALL,), (PYTHON, 1)), PATHS, combines)
        assert len(set(map(id, decision.deciding))) == len(set(decision.deciding)) == 2


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["a", "a-", "a.", "a0", "a/b", "a/-", "a-/b", "a0/b"], id="around the slash"),
        pytest.param(
            ["\udc80/a", "\u00e9/a", "\ue000/a", "\U0001f600/a", "a\udcff", "a\udcff/b"], id="bytes"
        ),
        pytest.param(["\u00e9/a", "\ue000/a", "\uffff/a", "\U0001f600/a", "\U0001f600.py"], id="astral"),
        pytest.param(["a\nb/c", "a b/c", 'a"b/c', "a\\b/c", "a\tb"], id="odd characters"),
        pytest.param(["a", "a", "a/b", "a/b", "b"], id="twice there"),
    ],
)
def test_paths_as_their_bytes_sort(names):
    paths = sorted(names, key=os.fsencode)
    shapes = [Shape(prefix, (), reach) for path in names for reach in REACHES for prefix in (path, path[:-2])]
    shapes += [PYTHON, Shape("", (DEPTH, Segment("a*", "glob")), "both")]
    decide_both(file_of(*((shape,) for shape in shapes)), paths, "union")


def test_fast_and_slow_agree_on_random_files():
    assert differences(seed=1, count=400) == []


def test_the_random_files_are_worth_comparing():
    """Each kind of outcome is there: none, an exclusion, several, and wildcards that match."""
    found = [decide(*case) for case in cases(1, 200)]
    lengths = {len(places) for decision in found for places in decision.deciding}
    assert {0, 1, 2, 3} <= lengths
    assert sum(sum(decision.matched) for decision in found) > 3000


@given(
    st.lists(
        st.lists(st.sampled_from(NAMES), min_size=1, max_size=5).map("/".join), max_size=20, unique=True
    ),
    st.lists(
        st.tuples(
            st.sampled_from(["", "a", "a/b", "\udc80"]),
            st.sampled_from([(), (DEPTH,), (DEPTH, Segment("a", "literal"), DEPTH)]),
            st.sampled_from(GLOBS),
            st.sampled_from(REACHES),
        ),
        max_size=8,
    ),
    st.sampled_from(["last", "sections", "union"]),
)
def test_fast_and_slow_agree(names, patterns, combines):
    rows = [
        (
            Shape(prefix, (*before, Segment(glob, "glob")), reach),
            place % 2,
            place % 5 == 4 and combines != "union",
        )
        for place, (prefix, before, glob, reach) in enumerate(patterns)
    ]
    decide_both(file_of(*rows), sorted(names, key=os.fsencode), combines)


@pytest.mark.parametrize(
    "globs",
    [
        pytest.param([f"{number}_*" for number in range(9)], id="heads"),
        pytest.param([f"*_{number}" for number in range(9)], id="ends of a length"),
        pytest.param([f"*{'_' * number}{number}" for number in range(20)], id="ends of many lengths"),
        pytest.param([f"*{number}_*" for number in range(20)], id="inside"),
        pytest.param([f"*{number}_*" for number in range(3)], id="a few inside"),
        pytest.param([f"?[{number}-9]*?" for number in range(5)], id="nothing literal"),
        pytest.param([f"{number}_{number}" for number in range(40)], id="whole names"),
    ],
)
@pytest.mark.parametrize("prefix", ["", "a"])
def test_many_patterns_and_many_files(globs, prefix):
    names = [f"{number % 40}_{number % 9}" for number in range(120)]
    paths = sorted({f"{folder}/{name}" for name in names for folder in ("a", "a/b", "c/1_1", "c/__2")})
    segments = [Segment(glob, "glob" if set("*?[") & set(glob) else "literal") for glob in globs]
    shapes = [Shape(prefix, (DEPTH, segment), "both") for segment in segments]
    shapes += [Shape(prefix, (Segment("?", "glob"), segment), "path") for segment in segments]
    decide_both(file_of(*((shape,) for shape in shapes)), paths, "last")


def test_more_paths_than_are_taken_at_a_time():
    paths = sorted(f"a/{number % 7}/{number}.py" for number in range(9000))
    in_six = Shape("", (DEPTH, Segment("6", "literal")), "both")
    decide_both(
        file_of((PYTHON,), (in_six,), (Shape("a", (Segment("5", "glob"),), "inside"),)), paths, "last"
    )


def literal_rules(size):
    paths = sorted(f"a/{number:07}/b" for number in range(size))
    codeowners = file_of(*((Shape(path[:-2], (), "inside"),) for path in paths))
    return lambda: decide(codeowners, paths, "last")


def the_same_rule(size):
    paths = sorted(f"a/{number:07}" for number in range(size))
    codeowners = file_of(*((PYTHON,) for _ in paths), *((ALL,) for _ in paths))
    return lambda: decide(codeowners, paths, "last")


def the_same_rule_together(size):
    paths = sorted(f"a/{number:07}" for number in range(size))
    codeowners = file_of(*((DOCS,) for _ in paths), *((ALL,) for _ in paths))
    return lambda: decide(codeowners, paths, "union")


def a_section_each(size):
    paths = sorted(f"a/{number:07}/b" for number in range(size))
    codeowners = file_of(*((Shape(path[:-2], (), "inside"), place) for place, path in enumerate(paths)))
    return lambda: decide(codeowners, paths, "sections")


def names_inside(size):
    paths = sorted(f"a/x{number:07}x" for number in range(size))
    segments = (Segment(f"*{number:07}*", "glob") for number in range(size))
    codeowners = file_of(*((Shape("", (DEPTH, segment), "both"),) for segment in segments))
    return lambda: decide(codeowners, paths, "last")


def under_a_wildcard(size):
    paths = sorted(f"a/{number % 100}/{number}/c" for number in range(size))
    segments = [(Segment("*", "glob"), Segment(str(number), "literal")) for number in range(size)]
    codeowners = file_of(*((Shape("a", segment, "inside"),) for segment in segments))
    return lambda: decide(codeowners, paths, "last")


def deep_paths(size):
    deep = "a/" * 2000
    paths = sorted(f"{number:04}/{deep}" + "b" for number in range(max(size // 2000, 1)))
    rows = [
        (Shape("", (DEPTH, *(Segment("?", "glob"), DEPTH) * 5, Segment("c*d", "glob")), "both"),),
        (PYTHON,),
    ]
    codeowners = file_of(*rows)
    return lambda: decide(codeowners, paths, "last")


def one_long_glob(size):
    codeowners = file_of((Shape("", (DEPTH, Segment("*a" * (size // 4) + "b", "glob")), "both"),))
    return lambda: decide(codeowners, ["a" * (size // 2)], "last")


@pytest.mark.parametrize(
    "prepare",
    [
        literal_rules,
        the_same_rule,
        the_same_rule_together,
        a_section_each,
        names_inside,
        under_a_wildcard,
        deep_paths,
        one_long_glob,
    ],
    ids=lambda prepare: prepare.__name__,
)
def test_work_is_linear(prepare):
    assert growth(prepare, 2000) < LINEAR
