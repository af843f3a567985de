"""Mode compat beside detect-secrets itself, over files that are made to be hard; the tree is for the command.

`python -m tests.secrets_parity TREE --mutate N` does the same over real repositories.
"""

import os

import pytest

from tests.secrets_parity.comparing import Baseline, compared, compared_as
from tests.secrets_parity.mutating import made

_PLUGINS = '''
import re
from detect_secrets.plugins.base import BasePlugin, RegexBasedDetector

class Ticket(RegexBasedDetector):
    """Literals, case ignored, letters that fold into ASCII."""
    secret_type = "Ticket"
    denylist = (re.compile(r"(?:softlayer|plain)[a-z_]*\\W+(\\w+)", re.I), re.compile(r"hunter\\d"))

class Anything(RegexBasedDetector):
    """No literal: any line may match."""
    secret_type = "Anything"
    denylist = (re.compile(r"[A-Z]{3}\\d{2}"),)

class Counting(BasePlugin):
    """No expressions at all, and it looks at the lines around."""
    secret_type = "Counting"
    def analyze_string(self, string):
        return
        yield
    def analyze_line(self, filename, line, line_number, context):
        from detect_secrets.core.potential_secret import PotentialSecret
        if len(line) > 40 and context.previous_line.strip().endswith("secret"):
            return {PotentialSecret(self.secret_type, filename, line, line_number)}
        return set()
'''
_FILTERS = """
def long_enough(secret): return len(secret) < 12
def by_line(line, filename): return "note" in line
def fails(secret, line, context): raise TypeError
def of_context(secret, context): return "end" in context.previous_line
"""
_ALL = [
    {"path": f"detect_secrets.filters.heuristic.{name}"}
    for name in (
        "is_sequential_string",
        "is_likely_id_string",
        "is_templated_secret",
        "is_indirect_reference",
    )
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    root = tmp_path_factory.mktemp("tree")
    paths = []
    for path, data in made(400, seed=11):
        os.makedirs(root / os.path.dirname(path), exist_ok=True)
        (root / path).write_bytes(data)
        paths.append(path)
    (root / "plugins.py").write_text(_PLUGINS)
    (root / "filters.py").write_text(_FILTERS)
    return str(root), paths


def _same(comparison):
    assert comparison.findings > 20
    assert (comparison.missing, comparison.extra) == ([], [])


def test_the_defaults_are_the_same(tree):
    _same(compared(*tree))


@pytest.mark.parametrize(
    ("plugins", "filters"),
    [
        pytest.param([{"name": "Base64HighEntropyString", "limit": 3.0}], _ALL, id="a lower limit"),
        pytest.param([{"name": "HexHighEntropyString", "limit": 0.0}], [], id="no limit, hardly a filter"),
        pytest.param([{"name": "KeywordDetector", "keyword_exclude": "api"}], _ALL[2:], id="keywords"),
        pytest.param(
            [{"name": "KeywordDetector"}, {"name": "Base64HighEntropyString", "limit": 4.5}],
            [
                {"path": "detect_secrets.filters.regex.should_exclude_line", "pattern": ["api", "^export"]},
                {"path": "detect_secrets.filters.regex.should_exclude_file", "pattern": [r"\.rb$"]},
                {"path": "detect_secrets.filters.regex.should_exclude_secret", "pattern": ["[xyz]{2}"]},
            ],
            id="excluded",
        ),
    ],
)
def test_a_baseline_s_settings_are_the_same(tree, plugins, filters):
    _same(compared_as(*tree, Baseline(tuple(plugins), tuple(filters))))


@pytest.mark.parametrize("names", [("Ticket",), ("Anything", "KeywordDetector"), ("Counting", "Ticket")])
def test_custom_plugins_and_filters_are_the_same(tree, names):
    root, paths = tree
    path = {"path": f"file://{root}/plugins.py"}
    plugins = tuple({"name": name} | ({} if name == "KeywordDetector" else path) for name in names)
    _same(compared_as(root, paths, Baseline(plugins, ())))
    filters = [{"path": f"file://{root}/filters.py::{name}"} for name in ("by_line", "fails", "of_context")]
    comparison = compared_as(root, paths, Baseline(plugins, (*_ALL, *filters)))
    assert (comparison.missing, comparison.extra) == ([], [])
