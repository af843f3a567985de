"""The pack: one row a format, in TOML files by field; scripts/secret_pack.py makes three tables of them.

A row says how a secret looks in one of three ways:

- `format`: a value that says itself what it is ("ghp_…"). It gets boundaries: no letter, digit or underscore
  before it (an escape such as a backslash and n, %3D or the six characters of a Unicode escape may be), and
  none of these or a hyphen after it.
- `near` and `value`: a value that says nothing, given to something named like its vendor
  ("DATADOG_API_KEY=…"): `near` is the vendor's name whatever its case, and stands in the name itself or
  before a call's parenthesis.
- `pattern`: the whole expression, as it is.

`check` is "token" for the first kind and "named" for the second unless the row says otherwise; `sieve` is a
cheap test before the pattern (trailers/secrets/sieves). `source` is the page that documents the format, or
that shows it in use.
"""
