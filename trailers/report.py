"""The one report value: what was judged, by which policy, what was found.

Every check (verify, owners, secrets) fills it, and every format renders it.
"""

from trailers.finding import Finding
from trailers.typed import Literal, Mapping, MappingProxyType, NamedTuple

Verdict = Literal["clean", "findings", "unchecked"]
Check = Literal["verify", "owners", "secrets"]

EXIT_CODES: dict[Verdict, int] = {"clean": 0, "findings": 1, "unchecked": 2}


class PolicySource(NamedTuple):
    """Which policy judged: where it was read from, and the SHA-256 of its bytes (None: the defaults).

    `path` is its file's, from the top of the repository; None where there is none.
    """

    source: str
    digest: str | None
    path: str | None = None


class CommitRecord(NamedTuple):
    """What one AI-assisted commit says of itself, and how it was judged.

    `author` is `Name <email>`, `time` the committer's, in seconds since 1970. They and the title are
    unknown where others speak for a commit that says nothing itself.
    """

    commit: str
    models: tuple[str, ...]
    contexts: tuple[str, ...]
    approvers: tuple[str, ...]
    verdict: Verdict
    author: str = ""
    time: int | None = None
    title: str = ""


class Report(NamedTuple):
    """The outcome of one run.

    `checked` says what was looked at, as counts by name; `titles` are those of commits with findings.
    """

    policy: PolicySource
    checked: dict[str, int]
    findings: tuple[Finding, ...]
    commits: tuple[CommitRecord, ...]
    verdict: Verdict
    titles: Mapping[str, str] = MappingProxyType({})
    check: Check = "verify"

    def verdict_with(self, *, strict: bool) -> Verdict:
        """The verdict where warnings count as errors too."""
        warned = strict and any(finding.severity == "warning" for finding in self.findings)
        return "findings" if warned and self.verdict == "clean" else self.verdict
