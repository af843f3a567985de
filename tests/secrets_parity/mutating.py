"""Files that are hard to read the same way twice: made from pieces, and from real files by mutation."""

import os
import random
from collections.abc import Iterator, Sequence

_NAMES = (
    "file.py",
    "a.rb",
    "b.ts",
    "c.env",
    "d.yaml",
    "e.yml",
    "f.ini",
    "g.cfg",
    "h.go",
    "i.c",
    "j.cpp",
    "k.cs",
)
_MORE = (
    "l.md",
    "m.json",
    "n.toml",
    "o.properties",
    "p.txt",
    "q",
    "r.js",
    "s.tf",
    "t.swift",
    "u.eyaml",
    "v.conf",
)
_KEYS = (
    "password",
    "api_key",
    "apikey",
    "PassWord",
    "db_pass",
    "pwd",
    "secret",
    "clientſecret",
    "contraseña",
    "token",
)
_ODD = (
    "user_id",
    "aws_key",
    "softlayer_api_key",
    "ibm_cloud_iam_key",
    "cloudant_pw",
    "cos_secret_key",
    "plain",
    "KEY",
)
_OPERATORS = (
    " = ",
    "=",
    ": ",
    ":",
    " := ",
    " == ",
    " != ",
    "=>",
    " => ",
    "[] = ",
    "('",
    '("',
    "  ",
    "\t=\t",
    ":\n  ",
)
_QUOTES = ("", '"', "'", "`", '\\"', "''")
_ENDS = (
    "",
    ";",
    ",",
    ")",
    "  # pragma: allowlist secret",
    " // pragma: whitelist secret",
    " # note",
    "\\",
    "%(x)s",
)
_BREAKS = ("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n  ", "\u2028", "\x0b", "\x0c", "\x85", "\x1c")
_LINES = (
    *("[section]", "[global]", "# pragma: allowlist nextline secret", "; comment", "end", "{", "}", "- item"),
    *("? complex", "key: |", "key: >-", "  folded text", "key: !!binary |", "&anchor", "ref: *anchor", "---"),
    *("<<: *anchor", "a = %(b)s", "if x = f(y)", "x = get_key('a')", "BEGIN RSA PRIVATE KEY", "BEGIN EC"),
    *(
        "PRIVATE KEY-----",
        "url: http://user:" + "hunter2secret@host/x",
        "10.0.0.1 8.8.8.8 192.168.1.1",
        "é = ü",
    ),
    *("1.2.3.4:80 x1.2.3.4", "x: {a: b, c: d}", 'k: "a\\x41\\u0042c\\\n  d"', "k: 'it''s'", "\ufeff[x]"),
    *("k: [a, b, {c: d}]", "Key \u212a \u0130 \u0131"),
)
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=\\"
_DIGITS = "0123456789"
_HEX = _DIGITS + "abcdef"
_LOWER = "abcdefghijklmnopqrstuvwxyz"
_ALNUM = _DIGITS + _LOWER + _LOWER.upper()


def made(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Give `count` files made from pieces: (path, content)."""
    for index in range(count):
        dice = random.Random(seed * 1_000_003 + index)
        name = dice.choice(_NAMES + _MORE)
        lines = "".join(_line(dice) + dice.choice(_BREAKS) for _ in range(dice.randint(1, 12)))
        data = lines.encode()
        if dice.random() < 0.02:
            data += b"\xff\xfe"
        yield f"{index}/{name}", data


def mutated(tree: str, paths: Sequence[str], count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Give `count` files, each a stretch of a real one with pieces put in and characters changed."""
    for index in range(count):
        dice = random.Random(seed * 7_919 + index)
        path = dice.choice(paths)
        try:
            with open(os.path.join(tree, path), "rb") as file:
                text = file.read(40_000).decode("utf-8", "ignore")
        except OSError:
            continue
        lines = text.split("\n")
        start = dice.randrange(len(lines))
        lines = lines[start : start + dice.randint(3, 60)]
        for _ in range(dice.randint(1, 6)):
            lines.insert(dice.randint(0, len(lines)), _line(dice))
        text = dice.choice(_BREAKS[:5]).join(lines)
        for _ in range(dice.randint(0, 4)):
            at = dice.randrange(len(text) + 1)
            text = text[:at] + dice.choice("'\"`=:%\\#[]{}\t \n!&*-|>") + text[at + dice.randint(0, 1) :]
        name = os.path.basename(path) if dice.random() < 0.7 else dice.choice(_NAMES + _MORE)
        yield f"{index}/{name}", text.encode()


def _line(dice: random.Random) -> str:
    if dice.random() < 0.35:
        return dice.choice(_LINES)
    quote = dice.choice(_QUOTES)
    close = quote if dice.random() < 0.85 else dice.choice(_QUOTES)
    indent = dice.choice(("", "", "", "  ", "\t", "- ", "export "))
    value = f"{quote}{_value(dice)}{close}"
    if dice.random() < 0.1:
        return (
            f"{indent}{value}{dice.choice((' == ', '!=', ' === '))}{dice.choice(_KEYS)}{dice.choice(_ENDS)}"
        )
    key = dice.choice(_KEYS + _ODD) + dice.choice(("", "", "_x", "]", "'", '"'))
    return f"{indent}{key}{dice.choice(_OPERATORS)}{value}{dice.choice(_ENDS)}"


def _value(dice: random.Random) -> str:
    """A value near what a plugin looks for: a character more or less, around the limits of entropy."""
    near = dice.choice((-1, 0, 0, 0, 1))

    def run(letters: str, length: int) -> str:
        return "".join(dice.choice(letters) for _ in range(length + near))

    few = dice.sample(_BASE64, 22)
    forms = (
        lambda: run(_HEX, dice.choice((8, 9, 10, 24, 32, 40, 48, 64))),
        lambda: "".join(dice.sample(_HEX, 8)) * dice.randint(1, 2),
        lambda: run(_DIGITS, dice.choice((9, 14, 20))),
        lambda: "".join(dice.sample(_BASE64, 23 + near)),
        lambda: "".join(few) + dice.choice(_BASE64),
        lambda: run(_BASE64, dice.choice((20, 30, 44, 88))),
        lambda: run(_LOWER, 24),
        lambda: "AKIA" + run(_LOWER.upper() + _DIGITS, 16),
        lambda: "AKC" + run(_ALNUM, 10),
        lambda: "gh" + "p_" + run(_ALNUM, 36),
        lambda: "glpat-" + run(_ALNUM, 20),
        lambda: "xoxb-" + run(_DIGITS, 12) + "-" + run(_ALNUM, 10),
        lambda: "eyJ" + "hbGciOiJub25lIn0.eyJ" + "hIjoxfQ.",
        lambda: "SG." + run(_ALNUM, 22) + "." + run(_ALNUM, 43),
        lambda: "sk_live_" + run(_ALNUM, 24),
        lambda: run(_DIGITS, 9) + ":" + run(_ALNUM, 35),
        lambda: run(_HEX, 32) + "-us12",
        lambda: "https://" + run(_ALNUM, 5) + ":" + run(_ALNUM, 9) + "@h.cloudant.com",
        lambda: ".".join(str(dice.randint(0, 260)) for _ in range(4)),
        lambda: dice.choice(
            ("hunter2", "${VAR}", "$x", "<fill>", "{{ x }}", "f(x)", "a'b", "x", "été", "pass word")
        ),
        lambda: "AbCdEfGhIjKlMnOpQrStUvWxYz"[: 20 + near],
    )
    return dice.choice(forms)()
