"""The scanner that was asked for, and the setting to judge by."""

from trailers.errors import UsageError
from trailers.typed import TYPE_CHECKING
from trailers.verify.secrets.asked import Asked
from trailers.verify.secrets.governing import Governing
from trailers.verify.secrets.setting import Candidates, Names, Setting, Severities

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from trailers.finding import Severity
    from trailers.secrets.baseline.baseline import Baseline
    from trailers.secrets.found import Found
    from trailers.verify.secrets.scans import Allows, Scans

# What plugins and filters of the user's own may take for a file: detect-secrets' own take 3 s for a MB.
_SECONDS = 10
_SECONDS_PER_BYTE = 2 / 1_000_000
_OF_COMPAT = Asked._fields[Asked._fields.index("verify") :]


def setting_for(asked: Asked, governing: Governing, cache: str, size: int) -> Setting:
    """How to judge about `size` bytes; `cache` is where compiled databases may be kept."""
    baseline = _baseline(governing)
    compat = governing.wanted.mode == "compat"
    names: Names | None = None
    if not compat and any(getattr(asked, name) for name in _OF_COMPAT):
        raise UsageError("an option was given that only mode compat has", "add: --mode compat")
    candidates: Candidates | None = None
    if compat:
        scanner = _compat_scanner(asked, baseline, cache)
    elif governing.rules:
        from trailers.verify.secrets.own_rules import OwnRules, rules_in

        own = OwnRules(rules_in(governing.rules), lambda: _scanner(cache, size)[0])
        scanner, names = own, own.own.scan_path
    else:
        scanner, candidates = _scanner(cache, size)
    allows: Allows | None = baseline
    if compat and baseline and baseline.upstream:
        from trailers.verify.secrets.upstream_allows import UpstreamAllows

        allows = UpstreamAllows(baseline)
    wanted = governing.wanted
    if wanted.decode and not compat:
        from trailers.verify.secrets.decoding import Decoding

        scanner, candidates = Decoding(scanner), None
    return Setting(
        scanner,
        severities(governing),
        allows,
        wanted.exclude,
        candidates,
        compat,
        wanted.archives,
        names=names,
    )


def _baseline(governing: Governing) -> "Baseline | None":
    if governing.baseline is None:
        return None
    from trailers.secrets.baseline.reading import read_baseline

    return read_baseline(governing.baseline.data, governing.baseline.name)


def _scanner(cache: str, size: int) -> "tuple[Scans, Candidates | None]":
    from trailers.secrets.pack.prefilter import pack_prefilter, pack_words
    from trailers.secrets.pack.table import DETECTORS
    from trailers.secrets.scanner import Scanner

    prefilter = pack_prefilter(cache, size)
    return Scanner(DETECTORS, prefilter, pack_words), prefilter.candidates


def _compat_scanner(asked: Asked, baseline: "Baseline | None", cache: str) -> "Scans":
    from trailers.secrets.compat.choosing import CompatOptions, baseline_settings, settings_from, with_options
    from trailers.secrets.compat.scanner import CompatScanner

    options = CompatOptions(**{name: getattr(asked, name) for name in CompatOptions._fields})
    if baseline and baseline.upstream:
        settings = baseline_settings(baseline.upstream, baseline.name, allow_plugins=asked.allow_plugins)
        return CompatScanner(with_options(settings, options), cache, _within)
    return CompatScanner(settings_from(options), cache, _within)


def _within(size: int) -> "AbstractContextManager[None]":
    """The time that code of the user's own may take for a file of that many bytes."""
    from trailers.alarm import at_most

    return at_most(_SECONDS + size * _SECONDS_PER_BYTE)


def severities(governing: Governing) -> Severities:
    """What a finding is worth: what the policy says of its rule, else what the scanner says."""
    given = governing.severity
    if not given:
        return lambda found: found.severity
    from trailers.secrets.rules.registry import RULES

    by_id = {rule.id: given.get(rule.id) or given.get(rule.name) for rule in RULES}
    kinds: dict[str, Severity] = {"error": "error", "warning": "warning", "note": "note"}

    def severity(found: "Found") -> "Severity | None":
        setting = by_id.get(found.rule)
        return found.severity if setting is None else kinds.get(setting)

    return severity
