"""A room imports only from the rooms above it; `hooks` imports `trailers`, never the reverse."""

import ast

import pytest

from tests.acceptance.making import ROOT

# DESIGN's order, and one more rule: `assistants` stands above `disclosure`, which reads vendors' lines.
ROOMS = [
    ("errors", "finding", "rule", "report", "version"),
    ("process",),
    ("message",),
    ("assistants",),
    ("disclosure",),
    ("ci",),
    ("repository",),
    ("secrets", "ownership"),
    ("policy",),
    ("approval",),
    ("verify",),
    ("evidence", "metrics"),
    ("output",),
    ("cli",),
    ("__main__",),
    ("hooks",),
]
HEIGHT = {room: height for height, rooms in enumerate(ROOMS) for room in rooms}
FILES = sorted((ROOT / "trailers").rglob("*.py")) + sorted((ROOT / "hooks").glob("*.py"))


def room_of(module):
    """The room of a module of ours; None of another's, and of the package itself."""
    package, _, rest = module.partition(".")
    if package == "trailers":
        return rest.partition(".")[0] or None
    return "hooks" if package == "hooks" else None


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and str(node.value).startswith(("trailers.", "hooks.")):
            yield str(node.value)  # a module that is imported by its name


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_from_above(path):
    here = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    below = [
        module
        for module in imported(ast.parse(path.read_bytes()))
        if room_of(module) is not None and here is not None and HEIGHT[room_of(module)] > HEIGHT.get(here, 0)
    ]
    assert below == []


def test_every_room_has_its_place():
    rooms = {room_of(".".join(path.relative_to(ROOT).with_suffix("").parts)) for path in FILES}
    assert rooms - {"__init__"} <= set(HEIGHT)


def test_neighbours_do_not_know_each_other():
    """Two of one line import nothing from each other, the values every room shares apart."""
    pairs = [rooms for rooms in ROOMS[1:] if len(rooms) > 1]
    for path in FILES:
        here = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
        others = {room for rooms in pairs if here in rooms for room in rooms if room != here}
        assert not others.intersection(map(room_of, imported(ast.parse(path.read_bytes())))), path
