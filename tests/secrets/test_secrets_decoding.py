"""Base64: what is text is decoded, from wherever it stands, and found where it is encoded."""

import base64

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.secrets.decoding import decoded, decoded_findings
from trailers.secrets.found import Found

TEXT = b"password = hunter2, and more of it"
LONG = b"\n".join(b"line %d of a longer text: caf\xc3\xa9" % number for number in range(9)) + b"\n"
WRAPPED = base64.encodebytes(LONG)


def b64(data):
    return base64.b64encode(data)


# A text, and what is encoded in it.
FOUND = [
    (b"key: " + b64(TEXT), [TEXT]),
    (b"key: " + b64(TEXT).rstrip(b"=") + b"\n", [TEXT]),
    (
        b'{"a":"' + b64(TEXT) + b'","b":"' + b64(b"another text, encoded") + b'"}',
        [TEXT, b"another text, encoded"],
    ),
    (base64.urlsafe_b64encode("¿¿¿ÿÿÿ a text >>>???".encode()), ["¿¿¿ÿÿÿ a text >>>???".encode()]),
    (b64(b"???>>> a text >>>???"), [b"???>>> a text >>>???"]),
    (WRAPPED, [LONG]),
    (b"data:\n  key: |\n" + b"".join(b"    " + line for line in WRAPPED.splitlines(keepends=True)), [LONG]),
    (WRAPPED.replace(b"\n", b"\r\n"), [LONG]),
    (b'"' + WRAPPED.strip() + b'"', [LONG]),
    (b64("a text of PowerShell's".encode("utf-16-le")), [b"a text of PowerShell's"]),
    (b"powershell -EncodedCommand " + b64("Write-Host hello".encode("utf-16-le")), [b"Write-Host hello"]),
]
NOT_FOUND = [
    b"",
    b"a text",
    b64(b"too short"),
    b64(bytes(range(40))),
    b64(b"\x89PNG\r\n\x1a\n" + bytes(40)),
    b64(b"a text with \x07 a bell in it"),
    b64(b"not UTF-8: \xff\xfe\xfd, is it"),
    b"0123456789abcdef" * 4,
    b"/usr/lib/python3/dist-packages/something",
    b"sha512-" + b"A9" * 43 + b"==",
    b"aVeryLongIdentifierInJavaSource",
    b"A" * 1000,
    # No length that base64 has.
    b64(TEXT).rstrip(b"=")[:-3] + b"A" * 2,
    # Of two alphabets.
    b64(b"???>>> a text >>>???").replace(b"/", b"_", 1),
]


@pytest.mark.parametrize(("data", "expected"), FOUND)
def test_what_is_encoded(data, expected):
    pieces = list(decoded(data))
    assert [piece.data for piece in pieces] == expected
    for piece in pieces:
        assert base64.b64decode(
            data[piece.start : piece.end].translate(bytes.maketrans(b"-_", b"+/")) + b"==", validate=False
        ).replace(b"\0", b"")


@pytest.mark.parametrize("data", NOT_FOUND)
def test_what_is_not(data):
    assert list(decoded(data)) == []


def test_a_line_of_something_else_is_not_the_end():
    data = WRAPPED.splitlines()[0] + b"\npassword = x\n"
    assert [piece.data for piece in decoded(data)] == [LONG[:57]]


def scan(path, data):
    """A scanner for `hunter2`."""
    founds = []
    for number, line in enumerate(data.split(b"\n"), 1):
        at = line.find(b"hunter2")
        if at >= 0:
            founds.append(Found("US201", path, number, at + 1, "hunter2", "a password"))
    return founds


def test_findings_stand_where_the_encoded_text_begins():
    long = b64(LONG + TEXT + b"\n" + TEXT)
    data = (
        b"\n\xc3\xa9 x=" + b64(b"nothing of interest") + b"; y=" + b64(TEXT) + b"\n" + long + b"\nhunter2\n"
    )
    column = 1 + len("é x=" + b64(b"nothing of interest").decode() + "; y=")
    founds = decoded_findings("f", data, scan)
    assert [(one.detector, one.line, one.column) for one in founds] == [
        ("f", 2, column),
        ("f", 3, 1),
        ("f", 3, 1),
    ]
    assert decoded_findings("f", b"hunter2", scan) == []
    assert decoded_findings("f", b64(b"nothing of interest"), scan) == []


def test_the_scanner_is_asked_once():
    asked = []
    decoded_findings("f", (b64(TEXT) + b"\n") * 9, lambda path, data: asked.append(data) or [])
    assert len(asked) == 1


@settings(deadline=None, max_examples=200)
@given(
    st.text(min_size=20, max_size=200), st.sampled_from([b64, base64.urlsafe_b64encode, base64.encodebytes])
)
@example("a" * 200, base64.encodebytes)
def test_any_text_is_found_in_itself(text, encode):
    data = text.encode()
    if any(code < 32 or code == 127 for code in data):
        return
    assert [piece.data for piece in decoded(b"x: '" + encode(data).strip() + b"'\n")] == [
        data.removeprefix(b"\xef\xbb\xbf")
    ]


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=80), st.text("abcXYZ019+/-_= \n\r", max_size=200).map(str.encode))
def test_any_bytes_are_read(data, text):
    for one in (data, text, text + b64(data), b64(data) + b"\n" + text):
        for piece in decoded(one):
            assert 0 <= piece.start < piece.end <= len(one)
            assert piece.data


@pytest.mark.parametrize(
    "text",
    [b64(TEXT) + b"\n", b"A", WRAPPED, b"A" * 64 + b"\n", b64(TEXT) + b" ", b"hunter2 " + b64(TEXT) + b" "],
)
def test_growth(text):
    def prepare(size):
        data = text * (size // len(text) + 1)
        return lambda: decoded_findings("f", data, scan)

    assert growth(prepare) < LINEAR
