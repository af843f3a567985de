"""A CODEOWNERS file that is so large that the forge ignores it.

## What it checks
The file has fewer bytes than the forge's limit, where its documentation names one: 3 MB on GitHub.

## Why
GitHub does not load a larger file at all, so that no file of the repository has an owner.

## Example
    A file of 3,100,000 bytes.

## How to fix
Delete dead and shadowed rules, and write a directory in place of its files.

## Options
[severity] US311.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US311", "oversized-codeowners", "error", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    limit = survey.dialect.limit
    if limit is None or survey.size < limit:
        return
    message = (
        f"{survey.file.path} has {survey.size:,} bytes, and {survey.dialect.title} ignores a file of "
        f"{limit:,} bytes or more: nothing has an owner"
    )
    yield RULE.finding(message, "delete dead and shadowed rules")._replace(path=survey.file.path)
