"""Mode compat: its settings, what it skips, what it loads, and that hostile text takes linear time."""

import subprocess
import sys
from hashlib import sha1

import pytest

from tests.growth import LINEAR, growth
from tests.secrets_parity.comparing import Baseline
from trailers.alarm import at_most
from trailers.errors import PolicyError, UsageError
from trailers.secrets.compat.choosing import CompatOptions, baseline_settings, settings_from
from trailers.secrets.compat.scanner import CompatScanner
from trailers.secrets.compat.settings import VERIFICATION, CompatSettings, default_settings
from trailers.secrets.unchecked import unchecked

_PASSWORD = b"x = 1\npassword = 'hunt" + b"er2xyz'\n"
_HEX = b"k = '" + b"0123456789abcdef" * 2 + b"f'\n"


def _scan(path: str, data: bytes, settings: CompatSettings | None = None):
    return CompatScanner(settings or default_settings()).scan(path, data)


def _kinds(path: str, data: bytes, settings: CompatSettings | None = None):
    return [(found.line, found.detector) for found in _scan(path, data, settings)]


def test_a_finding_says_where_and_what():
    (found,) = _scan("a.py", _PASSWORD)
    assert (found.rule, found.line, found.column, found.what) == ("US206", 2, 13, "Secret Keyword")
    assert sha1(found.secret.encode()).hexdigest() == sha1(b"hunt" + b"er2xyz").hexdigest()
    assert found.secret not in repr(found)


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("a.png", _PASSWORD, "a kind of file that detect-secrets does not scan"),
        ("x/poetry.lock", _PASSWORD, "a kind of file that detect-secrets does not scan"),
        ("x/package-lock.json", _PASSWORD, "a lock file"),
        ("my-swagger/a.py", _PASSWORD, "a path with swagger in it"),
        ("a.py", b"caf\xe9 " + _PASSWORD, "not text in utf-8"),
    ],
)
def test_a_skipped_file_has_its_reason(path, data, reason):
    assert CompatScanner(default_settings()).examined(path, data) == ([], reason)


def test_another_encoding_reads_what_utf8_cannot():
    settings = default_settings()._replace(encoding="latin-1")
    assert _kinds("a.py", b"# caf\xe9\n" + _PASSWORD, settings) == [(3, "Secret Keyword")]


@pytest.mark.parametrize(
    ("path", "data", "kinds"),
    [
        ("a.py", _PASSWORD.replace(b"\n", b"\r\n"), [(2, "Secret Keyword")]),
        ("a.py", _PASSWORD.replace(b"\n", b"\r"), [(2, "Secret Keyword")]),
        ("a.py", b"", []),
        ("a.py", b"password = get('x')\n", []),
        ("a.py", _PASSWORD.rstrip() + b"  # pragma: allowlist secret\n", []),
        ("a.py", _PASSWORD.replace(b"x = 1", b"# pragma: allowlist nextline secret"), []),
        ("a.py", b"password = hunter2xyz\n", []),
        ("a.yaml", b"a: 1\npassword: hunt" + b"er2xyz\n", [(2, "Secret Keyword")]),
        ("a.yaml", b"a: 1\n'pass\\\nword': [\n", []),
        ("a.env", b"PASSWORD=hunt" + b"er2xyz\n", [(1, "Secret Keyword")]),
        ("a.env", b"PASSWORD=hunt" + b"er2xyz\nend\n", []),
        ("a.ini", b"[a]\nk = " + _HEX[5:-2] + b"\n", [(2, "Hex High Entropy String")]),
        ("a.py", "client\u017fecret = 'hunt".encode() + b"er2xyz'\n", [(1, "Secret Keyword")]),
        ("a.py", "client_\u212aey = 'hunt".encode() + b"er2xyz'\n", [(1, "Secret Keyword")]),
    ],
)
def test_text_is_read_as_detect_secrets_reads_it(path, data, kinds):
    assert _kinds(path, data) == kinds


def test_options_are_the_hook_s():
    both = _PASSWORD + _HEX
    assert [kind for _, kind in _kinds("a.py", both)] == ["Secret Keyword", "Hex High Entropy String"]
    for options in (
        CompatOptions(disabled=("HexHighEntropyString",)),
        CompatOptions(hex_limit=4.1),
        CompatOptions(exclude_lines=("^k = ",)),
        CompatOptions(exclude_secrets=("0123",)),
    ):
        assert [kind for _, kind in _kinds("a.py", both, settings_from(options))] == ["Secret Keyword"]
    assert _kinds("a.py", both, settings_from(CompatOptions(exclude_files=("a[.]py",)))) == []
    assert VERIFICATION in {one.name for one in settings_from(CompatOptions(verify=True)).filters}
    with pytest.raises(UsageError):
        settings_from(CompatOptions(disabled=("NoDetector",)))
    with pytest.raises(UsageError):
        settings_from(CompatOptions(base64_limit=9.0))


def test_a_baseline_never_verifies_and_is_not_scanned_itself():
    baseline = Baseline(({"name": "KeywordDetector"},), ({"path": VERIFICATION, "min_level": 2},))
    settings = baseline_settings(baseline, "secrets.json")
    assert VERIFICATION not in {one.name for one in settings.filters}
    assert CompatScanner(settings).examined("x/secrets.json", _PASSWORD).skipped == "the baseline itself"
    assert [kind for _, kind in _kinds("a.py", _PASSWORD + _HEX, settings)] == ["Secret Keyword"]


@pytest.mark.parametrize(
    "baseline",
    [
        Baseline(({"name": "Own", "path": "file://plugin.py"},), ()),
        Baseline((), ({"path": "file://filter.py::drop"},)),
        Baseline((), ({"path": "os.path.exists"},)),
        Baseline(({"name": "NoDetector"},), ()),
    ],
)
def test_code_that_a_baseline_names_is_not_run(baseline):
    with pytest.raises(PolicyError) as raised:
        baseline_settings(baseline)
    assert raised.value.remedy


def test_a_plugin_that_cannot_be_loaded_is_said(tmp_path):
    (tmp_path / "broken.py").write_text("raise ValueError")
    with pytest.raises(PolicyError, match=r"broken\.py"):
        CompatScanner(settings_from(CompatOptions(plugins=(str(tmp_path / "broken.py"),))))


def test_two_scanners_keep_to_their_own_settings(tmp_path):
    (tmp_path / "own.py").write_text(
        "import re\nfrom detect_secrets.plugins.base import RegexBasedDetector\n"
        "class Own(RegexBasedDetector):\n    secret_type = 'Own'\n"
        "    denylist = [re.compile('hunter[0-9]x')]\n"
    )
    one = CompatScanner(settings_from(CompatOptions(exclude_secrets=("hunter",))))
    two = CompatScanner(settings_from(CompatOptions(plugins=(str(tmp_path / "own.py"),))))
    for _ in range(2):
        assert one.scan("a.py", _PASSWORD) == []
        assert {found.detector for found in two.scan("a.py", _PASSWORD)} == {"Secret Keyword", "Own"}


_PLUGIN = """
import re
from detect_secrets.plugins.base import RegexBasedDetector

with open({told!r}, "a") as file:
    file.write("x")


class Own(RegexBasedDetector):
    secret_type = "Own"
    denylist = [re.compile("(x+x+)+y")]
"""


def _limited(options):
    return CompatScanner(settings_from(options), within=lambda _: at_most(0.3))


@pytest.mark.parametrize("given", ["plugin", "line", "secret", "file"])
def test_an_expression_of_the_users_that_explodes_is_said(tmp_path, given):
    own = tmp_path / "own.py"
    own.write_text(_PLUGIN.format(told=str(tmp_path / "told")))
    explosive = ("(x+x+)+$",)
    options = {
        "plugin": CompatOptions(plugins=(str(own),)),
        "line": CompatOptions(exclude_lines=explosive),
        "secret": CompatOptions(exclude_secrets=explosive),
        "file": CompatOptions(exclude_files=explosive),
    }[given]
    hard = "x" * 60 + "!"
    data = _PASSWORD + b"secret = '" + hard.encode() + b"'\n"
    found = _limited(options).scan(f"{hard}.py" if given == "file" else "a.py", data)
    assert found[0] == unchecked("a plugin or a filter of your own took too long on it")
    assert (2, "Secret Keyword") in [(one.line, one.detector) for one in found] or given == "file"
    assert len(_limited(options).scan("a.py", _PASSWORD)) == 1


def test_a_plugins_file_runs_once(tmp_path):
    own = tmp_path / "own.py"
    own.write_text(_PLUGIN.format(told=str(tmp_path / "told")))
    scanner = CompatScanner(settings_from(CompatOptions(plugins=(str(own),))))
    assert [found.detector for found in scanner.scan("a.py", b"k = 'xxxy'\n")] == ["Own"]
    assert (tmp_path / "told").read_text() == "x"


@pytest.mark.parametrize(
    ("line", "in_pieces"),
    [
        pytest.param("password =" + " 'x1y2z3'" + "a " * 2000, False, id="long"),
        pytest.param("password =" + " 'x1y2z3'" + "a " * 500_000, True, id="longer than a million"),
        pytest.param("password" * 3000 + " = 'x1y2z3'", True, id="names without end"),
        pytest.param("a " * 600_000, False, id="nothing to look at"),
    ],
)
def test_a_line_that_is_seen_in_pieces_is_said(line, in_pieces):
    found = _scan("a.py", b"x = 1\n" + line.encode())
    why = "its line 2 is so long that detect-secrets' plugins saw it in pieces"
    assert [one for one in found if one.rule == "US200"] == [unchecked(why)] * in_pieces


_LOADS = """
import sys
sys.path[:0] = {path!r}
from trailers.secrets.compat.scanner import CompatScanner
from trailers.secrets.compat.settings import default_settings
CompatScanner(default_settings()).scan({name!r}, {data!r})
names = ("detect_secrets", "requests", "yaml", "multiprocessing")
print(*(name for name in names if name in sys.modules))
"""


@pytest.mark.parametrize(
    ("name", "data", "loaded"),
    [
        ("a.py", b"import os\nprint('hello', url='https://host.example/a')\n" * 50, ""),
        ("a.yaml", b"on: push\njobs:\n  a: 'x'\n", ""),
        ("a.py", _PASSWORD, "detect_secrets"),
        ("a.yaml", b"password: hunt" + b"er2xyz\n", "detect_secrets yaml"),
    ],
)
def test_only_what_a_line_needs_is_loaded(name, data, loaded):
    code = _LOADS.format(path=sys.path, name=name, data=data)
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded


@pytest.mark.parametrize(
    ("begin", "again", "end"),
    [
        ("", "password", " = 'x1y2z3'"),
        ("", "password`x ", ""),
        ("", "eyJ", ".a"),
        ("", "sk-", "T3BlbkFJ" + "a" * 20),
        ("password", " ", "= 'x'"),
        ("", '"', ""),
        ('"==', "a", ""),
        ("", "/* pragma: allowlist secret ", "password = 'x1'"),
        ("", "aws key", "'"),
        ("[a]\n", "a\n", ""),
        ("", "a = %(b)s\n", ""),
    ],
)
def test_hostile_text_takes_linear_time(begin, again, end):
    scanner = CompatScanner(default_settings())

    def prepare(size):
        data = (begin + again * (size // len(again)) + end).encode()
        return lambda: scanner.scan("a.txt", data)

    assert growth(prepare, 4000) < LINEAR
