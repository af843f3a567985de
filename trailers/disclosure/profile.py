"""A profile: what a destination project asks of the trailers, and how it spells them."""

from trailers.disclosure.dialect import Dialect
from trailers.disclosure.disclosure import Disclosure
from trailers.disclosure.vocabulary import DEFAULT_KEYS, Field, Keys
from trailers.message.trailer import Trailer
from trailers.typed import Literal, NamedTuple


class Profile(NamedTuple):
    """The trailer dialect of a destination.

    `carries` are the fields that its form has room for, hence all that can be due.
    `aliases` says how a model under another key counts: accepted, or read with a flaw of that level.
    `place` is where the disclosure stands: in a pull request, `write` gives no trailers.
    `forbidden_keys` are never allowed, `refused_to_assistants` not with an assistant as their person;
    both in lower case.
    """

    name: str
    summary: str
    carries: frozenset[Field]
    dialect: Dialect
    keys: Keys = DEFAULT_KEYS
    aliases: Literal["accepted", "warning", "error"] = "error"
    place: Literal["message", "pull-request"] = "message"
    forbidden_keys: frozenset[str] = frozenset()
    refused_to_assistants: frozenset[str] = frozenset(("signed-off-by",))

    def keys_with(self, given: Keys | None) -> Keys:
        """The keys to read and write: what a policy gives, the profile's own where that is the default."""
        if given is None or given == DEFAULT_KEYS:
            return self.keys
        return Keys(
            given.model if given.model != DEFAULT_KEYS.model else self.keys.model,
            given.context if given.context != DEFAULT_KEYS.context else self.keys.context,
            given.approver if given.approver != DEFAULT_KEYS.approver else self.keys.approver,
            given.none if given.none != DEFAULT_KEYS.none else self.keys.none,
        )

    def write(self, disclosure: Disclosure, keys: Keys | None = None) -> tuple[Trailer, ...]:
        """The trailers that say this in the profile's dialect; what it does not carry is left out.

        A line that this profile itself has read and accepted stays as it is written.
        Raises MessageError for a context or an approver that no trailer could hold.
        """
        if self.place == "pull-request":
            return ()
        from trailers.disclosure import writing  # judging a message does not need it

        keys = self.keys_with(keys)
        trailers: list[Trailer] = []
        if "model" in self.carries:
            trailers += writing.model_trailers(
                disclosure, self.dialect, keys, keep=disclosure.profile == self.name
            )
        if "context" in self.carries:
            trailers += writing.context_trailers(disclosure, keys)
        if "approver" in self.carries:
            trailers += writing.approver_trailers(disclosure, keys)
        if "none" in self.carries:
            trailers += writing.denial_trailers(disclosure, keys)
        return writing.unique(trailers)
