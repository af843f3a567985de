"""The rules' pages and what the table says of them."""

import re

import pytest

from tests.secrets.judged import rows
from trailers.secrets.checks.registry import check_named
from trailers.secrets.rules.registry import RULES


def test_all_ten():
    assert [rule.id for rule in RULES] == [f"US2{number:02}" for number in range(1, 11)]
    assert all(rule.owner == "secrets" for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_page(rule):
    headings = re.findall(r"^## (.*)$", rule.page, re.MULTILINE)
    assert headings == ["What it checks", "Why", "Example", "How to fix", "Options", "Since"]
    assert rule.id in rule.page.partition("## Options")[2]


def test_severities():
    others = {rule.id: rule.severity for rule in RULES if rule.severity != "error"}
    assert others == {"US205": "warning", "US208": "warning", "US209": "note"}


@pytest.mark.parametrize("row", rows().values(), ids=rows())
def test_a_row_has_a_rule_a_check_and_a_source(row):
    assert row["rule"] in {rule.id for rule in RULES}
    assert callable(check_named(row["check"]))
    assert row["source"].startswith("https://")
    assert row["counterexamples"]
