"""What a pattern means where it is a regular expression: Gitea's and Forgejo's."""

from trailers.typed import NamedTuple


class Expression(NamedTuple):
    """A Go regular expression that the whole path has to match, without its `^` and `$`.

    `negated` holds for the paths that it does not match.
    """

    source: str
    negated: bool = False
