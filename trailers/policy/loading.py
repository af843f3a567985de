"""Load a policy from TOML: the whole of it, or nothing and all that is wrong with it."""

import re

from trailers.errors import PolicyError
from trailers.policy.building import build
from trailers.policy.checking import MOST, Mistakes, check
from trailers.policy.description import POLICY, REQUIRES, RULE
from trailers.policy.mistakes import Mistake, Place, sentence
from trailers.policy.policy import Policy, RuleNames
from trailers.typed import Any, NamedTuple
from trailers.version import VERSION

LONGEST = 1024 * 1024  # bytes of a file
PYPROJECT_TABLE = ("tool", "undersign")


class Examined(NamedTuple):
    """What a file holds: a policy, or mistakes; neither where a pyproject.toml says nothing of us."""

    policy: Policy | None
    mistakes: tuple[Mistake, ...] = ()
    remedy: str = ""

    def raise_mistakes(self, source: str) -> None:
        """PolicyError that tells every mistake, where there is one."""
        if self.mistakes:
            lines = [sentence(mistake, source) for mistake in self.mistakes[:MOST]]
            if len(self.mistakes) > MOST:
                lines.append(f"{source}: and {len(self.mistakes) - MOST} more mistakes")
            raise PolicyError("\n".join(lines), self.remedy)


def load(text: str, source: str, rules: RuleNames | None = None) -> Policy:
    """The policy that undersign.toml holds; PolicyError names every mistake, its line and what was meant.

    `source` names the file in messages. With `rules`, a severity for no rule is a mistake.
    """
    examined = examine(text, source, rules)
    examined.raise_mistakes(source)
    assert examined.policy is not None
    return examined.policy


def load_pyproject(text: str, source: str, rules: RuleNames | None = None) -> Policy | None:
    """As `load`, for `[tool.undersign]` of pyproject.toml; None where there is no such table."""
    examined = examine(text, source, rules, within=PYPROJECT_TABLE)
    examined.raise_mistakes(source)
    return examined.policy


def examine_bytes(
    data: bytes, source: str, rules: RuleNames | None = None, *, within: Place = ()
) -> Examined:
    """As `examine`, for a file as it is stored: TOML is UTF-8."""
    if len(data) > LONGEST:
        return _one(Mistake((), f"longer than {LONGEST} bytes"), "make it shorter")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _one(Mistake((), "not TOML: this is not UTF-8", line), "save it as UTF-8")
    return examine(text, source, rules, within=within)


def examine(text: str, source: str, rules: RuleNames | None = None, *, within: Place = ()) -> Examined:
    """As `load`, with the mistakes as values; `within` is where the policy stands in the text."""
    table = _parse(text)
    if isinstance(table, Mistake):
        return _one(table, "mend it, then: undersign policy check")
    for part in within:
        if not isinstance(table, dict) or part not in table:
            return Examined(None)
        table = table[part]
    unmet = _unmet(table)
    if unmet:
        mistakes = [Mistake(("requires",), f"this policy needs undersign {unmet}, and this is {VERSION}")]
        remedy = f"use a version that fits: pip install 'undersign{unmet}', or the `rev` of its hooks"
        return Examined(None, _located(mistakes, text, within), remedy)
    mistakes = []
    cleaned = check(POLICY, table, (), mistakes)
    _check_keys(cleaned, mistakes)
    _check_severity(cleaned, rules, mistakes)
    if mistakes:
        return Examined(None, _located(mistakes, text, within), "undersign policy schema")
    return Examined(build(cleaned, source))


def _one(mistake: Mistake, remedy: str) -> Examined:
    return Examined(None, (mistake,), remedy)


def _parse(text: str) -> dict[str, Any] | Mistake:
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return Mistake((), f"not TOML: {error.msg} (column {error.colno})", error.lineno)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, arrays without end
        return Mistake((), f"not TOML: {error}")


def _unmet(table: object) -> str | None:
    """The requirement that this version does not meet; a malformed one is found with the other mistakes."""
    requires = table.get("requires") if isinstance(table, dict) else None
    if not isinstance(requires, str) or re.fullmatch(REQUIRES.form, requires[: REQUIRES.longest + 1]) is None:
        return None
    from trailers.policy.requires import is_met, parse_requires

    return None if is_met(parse_requires(requires), VERSION) else requires.strip(" ")


def _check_keys(cleaned: Any, mistakes: Mistakes) -> None:  # noqa: ANN401  # as checking.check gives it
    """Trailer keys that clash: what none of them can tell alone."""
    keys = _within(cleaned, "disclosure", "keys")
    if not isinstance(keys, dict) or any(None in (held, *(held or ())) for held in keys.values()):
        return
    from trailers.disclosure.vocabulary import DEFAULT_KEYS, Keys, faults_of_keys

    given = Keys(**keys)
    for fault in faults_of_keys(given) if given != DEFAULT_KEYS else ():
        field, _, why = fault.partition(": ")
        mistakes.append(Mistake(("disclosure", "keys", field), why))


def _check_severity(cleaned: Any, rules: RuleNames | None, mistakes: Mistakes) -> None:  # noqa: ANN401
    """Rules that there are not, and rules under both their id and their name."""
    severity = _within(cleaned, "severity")
    if rules is None or not isinstance(severity, dict):
        return
    from trailers.policy.guessing import meant

    known = {*rules, *rules.values()}
    for name in severity:
        if name not in known and re.fullmatch(RULE.form, name):
            guess = meant(name, known) if len(mistakes) < MOST else ""
            mistakes.append(Mistake(("severity", name), f"there is no such rule{guess}"))
        elif rules.get(name) in severity:
            mistakes.append(Mistake(("severity", name), f"{rules[name]} is the same rule, and given too"))


def _within(cleaned: Any, *names: str) -> object:  # noqa: ANN401
    for name in names:
        cleaned = cleaned.get(name) if isinstance(cleaned, dict) else None
    return cleaned


def _located(mistakes: Mistakes, text: str, within: Place) -> tuple[Mistake, ...]:
    """The mistakes with their lines, in the order of the file."""
    from trailers.policy.locating import line_of, lines_of

    lines = lines_of(text)
    found = [mistake._replace(line=line_of(lines, (*within, *mistake.at))) for mistake in mistakes]
    return tuple(sorted(found, key=lambda mistake: mistake.line or 0))
