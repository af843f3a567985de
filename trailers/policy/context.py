"""The policy's table `[context]`: which references to the conversation are written."""

from trailers.typed import NamedTuple


class ContextPolicy(NamedTuple):
    """What leads from a commit back to its conversation.

    `keep` is a folder that the team names, empty where nothing is kept; `hosts` are those of URLs that may
    stand in a commit.
    """

    session: bool = True
    digest: bool = True
    keep: str = ""
    hosts: tuple[str, ...] = ()
