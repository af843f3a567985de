"""A quoted string that looks random, under no name that says what it is.

## What it checks
Strings in quotes of 23 characters or more in base64's alphabet with 4.5 bits a character, and of 18 or more
in hexadecimal with 3.0, detect-secrets' limits. Left out: digests by their length or name, identifiers,
trace ids, public keys, alphabets, encoded text, what is mostly words, and files of data, styles and locked
versions.

## Why
Some secrets are given to names that tell nothing. Most random strings are none, so this only warns.

## Example
    client = Client("sixty random characters")

## How to fix
Look at it. If it opens something, change it and read it from the environment; if not, allow it in the
baseline, or give it a name that says what it is.

## Options
[severity] US205.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US205", "high-entropy-string", "warning", "secrets", __doc__)
