"""The scanner for secrets, where the project uses it: its baseline, its engine, its cache."""

import re

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.errors import PolicyError
from trailers.secrets.baseline.baseline import Baseline
from trailers.secrets.baseline.reading import read_baseline
from trailers.typed import Iterator

# By a command, or by the action's input.
_SCAN = re.compile(
    r"\bundersign\s+secrets\b|-m\s+trailers\s+secrets\b|^\s*checks:.*\bsecrets\b", re.MULTILINE
)


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Nothing where no hook, no CI file and no policy asks for it."""
    path = seen.policy.secrets.baseline
    files = [*(file.path for file in seen.running.files), *seen.running.scripts]
    in_ci = any(_SCAN.search(seen.tree.read(file) or "") for file in files)
    by_hook = any(entry.id == "secrets" for entry in seen.entries)
    if not (path or in_ci or by_hook):
        return
    if by_hook and seen.running.files and not in_ci:
        file = seen.running.files[0].path
        what = f"{file} looks for no secrets: only the hook does"
        why = "it can be gone around, and then nothing keeps a secret out"
        yield Diagnosis("secrets", "secrets-in-ci", "warning", what, why, "undersign secrets scan --ci", file)
    told = "no baseline"
    if path in seen.tree.paths:
        try:
            baseline = read_baseline((seen.tree.read(path) or "").encode(), path)
        except PolicyError as error:
            yield Diagnosis(
                "secrets", "baseline-unreadable", "problem", error.message, "", error.remedy, path
            )
            return
        count = len(baseline.entries)
        told = f"{path} lets {count:,} {'secret' if count == 1 else 'secrets'} stand"
        yield from _stale(seen, baseline)
    machine = seen.machine
    engine = "with" if machine.fast else "without"
    yield Diagnosis("secrets", "secrets", "ok", f"{told}; {engine} the faster engine (undersign[fast])")
    if machine.fast and not machine.cache_writable:
        yield Diagnosis(
            "secrets",
            "cache",
            "warning",
            f"nothing can be kept in {machine.cache or 'a cache: neither HOME nor XDG_CACHE_HOME is set'}",
            "the engine's database is made anew for every large scan, and small ones go without",
            f"mkdir -p {machine.cache}" if machine.cache else "export XDG_CACHE_HOME=$PWD/../cache",
        )


def _stale(seen: Seen, baseline: Baseline) -> Iterator[Diagnosis]:
    gone = sorted({entry.path for entry in baseline.entries} - set(seen.tree.paths))
    if gone:
        more = f" and {len(gone) - 3} more" if len(gone) > 3 else ""
        what = f"{baseline.name} has entries for files that are gone: {', '.join(gone[:3])}{more}"
        remedy = f"undersign secrets baseline update {baseline.name}"
        yield Diagnosis(
            "secrets", "baseline-stale", "warning", what, "they allow nothing any more", remedy, baseline.name
        )
