"""Settings from a detect-secrets baseline, and from the options that detect-secrets-hook has."""

from trailers.errors import PolicyError, UsageError
from trailers.secrets.compat.plugins import BASE64, BUILT_IN, HEX
from trailers.secrets.compat.settings import (
    ALWAYS,
    FILTERS,
    VERIFICATION,
    Choice,
    CompatSettings,
    default_settings,
)
from trailers.typed import Iterable, Mapping, NamedTuple, Protocol

_SCHEME = "file://"


class Chosen(Protocol):
    """What a baseline says of plugins and filters: `trailers.secrets.baseline.upstream.Upstream` has it."""

    @property
    def plugins_used(self) -> tuple[Mapping[str, object], ...]: ...

    @property
    def filters_used(self) -> tuple[Mapping[str, object], ...]: ...


class CompatOptions(NamedTuple):
    """detect-secrets-hook's options. `plugins` are Python files, `disabled` names of plugins' classes."""

    plugins: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()
    base64_limit: float | None = None
    hex_limit: float | None = None
    exclude_lines: tuple[str, ...] = ()
    exclude_files: tuple[str, ...] = ()
    exclude_secrets: tuple[str, ...] = ()
    verify: bool = False


def baseline_settings(baseline: Chosen, name: str = "", *, allow_plugins: bool = False) -> CompatSettings:
    """The settings that the baseline file `name` was made with; verification is off whatever it says.

    A plugin or filter in a file of its own is code that the repository brings along: `PolicyError` unless
    `allow_plugins`.
    """
    plugins = {one.name or one.path: one for one in map(_choice, baseline.plugins_used)}
    filters = {path: Choice(path) for path in ALWAYS}
    filters |= {one.name: one for one in map(_filter, baseline.filters_used) if one.name != VERIFICATION}
    if name:
        own = FILTERS + "common.is_baseline_file"
        filters[own] = Choice(own, {"filename": name})
    if not allow_plugins:
        _refuse_code([one.path for one in plugins.values() if one.path], "plugin")
        _refuse_code([path for path in filters if not path.startswith(FILTERS)], "filter")
    for one in plugins.values():
        if not one.path and one.name not in BUILT_IN:
            raise PolicyError(
                f"the baseline names the plugin {one.name}, which detect-secrets 1.5 has not",
                "Remove it from plugins_used, or write the path of its file beside it.",
            )
    return CompatSettings(tuple(plugins.values()), tuple(filters.values()))


def with_options(settings: CompatSettings, options: CompatOptions) -> CompatSettings:
    """The settings as the command line changes them.

    `UsageError` for what detect-secrets would refuse too.
    """
    plugins = {one.name or one.path: one for one in settings.plugins}
    for name in options.disabled:
        if name not in plugins and name not in BUILT_IN:
            raise UsageError(f"there is no plugin {name} to disable", "Use the name of its class.")
        plugins.pop(name, None)
    for name, limit in ((BASE64, options.base64_limit), (HEX, options.hex_limit)):
        # As detect-secrets has it, a limit of 0 on the command line is none.
        if limit and name in plugins:
            if not 0 <= limit <= 8:
                raise UsageError(f"the limit {limit} of {name} is not between 0 and 8")
            plugins[name] = plugins[name]._replace(options={**plugins[name].options, "limit": limit})
    for path in options.plugins:
        plugins[path] = Choice("", {}, path)
    filters = {one.name: one for one in settings.filters}
    for what in ("line", "file", "secret"):
        if patterns := getattr(options, f"exclude_{what}s"):
            path = f"{FILTERS}regex.should_exclude_{what}"
            filters[path] = Choice(path, {"pattern": list(patterns)})
    if options.verify:
        filters[VERIFICATION] = Choice(VERIFICATION, {"min_level": 2})
    return settings._replace(plugins=tuple(plugins.values()), filters=tuple(filters.values()))


def settings_from(options: CompatOptions) -> CompatSettings:
    """The defaults as the command line changes them."""
    return with_options(default_settings(), options)


def _choice(entry: Mapping[str, object]) -> Choice:
    options = {key: value for key, value in entry.items() if key not in {"name", "path"}}
    return Choice(str(entry.get("name", "")), options, str(entry.get("path", "")).removeprefix(_SCHEME))


def _filter(entry: Mapping[str, object]) -> Choice:
    options = {key: value for key, value in entry.items() if key != "path"}
    return Choice(str(entry.get("path", "")), options)


def _refuse_code(paths: Iterable[str], what: str) -> None:
    for path in paths:
        raise PolicyError(
            f"the baseline asks for the {what} {path!r}, which is code of the repository's own",
            f"Read that file; then run with --allow-plugins, or remove the {what} from the baseline.",
        )
