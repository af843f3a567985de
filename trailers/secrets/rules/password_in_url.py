"""A password in a URL.

## What it checks
`scheme://<name>:<password>@host` with any scheme, so databases, brokers and forges too. Variables and
templates, placeholders, and hosts that belong to nobody (example.com, .test, .invalid, RFC 2606 and 6761) are
left out; on localhost the password has to look as if somebody had chosen it.

## Why
A URL is copied to logs, shells and error messages; the password goes with it.

## Example
    DATABASE_URL=postgres://app:<password>@db.internal/app

## How to fix
Change the password, and put the URL together from the environment:
postgres://app:${DB_PASSWORD}@db.internal/app

## Options
[severity] US203.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US203", "password-in-url", "error", "secrets", __doc__)
