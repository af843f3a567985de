"""`requires`: tables, and the packaging library as the oracle."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.specifiers import SpecifierSet

from trailers.policy.description import REQUIRES
from trailers.policy.requires import is_met, parse_requires


@pytest.mark.parametrize(
    ("requires", "version", "met"),
    [
        (">=0.2", "0.2.0", True),
        (">=0.2", "0.2", True),
        (">=0.2.0", "0.2", True),
        (">=0.2", "0.1.9", False),
        (">=0.2", "0.10", True),
        (">0.2", "0.2.0", False),
        (">0.2", "0.2.1", True),
        ("<=0.2", "0.2.0", True),
        ("<=0.2", "0.2.1", False),
        ("<0.2", "0.1.99", True),
        ("<0.2", "0.2", False),
        ("==0.2", "0.2.0", True),
        ("==0.2", "0.2.1", False),
        (">=0.2,<1", "0.9", True),
        (">=0.2,<1", "1.0", False),
        (" >= 0.2 , < 1 ", "0.2.0", True),
        (">=1, <1", "1", False),
        (">=999999999", "999999999.0.1", True),
    ],
)
def test_a_requirement(requires, version, met):
    assert re.fullmatch(REQUIRES.form, requires)
    assert is_met(parse_requires(requires), version) == met


BOUNDS = st.tuples(
    st.sampled_from([">=", "<=", "==", ">", "<"]), st.lists(st.integers(0, 3), min_size=1, max_size=4)
)


@given(st.lists(BOUNDS, min_size=1, max_size=4), st.lists(st.integers(0, 3), min_size=1, max_size=4))
def test_a_requirement_as_packaging_reads_it(bounds, version):
    requires = ", ".join(relation + ".".join(map(str, numbers)) for relation, numbers in bounds)
    here = ".".join(map(str, version))
    assert re.fullmatch(REQUIRES.form, requires)
    assert is_met(parse_requires(requires), here) == SpecifierSet(requires).contains(here)


@given(st.text(" 0123456789.,<>=", max_size=20))
def test_what_has_the_form_can_be_read(text):
    if re.fullmatch(REQUIRES.form, text):
        assert is_met(parse_requires(text), "0.2.0") in (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "0.2",
        "=0.2",
        "=>0.2",
        ">=",
        ">=0.",
        ">=.2",
        ">=0.2,",
        ",>=0.2",
        ">=0.2 <1",
        "!=0.2",
        ">=0.2\n",
    ],
)
def test_what_is_no_requirement(text):
    assert re.fullmatch(REQUIRES.form, text) is None
