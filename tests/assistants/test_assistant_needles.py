"""suspects and betrays: a superset of find_markers, and of what concerns disclosure, on raw bytes."""

import json
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.assistants import needles
from trailers.assistants.accounts import ACCOUNTS, HOST
from trailers.assistants.addresses import ADDRESSES
from trailers.assistants.display_names import NAMES_ALONE, SUFFIXES
from trailers.assistants.links import LINKS
from trailers.assistants.needles import betrays, needle, suspects
from trailers.assistants.phrases import PHRASES, SUBJECTS
from trailers.assistants.shape import Shape
from trailers.assistants.traces import Traces, find_markers
from trailers.assistants.trailer_signs import TRAILER_SIGNS
from trailers.disclosure.vocabulary import ALIASES, DEFAULT_KEYS
from trailers.message.claim import claimants, spellings
from trailers.message.person import Person, parse_person
from trailers.message.reading import read_trailers

EXAMPLES = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))
NOOP = EXAMPLES["noop"]
JANE = Person("Jane Roe", "jane@example.com")
HEADER = b"Jane Roe <jane@example.com> 1700000000 +0000"

# A text for each pattern of the tables; a new pattern needs one here.
PATTERNS = {
    r"[^/\s]+/[^/\s]+/sessions/[0-9a-f-]{36}": "o/r/sessions/01234567-89ab-cdef-0123-456789abcdef",
    r"[0-9]+% agent \([0-9]+/[0-9]+ lines\)": "73% agent (146/200 lines)",
    r"\S+": "x",
}
LEFT_BEHIND = ["fixup!", "squash!", "amend!"]
# The keys that matter however they are written, and what each of their letters may be written as.
CLAIMED = [*DEFAULT_KEYS.model, *DEFAULT_KEYS.context]
DISGUISES = {
    "A": "\u0410",
    "C": "\u0421",
    "e": "E\u0435\u212f",
    "s": "S\u017f",
    "i": "I\u0456",
    "x": "X\u0445",
    "-": " _\u2010\uff0d",
}


def could_matter(author, committer, message, also=()):
    return betrays(author) or betrays(committer) or bool(suspects((message,), also))


def encoded(text):
    return text.encode("utf-8", "surrogateescape")


def sample(shape: Shape) -> str:
    if shape.pattern:
        return shape.prefix + PATTERNS[shape.pattern]
    return shape.prefix + (shape.alphabet[:1] or "x" * shape.more) * max(shape.least, 1)


# One text for each row of the tables, made from the row itself.
PEOPLE = [f"x <{address}>" for address in ADDRESSES]
PEOPLE += [f"x <{account.number}+renamed{HOST}>" for account in ACCOUNTS if account.number]
PEOPLE += [f"x <1+{account.login}{HOST}>" for account in ACCOUNTS]
PEOPLE += [f"Jane{suffix} <x@example.com>" for suffix in SUFFIXES]
PEOPLE += [f"{name} <x@example.com>" for name in NAMES_ALONE]
TRAILERS = [f"{key}: {sample(shape)}" for key, rows in TRAILER_SIGNS.items() for shape, _ in rows]
TRAILERS += [f"Signed-off-by: {who}" for who in PEOPLE if "x@example.com" not in who]
LINES = [*PHRASES, *(sample(shape) for shape, _ in LINKS)]
MESSAGES = [f"s\n\n{line}\n" for line in [*TRAILERS, *LINES]] + [f"{prefix}x\n" for prefix in SUBJECTS]

# And the examples that people wrote.
PEOPLE += [who for _, _, who in EXAMPLES["identities"]]
PEOPLE += [f"{name} <x@example.com>" for _, _, name in EXAMPLES["names"]]
MESSAGES += [f"s\n\n{row[-1]}\n" for kind in ("trailers", "lines", "urls") for row in EXAMPLES[kind]]
MESSAGES += [f"s\n\nCo-authored-by: {who}\n" for _, _, who in EXAMPLES["identities"]]


PEOPLE = list(dict.fromkeys(PEOPLE))
MESSAGES = list(dict.fromkeys(MESSAGES))


@pytest.mark.parametrize("who", PEOPLE)
def test_every_identity_of_the_tables(who):
    for form in ("{}", "{} 1700000000 +0000", "author {} 1 +0000", "{} <", "<x> {}"):
        line = encoded(form.format(who))
        assert could_matter(line, HEADER, b"s\n")
        assert could_matter(HEADER, line, b"s\n")


@pytest.mark.parametrize("text", MESSAGES)
def test_every_marker_of_the_tables(text):
    assert could_matter(HEADER, HEADER, encoded(text))
    assert could_matter(HEADER, HEADER, encoded(text.replace("\n", "\r\n")))


@pytest.mark.parametrize("key", TRAILER_SIGNS)
@pytest.mark.parametrize("blank", [" ", "\t", " \t "])
def test_git_allows_blanks_before_the_colon(key, blank):
    assert could_matter(HEADER, HEADER, f"s\n\n{key}{blank}: x\n".encode())


@pytest.mark.parametrize("key", CLAIMED)
@pytest.mark.parametrize("form", ["{}: x\n", "s\n\n{}: x\n\nbody\n", "s\n\n> {} = x\n", "s\n\n\t {} x\r\n"])
def test_lines_that_claim_to_disclose(key, form):
    for written in (key, key.upper(), *(key.replace("-", mark) for mark in (" ", "_", "", "\u2010"))):
        assert could_matter(HEADER, HEADER, encoded(form.format(written)))


@pytest.mark.parametrize("word", LEFT_BEHIND)
@pytest.mark.parametrize("form", ["{} s\n", "\n \n{} s\n"])
def test_what_is_left_behind(word, form):
    assert could_matter(HEADER, HEADER, form.format(word).encode())


@pytest.mark.parametrize("field", ["model", "context", "approver", "none"])
def test_every_alias_of_the_vocabulary(field):
    # A co-author discloses only where an assistant's address stands there; a reviewer only beside a model.
    for key in set(ALIASES[field]) - {"Co-authored-by", "Reviewed-by", "Acked-by"}:
        assert could_matter(HEADER, HEADER, f"s\n\n{key}: x\n".encode())


@pytest.mark.parametrize(
    "line",
    [
        "\u0410ssisted-by: x",  # a Cyrillic A
        "Assis\u200bted-by: x",  # a zero-width space
        "A\u0406-Context: x",
        "\u0410pproved\u2010by: x",
        "Assisted\uff0dby: x",
        "Assisted-by\uff1a x",
        "AI Context\uff1a x",
        "\u0410ssisted by x",
        "A\u00dfisted-by: x",
    ],
)
def test_keys_that_only_look_like_ours(line):
    assert could_matter(HEADER, HEADER, encoded(f"s\n\n{line}\n"))


@pytest.mark.parametrize("who", ["Claude Monet <claude@example.com>", "Devin Smith <devin@gmail.com>"])
def test_people_do_not_matter(who):
    assert not could_matter(encoded(f"{who} 1 +0000"), HEADER, b"s\n\nSigned-off-by: J <j@x.y>\n")
    assert not could_matter(HEADER, encoded(f"claude <81847+claude{HOST}> 1 +0000"), b"")


ORDINARY = [
    "",
    "fix: a typo\n\nSigned-off-by: J <j@example.com>\nReviewed-by: Devin Smith <devin@gmail.com>\n",
    "cursor: fix!\n\nhttps://example.com/claud and https://lore.example/r/<x@y.z>\n",
    "Merge branch 'jn/x' of https://github.com/o/r\n\n* jn/x:\n  a: b\n",
    f"s\n\nCo-authored-by: \u00c6var <avar@example.com>\nCo-authored-by: J <7+jane{HOST}>\n",
    "amp: gemini, goose, kiro and junie continue\n",
    "s\n\nCc: Jo <jo@openai.com>\n",
    "build: ship generated files\n\nThe assistant, AI - or not - was not approved by Jo.\n",
    "\u4fee\u590d\uff1a x\n\n\u6dfb\u52a0: y \u200b\n",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_messages_do_not_matter(text):
    assert not could_matter(HEADER, HEADER, encoded(text))


def test_the_keys_of_a_policy():
    message = b"s\n\nX-Model: gpt-5\n"
    assert not could_matter(HEADER, HEADER, message)
    for key in ("X-Context", "X-Model"):
        assert could_matter(HEADER, HEADER, message, also=(needle(key),)) == (key == "X-Model")
    assert could_matter(HEADER, HEADER, b"s\n\nX model = gpt-5\n", also=(needle("X-Model"),))


def test_what_is_known_of_people_is_bounded(monkeypatch):
    monkeypatch.setattr(needles, "_known", {})
    monkeypatch.setattr(needles, "_KNOWN", 10)
    for number in range(100):
        assert not could_matter(b"J%d <j@x.y> 1 +0000" % number, HEADER, b"s")
        assert len(needles._known) <= 10
    assert could_matter(b"J" * 1000 + b" <amp@ampcode.com> 1 +0000", HEADER, b"s")
    assert all(len(line) <= 400 for line in needles._known)


blanks = st.text(" \t\r\n:<>-#", max_size=8)
anything = st.text(st.characters(exclude_categories=()), max_size=40)


def bytes_of(text):
    return text.encode("utf-8", "surrogatepass")


@given(anything | blanks, st.sampled_from(MESSAGES), anything | blanks)
def test_a_superset_of_find_markers_in_any_text(before, message, after):
    for text in (before + message + after, message + after, before + message.partition("\n\n")[2] + after):
        if find_markers(Traces(JANE, JANE, text, read_trailers(text))):
            assert could_matter(HEADER, HEADER, bytes_of(text))


@given(st.text("aA \n:<>-@[]+/", max_size=30), st.sampled_from(PEOPLE + NOOP["people"]), anything)
def test_a_superset_of_find_markers_for_any_person(before, who, after):
    for line in (before + who + after, who + after, before + who):
        ident = line.replace("\n", " ")
        name, _, rest = ident.partition("<")
        email, _, _ = rest.rpartition(">")
        readings = [Person(name.strip(), email.strip()), parse_person(ident)]
        people = [one for one in readings if one is not None]
        if any(find_markers(Traces(one, JANE, "", ())) for one in people):
            assert could_matter(bytes_of(ident), HEADER, b"s")


@st.composite
def disguised(draw):
    key = draw(st.sampled_from(CLAIMED))
    letters = [draw(st.sampled_from(letter + DISGUISES.get(letter, ""))) for letter in key]
    hidden = [draw(st.sampled_from(["", "", "", "\u200b", "\u00ad"])) for _ in key]
    return "".join(letter + mark for letter, mark in zip(letters, hidden, strict=True))


@given(
    anything | blanks,
    disguised(),
    st.sampled_from(["", " ", "\u3000"]),
    st.sampled_from(":=\uff1a "),
    anything,
)
def test_a_superset_of_the_lines_that_claim(before, key, blank, separator, after):
    for text in (f"{key}{blank}{separator}{after}", f"s\n\n{before}\n{key}{blank}{separator}{after}"):
        if claimants(text, spellings(tuple(CLAIMED))):
            assert could_matter(HEADER, HEADER, bytes_of(text))


@given(st.lists(st.sampled_from([*MESSAGES, *ORDINARY]) | anything | blanks, max_size=6))
def test_many_are_as_each_alone(texts):
    messages = [bytes_of(text) for text in texts]
    alone = {number for number, message in enumerate(messages) if suspects((message,))}
    assert suspects(messages) == alone


def test_all_at_once():
    messages = [encoded(text) for pair in zip(MESSAGES, cycle(ORDINARY), strict=False) for text in pair]
    assert suspects(messages) == set(range(0, len(messages), 2))


@pytest.mark.parametrize(
    "unit", ["<", ":", "> :", "\n", "https:", "\u00e9 ", "users.noreply.github.com]", "1+"]
)
def test_hostile_messages_take_linear_time(unit):
    def prepare(size):
        message = encoded(unit * (size // len(unit)))
        return lambda: could_matter(message, message, message)

    assert growth(prepare) < LINEAR


@pytest.mark.parametrize(
    "text", ["Generated", "x://app.devin.ai/sessions/", f"1{HOST}", "fixup!", "Assisted-by:"]
)
def test_many_messages_take_linear_time(text):
    def prepare(size):
        messages = [encoded(text)] * (size // 40)
        return lambda: suspects(messages)

    assert growth(prepare) < LINEAR
