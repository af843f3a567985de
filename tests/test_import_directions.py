"""A room imports only from what stands above it, inside functions too; nothing imports the hooks."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# DESIGN.md "The architecture", with assistants above disclosure, which reads vendors' co-author lines.
ORDER = (
    ("typed",),
    ("remembering", "scrubbing"),
    ("errors", "finding", "version"),
    ("rule", "report"),
    ("process", "workers", "alarm", "untrusted_file"),
    ("regexp",),
    ("message",),
    ("assistants",),
    ("disclosure",),
    ("ci",),
    ("repository",),
    ("secrets",),
    ("ownership",),
    ("policy",),
    ("approval",),
    ("verify",),
    ("evidence",),
    ("metrics",),
    ("authoring",),
    ("installing",),
    ("adoption",),
    ("output",),
    ("cli",),
    ("__main__",),
)
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}

FILES = sorted([*(ROOT / "trailers").rglob("*.py"), *(ROOT / "hooks").rglob("*.py")])


def room_of(module):
    """The room of `trailers.verify.rules.near_miss`: verify."""
    return module.split(".")[1] if "." in module else ""


def imported(tree):
    """The names of all modules that are imported anywhere in the tree, and those that strings name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "no relative imports"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            # import_module("trailers.…"), from a constant
            text = node.value
            if text.startswith(("trailers.", "hooks.")) and "\n" not in text and " " not in text:
                yield text


@cache
def parsed(file):
    return ast.parse(file.read_text())


def name_of(file):
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_every_room_has_its_place():
    rooms = {
        file.name.removesuffix(".py")
        for file in (ROOT / "trailers").iterdir()
        if file.suffix == ".py" or (file / "__init__.py").exists()
    }
    assert rooms - set(LEVEL) == {"__init__"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_up(file):
    own = name_of(file)
    for module in imported(parsed(file)):
        package = module.split(".")[0]
        if own.startswith("trailers"):
            assert package != "hooks", f"{own} imports {module}"
        if package != "trailers" or not own.startswith("trailers.") or not room_of(module):
            continue
        here, there = LEVEL[room_of(own)], LEVEL[room_of(module)]
        assert there < here or room_of(own) == room_of(module), f"{own} imports {module}"


@pytest.mark.parametrize(
    ("allowed", "packages"),
    [
        pytest.param(("trailers.cli",), ("typer", "rich", "click"), id="typer is for the commands"),
        pytest.param(("trailers.process",), ("subprocess",), id="one place starts processes"),
        pytest.param((), ("git", "pydantic", "attrs", "requests", "urllib"), id="nobody needs these"),
        pytest.param(("hooks",), ("argparse",), id="argparse is for the hooks"),
    ],
)
def test_what_only_some_may_import(allowed, packages):
    for file in FILES:
        for module in imported(parsed(file)):
            if module.split(".")[0] in packages:
                assert name_of(file).startswith(allowed), f"{name_of(file)} imports {module}"


@pytest.mark.parametrize("name", ["environ", "getenv", "argv"])
def test_only_the_edge_reads_the_environment(name):
    for file in FILES:
        own = name_of(file)
        if own.startswith(("hooks", "trailers.cli", "trailers.__main__")):
            continue
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert (node.value.id, node.attr) not in (("os", name), ("sys", name)), own


def test_only_the_edge_prints():
    for file in FILES:
        if name_of(file).startswith(("hooks", "trailers.cli", "trailers.__main__")):
            continue
        calls = [node.func for node in ast.walk(parsed(file)) if isinstance(node, ast.Call)]
        assert not any(isinstance(call, ast.Name) and call.id == "print" for call in calls), file


def test_only_the_edge_catches_everything():
    for file in FILES:
        own = name_of(file)
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.ExceptHandler):
                broad = node.type is None or (
                    isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
                )
                assert not broad or own in (
                    "hooks.edge",
                    "trailers.cli.app",
                    "trailers.cli.edge",
                    "trailers.cli.mcp.server",
                    "trailers.__main__",
                ), own
