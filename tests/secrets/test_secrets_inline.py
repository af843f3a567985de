"""Comments that let a secret stand, each tool's own, and the one that we tell people to write."""

import pytest
from detect_secrets.filters.allowlist import is_line_allowlisted
from detect_secrets.util.code_snippet import CodeSnippet
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.secrets.found import Found
from trailers.secrets.inline import allow_line, allowed_inline, inline_markers

PRAGMA = "pragma: allowlist secret"
NEXT = "pragma: allowlist nextline secret"


def at(line, column=1):
    return Found("US201", "d", line, column, "the secret", "a token")


# Text, the secret's line, and the marker that lets it stand.
ALLOWED = [
    ("x = 1  # pragma: allowlist secret\n", 1, PRAGMA),
    ("x = 1  # pragma:allowlist secret", 1, PRAGMA),
    ("x = 1  # pragma: allowlist-secret", 1, PRAGMA),
    ("x = 1  // pragma: whitelist secret, because", 1, PRAGMA),
    ("x = 1  /* pragma: whitelist-secret */", 1, PRAGMA),
    ("a\nb # pragma: no cover; pragma: allowlist secret\r\nc", 2, PRAGMA),
    ("# pragma: allowlist nextline secret\nx = 1", 2, NEXT),
    ("  // pragma: allowlist-nextline-secret\nx = 1", 2, NEXT),
    ("<!-- pragma: allowlist nextline secret -->\nx = 1", 2, NEXT),
    ("REM pragma: allowlist nextline secret\nset X=1", 2, NEXT),
    ('" pragma: allowlist nextline secret\nlet x = 1', 2, NEXT),
    ("x = 1 # gitleaks:allow", 1, "gitleaks:allow"),
    ("x = 1 # betterleaks:allow", 1, "betterleaks:allow"),
    ("x = 1 // trufflehog:ignore", 1, "trufflehog:ignore"),
    ("x = 1 // kingfisher:ignore", 1, "kingfisher:ignore"),
    ("x = 1 # ggignore", 1, "ggignore"),
    ("x = 1 // secretlint-disable-line", 1, "secretlint-disable-line"),
    ("// secretlint-disable-next-line\nx = 1", 2, "secretlint-disable-next-line"),
    ("// secretlint-disable-nextline\nx = 1", 2, "secretlint-disable-next-line"),
]
NOT_ALLOWED = [
    ("", 1),
    ("x = 1", 1),
    ("x = 1  # allowlist secret", 1),
    ("x = 1  # pragma: allowlist", 1),
    ("x = 1  # pragma: allowlist  secret", 1),
    ("x = 1  # pragma: no cover", 1),
    ("x = 1  # pragma: allowlist secret\ny = 2", 2),
    ("y = 2\nx = 1  # pragma: allowlist secret", 1),
    ("x = 1  # pragma: allowlist nextline secret", 1),
    # It would hide that the next line is let through.
    ("x = 1  # pragma: allowlist nextline secret\ny = 2", 2),
    ("pragma: allowlist nextline secret\ny = 2", 2),
    ("# pragma: allowlist nextline secret\n\ny = 2", 3),
    ("# gitleaks:allow\nx = 1", 2),
    ("x = 1 // secretlint-disable-next-line\ny = 2", 2),
    ("/* secretlint-disable */\nx = 1", 2),
    ("x = 1 # Gitleaks:Allow", 1),
    ("x = 1 # pragma: allowlist secret", 9),
]


@pytest.mark.parametrize(("text", "line", "marker"), ALLOWED)
def test_what_lets_a_secret_stand(text, line, marker):
    assert allowed_inline(text.encode(), at(line)) == marker


@pytest.mark.parametrize(("text", "line"), NOT_ALLOWED)
def test_what_does_not(text, line):
    assert allowed_inline(text.encode(), at(line)) == ""


def test_each_of_many_secrets_has_its_own_line():
    text = b"a # gitleaks:allow\nb\n# pragma: allowlist nextline secret\nc\nd\ne # ggignore"
    founds = [at(6), at(1, 5), at(1, 2), at(2), at(4), at(5)]
    markers = ["ggignore", "gitleaks:allow", "gitleaks:allow", "", NEXT, ""]
    assert inline_markers(text, founds) == markers
    assert [allowed_inline(text, found) for found in founds] == markers
    assert inline_markers(text, []) == []


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        ("a.py", "# pragma: allowlist secret"),
        ("a/b.ts", "// pragma: allowlist secret"),
        ("A.CSS", "/* pragma: allowlist secret */"),
        ("x.html", "<!-- pragma: allowlist secret -->"),
        ("q.sql", "-- pragma: allowlist secret"),
        ("q.vb", "' pragma: allowlist secret"),
        ("x/Makefile", "# pragma: allowlist secret"),
        ("Dockerfile", "# pragma: allowlist nextline secret"),
        ("Dockerfile.dev", "# pragma: allowlist nextline secret"),
        (".env", "# pragma: allowlist nextline secret"),
        ("deploy/.env.production", "# pragma: allowlist nextline secret"),
        ("prod.env", "# pragma: allowlist nextline secret"),
        ("setup.cfg", "# pragma: allowlist nextline secret"),
        (".npmrc", "# pragma: allowlist nextline secret"),
        ("a.json", ""),
        ("a.json5", "// pragma: allowlist secret"),
        ("key.pem", ""),
        ("data.csv", ""),
        ("LICENSE", ""),
        ("", ""),
    ],
)
def test_the_line_to_paste(path, comment):
    assert allow_line(path) == comment
    if comment:
        above = "nextline" in comment
        text = f"{comment}\nx = 1\n" if above else f"x = 1  {comment}\n"
        assert allowed_inline(text.encode(), at(2 if above else 1))


@pytest.mark.parametrize("path", ["a.py", "a.go", "a.css", "a.html", "a.sql", "a.vb", "Dockerfile", "x.yaml"])
def test_detect_secrets_reads_what_we_tell_to_paste(path):
    comment = allow_line(path)
    above = "nextline" in comment
    snippet = [comment, "x = 1"] if above else ["before", f"x = 1  {comment}"]
    code = CodeSnippet(snippet, 1, 1)
    assert is_line_allowlisted(path, snippet[1], code)


@given(st.text("# pragma:lowistncex-\n/*", max_size=60), st.integers(1, 6))
def test_any_text_has_an_answer(text, line):
    data = text.encode()
    assert allowed_inline(data, at(line)) == inline_markers(data, [at(1), at(line)])[1]


@pytest.mark.parametrize("text", [b"a # pragma: \n", b"a pragma: pragma:", b"# gitleaks:allow\n"])
def test_growth(text):
    def prepare(size):
        data = text * size
        lines = max(1, data.count(b"\n"))
        founds = [at(number % lines + 1, number) for number in range(size)]
        return lambda: inline_markers(data, founds)

    assert growth(prepare, 5_000) < LINEAR
