"""Gates for a custom plugin, from the regular expressions in its own `denylist`."""

from trailers.secrets.compat.folding import folded
from trailers.secrets.compat.gate import Gate
from trailers.typed import TYPE_CHECKING, Iterable

if TYPE_CHECKING:
    from re import Pattern

    from trailers.secrets.prefilter.literals import Literal

_TOLD = 3  # characters: a shorter piece is on every other line


def gates_of(name: str, denylist: "Iterable[Pattern[str]]") -> tuple[Gate, ...] | None:
    """The gates of the plugin.

    `None` where one of its expressions has no literal, so that any line may match.
    """
    gates: list[Gate] = []
    for expression in denylist:
        literals = _literals(expression)
        if not literals:
            return None
        gates += [_gate(name, text, ignore_case=case) for text, case in literals]
    return tuple(gates)


def rewritten(gates: Iterable[Gate]) -> tuple[Gate, ...] | None:
    """The gates for text that is rewritten before it is scanned: only words stay as they are.

    `None` where a gate has no word that tells anything.
    """
    changed = []
    for gate in gates:
        words = "".join(char if char.isalnum() and char.isascii() else " " for char in gate.needle).split()
        longest = max(words, key=len, default="")
        if len(longest) < _TOLD:
            return None
        changed.append(_gate(gate.plugins[0], longest, ignore_case=gate.folded))
    return tuple(changed)


def _literals(expression: "Pattern[str]") -> list[tuple[str, bool]]:
    """The literals of which one is in every match, and whether case matters not."""
    from trailers.secrets.prefilter.gate import gate_of

    if not isinstance(expression.pattern, str):
        return []
    gate = gate_of(expression.pattern, text=True, flags=expression.flags)
    if gate.runs:
        return []
    return [one for literal in gate.literals if (one := _text(literal, beyond=gate.beyond))[0]]


def _text(literal: "Literal", *, beyond: bool) -> tuple[str, bool]:
    # Letters beyond ASCII that stand for i, s and k are folded into them, so the folded text has the literal.
    return literal.text.decode("utf-8", "replace"), literal.ignore_case or beyond


def _gate(name: str, text: str, *, ignore_case: bool) -> Gate:
    import re

    needle = folded(text) if ignore_case else text
    return Gate((name,), re.escape(needle), needle, folded=ignore_case)
