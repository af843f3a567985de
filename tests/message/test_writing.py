"""Adding and removing trailers: tables by hand, and random messages with git as the judge of the result."""

from random import Random

import pytest

from tests.differential.messages import messages
from tests.differential.oracle import git_trailers
from trailers.errors import MessageError
from trailers.message.cleanup import Cleanup, clean
from trailers.message.reading import read_trailers
from trailers.message.trailer import Trailer
from trailers.message.view import view_of
from trailers.message.writing import add_trailers, identity, remove_trailers

A = Trailer("Assisted-by", "X:y")
B = Trailer("AI-Context", "issue:12")
CUT = " ------------------------ >8 ------------------------\n"
STRIP = Cleanup("strip", "#")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("s\n", "s\n\nAssisted-by: X:y\n", id="title"),
        pytest.param("s", "s\n\nAssisted-by: X:y\n", id="title without line end"),
        pytest.param("#12 s\n", "#12 s\n\nAssisted-by: X:y\n", id="title like a comment"),
        pytest.param("s\n\nbody", "s\n\nbody\n\nAssisted-by: X:y\n", id="body without line end"),
        pytest.param("place of\ncode: x\n", "place of\ncode: x\n\nAssisted-by: X:y\n", id="multiline title"),
        pytest.param("feat: x\n", "feat: x\n\nAssisted-by: X:y\n", id="title like a trailer"),
        pytest.param("\n\nfeat: x\n", "\n\nfeat: x\n\nAssisted-by: X:y\n", id="the same below blank lines"),
        pytest.param("s\n\nR: x\n", "s\n\nR: x\nAssisted-by: X:y\n", id="block"),
        pytest.param("s\n\nR: x", "s\n\nR: x\nAssisted-by: X:y\n", id="block without line end"),
        pytest.param("s\n\nR: x\n y\n", "s\n\nR: x\n y\nAssisted-by: X:y\n", id="folded value"),
        pytest.param("s\n\nR: x\n\n\n", "s\n\nR: x\nAssisted-by: X:y\n\n\n", id="blank lines below"),
        pytest.param(
            "s\n\nSigned-off-by: x\na\nb\nc\n",
            "s\n\nSigned-off-by: x\na\nb\nc\nAssisted-by: X:y\n",
            id="block by the quarter",
        ),
        pytest.param(
            "s\n\n(cherry picked from commit x)\n",
            "s\n\n(cherry picked from commit x)\nAssisted-by: X:y\n",
            id="block without trailers",
        ),
        pytest.param(
            "s\n\nR: x\nCloses #1\n", "s\n\nR: x\nCloses #1\n\nAssisted-by: X:y\n", id="spoilt block"
        ),
        pytest.param("s\r\n\r\nb\r\n", "s\r\n\r\nb\r\n\r\nAssisted-by: X:y\r\n", id="CRLF"),
        pytest.param("s\r\n\r\nR: x", "s\r\n\r\nR: x\r\nAssisted-by: X:y\r\n", id="CRLF without line end"),
        pytest.param("s\n\nb\n\n# n\n", "s\n\nb\n\nAssisted-by: X:y\n\n# n\n", id="trailing comment"),
        pytest.param(
            "s\n\nR: x\n# n\n\n", "s\n\nR: x\nAssisted-by: X:y\n# n\n\n", id="block, then a comment"
        ),
        pytest.param(
            "s\n\n# c\n\n# d\nCc: x\n# e\nR: x\n# f\n\nConflicts:\n\tfile\n",
            "s\n\n# c\n\n# d\nCc: x\n# e\nR: x\nAssisted-by: X:y\n# f\n\nConflicts:\n\tfile\n",
            id="comments and conflicts",
        ),
        pytest.param(
            f"s\n#{CUT}ignored",
            f"s\n\nAssisted-by: X:y\n#{CUT}ignored\n",
            id="scissors, as git's t7513 has it",
        ),
        pytest.param("s\n---\npatch\n", "s\n---\npatch\n\nAssisted-by: X:y\n", id="divider"),
        pytest.param("", "\n\nAssisted-by: X:y\n", id="empty"),
        pytest.param("\n \n", "\n\nAssisted-by: X:y\n\n \n", id="blank"),
    ],
)
def test_add(text, expected):
    assert add_trailers(text, [A]) == expected
    assert add_trailers(expected, [A]) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("s\n\nAssisted-by: X:y\n", id="there"),
        pytest.param("s\n\nASSISTED-BY :X:y  \nR: x", id="in another case"),
        pytest.param("s\n\nAssisted-by:\n X:y\n", id="folded"),
        pytest.param("\n\nAssisted-by: X:y\n\n# Please\n", id="below room for a title"),
    ],
)
def test_add_what_is_there(text):
    assert add_trailers(text, [A]) == text


def test_add_several():
    text = add_trailers("s\n", [A, B, A, Trailer("assisted-by", "X:y"), Trailer("Assisted-by", "X:z")])
    assert text == "s\n\nAssisted-by: X:y\nAI-Context: issue:12\nAssisted-by: X:z\n"
    assert add_trailers(text, []) == text


@pytest.mark.parametrize(
    ("text", "cleanup", "expected"),
    [
        pytest.param(
            "\n# Please\n#\n", STRIP, "\n\nAssisted-by: X:y\n\n# Please\n#\n", id="nothing typed yet"
        ),
        pytest.param(
            "\n\nSigned-off-by: x\n\n# Please\n",
            STRIP,
            "\n\nSigned-off-by: x\nAssisted-by: X:y\n\n# Please\n",
            id="below the room that commit -s leaves",
        ),
        pytest.param(
            "# c\ns\n# Please\n", STRIP, "# c\ns\n\nAssisted-by: X:y\n# Please\n", id="comment above"
        ),
        pytest.param(
            "s\n\nR: x\n\n; Please\n;\n",
            Cleanup("strip", ";"),
            "s\n\nR: x\nAssisted-by: X:y\n\n; Please\n;\n",
            id="another comment character",
        ),
        pytest.param(
            "s\n\nR: x\n// c\nQ: x\n\n//" + CUT + "// Do\n+x\n",
            Cleanup("strip", "//"),
            "s\n\nR: x\n// c\nQ: x\nAssisted-by: X:y\n\n//" + CUT + "// Do\n+x\n",
            id="commit -v",
        ),
        pytest.param(
            "s\n\n; kept\n\n;" + CUT,
            Cleanup("scissors", ";"),
            "s\n\n; kept\n\nAssisted-by: X:y\n\n;" + CUT,
            id="scissors keep comments",
        ),
        pytest.param(
            "s\n\nR: x\n# c\n\tcontinued once the comment is gone\n",
            STRIP,
            "s\n\nR: x\n# c\n\tcontinued once the comment is gone\nAssisted-by: X:y\n",
            id="comment in a value",
        ),
        pytest.param(
            "s\n\nbody\n; no comment without an editor\n",
            Cleanup("whitespace", ";"),
            "s\n\nbody\n; no comment without an editor\n\nAssisted-by: X:y\n",
            id="no comments in mode whitespace",
        ),
    ],
)
def test_add_to_a_handed_message(text, cleanup, expected):
    assert add_trailers(text, [A], cleanup) == expected
    assert add_trailers(expected, [A], cleanup) == expected
    assert remove_trailers(expected, lambda trailer: trailer.key == A.key, cleanup) == text


@pytest.mark.parametrize(
    ("trailer", "cleanup", "problem"),
    [
        pytest.param(Trailer("", "x"), None, "cannot be the key", id="no key"),
        pytest.param(Trailer("Assisted by", "x"), None, "cannot be the key", id="blank in the key"),
        pytest.param(Trailer("Assisted-by ", "x"), None, "cannot be the key", id="blank after the key"),
        pytest.param(Trailer("A:b", "x"), None, "cannot be the key", id="colon in the key"),
        pytest.param(Trailer("\u0410ssisted-by", "x"), None, "cannot be the key", id="Cyrillic key"),
        pytest.param(Trailer("#A", "x"), None, "cannot be the key", id="comment"),
        pytest.param(Trailer("A", "x\n\ny"), None, "line end", id="line end in the value"),
        pytest.param(Trailer("A", "x\ry"), None, "line end", id="carriage return in the value"),
        pytest.param(Trailer("A", "x\0"), None, "line end", id="NUL in the value"),
        pytest.param(A, Cleanup("strip", "A"), "as a comment", id="key that is a comment"),
    ],
)
def test_no_trailer(trailer, cleanup, problem):
    with pytest.raises(MessageError, match=problem) as caught:
        add_trailers("s\n", [trailer], cleanup)
    assert caught.value.remedy


def test_a_message_with_nul():
    for change in (lambda text: add_trailers(text, [A]), lambda text: remove_trailers(text, bool)):
        with pytest.raises(MessageError, match="NUL"):
            change("s\n\0\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("s\n\nAssisted-by: X:y\n", "s\n", id="all of the block"),
        pytest.param("s\n\nbody\n\nassisted-by: X:y\n", "s\n\nbody\n", id="in another case"),
        pytest.param("s\n\nAssisted-by: X\n  y\n\tz\nR: x\n", "s\n\nR: x\n", id="folded value"),
        pytest.param("s\n\nR: x\nAssisted-by: X:y", "s\n\nR: x\n", id="no line end"),
        pytest.param("s\n\nAssisted-by: a\nR: x\nAssisted-by: b\n", "s\n\nR: x\n", id="several"),
        pytest.param("s\n\nAssisted-by: X:y\n\n# n\n", "s\n\n# n\n", id="above a comment"),
        pytest.param("s\n\n# c\nAssisted-by: X:y\n", "s\n\n# c\n", id="below a comment"),
        pytest.param("s\r\n\r\nAssisted-by: X:y\r\n", "s\r\n", id="CRLF"),
        pytest.param("\n\nAssisted-by: X:y\n\n# Please\n", "\n# Please\n", id="below room for a title"),
        pytest.param("s\n\nb\n\n\nAssisted-by: X:y\n", "s\n\nb\n\n", id="one blank line only"),
    ],
)
def test_remove(text, expected):
    assert remove_trailers(text, lambda trailer: trailer.key.lower() == "assisted-by") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Assisted-by: X:y\n", id="title"),
        pytest.param("s\n\nAssisted-by: X:y\n\nbody\n", id="body"),
        pytest.param("s\n\nAssisted-by: X:y\nCloses #1\n", id="spoilt block"),
        pytest.param("s\n\nR: x\n Assisted-by: X:y\n", id="value of another"),
        pytest.param(f"s\n\n#{CUT}Assisted-by: X:y\n", id="below the scissors"),
    ],
)
def test_remove_only_what_git_reads(text):
    assert remove_trailers(text, lambda trailer: trailer.key == "Assisted-by") == text


def test_what_is_left_stays_trailers():
    text = "s\n\nAssisted-by: x\nprose\nSigned-off-by: y\n# c\nmore\n"
    left = remove_trailers(text, lambda trailer: trailer.key == "Signed-off-by")
    assert left == "s\n\nprose\n# c\nmore\n\nAssisted-by: x\n"


# Random messages. A text that consists of what git ignores has no place where git would read a trailer,
# and `Conflicts:` changes its meaning with what stands around it.
SAMPLE = [
    text
    for text in (message.decode("utf-8", "surrogateescape") for message in messages(13, 2_000))
    if "\0" not in text and "Conflicts:" not in text and not view_of(add_trailers(text, [A])).untitled
]
NEW = [Trailer("Assisted-by", "N:new"), Trailer("X-y", "v : w")]


@pytest.fixture(scope="module")
def git_reads(tmp_path_factory):
    def read(texts):
        messages = [text.encode("utf-8", "surrogateescape") for text in texts]
        answers = git_trailers(messages, tmp_path_factory.mktemp("writing") / "repository")
        return [answer.decode("utf-8", "surrogateescape") for answer in answers]

    return read


def printed(trailers):
    return "".join(f"{trailer}\n" for trailer in trailers)


def test_git_reads_what_is_added(git_reads):
    added = [add_trailers(text, NEW) for text in SAMPLE]
    wanted = [printed(read_trailers(text)) + printed(NEW) for text in SAMPLE]
    assert git_reads(added) == wanted


def test_git_reads_what_is_added_to_handed_messages(git_reads):
    random = Random(13)
    for cleanup in (STRIP, Cleanup("strip", "//"), Cleanup("scissors", ";"), Cleanup("whitespace", ";")):
        handed = [with_comments(text, cleanup.comment, random) for text in SAMPLE[:500]]
        added = [add_trailers(text, NEW, cleanup) for text in handed]
        rows = [
            (clean(after, cleanup), printed(read_trailers(clean(before, cleanup))) + printed(NEW))
            for before, after in zip(handed, added, strict=True)
            if not view_of(after, cleanup).untitled
        ]
        assert git_reads([text for text, _ in rows]) == [wanted for _, wanted in rows]


def with_comments(text, comment, random):
    lines = text.split("\n")
    for _ in range(random.randint(0, 4)):
        written = comment + random.choice([" note", "", CUT, CUT + comment + " x"])
        lines.insert(random.randint(0, len(lines)), written)
    return "\n".join([*lines, "", comment + " Please", comment, ""])


def test_the_rest_stays():
    for text in SAMPLE:
        added = add_trailers(text, NEW)
        assert add_trailers(added, NEW) == added
        assert [line for line in solid_lines(added) if line not in map(str, NEW)] == solid_lines(text)


def solid_lines(text):
    lines = (line.removesuffix("\r") for line in text.split("\n"))
    return [line for line in lines if line.strip(" \t\r")]


def test_removing_what_was_added_restores_the_message():
    for message in SAMPLE:
        text = clean(message, Cleanup("whitespace", "#"))
        added = add_trailers(text, NEW)
        assert remove_trailers(added, lambda trailer: identity(trailer) in map(identity, NEW)) == text


def test_git_still_reads_what_is_left(git_reads):
    random = Random(13)
    texts = []
    wanted = []
    for text in SAMPLE:
        trailers = read_trailers(text)
        leaving = {trailer.line for trailer in trailers if random.random() < 0.5}
        left = [trailer for trailer in trailers if trailer.line not in leaving]
        if left:
            texts.append(remove_trailers(text, lambda trailer, leaving=leaving: trailer.line in leaving))
            wanted.append(printed(left))
    assert git_reads(texts) == wanted
