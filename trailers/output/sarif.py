"""SARIF 2.1.0 as GitHub's code scanning takes it.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
What GitHub takes of it, and how much:
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning

GitHub rejects the whole file for one result without a file, and takes results with equal fingerprints for
one: so a commit's finding stands on the first line of the policy's file, under a fingerprint of its own.
"""

from itertools import islice

from trailers.finding import Finding
from trailers.output.fingerprints import fingerprints
from trailers.output.json_lines import compact, listed
from trailers.output.sarif_rules import descriptor
from trailers.output.style import Style
from trailers.output.told import SHORT, UNCHECKED, place_of, ranked, sentence, told
from trailers.output.uri import uri_of
from trailers.report import Report
from trailers.typed import Any, Iterator
from trailers.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 25_000  # results of a run; GitHub rejects a file with more
ROOT = "%SRCROOT%"


def parts(report: Report, style: Style) -> Iterator[str]:
    """One log with one run; errors stand first, and what is more than GitHub takes is left out."""
    del style
    results = ranked(report.findings)
    left_out = len(results) - MOST
    del results[MOST:]
    rules = sorted({finding.rule for finding in results})
    index = {rule: number for number, rule in enumerate(rules)}
    yield f'{{\n"$schema": {compact(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n"tool": {{"driver": {{\n'
    yield f'"name": "undersign",\n"semanticVersion": {compact(VERSION)},\n"rules": '
    yield from listed(compact(descriptor(rule)) for rule in rules)
    yield "}},\n"
    for name, value in _run(report, left_out).items():
        yield f"{compact(name)}: {compact(value)},\n"
    yield '"results": '
    named = zip(results, fingerprints(results), strict=True)
    yield from listed(compact(_result(finding, name, index, report)) for finding, name in named)
    yield "\n}]\n}\n"


def _run(report: Report, left_out: int) -> dict[str, Any]:
    notifications = list(_notifications(report, left_out))
    invocation: dict[str, Any] = {"executionSuccessful": report.verdict != "unchecked"}
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    return {
        # What stands before the last slash is the category by which GitHub keeps analyses apart.
        "automationDetails": {"id": f"undersign/{report.check}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The top of the repository."}}},
        "invocations": [invocation],
    }


def _notifications(report: Report, left_out: int) -> Iterator[dict[str, Any]]:
    if report.verdict == "unchecked":
        unread = (finding for finding in report.findings if finding.rule in UNCHECKED)
        first = "".join(f": {sentence(finding, report)}" for finding in islice(unread, 1))
        yield _notification("unchecked", "error", f"Not everything could be checked{first}")
    if left_out > 0:
        text = f"{left_out:,} of {len(report.findings):,} results are left out: a file may have {MOST:,}."
        yield _notification("cut", "warning", text)


def _notification(name: str, level: str, text: str) -> dict[str, Any]:
    return {"descriptor": {"id": f"undersign/{name}"}, "level": level, "message": {"text": text}}


def _result(finding: Finding, name: str, index: dict[str, int], report: Report) -> dict[str, Any]:
    remedy = f"\nFix: {told(finding.remedy)}" if finding.remedy else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": finding.severity,
        "message": {"text": _without_links(sentence(finding, report) + remedy)},
        "locations": [_location(finding, report)],
        "partialFingerprints": {"primaryLocationLineHash": name},
    }


def _location(finding: Finding, report: Report) -> dict[str, Any]:
    place = place_of(finding, report)
    region = {"startLine": place.line or 1}
    if place.line and place.column:
        region["startColumn"] = place.column
    uri = uri_of(place.path)
    artifact = {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": ROOT}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    if finding.commit:
        named = {"name": finding.commit[:SHORT], "fullyQualifiedName": finding.commit, "kind": "commit"}
        location["logicalLocations"] = [named]
    return location


def _without_links(text: str) -> str:
    """The text where nothing is a link: `[text](target)` is one in plain messages too (SARIF 3.11.6)."""
    return text.replace("](", "] (")
