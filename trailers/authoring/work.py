"""One message that a hook is to fill in, and where."""

from trailers.assistants.environment import Assistant
from trailers.authoring.form import Form
from trailers.authoring.occasion import Call
from trailers.message.handed import Handed
from trailers.process import Git
from trailers.repository.commit import Commit
from trailers.typed import TYPE_CHECKING, Callable, NamedTuple

if TYPE_CHECKING:
    from trailers.verify.setting import Setting


class Workplace(NamedTuple):
    """Where the commit is made, and how; `assistant` is who runs git, None for a person.

    `head` gives HEAD's commit, once, None before the first one. `setting` gives how the message will be
    judged, for which more has to be loaded.
    """

    git: Git
    git_directory: str
    head: Callable[[], Commit | None]
    form: Form
    setting: "Callable[[], Setting]"
    assistant: Assistant | None


class Work(NamedTuple):
    """One message to fill in; `head` is None before the first commit."""

    handed: Handed
    call: Call
    place: Workplace
    head: Commit | None
