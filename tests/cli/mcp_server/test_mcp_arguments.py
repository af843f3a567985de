"""What of `undersign mcp` needs no MCP: the arguments of tools, and what is told without the package."""

import subprocess
import sys

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.cli.mcp.arguments import Parameter, checked, schema_of
from trailers.errors import UsageError

PARAMETERS = (
    Parameter("text", "string", "What to say.", longest=5),
    Parameter("how", "string", "One of two.", default="", choices=("loud", "low")),
    Parameter("many", "integer", "How often.", default=3, least=1, most=9),
)
VALUES = st.one_of(
    st.text(max_size=7),
    st.sampled_from(["loud", "low", "LOUD", "", 0, 1, 9, 10, -1, True, 1.5, "1"]),
    st.integers(),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=2), st.text(max_size=2), max_size=2),
)


@given(st.dictionaries(st.sampled_from(["text", "how", "many", "more"]), VALUES))
def test_the_schema_says_what_is_taken(arguments):
    validator = jsonschema.Draft202012Validator(schema_of(PARAMETERS))
    if arguments.get("how") == "":  # as if it were left out
        return
    if validator.is_valid(arguments):
        taken = checked(PARAMETERS, arguments)
        assert set(taken) == {"text", "how", "many"}
        assert taken.items() >= arguments.items()
    else:
        with pytest.raises(UsageError):
            checked(PARAMETERS, arguments)


@pytest.mark.parametrize("nothing", [{}, {"how": None, "many": None}, {"how": ""}])
def test_what_is_left_out(nothing):
    assert checked(PARAMETERS, {"text": "hello", **nothing}) == {"text": "hello", "how": "", "many": 3}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({}, "the argument 'text' is missing"),
        ({"text": None}, "the argument 'text' is missing"),
        ({"text": "secret"}, "'text' has 6 characters, more than the 5 that are allowed"),
        ({"text": ["secret"]}, "'text' has to be a string"),
        ({"text": "a", "how": "secret"}, "'how' takes loud, low"),
        ({"text": "a", "many": "secret"}, "'many' has to be an integer"),
        ({"text": "a", "many": True}, "'many' has to be an integer"),
        ({"text": "a", "many": 10}, "'many' has to be between 1 and 9"),
        ({"text": "a", "secret": "secret"}, "there is an argument that this tool does not have"),
    ],
)
def test_what_is_refused_is_not_repeated(arguments, told):
    with pytest.raises(UsageError) as refused:
        checked(PARAMETERS, arguments)
    assert refused.value.message == told
    assert "secret" not in refused.value.remedy


def test_without_the_package(tmp_path):
    """Told what to install: Python takes a module that is None for one that is not there (importlib)."""
    program = (
        "import sys; sys.modules['mcp'] = None; from trailers.cli.edge import main; sys.exit(main(['mcp']))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"pip install 'undersign[mcp]'" in done.stderr
