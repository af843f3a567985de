"""What a built page loads, where it leads, and what it lets run."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

# Attributes whose address a browser fetches by itself. `a` and `area` only lead somewhere.
_FETCHED = {"src", "srcset", "data", "poster", "background", "formaction", "action", "ping", "manifest"}
_FETCHING_LINKS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload"}
_IN_STYLE = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)


class Built(NamedTuple):
    """A page: the addresses that it loads, those that it leads to, its anchors and its policies."""

    loads: list[str]
    leads: list[str]
    anchors: set[str]
    policies: list[str]


def read_page(text: str) -> Built:
    """What stands in a page's HTML."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.built


def style_loads(text: str) -> list[str]:
    """The addresses that a style sheet loads; `data:` is none."""
    found = (one or other for one, other in _IN_STYLE.findall(text))
    return [address.strip() for address in found if not address.startswith(("data:", "#"))]


def is_elsewhere(address: str) -> bool:
    """Whether an address leads out of the site."""
    return bool(urlsplit(address).scheme or urlsplit(address).netloc)


def problems(site: Path) -> list[str]:
    """What is wrong with a built site: what it loads from elsewhere, links that lead nowhere, no policy."""
    pages = {page: read_page(page.read_text(encoding="utf-8")) for page in sorted(site.rglob("*.html"))}
    found = []
    for page, built in pages.items():
        name = page.relative_to(site)
        found += [f"{name} loads {address}" for address in built.loads if is_elsewhere(address)]
        found += [f"{name} has {len(built.policies)} policies"] if len(built.policies) != 1 else []
        for address in [*built.loads, *built.leads]:
            if not is_elsewhere(address) and not _arrives(address, page, site, pages):
                found.append(f"{name}: {address} leads nowhere")
    for sheet in sorted(site.rglob("*.css")):
        loaded = style_loads(sheet.read_text(encoding="utf-8"))
        found += [f"{sheet.relative_to(site)} loads {address}" for address in loaded if is_elsewhere(address)]
    return found


def _arrives(address: str, page: Path, site: Path, pages: dict[Path, Built]) -> bool:
    parts = urlsplit(address)
    path = unquote(parts.path)
    target = site / path.lstrip("/") if path.startswith("/") else page.parent / path
    target = page if not path else target.resolve()
    if target.is_dir():
        target /= "index.html"
    if not target.exists():
        return False
    return not parts.fragment or target not in pages or unquote(parts.fragment) in pages[target].anchors


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.built = Built([], [], {"", "top"}, [])
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        self.built.anchors.update(held[name] for name in ("id", "name") if name in held)
        self.built.loads.extend(held[name] for name in sorted(_FETCHED & set(held)))
        self.built.loads.extend(style_loads(held.get("style", "")))
        if "href" in held:
            fetched = tag not in ("a", "area", "link") or _FETCHING_LINKS & set(held.get("rel", "").split())
            (self.built.loads if fetched else self.built.leads).append(held["href"])
        if held.get("http-equiv", "").lower() == "content-security-policy":
            self.built.policies.append(held["content"])
        if held.get("http-equiv", "").lower() == "refresh":
            self.built.loads.append(held["content"].rpartition("=")[2])

    def handle_endtag(self, tag: str) -> None:
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.built.loads.extend(style_loads(data))
