"""A baseline entry that allows more than one secret.

## What it checks
Entries of a detect-secrets baseline whose hash is that of a prefix only: its detectors of GitHub's and
GitLab's tokens keep `ghp` and its like as the secret (upstream issue 858), so all tokens have one hash.

## Why
Once one such token is in the baseline, every later one in that file is let through.

## Example
    "type": "GitHub Token" in the baseline's results

## How to fix
Delete the entry and allow the one token that is meant with an entry in a baseline of ours.

## Options
[severity] US208.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US208", "blanket-baseline-entry", "warning", "secrets", __doc__)
