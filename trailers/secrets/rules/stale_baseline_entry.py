"""A baseline entry that allows nothing any more.

## What it checks
When all files of a baseline are scanned: each entry's secret still stands in its file.

## Why
An entry that nothing needs allows the secret to come back unseen.

## Example
    an entry for config.py, from which the secret was removed

## How to fix
Update the baseline, or delete the entry.

## Options
[severity] US209. `error` keeps the baseline exact.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US209", "stale-baseline-entry", "note", "secrets", __doc__)
