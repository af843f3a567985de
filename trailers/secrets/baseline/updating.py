"""A baseline brought up to date: labels and reasons stay with the values that they were given to."""

from trailers.secrets.baseline.baseline import Baseline
from trailers.secrets.baseline.blanket import BLANKET
from trailers.secrets.baseline.entry import Entry
from trailers.secrets.baseline.writing import entries_of
from trailers.secrets.fingerprint import sha1
from trailers.secrets.found import Found
from trailers.typed import Callable, Iterable, NamedTuple

Key = tuple[str, str]  # path and hash


class Updated(NamedTuple):
    """The entries to write, and how many are new, went along with a moved file, or are gone."""

    entries: tuple[Entry, ...]
    added: int
    moved: int
    removed: int


def update(
    baseline: Baseline, founds: Iterable[tuple[str, Found]], scanned: Callable[[str], bool]
) -> Updated:
    """What the baseline becomes after these secrets, each with its file's path, were found.

    An entry stays while its secret is found, and where `scanned` says that its file was not looked at. From
    a baseline of detect-secrets the labels are taken over; of a file that was not looked at there is no value
    to make our fingerprint of, so scan everything.
    """
    before = _by_hash(baseline)
    stays = {_key(entry): entry for entry in baseline.entries if not scanned(entry.path)}
    kept: dict[Key, Entry] = {} if baseline.upstream else dict(stays)
    done, used, moved, added = set[Key](), set(stays), set[Key](), 0
    for path, found in founds:
        for fresh in entries_of([(path, found)]):
            digest = sha1(found) if baseline.upstream else fresh.fingerprint
            old = before.get(digest, {})
            known = old.get(path) or next(iter(old.values()), None)
            kept[_key(fresh)] = _labelled(fresh, known)
            if _key(fresh) not in done:
                added += known is None
            done.add(_key(fresh))
            used.add((path, digest))
            if known is not None and known.path != path:
                moved.add(_key(known))
    gone = {_key(entry) for entry in baseline.entries if entry.fingerprint not in BLANKET} - used
    return Updated(tuple(kept.values()), added, len(gone & moved), len(gone - moved))


def _key(entry: Entry) -> Key:
    return entry.path, entry.fingerprint


def _by_hash(baseline: Baseline) -> dict[str, dict[str, Entry]]:
    """The entries by hash and path; of several the one with a label."""
    before: dict[str, dict[str, Entry]] = {}
    for entry in sorted(baseline.entries, key=lambda one: (not one.label, one.path)):
        if entry.fingerprint not in BLANKET:
            before.setdefault(entry.fingerprint, {}).setdefault(entry.path, entry)
    return before


def _labelled(fresh: Entry, known: Entry | None) -> Entry:
    return fresh if known is None else fresh._replace(label=known.label, reason=known.reason)
