"""Reports to render, and each format read back as those read it for whom it is made."""

import csv
import io
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import cmarkgfm
import jsonschema
import xmlschema

from trailers.finding import Finding
from trailers.output.formats import rendered
from trailers.output.json_v1 import report_schema
from trailers.output.style import Style
from trailers.report import CommitRecord, PolicySource, Report

SCHEMAS = Path(__file__).parent / "schemas"
CHECKED = {
    "verify": {"commits": 3, "assisted": 1},
    "owners": {"paths": 4, "rules": 2, "owned": 3, "unowned": 1, "accepted": 0},
    "secrets": {"files": 4, "bytes": 1200},
}


def commit_id(number):
    return f"{number:040x}"


def report_of(*findings, check="verify", commits=(), titles=None, verdict=None, policy=None):
    """A report with these findings, and the verdict that they give."""
    worst = "findings" if any(finding.severity == "error" for finding in findings) else "clean"
    source = PolicySource(policy or "undersign.toml at 1234", "ab" * 32, policy)
    return Report(
        source, CHECKED[check], tuple(findings), tuple(commits), verdict or worst, titles or {}, check
    )


def hostile_report(text, check):
    """A report that holds the text wherever a commit or a repository can put one."""
    commit = commit_id(1)
    findings = (
        Finding("US101", "error", text, text, commit),
        Finding("US204", "warning", f"before {text}", "", None, text[:4096] or "file", 3, 7, "kind"),
        Finding("US402", "note", f"{text} after", f"undersign {text}"),
    )
    record = CommitRecord(commit, (text,), (text, text), (text,), "findings", text, 1_700_000_000, text)
    return report_of(
        *findings, check=check, commits=(record,), titles={commit: text}, policy=text[:4096] or None
    )


def render(name, report, **style):
    return "".join(rendered(name, report, Style(**style)))


class Command:
    """A workflow command as the runner takes it: ActionCommand.TryParseV2 of actions/runner."""

    def __init__(self, line):
        head, _, data = line[2:].partition("::")
        self.name, _, properties = head.partition(" ")
        pairs = [pair.split("=", 1) for pair in properties.split(",") if "=" in pair]
        self.properties = {key: unescaped(value, {"%3A": ":", "%2C": ","}) for key, value in pairs}
        self.data = unescaped(data, {})


def unescaped(text, more):
    known = {"%0D": "\r", "%0A": "\n", "%25": "%", **more}
    return re.sub("|".join(known), lambda match: known[match[0]], text)


def commands_in(text):
    """The commands, and the lines that are none. Both kinds of the runner's line ends part lines."""
    lines = re.split(r"\r\n|\r|\n", text.removesuffix("\n"))
    return (
        [Command(line) for line in lines if line.lstrip().startswith("::")],
        [line for line in lines if not line.lstrip().startswith("::")],
    )


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []
        self.open = []
        self.code = []
        self.prose = []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, *attributes))
        if tag != "br":
            self.open.append(tag)
        if tag == "code":
            self.code.append("")

    def handle_endtag(self, tag):
        if tag != "br":
            self.open.remove(tag)

    def handle_data(self, data):
        if "code" in self.open:
            self.code[-1] += data
        else:
            self.prose.append(data)


def page_of(markdown):
    """The page that GitHub's own renderer makes of it, raw HTML included: its tags, code and prose."""
    page = _Page()
    page.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, cmarkgfm.Options.CMARK_OPT_UNSAFE))
    page.close()
    return page


@cache
def sarif_schema():
    return jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text()))


@cache
def gitlab_schema():
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / "gitlab-code-quality.json").read_text()))


@cache
def junit_schema():
    return xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))


def read_sarif(text):
    log = json.loads(text)
    sarif_schema().validate(log)
    (run,) = log["runs"]
    for result in run["results"]:
        (location,) = result["locations"]
        assert location["physicalLocation"]["region"]["startLine"] >= 1
        assert re.fullmatch(r"[A-Za-z0-9._~/%:-]+", location["physicalLocation"]["artifactLocation"]["uri"])
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    names = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(names)) == len(names)
    return run


def read_github(text):
    commands, others = commands_in(text)
    assert len(others) == 1
    assert others[0].startswith("undersign: ")
    assert {command.name for command in commands} <= {"error", "warning", "notice"}
    for command in commands:
        assert set(command.properties) <= {"title", "file", "line", "col"}
        assert re.fullmatch("undersign US[0-9]{3}", command.properties["title"])
    return commands


def read_markdown(text):
    page = page_of(text)
    allowed = ("p", "h3", "h4", "ul", "li", "strong", "code", "br")
    assert {tag for tag, *attributes in page.tags if not attributes} <= set(allowed)
    assert not [tag for tag in page.tags if len(tag) > 1], "no attributes: no links, no images"
    assert not re.search(r"[@#<>|]|https?:", "".join(page.prose))
    return page


def read_gitlab(text):
    issues = json.loads(text)
    gitlab_schema().validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


def read_junit(text):
    junit_schema().validate(text)
    suites = ET.fromstring(text.encode())
    suite = suites.find("testsuite")
    cases = suite.findall("testcase")
    assert len(cases) == int(suite.get("tests"))
    assert len(suite.findall("testcase/failure")) == int(suite.get("failures"))
    assert len(suite.findall("testcase/error")) == int(suite.get("errors"))
    return cases


def read_csv(text):
    assert text.endswith("\r\n")
    csv.field_size_limit(1 << 30)
    names, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert all(len(row) == len(names) for row in rows)
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r\n＝＋－＠")]
    # Where the list separator of the country is a semicolon, a spreadsheet splits there.
    others = [cell for line in text.splitlines() for cell in line.split(";")[1:]]
    assert not [cell for cell in others if cell.lstrip(' "')[:1] in tuple("=+-@＝＋－＠")]
    return [dict(zip(names, row, strict=True)) for row in rows]


def read_json(text):
    report = json.loads(text)
    jsonschema.validate(report, json.loads(report_schema()))
    return report


def read_text(text):
    assert all(line.isprintable() for line in text.split("\n"))
    return text.split("\n")


READERS = {
    "text": read_text,
    "json": read_json,
    "sarif": read_sarif,
    "github": read_github,
    "github-summary": read_markdown,
    "gitlab": read_gitlab,
    "junit": read_junit,
    "markdown": read_markdown,
    "csv": read_csv,
}
