"""Messages that are likely to be read differently: pieces of trailers, comments, scissors, blanks."""

from collections.abc import Iterator
from random import Random

CUT = b"------------------------ >8 ------------------------"
KEYS = (b"Assisted-by", b"Signed-off-by", b"Co-authored-by", b"A", b"x-1", b"-", b"9", b"Refs", b"https")
ODD_KEYS = (
    b"Assisted by",
    "Аssisted-by".encode(),
    b"Assisted\xe2\x80\x8b-by",
    b"A_b",
    b"",
    b"caf\xc3\xa9",
    b"\xff",
)
SEPARATORS = (b": ", b":", b" : ", b"\t:\t", b":  ", b"=", b" #", b"\xef\xbc\x9a")
VALUES = (
    b"Claude-Code:claude-opus-5 ruff",
    b"Jane Roe <jane@example.com>",
    b"",
    b" ",
    b"x\r",
    b"\xa0nbsp\xa0",
    b"\xc2\xa0nbsp\xc2\xa0",
    b"a\x0bb\x0c",
    "\u2028line\u2029".encode(),
    b"\xff\xfe",
    b"v : w",
)
BLANKS = (b"", b"", b"", b" ", b"\t", b"\r", b" \t\r", b"\x0b", b"\x0c", b"\xc2\xa0")
PLAIN = (
    b"Closes #12",
    b"BREAKING CHANGE: x",
    b"prose of one line",
    b"https://example.com/x",
    b"(cherry picked from commit 0123456789)",
    b"(cherry picked from commit",
    b"signed-off-by: lower",
    b"Signed-off-by:tight",
    b"Conflicts:",
    b"Conflicts: x",
    b"\tpath/of/a/conflict",
    b"---",
    b"--- ",
    b"---x",
    b"diff --git a/x b/x",
    b": no key",
    b"    indented: yes",
)
COMMENTS = (
    b"#",
    b"# note",
    b"#Assisted-by: X:y",
    b" # no comment",
    b"# " + CUT,
    b"#" + CUT,
    b"# " + CUT + b" ",
    b"; " + CUT,
)
ENDS = (b"\n",) * 12 + (b"\r\n", b"\r", b"\n\n", b"\n \n", b"")


def messages(seed: int, count: int) -> Iterator[bytes]:
    """`count` messages, the same ones for the same seed."""
    random = Random(seed)
    for _ in range(count):
        yield _message(random)


def _message(random: Random) -> bytes:
    lines = b"".join(_line(random) + random.choice(ENDS) for _ in range(random.randint(0, 14)))
    shape = random.random()
    if shape < 0.55:
        lines = b"subject\n\n" + lines
    if shape < 0.25:
        lines += b"\n" + b"".join(_trailer(random) + b"\n" for _ in range(random.randint(1, 5)))
    if shape > 0.97:
        spot = random.randint(0, len(lines))
        lines = (
            lines[:spot] + random.choice((b"\0", b"\n\n", b"\r\n\r\n", random.randbytes(9))) + lines[spot:]
        )
    return lines


def _line(random: Random) -> bytes:
    kind = random.random()
    if kind < 0.40:
        return _trailer(random)
    if kind < 0.60:
        return random.choice(BLANKS)
    if kind < 0.72:
        return random.choice((b" ", b"\t", b"\r")) + random.choice((b"continued", b"Assisted-by: X:y", b""))
    if kind < 0.90:
        return random.choice(PLAIN)
    return random.choice(COMMENTS)


def _trailer(random: Random) -> bytes:
    key = random.choice(KEYS if random.random() < 0.85 else ODD_KEYS)
    separator = random.choice(SEPARATORS if random.random() < 0.2 else SEPARATORS[:1])
    return key + separator + random.choice(VALUES)
