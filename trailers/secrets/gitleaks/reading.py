"""A user's gitleaks.toml, text to rules."""

from functools import lru_cache

from trailers.secrets.gitleaks.allowlist import Allowlist, Target
from trailers.secrets.gitleaks.configuration import (
    Mistake,
    Read,
    Table,
    Tables,
    allowlists_of,
    read_tables,
    refused,
    tables,
    text_of,
    texts,
    unique,
)
from trailers.secrets.gitleaks.matcher import Matcher
from trailers.secrets.gitleaks.rules import GitleaksRules, UserRule
from trailers.typed import Mapping

_TARGETS: Mapping[str, Target] = {"": "secret", "secret": "secret", "match": "match", "line": "line"}
_CONDITIONS = {"": False, "OR": False, "||": False, "AND": True, "&&": True}


def read_gitleaks(text: str, source: str, read: Read | None = None) -> GitleaksRules:
    """The rules in a gitleaks.toml; `read` gives the text of a file that it extends, by its relative path.

    PolicyError where gitleaks would refuse the file, and where a rule asks for what is not done here.
    """
    try:
        return _rules(read_tables(text, read), source)
    except Mistake as mistake:
        raise refused(source, mistake) from mistake


def _rules(said: Tables, source: str) -> GitleaksRules:
    notes = []
    targeted: dict[str, list[Allowlist]] = {}
    everywhere = []
    for one in said.allowlists:
        allowlist = _allowlist(one, "the file")
        targets = texts(one, "targetrules", "an allowlist")
        for target in targets:
            targeted.setdefault(target, []).append(allowlist)
        if not targets:
            everywhere.append(allowlist)
    rules = []
    for name, table in said.rules.items():
        if said.extends_default and not table.get("regex") and not table.get("path"):
            notes.append(f"rule {name!r} changes a rule of gitleaks' own, which our detectors stand in for")
            continue
        rule = _rule(name, table)
        rules.append(rule._replace(allowlists=(*rule.allowlists, *targeted.pop(name, ()))))
    if targeted and not said.extends_default:
        raise Mistake(f"an allowlist is for the rule {next(iter(targeted))!r}, which does not exist")
    if said.extends_default:
        notes.append("extend.useDefault: our own detectors stand in for gitleaks' rules")
        notes += [f"disabledRules: {name!r} is a rule of gitleaks' own" for name in said.disabled]
    if any(one.get("commits") for one in _all_allowlists(said)):
        notes.append("allowlists by commit have no effect: files are judged, and not who wrote them")
    return GitleaksRules(source, tuple(rules), tuple(everywhere), said.extends_default, tuple(notes))


def _all_allowlists(said: Tables) -> list[Table]:
    return [*said.allowlists, *(one for rule in said.rules.values() for one in allowlists_of(rule, "a rule"))]


def _rule(name: str, table: Table) -> UserRule:
    what = f"rule {name!r}"
    if tables(table, "required", what):
        raise Mistake(f"{what}: rules that are `required` are not supported here")
    regex = _matcher(text_of(table, "regex", what), f"{what}: regex")
    path = _matcher(text_of(table, "path", what), f"{what}: path")
    if regex is None and path is None:
        raise Mistake(f"{what} has neither a regex nor a path, and would find nothing")
    group, entropy = table.get("secretgroup", 0), table.get("entropy", 0)
    if not isinstance(group, int) or isinstance(group, bool) or group < 0:
        raise Mistake(f"{what}: 'secretGroup' is not a group's number")
    if regex is not None and group > regex.groups:
        raise Mistake(f"{what}: 'secretGroup' is {group}, and its regex has {regex.groups} groups")
    if not isinstance(entropy, int | float) or isinstance(entropy, bool):
        raise Mistake(f"{what}: 'entropy' is not a number")
    return UserRule(
        name,
        text_of(table, "description", what) or name,
        regex,
        path,
        group,
        float(entropy),
        tuple(word.lower().encode() for word in unique(texts(table, "keywords", what))),
        tuple(_allowlist(one, what) for one in allowlists_of(table, what)),
    )


def _allowlist(table: Table, what: str) -> Allowlist:
    condition = text_of(table, "condition", what).upper()
    target = text_of(table, "regextarget", what)
    if condition not in _CONDITIONS:
        raise Mistake(f"{what}: an allowlist's condition is AND or OR, not {condition[:20]!r}")
    if target not in _TARGETS:
        raise Mistake(f"{what}: an allowlist's regexTarget is secret, match or line, not {target[:20]!r}")
    allowlist = Allowlist(
        _CONDITIONS[condition],
        bool(texts(table, "commits", what)),
        _matchers(texts(table, "paths", what), f"{what}: an allowlist's path"),
        _TARGETS[target],
        _matchers(texts(table, "regexes", what), f"{what}: an allowlist's regex"),
        tuple(word.lower().encode() for word in texts(table, "stopwords", what)),
    )
    if not (allowlist.commits or allowlist.paths or allowlist.regexes or allowlist.stopwords):
        raise Mistake(f"{what}: an allowlist has no commits, paths, regexes or stopwords")
    return allowlist


def _matchers(sources: tuple[str, ...], what: str) -> tuple[Matcher, ...]:
    return tuple(filter(None, (_matcher(source, what) for source in sources)))


@lru_cache(maxsize=1024)
def _matcher(source: str, what: str) -> Matcher | None:
    if not source:
        return None
    try:
        return Matcher(source)
    except ValueError as error:
        raise Mistake(f"{what} {source[:60]!r}: {error}") from error
