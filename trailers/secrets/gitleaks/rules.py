"""A user's rules as they were read."""

from trailers.secrets.gitleaks.allowlist import Allowlist
from trailers.secrets.gitleaks.matcher import Matcher
from trailers.typed import NamedTuple


class UserRule(NamedTuple):
    """One `[[rules]]`. `regex` or `path` may be missing, not both; `keywords` are in lower case.

    `group` is the one whose text is the secret, 0 for the first that is not empty, else all of the match. The
    secret's entropy has to be above `entropy`, in bits a character, where that is not 0.
    """

    id: str
    description: str
    regex: Matcher | None
    path: Matcher | None
    group: int
    entropy: float
    keywords: tuple[bytes, ...]
    allowlists: tuple[Allowlist, ...]


class GitleaksRules(NamedTuple):
    """What a gitleaks.toml says. `source` is its name, and not scanned by its own rules.

    `extends_default`: the user wants gitleaks' own rules too, for which our pack stands in; without it only
    these rules are wanted. `allowlists` are for the findings of every rule. `notes` say what was read and has
    no effect here.
    """

    source: str
    rules: tuple[UserRule, ...]
    allowlists: tuple[Allowlist, ...]
    extends_default: bool
    notes: tuple[str, ...]
