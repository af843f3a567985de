"""Gates of the plugins that look for a name, a sign and a value: KeywordDetector, and those of `ASSIGNED`.

What follows the name depends on the kind of file (detect_secrets/plugins/keyword.py, REGEX_BY_FILETYPE).
Patterns are for folded text, `folding.folded`. Each takes in the rest of the word that it stands in, so
that a long word made of names is gone through once; what follows is looked at and not taken in.
"""

from trailers.secrets.compat.gate import Gate
from trailers.secrets.compat.plugins import ASSIGNED, KEYWORD

# What KeywordDetector calls a secret's name, in lower case.
NAMES = (
    "(?:(?:api|auth|service|account|db|database|priv|private|client)_?key|(?:db|database|key)_?pass"
    "|passwo?r?d|pwd|secret|contrase[ñn]a)"
)
_ASSIGNED = r"[\"']?\]?[ =:>]++[\"']?[0-9a-z_-]{24}"
_QUOTED = r"['\"`]\w"

_QUOTES = rf"[\]'\"]{{0,2}}@s*+(?::|=[=>]{{0,2}}|!==?)@s*+{_QUOTED}"
_CONFIG = r"[\]'\"]{0,2}@s*+(?::=?|={1,3}|!==?)@s*+['\"`]?\w"
_C = r"(?:\[[0-9]*\])?@s*+[!=]{1,2}@s*+@?\"\w"
_CPP = rf"(?:.assign)?\(\"\w|[\]'\"]{{0,2}}@s*+(?:={{1,3}}|!==?)@s*+{_QUOTED}"
# A value in quotes and a semicolon behind it. A value longer than this is left to the plugin to judge.
_SEMICOLON = rf"\S{{0,50}}?@s*+{_QUOTED}(?:[^\x0b'\"@n]{{0,400}}['\"`];|[^\x0b'\"@n]{{401}})"
# In a file that is rewritten the value need not be in quotes yet, nor on the same line.
_REWRITTEN = r"[\]'\"]{0,2}@s*+[:=!\\]"

_BY_EXTENSION = {
    **dict.fromkeys((".go", ".yaml", ".yml", ".eyaml", ".cnf", ".conf", ".cfg", ".cf", ".ini"), "config"),
    **dict.fromkeys((".properties", ".toml"), "config"),
    **dict.fromkeys((".m", ".cs", ".c"), "c"),
    ".cpp": "cpp",
}
_TAILS = {
    "quotes": f"{_QUOTES}|{_SEMICOLON}",
    "config": f"{_CONFIG}|{_SEMICOLON}",
    "c": _C,
    "cpp": _CPP,
    "rewritten": _REWRITTEN,
}


def kind_of(extension: str) -> str:
    """Which of KeywordDetector's sets of expressions a file has: "quotes", "config", "c" or "cpp"."""
    return _BY_EXTENSION.get(extension, "quotes")


def name_gates(kind: str, *, across: bool) -> tuple[Gate, ...]:
    """The gates for files of the kind, or "rewritten"; `across`: a match may go over the end of a line."""
    blank, line_end = (r"\s", "") if across else (r"[^\S\n]", r"\n")
    tail = _TAILS[kind].replace("@s", blank).replace("@n", line_end)
    rest = rf"\w*+(?:(?=(?P<a>{_ASSIGNED}))|(?=(?P<k>{tail})))?"
    alone = rf"(?=(?P<a2>{_ASSIGNED}))"
    both = (KEYWORD, *ASSIGNED)
    return (
        Gate(
            both, rf"key(?:(?:(?<=[ihetbv]key)|(?<=[ihetbv]_key)){rest}|{alone})", folded=True, optional=True
        ),
        Gate(
            both,
            rf"pass(?:(?:(?=wo?r?d)|(?<=[bey]pass)|(?<=[bey]_pass)){rest}|{alone})",
            folded=True,
            optional=True,
        ),
        Gate(both, rf"pw(?:d{rest}|{alone})", folded=True, optional=True),
        Gate(both, rf"secret{rest}", folded=True, optional=True),
        Gate((KEYWORD,), rf"contrase[ñn]a{rest}", "contrase", folded=True, optional=True),
        Gate(ASSIGNED, rf"token{alone}", folded=True, optional=True),
    )


def compared(*, across: bool) -> str:
    """What follows the quote that ends a value compared with a name: `"value" == password`."""
    blank = r"\s" if across else r"[^\S\n]"
    return rf"{blank}*+[!=]{{2,3}}{blank}*+\w*?{NAMES}"
