"""The words of a disclosure: its fields, the keys that say them, and the aliases that are read for them."""

from trailers.typed import Iterator, Literal, NamedTuple

Field = Literal["model", "context", "approver", "none"]


class Keys(NamedTuple):
    """The trailer keys of each field; the first of a field is the one that is written."""

    model: tuple[str, ...] = ("Assisted-by", "Generated-by")
    context: tuple[str, ...] = ("AI-Context",)
    approver: tuple[str, ...] = ("Approved-by",)
    none: str = "AI-Assistance"


class Meaning(NamedTuple):
    """What a key means: its field, and whether it is only an alias for the field's own key."""

    field: Field
    alias: bool


DEFAULT_KEYS = Keys()

# What vendors, projects and earlier tools write. A field's own default keys
# stand here too: they are still understood where a policy or a profile gives the field other keys.
ALIASES: dict[Field, tuple[str, ...]] = {
    "model": (
        *DEFAULT_KEYS.model,
        "AI-Model",
        "Co-authored-by-AI",
        "Co-authored-by",
        "Tool-Assisted",
        "Authored-by",
        "Commit-generated-by",
    ),
    "context": (
        *DEFAULT_KEYS.context,
        "Claude-Session",
        "Agent-Logs-Url",
        "Amp-Thread-ID",
        "Entire-Checkpoint",
        "Replit-Commit-Session-Id",
        "Gitvow-Session",
        "AI-Session",
    ),
    "approver": (*DEFAULT_KEYS.approver, "Reviewed-by", "Acked-by"),
    "none": (DEFAULT_KEYS.none,),
}

# Lines that say more than the field they are read for: they stay as they are where the rest is rewritten.
OWN_MEANING = frozenset(("reviewed-by", "acked-by"))

_KEY = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")
_meanings: dict[Keys, dict[str, Meaning]] = {}


def meanings(keys: Keys) -> dict[str, Meaning]:
    """The meaning of each key that is read, by the key in lower case (git compares keys so)."""
    known = _meanings.get(keys)
    if known is None:
        known = {key.lower(): Meaning(field, alias=True) for field in ALIASES for key in ALIASES[field]}
        known |= {key.lower(): Meaning(field, alias=False) for field, key in written_keys(keys)}
        _meanings[keys] = known
    return known


def written_keys(keys: Keys) -> Iterator[tuple[Field, str]]:
    """Each key with its field."""
    for key in keys.model:
        yield "model", key
    for key in keys.context:
        yield "context", key
    for key in keys.approver:
        yield "approver", key
    yield "none", keys.none


def faults_of_keys(keys: Keys) -> tuple[str, ...]:
    """What is wrong with keys that a policy gives, one sentence each; empty where they are fine."""
    faults = [
        f"{field}: no key is given"
        for field, given in (("model", keys.model), ("context", keys.context), ("approver", keys.approver))
        if not given
    ]
    pairs = list(written_keys(keys))
    faults += [
        f'{field}: "{key}" is no trailer key: only the letters A-Z, digits and "-" can stand in one'
        for field, key in pairs
        if not key or not _KEY.issuperset(key)
    ]
    for index, (field, key) in enumerate(pairs):
        for other_field, other in pairs[index + 1 :]:
            faults += _clash((field, key), (other_field, other))
    return tuple(faults)


def _clash(one: tuple[str, str], other: tuple[str, str]) -> Iterator[str]:
    """Why two keys cannot stand beside each other.

    git takes a key that is the beginning of another for the same key when it adds trailers
    (`same_token` in trailer.c).
    """
    (_, short), (_, long) = pair = sorted((one, other), key=lambda named: len(named[1]))
    if not short or not long.lower().startswith(short.lower()):
        return
    if len(short) == len(long):
        yield f'{other[0]}: "{other[1]}" is given twice (also under {one[0]})'
    else:
        yield (
            f'{pair[1][0]}: "{long}" begins with "{short}" (a key of {pair[0][0]}): '
            "git would take the one for the other"
        )
