"""Who decides about each path: the outcome of matching a file's entries with a repository's paths."""

from trailers.typed import NamedTuple, Sequence

# Places of paths, in stretches (ranges) and lists; none is there twice.
Spans = Sequence[Sequence[int]]


class Decision(NamedTuple):
    """For each path the entries that decide about it, and for each entry how often it matches.

    `paths` are sorted by their bytes. `deciding[i]` are places in the file's entries: at most one where the
    last match decides, one a section on GitLab (an exclusion decides for none), all that match on Gitea.
    `matched[e]` is how many paths entry `e` matches, whether or not a later one decides about them, and
    `spans[e]` where these are.
    """

    paths: Sequence[str]
    deciding: Sequence[tuple[int, ...]]
    matched: Sequence[int]
    spans: Sequence[Spans] = ()
