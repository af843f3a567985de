"""A private key in a file.

## What it checks
PEM (PKCS#1, PKCS#8, SEC 1, encrypted ones too), OpenSSH, OpenPGP, PuTTY, SSH2, minisign and signify,
WireGuard, JSON Web Keys with their private member, RSA keys in XML; with real line ends or escaped ones, and
encoded in base64 once more. A header alone, or one around an ellipsis, is not told: a body has to stand
behind it. Keys that RFCs print are left out.

## Why
A key proves who someone is, to every machine that trusts it. A passphrase on it only delays whoever has the
file.

## Example
    id_ed25519 in a repository of settings

## How to fix
Replace the key wherever it is trusted, then delete it. Tests make a key when they begin, or the line of its
header carries a comment with `pragma: allowlist secret`, or the baseline an entry.

## Options
[severity] US202. Encrypted keys count as well; so do those of tests, because many are in use elsewhere.

## Since
0.4
"""

from trailers.rule import Rule

RULE = Rule("US202", "private-key", "error", "secrets", __doc__)
