"""The gate table: what the standard-library prefilter has to look for, as a plain value.

    from trailers.secrets.prefilter.gates import gate_table
    GATES = gate_table([detector.pattern for detector in DETECTORS])

`scripts/secret_pack.py` writes `repr()` of that value into `pack/gates.py`: tuples of bytes and ints only, so
it loads from the .pyc without work, and the parser of regular expressions is not imported. A user's own rules
get theirs when they are read; `joined` puts two tables together (the second's detectors count on from the
first's). Both engines take the widths from it: `table[0]`.

Every sequence of bytes that a pattern can be (pieces.py) gives what it cannot do without: literals
(literals.py), or a run of one set of bytes (runs.py), whichever tells more. A sequence with neither makes its
detector one that has to look everywhere.
"""

from trailers.typed import TYPE_CHECKING, Sequence, TypeAlias

if TYPE_CHECKING:
    from trailers.secrets.prefilter.gate import Gate

# What is found points to (detector, its offset after the match's start or -1).
Places: TypeAlias = tuple[tuple[int, int], ...]
# Literals to look for (as they are, in lower case) in the text, near its longer words, in its long words.
Literals: TypeAlias = tuple[tuple[bytes, Places], ...]
LiteralKinds: TypeAlias = tuple[tuple[Literals, Literals], ...]
# A table for bytes.translate that makes a run's members 1 and all else 0, and for whom:
# (detector, least length, offset or -1, the bytes before the run).
Runs: TypeAlias = tuple[tuple[bytes, tuple[tuple[int, int, int, bytes], ...]], ...]
# (detector, least length of a match) for the detectors that have to look everywhere: always, or only in a
# text with a letter beyond ASCII whose other case is ASCII.
Everywhere: TypeAlias = tuple[tuple[int, int], ...]
# The widths by detector (0: no bound), the anchored detectors, and what to look for.
GateTable: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], LiteralKinds, Runs, Everywhere, Everywhere]


def gate_table(patterns: Sequence[str], *, text: bool = False) -> GateTable:
    r"""Derive the table for the patterns, in their order; raise `re.error` for what is no pattern.

    With `text` the patterns are meant for `str` and are looked for in UTF-8 (compat's plugins): `\w` and
    ignore-case then reach beyond ASCII.
    """
    from trailers.secrets.prefilter.gate import gate_of

    gates = [gate_of(pattern, text=text) for pattern in patterns]
    idle = [not gate.literals and not gate.runs for gate in gates]
    return (
        tuple(gate.width for gate in gates),
        tuple(index for index, gate in enumerate(gates) if gate.anchored),
        _literals(gates),
        _runs(gates),
        tuple((index, gate.least) for index, gate in enumerate(gates) if idle[index]),
        tuple((index, gate.least) for index, gate in enumerate(gates) if gate.beyond and not idle[index]),
    )


def _literals(gates: "Sequence[Gate]") -> LiteralKinds:
    kinds: tuple[tuple[dict[bytes, dict[tuple[int, int], None]], ...], ...] = tuple(
        ({}, {}) for _ in range(3)
    )
    for index, gate in enumerate(gates):
        for literal in gate.literals:
            kind = kinds[literal.where][literal.ignore_case]
            kind.setdefault(literal.text, {})[index, literal.offset] = None
    return tuple((_sorted(exact), _sorted(lower)) for exact, lower in kinds)


def _sorted(kind: dict[bytes, dict[tuple[int, int], None]]) -> Literals:
    return tuple((text, tuple(places)) for text, places in sorted(kind.items()))


def _runs(gates: "Sequence[Gate]") -> Runs:
    from trailers.secrets.prefilter.members import listed

    tables: dict[int, dict[tuple[int, int, int, bytes], None]] = {}
    for index, gate in enumerate(gates):
        for run in gate.runs:
            users = tables.setdefault(run.members, {})
            users[index, run.least, run.offset, listed(run.before)] = None
    return tuple(
        (bytes(members >> byte & 1 for byte in range(256)), tuple(users))
        for members, users in sorted(tables.items())
    )


def joined(first: GateTable, second: GateTable) -> GateTable:
    """One table for the detectors of both, the second's after the first's."""
    widths, anchored, literals, runs, everywhere, beyond = first
    by = len(widths)
    return (
        (*widths, *second[0]),
        (*anchored, *(index + by for index in second[1])),
        tuple(
            (_merged(exact, more_exact, by), _merged(lower, more_lower, by))
            for (exact, lower), (more_exact, more_lower) in zip(literals, second[2], strict=True)
        ),
        (*runs, *((table, tuple((user[0] + by, *user[1:]) for user in users)) for table, users in second[3])),
        (*everywhere, *((index + by, least) for index, least in second[4])),
        (*beyond, *((index + by, least) for index, least in second[5])),
    )


def _merged(one: Literals, two: Literals, by: int) -> Literals:
    texts = dict(one)
    for text, places in two:
        moved = ((index + by, offset) for index, offset in places)
        texts[text] = (*texts.get(text, ()), *moved)
    return tuple(sorted(texts.items()))
