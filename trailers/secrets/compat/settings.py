"""What detect-secrets is asked to do: its plugins with their options, and its filters with theirs."""

from trailers.secrets.compat.plugins import BUILT_IN
from trailers.typed import Mapping, MappingProxyType, NamedTuple

FILTERS = "detect_secrets.filters."
VERIFICATION = FILTERS + "common.is_ignored_due_to_verification_policies"
# These two are always on; a baseline does not name them.
ALWAYS = (FILTERS + "common.is_invalid_file", FILTERS + "heuristic.is_non_text_file")
DEFAULT_FILTERS = (
    *ALWAYS,
    FILTERS + "allowlist.is_line_allowlisted",
    FILTERS + "heuristic.is_sequential_string",
    FILTERS + "heuristic.is_potential_uuid",
    FILTERS + "heuristic.is_likely_id_string",
    FILTERS + "heuristic.is_templated_secret",
    FILTERS + "heuristic.is_prefixed_with_dollar_sign",
    FILTERS + "heuristic.is_indirect_reference",
    FILTERS + "heuristic.is_lock_file",
    FILTERS + "heuristic.is_not_alphanumeric_string",
    FILTERS + "heuristic.is_swagger_file",
)


class Choice(NamedTuple):
    """A plugin by the name of its class, or a filter by its import path, and its options.

    `path` is the file that a custom plugin stands in; with a path and no name, every plugin of that file
    is meant.
    """

    name: str
    options: Mapping[str, object] = MappingProxyType({})
    path: str = ""


class CompatSettings(NamedTuple):
    """What a `CompatScanner` does.

    detect-secrets reads files in the encoding of the machine's locale; here it is UTF-8 wherever it runs,
    unless `encoding` says otherwise. A file that cannot be decoded is skipped, as there.
    """

    plugins: tuple[Choice, ...]
    filters: tuple[Choice, ...]
    encoding: str = "utf-8"


def has_own_code(settings: CompatSettings) -> bool:
    """Whether it has plugins, filters or expressions that are not detect-secrets' own."""
    return any(one.path for one in settings.plugins) or any(
        not one.name.startswith(FILTERS) or one.name.startswith(f"{FILTERS}regex.")
        for one in settings.filters
    )


def default_settings() -> CompatSettings:
    """All 27 plugins and the default filters, as `detect-secrets scan --no-verify` has them."""
    return CompatSettings(tuple(map(Choice, BUILT_IN)), tuple(map(Choice, DEFAULT_FILTERS)))
