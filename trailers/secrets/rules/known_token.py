"""A token in a format that its vendor documents.

## What it checks
Values that say by their form who issued them and what they are: keys of cloud and model providers, forges,
chats, payment, mail, package registries; a page of the vendor is the source of each. Where the format holds
a check sum, it is computed, so that a made-up value is not told. The vendors' own examples are left out.

## Why
Whoever reads the repository can use it, and so can everyone with a copy of its history. Bots find a pushed
token within minutes.

## Example
    AWS_ACCESS_KEY_ID=AKIA followed by sixteen letters and digits

## How to fix
Revoke the token first: deleting the line does not take it back. Then read it from the environment or from a
store of secrets. A token that works nowhere can be allowed where it stands: `pragma: allowlist secret` in a
comment on its line, or an entry in the baseline.

## Options
[severity] US201. It is the same in tests and documentation: it works there too.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US201", "known-token", "error", "secrets", __doc__)
