"""A finding of detect-secrets' own plugins and filters.

## What it checks
In mode compat: the same file, line, type and hash that detect-secrets 1.5 finds with the same plugins,
filters and baseline.

## Why
Teams with detect-secrets in place keep its findings, its baseline and its audit, at a hundredth of the time.

## Example
    "Secret Keyword" or "Base64 High Entropy String" in the report

## How to fix
As for the others: change the secret and take it out of the file; or `pragma: allowlist secret` on the line,
or an entry in the baseline.

## Options
[severity] US206. `mode` says which detectors are run.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US206", "detect-secrets-finding", "error", "secrets", __doc__)
