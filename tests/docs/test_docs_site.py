"""The site: every page in its navigation, strictly built, and nothing in it that loads from elsewhere."""

import hashlib
from base64 import b64encode
from importlib.util import find_spec

import pytest

from scripts.docs.build import build, prepare
from scripts.docs.built_site import problems, read_page, style_loads
from scripts.docs.content_security import with_policy
from scripts.docs.copied_pages import BESIDE, moved
from scripts.docs.navigation import NoPlaceError, navigation
from tests.docs.playing import ROOT
from trailers.output.treemap import render_page
from trailers.ownership.codeowners import CodeOwners, Entry
from trailers.ownership.coverage import measure
from trailers.ownership.decision import Decision
from trailers.ownership.owner import Owner
from trailers.ownership.shape import Shape

PAGES = sorted(page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md"))


def leaves(items):
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            (held,) = item.values()
            yield from leaves(held)


def test_every_page_is_in_the_navigation_once():
    assert sorted(leaves(navigation([*PAGES, *BESIDE]))) == sorted([*PAGES, *BESIDE])


def test_a_page_of_a_new_folder_asks_for_a_title():
    with pytest.raises(NoPlaceError, match=r"docs/other/page\.md"):
        navigation(["index.md", "other/page.md"])


MOVED = [
    ("docs/reference/a.md", "[x](b.md#c) [y](https://x.example)", "[x](b.md#c) [y](https://x.example)"),
    ("docs/reference/a.md", "[x](../../SECURITY.md)", "[x](../SECURITY.md)"),
    ("docs/index.md", "[x](../CHANGELOG.md#a) [y](how-to/b.md)", "[x](CHANGELOG.md#a) [y](how-to/b.md)"),
    ("SECURITY.md", "[x](docs/index.md) [y](#z)", "[x](index.md) [y](#z)"),
    ("docs/index.md", "[x](../undersign.toml)", "[x](../undersign.toml)"),
    (
        "docs/index.md",
        '```sh exit=1\na\n```\n```toml title="b"\n```',
        '```sh\na\n```\n```toml title="b"\n```',
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), MOVED, ids=range(len(MOVED)))
def test_links_of_the_copy_lead_where_they_led(name, text, expected):
    assert moved(text, name) == expected


def digest(text):
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_lets_the_pages_own_scripts_run_and_no_others():
    page = (
        '<html><head><script>a<b&amp;"c"</script><script src="x.js"></script></head><body><script>d</script>'
    )
    made = with_policy(page)
    (policy,) = read_page(made).policies
    assert made.index("<meta") == made.index("<head>") + len("<head>")
    first = digest('a<b&amp;"c"')
    assert policy.startswith(f"default-src 'none'; script-src 'self' {first} {digest('d')}; ")
    assert "http" not in policy
    assert made.replace(made[made.index("<meta") : made.index("><script>a") + 1], "") == page


@pytest.mark.parametrize("page", ["<p>no head</p>", '<html><head></head><body onload="x()">'])
def test_no_policy_for_what_none_can_allow(page):
    with pytest.raises(ValueError, match=r"polic|head"):
        with_policy(page)


LOADS = [
    ('<img src="https://x.example/a.png">', ["https://x.example/a.png"]),
    ('<script src="//x.example/a.js"></script>', ["//x.example/a.js"]),
    ('<link rel="preconnect" href="https://x.example">', ["https://x.example"]),
    ('<link rel="canonical" href="https://x.example"><a href="https://x.example">x</a>', []),
    ("<style>@import 'https://x.example/a.css'; p{background:url(a.png)}</style>", ["a.png"]),
    ('<p style="background: url(https://x.example/b)">', ["https://x.example/b"]),
    ('<svg><use href="https://x.example/c.svg#d"/></svg>', ["https://x.example/c.svg#d"]),
    ('<meta http-equiv="refresh" content="0; url=https://x.example">', ["https://x.example"]),
    ('<iframe src="a.html"></iframe><form action="b"></form>', ["a.html", "b"]),
]


@pytest.mark.parametrize(("page", "expected"), LOADS, ids=[page[:24] for page, _ in LOADS])
def test_what_a_page_loads(page, expected):
    assert set(expected) <= set(read_page(page).loads)
    assert bool(expected) == bool(read_page(page).loads)


def test_what_a_style_sheet_loads():
    text = '@import "a.css"; @import url(b.css); p{background:url( "c.png" ), url(data:image/png;d), url(#e)}'
    assert style_loads(text) == ["a.css", "b.css", "c.png"]


POLICY = '<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"></head>'
WRONG = [
    ("<a href='b.html#there'>x</a><a id=here href='#here'>y</a><a href='https://x.example'>z</a>", []),
    ("<a href='c.html'>", ["a.html: c.html leads nowhere"]),
    ("<a href='b.html#gone'>", ["a.html: b.html#gone leads nowhere"]),
    ("<img src='gone.png'>", ["a.html: gone.png leads nowhere"]),
    ("<a href='/b.html'><a href='folder/'>", []),
    ("<img src='https://x.example/y.png'>", ["a.html loads https://x.example/y.png"]),
]


@pytest.mark.parametrize(("body", "expected"), WRONG, ids=[body[:24] for body, _ in WRONG])
def test_what_is_wrong_with_a_site(body, expected, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "index.html").write_text(POLICY)
    (tmp_path / "b.html").write_text(POLICY + "<p id=there>")
    (tmp_path / "a.html").write_text(POLICY + body)
    assert problems(tmp_path) == expected


def test_a_page_without_a_policy_and_a_sheet_that_loads_are_wrong(tmp_path):
    (tmp_path / "a.html").write_text("<html><head></head>")
    (tmp_path / "a.css").write_text("@import 'https://x.example/y.css';")
    assert problems(tmp_path) == ["a.html has 0 policies", "a.css loads https://x.example/y.css"]


def test_the_page_of_coverage_loads_nothing_and_has_a_policy():
    """`undersign owners stats --format html`; tests/output/test_owners_treemap.py looks at what is in it."""
    entries = (Entry(1, "*", (Owner("@jane", "user"),), Shape("", (), "inside")),)
    file = CodeOwners(".github/CODEOWNERS", "github", (), entries)
    built = read_page(render_page(measure(file, Decision(["a/b", "c"], [(0,), ()], [1])), "A title"))
    assert built.loads == []
    (policy,) = built.policies
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


@pytest.fixture
def top(tmp_path):
    """A checkout with a few pages."""
    for name in BESIDE:
        (tmp_path / name).write_text(f"# {name}\n")
    (tmp_path / "docs" / "reference").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Start\n\n[x](reference/a.md#b) [y](../SECURITY.md)\n")
    (tmp_path / "docs" / "reference" / "a.md").write_text("# A\n\n## B\n\n```sh exit=1\nls\n```\n")
    return tmp_path


needs_zensical = pytest.mark.skipif(find_spec("zensical") is None, reason="zensical is in the group `docs`")


@needs_zensical
def test_a_site_is_built(top, tmp_path):
    prepare(tmp_path / "built", top)
    assert build(tmp_path / "built") == []
    page = (tmp_path / "built" / "site" / "reference" / "a.html").read_text()
    assert "exit=1" not in page
    assert 'id="b"' in page


@needs_zensical
@pytest.mark.parametrize(
    "text", ["[x](gone.md)", "[x](reference/a.md#gone)", "![x](gone.png)", "[x](../y.md)"]
)
def test_a_link_that_leads_nowhere_fails_the_build(top, tmp_path, text):
    (top / "docs" / "index.md").write_text(f"# Start\n\n{text}\n")
    prepare(tmp_path / "built", top)
    assert build(tmp_path / "built")
