"""The rules about CODEOWNERS, by their ids."""

from trailers.ownership.rules import (
    case_mismatch,
    dead_rule,
    duplicate_rule,
    invalid_owner,
    invalid_pattern,
    moved_path,
    no_codeowners,
    other_dialect,
    oversized_codeowners,
    redundant_rule,
    several_codeowners,
    shadowed_rule,
    unknown_owner,
    unowned_codeowners,
    unowned_file,
)
from trailers.rule import Rule

RULES: tuple[Rule, ...] = (
    invalid_pattern.RULE,
    invalid_owner.RULE,
    unknown_owner.RULE,
    unowned_file.RULE,
    dead_rule.RULE,
    shadowed_rule.RULE,
    duplicate_rule.RULE,
    redundant_rule.RULE,
    other_dialect.RULE,
    case_mismatch.RULE,
    oversized_codeowners.RULE,
    several_codeowners.RULE,
    unowned_codeowners.RULE,
    moved_path.RULE,
    no_codeowners.RULE,
)
