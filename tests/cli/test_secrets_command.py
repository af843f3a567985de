"""`undersign secrets`: the same as the hook, with the summary always told; and the baseline's commands."""

import json
import os
from pathlib import Path

import jsonschema
import pytest

from tests.owned import printed, stage
from tests.secret_values import GITHUB, OTHER, STRIPE
from trailers.cli.secrets.plain import plain_asked, with_scan
from trailers.output.formats import FORMATS
from trailers.output.json_v1 import report_schema
from trailers.secrets.baseline.reading import read_baseline
from trailers.secrets.rules.registry import RULES
from trailers.verify.secrets.asked import Asked
from trailers.version import VERSION

GOLDEN = Path(__file__).parent.parent / "golden"
CI = [name for name in FORMATS if name not in ("text", "json")]
FOUND = f'token = "{GITHUB}"\n'


@pytest.fixture
def work(started, monkeypatch):
    started.check_out()
    monkeypatch.chdir(started.path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(started.path / ".git/cache"))
    stage(started, "a.py", FOUND)
    stage(started, "docs/b.json", json.dumps({"key": STRIPE}))
    return started


@pytest.fixture
def secrets(undersign):
    """Run `undersign secrets`: exit code, and all that is printed."""

    def run(*words, stdin=b""):
        code, told = printed(undersign("secrets", *words, stdin=stdin))
        assert not any(secret in told for secret in (GITHUB, OTHER, STRIPE))
        return code, told

    return run


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["a"], Asked(("a",))),
        (["scan", "a", "b"], Asked(("a", "b"))),
        (["--all"], Asked(all=True)),
        (["scan", "--staged"], Asked(staged=True)),
        (["--range", "A..B"], Asked(range="A..B")),
        (["baseline", "audit"], None),
        (["detectors"], None),
        (["a", "--strict"], None),
        (["--range", "--all"], None),
        ([], None),
        (["--help"], None),
        (["scan"], None),
    ],
)
def test_the_plain_forms(words, asked):
    assert plain_asked(["secrets", *words]) == asked


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], []),
        (["--help"], ["--help"]),
        (["baseline"], ["baseline"]),
        (["scan", "a"], ["scan", "a"]),
        (["a"], ["scan", "a"]),
        (["--strict", "a"], ["scan", "--strict", "a"]),
    ],
)
def test_scan_may_be_left_out(words, expected):
    assert with_scan(["secrets", *words]) == ["secrets", *expected]


class TestScan:
    @pytest.mark.parametrize(
        "words", [["--all"], ["scan", "--all"], ["--all", "--strict"], ["--staged"], ["."]]
    )
    def test_findings(self, work, secrets, words):
        code, told = secrets(*words)
        assert code == 1
        assert "a.py:1:10: error US201: a GitHub personal access token (classic)" in told
        assert "docs/b.json:1:10: error US201" in told

    def test_clean_is_told(self, work, secrets):
        assert secrets("README") == (0, "1 file checked (8 bytes), 0 findings\n")

    def test_rules_have_pages(self, work, undersign):
        assert undersign("rule", "US200")[0] == 0

    @pytest.mark.parametrize(
        "words",
        [
            ["--mode", "x", "a.py"],
            ["--format", "x", "a.py"],
            ["--color", "x", "a.py"],
            ["-j", "999", "a.py"],
            ["scan"],
        ],
    )
    def test_wrong_options(self, work, secrets, words):
        assert secrets(*words)[0] == 2

    def test_compat_tells_the_hash(self, work, secrets):
        code, told = secrets("--mode", "compat", "--format", "json", "a.py")
        finding = json.loads(told)["findings"][0]
        assert (code, finding["rule"], len(finding["hash"])) == (1, "US206", 40)

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ([], []),
            (["--plugin", "plugin.py"], ["Own Token"]),
            (["-p", "plugin.py", "-n"], ["Own Token"]),
            (["-p", "plugin.py", "--exclude-lines", "own_"], []),
            (["-p", "plugin.py", "--exclude-files", "own"], []),
            (["-p", "plugin.py", "--exclude-secrets", "abcdefghij"], []),
        ],
    )
    def test_compat_takes_the_options_of_detect_secrets(self, work, secrets, words, found):
        (work.path / "own.txt").write_text("it is own_abcdefghij here\n")
        (work.path / "plugin.py").write_text(
            "import re\n"
            "from detect_secrets.plugins.base import RegexBasedDetector\n"
            "class Own(RegexBasedDetector):\n"
            '    secret_type = "Own Token"\n'
            '    denylist = [re.compile("own_[a-z]{10}")]\n'
        )
        told = json.loads(secrets("--mode", "compat", "--format", "json", *words, "own.txt")[1])
        assert [finding["type"] for finding in told["findings"]] == found

    def test_the_options_of_compat_are_refused_in_the_other_mode(self, work, secrets):
        code, told = secrets("--disable-plugin", "KeywordDetector", "a.py")
        assert code == 2
        assert "only mode compat has" in told

    def test_every_json_follows_the_schema(self, work, secrets):
        for words in (["--all"], ["--all", "--mode", "compat"], ["gone"], ["README"]):
            jsonschema.validate(
                json.loads(secrets(*words, "--format", "json")[1]), json.loads(report_schema())
            )

    def test_decode(self, work, secrets):
        import base64

        (work.path / "k8s.yaml").write_text(f"data:\n  a: {base64.b64encode(GITHUB.encode()).decode()}\n")
        assert "US201" not in secrets("k8s.yaml")[1]
        code, told = secrets("--decode", "k8s.yaml")
        assert (code, "k8s.yaml:2:6: error US201" in told) == (1, True)

    def test_archives(self, work, secrets):
        import zipfile

        with zipfile.ZipFile(work.path / "a.zip", "w") as archive:
            archive.writestr("inner/a.py", FOUND)
        assert secrets("a.zip") == (0, "0 files checked (0 bytes), 1 binary skipped, 0 findings\n")
        code, told = secrets("--archives", "a.zip")
        assert (code, "a.zip!inner/a.py:1:10: error US201" in told) == (1, True)
        (work.path / "a.zip").write_bytes((work.path / "a.zip").read_bytes()[:-30])
        assert secrets("--archives", "a.zip")[0] == 2


OWN = """
[extend]
useDefault = {default}
[[rules]]
id = "acme"
regex = '''acme_[a-z0-9]{{16}}'''
[[rules]]
id = "key-file"
path = '''[.]p12$'''
[[allowlists]]
paths = ['''^docs/''']
"""


class TestRules:
    @pytest.fixture
    def own(self, work):
        stage(work, "c.py", f"k = 'acme_{'0123456789abcdef'}'\n")
        (work.path / "d.p12").write_bytes(b"\0")
        work.git("add", ".")
        (work.path / "rules.toml").write_text(OWN.format(default="true"))
        return work

    def test_beside_ours(self, own, secrets):
        code, told = secrets("--all", "--rules", "rules.toml")
        assert code == 1
        assert "a.py:1:10: error US201" in told
        assert "c.py:1:6: error US207" in told
        assert "d.p12:1:1: error US207" in told
        assert "docs/b.json" not in told

    def test_in_the_place_of_ours(self, own, secrets):
        (own.path / "rules.toml").write_text(OWN.format(default="false"))
        told = secrets("--all", "--rules", "rules.toml")[1]
        assert ("US201" in told, "c.py:1:6: error US207" in told) == (False, True)

    def test_by_the_policy(self, own, secrets):
        (own.path / "undersign.toml").write_text('[secrets]\nrules = "rules.toml"\n')
        own.git("add", ".")
        own.git("commit", "-q", "-m", "one")
        assert "c.py:1:6: error US207" in secrets("c.py")[1]
        stage(own, "e.py", f"k = 'acme_{'fedcba9876543210'}'\n")
        stage(own, "rules.toml", "")
        own.git("commit", "-q", "-m", "two")
        assert "e.py:1:6: error US207" in secrets("--range", "main^..main")[1]

    def test_a_file_that_it_extends(self, own, secrets):
        (own.path / "docs/base.toml").write_text(OWN.format(default="false"))
        (own.path / "docs/rules.toml").write_text('[extend]\npath = "base.toml"\n')
        assert "c.py:1:6: error US207" in secrets("--all", "--rules", "docs/rules.toml")[1]

    @pytest.mark.parametrize("text", ["[", "rules = 1", '[[rules]]\nid = "a"\nregex = "("\n'])
    def test_what_cannot_be_read(self, own, secrets, text):
        (own.path / "rules.toml").write_text(text)
        assert secrets("a.py", "--rules", "rules.toml")[0] == 2


class TestBaseline:
    def test_create_and_use(self, work, secrets):
        code, told = secrets("baseline", "create")
        assert (code, "secrets.baseline: 2 let stand from now on" in told) == (0, True)
        assert secrets("--all")[0] == 1
        (work.path / "undersign.toml").write_text('[secrets]\nbaseline = "secrets.baseline"\n')
        work.git("add", ".")
        code, told = secrets("--all")
        assert (code, "2 allowed (2 baseline), 0 findings" in told) == (0, True)
        (work.path / "c.py").write_text(f'token = "{OTHER}"\n')
        assert secrets("c.py")[0] == 1
        os.chdir(work.path / "docs")
        assert secrets("b.json", "../a.py")[0] == 0

    def test_another_name(self, work, secrets):
        assert secrets("baseline", "create", "docs/known.json")[0] == 0
        assert secrets("--all", "--baseline", "docs/known.json")[0] == 0

    def test_one_that_is_there_stays(self, work, secrets):
        (work.path / "secrets.baseline").write_text("mine\n")
        assert secrets("baseline", "create")[0] == 2
        assert (work.path / "secrets.baseline").read_text() == "mine\n"

    def test_update(self, work, secrets):
        secrets("baseline", "create")
        stage(work, "c.py", f'token = "{OTHER}"\n')
        stage(work, "a.py", "clean\n")
        assert (
            secrets("baseline", "update")[1] == "secrets.baseline: 1 added, 0 moved, 1 removed, 2 entries\n"
        )
        assert secrets("--all", "--baseline", "secrets.baseline")[0] == 0
        before = (work.path / "secrets.baseline").read_bytes()
        assert (
            secrets("baseline", "update")[1] == "secrets.baseline: 0 added, 0 moved, 0 removed, 2 entries\n"
        )
        assert (work.path / "secrets.baseline").read_bytes() == before

    def test_a_range_adds_and_takes_nothing_away(self, work, secrets):
        work.git("commit", "-q", "-m", "one")
        secrets("baseline", "create")
        stage(work, "c.py", f'token = "{OTHER}"\n')
        work.git("commit", "-q", "-m", "two")
        stage(work, "c.py", "clean\n")
        work.git("commit", "-q", "-m", "three")
        assert secrets("--range", "main~2..main")[0] == 1
        assert secrets("baseline", "update", "--range", "main~2..main")[1].startswith(
            "secrets.baseline: 1 added, 0"
        )
        assert secrets("scan", "--range", "main~2..main", "--baseline", "secrets.baseline")[0] == 0

    def test_what_is_stale_is_noted(self, work, secrets):
        secrets("baseline", "create")
        stage(work, "a.py", "clean\n")
        code, told = secrets("--all", "--baseline", "secrets.baseline")
        assert (code, "note US209" in told) == (0, True)
        assert "US209" not in secrets("docs/b.json", "--baseline", "secrets.baseline")[1]

    @pytest.mark.parametrize("text", ["", "{", "[]", '[{"version": "undersign-secrets/9"}]'])
    def test_one_that_cannot_be_read(self, work, secrets, text):
        (work.path / "x").write_text(text)
        assert secrets("README", "--baseline", "x")[0] == 2

    def test_audit_needs_a_terminal(self, work, secrets):
        secrets("baseline", "create")
        assert secrets("baseline", "audit")[0] == 2

    def test_it_holds_no_secret(self, work, secrets):
        secrets("baseline", "create")
        text = (work.path / "secrets.baseline").read_text()
        assert GITHUB not in text
        assert [entry.path for entry in read_baseline(text.encode(), "x").entries] == ["a.py", "docs/b.json"]


def test_detectors(secrets):
    code, told = secrets("detectors")
    *lines, last = told.splitlines()
    assert code == 0
    assert last == f"{len(lines)} detectors"
    assert {line.split(" ")[0] for line in lines} <= {rule.id for rule in RULES}
    assert all("https://" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("secrets-findings.txt", ["--all"], id="text"),
        pytest.param("secrets-findings-in-colour.txt", ["--all", "--color", "always"], id="colours"),
        pytest.param("secrets-findings.json", ["--all", "--format", "json"], id="json"),
        pytest.param("secrets-unchecked.txt", ["a.py", "gone"], id="unchecked"),
        *(pytest.param(f"secrets-findings.{name}", ["--all", "--format", name], id=name) for name in CI),
    ],
)
def test_reports(work, secrets, name, words):
    """`UNDERSIGN_GOLDEN=write pytest tests/cli/test_secrets_command.py` writes them anew."""
    stage(work, "c.py", FOUND.replace("\n", "  # pragma: allowlist secret\n"))
    stage(work, "test/d.py", f'password = "{OTHER[5:29]}"\n')
    (work.path / "e.png").write_bytes(b"\0")
    work.git("add", ".")
    text = secrets(*words)[1].encode()
    text = text.replace(f'"semanticVersion": "{VERSION}"'.encode(), b'"semanticVersion": "0.0.0"')
    file = GOLDEN / name
    if os.environ.get("UNDERSIGN_GOLDEN") == "write":
        file.write_bytes(text)
    assert text == file.read_bytes()
