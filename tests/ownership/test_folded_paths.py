"""Finding a path in another case, against looking at every path."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.ownership.rules import folded
from trailers.ownership.rules.folded import Folders

# Letters of which two have one lower case, one whose lower case is two, one that hangs on its neighbours, and
# bytes that are no UTF-8: what begins with the first of these would begin with an é if another byte followed.
NAMES = st.text("aAbBkK\u212aiI\u0130Σςé\udcc3\udca9._", min_size=1, max_size=3)
PATHS = st.sets(st.lists(NAMES, min_size=1, max_size=3).map("/".join), max_size=30)


def every(paths):
    """All files, and all `directories/`."""
    above = {path[: at + 1] for path in paths for at in range(len(path)) if path[at] == "/"}
    return {*paths, *above}


@given(PATHS, PATHS, st.sampled_from(["path", "inside", "both"]), st.sampled_from([0, 4, 64]))
def test_what_differs_in_case_only_is_found(paths, asked, reach, many):
    ordered = sorted((path for path in paths if f"{path}/" not in every(paths)), key=os.fsencode)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folded, "_MANY", many)
        found_all(ordered, asked, reach)


def found_all(ordered, asked, reach):
    folders = Folders(ordered)
    for wanted in [*asked, *(path.rstrip("/").swapcase() for path in every(ordered))]:
        equal = {
            path
            for path in every(ordered)
            if path.rstrip("/").lower() == wanted.lower()
            and reach in ("both", "inside" if path.endswith("/") else "path")
        }
        found = folders.find(wanted, reach)
        assert found in equal if equal else found == ""
