"""A page's Content-Security-Policy: its own files, the scripts that stand in it, and nothing else.

https://www.w3.org/TR/CSP3/. In a `meta` element it holds for what follows it, so it comes first in the head.
"""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

_DATA = ("application/json", "application/ld+json")  # types of scripts that do not run


def with_policy(page: str) -> str:
    """The page with its policy. ValueError where it holds what no hash can let through, or has no head."""
    found = _Inline()
    found.feed(page)
    found.close()
    if found.refused:
        raise ValueError(f"no policy can allow this without allowing all of its kind: {found.refused[0]}")
    head, opening, rest = page.partition("<head>")
    if not opening:
        raise ValueError("the page has no <head>")
    return (
        f'{head}{opening}<meta http-equiv="Content-Security-Policy" content="{_policy(found.scripts)}">{rest}'
    )


def _policy(scripts: list[str]) -> str:
    # The box of the search brings its style along in its script; images stand in style sheets as data: too.
    run = "".join(f" '{_digest(text)}'" for text in scripts)
    return (
        f"default-src 'none'; script-src 'self'{run}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'self'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


class _Inline(HTMLParser):
    """The texts of the scripts that stand in a page, and what no hash of theirs lets run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.refused: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if any(name.startswith("on") for name in held):
            self.refused.append(self.get_starttag_text() or tag)
        self._inside = tag == "script" and "src" not in held and held.get("type") not in _DATA
        if self._inside:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data
