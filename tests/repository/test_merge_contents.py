"""What a merge holds beyond what git makes of its parents."""

import pytest

from tests.repositories import APPROVED, DISCLOSED, Repository, message, rules
from trailers.repository.merges import merge_contents
from trailers.verify.run import Options

LINES = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
OURS = LINES.replace("1", "one")
THEIRS = LINES.replace("9", "nine")
BOTH = OURS.replace("9", "nine")

OLD = (2, 35)


def merged(path, files, *, ours=OURS, theirs=THEIRS, name="f", text="merge\n"):
    """A merge of two branches that change the file on both sides; `files` are what the merge holds."""
    repository = Repository(path)
    repository.commit("base\n", files={name: LINES, "kept": "kept\n"})
    repository.branch("topic")
    repository.commit("ours\n", files={name: ours})
    repository.commit("theirs\n", files={name: theirs}, branch="topic")
    repository.commit(text, files=files, parents=[repository.tip("main"), repository.tip("topic")])
    return repository


def contents(repository, version=None):
    opened = repository.open()
    if version:
        opened = opened._replace(version=version)
    parents = len(repository.git("rev-parse", "main^@").split())
    found = dict(merge_contents(opened, [(repository.tip("main"), parents)]))
    return found.get(repository.tip("main"))


CASES = [
    pytest.param({"f": BOTH}, None, id="clean"),
    pytest.param({"f": BOTH, "evil": "x\n"}, (("evil",), ()), id="a file put in"),
    pytest.param({"f": BOTH, "kept": None}, (("kept",), ()), id="a file taken out"),
    pytest.param({"f": BOTH.replace("5", "five")}, (("f",), ()), id="a line put in"),
    pytest.param({"f": OURS}, (("f",), ()), id="their side dropped"),
    pytest.param({"f": BOTH, "a/b c": "x\n", "ä": "y\n"}, (("a/b c", "ä"), ()), id="names"),
    pytest.param({"f": BOTH, "t\tab": "x\n"}, (('"t\\tab"',), ()), id="a name that git quotes"),
]


@pytest.mark.parametrize(("files", "expected"), CASES)
def test_without_a_conflict(tmp_path, files, expected):
    found = contents(merged(tmp_path, files))
    assert (found and (found.added, found.resolved)) == expected


@pytest.mark.parametrize("name", ["f", "a b/c", "t\tab", 'q"uote', "ä", "a b"])
def test_a_conflict_resolved(tmp_path, name):
    ours, theirs = LINES.replace("5", "ours"), LINES.replace("5", "theirs")
    found = contents(
        merged(tmp_path, {name: LINES.replace("5", "both")}, ours=ours, theirs=theirs, name=name)
    )
    assert found.added == ()
    assert len(found.resolved) == 1


def test_a_conflict_and_more(tmp_path):
    ours, theirs = LINES.replace("5", "ours"), LINES.replace("5", "theirs")
    found = contents(merged(tmp_path, {"f": LINES, "evil": "x\n"}, ours=ours, theirs=theirs))
    assert (found.added, found.resolved, found.compared) == (("evil",), ("f",), True)


def test_a_file_that_one_side_deletes(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("base\n", files={"f": LINES, "g": "g"})
    repository.branch("topic")
    repository.commit("ours\n", files={"f": None})
    repository.commit("theirs\n", files={"f": THEIRS}, branch="topic")
    tips = [repository.tip("main"), repository.tip("topic")]
    repository.commit("merge\n", parents=tips)
    assert contents(repository).resolved == ("f",)
    # git itself leaves the changed file, so keeping it adds nothing
    repository.commit("merge\n", files={"f": THEIRS}, parents=tips)
    assert contents(repository) is None


@pytest.mark.parametrize(("files", "expected"), CASES[:4])
def test_a_git_that_cannot_merge_again(tmp_path, files, expected):
    found = contents(merged(tmp_path, files), version=OLD)
    # A file that equals one parent's is not seen, one that both sides changed always is.
    assert found is not None
    assert not found.compared
    assert set(found.added) >= {*(expected[0] if expected else ()), "f"} - {"kept"}


def octopus(path, files):
    repository = Repository(path)
    repository.commit("base\n", files={"f": "f"})
    for name in "abc":
        repository.branch(name)
    for name in "abc":
        repository.commit(f"{name}\n", files={name: name}, branch=name)
    tips = [repository.tip(name) for name in "abc"]
    repository.commit(
        "octopus\n", files={"a": "a", "b": "b", "c": "c", **files}, parents=[repository.tip("main"), *tips]
    )
    return repository


def test_a_clean_octopus(tmp_path):
    assert contents(octopus(tmp_path, {})) is None


def test_an_evil_octopus(tmp_path):
    found = contents(octopus(tmp_path, {"f": "evil"}))
    assert (found.added, found.compared) == (("f",), False)


def test_the_finding_for_an_octopus(tmp_path):
    report = octopus(tmp_path, {"f": "evil"}).verify("main^..main")
    assert rules(report) == ["US115 warning"]
    assert (
        "could not be made again to compare; it differs from each parent in f" in report.findings[0].message
    )


def test_many_merges_in_one_run(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("base\n")
    evil = []
    for number in range(12):
        repository.branch(f"b{number}")
        repository.commit(f"{number}\n", files={f"{number}": "x"}, branch=f"b{number}")
        files = {"evil": str(number)} if number % 4 == 0 else {}
        made = repository.merge(f"merge {number}\n", f"b{number}", files=files)
        evil += [made] if files else []
    merges = [(name, 2) for name in repository.git("rev-list", "--merges", "main").split()]
    assert sorted(name for name, _ in merge_contents(repository.open(), merges)) == sorted(evil)


def test_no_merges(started):
    assert list(merge_contents(started.open(), [])) == []


@pytest.mark.parametrize(
    ("files", "expected", "words"),
    [
        pytest.param({"f": BOTH}, [], "", id="noop, clean"),
        pytest.param(
            {"f": BOTH, "evil": "x"}, ["US115 warning"], "what neither side changed: evil", id="evil"
        ),
        pytest.param(
            {"f": BOTH, **{f"evil{n}": "x" for n in range(7)}},
            ["US115 warning"],
            "and 2 more",
            id="very evil",
        ),
    ],
)
def test_the_finding(tmp_path, files, expected, words):
    report = merged(tmp_path, files).verify("main~2..main")
    assert rules(report) == expected
    assert words in "".join(finding.message for finding in report.findings)
    assert report.verdict == "clean"
    assert report.verdict_with(strict=True) == ("findings" if expected else "clean")


def test_a_resolved_conflict_is_a_note(tmp_path):
    ours, theirs = LINES.replace("5", "ours"), LINES.replace("5", "theirs")
    report = merged(tmp_path, {"f": LINES}, ours=ours, theirs=theirs).verify("main^..main")
    assert rules(report) == ["US115 note"]
    assert "resolves conflicts by hand: f" in report.findings[0].message


def test_an_approved_merge_is_left_alone(tmp_path):
    repository = merged(tmp_path, {"f": BOTH, "evil": "x"}, text=message(DISCLOSED))
    assert rules(repository.verify("main^..main")) == []
    repository = merged(tmp_path / "b", {"f": BOTH, "evil": "x"}, text=message(APPROVED))
    assert rules(repository.verify("main^..main")) == []


def test_it_is_off_for_a_whole_history_and_where_it_is_turned_off(tmp_path):
    repository = merged(tmp_path, {"f": BOTH, "evil": "x"})
    assert rules(repository.verify("--all")) == []
    assert rules(repository.verify("main^..main", options=Options(remerge=False))) == []
    assert rules(repository.verify("--all", options=Options())) == ["US115 warning"]
