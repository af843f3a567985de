"""The judgement of the message in a commit-msg hook's file, and how it is told."""

import os
import time

from trailers.assistants.environment import Assistant
from trailers.message.file import replace_message_file
from trailers.output.printable import printable
from trailers.policy.policy import Policy
from trailers.process import Git
from trailers.typed import TYPE_CHECKING, Mapping, NamedTuple, Sequence
from trailers.verify.handed import judge_handed, making_of, read_handed

if TYPE_CHECKING:
    from trailers.finding import Finding
    from trailers.repository.mailmap import Mailmap


class Handing(NamedTuple):
    """What the hook was handed: a file and its bytes, git's configuration for messages, and who runs git."""

    path: str
    data: bytes
    config: Mapping[str, str]
    assistant: Assistant | None


def judge_file(handing: Handing, policy: Policy, git: Git, *, fix: bool) -> int:
    """Judge the message, after mending it where `fix` is wanted: 0 clean, 1 findings."""
    path, data, config, assistant = handing
    handed = read_handed(data, config, os.environ)
    if not handed.stored:
        return 0  # git itself refuses an empty message
    if fix:
        from trailers.verify.mending import mend_handed

        handed, done = mend_handed(handed, policy, by_assistant=assistant is not None)
        if done:
            replace_message_file(path, handed.data)
            print(*map(printable, done), sep="\n")
    making = making_of(git, os.environ, int(time.time()), assistant, policy)
    if policy.approver.by_others:
        making = making._replace(mailmap=_mailmap())
    findings = judge_handed(handed, policy, making, lambda _: _staged_paths(git))
    return told(findings, path) if findings else 0


def told(findings: "Sequence[Finding]", path: str) -> int:
    """Print the findings; 1 where one is an error."""
    for finding in findings:
        print(f"{finding.severity} {finding.rule}: {printable(finding.message)}")
        print(f"  fix: {printable(finding.remedy)}")
    if all(finding.severity != "error" for finding in findings):
        return 0
    page = f"a rule's page: undersign rule {findings[0].rule}"
    print(f"the message is kept: git commit -e -F {path}   # and -a or --amend, if you gave it; {page}")
    return 1


def _mailmap() -> "Mailmap":
    from trailers.repository.mailmap import EMPTY, parse_mailmap

    try:
        with open(".mailmap", encoding="utf-8", errors="surrogateescape") as file:
            return parse_mailmap(file.read())
    except OSError:
        return EMPTY


def _staged_paths(git: Git) -> tuple[str, ...]:
    from trailers.repository.changes import staged_paths  # only where a model is allowed for some paths

    return staged_paths(git)
