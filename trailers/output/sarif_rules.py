"""A rule as SARIF describes it (reportingDescriptor), from the rule's page."""

from trailers.rule import Rule
from trailers.typed import Any
from trailers.verify.registry import RULES

# GitHub shows these as high, medium and low: https://docs.github.com/en/code-security/code-scanning
_SECURITY = {"error": "8.0", "warning": "5.0", "note": "2.0"}
# Of the rules about secrets, those that find none.
_NO_SECRETS = ("US200", "US208", "US209")


def descriptor(identifier: str) -> dict[str, Any]:
    """What is known of the rule with this id; only the id of a rule that we do not know."""
    rule = RULES.get(identifier)
    if rule is None:
        return {"id": identifier}
    page = rule.page.strip()
    summary = page.split("\n", 1)[0]
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": rule.severity},
        "properties": _properties(rule),
    }


def _properties(rule: Rule) -> dict[str, Any]:
    if rule.owner != "secrets" or rule.id in _NO_SECRETS:
        return {"tags": [rule.owner]}
    # Without the tag `security` GitHub ignores the figure.
    tags = [rule.owner, "security", "external/cwe/cwe-798"]
    return {"tags": tags, "security-severity": _SECURITY[rule.severity]}
