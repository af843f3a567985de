"""The docs' navigation, by what a reader wants (https://diataxis.fr): made from the files, so it has all."""

from collections.abc import Iterable
from pathlib import PurePosixPath

# Each folder with its title. In it, pages that are named stand first, the others by their names.
SECTIONS = {
    "tutorial": "Tutorial",
    "how-to": "How-to",
    "how-to/ci": "In CI",
    "how-to/forges": "On a forge",
    "how-to/assistants": "With an assistant",
    "how-to/migrate": "From another tool",
    "reference": "Reference",
    "explanation": "Explanation",
}
_FIRST = (
    "install-hooks.md",
    "github-actions.md",
    "gitlab.md",
    "trailers.md",
    "rules.md",
    "policy.md",
    "cli.md",
    "threat-model.md",
)
_Item = str | dict[str, list["_Item"]]


class NoPlaceError(ValueError):
    """A page stands in a folder that the navigation does not know."""


def navigation(pages: Iterable[str]) -> list[_Item]:
    """The `nav` of the site's configuration for these pages, named from the folder `docs`."""
    folders: dict[str, list[str]] = {"": [], **{folder: [] for folder in SECTIONS}}
    for page in pages:
        folder = str(PurePosixPath(page).parent).removeprefix(".")
        if folder not in folders:
            raise NoPlaceError(f"docs/{page}: give its folder a title in scripts/docs/navigation.py")
        folders[folder].append(page)
    items: list[_Item] = [page for page in folders[""] if page == "index.md"]
    for folder, title in SECTIONS.items():
        if "/" not in folder:
            held: list[_Item] = [*sorted(folders[folder], key=_order)]
            inner = [name for name in SECTIONS if name.startswith(f"{folder}/") and folders[name]]
            held += [{SECTIONS[name]: [*sorted(folders[name], key=_order)]} for name in inner]
            items += [{title: held}] if held else []
    beside = sorted(set(folders[""]) - {"index.md"})
    return [*items, {"Project": [*beside]}] if beside else items


def _order(page: str) -> tuple[int, str]:
    name = PurePosixPath(page).name
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), page)
