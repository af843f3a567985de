"""A prompt's text as a commit can hold it: one word of ASCII, cut, and without a secret."""

from itertools import islice
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.secret_pack import rows
from tests.secret_examples import filled
from trailers.authoring.prompts.text import PREFIX, PromptRefusedError, encoded, prompt_value
from trailers.authoring.redacting import without_secrets
from trailers.disclosure.context import fault_of_context
from trailers.message.reading import read_trailers
from trailers.secrets.pack.gates import GATES
from trailers.secrets.pack.table import DETECTORS
from trailers.secrets.prefilter.stdlib import StdlibPrefilter
from trailers.secrets.scanner import Scanner

SCANNER = Scanner(DETECTORS, StdlibPrefilter(GATES))
# The redaction is the scanner's, whose tests have every row.
EXAMPLES = [(row["name"], template) for row in islice(rows(), 0, None, 5) for template in row["examples"][:1]]


def as_it_is(text):
    return text


def said(prompt, longest=200, redact=as_it_is):
    value = prompt_value(prompt, longest, redact)
    assert value.startswith(PREFIX)
    return unquote(value.removeprefix(PREFIX), errors="strict")


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Mend the parser", "Mend the parser"),
        ("  Mend\r\n\r\n\tthe  parser\n", "Mend the parser"),
        ("直して、100 % ください", "直して、100 % ください"),
        ("a\u00a0b\u2028c", "a b c"),
        ("%41 stays", "%41 stays"),
    ],
)
def test_on_one_line(prompt, expected):
    assert said(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "longest", "expected"),
    [
        ("0123456789", 10, "0123456789"),
        ("01234567890", 10, "012345678…"),
        ("01234567 901", 10, "01234567…"),
        ("é" * 11, 10, "é" * 9 + "…"),
        ("x" * 1_000_000, 200, "x" * 199 + "…"),
    ],
)
def test_it_is_cut(prompt, longest, expected):
    assert said(prompt, longest) == expected


def test_a_secret_is_gone_before_it_is_cut():
    assert said("say hunter-2-hunter-2", 12, lambda text: text.replace("hunter-2-hunter-2", "-")) == "say -"


def test_a_secret_that_is_one_only_on_one_line():
    assert said("say hunter\n2", redact=lambda text: text.replace("hunter 2", "-")) == "say -"


@pytest.mark.parametrize(
    "prompt", ["", " \n", "\0", "a\x1bb", "a\x7f", "\u202e", "a\u200bb", "\ud800", "\ufeffa"]
)
def test_what_is_refused(prompt):
    with pytest.raises(PromptRefusedError) as refusal:
        prompt_value(prompt, 200, as_it_is)
    assert str(refusal.value).isprintable()


def test_what_is_left_empty_is_refused():
    with pytest.raises(PromptRefusedError, match="empty"):
        prompt_value("hunter2", 200, lambda _: "")


@given(st.text(), st.integers(20, 1000))
def test_nothing_is_injected(prompt, longest):
    try:
        value = prompt_value(prompt, longest, as_it_is)
    except PromptRefusedError:
        return
    assert not fault_of_context(value)
    assert len(unquote(value.removeprefix(PREFIX))) <= longest
    (trailer,) = read_trailers(f"A change\n\nAI-Context: {value}\n")
    assert trailer.value == value


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_it_can_be_read_again(text):
    assert unquote(encoded(text), errors="strict") == text


@pytest.mark.parametrize(("name", "template"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_no_secret_that_we_know_of(name, template):
    secret = filled(template, 5)
    found = SCANNER.scan("prompt", f"Please use this: {secret}\nand go on".encode())
    text = said(f"Please use this: {secret}\nand go on", 1000, without_secrets)
    assert not [one.secret for one in found if one.secret in text]
    assert not SCANNER.scan("prompt", text.encode())
