"""A literal value under a name that says it is a secret.

## What it checks
Names whose last meaning word is password, secret, token, key with what it opens, credential and their kin, in
any spelling, in code, settings, markup, shells and connection strings; Authorization headers; passwords of
curl, sshpass, mysql, .netrc and `IDENTIFIED BY`. The value has to be one: not a variable, a path, a word or a
sentence, a placeholder, a counted or repeated sequence, a digest, a public key or the hash of a password
(bcrypt, crypt, Argon2: nobody logs in with it). Letters have to be unlike words, or mixed with digits.

## Why
Most leaked secrets have no vendor's format: passwords of databases, keys that a team made itself.

## Example
    db_password = followed by twelve random letters and digits in quotes

## How to fix
Change the secret, and read it from the environment or from a store of secrets. One that opens nothing can be
allowed where it stands, by `pragma: allowlist secret` in a comment on its line, or in the baseline.

## Options
[severity] US204. In tests, examples and documentation, by their paths, it is a warning.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US204", "assigned-secret", "error", "secrets", __doc__)
