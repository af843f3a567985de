"""What `explain_rule` answers: a rule's page, and how severe this repository takes it."""

from trailers.cli.mcp.arguments import Arguments
from trailers.cli.mcp.place import Place
from trailers.errors import GitError, UsageError
from trailers.policy.policy import DEFAULT
from trailers.policy.work_tree import policy_at
from trailers.repository.top import top_of
from trailers.rule import Rule
from trailers.typed import Any
from trailers.verify.registry import RULE_NAMES, RULES, rule_named

EXPLAINED = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "severity": {"enum": ["error", "warning", "note", "off"]},
        "default_severity": {"enum": ["error", "warning", "note"]},
        "page": {"type": "string", "description": "Markdown."},
    },
    "required": ["id", "name", "severity", "default_severity", "page"],
    "additionalProperties": False,
}


def explain_rule(place: Place, arguments: Arguments) -> dict[str, Any]:
    """The rule with this id or name; UsageError names those that are alike."""
    rule = rule_named(arguments["rule"])
    if rule is None:
        raise UsageError(f"there is no rule {arguments['rule']!r}", _alike(arguments["rule"]))
    return {
        "id": rule.id,
        "name": rule.name,
        "severity": _severity(place, rule),
        "default_severity": rule.severity,
        "page": rule.page.strip() + "\n",
    }


def _severity(place: Place, rule: Rule) -> str:
    try:
        policy = policy_at(top_of(place.git), RULE_NAMES)
    except GitError:  # no work tree here: a rule's page can be read anywhere
        policy = DEFAULT
    return policy.severity_of(rule) or "off"


def _alike(name: str) -> str:
    import difflib

    wanted = name.lower()
    known = [*RULES, *RULE_NAMES.values()]
    alike = difflib.get_close_matches(wanted, [one.lower() for one in known], 3, 0.5)
    names = [one for one in known if one.lower() in alike]
    return f"perhaps {', '.join(names)}" if names else f"the rules: {', '.join(RULES)}"
