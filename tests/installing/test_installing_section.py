"""A section between marks: put in, renewed, and taken out without a trace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.errors import UsageError
from trailers.installing.agents_md import install, uninstall
from trailers.installing.section import MARKDOWN, TOML, put_section, take_section

EXISTING = {
    "no file": None,
    "empty": "",
    "a blank line": "\n",
    "a line": "# Agents\n",
    "no final newline": "# Agents",
    "blank lines at the end": "# Agents\n\n\n",
    "CRLF": "# Agents\r\n\r\nBe kind.\r\n",
    "CRLF without the last": "# Agents\r\nBe kind.",
    "both line ends": "a\r\nb\n",
    "the other way round": "a\nb\r\n",
    "carriage returns": "a\rb\r",
    "blanks": "   ",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in EXISTING.items()])
class TestSections:
    def test_it_leaves_without_a_trace(self, text):
        assert uninstall(install(text).after).after == text

    def test_twice_is_once(self, text):
        once = install(text).after
        assert install(once).after == once
        assert install(once).lines == ()

    def test_what_was_there_stands_above(self, text):
        assert install(text).after.startswith(text or "")

    def test_an_older_section_is_renewed_where_it_stands(self, text):
        old = put_section(text, MARKDOWN, "an older text\n").after
        assert install(old).after == install(text).after

    def test_there_is_nothing_to_take_out(self, text):
        assert uninstall(text).after == text


@given(st.text(alphabet="ab #\r\n", max_size=12), st.sampled_from([MARKDOWN, TOML]))
def test_any_text_comes_back(text, marks):
    assert take_section(put_section(text, marks, "content\n").after, marks).after == text


def test_what_was_written_below_stays():
    text = install("# Agents\n").after + "\nBelow.\n"
    assert uninstall(text).after == "# Agents\n\nBelow.\n"


@pytest.mark.parametrize(
    "text",
    [
        MARKDOWN.begin,
        MARKDOWN.end,
        f"{MARKDOWN.end}\n{MARKDOWN.begin}",
        f"{MARKDOWN.begin}\n{MARKDOWN.end}\n" * 2,
    ],
)
def test_marks_that_do_not_match_are_refused(text):
    for change in (install, uninstall):
        with pytest.raises(UsageError):
            change(text)
