"""The filters that judge a file by its path: detect_secrets/filters of 1.5.0."""

from trailers.typed import Mapping

_NOT_TEXT = frozenset(
    (
        ".7z",
        ".bin",
        ".bmp",
        ".bz2",
        ".class",
        ".css",
        ".dmg",
        ".doc",
        ".eot",
        ".exe",
        ".gif",
        ".gz",
        ".ico",
        ".iml",
        ".ipr",
        ".iws",
        ".jar",
        ".jpg",
        ".jpeg",
        ".lock",
        ".map",
        ".mo",
        ".pdf",
        ".png",
        ".prefs",
        ".psd",
        ".rar",
        ".realm",
        ".s7z",
        ".sum",
        ".svg",
        ".tar",
        ".tif",
        ".tiff",
        ".ttf",
        ".webp",
        ".woff",
        ".xls",
        ".xlsx",
        ".zip",
    )
)
_LOCK_FILES = frozenset(
    (
        "Brewfile.lock.json",
        "Cartfile.resolved",
        "composer.lock",
        "Gemfile.lock",
        "Package.resolved",
        "package-lock.json",
        "Podfile.lock",
        "yarn.lock",
        "Pipfile.lock",
        "poetry.lock",
        "Cargo.lock",
        "packages.lock.json",
    )
)
# The reason that a person reads; a file that is not there is the caller's business.
FILE_FILTERS: Mapping[str, str] = {
    "common.is_invalid_file": "",
    "heuristic.is_non_text_file": "a kind of file that detect-secrets does not scan",
    "heuristic.is_lock_file": "a lock file",
    "heuristic.is_swagger_file": "a path with swagger in it",
    "common.is_baseline_file": "the baseline itself",
    "regex.should_exclude_file": "an excluded path",
}


def extension_of(path: str) -> str:
    """The extension as `os.path.splitext` has it, with its dot."""
    import os

    return os.path.splitext(path)[1]


def is_dropped(name: str, path: str, options: Mapping[str, object]) -> bool:
    """Whether the filter `name` (as in `FILE_FILTERS`) keeps detect-secrets from scanning the path."""
    base = path.rpartition("/")[2]
    if name == "heuristic.is_non_text_file":
        return extension_of(path) in _NOT_TEXT
    if name == "heuristic.is_lock_file":
        return base in _LOCK_FILES
    if name == "heuristic.is_swagger_file":
        # Its pattern `.*swagger.*` is searched for: a line break in the path changes nothing.
        return "swagger" in path
    if name == "common.is_baseline_file":
        return base == options.get("filename")
    if name == "regex.should_exclude_file":
        return any_matches(options, path)
    return False


def any_matches(options: Mapping[str, object], text: str) -> bool:
    """Whether one of the filter's `pattern`s, regular expressions, is in the text."""
    import re

    patterns = options.get("pattern", ())
    # A text in place of a list is gone through letter by letter, as there.
    return any(re.search(pattern, text) for pattern in patterns)  # type: ignore[attr-defined]
