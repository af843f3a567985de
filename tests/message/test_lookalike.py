import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.message.lookalike import folded


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("\u0410ssisted-by", id="Cyrillic capital"),
        pytest.param("\u0391ssisted-by", id="Greek capital"),
        pytest.param("A\u0455\u0455\u0456\u0455\u0442\u0435d-by", id="Cyrillic letters"),
        pytest.param("\uff21\uff53\uff53\uff49\uff53\uff54\uff45\uff44\uff0d\uff42\uff59", id="full width"),
        pytest.param("\U0001d400ssisted-by", id="mathematical"),
        pytest.param("Ass\u200bisted\u2060-by\ufeff", id="zero width"),
        pytest.param("As\u00adsisted-by", id="soft hyphen"),
        pytest.param("Assisted\udcff-by", id="byte that is not UTF-8"),
        *(
            pytest.param(f"Assisted{dash}by", id=f"U+{ord(dash):04X}")
            for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
        ),
    ],
)
def test_folds_to_what_it_looks_like(written):
    assert folded(written) == "Assisted-by"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("Assisted-by\uff1a x", "Assisted-by: x", id="full-width colon"),
        pytest.param("Assisted-by\ufe55 x", "Assisted-by: x", id="small colon"),
        pytest.param("Assisted-by\ua789 x", "Assisted-by: x", id="letter colon"),
        pytest.param("Assisted\u00a0by\u3000x", "Assisted by x", id="blanks"),
    ],
)
def test_folds_separators(written, expected):
    assert folded(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Assisted-by: Claude-Code:x\n\t\r\n", id="ASCII"),
        pytest.param("gr\u00fc\u00dfe \u00e9t\u00e9 \u65e5\u672c \u00bd", id="letters of their own"),
    ],
)
def test_leaves(text):
    assert folded(text) == text


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_keeps_the_lines(text):
    assert folded(text).count("\n") == text.count("\n")
