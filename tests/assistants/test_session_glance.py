"""What a glance tells is what a closer look tells; and of how little of a long session that is needed."""

import json
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import session_files as files
from trailers.assistants.environment import Assistant
from trailers.assistants.sessions import scanning
from trailers.assistants.sessions.backwards import LIMIT
from trailers.assistants.sessions.finding import find_session
from trailers.assistants.sessions.glance import has_only, is_since, strings_of
from trailers.assistants.sessions.window import digest, sha256_since

EARLIEST = b"2026-11-18T10:00:00"
TIMES = [
    '"timestamp":"2026-11-18T10:00:00.000Z"',
    '"timestamp":"2026-11-18T09:59:59.999Z"',
    '"timestamp":"2026-11-19T10:00:00.250Z"',
    '"timestamp": "2026-11-19T10:00:00.250Z"',
    '"timestamp":"2026-11-19T10:00:00Z"',
    '"timestamp":"2026-11-18T23:00:00.250+09:00"',
    '"timestamp":"2026-11-18T11:00:00.2501+0Z"',
    '"timestamp":"2026-11-19T10:00:00\\u002e250Z"',
    '"timestamp":"2026"',
    '"timestamp":1795286491',
    '"timestamp" : null',
    '"timestamp":""',
    '"timestamp"',
    '"sort":"timestamp"',
    '\\"timestamp\\":\\"2020-01-01T00:00:00.000Z\\"',
    '"x":1',
    "Z",
    '"',
]


def closer(text):
    """All times in the text, as they are written; as the glance's page says it."""
    times = strings_of(text, b"timestamp")
    return bool(times) and all(t >= EARLIEST and 19 < len(t) < 40 and t.endswith(b"Z") for t in times)


@given(st.lists(st.sampled_from(TIMES), max_size=6), st.sampled_from([",", "\n", "}\n{", ""]))
def test_all_since(parts, between):
    text = between.join(parts).encode()
    assert is_since(text, EARLIEST) == closer(text)


@given(st.text('"timesap:\\ Z2019-T.', max_size=80))
def test_all_since_in_anything(text):
    assert is_since(text.encode(), EARLIEST) == closer(text.encode())


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ('"model":"a","model":"b"', ["a", "b"], True),
        ('"model":"a","model":"b"', ["a"], False),
        ('"model":"a","model": "a"', ["a"], False),
        ('"model":"ab"', ["a"], False),
        ('"model":"a","kind":"model"', ["a"], False),
        ('"model":null', ["a"], False),
        ('\\"model\\":\\"b\\","model":"a"', ["a"], True),
        ("", ["a"], False),
        ('"model":"a"', [], False),
    ],
)
def test_only_what_is_known(text, known, expected):
    assert has_only(text.encode(), b"model", [name.encode() for name in known]) is expected


def line(at, directory, model="claude-opus-5"):
    record = {"cwd": str(directory), "type": "assistant", "message": {"model": model, "content": "x" * 2000}}
    return json.dumps(record | {"timestamp": files.iso(at)}, separators=(",", ":")).encode() + b"\n"


@pytest.fixture(scope="module")
def long_session(tmp_path_factory):
    """A session of 20,000 lines, 44 MB, a line a second; its home and its directory."""
    folder = tmp_path_factory.mktemp("long")
    home, work = folder / "home", folder / "work"
    work.mkdir()
    made = files.claude_code(home, work, [])
    with made.path.open("wb") as file:
        file.writelines(line(files.START + second, work) for second in range(20_000))
    assert made.path.stat().st_size > 40 << 20
    return home, work, made


def counted(work):
    """What the work gives, and how many texts were parsed and bytes read for it."""
    parsed, read = [0], [0]

    def watch(frame, event, argument):
        if event == "call" and frame.f_code is scanning.loads.__code__:
            parsed[0] += 1
        elif event == "return" and frame.f_code.co_name == "_before" and argument is not None:
            read[0] += len(argument)

    sys.setprofile(watch)
    try:
        return work(), parsed[0], read[0]
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("seconds", [100, 500, 1000, 2800])
def test_how_much_is_looked_at(long_session, seconds):
    home, work, made = long_session
    since = files.START + 20_000 - seconds
    size = seconds * len(line(0, work))
    claude = Assistant("claude-code", "Claude Code", "strong", "CLAUDECODE")

    def find():
        return find_session(claude, made.environ, str(home), str(work), since)

    session, parsed, read = counted(find)
    assert (session.models, session.complete) == (("claude-opus-5",), True)
    # The lines of the first 16 KiB, and of the block in which the parent commit lies.
    assert parsed < 60
    assert size <= read <= size + (1 << 17)
    name, parsed, read = counted(lambda: sha256_since(str(made.path), since))
    assert parsed < 60
    assert size <= read <= size + (1 << 17)
    assert name == digest(str(made.path), since).sha256


def test_a_session_that_is_longer_than_the_limit(long_session):
    home, work, made = long_session
    claude = Assistant("claude-code", "Claude Code", "strong", "CLAUDECODE")
    session, parsed, read = counted(lambda: find_session(claude, made.environ, str(home), str(work), 0))
    assert (session.models, session.complete) == (("claude-opus-5",), False)
    assert parsed < 20
    assert read == LIMIT


def test_a_directory_that_only_older_lines_name(tmp_path):
    """The last lines were written elsewhere: all the directories that a session names count."""
    work = tmp_path / "work"
    work.mkdir()
    made = files.claude_code(tmp_path / "home", work, [])
    lines = [line(files.START + second, work if second < 50 else "/elsewhere") for second in range(300)]
    made.path.write_bytes(b"".join(lines))
    claude = Assistant("claude-code", "Claude Code", "strong", "CLAUDECODE")
    session = find_session(claude, made.environ, str(tmp_path / "home"), str(work), files.START)
    assert session.models == ("claude-opus-5",)
    made.path.write_bytes(b"".join(lines[60:]))
    assert not find_session(claude, made.environ, str(tmp_path / "home"), str(work), files.START).models


@pytest.mark.parametrize("sizes", [(1,) * 3, (3, 70_000, 3), (200_000, 200_000), (10, 3_000_000, 10)])
def test_lines_longer_than_what_is_read_at_once(tmp_path, sizes):
    path = tmp_path / "t"
    path.write_bytes(b"".join(b"x" * size + b"\n" for size in sizes))
    from trailers.assistants.sessions.backwards import Backwards

    handle = os.open(path, os.O_RDONLY)
    try:
        found = list(Backwards(handle, path.stat().st_size))
    finally:
        os.close(handle)
    assert [len(one) for one in found] == list(reversed(sizes))
