"""A user's gitleaks.toml beside our own detectors, or in their place: as the file says."""

from trailers.errors import PolicyError
from trailers.finding import Finding
from trailers.secrets.found import Found
from trailers.secrets.gitleaks.reading import read_gitleaks
from trailers.secrets.gitleaks.rules import GitleaksRules
from trailers.secrets.gitleaks.scanning import GitleaksScanner
from trailers.typed import Callable, Sequence
from trailers.verify.secrets.governing import File
from trailers.verify.secrets.scans import Scans

# What a rule of the user's own says better.
_WEAK = ("US204", "US205", "US210")


def rules_in(file: File) -> GitleaksRules:
    """The rules in a file; PolicyError where they cannot be read."""
    try:
        text = file.data.decode()
    except UnicodeDecodeError as error:
        raise PolicyError(f"{file.name}: not TOML: this is not UTF-8", "save it as UTF-8") from error
    return read_gitleaks(text, file.name, file.beside)


def notes_about(rules: GitleaksRules) -> list[Finding]:
    """What stands in the file and has no effect here."""
    remedy = "nothing needs to be done"
    return [Finding("US207", "note", note, remedy, None, rules.source) for note in rules.notes]


class OwnRules:
    """Finds what the user's rules look for; and what ours do, where the user wants gitleaks' default ones."""

    def __init__(self, rules: GitleaksRules, ours: Callable[[], Scans]) -> None:
        self.own = GitleaksScanner(rules)
        self.ours = ours() if rules.extends_default else None

    def scan(self, path: str, data: bytes) -> list[Found]:
        """The secrets in order of their places, each once."""
        own = self.own.scan(path, data)
        if self.ours is None:
            return own
        ours = [one for one in self.ours.scan(path, data) if not self.own.allows(path, data, one)]
        known = {(one.line, one.secret) for one in ours if one.rule not in _WEAK}
        kept = [one for one in own if (one.line, one.secret) not in known]
        lines: dict[int, list[str]] = {}
        for one in kept:
            lines.setdefault(one.line, []).append(one.secret)
        kept += [one for one in ours if one.rule not in _WEAK or not _said(one, lines.get(one.line, ()))]
        return sorted(kept, key=lambda one: (one.line, one.column))


def _said(found: Found, secrets: Sequence[str]) -> bool:
    """Whether one of these secrets of the same line has it, or a part of it."""
    return any(found.secret in one or one in found.secret for one in secrets)
