"""`undersign owners fmt`: the layout, the mending, and that no file changes hands by it."""

import pytest

from tests.owned import OWNERS, make_owned, printed, stage


@pytest.fixture
def work(repository, monkeypatch):
    """A repository in which everything has an owner, and we are at its top."""
    monkeypatch.chdir(repository.path)
    return make_owned(repository)


class TestFormat:
    UGLY = "*    @org/all\n/docs/ @org/docs\n/gone/x @org/docs\n/documents/ @org/docs\n"

    def test_layout(self, undersign, work):
        path = work.path / ".github/CODEOWNERS"
        stage(work, ".github/CODEOWNERS", self.UGLY)
        assert undersign("owners", "fmt", "--check")[0] == 1
        assert path.read_text() == self.UGLY
        code, told = printed(undersign("owners", "fmt"))
        assert (code, "written; every tracked file keeps its owners" in told) == (0, True)
        assert path.read_text() == (
            "*           @org/all\n/docs/      @org/docs\n/gone/x     @org/docs\n/documents/ @org/docs\n"
        )
        assert undersign("owners", "fmt", "--check")[0] == 0
        assert work.git("show", ":.github/CODEOWNERS") == self.UGLY.rstrip("\n")

    def test_fix(self, undersign, work):
        path = work.path / ".github/CODEOWNERS"
        path.write_text(self.UGLY + "/src/[a] @org/all\n")
        code, told = printed(undersign("owners", "fmt", "--fix"))
        assert code == 0
        assert 'line 3: removed "/gone/x @org/docs": dead' in told
        assert path.read_text() == "*          @org/all\n/docs/     @org/docs\n/src/\\[a\\] @org/all\n"

    def test_a_rule_that_is_off_removes_nothing(self, undersign, work):
        path = work.path / ".github/CODEOWNERS"
        path.write_text(OWNERS + "/gone @org/x\n")
        (work.path / "undersign.toml").write_text('[severity]\nUS305 = "off"\n')
        assert undersign("owners", "fmt", "--fix")[0] == 0
        assert "/gone" in path.read_text()

    def test_owners_do_not_change_unasked(self, undersign, work):
        path = work.path / ".github/CODEOWNERS"
        path.write_text("* @org/all\n/docs/ jane\n")
        code, told = printed(undersign("owners", "fmt", "--fix"))
        assert (code, "did not write" in told) == (0, True)
        assert path.read_text() == "* @org/all\n/docs/ jane\n"
        code, told = printed(undersign("owners", "fmt", "--fix", "--allow-changes"))
        assert (code, "docs/a gets other owners" in told) == (0, True)
        assert path.read_text() == "*      @org/all\n/docs/ @jane\n"

    def test_any_bytes_stay(self, undersign, work):
        path = work.path / ".github/CODEOWNERS"
        data = b"\xef\xbb\xbf# \xff\xfe\r\n* @org/all\r\n"
        path.write_bytes(data)
        assert undersign("owners", "fmt")[0] == 0
        assert path.read_bytes() == data

    def test_a_link_is_not_followed(self, undersign, work):
        path = work.path / ".github/CODEOWNERS"
        path.rename(work.path / "elsewhere")
        path.symlink_to("../elsewhere")
        code, told = printed(undersign("owners", "fmt"))
        assert (code, "symbolic link" in told) == (2, True)

    def test_without_file(self, undersign, work):
        work.git("rm", "-q", "--cached", ".github/CODEOWNERS")
        code, told = printed(undersign("owners", "fmt"))
        assert (code, "no CODEOWNERS file" in told) == (2, True)
