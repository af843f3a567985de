"""What `check_message` answers: the verdict of the commit-msg hook on a message that is not committed yet."""

import os
import time

from trailers.cli.mcp.arguments import Arguments
from trailers.cli.mcp.place import Place
from trailers.cli.mcp.reports import reported
from trailers.errors import MessageError
from trailers.finding import Finding
from trailers.policy.files import digest
from trailers.policy.policy import DEFAULT, Policy
from trailers.policy.work_tree import policy_file_at
from trailers.process import Git
from trailers.report import PolicySource, Report, Verdict
from trailers.repository.changes import staged_paths
from trailers.repository.mailmap import EMPTY, Mailmap, parse_mailmap
from trailers.repository.message_config import config_for_messages
from trailers.repository.top import top_of
from trailers.typed import Any
from trailers.verify.base import MAILMAP
from trailers.verify.handed import Handed, judge_handed, making_of, read_handed
from trailers.verify.mending import mend_handed
from trailers.verify.registry import RULE_NAMES

# `git commit -m` and `-F`, which assistants use, open no editor, so that comments stay (git-commit(1)).
_NO_EDITOR = {"GIT_EDITOR": ":"}

MENDED = {
    "description": "The message as it can be mended without a guess; null where there is nothing to mend.",
    "type": ["object", "null"],
    "properties": {
        "message": {"type": "string"},
        "done": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["message", "done"],
    "additionalProperties": False,
}


def check_message(place: Place, arguments: Arguments) -> dict[str, Any]:
    """The findings for the message, by the policy of the work tree, and the message as it can be mended."""
    git = place.git._replace(directory=top_of(place.git))
    policy, source = _policy(git.directory)
    data = arguments["message"].encode("utf-8", "replace")
    handed = read_handed(data, config_for_messages(git), _NO_EDITOR)
    if not handed.stored:
        raise MessageError("there is nothing in this message that git would store", "write a message")
    findings = _judged(place, git, handed, policy)
    verdict: Verdict = "findings" if any(finding.severity == "error" for finding in findings) else "clean"
    report = Report(source, {"messages": 1}, findings, (), verdict)
    mended, done = mend_handed(handed, policy, by_assistant=True)
    changed = {"message": mended.text, "done": list(done)} if done else None
    return {**reported(report), "mended": changed}


def _policy(top: str) -> tuple[Policy, PolicySource]:
    found = policy_file_at(top, RULE_NAMES)
    if found is None:
        return DEFAULT, PolicySource("the defaults (no policy in the work tree)", None)
    return found.policy, PolicySource(found.name, digest(found.data))


def _judged(place: Place, git: Git, handed: Handed, policy: Policy) -> tuple[Finding, ...]:
    making = making_of(git, place.environ, int(time.time()), place.assistant, policy)
    if policy.approver.by_others:
        making = making._replace(mailmap=_mailmap(git.directory))
    return judge_handed(handed, policy, making, lambda _: staged_paths(git))


def _mailmap(top: str) -> Mailmap:
    try:
        with open(os.path.join(top, MAILMAP), encoding="utf-8", errors="surrogateescape") as file:
            return parse_mailmap(file.read())
    except OSError:
        return EMPTY
