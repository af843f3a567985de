"""A page of the docs, played in a sandbox of its own."""

from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.docs.fences import Fence, fences
from tests.docs.offline import offline
from tests.docs.pages import FILLED_IN, PREPARED
from tests.docs.playing import ROOT, Played, play
from tests.docs.sandbox import example, make_sandbox
from tests.docs.steps import RUN, steps

Environ = Mapping[str, str]


def blocks(page: str) -> list[Fence]:
    """The blocks of a page, named from the top of the checkout."""
    return fences((ROOT / page).read_text(encoding="utf-8"))


def has_commands(page: str) -> bool:
    """Whether anything in the page is run."""
    return any(fence.language in RUN for fence in blocks(page))


def play_page(page: str, root: Path, hooks: Callable[[], Environ] | None = None) -> list[Played]:
    """Play a page in an empty folder. `hooks` gives what pre-commit needs, where a command calls it."""
    found = blocks(page)
    sandbox = make_sandbox(root)
    PREPARED.get(page, example)(sandbox)
    environ = sandbox.environ
    if any("pre-commit" in fence.text for fence in found if fence.language in RUN):
        environ = {**environ, **(hooks() if hooks else hook_environments(root))}
    (root / "played").mkdir()
    asked = [step._replace(text=_filled_in(step.text)) for step in steps(found)]
    return play(asked, root / "played", sandbox.path, environ)


def hook_environments(folder: Path) -> Environ:
    """What pre-commit needs to make the environments of hooks without an index, and where it keeps them."""
    (folder / "wheels").mkdir()
    return {**offline(folder / "wheels"), "PRE_COMMIT_HOME": str(folder / "pre-commit")}


def _filled_in(text: str) -> str:
    for placeholder, value in FILLED_IN.items():
        text = text.replace(placeholder, value)
    return text
