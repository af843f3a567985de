"""Our reader against git's own answers: random messages, cases of the survey, cases of git's t7513."""

from itertools import chain

import pytest

from tests.differential.__main__ import as_git_prints, differences
from tests.differential.oracle import git_trailers

CUT = "# ------------------------ >8 ------------------------\n"
ASSISTED = "Assisted-by: Claude-Code:claude-opus-5\n"
SIGNED = "Signed-off-by: A U Thor <author@example.com>\n"
PROSE = "this is not a trailer\n"

# What git reads, by the name of the case: (message, its trailers as git prints them).
READ = {
    "last paragraph": ("s\n\n" + ASSISTED, ASSISTED),
    "no line end": ("s\n\nAssisted-by: x", "Assisted-by: x\n"),
    "blank line of blanks": ("s\n \t\r\n" + ASSISTED, ASSISTED),
    "blank lines below": ("s\n\n" + ASSISTED + "\n \n\t\n", ASSISTED),
    "blank lines above the title": ("\n\n \ns\n\n" + ASSISTED, ASSISTED),
    "comment as title": ("# s\n\n" + ASSISTED, ASSISTED),
    "BREAKING-CHANGE and an address": (
        "s\n\nBREAKING-CHANGE: x\nhttps://example.com/x\n" + ASSISTED,
        "BREAKING-CHANGE: x\nhttps: //example.com/x\n" + ASSISTED,
    ),
    "blank before the colon": ("s\n\nAssisted-by \t: x\n", "Assisted-by: x\n"),
    "no blank after it": ("s\n\nAssisted-by:x\n", "Assisted-by: x\n"),
    "any case": ("s\n\naSSISTED-BY: x\n", "aSSISTED-BY: x\n"),
    "prose beside a sign-off": ("s\n\n" + PROSE * 2 + SIGNED + PROSE, SIGNED),
    "a quarter of trailers": ("s\n\n" + SIGNED + PROSE * 3, SIGNED),
    "a continuation is no line of its own for the quarter": (
        "s\n\n" + SIGNED + "name: value on\n\tmultiple lines\n" + PROSE * 6,
        SIGNED + "name: value on multiple lines\n",
    ),
    "beside a cherry-pick line": (
        "s\n\n" + PROSE * 2 + "(cherry picked from commit x)\n" + ASSISTED,
        ASSISTED,
    ),
    "CRLF": ("s\r\n\r\nAssisted-by: x\r\n", "Assisted-by: x\n"),
    "odd blanks stay in a value": (
        "s\n\nA: \u00a0x\u00a0\nB: \x0by\x0c\nC: a\u2028b\nD: \u202ex\n",
        "A: \u00a0x\u00a0\nB: \x0by\x0c\nC: a\u2028b\nD: \u202ex\n",
    ),
    "empty value": ("s\n\nAssisted-by:\nA: \t \n", "Assisted-by: \nA: \n"),
    "folded": (
        "s\n\nfoo: \n  continued\n   across\n    several\n     lines\n   \n",
        "foo: continued across several lines\n",
    ),
    "swallowed key": ("s\n\nRefs: x\n Assisted-by: y\n", "Refs: x Assisted-by: y\n"),
    "above the scissors": ("s\n\n" + ASSISTED + CUT + "Approved-by: x\n", ASSISTED),
    "above what merges left": ("s\n\n" + ASSISTED + "\nConflicts:\n\tfile\n", ASSISTED),
    "above trailing comments": ("s\n\n" + ASSISTED + "\n# note\n#\n", ASSISTED),
    "among comments": ("s\n\n# one\n" + ASSISTED + "# two\nA: x\n# three\n", ASSISTED + "A: x\n"),
    "below a divider": ("s\n\nbody\n---\n\n" + ASSISTED, ASSISTED),
    "divider, then scissors": ("s\n\nmy-trailer: here\n\n---\n" + CUT, ""),
    "2 MB": ("s\n\n" + "body\n" * 200_000 + "\n" + "A: x\n" * 200_000, "A: x\n" * 200_000),
    "NUL below": ("s\n\n" + ASSISTED + "\0\n\nA: x\n", ASSISTED),
}
NOT_READ = {
    "empty": "",
    "title": ASSISTED,
    "second line of the title": "s\n" + ASSISTED,
    "multiline title": "place of\ncode: change\n",
    "blank line above the only paragraph": "\n" + ASSISTED,
    "body": "s\n\n" + ASSISTED + "\nmore\n",
    "code fence": "s\n\n```\n" + ASSISTED + "```\n",
    "quoted": "s\n\n> " + ASSISTED,
    "indented": "s\n\n " + ASSISTED,
    "tab": "s\n\n\ttoken: value\n",
    "prose in the block": "s\n\n" + ASSISTED + PROSE,
    "Closes #12 in the block": "s\n\nCloses #12\n" + ASSISTED,
    "BREAKING CHANGE in the block": "s\n\nBREAKING CHANGE: x\n" + ASSISTED,
    "less than a quarter": "s\n\n" + SIGNED + PROSE * 4,
    "sign-off in lower case": "s\n\nsigned-off-by: x\n" + PROSE,
    "sign-off without a blank": "s\n\nSigned-off-by:x\n" + PROSE,
    "unconfigured key": "s\n\n" + PROSE * 2 + "I-am-not-configured: x\n" + PROSE,
    "carriage returns alone": "s\r\rAssisted-by: x\r",
    "vertical tab is not blank": "s\n\x0b\n" + ASSISTED,
    "no-break space is not blank": "s\n\u00a0\n" + ASSISTED,
    "Cyrillic": "s\n\n\u0410ssisted-by: x\n",
    "zero width": "s\n\nAssisted\u200b-by: x\n",
    "no-break hyphen": "s\n\nAssisted\u2011by: x\n",
    "full-width colon": "s\n\nAssisted-by\uff1a x\n",
    "equals sign": "s\n\nAssisted-by=x\n",
    "underscore": "s\n\nAssisted_by: x\n",
    "key of two words": "s\n\nAssisted by: x\n",
    "no key": "s\n\n: x\n",
    "below the scissors": "s\n\nbody\n" + CUT + "\n" + ASSISTED,
    "comment": "s\n\n# " + ASSISTED,
    "divider in the block": "s\n\n" + ASSISTED + "---\n",
    "NUL above": "s\n\0\n" + ASSISTED,
}
CASES = {**READ, **{name: (message, "") for name, message in NOT_READ.items()}}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What git prints for each case."""
    messages = [message.encode() for message, _ in CASES.values()]
    answered = git_trailers(messages, tmp_path_factory.mktemp("reading") / "repository")
    return dict(zip(CASES, answered, strict=True))


@pytest.mark.parametrize("name", CASES)
def test_as_git(name, answers):
    message, expected = CASES[name]
    assert answers[name] == expected.encode()
    assert as_git_prints(message.encode()) == expected.encode()


def test_random_messages_as_git():
    found = chain.from_iterable(differences(seed, 1_000, "git") for seed in (3, 5, 8))
    assert list(found) == []
