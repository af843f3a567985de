"""The policy as a value. `Policy()` is the one of a project that has none."""

from trailers.disclosure.vocabulary import DEFAULT_KEYS, Keys
from trailers.finding import Severity
from trailers.policy.attribution import AttributionPolicy
from trailers.policy.bots import Bot
from trailers.policy.context import ContextPolicy
from trailers.policy.models import Models
from trailers.policy.owners import OwnersPolicy
from trailers.policy.secrets import SecretsPolicy
from trailers.rule import Rule
from trailers.typed import Literal, Mapping, MappingProxyType, NamedTuple

Mode = Literal["detected", "explicit", "forbid"]
Required = Literal["model", "context", "approver"]
ApproverRule = Literal["human", "other", "owner"]
Due = Literal["commit", "merge"]
Setting = Literal["error", "warning", "note", "off"]
RuleNames = Mapping[str, str]  # the name of each rule, by its id

NO_SETTINGS: Mapping[str, Setting] = MappingProxyType({})


class DisclosurePolicy(NamedTuple):
    """What a commit with AI help must say, and in which trailers."""

    mode: Mode = "detected"
    profile: str = "default"
    required: tuple[Required, ...] = ("model", "context", "approver")
    allow_unknown_model: bool = False
    keys: Keys = DEFAULT_KEYS


class ApproverPolicy(NamedTuple):
    """Whose word counts, and from when on it is due."""

    rule: ApproverRule = "human"
    due: Due = "commit"

    @property
    def by_others(self) -> bool:
        """Whether it has to be somebody who did not make the change."""
        return self.rule != "human"


class Limits(NamedTuple):
    """How much is read."""

    message_bytes: int = 1024 * 1024


class Policy(NamedTuple):
    """A project's rules. `source` says where they were read from."""

    requires: str = ""
    disclosure: DisclosurePolicy = DisclosurePolicy()
    models: Models = Models()
    approver: ApproverPolicy = ApproverPolicy()
    owners: OwnersPolicy = OwnersPolicy()
    secrets: SecretsPolicy = SecretsPolicy()
    context: ContextPolicy = ContextPolicy()
    attribution: AttributionPolicy = AttributionPolicy()
    bots: tuple[Bot, ...] = ()
    grandfather: str | None = None
    severity: Mapping[str, Setting] = NO_SETTINGS
    limits: Limits = Limits()
    source: str = "the defaults"

    def severity_of(self, rule: Rule) -> Severity | None:
        """What a finding of this rule is worth here; None where the rule is off."""
        setting = self.severity.get(rule.id) or self.severity.get(rule.name) or rule.severity
        return None if setting == "off" else setting


DEFAULT = Policy()
