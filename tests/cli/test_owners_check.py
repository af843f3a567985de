"""`undersign owners check`: of the index, of commits, with a baseline, and in its plain form."""

import json
import subprocess
import sys

import pytest

from tests.owned import OWNERS, make_owned, printed, stage
from tests.repositories import clone


@pytest.fixture
def work(repository, monkeypatch):
    """A repository in which everything has an owner, and we are at its top."""
    monkeypatch.chdir(repository.path)
    return make_owned(repository)


class TestCheck:
    def test_the_whole_index(self, undersign, work):
        stage(work, ".github/CODEOWNERS", "/docs/ @org/docs\n")
        code, told = printed(undersign("owners", "check", "--all"))
        assert code == 1
        assert "src/a has no owner" in told
        assert "4 files, 1 rule checked, 2 unowned, 3 findings" in told

    def test_warnings_fail_where_they_are_to(self, undersign, work):
        stage(work, "docs/CODEOWNERS", OWNERS)
        assert undersign("owners", "check")[0] == 0
        assert undersign("owners", "check", "--strict")[0] == 1

    def test_another_file_and_dialect(self, undersign, work):
        stage(work, "owners", "[Docs] @org/docs\n*\n")
        code, told = printed(undersign("owners", "check", "--file", "owners", "--dialect", "gitlab"))
        assert (code, "owners by owners (gitlab)" in told) == (0, True)

    def test_json(self, undersign, work):
        code, output, _ = undersign("owners", "check", "--format=json")
        report = json.loads(output)
        assert code == 0
        assert report["verdict"] == "clean"
        assert report["checked"] == {"paths": 4, "rules": 2, "owned": 4, "unowned": 0, "accepted": 0}

    def test_the_policy_is_named(self, undersign, work):
        (work.path / "undersign.toml").write_text("[owners]\n")
        report = json.loads(undersign("owners", "check", "--format=json")[1])
        assert report["policy"]["source"] == "undersign.toml"
        assert len(report["policy"]["digest"]) == 64

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (["--format", "xml"], "there is no format"),
            (["--color", "pink"], "--color takes"),
            (["--dialect", "x"], "dialect"),
            (["--from", "nothing"], "there is no commit named 'nothing'"),
            (["--all", "--from", "main"], "--all judges every file"),
            (["--baseline", "none"], "none cannot be read"),
            (["--write-baseline"], "no file is named for the baseline"),
            (["--from", "main", "--write-baseline", "--baseline", "x"], "only some files were judged"),
            (["--file", "none", "--write-baseline", "--baseline", "x"], "there is no CODEOWNERS file"),
            (["-C", "none"], "no such directory"),
            (["--no-such-option"], "No such option"),
        ],
    )
    def test_what_cannot_be_asked(self, undersign, work, words, told):
        code, output, error = undersign("owners", "check", *words)
        assert (code, output) == (2, b"")
        assert told in error.decode()

    def test_elsewhere(self, undersign, work, monkeypatch, tmp_path):
        monkeypatch.chdir(tmp_path)
        assert undersign("owners", "check", "-C", work.path / "docs")[0] == 0
        code, told = printed(undersign("owners", "check"))
        assert (code, "not a git repository" in told) == (2, True)


class TestBetweenCommits:
    @pytest.fixture
    def changed(self, work):
        """Three commits; the second one leaves a file without owner, which the third does not touch."""
        work.branch("first")
        files = {".github/CODEOWNERS": "/docs/ @org/docs\n/.github/ @org/docs\n", "src/new": "1"}
        work.commit("two\n", files=files)
        work.branch("second")
        work.commit("three\n", files={"docs/new": "1", "other": "1"})
        return work

    @pytest.mark.parametrize(
        ("words", "code", "told"),
        [
            (["--from", "first"], 1, "4 files, 2 rules checked, 2 unowned, 2 findings"),
            (["--from", "second"], 1, "other has no owner"),
            (["--from", "second", "--to", "main"], 1, "2 files, 2 rules checked, 1 unowned, 1 finding"),
            (["--from", "first", "--to", "second"], 1, "src/new has no owner"),
            (["--from", "main", "--to", "main"], 0, "0 files, 2 rules checked, 0 unowned, 0 findings"),
            (["--to", "main"], 1, "7 files, 2 rules checked, 3 unowned"),
            (["--to", "first"], 0, "4 files, 2 rules checked, 0 unowned, 0 findings"),
        ],
    )
    def test_what_differs(self, undersign, changed, words, code, told):
        found, text = printed(undersign("owners", "check", *words))
        assert (found, told in text) == (code, True), text

    def test_the_work_tree_and_the_index_do_not_count(self, undersign, changed):
        changed.git("rm", "-q", "-r", "--cached", ".")
        assert undersign("owners", "check", "--from", "first", "--to", "first")[0] == 0

    def test_in_a_bare_repository(self, undersign, changed, tmp_path):
        bare = clone(changed.path, tmp_path / "bare", "--bare")
        code, told = printed(undersign("owners", "check", "-C", bare, "--from", "second", "--to", "main"))
        assert (code, "other has no owner" in told) == (1, True)
        code, told = printed(undersign("owners", "check", "-C", bare))
        assert (code, "bare: it has no index" in told) == (2, True)

    def test_a_moved_path(self, undersign, work):
        base = work.tip("main")
        text = "x\n" * 20
        work.commit("two\n", files={"src/name": text, ".github/CODEOWNERS": OWNERS + "/src/name @jane\n"})
        work.commit("three\n", files={"src/name": None, "src/other": text})
        _, told = printed(undersign("owners", "check", "--from", "main~1", "--to", "main"))
        assert "error US314" in told
        assert "src/other" in told
        _, told = printed(undersign("owners", "check", "--from", base, "--to", "main"))
        assert "error US305" in told

    def test_a_change_does_not_loosen_its_own_rules(self, undersign, work):
        work.commit("two\n", files={"undersign.toml": '[owners]\nbaseline = "accepted"\n', "accepted": ""})
        changes = {
            ".github/CODEOWNERS": OWNERS + "/gone @jane\n",
            "accepted": "US305 /gone\n",
            "undersign.toml": '[owners]\nbaseline = "accepted"\n[severity]\nUS305 = "off"\n',
        }
        work.commit("three\n", files=changes)
        code, told = printed(undersign("owners", "check", "--from", "main~1", "--to", "main"))
        assert (code, "error US305" in told) == (1, True)
        assert undersign("owners", "check", "--to", "main")[0] == 0

    def test_a_clone_without_the_file(self, undersign, changed, tmp_path):
        copy = clone(changed.path, tmp_path / "copy", "--filter=blob:none", "--bare")
        code, told = printed(undersign("owners", "check", "-C", copy, "--to", "main"))
        assert (code, "this clone does not have" in told) == (2, True)

    def test_a_link(self, undersign, work):
        stage(work, ".github/CODEOWNERS")
        (work.path / ".github/CODEOWNERS").unlink()
        (work.path / ".github/CODEOWNERS").symlink_to("../docs/a")
        work.git("add", ".")
        work.git("commit", "-q", "-m", "link")
        code, told = printed(undersign("owners", "check", "--to", "HEAD"))
        assert (code, "US315" in told, "symbolic link" in told) == (1, True, True)


class TestBaseline:
    def test_it_is_written_and_only_tightens(self, undersign, work):
        stage(work, ".github/CODEOWNERS", "/docs/ @org/docs\n/gone @org/x\n/.github/ @a\n")
        (work.path / "undersign.toml").write_text('[owners]\nbaseline = "accepted"\n')
        assert undersign("owners", "check")[0] == 2
        code, told = printed(undersign("owners", "check", "--write-baseline"))
        assert (code, "accepted: 2 accepted from now on" in told) == (0, True)
        assert (work.path / "accepted").read_text().split("\n")[1:] == ["US304 src/a", "US305 /gone", ""]
        code, told = printed(undersign("owners", "check"))
        assert (code, "2 accepted by the baseline, 0 findings" in told) == (0, True)
        stage(work, "src/b")
        assert undersign("owners", "check")[0] == 1
        stage(work, ".github/CODEOWNERS", "/docs/ @org/docs\n/.github/ @a\n/src/ @b\n")
        code, told = printed(undersign("owners", "check"))
        assert (code, told.count("note US30"), "delete line 2 of accepted" in told) == (0, 2, True)

    def test_one_that_is_typed_stands_for_the_policys(self, undersign, work, tmp_path):
        stage(work, ".github/CODEOWNERS", OWNERS + "/gone @org/x\n")
        (work.path / "undersign.toml").write_text('[owners]\nbaseline = "none"\n')
        typed = tmp_path / "typed"
        assert undersign("owners", "check", "--write-baseline", "--baseline", typed)[0] == 0
        assert undersign("owners", "check", "--baseline", typed)[0] == 0

    def test_odd_names(self, undersign, work, tmp_path):
        stage(work, ".github/CODEOWNERS", "/docs/ @org/docs\n/src/ @a\n/.github/ @a\n/go\\ ne @a\n")
        blob = work.store("blob", b"")
        for name in (b"a\nb", b"\xff", b" x ", b"\\n"):
            entry = b"100644 " + blob.encode() + b"\t" + name + b"\0"
            work.git("update-index", "-z", "--index-info", stdin=entry)
        typed = tmp_path / "typed"
        assert undersign("owners", "check", "--write-baseline", "--baseline", typed)[0] == 0
        code, told = printed(undersign("owners", "check", "--baseline", typed))
        assert (code, "5 accepted by the baseline, 0 findings" in told) == (0, True), told


class TestPlainForm:
    @pytest.mark.parametrize("words", [[], ["--all"]])
    def test_typer_is_not_imported(self, work, words):
        program = (
            f"import sys; from trailers.cli.edge import main; main(['owners', 'check', *{words}]); "
            "raise SystemExit('typer' in sys.modules or 'argparse' in sys.modules)"
        )
        done = subprocess.run([sys.executable, "-I", "-c", program], check=False, capture_output=True)
        assert (done.returncode, b"unowned" in done.stdout) == (0, True), done.stderr

    @pytest.mark.parametrize("words", [[], ["--all"]])
    def test_says_what_typer_says(self, spawned, work, words):
        stage(work, ".github/CODEOWNERS", OWNERS + "/gone bad\n/there @a\n")
        plain, typed = (
            spawned("owners", "check", *words, *more, cwd=work.path) for more in ([], ["--color=never"])
        )
        assert (*plain.communicate(), plain.returncode) == (*typed.communicate(), 1)

    def test_help(self, undersign):
        _, told = printed(undersign("owners"))
        assert all(word in told for word in ("check", "of", "stats", "fmt", "required"))
        assert undersign("owners", "check", "--help")[0] == 0
