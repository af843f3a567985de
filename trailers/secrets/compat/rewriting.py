"""Whether a file that detect-secrets rewrites before it scans could hold a finding.

YAML and INI files become lines `key: "value"` and `key = "value"`, with values that stood on several lines
joined (detect_secrets/transformers of 1.5.0). Words stay whole on the way; quotes, blanks and line ends do
not. So what is looked for here are words.
"""

from trailers.secrets.compat.custom_gates import rewritten
from trailers.secrets.compat.folding import folded
from trailers.secrets.compat.gate import Gate
from trailers.secrets.compat.limits import RUN, Limits
from trailers.secrets.compat.name_gates import compared, name_gates
from trailers.secrets.compat.plugins import ASSIGNED, BASE64, HEX, KEYWORD
from trailers.secrets.compat.token_gates import PRIVATE_KEYS_REWRITTEN, TOKEN_GATES
from trailers.typed import TYPE_CHECKING, Mapping, Sequence

if TYPE_CHECKING:
    from re import Pattern

YAML = frozenset((".yaml", ".yml", ".eyaml"))
_GIVEN = r"(?:key|pwd?|pass(?:word)?|token)[\"']?\]?[\s=:>\\]"
# Escapes that make other characters, binary values that are decoded, names that stand elsewhere.
_YAML_UNCERTAIN = (r"\\[^\"\\/]", r"binary|%TAG|!\S*%", r"\?\s", r"\*[^\s,\[\]{}]+\s*+:")
_INI_UNCERTAIN = (r"%\(",)


class Rewriting:
    """Looks for what could become a finding of the active plugins once a text is rewritten."""

    def __init__(
        self, bits: Mapping[str, int], limits: Limits, custom: Sequence[Gate], *, everywhere: bool
    ) -> None:
        words = rewritten(custom)
        self._always = everywhere or words is None
        names = [gate for gate in name_gates("rewritten", across=True) if KEYWORD in gate.plugins]
        # Here these tell of KeywordDetector alone: for the others, see `_has_long_value`.
        gates = (*TOKEN_GATES, *PRIVATE_KEYS_REWRITTEN, *(words or ()))
        self._gates = [gate for gate in gates if any(plugin in bits for plugin in gate.plugins)]
        self._names = names if KEYWORD in bits else []
        self._assigned = any(plugin in bits for plugin in ASSIGNED)
        self._aws = "AWSKeyDetector" in bits
        self._entropic = BASE64 in bits or HEX in bits
        self._limits = limits
        self._compiled: dict[str, Pattern[str]] = {}

    def may_find(self, text: str, *, yaml: bool) -> bool:
        """Whether the rewritten text could hold a finding; where it is False, it cannot."""
        uncertain = _YAML_UNCERTAIN if yaml else _INI_UNCERTAIN
        if self._always or any(self._has(pattern, text) for pattern in uncertain):
            return True
        lower = folded(text)
        return (
            any(self._opens(gate, text, lower) for gate in self._gates)
            or any(self._names_secret(gate, lower) for gate in self._names)
            or self._has_compared(text, lower)
            or self._has_long_value(lower)
            or self._has_random(text)
        )

    def _opens(self, gate: Gate, text: str, lower: str) -> bool:
        where = lower if gate.folded else text
        if gate.needle and gate.needle not in where:
            return False
        if not gate.optional:
            return self._has(gate.pattern, where)
        return any(match.lastgroup for match in self._pattern(gate.pattern).finditer(where))

    def _names_secret(self, gate: Gate, lower: str) -> bool:
        if gate.needle and gate.needle not in lower:
            return False
        return any(match.lastgroup for match in self._pattern(gate.pattern).finditer(lower))

    def _has_compared(self, text: str, lower: str) -> bool:
        """Whether a value in quotes and a name could come together around a semicolon or a comparison."""
        if not self._names:
            return False
        if any(quote + ";" in text for quote in "\"'`") and any(
            self._has(gate.pattern, lower) for gate in self._names
        ):
            return True
        return self._has(f"[\"'`]{compared(across=True)}", text)

    def _has_long_value(self, lower: str) -> bool:
        if self._aws and "aws" in lower and self._has(r"[0-9a-z/+]{40}", lower):
            return True
        return self._assigned and self._has(_GIVEN, lower) and self._has(r"[a-z]{24}|[0-9a-z_-]{44}", lower)

    def _has_random(self, text: str) -> bool:
        if not self._entropic:
            return False
        least = max(1, self._limits.shortest - 1)
        runs = self._pattern(f"{RUN}{{{least},}}+").finditer(text)
        return any(self._limits.may_be_above(match[0]) for match in runs)

    def _has(self, pattern: str, text: str) -> bool:
        return bool(self._pattern(pattern).search(text))

    def _pattern(self, pattern: str) -> "Pattern[str]":
        compiled = self._compiled.get(pattern)
        if compiled is None:
            import re

            compiled = self._compiled[pattern] = re.compile(pattern)
        return compiled
