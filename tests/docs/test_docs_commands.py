"""Every command in the docs is run as it stands there, and does what the page says that it does.

How a block asks for it stands in steps.py; what a page needs around it, in pages.py.
"""

import shutil
from functools import cache

import pytest

from tests.docs.pages import PREPARED
from tests.docs.played_page import blocks, has_commands, hook_environments, play_page
from tests.docs.playing import ROOT
from tests.docs.steps import misused

PAGES = sorted(str(page.relative_to(ROOT)) for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
SKIPPED = [
    pytest.param(fence.options["skip"], id=f"{page}:{fence.line}")
    for page in PAGES
    for fence in blocks(page)
    if "skip" in fence.options
]


@pytest.fixture(scope="session")
def hooks(tmp_path_factory):
    """The environments of pre-commit's hooks, made once for all pages that call it."""
    return cache(lambda: hook_environments(tmp_path_factory.mktemp("hooks")))


@pytest.mark.parametrize("page", PAGES)
def test_every_block_says_what_it_is(page):
    wrong = [f"{page}:{fence.line}: {misused(fence)}" for fence in blocks(page) if misused(fence)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.skipif(not shutil.which("bash"), reason="the docs' commands are for a POSIX shell")
@pytest.mark.parametrize("page", list(filter(has_commands, PAGES)))
def test_the_commands_of_a_page(page, tmp_path, hooks):
    for played in play_page(page, tmp_path, hooks):
        where = f"{page}:{played.step.line}: {played.mistake}"
        assert not played.mistake, f"{where}\n{played.step.text}it prints:\n{played.printed}"


def test_what_is_prepared_is_for_pages_that_there_are():
    assert set(PREPARED) <= set(PAGES)


@pytest.mark.parametrize("reason", SKIPPED)
def test_what_cannot_be_run_here(reason):
    """So that each of them is told with its reason at the end of a run."""
    pytest.skip(reason)
