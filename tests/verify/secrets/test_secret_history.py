"""`--range`: every line that any commit of the range adds, whatever came later."""

import pytest

from hooks.secret_scan import main
from tests.repositories import clone, run_git
from tests.secret_values import GITHUB, OTHER, STRIPE

FOUND = f'token = "{GITHUB}"\n'


@pytest.fixture
def scan(repository, monkeypatch, capfd):
    """Look at a range: its exit code, what is found as (commit, place, rule), and all that is printed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(repository.path / ".git/cache"))
    repository.commit("The beginning\n", files={"README": "read me\n"})

    def run(*words, at=repository.path):
        monkeypatch.chdir(at)
        code = main(words)
        printed = capfd.readouterr()
        told = printed.out + printed.err
        assert not any(secret in told for secret in (GITHUB, OTHER, STRIPE))
        found = [
            (line.split(" ")[0], line.split(" ")[1].rstrip(":"), line.split(" ")[3].rstrip(":"))
            for line in printed.out.splitlines()
            if ": error US2" in line
        ]
        return code, found, told

    return run


def test_added_and_removed_again(repository, scan):
    one = repository.commit("one\n", files={"src/a": f"1\n{FOUND}"})
    repository.commit("two\n", files={"src/a": "1\n"})
    code, found, told = scan("--range", "main~2..main")
    assert (code, found) == (1, [(one[:12], "src/a:2:10", "US201")])
    assert "2 commits and 1 file checked" in told
    assert "the history keeps it" in told
    assert scan("--range", "main~1..main")[:2] == (0, [])
    assert scan("--range", one)[:2] == (1, [(one[:12], "src/a:2:10", "US201")])


def test_only_the_added_lines(repository, scan):
    repository.commit("one\n", files={"a": f"1\n{FOUND}2\n"})
    two = repository.commit("two\n", files={"a": f"0\n1\n{FOUND}2\nsecret = '{STRIPE}'\n"})
    assert scan("--range", "main^..main")[1] == [(two[:12], "a:5:11", "US201")]


def test_the_whole_history(repository, scan):
    one = repository.commit("one\n", files={"a": FOUND})
    repository.commit("two\n", files={"a": "clean\n"})
    assert scan("--range=--all")[:2] == (1, [(one[:12], "a:1:10", "US201")])


def test_messages(repository, scan):
    one = repository.commit(f"one\n\nIt uses {GITHUB}\n\nToken: {OTHER}\n")
    two = repository.commit("two\n\npragma: allowlist secret\n")
    code, found, _ = scan("--range", "main~2..main")
    assert (code, found) == (1, [(one[:12], "message:3:9", "US201"), (one[:12], "message:5:8", "US201")])
    assert two not in found


def test_what_a_merge_itself_adds(repository, scan):
    repository.branch("topic")
    repository.commit("ours\n", files={"a": "ours\n"})
    theirs = repository.commit("theirs\n", files={"b": FOUND}, branch="topic")
    merge = repository.merge(
        "Merge topic\n", "topic", files={"a": f"ours\nsecret = '{STRIPE}'\n", "b": FOUND}
    )
    code, found, _ = scan("--range", "main^..main")
    assert (code, found) == (1, [(merge[:12], "a:2:11", "US201"), (theirs[:12], "b:1:10", "US201")])


def test_what_a_merge_only_brings_together(repository, scan):
    repository.commit("base\n", files={"a": "1\n2\n3\n4\n5\n"})
    repository.branch("topic")
    one = repository.commit("ours\n", files={"a": f"{FOUND}1\n2\n3\n4\n5\n"})
    repository.commit("theirs\n", files={"a": "1\n2\n3\n4\n5\n6\n"}, branch="topic")
    repository.merge("Merge topic\n", "topic", files={"a": f"{FOUND}1\n2\n3\n4\n5\n6\n"})
    assert scan("--range", "main~2..main")[1] == [(one[:12], "a:1:10", "US201")]


def test_the_comment_above_counts(repository, scan):
    repository.commit("one\n", files={"a.py": "# pragma: allowlist nextline secret\nx = 1\n"})
    repository.commit("two\n", files={"a.py": f"# pragma: allowlist nextline secret\n{FOUND}"})
    code, found, told = scan("--range", "main^..main")
    assert (code, found) == (0, [])
    assert "1 allowed (1 inline)" in told


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_texts_that_git_takes_for_binary(repository, scan, encoding):
    repository.commit("one\n", files={"a.txt": "alt\r\n".encode(encoding)})
    text = f"alt\r\n{FOUND}"
    two = repository.commit("two\n", files={"a.txt": text.encode(encoding)})
    repository.commit(
        "three\n", files={"a.txt": (text + "neu\r\n").encode(encoding), "b.png": b"\0", "c": b"\0"}
    )
    code, found, told = scan("--range", "main~2..main")
    assert (code, found) == (1, [(two[:12], "a.txt:2:10", "US201")])
    assert "2 binaries skipped" in told


def test_attributes_hide_nothing(repository, scan):
    one = repository.commit("one\n", files={".gitattributes": "* binary\n", "a": FOUND})
    repository.check_out()
    assert scan("--range", "main^..main")[1] == [(one[:12], "a:1:10", "US201")]


def test_root_links_submodules_and_odd_paths(repository, scan):
    repository.branch("other", "main")
    root = repository.commit("root\n", files={'q"\n': FOUND}, parents=[], branch="other")
    link = repository.store("blob", GITHUB.encode())
    tree = repository.store_tree({"link": ("120000", link), "sub": ("160000", root)})
    head = f"tree {tree}\nparent {root}\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nx\n"
    commit = repository.store("commit", head.encode())
    code, found, _ = scan(f"--range=--all {commit}")
    assert (code, sorted(found)) == (
        1,
        sorted([(root[:12], 'q"\\n:1:10', "US201"), (commit[:12], "link:1:1", "US201")]),
    )


def test_the_base_says_what_is_let_stand(repository, scan):
    policy = '[secrets]\nexclude = ["vendor"]\n'
    repository.commit("policy\n", files={"undersign.toml": policy})
    repository.commit(
        "one\n", files={"vendor/a": FOUND, "undersign.toml": '[secrets]\nexclude = ["**"]\n', "b": FOUND}
    )
    code, found, told = scan("--range", "main^..main")
    assert (code, [place for _, place, _ in found]) == (1, ["b:1:10"])
    assert f"undersign.toml at {repository.tip('main~1') or ''}" in told


def test_many_processes(repository, scan):
    commits = [
        repository.commit("one\n", files={f"d{n % 7}/a{n}": FOUND if n % 97 == 5 else f"{n}\n"})
        for n in range(900)
    ]
    one = scan("--range=--all", "-j1")
    assert one[1] == [(commits[n][:12], f"d{n % 7}/a{n}:1:10", "US201") for n in reversed(range(5, 900, 97))]
    assert "901 commits" in one[2]
    assert scan("--range=--all", "-j3") == one


class TestUnchecked:
    def test_an_empty_range(self, scan):
        code, _, told = scan("--range", "main..main")
        assert (code, "there is no commit in main..main" in told) == (2, True)

    def test_no_such_commit(self, scan):
        assert scan("--range", "nothing..main")[0] == 2

    def test_a_shallow_clone(self, repository, scan, tmp_path):
        for number in range(4):
            repository.commit("more\n", files={"a": f"{number}\n"})
        copy = clone(repository.path, tmp_path / "clone", "--depth=2", "--branch=main")
        code, _, told = scan("--range=--all", at=copy)
        assert (code, "this clone is shallow and ends here" in told) == (2, True)

    def test_a_clone_without_blobs(self, repository, scan, tmp_path):
        repository.commit("one\n", files={"a": "1\n"})
        repository.commit("two\n", files={"a": "2\n"})
        copy = clone(repository.path, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
        code, _, told = scan("--range=--all", at=copy)
        assert (code, "NOT EVERYTHING COULD BE CHECKED" in told) == (2, True)

    def test_a_damaged_object(self, repository, scan):
        repository.commit("one\n", files={"a": "1\n"})
        path = repository.object_path(run_git(repository.path, "rev-parse", "main:a"))
        path.unlink()
        assert scan("--range=--all")[0] == 2
