"""A signed JSON Web Token.

## What it checks
Three parts in base64url, the first two of them JSON objects, the first with `alg`, and a signature. The
tokens that jwt.io and RFC 7519 show are left out, and unsigned ones.

## Why
A token lets in whoever shows it until it expires, and many that services issue to machines never do. Its
claims often name people.

## Example
    a session's token in a recorded request

## How to fix
Revoke it, or wait until it has expired if the service says when; take it out of the file.

## Options
[severity] US210. In tests, examples and documentation, by their paths, it is a warning.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US210", "json-web-token", "error", "secrets", __doc__)
