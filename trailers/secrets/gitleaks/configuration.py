"""gitleaks.toml as tables, merged with what it extends; what cannot be meant is an error that names its rule.

https://github.com/gitleaks/gitleaks#configuration; config/config.go says how files are merged.
"""

from trailers.errors import PolicyError
from trailers.typed import Callable, Iterable, Mapping, NamedTuple, Sequence

Table = Mapping[str, object]
# The text of the file with this path, which is relative to where the command runs; UndersignError without it.
Read = Callable[[str], str]

_DEEPEST = 2  # files that extend one another, as in gitleaks (`maxExtendDepth`)
_RULE = frozenset(
    (
        *("id", "description", "path", "regex", "secretgroup", "entropy", "keywords", "tags"),
        *("allowlist", "allowlists", "required", "skipreport"),
    )
)


class Tables(NamedTuple):
    """The rules by id, in order, the allowlists of all of them, and whether the default rules are wanted."""

    rules: dict[str, Table]
    allowlists: tuple[Table, ...]
    extends_default: bool
    disabled: tuple[str, ...]


class Mistake(ValueError):  # noqa: N818 - the user's, told as a PolicyError
    """What is wrong in the file, in plain words."""


def read_tables(text: str, read: Read | None = None, depth: int = 0) -> Tables:
    """The tables of a file, under those of what it extends; `Mistake` where they cannot be meant."""
    document = lowered(_document(text))
    rules: dict[str, Table] = {}
    for number, rule in enumerate(tables(document, "rules", "the file"), 1):
        name = text_of(rule, "id", f"rule {number}").strip()
        if not name:
            raise Mistake(f"rule {number} has no id")
        unknown = sorted(set(rule) - _RULE)
        if unknown:
            raise Mistake(f"rule {name!r}: {unknown[0]!r} is not known")
        rules[name] = rule
    extend = table(document, "extend", "the file")
    disabled = texts(extend, "disabledrules", "extend")
    default = extend.get("usedefault") is True
    path = text_of(extend, "path", "extend")
    if path and default:
        raise Mistake("extend has useDefault and path, of which gitleaks takes one")
    allowlists = allowlists_of(document, "the file")
    base = _base(path, read, depth) if path and depth < _DEEPEST else Tables({}, (), default, ())
    merged = {name: rule for name, rule in base.rules.items() if name not in disabled}
    for name, rule in rules.items():
        merged[name] = _over(merged[name], rule) if name in merged else rule
    return Tables(merged, (*allowlists, *base.allowlists), base.extends_default, disabled)


def _base(path: str, read: Read | None, depth: int) -> Tables:
    if read is None or path.startswith(("/", "~", "\\")) or ":" in path or ".." in path.split("/"):
        raise Mistake(f"extend.path {path!r} is not a path below the directory that the command runs in")
    return read_tables(read(path), read, depth + 1)


def _over(base: Table, rule: Table) -> Table:
    """A rule over the one that it extends: what it says counts, and lists go together."""
    merged = {**base, **{key: value for key, value in rule.items() if value}}
    for key in ("keywords", "tags"):
        merged[key] = [*texts(base, key, "a rule"), *texts(rule, key, "a rule")]
    merged["allowlists"] = [*allowlists_of(base, "a rule"), *allowlists_of(rule, "a rule")]
    merged.pop("allowlist", None)
    return merged


def allowlists_of(owner: Table, name: str) -> tuple[Table, ...]:
    """`[[allowlists]]`, or `[allowlist]` as it was written before 8.25."""
    old = owner.get("allowlist")
    several = owner.get("allowlists")
    if old is not None and several is not None:
        raise Mistake(f"{name} has `allowlist`, which is the old name, beside `allowlists`")
    if isinstance(old, dict):
        return (old,)
    return tables(owner, "allowlist" if old is not None else "allowlists", name)


def _document(text: str) -> Table:
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise Mistake(f"not TOML: {error}") from error
    except RecursionError as error:
        raise Mistake("not TOML that anybody would write") from error


def lowered(value: Table) -> Table:
    """Keys in lower case, in tables of tables too: gitleaks reads `secretgroup` as it does `secretGroup`."""
    return {key.lower(): _lowered(one) for key, one in value.items()}


def _lowered(value: object) -> object:
    if isinstance(value, dict):
        return lowered(value)
    return [_lowered(one) for one in value] if isinstance(value, list) else value


def text_of(owner: Table, key: str, name: str) -> str:
    """A text; empty where it is not said."""
    value = owner.get(key, "")
    if not isinstance(value, str):
        raise Mistake(f"{name}: {key!r} is not a text")
    return value


def texts(owner: Table, key: str, name: str) -> tuple[str, ...]:
    """A list of texts; empty where it is not said."""
    value = owner.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Mistake(f"{name}: {key!r} is not a list of texts")
    return tuple(value)


def table(owner: Table, key: str, name: str) -> Table:
    """A table; empty where it is not said."""
    value = owner.get(key, {})
    if not isinstance(value, dict):
        raise Mistake(f"{name}: {key!r} is not a table")
    return value


def tables(owner: Table, key: str, name: str) -> tuple[Table, ...]:
    """A list of tables; empty where it is not said."""
    value = owner.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Mistake(f"{name}: {key!r} is not a list of tables")
    return tuple(value)


def refused(source: str, mistake: Mistake) -> PolicyError:
    """The error that a mistake is for the user."""
    return PolicyError(f"the rules in {source} cannot be used: {mistake}", f"mend {source}")


def unique(words: Iterable[str]) -> Sequence[str]:
    """Each once, in order."""
    return list(dict.fromkeys(words))
