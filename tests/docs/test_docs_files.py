"""What the docs show of files is well formed, and what reads those files takes it."""

import json
import tomllib

import pytest
import yaml
from pre_commit.clientlib import load_config

from scripts.docs.fences import fences
from tests.docs.playing import ROOT
from trailers.policy.description import POLICY
from trailers.policy.loading import load, load_pyproject
from trailers.verify.registry import RULE_NAMES

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCKS = [
    pytest.param(fence, id=f"{page.relative_to(ROOT)}:{fence.line}")
    for page in PAGES
    for fence in fences(page.read_text(encoding="utf-8"))
    if fence.language in ("yaml", "toml", "json")
]
KEYS = {key.name for key in POLICY.keys}


class Loader(yaml.SafeLoader):
    """Safe, and it lets the tags of others be (`!reference`)."""


Loader.add_multi_constructor("", lambda loader, suffix, node: None)


@pytest.mark.parametrize("fence", BLOCKS)
def test_a_file(fence, tmp_path):
    if fence.language == "json":
        json.loads(fence.text)
    elif fence.language == "toml":
        load_pyproject(fence.text, "pyproject.toml", RULE_NAMES)
        if KEYS & set(tomllib.loads(fence.text)):
            load(fence.text, "undersign.toml", RULE_NAMES)
    else:
        held = yaml.load(fence.text, Loader)
        if fence.options.get("title") == ".pre-commit-config.yaml" or "repos" in held:
            (tmp_path / "config.yaml").write_text(fence.text, encoding="utf-8")
            load_config(tmp_path / "config.yaml")
