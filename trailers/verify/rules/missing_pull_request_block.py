"""The disclosure belongs in the pull request's text, and is not there.

## What it checks
With the profile `pr-body`, AI-assisted commits carry no trailer; the text of the pull request
(`--pr-body FILE`) holds the block instead, with all that is due.

## Why
Kubernetes, GTK and others refuse AI trailers and ask for the disclosure where the review happens.

## Example
    A pull request whose text does not mention the assistant that a commit shows.

## How to fix
undersign trailers convert --to pr-body COMMIT prints the block; paste it into the text.

## Options
[disclosure] profile = "pr-body"; [severity] US116.

## Since
0.2
"""

from collections.abc import Iterator

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US116", "missing-pull-request-block", "error", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    if setting.profile.name != "pr-body" or not subject.assisted or subject.commit is None:
        return
    block = setting.pull_request
    remedy = f"undersign trailers convert --to pr-body {subject.commit[:12]}"
    if block is None:
        yield RULE.finding("the pull request's text holds no disclosure (--pr-body FILE gives it)", remedy)
        return
    for flaw in block.flaws:
        yield RULE.finding(f"the pull request's text, {flaw.key}: {flaw.why}", flaw.remedy)
    if not block.models:
        yield RULE.finding("the disclosure in the pull request's text names no model", remedy)
