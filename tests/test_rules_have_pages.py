"""Every rule has a check, a page with its headings, and a name of its own."""

import importlib
import re
from pathlib import Path

import pytest
from typer.main import get_command

from trailers.cli.app import app
from trailers.ownership.rules import registry as ownership
from trailers.secrets.rules.registry import RULES as SECRETS
from trailers.verify import registry
from trailers.verify.occasions import OCCASIONS
from trailers.verify.registry import RULES, rule_named

HEADINGS = ["What it checks", "Why", "Example", "How to fix", "Options", "Since"]

# Whose findings do not come from a subject alone: what else makes them.
MADE_BY = {
    "US100": "trailers.verify.rules.unchecked_commit",
    "US115": "trailers.verify.rules.merge_content",
    "US116": "trailers.verify.rules.missing_pull_request_block",
    "US117": "trailers.verify.rules.late_disclosure",
    "US200": "trailers.verify.secrets.unchecked_file",
    "US401": "trailers.policy.rules.model_not_approved",
    "US402": "trailers.policy.rules.policy_changed",
    "US403": "trailers.policy.rules.policy_unreadable",
    "US501": "trailers.verify.approvals",
    "US502": "trailers.verify.approvals",
    "US503": "trailers.verify.approvals",
    # The rows of the pack name the checks; what a baseline and other engines say has one way of telling.
    **{rule.id: "trailers.secrets.checks.registry" for rule in SECRETS},
    **{
        module.RULE.id: module.__name__
        for module in vars(ownership).values()
        if hasattr(module, "RULE") and hasattr(module, "check")
    },
}
OWNERS = {"1": "verify", "2": "secrets", "3": "ownership", "4": "policy", "5": "approval"}


@pytest.mark.parametrize("rule", list(RULES.values()), ids=list(RULES))
class TestRule:
    def test_its_page(self, rule):
        assert re.findall(r"^## (.*)$", rule.page, re.MULTILINE) == HEADINGS
        summary, *sections = re.split(r"^## .*$", rule.page, flags=re.MULTILINE)
        assert summary.strip().endswith(".")
        assert "\n" not in summary.strip()
        assert all(section.strip() for section in sections)

    def test_its_options_say_how_to_override_it(self, rule):
        options = rule.page.partition("## Options")[2].partition("## Since")[0]
        assert rule.id in options or "cannot be lowered" in options

    def test_its_name_and_owner(self, rule):
        assert re.fullmatch("US[1-5][0-9]{2}", rule.id)
        assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.name)
        assert rule.owner == OWNERS[rule.id[2]]
        assert rule.severity in ("error", "warning", "note")

    def test_its_commands_can_be_typed(self, rule):
        for line in re.findall(
            r"undersign ((?:verify|rule|policy|trailers|owners|disclose|approve) [^`;()\n]*)", rule.page
        ):
            command = get_command(app)
            words = line.partition("#")[0].split()
            while hasattr(command, "commands"):
                command = command.commands[words.pop(0)]
            command.make_context("undersign", [word.rstrip(".,") for word in words], resilient_parsing=False)

    def test_it_is_reached(self, rule):
        assert rule_named(rule.id) is rule_named(rule.id.lower()) is rule_named(rule.name) is rule

    def test_it_has_a_check(self, rule):
        by_occasion = {
            getattr(importlib.import_module(module), "RULE", None): module for module, _ in OCCASIONS
        }
        module = by_occasion.get(rule) or MADE_BY[rule.id]
        assert module
        functions = [
            name
            for name in vars(importlib.import_module(module))
            if name.startswith(("check", "judge", "missing"))
        ]
        assert functions


def test_ids_and_names_are_unique():
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    assert list(RULES) == [rule.id for rule in RULES.values()]
    assert {rule.id: rule.name for rule in RULES.values()} == registry.RULE_NAMES


@pytest.mark.parametrize(
    "room",
    [
        *("trailers.verify.rules", "trailers.policy.rules", "trailers.approval", "trailers.ownership.rules"),
        "trailers.secrets.rules",
    ],
)
def test_no_rule_is_left_out(room):
    """Every module that defines a rule is in the registry."""
    files = [file for path in importlib.import_module(room).__path__ for file in Path(path).glob("[a-z]*.py")]
    found = [getattr(importlib.import_module(f"{room}.{file.stem}"), "RULE", None) for file in files]
    assert any(found)
    assert all(RULES[rule.id] is rule for rule in found if rule)
