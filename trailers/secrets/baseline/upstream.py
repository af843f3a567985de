"""detect-secrets' baseline as it is written, of version 0.12 to 1.5, in the form that 1.5 gives it.

How older ones are brought up: detect_secrets/core/upgrades/v0_12.py, v1_0.py and v1_1.py of 1.5.0.
"""

from trailers.secrets.baseline.entry import Entry, Label
from trailers.secrets.baseline.shape import Broken, Shape
from trailers.typed import Mapping, NamedTuple

Setting = Mapping[str, object]

_FILTERS = "detect_secrets.filters."
# What 1.0 and 1.1 added for baselines that came before them.
_FILTERS_OF_1_0 = (
    "allowlist.is_line_allowlisted",
    "heuristic.is_sequential_string",
    "heuristic.is_potential_uuid",
    "heuristic.is_likely_id_string",
    "heuristic.is_templated_secret",
    "heuristic.is_prefixed_with_dollar_sign",
    "heuristic.is_indirect_reference",
)
_FILTERS_OF_1_1 = (
    "heuristic.is_lock_file",
    "heuristic.is_not_alphanumeric_string",
    "heuristic.is_swagger_file",
)
_RENAMED = {"base64_limit": "limit", "hex_limit": "limit"}
_UNKNOWN_MAJOR = 2


class Upstream(NamedTuple):
    """What the baseline says: its plugins and filters with their settings, and the secrets it knows.

    An entry's `detector` is detect-secrets' type and its `fingerprint` the SHA-1 of the value. `version` is
    as written; plugins and filters are as 1.5 would write them. A plugin that an old baseline names by its
    file alone has a `path` and no `name`.
    """

    version: str
    plugins_used: tuple[Setting, ...]
    filters_used: tuple[Setting, ...]
    results: tuple[Entry, ...]


def read_upstream(document: Mapping[str, object]) -> Upstream:
    """The baseline in a JSON object; `Broken` where it is none of detect-secrets that is known."""
    shape = Shape(document)
    version = shape.text("version")
    number = _number(version)
    plugins = shape.tables("plugins_used")
    filters = shape.tables("filters_used", needed=number >= (1,))
    if number < (1,):
        plugins, filters = _plugins_of_0(shape, plugins), _filters_of_0(shape)
    if number < (1, 1):
        filters = (*filters, *_named(_FILTERS_OF_1_1))
    results = [
        _entry(path, Shape(one, f"results of {path!r}"))
        for path, entries in shape.table("results").items()
        for one in Shape({path: entries}, "results").tables(path)
    ]
    return Upstream(version, plugins, filters, tuple(results))


def _number(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    if not all(part.isascii() and part.isdigit() and len(part) < 6 for part in parts):
        raise Broken(f"its version is {version[:20]!r}, which is none of detect-secrets'")
    number = tuple(map(int, parts))
    if number >= (_UNKNOWN_MAJOR,):
        raise Broken(f"detect-secrets {version} wrote it, and what is known here is 0.12 to 1.5", newer=True)
    return number


def _plugins_of_0(shape: Shape, plugins: tuple[Setting, ...]) -> tuple[Setting, ...]:
    renamed = [{_RENAMED.get(key, key): value for key, value in plugin.items()} for plugin in plugins]
    paths = shape.texts("custom_plugin_paths")
    return (*renamed, *({"path": f"file://{path}"} for path in paths))


def _filters_of_0(shape: Shape) -> tuple[Setting, ...]:
    filters: list[Setting] = [*_named(_FILTERS_OF_1_0)]
    filters.append({"path": f"{_FILTERS}common.is_ignored_due_to_verification_policies", "min_level": 2})
    exclude = Shape(shape.table("exclude", needed=False), "exclude")
    for what, pattern in (
        ("file", exclude.text("files", needed=False) or shape.text("exclude_regex", needed=False)),
        ("line", exclude.text("lines", needed=False)),
    ):
        if pattern:
            filters.append({"path": f"{_FILTERS}regex.should_exclude_{what}", "pattern": [pattern]})
    words = Shape(shape.table("word_list", needed=False), "word_list")
    if name := words.text("file", needed=False):
        digest = words.text("hash", needed=False)
        path = f"{_FILTERS}wordlist.should_exclude_secret"
        filters.append({"path": path, "min_length": 3, "file_name": name, "file_hash": digest})
    return tuple(filters)


def _named(names: tuple[str, ...]) -> list[Setting]:
    return [{"path": _FILTERS + name} for name in names]


def _entry(path: str, shape: Shape) -> Entry:
    is_secret = shape.truth("is_secret")
    label: Label = "" if is_secret is None else "secret" if is_secret else "not-a-secret"
    # Windows writes its own separators.
    path = path.replace("\\", "/").removeprefix("./")
    return Entry(path, shape.text("type"), shape.digest("hashed_secret", 40), label)
