"""Every rule, by its id."""

from trailers.approval import assistant_approves, dependent_approver, missing_owner
from trailers.ownership.rules.registry import RULES as OWNERSHIP
from trailers.policy.rules import model_not_approved, policy_changed, policy_unreadable
from trailers.rule import Rule
from trailers.secrets.rules.registry import RULES as SECRETS
from trailers.verify.rules import (
    contradiction,
    forbidden_assistance,
    forbidden_trailer,
    late_disclosure,
    malformed_value,
    merge_content,
    missing_approver,
    missing_context,
    missing_pull_request_block,
    missing_statement,
    mixed_block,
    near_miss,
    oversized_message,
    text_below_end,
    unchecked_commit,
    undisclosed,
    unfinished_commit,
    unreadable_message,
)
from trailers.verify.secrets import unchecked_file

_MODULES = (
    unchecked_commit,
    unchecked_file,
    undisclosed,
    missing_context,
    missing_approver,
    malformed_value,
    contradiction,
    near_miss,
    missing_statement,
    forbidden_assistance,
    forbidden_trailer,
    unreadable_message,
    oversized_message,
    text_below_end,
    mixed_block,
    unfinished_commit,
    merge_content,
    missing_pull_request_block,
    late_disclosure,
    model_not_approved,
    policy_changed,
    policy_unreadable,
    assistant_approves,
    dependent_approver,
    missing_owner,
)

RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in sorted(
        (*SECRETS, *OWNERSHIP, *(module.RULE for module in _MODULES)), key=lambda rule: rule.id
    )
}
RULE_NAMES = {rule.id: rule.name for rule in RULES.values()}


def rule_named(text: str) -> Rule | None:
    """The rule with this id or name, in any case."""
    wanted = text.lower()
    return next((rule for rule in RULES.values() if wanted in (rule.id.lower(), rule.name)), None)
