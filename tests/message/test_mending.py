"""Mending near misses: what moves where, what is left alone, and what git reads afterwards."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.differential.messages import messages
from tests.differential.oracle import git_trailers
from tests.growth import LINEAR, growth
from trailers.message.cleanup import Cleanup, clean
from trailers.message.mending import mend
from trailers.message.near_miss import find_near_misses
from trailers.message.reading import read_trailers
from trailers.message.writing import remove_trailers

KEYS = (
    "Assisted-by",
    "AI-Context",
    "Approved-by",
    "AI-Assistance",
    "Co-authored-by",
    "Refs",
    "Signed-off-by",
)
ASSISTED = "Assisted-by: X:y\n"
CUT = "# ------------------------ >8 ------------------------\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("s\n" + ASSISTED, "s\n\n" + ASSISTED, id="below the title"),
        pytest.param("s\n" + ASSISTED + "\nb\n", "s\n\nb\n\n" + ASSISTED, id="below the title, with a body"),
        pytest.param("s\n\n" + ASSISTED + "\nb\n", "s\n\nb\n\n" + ASSISTED, id="paragraph of its own"),
        pytest.param(
            "s\n\na\n" + ASSISTED + "b\n\nc\n", "s\n\na\nb\n\nc\n\n" + ASSISTED, id="within a paragraph"
        ),
        pytest.param("s\n\nb\n" + ASSISTED, "s\n\nb\n\n" + ASSISTED, id="no empty line above"),
        pytest.param(
            "s\n\n" + ASSISTED + "\nb\n\nFixes: 1\n", "s\n\nb\n\nFixes: 1\n" + ASSISTED, id="to git's block"
        ),
        pytest.param("s\n\n" + ASSISTED + "Closes #12\n", "s\n\nCloses #12\n\n" + ASSISTED, id="spoilt"),
        pytest.param(
            "s\n\nFixes: 1\nCloses #12\nnote: this\nAssisted-by: X\n  y\nReviewed-by: J\n K\n",
            "s\n\nCloses #12\nnote: this\n\nFixes: 1\nAssisted-by: X y\nReviewed-by: J\n K\n",
            id="spoilt, among other trailers",
        ),
        pytest.param("s\n\n  Assisted-by: X:y\n", "s\n\n" + ASSISTED, id="indented"),
        pytest.param("s\n\nFixes: x\n Assisted-by: X:y\n", "s\n\nFixes: x\n" + ASSISTED, id="swallowed"),
        pytest.param(
            "s\n\nnote: x\n\n\u0410ssisted-by: X:y\n", "s\n\nnote: x\n\n" + ASSISTED, id="look-alike"
        ),
        pytest.param(
            "s\n\nSigned-off-by: x\nprose\nAssisted by: X:y\n",
            "s\n\nSigned-off-by: x\nprose\n" + ASSISTED,
            id="in a block by the quarter",
        ),
        pytest.param(
            "s\n\nSigned-off-by: x\na\nb\nc\nd\nAssistedBy: X:y\n",
            "s\n\na\nb\nc\nd\n\nSigned-off-by: x\n" + ASSISTED,
            id="that the quarter held up",
        ),
        pytest.param("s\n\nAssistedBy: X:y\n", "s\n\n" + ASSISTED, id="one word"),
        pytest.param("s\n\nAssisted-by=X:y\n", "s\n\n" + ASSISTED, id="equals sign"),
        pytest.param("s\n\nAssisted-by X:y\n", "s\n\n" + ASSISTED, id="no colon"),
        pytest.param(
            "s\n\nAssisted-by\uff1aX:y\nAI_Context: issue:1\n\nb\n# c\n",
            "s\n\nb\n\n" + ASSISTED + "AI-Context: issue:1\n# c\n",
            id="two, above a comment",
        ),
        pytest.param(
            "s\n\n" + ASSISTED + "\nb\n" + CUT + "x\n",
            "s\n\nb\n\n" + ASSISTED + CUT + "x\n",
            id="above the scissors",
        ),
        pytest.param("s\n\n" + ASSISTED * 2 + "b\n", "s\n\nb\n\n" + ASSISTED, id="twice the same"),
        pytest.param(
            "s\r\n\r\nAssisted-by: X:y\r\nCloses #1\r\nFixes: 1\r\n",
            "s\r\n\r\nCloses #1\r\n\r\nAssisted-by: X:y\r\nFixes: 1\r\n",
            id="CRLF",
        ),
    ],
)
def test_mend(text, expected):
    mended = mend(text, KEYS)
    assert mended.text == expected
    assert len(mended.done) == len(find_near_misses(text, KEYS))
    assert mend(expected, KEYS) == (expected, ())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("s\n\nbody", id="nothing of the kind"),
        pytest.param("s\n\n" + ASSISTED, id="trailer"),
        pytest.param(ASSISTED, id="title"),
        pytest.param("s\n\n```\n" + ASSISTED + "```\n", id="fenced"),
        pytest.param("s\n\n> " + ASSISTED, id="quoted"),
        pytest.param("s\n\n    " + ASSISTED, id="indented as code"),
        pytest.param("s\n\n# Approved-by: Jane <j@example.com>\n", id="comment, which is somebody's to take"),
        pytest.param("s\n\n" + CUT + ASSISTED, id="below the scissors"),
        pytest.param("s\n---\n\n" + ASSISTED, id="below a divider"),
        pytest.param("s\r\rAssisted-by: X:y\r", id="carriage returns"),
        pytest.param("s\n\nAssisted-by:\n\nb\n", id="no value"),
        pytest.param("s\n\n" + ASSISTED + "\tAssisted-by: Z\n\nb\n", id="in front of a quoted one"),
        pytest.param("s\n\n" + ASSISTED + "b\n\0", id="NUL"),
    ],
)
def test_left_alone(text):
    assert mend(text, KEYS) == (text, ())


def test_says_what_was_done():
    done = mend("s\nAssisted by: X:y\n\nAI-Context: issue:1\nCloses #1\n", KEYS).done
    assert done == (
        "line 2 (title) is now `Assisted-by: X:y` in the last paragraph",
        "line 4 (spoilt) is now `AI-Context: issue:1` in the last paragraph",
    )


LINES = (
    *(
        "subject",
        "",
        "",
        "",
        "body text",
        "note: this",
        "Closes #12",
        "Fixes: 1",
        "# note",
        "```",
        "---",
        CUT[:-1],
    ),
    *(
        "Assisted-by: X:y",
        "  Assisted-by: X:y",
        "Assisted by: X:y",
        "\u0410ssisted-by: X:z",
        "> Assisted-by: Q",
    ),
    *("AI-Context: issue:1", "AI-Context=x", "Approved-by:", "Approved-by J", " continued", "Refs: x"),
    *("Signed-off-by: J <j@example.com>", "(cherry picked from commit x)"),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(LINES), max_size=14).map("\n".join))
def test_mending_any_message(text):
    text = clean(text, Cleanup("whitespace", "#"))
    check_mended(text)
    assert keys_read(text) <= keys_read(mend(text, KEYS).text)


def keys_read(text):
    return {trailer.key for trailer in read_trailers(text)}


def check_mended(text):
    """The promises of `mend`, without git."""
    mended = mend(text, KEYS)
    assert mend(mended.text, KEYS) == (mended.text, ())
    assert (mended.text == text) == (not mended.done)
    before, after = solid_lines(text), solid_lines(mended.text)
    moved = {str(trailer) for trailer in read_trailers(mended.text)}
    assert set(after - before) <= moved
    swallowed = [line for line in before - after if not _is_a_claim(line)]
    assert all(line[0] in " \t\r" for line in swallowed), "only what continues a mended line goes with it"


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("Assisted by: x\n", id="spaced"),
        pytest.param("Signed-off-by: x\nprose\nAssistedBy: x\n", id="mixed"),
        pytest.param("Fixes: x\n Assisted-by: y\n", id="swallowed"),
        pytest.param("Assisted-by: y\n z\n\n", id="paragraphs"),
        pytest.param("> Assisted-by: y\n", id="quoted"),
    ],
)
def test_linear(piece):
    def prepare(size):
        text = "s\n\n" + piece * (size // len(piece)) + "b\n"
        return lambda: remove_trailers(mend(text, KEYS).text, lambda trailer: trailer.key == "Fixes")

    assert growth(prepare) < LINEAR


def _is_a_claim(line):
    return bool(find_near_misses("s\n\n" + line.lstrip(), KEYS) or read_trailers("s\n\n" + line.lstrip()))


def solid_lines(text):
    return Counter(line for line in text.split("\n") if line.strip(" \t\r"))


def test_git_reads_what_is_mended(tmp_path):
    sample = [message.decode("utf-8", "surrogateescape") for message in messages(34, 3_000)]
    texts = [clean(text, Cleanup("whitespace", "#")) for text in sample if "\0" not in text]
    rows = [(text, mend(text, KEYS)) for text in texts]
    rows = [(text, mended) for text, mended in rows if mended.done]
    assert len(rows) > 1_000
    answers = git_trailers(
        [mended.text.encode("utf-8", "surrogateescape") for _, mended in rows], tmp_path / "repository"
    )
    for (text, mended), answer in zip(rows, answers, strict=True):
        check_mended(text)
        read = answer.decode("utf-8", "surrogateescape").split("\n")
        assert [str(trailer) for trailer in read_trailers(mended.text)] == read[:-1]
