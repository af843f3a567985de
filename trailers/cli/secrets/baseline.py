"""What `undersign secrets baseline` does: write a baseline, bring it up to date, go through it."""

import os
import sys

from trailers.cli.secrets.audit import Terminal
from trailers.cli.secrets.audit import audit as audit_entries
from trailers.cli.secrets.scanning import edge_here
from trailers.cli.secrets.watched import look_watched
from trailers.cli.writing import put_in_place
from trailers.errors import UsageError
from trailers.output.printable import printable
from trailers.repository.top import top_of
from trailers.secrets.baseline.baseline import Baseline
from trailers.secrets.baseline.reading import read_baseline
from trailers.secrets.baseline.updating import update as updated
from trailers.secrets.baseline.writing import entries_of, write_baseline
from trailers.secrets.content import read_content
from trailers.secrets.found import Found
from trailers.typed import Sequence
from trailers.verify.secrets.asked import Asked
from trailers.verify.secrets.edge import Seen
from trailers.verify.secrets.governing import governing_beside, typed_file
from trailers.verify.secrets.scanning import setting_for

NAME = "secrets.baseline"


def create(path: str, asked: Asked) -> int:
    """Write a baseline that lets all stand that is found."""
    path = _path(path)
    if os.path.lexists(path):
        raise UsageError(f"{path} is there already", f"undersign secrets baseline update {path}")
    seen = _look(asked, path)
    entries = entries_of(seen.looked.kept)
    _save(path, write_baseline(entries))
    print(f"{printable(path)}: {len(entries)} let stand from now on; commit it with the policy's line:")
    print(f'  [secrets] baseline = "{printable(path)}"')
    print(f"so that branches merge, in .gitattributes: {printable(path)} merge=union")
    return _code(seen)


def update(path: str, asked: Asked) -> int:
    """Bring a baseline up to date, and turn one of detect-secrets into ours."""
    path = _path(path)
    baseline = _read(path)
    seen = _look(asked, path)
    unread = {finding.path for finding in seen.looked.findings}
    part = bool(asked.range)
    entries, added, moved, removed = updated(
        baseline, seen.looked.kept, lambda name: not part and name not in unread
    )
    _save(path, write_baseline(entries))
    stand = "1 entry" if len(entries) == 1 else f"{len(entries)} entries"
    print(f"{printable(path)}: {added} added, {moved} moved, {removed} removed, {stand}")
    return _code(seen)


def audit(path: str) -> int:
    """Ask about each entry that nobody has judged."""
    path = _path(path)
    top = top_of(edge_here().git())
    setting = setting_for(Asked(), governing_beside(Asked(), top, accepting=False), edge_here().cache, 0)

    def scan(name: str) -> tuple[bytes, Sequence[Found]]:
        file = os.path.join(top, name)
        if not os.path.isfile(file) or os.path.islink(file):
            return b"", ()
        data = read_content(typed_file(file, "file").data).data
        return data, setting.scanner.scan(name, data)

    answered, left = audit_entries(
        _read(path), Terminal(sys.stdin, sys.stdout), scan, lambda text: _save(path, text)
    )
    print(f"{answered} answered, {left} left")
    return 0


def _path(path: str) -> str:
    """The file that is meant: what was typed, else the policy's, else our own name for it."""
    if path:
        return path
    top = top_of(edge_here().git())
    wanted = governing_beside(Asked(), top, accepting=False).wanted
    return os.path.relpath(os.path.join(top, wanted.baseline or NAME))


def _look(asked: Asked, path: str) -> Seen:
    """All secrets that are found, whatever is let stand today; nothing of the baseline itself."""
    return look_watched(asked._replace(baseline=path), edge_here()._replace(keeps=True))


def _read(path: str) -> Baseline:
    return read_baseline(typed_file(path, "baseline").data, path)


def _save(path: str, text: str) -> None:
    try:
        put_in_place(path, [text.encode()])
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error


def _code(seen: Seen) -> int:
    """2 where something could not be read, and was said."""
    for finding in seen.looked.findings:
        print(f"{printable(finding.path or '')}: {printable(finding.message)}", file=sys.stderr)
    return 2 if seen.looked.counts.get("unread") else 0
