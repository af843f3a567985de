"""What `undersign disclose` does: an empty commit on top that says what earlier ones did not."""

from trailers.authoring.late import late_message
from trailers.cli.console import git_in
from trailers.disclosure.reading import read_disclosure
from trailers.errors import MessageError, RangeError
from trailers.message.reading import read_trailers
from trailers.message.trailer import Trailer
from trailers.repository.opening import Repository, open_repository
from trailers.repository.revision import commit_named, one_commit
from trailers.typed import Iterator, NamedTuple, Sequence
from trailers.verify.base import read_base
from trailers.verify.range_setting import setting_of
from trailers.verify.setting import Setting


class Said(NamedTuple):
    """What was typed: models as `agent:model`, contexts as references."""

    models: tuple[str, ...]
    contexts: tuple[str, ...]


def disclose_late(names: Sequence[str], said: Said, directory: str) -> int:
    """0 when the commit is made. Nothing of index and work tree changes, and hooks run as for any commit."""
    repository = open_repository(git_in(directory))
    head = commit_named(repository, "HEAD")
    commits = list(dict.fromkeys(_earlier(repository, names, head)))
    range_ = one_commit(repository, head)
    setting = setting_of(repository, range_, read_base(repository, range_))
    lines = [
        *(Trailer(setting.keys.model[0], model) for model in said.models),
        *(Trailer(setting.keys.context[0], context) for context in said.contexts),
    ]
    message = late_message(commits, lines)
    _well_formed(message, setting)
    repository.git.run("commit", "--allow-empty", "--only", "-F", "-", stdin=message.encode())
    print(f"disclosed {len(commits)} late; a person still answers for it: undersign approve HEAD")
    return 0


def _earlier(repository: Repository, names: Sequence[str], head: str) -> Iterator[str]:
    for name in names:
        commit = commit_named(repository, name)
        if repository.git.ask("merge-base", "--is-ancestor", commit, head) is None:
            why = f"{name} is not in the history of HEAD: only a later commit can speak for it"
            raise RangeError(why, "git switch the branch that has it")
        yield commit


def _well_formed(message: str, setting: Setting) -> None:
    """MessageError for what would not be accepted when it is read."""
    for flaw in read_disclosure(read_trailers(message), setting.profile, setting.keys).flaws:
        if flaw.level == "error":
            raise MessageError(f"{flaw.key}: {flaw.value}: {flaw.why}", flaw.remedy)
