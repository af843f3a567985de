"""The page of coverage: complete in itself, safe with hostile names, of bounded size, the same each time."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from base64 import b64encode
from html.parser import HTMLParser

import jsonschema
import pytest

from trailers.output import coverage_json, coverage_text
from trailers.output.percent import percent
from trailers.output.style import Style
from trailers.output.treemap import DIRECTORIES, LARGEST, render_page
from trailers.ownership.codeowners import CodeOwners, Entry
from trailers.ownership.coverage import measure
from trailers.ownership.decision import Decision
from trailers.ownership.owner import Owner
from trailers.ownership.shape import Shape

HOSTILE = [
    "</td></tr></table><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a&amp;b'`${alert(1)}",
    "new\nline\x1b[31m",
    "\udcff\udc80",
    "\u202egnp.exe",
    "__proto__",
    "<!--",
    "x" * 255,
    "a (3 directories)",
]


def covered(paths, owners=(("@jane",),), every=2):
    """Coverage of these paths; all but each `every`-th are owned in turn by one of the entries."""
    paths = sorted(paths, key=os.fsencode)
    entries = tuple(
        Entry(line, "*", tuple(Owner(text, "user") for text in texts), Shape("", (), "inside"))
        for line, texts in enumerate(owners, 1)
    )
    deciding = [(index % len(entries),) if index % every else () for index in range(len(paths))]
    file = CodeOwners(".github/CODEOWNERS", "github", (), entries)
    return measure(file, Decision(paths, deciding, [0] * len(entries)))


HOSTILE_COVERAGE = covered(
    [f"{outer}/{inner}/f{n}" for outer in HOSTILE for inner in HOSTILE[:5] for n in range(3)] + ["top"],
    [["@</script><b>x"], ["@" + "o" * 100_000]],
)


class Page(HTMLParser):
    """What a page holds: its elements with attributes, and the cells of its tables."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.rows, self.texts, self.open = [], [], {}, []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        while self.open.pop() != tag:
            pass  # of elements that need no end tag

    def handle_data(self, data):
        tag = self.open[-1] if self.open else ""
        if tag in ("td", "th"):
            self.rows[-1][-1] += data
        self.texts[tag] = self.texts.get(tag, "") + data


@pytest.fixture(scope="module")
def hostile():
    return render_page(HOSTILE_COVERAGE, "<script>alert(1)</script> & more")


def test_names_are_text_and_never_markup(hostile):
    page = Page(hostile)
    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == tags.count("style") == 1
    assert "img" not in tags
    assert "b" not in tags
    assert page.texts["h1"] == page.texts["title"] == "<script>alert(1)</script> & more"
    shown = {row[0] for row in page.rows}
    assert {"a&amp;b'`${alert(1)}/", "\\xff\\x80/", "\\u202egnp.exe/", "new\\nline\\x1b[31m/"} < shown
    assert hostile.encode().isascii() or hostile.replace("…", "").isascii()


def test_nothing_is_asked_of_a_network_and_nothing_runs_but_the_script(hostile):
    page = Page(hostile)
    for _, attributes in page.elements:
        assert not {"src", "href", "style", "action", "data"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    (policy,) = [attrs["content"] for _, attrs in page.elements if "http-equiv" in attrs]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        digest = b64encode(hashlib.sha256(page.texts[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"https?:|url\(|@import|innerHTML|eval\(", hostile.split("<tbody>")[0])
    assert not re.search(r"https?:|innerHTML|insertAdjacent|eval\(|document\.write", page.texts["script"])


def test_the_same_figures_give_the_same_bytes(hostile):
    assert render_page(HOSTILE_COVERAGE, "<script>alert(1)</script> & more") == hostile


def directories(page):
    """The rows of directories: the attributes of the row, and its cells."""
    parsed = Page(page)
    attributes = [attrs for tag, attrs in parsed.elements if tag == "tr"]
    rows = list(zip(attributes, parsed.rows, strict=True))
    (head,) = (place for place, (_, cells) in enumerate(rows) if cells[0] == "Directory")
    return rows[head + 1 :]


def number(text):
    return int(text.replace(",", ""))


@pytest.mark.parametrize(
    "coverage",
    [
        pytest.param(covered(["a/x", "a/y", "a/b/z", "c/d/e/f", "top"]), id="small"),
        pytest.param(covered([f"d{n}/e/f{m}" for n in range(9_000) for m in range(n % 3 + 1)]), id="many"),
        pytest.param(HOSTILE_COVERAGE, id="hostile"),
        pytest.param(covered([]), id="no files"),
    ],
)
def test_the_rows_make_a_tree_that_holds_every_file(coverage):
    rows = directories(render_page(coverage, "A title"))
    assert len(rows) < 3 * DIRECTORIES
    files = [number(cells[1]) for _, cells in rows]
    inside = [0] * len(rows)
    assert "data-up" not in rows[0][0]
    for place, (attributes, cells) in enumerate(rows):
        owned, cleared, unowned = map(number, cells[3:6])
        assert owned + cleared + unowned == files[place]
        assert cells[2] == percent(owned, files[place])
        if place:
            assert int(attributes["data-up"]) < place
            inside[int(attributes["data-up"])] += files[place]
    assert files[0] == coverage.total.files
    assert all(below in (0, own) for below, own in zip(inside, files, strict=True))


def test_many_directories_are_folded_into_one():
    rows = directories(render_page(covered([f"d{n}/f" for n in range(DIRECTORIES + 99)]), "A title"))
    assert rows[1][0] == {"class": "rest", "data-up": "0"}
    assert rows[1][1][:2] == ["/ (100 directories)", "100"]
    assert len(rows) == DIRECTORIES + 1


def test_a_page_never_grows_beyond_its_limit():
    long = "&" * 250
    coverage = covered([f"{long}{n}/{long}/{long}/f" for n in range(9_000)], [["@" + "'" * 5_000 + "x"]])
    page = render_page(coverage, "A title")
    assert LARGEST / 4 < len(page.encode()) <= LARGEST


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """WCAG 2.2's contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_is_legible_on_every_colour(theme, hostile):
    block = hostile.split(":root {")[theme + 1].split("}")[0]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    shades = ["all", "most", "half", "few", "none", "cleared"]
    pairs = [(colours[shade], colours[f"{shade}-ink"]) for shade in shades]
    pairs += [(colours["paper"], colours[ink]) for ink in ("ink", "faint", "focus")]
    assert len(pairs) == 9
    assert min(contrast(*pair) for pair in pairs) >= 4.5


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 0, "-"),
        (0, 5, "0 %"),
        (5, 5, "100 %"),
        (1, 3, "33.3 %"),
        (2, 3, "66.7 %"),
        (1, 1_000_000, "<0.1 %"),
        (999_999, 1_000_000, ">99.9 %"),
        (1, 2_000, "0.1 %"),
        (1_999, 2_000, ">99.9 %"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_nothing(part, whole, expected):
    assert percent(part, whole) == expected


TEXT = """\
.github/CODEOWNERS (github): 9 files
          4   44.4 %  owned
          2   22.2 %  left without owners by an entry that names none
          3   33.3 %  unowned

      files    share      alone  owner
          4   44.4 %          2  @jane
          2   22.2 %          0  @\\x1b[31mjoe

    unowned    share      files  directory
          3   33.3 %          9  /
          1   50.0 %          2    a/
          2    100 %          2    src/main/\\xff/
"""


def test_text_tells_the_totals_the_owners_and_where_the_unowned_files_are():
    decided = {
        "a/x": (0,),
        "a/y": (),
        "src/main/java/p": (0,),
        "src/main/java/q": (1,),
        "src/main/java/r": (1,),
        "src/main/z": (2,),
        "src/main/\udcff/s": (),
        "src/main/\udcff/t": (),
        "top": (2,),
    }
    texts = [["@jane"], ["@jane", "@\x1b[31mjoe"], []]
    entries = tuple(
        Entry(1, "*", tuple(Owner(text, "user") for text in each), Shape("", (), "inside")) for each in texts
    )
    paths = sorted(decided, key=os.fsencode)
    file = CodeOwners(".github/CODEOWNERS", "github", (), entries)
    coverage = measure(file, Decision(paths, [decided[path] for path in paths], [3, 2, 2]))
    assert coverage_text.render(coverage, Style()) == TEXT
    assert "\033[31m" in coverage_text.render(coverage, Style(colours=True))


@pytest.mark.parametrize("coverage", [HOSTILE_COVERAGE, covered([]), covered(["a"])])
def test_json_is_what_its_schema_says(coverage):
    text = coverage_json.render(coverage, Style())
    document = json.loads(text)
    schema = json.loads(coverage_json.coverage_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(document)
    assert text.isascii()
    assert len(document["directories"]) == len(coverage.directories)
    assert coverage_json.render(coverage, Style()) == text


CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium to look with")
def test_a_browser_draws_it(hostile, tmp_path):
    (tmp_path / "page.html").write_bytes(hostile.encode())
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,900"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", (tmp_path / "page.html").as_uri()]
    drawn = Page(subprocess.run(command, check=True, capture_output=True, timeout=120).stdout.decode())
    labels = [
        attrs["aria-label"] for tag, attrs in drawn.elements if tag == "button" and "aria-label" in attrs
    ]
    assert len(labels) > 50
    assert any(label.startswith(f"{HOSTILE[0]}/. 15 files") for label in labels)
    assert "img" not in [tag for tag, _ in drawn.elements]
    assert [attrs for tag, attrs in drawn.elements if tag == "details" and "open" in attrs] == []
