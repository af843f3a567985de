"""Many findings: time grows as they do, and a format is written piece by piece, never held as a whole."""

import tracemalloc

import pytest

from tests.growth import LINEAR, growth
from tests.rendered import CHECKED, READERS, commit_id, render, report_of
from trailers.finding import Finding
from trailers.output.formats import FORMATS, rendered
from trailers.output.style import Style
from trailers.report import CommitRecord

MANY = 100_000
FEWER = 20_000
HELD = 4  # MiB beside the report itself; that of 20,000 findings takes some 12


def large(number, check):
    """Findings in as many commits, files and rules as it takes to tell them apart."""
    findings = [
        Finding(
            ("US101", "US204", "US304")[at % 3],
            ("note", "warning", "error")[at % 3],
            f"number {at % 500}: something is wrong here with `this` and that",
            "git commit --amend --no-edit",
            commit_id(at // 4) if check == "verify" else None,
            None if check == "verify" else f"src/some/directory/file-{at // 4}.py",
            at % 90 + 1,
        )
        for at in range(number)
    ]
    commits = [
        CommitRecord(commit_id(at), ("Claude-Code:claude-opus-5",), ("issue:1",), (), "clean", "A <a@x>", at)
        for at in range(number // 4 if check == "verify" else 0)
    ]
    titles = {commit.commit: "Do something that has a title" for commit in commits}
    return report_of(*findings, check=check, commits=commits, titles=titles)


@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize("check", list(CHECKED))
def test_time_grows_as_the_findings_do(name, check):
    def prepare(number):
        report = large(number, check)
        return lambda: sum(map(len, rendered(name, report, Style())))

    assert growth(prepare, 500) < LINEAR


@pytest.mark.parametrize("name", list(FORMATS))
def test_memory(name):
    report = large(FEWER, "verify")
    sum(map(len, rendered(name, report_of(), Style())))  # what it imports is not its
    tracemalloc.start()
    length = sum(map(len, rendered(name, report, Style())))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{name}: {length / 2**20:.1f} MiB written, {peak / 2**20:.1f} MiB held")
    assert peak < HELD << 20


@pytest.mark.parametrize(
    ("name", "longest"),
    [("markdown", 65_536), ("github-summary", 1024 * 1024), ("github", 40_000), ("sarif", 30 << 20)],
)
def test_what_is_too_much_is_cut_and_counted(name, longest):
    output = render(name, large(MANY, "verify"))
    assert len(output.encode()) <= longest
    assert READERS[name](output)
    told = {
        "markdown": "33,333 warnings, 33,334 notes.\n",
        "github-summary": "33,333 warnings, 33,334 notes.\n",
        "github": "not annotated: 33,323 errors, 33,323 warnings, 33,324 notes\n",
        "sarif": "75,000 of 100,000 results are left out: a file may have 25,000.",
    }
    assert told[name] in output


@pytest.mark.parametrize(("name", "longest"), [("markdown", 65_536), ("github-summary", 1024 * 1024)])
@pytest.mark.parametrize("char", ["日", "🤖", "\udce9", "`", "\U000e0041"])
def test_no_text_makes_it_too_long(name, longest, char):
    findings = [Finding("US101", "error", char * 5000, char * 5000, commit_id(at)) for at in range(2000)]
    titles = {commit_id(at): char * 5000 for at in range(2000)}
    output = render(name, report_of(*findings, titles=titles, policy=char * 5000))
    assert longest // 2 < len(output.encode()) <= longest
    READERS[name](output)
