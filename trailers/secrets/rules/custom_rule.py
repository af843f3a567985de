"""What a rule of the repository's own gitleaks.toml matches.

## What it checks
The rules of a file in gitleaks' format: regular expression, group, entropy, keywords, path, allow lists.

## Why
Formats of a house are known to nobody else.

## Example
    [[rules]] with id = "acme-key" and its regex

## How to fix
As that rule says. A match that is no secret is allowed in its allowlist, by `gitleaks:allow` on the line, or
in the baseline.

## Options
[severity] US207. `rules` names the file.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US207", "custom-rule", "error", "secrets", __doc__)
