"""What a message has from other commits: from the one that is amended, or those that become one."""

import os

from trailers.authoring.occasion import Kind
from trailers.authoring.parts import fixed_up, has_tree_of, squashed, subjects_of
from trailers.authoring.renewing import kept, without_approvals
from trailers.authoring.uniting import OF_SQUASH_MSG, Changed, Parts, united
from trailers.authoring.work import Work
from trailers.message.lines import BLANK
from trailers.typed import NamedTuple
from trailers.verify.subject import Subject


class Sourced(NamedTuple):
    """The message with it, what is told about it, and the contexts that the sources name."""

    text: str
    told: tuple[str, ...]
    contexts: frozenset[str]


def from_sources(kind: Kind, work: Work) -> Sourced | None:
    """The message with what its sources say; None where a rebase only makes the same commit again."""
    setting = work.place.setting()
    sources = subjects_of(work.place.git, _names(kind, work), setting)
    if kind in ("squash", "autosquash"):
        parts = Parts(sources, OF_SQUASH_MSG if kind == "squash" else "")
        changed = united(work.handed.text, work.handed.cleanup, parts, (setting.keys, setting.mailmap))
    elif sources and _changes_nothing(work, sources[0]):
        return None
    else:
        changed = _renewed(work, sources[0]) if sources else Changed(work.handed.text)
    contexts = (context.value for source in sources for context in source.disclosure.contexts)
    return Sourced(changed.text, changed.told, frozenset(contexts))


def _names(kind: Kind, work: Work) -> tuple[str, ...]:
    """The commits that the message comes from."""
    if kind == "squash":
        return squashed(work.place.git_directory)
    if kind == "autosquash":
        return fixed_up(work.place.git_directory)
    return ("HEAD",) if kind == "amend" else (work.call.commit,)


def _renewed(work: Work, before: Subject) -> Changed:
    """The message of a commit that is made again, with what still holds of what it said."""
    handed, call = work.handed, work.call
    if not before.assisted or (call.hook == "commit-msg" and call.has_editor):
        return Changed(handed.text)  # whoever was in the editor has seen it
    same = has_tree_of(work.place.git, str(before.commit))
    text = handed.text
    if call.source != "commit":
        form = work.place.form
        text = kept(text, before, form=form, cleanup=handed.cleanup, approvals=same)
    if not same and (call.source == "commit" or call.hook == "commit-msg"):
        return without_approvals(text, handed.cleanup, before)
    return Changed(text)


def _changes_nothing(work: Work, before: Subject) -> bool:
    """Whether a rebase runs a command that makes the same commit again, as for a signature."""
    if not os.path.isdir(os.path.join(work.place.git_directory, "rebase-merge")):
        return False
    same = before.text.strip(BLANK) == work.handed.stored.strip(BLANK)
    return same and has_tree_of(work.place.git, str(before.commit))
