"""Make the pack's tables from its rows: `--write` makes them anew, without it they are compared.

Rows stand in trailers/secrets/pack/*.toml (the package's docstring says how one is written). Beside them are
the detectors in table.py, which loads in a fraction of a millisecond and needs no TOML, and what is derived
from them, each loaded when it is needed: gates.py for the standard library's prefilter, supersets.py for who
compiles Hyperscan's database.
"""

import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trailers.secrets.detector import Detector  # noqa: E402  # the checkout is not on an isolated path
from trailers.secrets.prefilter.gates import gate_table  # noqa: E402
from trailers.secrets.prefilter.hyperscan_database import supersets  # noqa: E402

PACK = ROOT / "trailers" / "secrets" / "pack"
Row = dict[str, Any]

# Before a token: nothing that a word could go on with, or an escape's last characters.
BEFORE = r"(?:(?<![0-9A-Za-z_])|(?<=\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\u00[0-9A-Fa-f]{2}))"
AFTER = r"(?![0-9A-Za-z_-])"
# Between a vendor's name and the value: the rest of the name, what gives it a value, and another name's
# ("Vendor(api_key="), a quote.
_REST = r"[0-9A-Za-z_.-]{0,32}['\"\]]{0,2}[ \t]{0,4}"
_GIVING = r"(?:(?:=>|:=|[=:,(>])\s{0,12}|[ \t]{1,4})"
_ARGUMENT = r"(?:['\"]?[\w.]{1,48}['\"]?,[ \t]{0,4})?(?:['\"]?[A-Za-z_]{1,24}['\"]?[ \t]{0,2}[=:][ \t]{0,2})?"
_QUOTE = r"(?:(?i:bearer|token|basic|string)[ \t]{1,2})?['\"`(]{0,2}"
_ENTROPY = 2.8


def rows() -> Iterator[Row]:
    """Every row of every file, in the order of the files' names."""
    for file in sorted(PACK.glob("*.toml")):
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["detector"]:
            yield row | {"file": file.name}


def detector(row: Row) -> Detector:
    """The detector that a row describes."""
    if "format" in row:
        pattern, check, entropy = f"{BEFORE}{row['format']}{AFTER}", "token", _ENTROPY
    elif "near" in row:
        value = f"(?P<secret>{row['value']})(?![0-9A-Za-z_/+-])"
        pattern, check, entropy = (
            f"(?i:{row['near']}){_REST}{_GIVING}{_ARGUMENT}{_QUOTE}{value}",
            "named",
            _ENTROPY,
        )
    else:
        pattern, check, entropy = row["pattern"], "", 0.0
    re.compile(pattern.encode("ascii"))
    return Detector(
        row["name"],
        row.get("rule", "US201"),
        row["what"],
        pattern,
        row.get("check", check),
        float(row.get("entropy", entropy)),
        row.get("sieve", ""),
    )


def tables() -> dict[str, str]:
    """The text of each module, by the name of its file."""
    detectors = tuple(map(detector, rows()))
    gates = gate_table([one.pattern for one in detectors])
    expressions = [tuple(one) for one in supersets((one.pattern.encode(), 0) for one in detectors)]
    derived = hashlib.blake2b(repr(expressions).encode(), digest_size=16).hexdigest()
    return {
        "table.py": _module(
            "The pack as a table, made from the rows beside it",
            [
                "from trailers.secrets.detector import Detector",
                "",
                "_ROWS = (",
                *map(_line, detectors),
                ")",
                "",
                "DETECTORS: tuple[Detector, ...] = tuple(map(Detector._make, _ROWS))",
                "# By detector: the greatest length of a match; see prefilter/gates.py.",
                f"WIDTHS = {gates[0]}",
                "# Another one for other expressions in supersets.py.",
                f'DERIVED = "{derived}"',
            ],
        ),
        "gates.py": _module(
            "What the prefilter of the standard library looks for, made from the rows beside it",
            [*_only_for_types("gates", "GateTable"), f'GATES: "GateTable" = {gates!r}'],
        ),
        "supersets.py": _module(
            "What Hyperscan looks for, made from the rows beside it",
            [
                *_only_for_types("hyperscan_database", "Supersets"),
                'SUPERSETS: "Supersets" = (',
                *(f"    {one!r}," for one in expressions),
                ")",
            ],
        ),
    }


def _module(what: str, lines: list[str]) -> str:
    noqa = "E501, ISC004, Q000" if "_ROWS = (" in lines else "E501, Q000"
    head = [f'"""{what} by scripts/secret_pack.py --write."""', f"# ruff: noqa: {noqa}", "# fmt: off"]
    return "\n".join([*head, "", *lines]) + "\n"


def _only_for_types(module: str, name: str) -> list[str]:
    return [
        "from trailers.typed import TYPE_CHECKING",
        "",
        "if TYPE_CHECKING:",
        f"    from trailers.secrets.prefilter.{module} import {name}",
        "",
    ]


def _line(one: Detector) -> str:
    # Without the empty string a scanner reads "an Okta API token", … as the name of the pattern.
    name, rule, what, pattern, *rest = map(repr, one)
    return f"    ({name}, {rule}, {what}, '' {pattern}, {', '.join(rest)}),"


def main(argv: list[str]) -> int:
    made = tables()
    if argv == ["--write"]:
        for name, text in made.items():
            (PACK / name).write_text(text, encoding="utf-8")
        return 0
    stale = [name for name, text in made.items() if _written(name) != text]
    for name in stale:
        print(f"trailers/secrets/pack/{name} is stale: python scripts/secret_pack.py --write")
    return 1 if stale else 0


def _written(name: str) -> str:
    file = PACK / name
    return file.read_text(encoding="utf-8") if file.exists() else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
