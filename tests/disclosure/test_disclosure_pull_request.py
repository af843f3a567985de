"""The block in a pull request's text."""

import pytest

from trailers.disclosure.pull_request import read_block, write_block

LINES = (
    "Assisted-by: Claude-Code:claude-opus-5 ruff",
    "AI-Context: session:claude-code/1",
    "Approved-by: Ann Ray <ann@corp.test>",
)
BLOCK = "### AI disclosure\n\n" + "".join(f"- {line}\n" for line in LINES)


def values(said):
    return said and [model.value for model in said.models]


def test_written_and_read(read):
    said = read(*LINES)
    assert write_block(said) == BLOCK
    back = read_block("What and why.\n\n" + BLOCK)
    assert back.profile == "pr-body"
    assert back.flaws == ()
    assert values(back) == values(said)
    assert [context.value for context in back.contexts] == ["session:claude-code/1"]
    assert [approver.line for approver in back.approvers] == [7]
    assert write_block(back) == BLOCK


def test_nothing_to_say_is_no_block(read):
    assert write_block(read()) == ""


READ = {
    "CRLF": "# AI disclosure\r\n\r\n- Assisted-by: A:m\r\n",
    "no bullet": "## AI Disclosure:\nAssisted-by: A:m",
    "other bullets": "## AI disclosure ##\n* Assisted-by: A:m\n",
    "code": "### AI disclosure\n+ Assisted-by: `A:m`\n",
    "prose between": "### AI disclosure\nI was helped:\n\n- Assisted-by: A:m\n",
    "section after": "### AI disclosure\n- Assisted-by: A:m\n## Testing\n- Assisted-by: B:n\n",
    "a comment before": "<!-- fill in\n# Title\n-->\n# AI disclosure\n<!-- one --> - Assisted-by: A:m\n",
    "a fence before": "~~~\n# AI disclosure\n```\n~~~\n# AI disclosure\nAssisted-by: A:m",
    "a hash that is no heading": "# AI disclosure\n#12 is mended\n- Assisted-by: A:m",
}


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_read(text):
    assert values(read_block(text)) == ["A:m"]


NOT_READ = {
    "empty": "",
    "no heading": "- Assisted-by: A:m\n",
    "another heading": "# Disclosure\n- Assisted-by: A:m",
    "too deep": "####### AI disclosure\n- Assisted-by: A:m",
    "in a comment": "<!-- # AI disclosure\n- Assisted-by: A:m\n-->",
    "in an open comment": "<!--\n# AI disclosure\n- Assisted-by: A:m",
    "in a fence": "```\n# AI disclosure\n- Assisted-by: A:m\n```",
    "in a longer fence": "````md\n```\n# AI disclosure\n- Assisted-by: A:m\n```\n````",
}


@pytest.mark.parametrize("text", NOT_READ.values(), ids=NOT_READ)
def test_not_read(text):
    assert read_block(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "# AI disclosure\n",
        "# AI disclosure\n<!-- - Assisted-by: A:m -->\n",
        "# AI disclosure\n- [ ] Assisted-by: A:m",
    ],
)
def test_a_section_that_says_nothing(text):
    assert read_block(text)[:5] == ((), (), (), (), ())


def test_a_template_left_in_is_flagged():
    (flaw,) = read_block("# AI disclosure\n\n- Assisted-by: <agent:model>\n").flaws
    assert flaw.line == 3
    assert "template" in flaw.why


def test_no_section_hides_another():
    said = read_block("# AI disclosure\n- AI-Assistance: none\n# More\n# AI disclosure\n- Assisted-by: A:m\n")
    assert values(said) == ["A:m"]
    assert len(said.denials) == 1
