"""Build the policy from a checked table."""

from trailers.disclosure.vocabulary import Keys
from trailers.policy.attribution import AttributionPolicy
from trailers.policy.bots import Bot
from trailers.policy.context import ContextPolicy
from trailers.policy.models import Approved, Denied, Models
from trailers.policy.owners import OwnersPolicy
from trailers.policy.policy import ApproverPolicy, DisclosurePolicy, Limits, Policy
from trailers.policy.secrets import SecretsPolicy
from trailers.typed import Any

Cleaned = dict[str, Any]


def build(table: Cleaned, source: str) -> Policy:
    """The policy that a table says, which checking.check found without a mistake."""
    return Policy(
        requires=table["requires"] or "",
        disclosure=_disclosure(table["disclosure"]),
        models=Models(
            tuple(Approved(**_entry(entry)) for entry in table["models"]["approved"] or ()),
            tuple(Denied(**_entry(entry)) for entry in table["models"]["denied"] or ()),
        ),
        approver=_approver(table["approver"]),
        owners=OwnersPolicy(**{name: held or "" for name, held in table["owners"].items()}),
        secrets=_secrets(table["secrets"]),
        context=_context(table["context"]),
        attribution=AttributionPolicy(**table["attribution"]),
        bots=tuple(Bot(str(bot["id"]), bot["name"] or "", bot["committers"]) for bot in table["bots"] or ()),
        grandfather=table["history"]["grandfather"],
        severity=table["severity"] or {},
        limits=Limits(**table["limits"]),
        source=source,
    )


def _disclosure(table: Cleaned) -> DisclosurePolicy:
    return DisclosurePolicy(**{**table, "keys": Keys(**table["keys"])})


def _approver(table: Cleaned) -> ApproverPolicy:
    return ApproverPolicy(table["rule"], table["due"] or ("commit" if table["rule"] == "human" else "merge"))


def _secrets(table: Cleaned) -> SecretsPolicy:
    return SecretsPolicy(
        table["mode"],
        table["baseline"] or "",
        table["rules"] or "",
        table["exclude"] or (),
        table["decode"],
        table["archives"],
    )


def _context(table: Cleaned) -> ContextPolicy:
    hosts = tuple(map(str.lower, table["hosts"] or ()))
    texts = {name: table[name] or "" for name in ("keep", "key_id")}
    return ContextPolicy(**{**table, **texts, "hosts": hosts})


def _entry(entry: str | Cleaned) -> Cleaned:
    if isinstance(entry, str):
        return {"model": entry}
    return {**entry, "paths": entry["paths"] or (), "reason": entry["reason"] or ""}
