"""What a CI asks to be judged."""

from trailers.typed import Callable, Literal, Mapping, NamedTuple

Stage = Literal["commit", "push", "review", "merge"]

Environ = Mapping[str, str]
Read = Callable[[str], bytes]


class RangeRequest(NamedTuple):
    """The range that a CI's event is about: what `head` brings and `base` has not.

    `base` is an object id, a full ref name, or None for a branch or tag that was not there before.
    `head` is an object id, or "HEAD" where the CI gives none that can be trusted. An id may name an
    annotated tag.

    `fallback` holds full ref names. Where `base` is None or is not in the clone (a forced push leaves it
    behind), what they reach is excluded instead, and the first of them stands for the base. Without any,
    a `base` of None means the whole history of `head`, and a `base` that is not in the clone is an error:
    `advice` says how the clone gets it.

    `may_be_empty` is true where an empty range is an answer and not a sign of a broken set-up: a new
    branch or tag, or a push that moves a branch back, need not bring a commit.
    `branch` is where the commits come from, as the CI names it; never an argument for git.
    """

    base: str | None
    head: str
    stage: Stage
    source: str
    branch: str | None = None
    fallback: tuple[str, ...] = ()
    may_be_empty: bool = False
    advice: str = ""


class NothingToJudge(NamedTuple):
    """The CI's event brings no commit at all, by its own word: `why` says which."""

    source: str
    why: str


Asked = RangeRequest | NothingToJudge
