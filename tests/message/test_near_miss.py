"""Lines that look like trailers and are none: what is said of them, and what is not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.differential.messages import messages
from tests.growth import LINEAR, growth
from trailers.message.claim import claimants, read_claim, spellings
from trailers.message.near_miss import find_near_misses
from trailers.message.reading import read_trailers

KEYS = ("Assisted-by", "Generated-by", "AI-Context", "Approved-by", "AI-Assistance")
CUT = "# ------------------------ >8 ------------------------\n"


def summary(text):
    return [(miss.kind, miss.line, f"{miss.key}: {miss.value}") for miss in find_near_misses(text, KEYS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Assisted-by: X:y\n", [("title", 1, "Assisted-by: X:y")], id="title"),
        pytest.param("s\nAssisted-by: X:y\n", [("title", 2, "Assisted-by: X:y")], id="below the title"),
        pytest.param("s\n\nassisted-by: X:y\n\nmore\n", [("body", 3, "Assisted-by: X:y")], id="body"),
        pytest.param(
            "s\n\na\n  Assisted-by: X:y\n\nb\n", [("body", 4, "Assisted-by: X:y")], id="body, indented"
        ),
        pytest.param("s\n\nApproved by: J\n\nmore\n", [("body", 3, "Approved-by: J")], id="body, spaced"),
        pytest.param("s\n\n```\nAssisted-by: X:y\n```\n", [("fenced", 4, "Assisted-by: X:y")], id="fenced"),
        pytest.param(
            "s\n\n~~~~ text\n~~~\nAssisted-by: X:y\n~~~~\n\nb\n",
            [("fenced", 5, "Assisted-by: X:y")],
            id="fenced by tildes",
        ),
        pytest.param("s\n\n> > Assisted-by: X:y\n", [("quoted", 3, "Assisted-by: X:y")], id="quoted"),
        pytest.param("s\n\n    Assisted-by: X:y\n", [("quoted", 3, "Assisted-by: X:y")], id="by four blanks"),
        pytest.param("s\n\n\tAssisted-by: X:y\n", [("quoted", 3, "Assisted-by: X:y")], id="by a tab"),
        pytest.param(
            f"s\n\nb\n{CUT}Assisted-by: X:y\n", [("below-scissors", 5, "Assisted-by: X:y")], id="scissors"
        ),
        pytest.param("s\n\nb\n\n# Assisted-by: X:y\n", [("comment", 5, "Assisted-by: X:y")], id="comment"),
        pytest.param(
            "s\n\n#Assisted-by: X:y\nR: x\n", [("comment", 3, "Assisted-by: X:y")], id="in the block"
        ),
        pytest.param(
            "s\n\nAssisted-by: X:y\nCloses #1\n",
            [("spoilt", 3, "Assisted-by: X:y")],
            id="spoilt by Closes #1",
        ),
        pytest.param(
            "s\n\nBREAKING CHANGE: x\nAssisted-by: X:y\n",
            [("spoilt", 4, "Assisted-by: X:y")],
            id="by BREAKING",
        ),
        pytest.param("s\n\nAssisted-by: X:y\n---\n", [("spoilt", 3, "Assisted-by: X:y")], id="by a divider"),
        pytest.param("s\n\n Assisted-by: X:y\n", [("indented", 3, "Assisted-by: X:y")], id="indented"),
        pytest.param(
            "s\n\nRefs: x\n Assisted-by: X:y\n", [("indented", 4, "Assisted-by: X:y")], id="swallowed"
        ),
        pytest.param("s\n\n\u0410ssisted-by: X:y\n", [("look-alike", 3, "Assisted-by: X:y")], id="Cyrillic"),
        pytest.param(
            "s\n\nAssisted\u200b-by: X:y\n", [("look-alike", 3, "Assisted-by: X:y")], id="zero width"
        ),
        pytest.param("s\n\nAI\u2011Context: x\n", [("look-alike", 3, "AI-Context: x")], id="no-break hyphen"),
        pytest.param(
            "s\n\nAI-Context\uff1a x\n", [("look-alike", 3, "AI-Context: x")], id="full-width colon"
        ),
        pytest.param("s\n\n\u00a0AI-Context: x\n", [("look-alike", 3, "AI-Context: x")], id="no-break space"),
        pytest.param("s\n\nAssisted by: X:y\n", [("spaced", 3, "Assisted-by: X:y")], id="spaced"),
        pytest.param("s\n\nassisted_by: X:y\n", [("spaced", 3, "Assisted-by: X:y")], id="underscore"),
        pytest.param(
            "s\n\nAssistedBy: X:y\n", [("spaced", 3, "Assisted-by: X:y")], id="one word, which git reads"
        ),
        pytest.param("s\n\nAssisted-by = X:y\n", [("separator", 3, "Assisted-by: X:y")], id="equals sign"),
        pytest.param("s\n\nAssisted-by X:y\n", [("separator", 3, "Assisted-by: X:y")], id="no colon"),
        pytest.param(
            "s\n\nSigned-off-by: x\nAssisted-by X:y\n",
            [("separator", 4, "Assisted-by: X:y")],
            id="among trailers",
        ),
        pytest.param(
            "s\n\nb\n---\n\nAssisted-by: X:y\n", [("divider", 6, "Assisted-by: X:y")], id="below a divider"
        ),
        pytest.param("s\r\rAssisted-by: X:y\r", [("carriage-return", 1, "Assisted-by: X:y")], id="CR alone"),
        pytest.param(
            "s\n\nAssisted-by: X\n  y\n\tz\n\nmore\n", [("body", 3, "Assisted-by: X y z")], id="folded value"
        ),
        pytest.param("s\n\nAssisted-by:\n\nmore\n", [("body", 3, "Assisted-by: ")], id="no value"),
        pytest.param(
            "s\r\n\r\nAssisted-by: X:y\r\nCloses #1\r\n", [("spoilt", 3, "Assisted-by: X:y")], id="CRLF"
        ),
        pytest.param(
            "s\n\nAssisted-by: X:y\n\n\nAssisted-by: X:z\n",
            [("body", 3, "Assisted-by: X:y")],
            id="another is read",
        ),
        pytest.param(
            "s\n\nApproved-by: J\n```\nAssisted-by: X:y\n",
            [("spoilt", 3, "Approved-by: J"), ("spoilt", 5, "Assisted-by: X:y")],
            id="a fence that nothing closes",
        ),
    ],
)
def test_found(text, expected):
    assert summary(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("s\n\nbody\n\nSigned-off-by: x\n", id="nothing of the kind"),
        pytest.param("s\n\nAssisted-by: X:y\nAI-Context : z\n", id="trailers"),
        pytest.param("s\n\nSigned-off-by: x\nprose\nASSISTED-BY: X:y\n", id="trailer by the quarter"),
        pytest.param("s\n\nAssisted-by: X:y\n\nAssisted-by: X:y\n", id="said again"),
        pytest.param("s\n\nThis was\nassisted by: nobody.\n\nmore\n", id="prose with a colon"),
        pytest.param("s\n\nThe change is\nApproved-by trailers everywhere.\n", id="prose about it"),
        pytest.param("s\n\nAssisted-by trailers are read.\n\nmore\n", id="prose at the start of a line"),
        pytest.param("s\n\nsee Assisted-by: X:y\n", id="within a line"),
        pytest.param("s\n\napproved_by = Field()\n", id="code"),
        pytest.param("s\n\nAssisted-by-tool: x\n", id="longer key"),
        pytest.param("s\n\nAssisted: x\nBy: y\n", id="shorter key"),
        pytest.param("s\n\nApproved\nby: x\n", id="over two lines"),
        pytest.param("s\n\0\nAssisted-by: X:y\nfoo", id="below a NUL"),
        pytest.param("s\n\n-----\nAssisted-by: X:y\n" + "-" * 5 + "\n\nAssisted-by: X:y\n", id="no divider"),
    ],
)
def test_not_found(text):
    assert summary(text) == []


def test_no_keys():
    assert find_near_misses("Assisted-by: X:y\n", ()) == ()


@pytest.mark.parametrize(
    ("text", "why", "remedy"),
    [
        pytest.param(
            "s\n\nb\n\nAssisted-by: X:y\nApproved-by: J\nRefs: x\n y\nCloses #12\nFixes: 1\n",
            "line 5 would be a trailer if line 9 (`Closes #12`) stood in a paragraph of its own above",
            "move line 9 to a paragraph above the trailers",
            id="spoilt",
        ),
        pytest.param(
            "s\n\nAssisted-by: X:y\nCloses #1\nCloses #2\nCloses #3\n",
            "line 3 would be a trailer if line 4 (`Closes #1`) and 2 other lines stood in a paragraph of"
            " their own above",
            "move line 4 and 2 other lines to a paragraph above the trailers",
            id="spoilt by several",
        ),
        pytest.param(
            "s\n\nb\nc\nAssisted-by: X:y\n",
            "line 5 would be a trailer if an empty line parted it from line 4 (`c`)",
            "put an empty line below line 4",
            id="prose right above",
        ),
        pytest.param(
            "s\n\nAssisted-by: X:y\nApproved\u200b-by: J\n",
            "line 3 would be a trailer if line 4 (`Approved<U+200B>-by: J`) were one too",
            "mend line 4, or move it to a paragraph above",
            id="spoilt by another",
        ),
        pytest.param(
            "Assisted-by: X:y\n",
            "line 1 is the title, where git looks for no trailers",
            "write a title above it, and an empty line between the two",
            id="title",
        ),
        pytest.param(
            "s\nAssisted-by: X:y\n",
            "line 2 would be a trailer if an empty line stood above it",
            "put an empty line above line 2",
            id="below the title",
        ),
        pytest.param(
            "s\n\nAssisted-By\u2011Me: x\nAssisted by: X:y\n\nb\n",
            "line 4 would be a trailer if it stood in the last paragraph"
            " and its key were written `Assisted-by:`",
            "move it to the last paragraph, which holds trailers only",
            id="body, spaced",
        ),
        pytest.param(
            f"s\n\n{CUT}Assisted-by: X:y\n",
            "line 4 would be a trailer if it stood above line 3, the scissors, below which git reads nothing",
            "move it to the end of what stands above line 3",
            id="scissors",
        ),
        pytest.param(
            "s\n\nRefs: x\n Assisted-by: X:y\n",
            "line 4 would be a trailer if it did not begin with a blank",
            "take away the blanks before `Assisted-by`",
            id="indented",
        ),
        pytest.param(
            "s\n\n\u0410ssisted-by: X:y\n",
            "line 3 would be a trailer if its key `\u0410ssisted-by` and its colon were typed in ASCII",
            "type `Assisted-by:` anew",
            id="look-alike",
        ),
        pytest.param(
            "s\n\nAssistedBy: X:y\n",
            "line 3 would be a trailer if its key `AssistedBy` were written `Assisted-by`",
            "write `Assisted-by:`",
            id="spaced",
        ),
        pytest.param(
            "s\n\nAssisted-by X:y\n",
            "line 3 would be a trailer if a colon stood right behind its key",
            "write `Assisted-by: X:y`",
            id="no colon",
        ),
        pytest.param(
            "s\n---\n\nAssisted-by: X:y\n",
            "line 4 stands below line 2 (`---`), from which on `git am` drops the message",
            "take line 2 out, or move it below the trailers",
            id="divider",
        ),
    ],
)
def test_words(text, why, remedy):
    first = find_near_misses(text, KEYS)[0]
    assert (first.why, first.remedy) == (why, remedy)


@given(st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_any_text_and_keys(text, keys):
    find_near_misses(text, keys)


@given(
    st.text(st.sampled_from("#> \t\r-_\u00a0"), max_size=4),
    st.sampled_from(["Assisted-by", "AI Context", "\u0410pproved_\u200bBy"]),
    st.text(st.sampled_from(":= \uff1a\tx\r"), max_size=4),
)
def test_each_claim_is_among_the_claimants(before, key, after):
    line = before + key + after
    if read_claim(line, spellings(KEYS)) is not None:
        assert claimants("s\n\n" + line + "\nb\n", spellings(KEYS)) == [3]


def test_what_git_reads_is_no_near_miss():
    keys = ("Assisted-by", "Signed-off-by", "Co-authored-by", "Refs")
    folded = [key.casefold() for key in keys]
    for message in messages(21, 2_000):
        text = message.decode("utf-8", "surrogateescape")
        read = {trailer.line for trailer in read_trailers(text) if trailer.key.casefold() in folded}
        missed = {
            miss.line
            for miss in find_near_misses(text, keys)
            if miss.kind not in ("divider", "carriage-return")
        }
        assert not read & missed


@pytest.mark.parametrize(
    "piece",
    [
        "Assisted by: x\n",
        "Assisted-by: x\nprose\n",
        "Assisted-by: x\r",
        "```\nAssisted-by: x\n",
        "\u0410ssisted-by: x\u0301\u0323\n",
        "Refs: x\n Assisted-by: y\n",
        "a\u0301\u0323",
        "`",
        "\n",
        " ",
        "> ",
        "#",
    ],
)
def test_linear(piece):
    def prepare(size):
        text = "s\n\n" + piece * (size // len(piece)) + "\n\nAssisted-by: x\nb"
        return lambda: find_near_misses(text, KEYS)

    assert growth(prepare) < LINEAR
