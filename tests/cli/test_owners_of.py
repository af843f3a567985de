"""`undersign owners of` and `undersign owners stats`: who owns what."""

import json

import pytest

from tests.owned import make_owned, printed, stage


@pytest.fixture
def work(repository, monkeypatch):
    """A repository in which everything has an owner, and we are at its top."""
    monkeypatch.chdir(repository.path)
    return make_owned(repository)


class TestOf:
    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (["src/a"], "src/a  @org/all\n"),
            (["docs/a", "nothing/yet"], "docs/a  @org/docs @jane\nnothing/yet  @org/all\n"),
            (["./docs//a"], "docs/a  @org/docs @jane\n"),
            (["docs"], "docs/a  @org/docs @jane\ndocs/sub/b  @org/docs @jane\n"),
            (["docs/sub/"], "docs/sub/b  @org/docs @jane\n"),
            (
                ["docs/a", "--why"],
                "docs/a  @org/docs @jane\n  .github/CODEOWNERS:2: /docs/ @org/docs @jane\n",
            ),
        ],
    )
    def test_paths(self, undersign, work, words, told):
        assert undersign("owners", "of", *words) == (0, told.encode(), b"")

    def test_the_whole_work_tree(self, undersign, work):
        assert undersign("owners", "of", ".")[1].count(b"\n") == 4

    def test_below_the_top(self, undersign, work, monkeypatch):
        monkeypatch.chdir(work.path / "docs")
        told = b"docs/a  @org/docs @jane\nsrc/a  @org/all\n"
        assert undersign("owners", "of", "a", "../src/a") == (0, told, b"")
        assert undersign("owners", "of", work.path / "docs/a", "../src/a") == (0, told, b"")

    def test_unowned_and_cleared(self, undersign, work):
        stage(work, ".github/CODEOWNERS", "/docs/ @org/docs\n/docs/sub/\n")
        told = b"src/a  (unowned)\n  no entry of .github/CODEOWNERS matches it\n"
        assert undersign("owners", "of", "--why", "src/a") == (0, told, b"")
        told = b"docs/sub/b  (unowned)\n  .github/CODEOWNERS:2: /docs/sub/\n"
        assert undersign("owners", "of", "--why", "docs/sub/b") == (0, told, b"")

    @pytest.mark.parametrize("stdin", [b"docs/a\nsrc/a\n", b"docs/a\0src/a\0", b"docs/a\nsrc/a"])
    def test_standard_input(self, undersign, work, stdin):
        told = b"docs/a  @org/docs @jane\nsrc/a  @org/all\n"
        assert undersign("owners", "of", "--stdin", stdin=stdin) == (0, told, b"")

    def test_names_that_hold_a_line_feed(self, undersign, work):
        assert undersign("owners", "of", "--stdin", stdin=b"a\nb\0\xff\0")[1] == (
            b"a\\nb  @org/all\n\\xff  @org/all\n"
        )

    def test_a_submodule(self, undersign, work):
        work.git("update-index", "--add", "--cacheinfo", f"160000,{work.tip('main')},vendor/lib")
        (work.path / "vendor/lib").mkdir(parents=True)
        assert undersign("owners", "of", "vendor/lib")[1] == b"vendor/lib  @org/all\n"

    def test_a_file_without_a_repository(self, undersign, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "CODEOWNERS").write_text("*.py @a\n")
        told = b"x/y.py  @a\nx/y.js  (unowned)\n"
        assert undersign("owners", "of", "--file", "CODEOWNERS", "x/y.py", "/x/y.js") == (0, told, b"")

    def test_sections(self, undersign, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / ".gitlab").mkdir()
        (tmp_path / ".gitlab/CODEOWNERS").write_text("* @a\n[Docs] @b @a\n/docs/\n")
        words = ["owners", "of", "--file", ".gitlab/CODEOWNERS", "docs/x"]
        assert undersign(*words) == (0, b"docs/x  @a @b\n", b"")
        document = json.loads(undersign(*words, "--format=json")[1])
        assert document["codeowners"] == {"path": ".gitlab/CODEOWNERS", "dialect": "gitlab"}
        assert document["paths"] == [
            {
                "path": "docs/x",
                "owners": ["@a", "@b"],
                "entries": [
                    {"line": 1, "pattern": "*", "section": "", "owners": ["@a"]},
                    {"line": 3, "pattern": "/docs/", "section": "Docs", "owners": ["@b", "@a"]},
                ],
            }
        ]

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ([], "no path is given"),
            (["../x"], "outside of the work tree"),
            (["--file", "none", "x"], "none cannot be read"),
            (["--file", "docs/a", "../x"], "no path below the top"),
            (["--format", "xml", "x"], "there is no format"),
            (["--dialect", "gitea", "x"], "no CODEOWNERS file: looked for"),
        ],
    )
    def test_what_cannot_be_asked(self, undersign, work, words, told):
        code, output, error = undersign("owners", "of", *words)
        assert (code, output) == (2, b"")
        assert told in error.decode()


class TestStats:
    def test_text(self, undersign, work):
        code, told = printed(undersign("owners", "stats"))
        assert code == 0
        assert ".github/CODEOWNERS (github): 4 files" in told

    def test_json(self, undersign, work):
        code, output, _ = undersign("owners", "stats", "--format", "json")
        document = json.loads(output)
        assert (code, document["files"], document["unowned"]) == (0, 4, 0)

    def test_what_is_excluded_on_purpose_is_not_unowned(self, undersign, work):
        work.git("rm", "-q", "--cached", ".github/CODEOWNERS")
        stage(work, "CODEOWNERS", "* @org/all\n!docs/sub/\n")
        document = json.loads(undersign("owners", "stats", "--dialect", "gitlab", "--format", "json")[1])
        assert (document["cleared"], document["unowned"]) == (1, 0)
        assert b"0 unowned" in undersign("owners", "check", "--dialect", "gitlab")[1]

    def test_a_page(self, undersign, work, tmp_path):
        page = tmp_path / "page.html"
        assert undersign("owners", "stats", "--format", "html", "--output", page) == (0, b"", b"")
        assert page.read_text().startswith("<!DOCTYPE html>")
        assert "Who owns repository" in page.read_text()

    def test_what_cannot_be_asked(self, undersign, work):
        assert undersign("owners", "stats", "--format", "svg")[0] == 2
        assert undersign("owners", "stats", "--file", "none")[0] == 2
