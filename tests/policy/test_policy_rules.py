"""US401, US402 and US403."""

from datetime import date

import pytest

from trailers.disclosure.disclosure import Model
from trailers.policy.models import Approved, Denied, Models
from trailers.policy.rules import model_not_approved, policy_changed, policy_unreadable

JULY = date(2026, 7, 1)
HEADINGS = ["What it checks", "Why", "Example", "How to fix", "Options", "Since"]


@pytest.mark.parametrize(
    "module", [model_not_approved, policy_changed, policy_unreadable], ids=lambda m: m.RULE.id
)
def test_the_page_of_a_rule(module):
    page = module.RULE.page
    assert page == module.__doc__
    assert [line[3:] for line in page.split("\n") if line.startswith("## ")] == HEADINGS
    assert module.RULE.id in page
    assert module.RULE.owner == "policy"
    assert module.__name__.rpartition(".")[2] == module.RULE.name.replace("-", "_")


LISTS = Models(
    (Approved("claude-*", date(2026, 6, 30)), Approved("gpt-*", paths=("src/**",))), (Denied("Cursor:*"),)
)


def test_each_model_is_judged():
    disclosed = [
        Model("Claude-Code", "claude-opus-5", line=3),
        Model("Codex", "gpt-5", line=4),
        Model("Cursor", "gpt-5", line=5),
        Model("Gemini", None),
    ]
    findings = model_not_approved.check(LISTS, disclosed, ("docs/a",), JULY)
    assert [(finding.message, finding.line) for finding in findings] == [
        ("the model claude-opus-5 was approved until 2026-06-30", 3),
        ("the model gpt-5 is approved for src/** and not for docs/a", 4),
        ("the model gpt-5 is denied", 5),
        ("the model unknown is not among the approved models", None),
    ]
    assert {finding.rule for finding in findings} == {"US401"}
    assert {finding.severity for finding in findings} == {"error"}
    assert all(finding.remedy for finding in findings)


@pytest.mark.parametrize(
    ("models", "disclosed", "paths"),
    [
        (Models(), [Model("Cursor", "x")], ()),
        (LISTS, [], ()),
        (LISTS, [Model("Codex", "gpt-5")], ("src/a", "src/b/c")),
    ],
    ids=["no lists", "no models", "approved there"],
)
def test_nothing_to_find(models, disclosed, paths):
    assert model_not_approved.check(models, disclosed, paths, JULY) == ()


OWN = {"undersign.toml": b"disclosure.mode = 'explicit'\n"}
PYPROJECT = b"[project]\nname = 'x'\n[tool.undersign]\ndisclosure.mode = 'explicit'\n"

CHANGED = {
    "new": ({}, OWN, ["undersign.toml is new"]),
    "deleted": (OWN, {}, ["undersign.toml is deleted"]),
    "changed": (OWN, {"undersign.toml": b""}, ["undersign.toml is changed"]),
    "a comment": (OWN, {"undersign.toml": b"#\n" + OWN["undersign.toml"]}, ["undersign.toml is changed"]),
    "moved": (OWN, {"pyproject.toml": PYPROJECT}, ["undersign.toml is deleted", "pyproject.toml is new"]),
    "our table": (
        {"pyproject.toml": PYPROJECT},
        {"pyproject.toml": PYPROJECT.replace(b"explicit", b"forbid")},
        ["pyproject.toml is changed"],
    ),
    "our table deleted": (
        {"pyproject.toml": PYPROJECT},
        {"pyproject.toml": b"[project]\n"},
        ["pyproject.toml is changed"],
    ),
    "our table broken": (
        {"pyproject.toml": PYPROJECT},
        {"pyproject.toml": PYPROJECT + b"x ="},
        ["pyproject.toml is changed"],
    ),
    "not UTF-8": (
        {"pyproject.toml": PYPROJECT},
        {"pyproject.toml": PYPROJECT + b"\xff"},
        ["pyproject.toml is changed"],
    ),
    "mailmap": ({".mailmap": b"x"}, {".mailmap": b"y"}, [".mailmap is changed"]),
}


@pytest.mark.parametrize(("base", "head", "expected"), CHANGED.values(), ids=CHANGED)
def test_a_changed_policy(base, head, expected):
    findings = policy_changed.check(base, head)
    assert [finding.message.partition(";")[0] for finding in findings] == expected
    assert all(finding.path and finding.message.startswith(finding.path) for finding in findings)
    assert {(finding.rule, finding.severity) for finding in findings} == {("US402", "warning")}


UNCHANGED = {
    "nothing": ({}, {}),
    "the same": (OWN, OWN),
    "another table": ({"pyproject.toml": PYPROJECT}, {"pyproject.toml": PYPROJECT + b"[tool.ruff]\n"}),
    "the same in other words": (
        {"pyproject.toml": PYPROJECT},
        {"pyproject.toml": b"[tool.undersign.disclosure]\nmode = 'explicit'\n"},
    ),
    "a pyproject without us": ({}, {"pyproject.toml": b"[project]\n"}),
    "a broken pyproject without us": ({"pyproject.toml": b"[project]"}, {"pyproject.toml": b"[project"}),
    "a pyproject that speaks of us": ({}, {"pyproject.toml": b"tool = 'undersign'"}),
    "other files": ({"a": b"x"}, {"a": b"y"}),
}


@pytest.mark.parametrize(("base", "head"), UNCHANGED.values(), ids=UNCHANGED)
def test_an_unchanged_policy(base, head):
    assert policy_changed.check(base, head) == ()


UNREADABLE = {
    "not TOML": ({}, {"undersign.toml": b"x\n= 1"}, [("undersign.toml", 1, "undersign.toml: not TOML")]),
    "two mistakes": (
        OWN,
        {"undersign.toml": b"a = 1\nb = 2\n"},
        [
            ("undersign.toml", 1, "undersign.toml: a: unknown key"),
            ("undersign.toml", 2, "undersign.toml: b: unknown key"),
        ],
    ),
    "pyproject": (
        {},
        {"pyproject.toml": b"[tool.undersign]\na = 1\n"},
        [("pyproject.toml", 2, "pyproject.toml: a: unknown key")],
    ),
    "for another version": (
        OWN,
        {"undersign.toml": b"requires = '>=99'"},
        [("undersign.toml", 1, "undersign.toml: requires: this policy needs undersign >=99")],
    ),
    "two policies": (
        OWN,
        {**OWN, "pyproject.toml": PYPROJECT},
        [("undersign.toml", None, "there are two policies")],
    ),
    "a rule that there is not": (
        {},
        {"undersign.toml": b"severity.US999 = 'off'"},
        [("undersign.toml", 1, "undersign.toml: severity.US999: there is no such rule")],
    ),
}


@pytest.mark.parametrize(("base", "head", "expected"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_policy(base, head, expected):
    findings = policy_unreadable.check(base, head, {"US101": "undisclosed"})
    assert len(findings) == len(expected)
    for finding, (path, line, message) in zip(findings, expected, strict=True):
        assert (finding.rule, finding.severity, finding.path, finding.line) == ("US403", "error", path, line)
        assert finding.message.startswith(message)
        assert finding.remedy


READABLE = {
    "nothing": ({}, {}),
    "a good one": ({}, OWN),
    "deleted": (OWN, {}),
    "broken before, and not touched": ({"undersign.toml": b"x"}, {"undersign.toml": b"x"}),
    "broken before, and mended": ({"undersign.toml": b"x"}, OWN),
    "a broken pyproject of somebody else": ({}, {"pyproject.toml": b"[project"}),
    "ours, and a pyproject without us": (OWN, {**OWN, "pyproject.toml": b"[project]\nname = 'undersign'"}),
}


@pytest.mark.parametrize(("base", "head"), READABLE.values(), ids=READABLE)
def test_a_readable_policy(base, head):
    assert policy_unreadable.check(base, head) == ()
