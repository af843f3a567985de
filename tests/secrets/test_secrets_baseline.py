"""Our baseline: what it allows, how it is written and brought up to date, and that branches merge."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.errors import PolicyError
from trailers.secrets.baseline.entry import Entry
from trailers.secrets.baseline.reading import read_baseline
from trailers.secrets.baseline.updating import update
from trailers.secrets.baseline.writing import entries_of, write_baseline
from trailers.secrets.fingerprint import fingerprint
from trailers.secrets.found import Found

NAME = ".secrets.baseline"
HEAD = '[{"version": "undersign-secrets/1"}\n'


def found(secret, line=1, detector="a-token"):
    return Found("US201", detector, line, 1, secret, "a token")


def baseline_of(*founds, labels=()):
    entries = [entry._replace(label=dict(labels).get(entry.path, "")) for entry in entries_of(founds)]
    return read_baseline(write_baseline(entries).encode(), NAME)


def test_how_it_is_written():
    entries = entries_of([("b", found("two")), ("a", found("one", detector="z")), ("a", found("one"))])
    one, two = fingerprint(found("one")), fingerprint(found("two"))
    assert write_baseline(entries) == (
        f"{HEAD}"
        f',{{"path": "a", "detector": "a-token", "fingerprint": "{one}"}}\n'
        f',{{"path": "b", "detector": "a-token", "fingerprint": "{two}"}}\n'
        "]\n"
    )
    assert json.loads(write_baseline(entries))[0] == {"version": "undersign-secrets/1"}
    assert write_baseline([]) == HEAD + "]\n"


@pytest.mark.parametrize(
    ("path", "one", "allowed"),
    [
        ("a", found("one"), True),
        ("a", found("one", line=99), True),
        ("a", found("one", detector="another"), True),
        ("a", found("two"), False),
        ("b", found("one"), False),
        ("./a", found("one"), False),
    ],
)
def test_what_it_allows(path, one, allowed):
    baseline = baseline_of(("a", found("one")))
    assert baseline.allows(path, one) is allowed
    assert (baseline.entry(path, one) is not None) is allowed


def test_an_empty_one_allows_nothing():
    assert not read_baseline((HEAD + "]").encode(), NAME).allows("a", found("one"))


@pytest.mark.parametrize("value", ["ghp", "glpat", "", "3f_"])
def test_what_stands_for_every_token_is_not_written_and_allows_nothing(value):
    assert entries_of([("a", found(value))]) == []
    text = write_baseline([Entry("a", "d", fingerprint(found(value)))])
    baseline = read_baseline(text.encode(), NAME)
    assert not baseline.allows("a", found(value))
    assert [(one.rule, one.severity, one.path, one.line) for one in baseline.blanket()] == [
        ("US208", "warning", NAME, 2)
    ]


def test_stale_entries_are_named_with_their_lines():
    baseline = baseline_of(("a", found("one")), ("a", found("two")), ("b", found("one")))
    used = [baseline.entry("a", found("two")), baseline.entry("b", found("one"))]
    [note] = baseline.stale(used)
    assert (note.rule, note.severity, note.path) == ("US209", "note", NAME)
    assert baseline.entries[note.line - 2] == baseline.entry("a", found("one"))
    assert len(baseline.stale([])) == 3
    assert baseline.stale(baseline.entries) == []


ENTRY = {"path": "a", "detector": "d", "fingerprint": "0" * 64}
VERSION = {"version": "undersign-secrets/1"}
BROKEN = [
    (b"", "not JSON"),
    (b"not json", "not JSON"),
    (b"\xff\xfe", "not UTF-8"),
    (b"[" * 100_000, "not JSON"),
    (b"[" + b"9" * 10_000 + b"]", "not JSON"),
    (b"1", "neither a list"),
    (b"[]", "first element"),
    (b"[1]", "first element"),
    (b'[{"version": 1}]', "first element"),
    (b'[{"version": "undersign-secrets/1"}, 1]', "entry 1 is not an object"),
    (b'[{"version": "undersign-secrets/1", "version": "undersign-secrets/1"}]', "twice"),
    *(
        (json.dumps([VERSION, {**ENTRY, key: value}]).encode(), why)
        for key, value, why in [
            ("path", 1, "'path' is not a text"),
            ("path", "", "'path' is not a text"),
            ("detector", None, "'detector' is not a text"),
            ("fingerprint", "0" * 40, "'fingerprint' is not a hash of 64"),
            ("fingerprint", "G" * 64, "'fingerprint' is not a hash"),
            ("label", "maybe", "'label' is neither"),
            ("reason", [], "'reason' is not a text"),
            ("line_number", 3, "'line_number' is not known"),
        ]
    ),
]


@pytest.mark.parametrize(("data", "why"), BROKEN)
def test_what_cannot_be_read_is_an_error_with_a_command(data, why):
    with pytest.raises(PolicyError, match=why) as caught:
        read_baseline(data, NAME)
    assert NAME in caught.value.message
    assert caught.value.remedy == f"undersign secrets baseline create {NAME}"


def test_a_newer_one_asks_for_an_upgrade():
    with pytest.raises(PolicyError, match="undersign-secrets/2") as caught:
        read_baseline(b'[{"version": "undersign-secrets/2"}]', NAME)
    assert caught.value.remedy == "upgrade undersign"


class TestUpdating:
    def test_nothing_changes(self):
        baseline = baseline_of(("a", found("one")), labels=[("a", "secret")])
        updated = update(baseline, [("a", found("one", line=7))], lambda _: True)
        assert updated[1:] == (0, 0, 0)
        assert write_baseline(updated.entries) == write_baseline(baseline.entries)

    def test_what_is_new_and_what_is_gone(self):
        baseline = baseline_of(("a", found("one")), ("b", found("two")))
        updated = update(baseline, [("a", found("one")), ("a", found("three"))], lambda _: True)
        assert updated[1:] == (1, 0, 1)
        assert {entry.path for entry in updated.entries} == {"a"}

    def test_a_label_goes_with_a_moved_file(self):
        baseline = baseline_of(("old", found("one")), labels=[("old", "not-a-secret")])
        updated = update(baseline, [("new", found("one"))], lambda _: True)
        assert updated[1:] == (0, 1, 0)
        assert [(entry.path, entry.label) for entry in updated.entries] == [("new", "not-a-secret")]

    def test_a_copy_has_the_label_too(self):
        baseline = baseline_of(("a", found("one")), labels=[("a", "secret")])
        updated = update(baseline, [("a", found("one")), ("b", found("one"))], lambda _: True)
        assert updated[1:] == (0, 0, 0)
        assert [entry.label for entry in updated.entries] == ["secret", "secret"]

    def test_what_was_not_scanned_stays(self):
        baseline = baseline_of(("a", found("one")), ("b", found("two")))
        updated = update(baseline, [], lambda path: path == "a")
        assert updated[1:] == (0, 0, 1)
        assert [entry.path for entry in updated.entries] == ["b"]

    def test_from_detect_secrets_the_labels_are_taken_over(self):
        import hashlib

        digest = hashlib.sha1(b"one").hexdigest()
        entry = {"type": "T", "filename": "a", "hashed_secret": digest, "is_secret": False}
        gone = {**entry, "hashed_secret": "0" * 40}
        document = {
            "version": "1.5.0",
            "plugins_used": [],
            "filters_used": [],
            "results": {"a": [entry, gone]},
        }
        baseline = read_baseline(json.dumps(document).encode(), NAME)
        updated = update(baseline, [("a", found("one"))], lambda _: True)
        assert updated[1:] == (0, 0, 1)
        assert updated.entries == (Entry("a", "a-token", fingerprint(found("one")), "not-a-secret"),)


PATHS = ["a/one", "b/two", "c/three", "d/four"]


class TestMerging:
    def merged(self, started, ours, theirs, attributes=None):
        """The baseline after branches that each add entries for these files are merged by git itself."""
        before = [("b", found("old")), ("m", found("old")), ("z", found("old"))]
        files = {NAME: write_baseline(entries_of(before))}
        if attributes:
            files[".gitattributes"] = attributes
        base = started.commit("Base\n", files=files)
        for branch, added in (("ours", ours), ("theirs", theirs)):
            started.branch(branch, base)
            entries = entries_of([*before, *((path, found(path)) for path in added)])
            started.commit("Add\n", files={NAME: write_baseline(entries)}, branch=branch)
        started.git("checkout", "-q", "-f", "ours")
        started.git("merge", "-q", "--no-edit", "theirs")
        return read_baseline((started.path / NAME).read_bytes(), NAME)

    @pytest.mark.parametrize(
        ("ours", "theirs"),
        [
            (["a"], ["n"]),
            (["a", "c"], ["zz"]),
            (["zz"], ["a"]),
            (["n"], ["n"]),
            (["c"], ["o"]),
        ],
    )
    def test_entries_with_a_line_between_merge(self, started, ours, theirs):
        baseline = self.merged(started, ours, theirs)
        assert {entry.path for entry in baseline.entries} == {"b", "m", "z", *ours, *theirs}
        assert write_baseline(baseline.entries).encode() == (started.path / NAME).read_bytes()

    @pytest.mark.parametrize(("ours", "theirs"), [(["c"], ["d"]), (["d", "e"], ["c", "f"]), (["zx"], ["zy"])])
    def test_entries_beside_each_other_merge_by_union(self, started, ours, theirs):
        baseline = self.merged(started, ours, theirs, f"{NAME} merge=union\n")
        assert sorted(entry.path for entry in baseline.entries) == sorted(["b", "m", "z", *ours, *theirs])
        assert all(baseline.allows(path, found(path)) for path in (*ours, *theirs))

    def test_a_conflict_is_said_to_be_one(self, started):
        with pytest.raises(AssertionError):
            self.merged(started, ["c"], ["d"])
        with pytest.raises(PolicyError, match="conflicts of a merge") as caught:
            read_baseline((started.path / NAME).read_bytes(), NAME)
        assert "merge=union" in caught.value.remedy


TEXTS = st.text(max_size=8)
ENTRIES = st.builds(
    Entry,
    st.text(min_size=1, max_size=8),
    st.text(min_size=1, max_size=8),
    st.integers(0, 15).map(lambda digit: f"{digit:x}" * 64),
    st.sampled_from(["", "secret", "not-a-secret"]),
    TEXTS,
    st.just(0),
)


@settings(deadline=None, max_examples=100)
@given(st.lists(ENTRIES, max_size=6, unique_by=lambda one: (one.path, one.fingerprint)))
def test_what_is_written_is_read(entries):
    text = write_baseline(entries)
    baseline = read_baseline(text.encode(), NAME)
    assert sorted(entry._replace(line=0) for entry in baseline.entries) == sorted(entries)
    assert [entry.line for entry in baseline.entries] == list(range(2, len(entries) + 2))
    assert write_baseline(baseline.entries) == text
    assert text.count("\n") == len(entries) + 2


def test_a_path_that_is_no_utf_8_comes_back():
    text = write_baseline([Entry("a\udcffb\n\x1b", "d", "0" * 64)])
    assert read_baseline(text.encode(), NAME).entries[0].path == "a\udcffb\n\x1b"


@settings(deadline=None, max_examples=200)
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.sampled_from([*ENTRY, *ENTRY.values(), VERSION["version"]]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*ENTRY, "version", "results"]), inner)
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(document):
    for candidate in (document, [VERSION, document], {"version": "1.5.0", "results": document}):
        try:
            baseline = read_baseline(json.dumps(candidate).encode(), NAME)
        except PolicyError:
            continue
        baseline.blanket()
        baseline.stale([])
        assert not baseline.allows("a", found("one"))


@pytest.mark.parametrize("paths", [1, 10_000])
def test_growth(paths):
    def prepare(size):
        founds = [(f"f{number % paths}", found(f"secret {number}")) for number in range(size)]
        data = write_baseline(entries_of(founds)).encode()

        def run():
            baseline = read_baseline(data, NAME)
            baseline.stale([baseline.entry(path, one) for path, one in founds])
            update(baseline, founds, lambda _: True)

        return run

    assert growth(prepare, 300) < LINEAR
