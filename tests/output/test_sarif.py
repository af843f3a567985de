"""SARIF as GitHub takes it: places, fingerprints, rules, and what could not be checked."""

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rendered import commit_id, read_sarif, render, report_of, sarif_schema
from trailers.finding import Finding
from trailers.output.fingerprints import fingerprints
from trailers.output.uri import uri_of
from trailers.verify.registry import RULES

IN_COMMIT = Finding("US101", "error", "it names no model", "git commit --amend", commit_id(1))
IN_FILE = Finding("US304", "error", "src/a has no owner", "", None, "src/a b.py", 12, 3)
SECRET = Finding("US201", "error", "a token (x): ab...", "", commit_id(2), "a.py", 4, 5, "github-token")


def result_of(finding, **report):
    return read_sarif(render("sarif", report_of(finding, **report)))["results"][0]


class TestPlace:
    def test_a_commit_stands_on_the_policy(self):
        (location,) = result_of(IN_COMMIT, policy="pyproject.toml")["locations"]
        assert location == {
            "physicalLocation": {
                "artifactLocation": {"uri": "pyproject.toml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1},
            },
            "logicalLocations": [
                {"name": commit_id(1)[:12], "fullyQualifiedName": commit_id(1), "kind": "commit"}
            ],
        }

    def test_without_a_policy_on_the_one_that_there_could_be(self):
        (location,) = result_of(IN_COMMIT)["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "undersign.toml"

    def test_a_file(self):
        (location,) = result_of(IN_FILE, check="owners")["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "src/a%20b.py"
        assert location["physicalLocation"]["region"] == {"startLine": 12, "startColumn": 3}
        assert "logicalLocations" not in location

    def test_a_file_in_a_commit(self):
        (location,) = result_of(SECRET, check="secrets")["locations"]
        assert location["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 5}
        assert location["logicalLocations"][0]["fullyQualifiedName"] == commit_id(2)

    @pytest.mark.parametrize(
        ("path", "uri"),
        [
            ("src/a.py", "src/a.py"),
            ("./src/a.py", "src/a.py"),
            ("a b/ü%41?#&+;=:@[x].txt", "a%20b/%C3%BC%2541%3F%23%26%2B%3B%3D%3A%40%5Bx%5D.txt"),
            ("caf\udce9", "caf%E9"),
            ("\ud800", "%ED%A0%80"),
            ("http://x.example/a", "http%3A//x.example/a"),
            ("/tmp/a b", "file:///tmp/a%20b"),
            ("c/C:\\b", "c/C%3A%5Cb"),
            ("a\\b", "a%5Cb"),
        ],
    )
    def test_uris(self, path, uri):
        assert uri_of(path) == uri

    def test_drives(self):
        """A commit may have a folder of that name, and GitHub shows nothing of what is elsewhere."""
        assert uri_of("C:\\a\\b", drives=True) == uri_of("C:/a/b", drives=True) == "file:///C%3A/a/b"
        assert uri_of("C:/a/b", drives=False) == "C%3A/a/b"
        assert uri_of("C:\\b", drives=False) == "C%3A%5Cb"

    @given(st.text(st.characters(codec=None), min_size=1))
    def test_any_path(self, path):
        assert uri_of(path).isascii()
        assert uri_of(path).isprintable()


class TestFingerprints:
    def test_stable_where_lines_move(self):
        moved = IN_FILE._replace(line=99, column=1)
        said = IN_FILE._replace(message="a is written again on line 12: this line has no effect")
        assert list(fingerprints([IN_FILE])) == list(fingerprints([moved]))
        assert list(fingerprints([said])) == list(
            fingerprints([said._replace(message=said.message.replace("12", "13"))])
        )

    @pytest.mark.parametrize(
        "change",
        [{"rule": "US102"}, {"commit": commit_id(3)}, {"path": "other"}, {"message": "m"}, {"type": "t"}],
        ids=lambda change: next(iter(change)),
    )
    def test_distinct(self, change):
        first, second = fingerprints([IN_COMMIT, IN_COMMIT._replace(**change)])
        assert first != second

    def test_the_same_ones_are_counted(self):
        first, second = fingerprints([IN_FILE, IN_FILE._replace(line=13)])
        assert (first[-2:], second[-2:]) == (":1", ":2")
        assert first[:-2] == second[:-2]

    @given(st.lists(st.builds(IN_FILE._replace, message=st.text(st.characters(codec=None), max_size=2))))
    def test_never_equal(self, findings):
        named = list(fingerprints(findings))
        assert len(set(named)) == len(findings)
        assert named == list(fingerprints(findings))


class TestRules:
    @pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
    def test_each_is_described(self, rule):
        run = read_sarif(render("sarif", report_of(Finding(rule.id, "error", "m", "r"))))
        (descriptor,) = run["tool"]["driver"]["rules"]
        assert descriptor["id"] == rule.id
        assert descriptor["help"]["markdown"] == descriptor["help"]["text"] == rule.page.strip()
        assert len(descriptor["shortDescription"]["text"]) <= 1024
        assert descriptor["defaultConfiguration"] == {"level": rule.severity}
        assert 1 <= len(descriptor["properties"]["tags"]) <= 10

    def test_secrets_have_a_score(self):
        rules = read_sarif(
            render("sarif", report_of(SECRET, SECRET._replace(rule="US205"), SECRET._replace(rule="US208")))
        )["tool"]["driver"]["rules"]
        assert [rule["properties"].get("security-severity") for rule in rules] == ["8.0", "5.0", None]
        assert "security" in rules[0]["properties"]["tags"]

    def test_a_rule_that_we_do_not_know(self):
        run = read_sarif(render("sarif", report_of(Finding("US999", "error", "m", "r"))))
        assert run["tool"]["driver"]["rules"] == [{"id": "US999"}]


class TestRun:
    def test_errors_come_first(self):
        findings = (IN_COMMIT._replace(severity=level) for level in ("note", "warning", "error", "note"))
        results = read_sarif(render("sarif", report_of(*findings)))["results"]
        assert [result["level"] for result in results] == ["error", "warning", "note", "note"]

    @pytest.mark.parametrize("check", ["verify", "owners", "secrets"])
    def test_each_check_is_an_analysis_of_its_own(self, check):
        run = read_sarif(render("sarif", report_of(check=check)))
        assert run["automationDetails"] == {"id": f"undersign/{check}/"}
        assert run["results"] == []
        assert run["invocations"] == [{"executionSuccessful": True}]

    def test_what_could_not_be_checked(self):
        unread = IN_COMMIT._replace(rule="US100", message="the object is missing")
        run = read_sarif(render("sarif", report_of(IN_COMMIT, unread, verdict="unchecked")))
        (invocation,) = run["invocations"]
        assert not invocation["executionSuccessful"]
        (notification,) = invocation["toolExecutionNotifications"]
        assert notification["level"] == "error"
        assert notification["message"]["text"] == (
            "Not everything could be checked: commit 000000000000: the object is missing"
        )

    def test_the_message_says_which_commit(self):
        result = result_of(IN_COMMIT, titles={commit_id(1): "Add [it](1)"})
        assert result["message"]["text"] == (
            "commit 000000000000 (Add [it] (1)): it names no model\nFix: git commit --amend"
        )


def test_the_schema_refuses_what_it_should():
    with pytest.raises(jsonschema.ValidationError):
        sarif_schema().validate({"version": "2.1.0", "runs": [{"results": []}]})
