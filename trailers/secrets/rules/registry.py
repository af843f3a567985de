"""The rules about secrets, by their ids."""

from trailers.rule import Rule
from trailers.secrets.rules import (
    assigned_secret,
    blanket_baseline_entry,
    custom_rule,
    detect_secrets_finding,
    high_entropy_string,
    json_web_token,
    known_token,
    password_in_url,
    private_key,
    stale_baseline_entry,
)

RULES: tuple[Rule, ...] = (
    known_token.RULE,
    private_key.RULE,
    password_in_url.RULE,
    assigned_secret.RULE,
    high_entropy_string.RULE,
    detect_secrets_finding.RULE,
    custom_rule.RULE,
    blanket_baseline_entry.RULE,
    stale_baseline_entry.RULE,
    json_web_token.RULE,
)
