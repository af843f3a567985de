"""What lets a finding of a user's rule stand: its path, its text, or a word in it."""

from trailers.secrets.gitleaks.matcher import Matcher
from trailers.typed import Callable, Literal, NamedTuple

Target = Literal["secret", "match", "line"]


class Matched(NamedTuple):
    """A finding before it is judged: its file, the secret, all that the rule matched, and the lines of it."""

    path: bytes
    secret: bytes
    match: bytes
    line: bytes


class Allowlist(NamedTuple):
    """One `[[allowlists]]` of a rule, or of all. Empty tuples are criteria that are not asked about.

    `every`: all criteria have to hold, and not one of them. A scan of files has no commits: where one is
    asked for, it is not met.
    """

    every: bool
    commits: bool
    paths: tuple[Matcher, ...]
    target: Target
    regexes: tuple[Matcher, ...]
    stopwords: tuple[bytes, ...]

    def allows(self, found: Matched) -> bool:
        """Whether the finding stands."""
        text = {"secret": found.secret, "match": found.match, "line": found.line}[self.target]
        criteria: list[Callable[[], bool]] = []
        if self.commits:
            criteria.append(lambda: False)
        if self.paths:
            criteria.append(lambda: self.allows_path(found.path))
        if self.regexes:
            criteria.append(lambda: any(regex.found_in(text) for regex in self.regexes))
        if self.stopwords:
            lowered = found.secret.lower()
            criteria.append(lambda: any(word in lowered for word in self.stopwords))
        return (all if self.every else any)(criterion() for criterion in criteria)

    def allows_path(self, path: bytes) -> bool:
        """Whether one of the paths is this."""
        return any(matcher.found_in(path) for matcher in self.paths)

    def allows_file(self, path: bytes) -> bool:
        """Whether everything in the file stands."""
        others = self.every and (self.commits or self.regexes or self.stopwords)
        return not others and self.allows_path(path)
