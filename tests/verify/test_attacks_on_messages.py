"""Cases 1 to 16 of reference/trailers.md 3.4: what a message can do to hide or fake a disclosure.

Each is a commit of one real repository, judged in one run; beside each stands what is no attack.
"""

import pytest

from tests.repositories import (
    APPROVED,
    CLAUDE,
    CONTEXT,
    DISCLOSED,
    JANE,
    MODEL,
    NONE,
    Repository,
    message,
    rules,
)

ALL_LOST = ["US106", "US106", "US106"]
SCISSORS = "# ------------------------ >8 ------------------------\n"
SIGNED = f"Signed-off-by: {JANE}\n"
SQUASHED = (
    "Squashed commit of the following:\n\ncommit 3f0c9a4e5f0b4a399c1f2b8a8f6f4d113f0c9a4e\n"
    f"Author: {JANE}\nDate:   Thu Jan 1 00:00:00 2026 +0000\n\n"
)
BY_CLAUDE = f"Co-authored-by: {CLAUDE}\n"

CASES = [
    # 1: the trailer stands where git does not look for it
    ("case-01 body", f"A\n\n{DISCLOSED}\nMore text.\n", ALL_LOST, "line 3 would be a trailer if it stood in"),
    ("case-01 first paragraph", f"A\n{DISCLOSED}", ALL_LOST, "an empty line stood above it"),
    ("case-01 title", MODEL, ["US106"], "line 1 is the title"),
    ("case-01 paragraph before last", f"A\n\n{DISCLOSED}\n{SIGNED}", ALL_LOST, "the last paragraph"),
    ("case-01 code fence", f"A\n\n```\n{DISCLOSED}```\n", ["US106 note"] * 3, "outside the code block"),
    (
        "case-01 code fence, by an assistant",
        f"A\n\n```\n{MODEL}```\n\n{BY_CLAUDE}",
        ["US101", "US106 note", "US102", "US103"],
        "shows claude-code",
    ),
    ("case-01 quoted", f"A\n\n> {MODEL}\nAs he said.\n", ["US106 note"], "without what quotes it"),
    ("case-01 indented by four", f"A\n\n    {MODEL}\nText.\n", ["US106 note"], "without what quotes it"),
    ("case-01 noop", message(DISCLOSED), [], ""),
    ("case-01 noop, said twice", message(DISCLOSED, body=MODEL), [], ""),
    ("case-01 noop, about approvals", f"A\n\nApproved-by: {JANE}\n\nThis is what they write.\n", [], ""),
    ("case-01 noop, human", f"A\n\n{NONE}\nNothing is asked of it.\n", [], ""),
    # 2: one line spoils the whole block
    ("case-02 closes", f"A\n\n{DISCLOSED}Closes #12\n", ALL_LOST, "if line 6 (`Closes #12`) stood in"),
    ("case-02 breaking change", f"A\n\nBREAKING CHANGE: x\n{DISCLOSED}", ALL_LOST, "BREAKING CHANGE: x"),
    ("case-02 prose", f"A\n\nSome prose.\n{DISCLOSED}", ALL_LOST, "an empty line parted it from line 3"),
    ("case-02 bullet", f"A\n\n{DISCLOSED}- and this\n", ALL_LOST, "- and this"),
    ("case-02 noop, url", f"A\n\n{DISCLOSED}https://example.com/x\n", [], ""),
    ("case-02 noop, hyphen", f"A\n\nBREAKING-CHANGE: x\n{DISCLOSED}", [], ""),
    ("case-02 noop, apart", f"A\n\nCloses #12\n\n{DISCLOSED}", [], ""),
    # 3: git takes a block of which a quarter are trailers, with a sign-off
    ("case-03 quarter", f"A\n\nCloses #12\n{DISCLOSED}{SIGNED}", ["US113 warning"], 'line 3 ("Closes #12")'),
    (
        "case-03 too much prose",
        message("prose\n" * 16, DISCLOSED, SIGNED),
        ALL_LOST,
        "parted it from line 18 (`prose`)",
    ),
    (
        "case-03 noop, picked",
        f"A\n\n{DISCLOSED}(cherry picked from commit 3f0c9a4e5f0b4a399c1f2b8a8f6f4d113f0c9a4e)\n",
        [],
        "",
    ),
    ("case-03 noop, nothing disclosed", f"A\n\nCloses #12\n{SIGNED}", [], ""),
    # 4: carriage returns
    ("case-04 CR only", message(DISCLOSED).replace("\n", "\r"), ALL_LOST, "which ends no line"),
    (
        "case-04 CR between trailers",
        "A\n\n" + DISCLOSED.replace("\n", "\r"),
        ["US104", "US102", "US103"],
        "CARRIAGE RETURN",
    ),
    ("case-04 noop, CRLF", message(DISCLOSED).replace("\n", "\r\n"), [], ""),
    # 6: a NUL byte, behind which git sees nothing
    ("case-06 NUL in body", message(DISCLOSED, body="x\0y"), ["US110"], "a NUL byte at offset 11"),
    ("case-06 NUL hides the assistant", f"A\n\0\n{BY_CLAUDE}", ["US110"], "hides the rest of it"),
    ("case-06 NUL at the end", f"{message(DISCLOSED)}\0", ["US110"], "a NUL byte"),
    # 7: keys that only look right
    ("case-07 Cyrillic", "A\n\n\u0410ssisted-by: X:y\n", ["US106"], "typed in ASCII"),
    ("case-07 full width", "A\n\n\uff21ssisted-by: X:y\n", ["US106"], "typed in ASCII"),
    ("case-07 zero width", "A\n\nAssisted\u200b-by: X:y\n", ["US106"], "<U+200B>"),
    ("case-07 soft hyphen", "A\n\nAssis\u00adted-by: X:y\n", ["US106"], "<U+00AD>"),
    ("case-07 no-break hyphen", "A\n\nAssisted\u2011by: X:y\n", ["US106"], "typed in ASCII"),
    ("case-07 full-width colon", "A\n\nAssisted-by\uff1a X:y\n", ["US106"], "typed in ASCII"),
    ("case-07 underscore", "A\n\nAssisted_by: X:y\n", ["US106"], "written `Assisted-by`"),
    ("case-07 blank", "A\n\nAssisted by: X:y\n", ["US106"], "written `Assisted-by`"),
    ("case-07 equals", "A\n\nAssisted-by=X:y\n", ["US106"], "a colon stood right behind"),
    ("case-07 byte order mark", "A\n\n\ufeffAssisted-by: X:y\n", ["US106"], "typed in ASCII"),
    ("case-07 noop, case", message(DISCLOSED.replace("Assisted-by", "aSSISTED-BY")), [], ""),
    ("case-07 noop, blank before the colon", message(DISCLOSED.replace("d-by:", "d-by :")), [], ""),
    # 8: hidden characters in a value
    *(
        (
            f"case-08 {name}",
            message(f"Assisted-by: Claude-Code:claude{char}opus\n"),
            ["US104", "US102", "US103"],
            name,
        )
        for name, char in {
            "NO-BREAK SPACE": "\u00a0",
            "RIGHT-TO-LEFT OVERRIDE": "\u202e",
            "LINE SEPARATOR": "\u2028",
            "VERTICAL TAB": "\x0b",
            "FORM FEED": "\x0c",
            "ZERO WIDTH SPACE": "\u200b",
            "NEXT LINE": "\x85",
            "ESCAPE": "\x1b",
        }.items()
    ),
    (
        "case-08 approver",
        message(MODEL, CONTEXT, "Approved-by: Jane\u202e Austen <jane@austen.test>\n"),
        ["US104"],
        "RIGHT-TO-LEFT OVERRIDE",
    ),
    ("case-08 noop, other letters", message(MODEL, CONTEXT, "Approved-by: Jürgen Ö <j@o.test>\n"), [], ""),
    # 9: two that cannot both be true, and the same twice
    ("case-09 none and a model", message(NONE, DISCLOSED), ["US105"], "line 4 names a model"),
    ("case-09 none and a context", message(NONE, CONTEXT, APPROVED), ["US105"], "line 4 refers to a prompt"),
    (
        "case-09 none and a marker",
        message(NONE, BY_CLAUDE),
        ["US101", "US105", "US102", "US103"],
        "says AI-Assi",
    ),
    ("case-09 noop, the same twice", message(DISCLOSED, DISCLOSED), [], ""),
    ("case-09 noop, two models", message(MODEL, "Assisted-by: Codex:gpt-5\n", CONTEXT, APPROVED), [], ""),
    ("case-09 noop, none", message(NONE), [], ""),
    ("case-09 noop, none and an approval", message(NONE, APPROVED), [], ""),
    # 10: values that say nothing
    *(
        (
            f"case-10 {value or 'empty'!r}",
            message(f"Assisted-by:{value}\nAI-Context:{value}\nApproved-by:{value}\n"),
            ["US104", "US104", "US104"],
            "line 3, Assisted-by",
        )
        for value in ("", " ", " \t", " TODO", " n/a", " none", " -", " ???", " <model>", " $MODEL", " null")
    ),
    (
        "case-10 template person",
        message(MODEL, CONTEXT, "Approved-by: Name <email>\n"),
        ["US104"],
        "template",
    ),
    (
        "case-10 unknown model",
        message("Assisted-by: Claude-Code:unknown\n", CONTEXT, APPROVED),
        ["US104"],
        "not named",
    ),
    ("case-10 context without a model", message(CONTEXT, APPROVED), ["US101"], "refer to a prompt context"),
    ("case-10 nothing but a model", message(MODEL), ["US102", "US103"], "no AI-Context says"),
    # 11: values that go on, and keys in values
    (
        "case-11 folded",
        message("Assisted-by: Claude-Code:claude-opus-5\n  ruff\n", CONTEXT, APPROVED),
        ["US104 warning"],
        "goes on in a further line",
    ),
    ("case-11 swallowed", f"A\n\nRefs: x\n {MODEL}", ["US106"], "if it did not begin with a blank"),
    ("case-11 swallowed by tab", f"A\n\nRefs: x\n\t{MODEL}", ["US106"], "continues the trailer above it"),
    ("case-11 noop, another folds", message("Refs: x\n  y\n", DISCLOSED), [], ""),
    # 12: sizes are told, and cost no more than their length
    ("case-12 2.4 MB", message(DISCLOSED, body="x" * 2_400_000), ["US111"], "the message has 2,400,1"),
    ("case-12 many lines", message(DISCLOSED, body="Assisted-by\n" * 200_000), ["US111"], "the policy takes"),
    ("case-12 noop, 1 MB", message(DISCLOSED, body="x " * 500_000), [], ""),
    # 13: scissors in a stored message, and what clean-up leaves
    ("case-13 below scissors", f"A\n\n{SCISSORS}{DISCLOSED}", ALL_LOST, "above line 3, the scissors"),
    (
        "case-13 above scissors",
        f"{message(DISCLOSED)}{SCISSORS}diff --git\n",
        ["US112 warning"],
        "line 6 is a sci",
    ),
    ("case-13 noop, no disclosure", f"A\n\n{SCISSORS}diff --git\n", [], ""),
    ("case-13 noop, verbatim", f"\n\n{message(DISCLOSED)}\n\n\n", [], ""),
    # 14: the divider of mail
    ("case-14 above", f"A\n\n---\n\n{DISCLOSED}", ["US112 warning"], "git am drops the trailers below it"),
    ("case-14 below", f"{message(DISCLOSED)}---\nnotes\n", ALL_LOST, "if line 6 (`---`)"),
    ("case-14 noop, a rule of four", f"A\n\n----\n\n{DISCLOSED}", [], ""),
    # 15: what a template leaves
    ("case-15 commented", "A\n\n# Assisted-by: <agent>:<model>\n", ["US106 note"], "if it were no comment"),
    (
        "case-15 not filled in",
        "A\n\nAssisted-by: <agent>:<model>\nAI-Context: <ref>\nApproved-by: <name> <<email>>\n",
        ["US104", "US104", "US104"],
        "left from a template",
    ),
    ("case-15 noop, other comment character", "A\n\n; Assisted-by: X:y\n", [], ""),
    ("case-15 noop, comments below", f"{message(DISCLOSED)}# Please enter the commit message\n#\n", [], ""),
    # 16: what a rebase was meant to fold
    *(
        (f"case-16 {word}", message(title=f"{word}! A"), ["US114"], f'"{word}! A" was not folded')
        for word in ("fixup", "squash", "amend")
    ),
    ("case-16 behind blank lines", "\n \nfixup! A\n", ["US114"], "was not folded"),
    ("case-16 disclosed", message(DISCLOSED, title="squash! A"), ["US114"], "was not folded"),
    ("case-16 noop, no blank", message(title="fixup!A"), [], ""),
    ("case-16 noop, in the middle", message(title="Mend fixup! commits"), [], ""),
    (
        "case-16 buried",
        f"A\n\n{DISCLOSED}\n# This is the commit message #2:\n\nB\n",
        ALL_LOST,
        "last paragraph",
    ),
    # 17 and 18: what squashing does to the messages of others
    (
        "case-17 merge --squash",
        f"A\n\n{SQUASHED}    B\n    \n    {'    '.join(DISCLOSED.splitlines(keepends=True))}",
        ALL_LOST,
        "git merge --squash has indented it",
    ),
    (
        "case-17 noop, said again",
        f"A\n\nSquashed commit of the following:\n\n    {MODEL}    {CONTEXT}    {APPROVED}\n{DISCLOSED}",
        [],
        "",
    ),
    (
        "case-18 GitHub",
        f"A (#12)\n\n* One\n\n{DISCLOSED}\n* Two\n\n{DISCLOSED}\n---------\n\n{BY_CLAUDE}",
        ["US101", *ALL_LOST, "US102", "US103"],
        "(and so would line 11)",
    ),
    ("case-18 noop", f"A (#12)\n\n* One\n* Two\n\n---------\n\n{BY_CLAUDE}{DISCLOSED}", [], ""),
]


@pytest.fixture(scope="session")
def judged(tmp_path_factory):
    """The findings of each case, by its name: a commit each, on one branch."""
    repository = Repository(tmp_path_factory.mktemp("messages"))
    repository.commit("The beginning\n")
    repository.branch("base")
    commits = {name: repository.commit(text) for name, text, *_ in CASES}
    report = repository.verify("base..main")
    assert report.checked["commits"] == len(CASES)
    return {
        name: (rules(report, commit=commit), [one.message for one in report.findings if one.commit == commit])
        for name, commit in commits.items()
    }


@pytest.mark.parametrize(("name", "expected", "words"), [pytest.param(c[0], *c[2:], id=c[0]) for c in CASES])
def test_case(judged, name, expected, words):
    found, messages = judged[name]
    assert found == expected
    assert words in "\n".join(messages)
    if "noop" in name:
        assert not found


ENCODED = [
    ("case-05 Latin-1, told", "caf\xe9".encode("latin-1"), "ISO-8859-1", []),
    ("case-05 Latin-1, not told", "caf\xe9".encode("latin-1"), "", ["US110"]),
    ("case-05 UTF-8, told", "caf\xe9".encode(), "UTF-8", []),
    ("case-05 UTF-8, not told", "caf\xe9".encode(), "", []),
    ("case-05 told wrong", "caf\xe9".encode("latin-1"), "US-ASCII", ["US110"]),
    ("case-05 unknown", b"cafe", "x-nobody-knows", ["US110"]),
    ("case-05 no character set", b"cafe", "rot13", ["US110"]),
    ("case-05 escapes", b"\\u0041", "unicode_escape", ["US110"]),
    ("case-05 Shift-JIS", "表".encode("shift-jis"), "Shift_JIS", []),
]


@pytest.mark.parametrize(("text", "encoding", "expected"), [pytest.param(*c[1:], id=c[0]) for c in ENCODED])
def test_encoding(started, text, encoding, expected):
    before = started.commit(message(MODEL))
    started.commit(b"Title\n\n" + text + b"\n\n" + DISCLOSED.encode(), encoding=encoding)
    after = started.commit(message(MODEL))
    report = started.verify("main~3..main")
    assert rules(report, commit=before) == rules(report, commit=after) == ["US102", "US103"]
    others = [f for f in report.findings if f.commit not in (before, after)]
    assert [f.rule for f in others] == expected
    assert report.checked == {"commits": 3, "assisted": 3}


@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-16LE", "UTF-32"])
def test_case_05_encodings_with_nul(started, encoding):
    """git reads no further than the first NUL, so nothing of such a message can be judged."""
    started.commit(message(DISCLOSED).encode(encoding), encoding=encoding)
    report = started.verify("main^..main")
    assert "US110" in rules(report)
    assert report.verdict == "findings"
