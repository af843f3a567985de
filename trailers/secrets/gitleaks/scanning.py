"""The scan of one text by a user's rules, as gitleaks judges it (detect/detect.go, `detectRule`)."""

from itertools import pairwise
from math import log2

from trailers.secrets.found import Found
from trailers.secrets.gitleaks.allowlist import Matched
from trailers.secrets.gitleaks.machine import Places, TooMuchWorkError
from trailers.secrets.gitleaks.rules import GitleaksRules, UserRule
from trailers.secrets.unchecked import unchecked
from trailers.typed import Iterator, NamedTuple, Sequence

_RULE = "US207"
_TOO_MUCH = "the rule {!r} takes too many steps on it: give it a word that every match has, or fewer ways"
_WHAT = "what the rule {!r} looks for"
# Of a line so much on each side of a match is asked about by an allowlist: a line may have 50 MB.
_AROUND = 4096


class _Candidate(NamedTuple):
    """A finding, and the offset of its secret."""

    start: int
    end: int
    rule: UserRule
    secret: bytes


class GitleaksScanner:
    """Finds what a user's rules look for. The file that the rules are in is not scanned by them."""

    def __init__(self, rules: GitleaksRules) -> None:
        self._rules = rules

    def scan(self, path: str, data: bytes) -> list[Found]:
        """The findings of the file `path` (with "/" between its parts), in order of offset."""
        named = path.encode("utf-8", "surrogateescape")
        if path == self._rules.source or any(one.allows_file(named) for one in self._rules.allowlists):
            return []
        lowered = data.lower()
        founds = self._of_paths(path, named)
        candidates: list[_Candidate] = []
        for rule in self._rules.rules:
            if rule.regex is not None and self._applies(rule, named, lowered):
                try:
                    candidates += self._candidates(rule, named, data, lowered)
                except TooMuchWorkError:
                    founds.append(unchecked(_TOO_MUCH.format(rule.id)))
        candidates.sort(key=lambda one: (one.start, one.end))
        return [*founds, *_placed(data, _without_generic(candidates, data))]

    def scan_path(self, path: str) -> list[Found]:
        """What the rules that look at paths alone find, for a file whose content is not text."""
        named = path.encode("utf-8", "surrogateescape")
        if path == self._rules.source or any(one.allows_file(named) for one in self._rules.allowlists):
            return []
        return self._of_paths(path, named)

    def allows(self, path: str, data: bytes, found: Found) -> bool:
        """Whether the allowlists that are for every rule let another scanner's finding stand."""
        if not self._rules.allowlists:
            return False
        secret = found.secret.encode("utf-8", "surrogateescape")
        line = _line_of(data, found)
        matched = Matched(path.encode("utf-8", "surrogateescape"), secret, secret, line)
        return any(one.allows(matched) for one in self._rules.allowlists)

    def _of_paths(self, path: str, named: bytes) -> list[Found]:
        return [
            Found(_RULE, rule.id, 1, 1, path, _WHAT.format(rule.id))
            for rule in self._rules.rules
            if rule.regex is None and rule.path is not None and rule.path.found_in(named)
            if not any(one.allows_file(named) for one in rule.allowlists)
        ]

    def _applies(self, rule: UserRule, named: bytes, lowered: bytes) -> bool:
        if rule.keywords and not any(word in lowered for word in rule.keywords):
            return False
        if any(one.allows_file(named) for one in rule.allowlists):
            return False
        return rule.path is None or rule.path.found_in(named)

    def _candidates(self, rule: UserRule, named: bytes, data: bytes, lowered: bytes) -> Iterator[_Candidate]:
        if rule.regex is None:
            return
        for places in rule.regex.matches(data, lowered):
            start, end = _secret(rule, places, data)
            secret = data[start:end]
            if rule.entropy and _entropy(secret) <= rule.entropy:
                continue
            match = data[places[0] : places[1]].strip(b"\n")
            matched = Matched(named, secret, match, _line(data, places[0], places[1]))
            if not any(one.allows(matched) for one in (*self._rules.allowlists, *rule.allowlists)):
                yield _Candidate(start, end, rule, secret)


def _secret(rule: UserRule, places: Places, data: bytes) -> tuple[int, int]:
    """Where the secret is: the rule's group, the first that is not empty, or all but line ends around it.

    Where the rule's group has no part in the match gitleaks reports an empty secret; here it is all of it, so
    that no two of them have one fingerprint.
    """
    groups = list(pairwise(places))[2::2]
    for start, end in groups[rule.group - 1 : rule.group] if rule.group else groups:
        if start < end:
            return start, end
    match = data[places[0] : places[1]]
    start = places[0] + len(match) - len(match.lstrip(b"\n"))
    return start, max(start, places[0] + len(match.rstrip(b"\n")))


def _entropy(secret: bytes) -> float:
    """Shannon's entropy by characters, over the length in bytes, as gitleaks counts."""
    text = secret.decode("utf-8", "surrogateescape")
    shares = [text.count(one) / len(secret) for one in set(text)]
    return -sum(share * log2(share) for share in shares)


def _line(data: bytes, start: int, end: int) -> bytes:
    """The lines that a match is in, up to some kilobytes of them on each side."""
    first = data.rfind(b"\n", max(0, start - _AROUND), start) + 1
    last = data.find(b"\n", end, end + _AROUND)
    return data[first or max(0, start - _AROUND) : last if last >= 0 else end + _AROUND]


def _line_of(data: bytes, found: Found) -> bytes:
    at = -1
    for _ in range(found.line - 1):
        at = data.find(b"\n", at + 1)
    secret = found.secret.split("\n")[0].encode("utf-8", "surrogateescape")
    start = max(at + 1, data.find(secret, at + 1))
    return _line(data, start, start + len(secret))


def _without_generic(candidates: Sequence[_Candidate], data: bytes) -> list[_Candidate]:
    """Without what a rule with `generic` in its id found, where another found it in the same line."""
    if not any("generic" in one.rule.id.lower() for one in candidates):
        return list(candidates)
    others: dict[int, list[bytes]] = {}
    lines = _lines(data, candidates)
    for one, line in zip(candidates, lines, strict=True):
        if "generic" not in one.rule.id.lower():
            others.setdefault(line, []).append(one.secret)
    return [
        one
        for one, line in zip(candidates, lines, strict=True)
        if "generic" not in one.rule.id.lower()
        or not any(one.secret in other for other in others.get(line, ()))
    ]


def _lines(data: bytes, candidates: Sequence[_Candidate]) -> list[int]:
    lines, line, last = [], 1, 0
    for one in candidates:
        line += data.count(b"\n", last, one.start)
        last = one.start
        lines.append(line)
    return lines


def _placed(data: bytes, candidates: Sequence[_Candidate]) -> list[Found]:
    founds = []
    begin, last, column = 0, 0, 1
    for one, line in zip(candidates, _lines(data, candidates), strict=True):
        newline = data.rfind(b"\n", last, one.start)
        if newline >= 0:
            begin = newline + 1
            last, column = begin, 1
        column += len(data[last : one.start].decode("utf-8", "surrogateescape"))
        last = one.start
        secret = one.secret.decode("utf-8", "surrogateescape")
        founds.append(Found(_RULE, one.rule.id, line, column, secret, _WHAT.format(one.rule.id)))
    return founds
