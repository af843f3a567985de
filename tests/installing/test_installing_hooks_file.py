"""Hook settings: what is added stands where it should, and leaves without a trace."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.errors import UsageError
from trailers.installing.hooks_file import Place, install, uninstall
from trailers.installing.jsonc import parse

GROUPED = Place("PreToolUse", grouped=True)
FLAT = Place("beforeShellExecution", grouped=False, version=True)
COMMAND = "sh -c 'exec undersign hook claude-code'"
ENTRIES = {
    GROUPED: {"matcher": "Bash", "hooks": [{"type": "command", "command": COMMAND}]},
    FLAT: {"command": COMMAND},
}
OLD = {
    GROUPED: {"matcher": "Bash", "hooks": [{"type": "command", "command": "python -I -m hooks.assistant x"}]},
    FLAT: {"command": "python -I -m hooks.assistant x", "timeout": 3},
}
PLACES = [pytest.param(GROUPED, id="grouped"), pytest.param(FLAT, id="flat")]

EXISTING = {
    "no file": None,
    "empty": "",
    "a blank line": "\n",
    "a byte order mark": "\ufeff",
    "an empty object": "{}",
    "an empty object and a line": "{}\n",
    "an empty object, wide": "{\n\n}\n",
    "an empty object with a comment": "{\n  // nothing yet\n}\n",
    "on one line": '{"model": "opus", "env": {"A": "b"}}',
    "minified": '{"model":"opus","env":{}}\n',
    "four spaces": '{\n    "model": "opus"\n}\n',
    "tabs": '{\n\t"model": "opus",\n\t"env": {\n\t\t"A": "b"\n\t}\n}\n',
    "no final newline": '{\n  "model": "opus"\n}',
    "CRLF": '{\r\n  "model": "opus",\r\n  "hooks": {\r\n    "Stop": []\r\n  }\r\n}\r\n',
    "a comment at the end": '{\n  "model": "opus" // the large one\n}\n',
    "a comment with blanks behind it": '{\n  "model": "opus" // large  \n}\n',
    "a comma at the end": '{\n  "model": "opus", // why not\n}\n',
    "a comma at the end of one line": '{"model": "opus", /* last */ }',
    "a comment on one line": '{"model": "opus" // last\n}',
    "empty hooks": '{\n  "hooks": {}\n}\n',
    "empty hooks, wide": '{\n  "hooks": {\n  }\n}\n',
    "an empty event": '{\n  "hooks": {\n    "PreToolUse": [],\n    "beforeShellExecution": [ ]\n  }\n}\n',
    "another event": '{\n  "hooks": {"Stop": [{"hooks": []}]},\n  "z": 1\n}\n',
    "hooks of others": (
        '{\n "version": 1,\n "hooks": {\n  "PreToolUse": [ // mine\n   {"matcher": "Bash", "hooks": [\n'
        '     {"type": "command", "command": "guard"} ]}\n  ],\n  "beforeShellExecution": [\n'
        '   {"command": "guard"}, // theirs\n  ]\n }\n}\n'
    ),
    "not in order": '{"z": 1, "hooks": {"b": [1, 2], "PreToolUse": [{}]}, "a": [ ], "b": "\\"{}[]//"}\n',
    "behind a byte order mark": '\ufeff{\n  "a": 1\n}\n',
}
TEXTS = [pytest.param(text, id=name) for name, text in EXISTING.items()]


def loaded(text):
    """The value, as json reads it without comments."""

    def value(node):
        if node.kind == "{":
            return {item.key: value(item.node) for item in node.items}
        return [value(item.node) for item in node.items] if node.kind == "[" else node.value

    return value(parse(text))


def entries(text, place):
    return loaded(text)["hooks"][place.event]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", TEXTS)
class TestInstalling:
    def test_it_leaves_without_a_trace(self, text, place):
        installed = install(text, place, ENTRIES[place]).after
        assert installed != text
        assert uninstall(installed, place).after == text

    def test_twice_is_once(self, text, place):
        once = install(text, place, ENTRIES[place]).after
        twice = install(once, place, ENTRIES[place])
        assert (twice.after, twice.lines) == (once, ())

    def test_everything_else_is_as_it_was(self, text, place):
        installed = install(text, place, ENTRIES[place]).after
        before = loaded(text) if text and text.strip("\ufeff\n") else {}
        after = loaded(installed)
        assert after["hooks"][place.event].pop() == ENTRIES[place]
        before.setdefault("hooks", {}).setdefault(place.event, [])
        if place.version:
            after.setdefault("version", 1)
            before.setdefault("version", 1)
        assert after == before

    def test_an_older_form_is_renewed_where_it_stands(self, text, place):
        old = install(text, place, OLD[place]).after
        new = install(old, place, ENTRIES[place])
        assert entries(new.after, place)[-1] == ENTRIES[place]
        assert uninstall(new.after, place).after == text

    def test_what_is_told_is_only_what_changes(self, text, place):
        change = install(text, place, ENTRIES[place])
        assert any("undersign hook" in line for line in change.lines)
        assert not any("opus" in line or "guard" in line for line in change.lines)
        assert all(line[0] in "@+" for line in change.lines)

    def test_there_is_nothing_to_take_out(self, text, place):
        change = uninstall(text, place)
        assert (change.after, change.lines) == (text, ())


def test_a_new_file_is_laid_out_as_people_write_it():
    assert install(None, FLAT, ENTRIES[FLAT]).after == (
        '{\n  "hooks": {\n    "beforeShellExecution": [\n      {\n'
        '        "command": "sh -c \'exec undersign hook claude-code\'"\n'
        '      }\n    ]\n  },\n  "version": 1\n}\n'
    )


def test_the_layout_is_the_files_own():
    installed = install('{\r\n\t"a": 1 // one\r\n}\r\n', GROUPED, ENTRIES[GROUPED]).after
    assert installed.startswith('{\r\n\t"a": 1, // one\r\n\t"hooks": {\r\n\t\t"PreToolUse": [\r\n\t\t\t{\r\n')
    assert installed.endswith("\t\t]\r\n\t}\r\n}\r\n")


def test_what_was_added_later_stays():
    text = install(None, FLAT, ENTRIES[FLAT]).after
    for item in ('{"command": "later"}', '{"command": "undersign hook twice"}'):
        end = parse(text).get("hooks").get(FLAT.event).items[-1].node.end
        text = f"{text[:end]},\n      {item}{text[end:]}"
    left = loaded(uninstall(text, FLAT).after)
    assert left == {"hooks": {FLAT.event: [{"command": "later"}]}, "version": 1}


def test_a_comment_that_was_added_later_stays():
    text = install(None, GROUPED, ENTRIES[GROUPED]).after.replace(
        '"PreToolUse": [', '"PreToolUse": [ // mine'
    )
    left = uninstall(text, GROUPED).after
    assert "// mine" in left
    assert entries(left, GROUPED) == []


def test_another_command_in_our_group_stays():
    text = '{"hooks": {"PreToolUse": [{"hooks": [{"command": "a"}, {"command": "undersign hook x"}]}]}}'
    left = uninstall(text, GROUPED).after
    assert left == '{"hooks": {"PreToolUse": [{"hooks": [{"command": "a"}]}]}}'


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "{",
        '{"a": 1',
        '{"a" 1}',
        '{"a": 1 "b": 2}',
        "{} {}",
        "{'a': 1}",
        '{"a": NaN}',
        '{"a": "\n"}',
        "[1]",
        '{"hooks": []}',
        '{"hooks": {"PreToolUse": {}}}',
        "{ /* no end",
        "[" * 100_000,
        '{"a": ' * 5_000,
        "\0",
    ],
)
def test_what_is_not_such_settings_is_refused(text):
    with pytest.raises(UsageError):
        install(text, GROUPED, ENTRIES[GROUPED])


SPACES = st.sampled_from(
    ["", " ", "\n", "\n  ", "\n\t", "  ", "\r\n    ", " /* c */ ", "// c\n", " // c \n ", "\n// x\r\n"]
)
KEYS = st.sampled_from(["a", "hooks", "PreToolUse", "beforeShellExecution", "version", "x\\ny", "é"])
SCALARS = st.sampled_from(["1", "-2.5e3", '"s"', '"\\"{"', "true", "null", '"//"', "{}", "[]"])


@st.composite
def containers(draw, inner, brackets):
    parts = []
    keys = draw(st.lists(KEYS, max_size=3, unique=True))
    for number, key in enumerate(keys):
        name = f'"{key}"{draw(SPACES)}:{draw(SPACES)}' if brackets == "{}" else ""
        comma = "," if number < len(keys) - 1 or draw(st.booleans()) else ""
        parts.append(f"{draw(SPACES)}{name}{draw(inner)}{draw(SPACES)}{comma}")
    return f"{brackets[0]}{''.join(parts)}{draw(SPACES)}{brackets[1]}"


VALUES = st.recursive(SCALARS, lambda inner: containers(inner, "{}") | containers(inner, "[]"), max_leaves=12)
DOCUMENTS = st.tuples(SPACES, containers(VALUES, "{}"), SPACES).map("".join)


@pytest.mark.parametrize("place", PLACES)
@given(text=DOCUMENTS)
def test_any_settings_come_back(place, text):
    try:
        installed = install(text, place, ENTRIES[place]).after
    except UsageError:
        return
    assert entries(installed, place)[-1] == ENTRIES[place]
    assert install(installed, place, ENTRIES[place]).after == installed
    assert uninstall(installed, place).after == text


@given(st.text(alphabet='{}[],:"/*\\ \n1a', max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        parse(text)
    except UsageError:
        return


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
    st.sampled_from([None, 1, "\t"]),
)
def test_json_is_read_as_json_reads_it(value, indent):
    assert loaded(json.dumps(value, indent=indent)) == value
