"""The title, against git's own `%s`."""

import pytest

from trailers.message.title import title_of


@pytest.mark.parametrize(
    "text",
    [
        "One\n",
        "One",
        "\n \n\tOne  \n\nBody\n",
        "One\ntwo\r\nthree \n \nBody\n",
        "One\n  indented\n",
        "\u00c6 \u2028x\ny\n",
    ],
)
def test_as_git_gives_it(started, text):
    commit = started.commit(text)
    assert title_of(text) == started.git("log", "-1", "--format=%s", commit).removesuffix("\n")


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_none(text):
    assert title_of(text) == ""
