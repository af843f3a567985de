"""A user's gitleaks.toml: gitleaks itself is the oracle for what its rules find."""

import json
import os
import shutil
import subprocess
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.errors import PolicyError, UndersignError
from trailers.secrets.found import Found
from trailers.secrets.gitleaks.matcher import Matcher
from trailers.secrets.gitleaks.reading import read_gitleaks
from trailers.secrets.gitleaks.scanning import GitleaksScanner

HEX = "0123456789abcdef"
TOKEN = "corp_" + "a1B2c3D4e5F6g7H8"
PEM = "-----BEGIN " + "TEST KEY-----\n" + "QUJD" * 30 + "\n-----END " + "TEST KEY-----\n"

FILES = {
    "src/a.py": f'token = "{TOKEN}"\nother = "{TOKEN}x" # {TOKEN}\n',
    "src/b.txt": f"key: {HEX}{HEX}\nKEY={HEX[::-1]}{HEX}\nkey = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
    "test/expected/x.json": f'{{"token": "{TOKEN}", "auth": "Basic {HEX}"}}\n',
    "deploy/key.test": PEM,
    "deploy/prod.p12": "no key, but its name is one\n",
    "é/ünï.txt": f"passwort: geheim-ä{HEX}ö\nПароль: {TOKEN}\n",
    "crlf.txt": f"token={TOKEN}\r\npassword='{HEX}'\r\n",
    "generic.env": f"SECRET={TOKEN}\nEXAMPLE_SECRET={HEX}\n",
    "nothing.txt": "nothing to see here\n\n\n",
}

SIMPLE = """[[rules]]
id = "corp"
description = "a token of ours"
regex = '''corp_[A-Za-z0-9]{16}'''
keywords = ["CORP_"]
"""
# Configurations, and how many findings there are at the least.
CONFIGURATIONS = {
    "simple": (SIMPLE, 6),
    "case and word": ("[[rules]]\nid='a'\nregex='''(?i)\\bkey\\s*[:=]\\s*([0-9a-f]{32})\\b'''\n", 3),
    "entropy": ("[[rules]]\nid='a'\nregex='''(?i)key\\s*[:=]\\s*([0-9a-f]{32})'''\nentropy=3.5\n", 2),
    "group": ("[[rules]]\nid='a'\nregex='''(token)\\W+(corp_\\w+)'''\nsecretGroup=2\n", 3),
    "first group": ("[[rules]]\nid='a'\nregex='''(x)?(token)\\W+(corp_\\w+)'''\n", 3),
    "path": (SIMPLE + "path='''\\.py$'''\n", 2),
    "path alone": ("[[rules]]\nid='a'\npath='''(?i)\\.(p12|pfx)$'''\n", 1),
    "keyword elsewhere": ("[[rules]]\nid='a'\nregex='''[0-9a-f]{32}'''\nkeywords=['Passwort', 'key:']\n", 3),
    "keyword nowhere": ("[[rules]]\nid='a'\nregex='''[0-9a-f]{16}'''\nkeywords=['nowhere']\n", 0),
    "many lines": ("[[rules]]\nid='a'\nregex='''-----BEGIN[ A-Z]+KEY-----[\\s\\S]{64,}?KEY-----'''\n", 1),
    "multi-line anchors": ("[[rules]]\nid='a'\nregex='''(?m)^key\\S*\\s.*$'''\n", 2),
    "anchors": (
        "[[rules]]\nid='a'\nregex='''\\Akey: \\w+'''\n[[rules]]\nid='b'\nregex='''here\\s+\\z'''\n",
        1,
    ),
    "unicode": ("[[rules]]\nid='a'\nregex='''geheim-.([0-9a-f]+)[ö-ü]'''\n", 1),
    "unicode class": ("[[rules]]\nid='a'\nregex='''\\p{Cyrillic}+: (\\w+)'''\n", 1),
    "posix and hex": ("[[rules]]\nid='a'\nregex='''\\x63orp_[[:alnum:]]+\\x{22}'''\n", 2),
    "not cheap": ("[[rules]]\nid='a'\nregex='''(?:[a-z]+\\W+)+(corp_(?:[a-zA-Z]+[0-9]+)+)'''\n", 3),
    "dots": ("[[rules]]\nid='a'\nregex='''.*token.*=.*'''\n", 2),
    "lazy": ("[[rules]]\nid='a'\nregex='''\"(.+?)\"'''\n[[rules]]\nid='b'\nregex='''(?U)\".+\"'''\n", 4),
    "alternatives": ("[[rules]]\nid='a'\nregex='''corp_a|corp_a1B2|token'''\n", 6),
    "flags within": ("[[rules]]\nid='a'\nregex='''(?i:TOKEN)\\W+\"?(?-i:corp)_\\w+'''\n", 3),
    "quoted": ("[[rules]]\nid='a'\nregex='''\\Q: \"\\E\\w+'''\n", 1),
    "old allowlist": (SIMPLE + "[rules.allowlist]\npaths=['''\\.json$''']\n", 5),
    "stopwords": (SIMPLE + "[[rules.allowlists]]\nstopwords=['C3D4']\n", 0),
    "allowed match": (SIMPLE + "[[rules.allowlists]]\nregexTarget='match'\nregexes=['''corp''']\n", 0),
    "allowed line": (SIMPLE + "[[rules.allowlists]]\nregexTarget='line'\nregexes=['''other''']\n", 4),
    "allowed secret": (SIMPLE + "[[rules.allowlists]]\nregexes=['''^corp''', '''x''']\n", 0),
    "not allowed": (SIMPLE + "[[rules.allowlists]]\nregexes=['''^token''']\n", 6),
    "and": (SIMPLE + "[[rules.allowlists]]\ncondition='AND'\npaths=['''src''']\nregexes=['''corp''']\n", 4),
    "and, not all": (
        SIMPLE + "[[rules.allowlists]]\ncondition='AND'\npaths=['''src''']\nregexes=['''z''']\n",
        6,
    ),
    "and commits": (SIMPLE + "[[rules.allowlists]]\ncondition='AND'\npaths=['''src''']\ncommits=['a']\n", 6),
    "or": (SIMPLE + "[[rules.allowlists]]\ncondition='||'\npaths=['''json''']\nstopwords=['zzz']\n", 5),
    "global paths": (SIMPLE + "[[allowlists]]\npaths=['''(.*?)(json|env)$''']\n", 4),
    "global regexes": (SIMPLE + "[[allowlists]]\nregexTarget='line'\nregexes=['''Пар''']\n", 5),
    "global old": ("[allowlist]\npaths=['''src''']\n" + SIMPLE, 4),
    "target rules": (SIMPLE + "[[allowlists]]\ntargetRules=['corp']\npaths=['''src''']\n", 4),
    "generic": (SIMPLE + "[[rules]]\nid='generic-x'\nregex='''SECRET=(\\S+)'''\n", 7),
}


def scanned(text):
    scanner = GitleaksScanner(read_gitleaks(text, "rules.toml"))
    found = []
    for path, content in FILES.items():
        found += [(path, one.detector, one.secret) for one in scanner.scan(path, content.encode())]
    return sorted(found)


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_so_much_is_found(name):
    text, least = CONFIGURATIONS[name]
    assert len(scanned(text)) >= least
    assert bool(scanned(text)) == bool(least)


@pytest.fixture(scope="session")
def gitleaks(tmp_path_factory):
    command = os.environ.get("GITLEAKS") or shutil.which("gitleaks")
    if command is None:
        pytest.skip("gitleaks is not installed")
    tree = tmp_path_factory.mktemp("tree")
    for path, content in FILES.items():
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_bytes(content.encode())

    def run(text, rules):
        rules.write_text(text)
        options = ["--no-banner", "--report-format=json", "--report-path=-", "--max-decode-depth=0"]
        arguments = [command, "dir", ".", "-c", str(rules), "-l", "fatal", *options]
        done = subprocess.run(arguments, cwd=tree, capture_output=True, check=False, text=True)
        assert done.returncode in (0, 1), done.stderr
        return done

    return run


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_gitleaks_finds_the_same(name, gitleaks, tmp_path):
    text = CONFIGURATIONS[name][0]
    done = gitleaks(text, tmp_path / "rules.toml")
    theirs = json.loads(done.stdout or "[]")
    # Of a rule for a path the secret is what we call it by.
    expected = [(one["File"], one["RuleID"], one["Secret"] or one["File"]) for one in theirs]
    assert scanned(text) == sorted(expected)


REFUSED = [
    ("[[rules]\n", "not TOML"),
    ("[[rules]]\nregex='a'\n", "no id"),
    ("[[rules]]\nid='a'\n", "neither a regex nor a path"),
    ("[[rules]]\nid='a'\nregex='('\n", "never closed"),
    ("[[rules]]\nid='a'\nregex='(?=a)'\n", "look-around"),
    ("[[rules]]\nid='a'\nregex='a**'\n", "repeats"),
    ("[[rules]]\nid='a'\nregex='a'\nsecretGroup=1\n", "'secretGroup' is 1"),
    ("[[rules]]\nid='a'\nregex='a'\nsecretGroup='x'\n", "not a group's number"),
    ("[[rules]]\nid='a'\nregex='a'\nentropy='x'\n", "not a number"),
    ("[[rules]]\nid='a'\nregex=1\n", "not a text"),
    ("[[rules]]\nid='a'\nregex='a'\nkeywords='x'\n", "not a list of texts"),
    ("[[rules]]\nid='a'\nregex='a'\nregexp='x'\n", "'regexp' is not known"),
    ("[[rules]]\nid='a'\nregex='a'\n[[rules.required]]\nid='b'\n", "not supported"),
    ("[[rules]]\nid='a'\nregex='a'\n[[rules.allowlists]]\ncondition='XOR'\n", "AND or OR"),
    ("[[rules]]\nid='a'\nregex='a'\n[[rules.allowlists]]\nregexTarget='x'\n", "secret, match or line"),
    ("[[rules]]\nid='a'\nregex='a'\n[[rules.allowlists]]\ndescription='x'\n", "has no commits"),
    ("[[rules]]\nid='a'\nregex='a'\n[rules.allowlist]\n[[rules.allowlists]]\n", "old name"),
    ("[allowlist]\npaths=['(']\n", "never closed"),
    ("[[allowlists]]\ntargetRules=['x']\npaths=['a']\n", "does not exist"),
    ("[extend]\nuseDefault=true\npath='x'\n", "takes one"),
    ("[extend]\npath='x.toml'\n", "is not a path below"),
    ("rules = 1\n", "not a list of tables"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_cannot_be_meant_is_an_error(text, why):
    with pytest.raises(PolicyError, match=why) as caught:
        read_gitleaks(text, "rules.toml")
    assert "rules.toml" in caught.value.message
    assert caught.value.remedy == "mend rules.toml"


def test_where_the_group_has_no_part_all_of_the_match_is_the_secret():
    text = "[[rules]]\nid='a'\nregex='a=(x+)|b=(y+)'\nsecretGroup=2\n"
    founds = GitleaksScanner(read_gitleaks(text, "r")).scan("f", b"a=xx b=yy")
    assert [found.secret for found in founds] == ["a=xx", "yy"]


class TestExtending:
    BASE = SIMPLE + "[[rules]]\nid='other'\nregex='other'\n[[allowlists]]\npaths=['x']\n"

    def read(self, text):
        files = {"base.toml": self.BASE, "middle.toml": "[extend]\npath='base.toml'\n"}

        def read(path):
            if path not in files:
                raise UndersignError(f"{path} is not there")
            return files[path]

        return read_gitleaks(text, "rules.toml", read)

    def test_rules_are_taken_over(self):
        rules = self.read(
            "[extend]\npath='base.toml'\ndisabledRules=['other']\n[[rules]]\nid='b'\nregex='b'\n"
        )
        assert [rule.id for rule in rules.rules] == ["corp", "b"]
        assert len(rules.allowlists) == 1

    def test_a_rule_goes_over_the_one_it_extends(self):
        text = "[extend]\npath='middle.toml'\n[[rules]]\nid='corp'\nentropy=2\nkeywords=['x']\n"
        rule = self.read(text + "[[rules.allowlists]]\nstopwords=['y']\n").rules[0]
        assert (rule.entropy, rule.keywords, len(rule.allowlists)) == (2.0, (b"corp_", b"x"), 1)
        assert rule.regex is not None

    @pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x", "~/x", "c:/x", "https://x", "\\\\x"])
    def test_a_path_out_of_the_directory_is_refused(self, path):
        with pytest.raises(PolicyError, match="not a path below"):
            self.read(f"[extend]\npath='{path}'\n")

    def test_what_is_not_there(self):
        with pytest.raises(UndersignError, match="not there"):
            self.read("[extend]\npath='nowhere.toml'\n")

    def test_our_pack_stands_in_for_the_default_rules(self):
        text = "[extend]\nuseDefault=true\ndisabledRules=['aws']\n[[rules]]\nid='gitlab-pat'\n"
        rules = read_gitleaks(text + "[[rules.allowlists]]\ncommits=['x']\n", "rules.toml")
        assert rules.extends_default
        assert rules.rules == ()
        assert len(rules.notes) == 4
        assert not read_gitleaks(SIMPLE, "rules.toml").extends_default


def test_the_rules_do_not_look_at_their_own_file():
    scanner = GitleaksScanner(read_gitleaks(SIMPLE, "rules.toml"))
    assert scanner.scan("rules.toml", TOKEN.encode()) == []
    assert scanner.scan("a/rules.toml", TOKEN.encode())


def test_places_count_characters():
    scanner = GitleaksScanner(read_gitleaks(SIMPLE, "rules.toml"))
    founds = scanner.scan("a", f"é\nü {TOKEN} é {TOKEN}\n\n{TOKEN}".encode())
    assert [(one.line, one.column) for one in founds] == [(2, 3), (2, 3 + len(TOKEN) + 3), (4, 1)]
    assert {one.rule for one in founds} == {"US207"}


def test_a_binary_file_has_a_path():
    rules = read_gitleaks(CONFIGURATIONS["path alone"][0] + SIMPLE, "rules.toml")
    assert [one.detector for one in GitleaksScanner(rules).scan_path("a/b.PFX")] == ["a"]
    assert GitleaksScanner(rules).scan_path("a/b.txt") == []


def test_allowlists_for_all_rules_are_for_other_scanners_too():
    text = "[[allowlists]]\nregexTarget='line'\nregexes=['demo']\n[[allowlists]]\npaths=['^doc/']\n"
    scanner = GitleaksScanner(read_gitleaks(text, "rules.toml"))
    data = b"a\ndemo x = hunter2\nx = hunter2\n"
    found = Found("US201", "d", 2, 10, "hunter2", "a password")
    assert scanner.allows("a", data, found)
    assert not scanner.allows("a", data, found._replace(line=3, column=5))
    assert scanner.allows("doc/a", data, found._replace(line=3, column=5))


# An expression, a text that is hard for it, and the bytes of it to begin with: what has words to look around
# goes to the machine where those stand often.
HARD = [
    ("(a+)+b", "a", 500),
    ("(a|a)*b", "a", 500),
    ("(?:a*)*c", "a", 500),
    (".*.*.*x", "a", 500),
    ("[a-z]+=", "a", 500),
    ("secret.*x.*y", "secret", 500),
    (r"key\s*=\s*\S+;", "key = ", 20_000),
    (r"BEGIN[\s\S]*END", "BEGIN", 20_000),
    (r"(?i)[\w.-]{0,50}?(?:key)[ \w.-]{0,20}['\"]{0,3}(?:=|:)['\"]{0,5}([a-z]{32});", "key= a", 500),
    ("a{0,1000}b", "a", 2_000),
]


@pytest.mark.parametrize(("regex", "text", "size"), HARD, ids=[row[0] for row in HARD])
def test_time_grows_with_the_text(regex, text, size):
    scanner = GitleaksScanner(read_gitleaks(f"[[rules]]\nid='a'\nregex='''{regex}'''\n", "r"))

    def prepare(size):
        data = (text * (size // len(text))).encode()
        return lambda: scanner.scan("x", data)

    assert growth(prepare, size) < LINEAR


def test_too_much_work_is_said(monkeypatch):
    monkeypatch.setattr("trailers.secrets.gitleaks.machine.MOST_TAKEN", 10_000)
    rules = f"[[rules]]\nid='slow'\nregex='(a+)+$'\n{SIMPLE}"
    scanner = GitleaksScanner(read_gitleaks(rules, "r"))
    few, many = f"{TOKEN} aaa!\n".encode(), b"aaa!" * 2500
    assert [one.what for one in scanner.scan("x", few)] == ["what the rule 'corp' looks for"]
    found = scanner.scan("x", few + many)
    assert [one.rule for one in found] == ["US200", "US207"]
    assert "the rule 'slow' takes too many steps" in found[0].what
    assert len(scanner.scan("x", few)) == 1  # each text has its own steps


@pytest.mark.parametrize(
    ("regex", "text"),
    [
        (r"key\s*=\s*(\w+);", "key = abc; "),
        (r"BEGIN[\s\S]*?END", "BEGIN x END\n"),
        (r"(?i)[\w.-]{0,50}?(?:key)[ \w.-]{0,20}(?:=|:)\s{0,3}([a-z]{3,8});", "my-KEY-x = abcde;\n"),
    ],
)
def test_the_machine_finds_what_re_finds(regex, text):
    matcher = Matcher(regex)
    assert matcher.cheap
    few, many = (text * 3).encode(), (text * 4_000).encode()
    assert matcher._machine_for(few.lower()) is None
    assert matcher._machine_for(many.lower()) is not None
    length = len(text)
    some = list(matcher.matches(few, few.lower()))
    assert list(matcher.matches(many, many.lower())) == [
        tuple(place + start * length for place in places) for start in range(4_000) for places in some[:1]
    ]
    assert len(some) == 3


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=60), st.sampled_from(["regex", "path", "id"]))
def test_any_rule_is_read_or_refused(text, key):
    rule = {"id": "a", "regex": "x", key: text}
    document = "[[rules]]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in rule.items())
    try:
        rules = read_gitleaks(document, "r")
    except PolicyError:
        return
    GitleaksScanner(rules).scan("a/b", b"some text")


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text):
    with suppress(PolicyError):
        read_gitleaks(text, "r")
