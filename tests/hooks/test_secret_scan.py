"""The hook `secrets`, as git and pre-commit call it: on files, on the index, on a message."""

import json
import os

import pytest

from hooks.secret_scan import arguments, main
from tests.owned import stage
from tests.secret_values import GITHUB, OTHER, STRIPE
from trailers.verify.secrets.asked import Asked

FOUND = f'token = "{GITHUB}"\n'


@pytest.fixture
def work(started, monkeypatch):
    """A repository with one commit, and we are at its top; nothing is kept outside of it."""
    started.check_out()
    monkeypatch.chdir(started.path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(started.path / ".git/cache"))
    return started


@pytest.fixture
def hook(capfd):
    """Run the hook here: its exit code, the places with their rules, and all that it prints."""

    def run(*arguments):
        code = main(arguments)
        printed = capfd.readouterr()
        told = printed.out + printed.err
        assert not any(secret in told for secret in (GITHUB, OTHER, STRIPE))
        places = [
            (place.rstrip(":"), rule.rstrip(":"))
            for place, _, rule in (
                line.split(" ")[:3] for line in printed.out.splitlines() if ": error US2" in line
            )
        ]
        return code, places, told

    return run


def commit(work, text="more\n"):
    work.git("commit", "-q", "-m", text)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["a", "b c"], Asked(("a", "b c"))),
        (["--staged"], Asked(staged=True)),
        ([".git/COMMIT_EDITMSG"], Asked(message=".git/COMMIT_EDITMSG")),
        (["/r/.git/worktrees/w/MERGE_MSG"], Asked(message="/r/.git/worktrees/w/MERGE_MSG")),
        (["docs/COMMIT_EDITMSG"], Asked(("docs/COMMIT_EDITMSG",))),
        (["--strict", ".git/COMMIT_EDITMSG"], Asked(message=".git/COMMIT_EDITMSG", strict=True)),
        (["--range=A..B", "-j2"], Asked(range="A..B", jobs=2)),
        (["--mode", "compat", "--", "-a"], Asked(("-a",), mode="compat")),
        (["-p", "a.py", "-p", "b.py", "-n", "x"], Asked(("x",), plugins=("a.py", "b.py"))),
        (["--exclude-lines", "x", "--hex-limit", "2.5"], Asked(exclude_lines=("x",), hex_limit=2.5)),
    ],
)
def test_arguments(words, asked):
    assert arguments(words) == asked


@pytest.mark.parametrize("words", [["--mode", "x"], ["-j", "0"], ["--nothing"]])
def test_wrong_options(words):
    with pytest.raises(SystemExit) as way_out:
        arguments(words)
    assert way_out.value.code == 2


class TestFiles:
    @pytest.mark.parametrize("text", [b"", b"clean\n", b"caf\xe9 = 1\n", b"x" * 9000])
    def test_noop(self, work, hook, text):
        (work.path / "a.py").write_bytes(text)
        assert hook("a.py", "README") == (0, [], "")

    def test_a_secret(self, work, hook):
        (work.path / "a.py").write_text(f"\n  {FOUND}")
        code, places, told = hook("README", "a.py")
        assert (code, places) == (1, [("a.py:2:12", "US201")])
        assert f"(github-personal-token): ghp_…{GITHUB[-2:]}" in told
        assert "end its line with: # pragma: allowlist secret" in told
        assert "2 files checked (" in told
        assert "), 1 finding" in told

    def test_what_to_paste_where_there_are_no_comments(self, work, hook):
        (work.path / "a.json").write_text(json.dumps({"token": GITHUB}))
        assert "undersign secrets baseline create" in hook("a.json")[2]

    @pytest.mark.parametrize("marker", ["pragma: allowlist secret", "gitleaks:allow"])
    def test_one_that_is_allowed(self, work, hook, marker):
        (work.path / "a.py").write_text(FOUND.replace("\n", f"  # {marker}\n"))
        code, places, told = hook("a.py")
        assert (code, places) == (0, [])
        assert told.endswith("1 allowed (1 inline), 0 findings\n")

    def test_what_is_skipped_is_counted(self, work, hook):
        (work.path / "a").write_bytes(b"\0\1" + FOUND.encode())
        (work.path / "b").write_text(
            f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 1\n"
        )
        code, places, told = hook("a", "b", "README")
        assert (code, places) == (0, [])
        assert "1 file checked (8 bytes), 1 binary skipped, 1 Git LFS pointer skipped" in told

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
    def test_encodings(self, work, hook, encoding):
        (work.path / "a").write_bytes(f"ünï\n{FOUND}".encode(encoding))
        assert hook("a")[:2] == (1, [("a:2:10", "US201")])

    def test_a_directory_is_what_git_tracks_in_it(self, work, hook):
        stage(work, "src/a/b.py", FOUND)
        stage(work, "other/c.py", FOUND)
        (work.path / "src/untracked").write_text(FOUND)
        assert hook("src")[1] == [("src/a/b.py:1:10", "US201")]
        os.chdir(work.path / "src")
        assert hook(".")[1] == [("a/b.py:1:10", "US201")]
        assert hook("../other", "a/b.py")[1] == [("../other/c.py:1:10", "US201"), ("a/b.py:1:10", "US201")]

    def test_a_directory_outside_of_git(self, work, hook, tmp_path):
        outside = tmp_path / "outside"
        (outside / "b").mkdir(parents=True)
        (outside / "b/c").write_text(FOUND)
        (outside / "a").write_text(FOUND)
        (outside / "link").symlink_to(work.path)
        found = [place for place, _ in hook(str(outside))[1]]
        assert found == [f"{outside}/a:1:10", f"{outside}/b/c:1:10"]

    def test_a_link_is_the_text_that_git_stores(self, work, hook):
        (work.path / "secret").write_text(FOUND)
        (work.path / "link").symlink_to("secret")
        (work.path / "told").symlink_to(GITHUB)
        assert hook("link", "told")[1] == [("told:1:1", "US201")]

    def test_a_link_is_said(self, work, hook):
        (work.path / "link").symlink_to("nowhere")
        code, places, told = hook("link")
        assert (code, places) == (0, [])
        assert told == "1 file checked (7 bytes), 1 link not followed, 0 findings\n"

    def test_odd_names(self, work, hook):
        names = ["a\nb", "c d", "é", "-x", os.fsdecode(b"\xff"), "{*}"]
        for name in names:
            (work.path / name).write_text(FOUND)
        code, _, told = hook("--", *names)
        assert code == 1
        assert told.count("US201: ") == len(names)
        assert "a\\nb:1:10: error" in told

    def test_policy_excludes(self, work, hook):
        (work.path / "undersign.toml").write_text('[secrets]\nexclude = ["a", "*.lock"]\n')
        for name in ("a/b", "x.lock", "y/x.lock"):
            stage(work, name, FOUND)
        code, places, told = hook("a/b", "x.lock", "y/x.lock")
        assert (code, places) == (1, [("y/x.lock:1:10", "US201")])
        assert "2 excluded files skipped" in told
        assert "judged by undersign.toml" in told

    @pytest.mark.parametrize(("setting", "expected"), [("warning", 0), ("off", 0), ("error", 1)])
    def test_policy_severity(self, work, hook, setting, expected):
        (work.path / "pyproject.toml").write_text(f'[tool.undersign.severity]\nknown-token = "{setting}"\n')
        (work.path / "a").write_text(FOUND)
        assert hook("a")[0] == expected
        assert hook("--strict", "a")[0] == (0 if setting == "off" else 1)

    def test_json(self, work, hook):
        (work.path / "a").write_text(FOUND)
        code, _, told = hook("--format", "json", "a")
        report = json.loads(told)
        assert (code, report["verdict"], report["checked"]["files"]) == (1, "findings", 1)
        assert report["findings"][0]["type"] == "github-personal-token"
        assert "hash" not in report["findings"][0]


class TestUnchecked:
    """What could not be looked at is named, and the exit code is 2."""

    def test_a_path_that_is_not_there(self, work, hook):
        code, _, told = hook("README", "gone", "a\0b")
        assert code == 2
        assert "gone: error US200: there is no such file" in told
        assert "NOT EVERYTHING COULD BE CHECKED" in told

    def test_the_rest_is_judged(self, work, hook):
        (work.path / "a").write_text(FOUND)
        code, places, _ = hook("gone", "a")
        assert (code, places) == (2, [("gone", "US200"), ("a:1:10", "US201")])

    def test_a_fifo(self, work, hook):
        os.mkfifo(work.path / "fifo")
        code, _, told = hook("fifo")
        assert (code, "it is a FIFO, not a file" in told) == (2, True)

    def test_a_device(self, work, hook):
        assert "it is a device, not a file" in hook(os.devnull)[2]

    @pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
    def test_a_file_that_may_not_be_read(self, work, hook):
        (work.path / "a").write_text(FOUND)
        (work.path / "a").chmod(0)
        assert hook("a")[0] == 2

    def test_an_empty_directory(self, work, hook):
        (work.path / "empty").mkdir()
        code, _, told = hook("empty")
        assert (code, "nothing is tracked in empty" in told) == (2, True)

    @pytest.mark.parametrize(
        "words", [[], ["--staged", "README"], ["--all", "--stdin"], ["--verify", "README"]]
    )
    def test_what_does_not_go_together(self, work, hook, words):
        assert hook(*words)[0] == 2

    def test_a_baseline_that_is_not_there(self, work, hook):
        code, _, told = hook("--baseline", "gone", "README")
        assert (code, "undersign secrets baseline create gone" in told) == (2, True)

    def test_a_policy_that_names_one(self, work, hook):
        (work.path / "undersign.toml").write_text('[secrets]\nbaseline = "gone"\n')
        code, _, told = hook("README")
        assert (code, "secrets.baseline: the baseline" in told) == (2, True)

    def test_a_directory_that_vanished(self, work, hook, tmp_path):
        gone = tmp_path / "gone"
        gone.mkdir()
        os.chdir(gone)
        gone.rmdir()
        assert hook("a")[0] == 2


class TestIndex:
    def test_the_index_counts_and_not_the_disk(self, work, hook):
        stage(work, "a", FOUND)
        stage(work, "b", "clean\n")
        (work.path / "a").write_text("clean\n")
        (work.path / "b").write_text(FOUND)
        assert hook("--staged")[:2] == (1, [("a:1:10", "US201")])
        assert hook("a")[0] == 0

    def test_the_whole_of_each_staged_file(self, work, hook):
        stage(work, "a", FOUND)
        commit(work)
        stage(work, "a", FOUND + "more\n")
        assert hook("--staged")[1] == [("a:1:10", "US201")]
        assert hook("--added-lines")[:2] == (0, [])
        assert hook("--added-lines", "a")[:2] == (0, [])

    @pytest.mark.parametrize(
        "words", [["--added-lines"], ["--staged", "--added-lines"], ["--added-lines", "a", "b"]]
    )
    def test_added_lines(self, work, hook, words):
        stage(work, "a", f"1\n{FOUND}3\n4\n5\n")
        stage(work, "b", FOUND)
        commit(work)
        stage(work, "a", f"1\n{FOUND}3\n{FOUND}4\n5\nsecret = '{STRIPE}'\n")
        (work.path / "b").write_text(FOUND + FOUND)
        assert hook(*words)[1] == [("a:4:10", "US201"), ("a:7:11", "US201")]

    def test_nothing_is_staged(self, work, hook):
        assert hook("--staged") == (0, [], "")

    def test_deletions_links_and_submodules(self, work, hook):
        stage(work, "gone", FOUND)
        commit(work)
        work.git("rm", "-q", "gone")
        (work.path / "link").symlink_to(GITHUB)
        work.git("add", "link")
        work.git("update-index", "--add", "--cacheinfo", f"160000,{work.tip('main')},module")
        code, places, told = hook("--staged")
        assert (code, places) == (1, [("link:1:1", "US201")])
        assert "1 submodule skipped" in told

    def test_before_the_first_commit(self, repository, monkeypatch, hook):
        monkeypatch.chdir(repository.path)
        stage(repository, "a", FOUND)
        assert hook("--staged")[1] == [("a:1:10", "US201")]

    def test_a_conflict_is_not_passed_over(self, work, hook):
        name = work.git("hash-object", "-w", "README")
        entries = "".join(f"100644 {name} {stage}\tREADME\n" for stage in (1, 2, 3))
        work.git("update-index", "--index-info", stdin=f"0 {'0' * 40}\tREADME\n{entries}".encode())
        assert hook("--staged")[0] == 2
        assert hook("--all")[0] == 2

    def test_many_files(self, work, hook):
        blob = work.git("hash-object", "-w", "--stdin", stdin=b"clean\n")
        entries = "".join(f"100644 {blob}\td{number}/{'x' * 100}{number}\n" for number in range(3000))
        work.git("update-index", "--index-info", stdin=entries.encode())
        stage(work, "z", FOUND)
        assert hook("--staged")[1] == [("z:1:10", "US201")]

    def test_all(self, work, hook):
        stage(work, "a", FOUND)
        stage(work, "b", FOUND)
        (work.path / "b").write_text("clean\n")
        (work.path / "untracked").write_text(FOUND)
        os.mkdir("src")
        os.chdir("src")
        code, places, told = hook("--all")
        assert (code, places) == (1, [("a:1:10", "US201")])
        assert "3 files checked" in told

    def test_what_is_not_on_disk_is_read_from_the_index(self, work, hook):
        stage(work, "src/a", FOUND)
        (work.path / "src/a").unlink()
        assert hook("--all")[1] == [("src/a:1:10", "US201")]
        (work.path / "src").rmdir()
        (work.path / "src").symlink_to("/")
        assert hook("--all")[1] == [("src/a:1:10", "US201")]


class TestTexts:
    def test_stdin(self, work, hook, monkeypatch):
        monkeypatch.setattr("hooks.secret_scan.read_stdin", reading(f"a\n{FOUND}".encode()))
        assert hook("--stdin", "--name", "x.py")[1] == [("x.py:2:10", "US201")]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("A change\n", [], id="noop"),
            pytest.param(f"A change\n\nSee {GITHUB}\n", [":3:5"], id="body"),
            pytest.param(f"A change\n\n\n\nToken: {GITHUB}\n", [":5:8"], id="trailer"),
            pytest.param(f"A change\n# {GITHUB}\n", [], id="a comment"),
            pytest.param(
                f"A\n# ------------------------ >8 ------------------------\n# Do\n+{GITHUB}\n", [], id="diff"
            ),
        ],
    )
    def test_a_message(self, work, hook, text, expected):
        (work.git_directory / "COMMIT_EDITMSG").write_text(text)
        code, places, _ = hook(".git/COMMIT_EDITMSG")
        assert [place for place, _ in places] == [f".git/COMMIT_EDITMSG{place}" for place in expected]
        assert code == bool(expected)

    def test_a_comment_is_kept_where_git_keeps_it(self, work, hook, monkeypatch):
        monkeypatch.setenv("GIT_EDITOR", ":")
        (work.git_directory / "COMMIT_EDITMSG").write_text(f"A change\n# {GITHUB}\n")
        assert hook("--message", ".git/COMMIT_EDITMSG")[1] == [(".git/COMMIT_EDITMSG:2:3", "US201")]

    def test_one_that_is_not_there(self, work, hook):
        assert hook("--message", "gone")[0] == 2


def reading(data):
    """What gives so many bytes of the data, a few at a time."""
    rest = [data]

    def read(size):
        piece, rest[0] = rest[0][: min(size, 1000)], rest[0][min(size, 1000) :]
        return piece

    return read
