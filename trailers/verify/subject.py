"""What is judged: one commit, or one message about to become one, with all that is known of it."""

from trailers.assistants.environment import Assistant
from trailers.assistants.marker import Marker
from trailers.disclosure.disclosure import Approver, Disclosure
from trailers.disclosure.vocabulary import ALIASES, DEFAULT_KEYS
from trailers.message.person import Person
from trailers.message.reading import Block
from trailers.typed import NamedTuple

# Keys of other tools that lead to a conversation.
_VENDORS_CONTEXT = frozenset(key.lower() for key in ALIASES["context"] if key not in DEFAULT_KEYS.context)


class Subject(NamedTuple):
    """One message under judgement.

    `commit` is None for a message that is not committed yet; `assistant` is who runs git now, known
    only then. `when` is the committer's time in seconds since 1970; `size` the message's length in bytes.
    `problem` says why the message could not be read whole. `added_approvals` are those that an assistant
    adds now: the commits that the message comes from did not have them.
    """

    text: str
    block: Block
    disclosure: Disclosure
    markers: tuple[Marker, ...]
    author: Person
    committer: Person
    size: int
    when: int
    problem: str | None = None
    commit: str | None = None
    parents: tuple[str, ...] = ()
    is_head: bool = False
    is_merge: bool = False
    assistant: Assistant | None = None
    added_approvals: tuple[Approver, ...] = ()

    @property
    def proof(self) -> tuple[Marker, ...]:
        """The markers that stand alone: certain or strong."""
        return tuple(marker for marker in self.markers if marker.confidence in ("certain", "strong"))

    @property
    def names_model(self) -> bool:
        """Whether its trailers speak of a model, rightly or not."""
        flawed = any(flaw.field == "model" and flaw.level == "error" for flaw in self.disclosure.flaws)
        return bool(self.disclosure.models) or flawed

    @property
    def names_assistance(self) -> bool:
        """Whether its trailers speak of AI help, rightly or not: of a model, or of a prompt context.

        A vendor's own trailer is a marker, or is not enough of one.
        """
        refers = any(context.key.lower() not in _VENDORS_CONTEXT for context in self.disclosure.contexts)
        return self.names_model or refers or self.has_flaw("context")

    @property
    def assisted(self) -> bool:
        """Whether it counts as AI-assisted: it says so, it shows so, or an assistant commits now.

        An assistant can also run git for a person, who says then that there was no help.
        """
        commits = self.assistant is not None and not self.disclosure.denials
        return self.names_assistance or bool(self.proof) or commits

    def has_flaw(self, field: str) -> bool:
        """Whether a value of this field is not as it has to be."""
        return any(flaw.field == field for flaw in self.disclosure.flaws)

    def mend(self, *lines: str) -> str:
        """The command, or the lines, that add trailers to this message."""
        if self.commit is None:
            return "add to the last paragraph: " + "; ".join(lines)
        added = " ".join(f'--trailer "{line}"' for line in lines)
        if self.is_head:
            return f"git commit --amend --no-edit {added}"
        return f"{self.reword()}   # then: git commit --amend --no-edit {added}"

    def reword(self) -> str:
        """The command that opens this commit's message again."""
        if self.commit is None:
            return "edit the message"
        if self.is_head:
            return "git commit --amend"
        return f"git rebase -i {self.commit[:12]}^" if self.parents else "git rebase -i --root"
