"""The policy's table `[context]`: which references to the conversation are written."""

from trailers.typed import NamedTuple


class ContextPolicy(NamedTuple):
    """What leads from a commit back to its conversation.

    `keep` is a folder that the team names, '' where nothing is kept; `hosts` are those of URLs that may
    stand in a commit. `key_id` names the key with which the first prompt is digested, '' where it is not;
    `prompt` says whether its text is written, of which at most `prompt_length` characters.
    """

    session: bool = True
    digest: bool = True
    keep: str = ""
    hosts: tuple[str, ...] = ()
    key_id: str = ""
    prompt: bool = False
    prompt_length: int = 200
