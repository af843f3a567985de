"""The verdict on the message that a hook is handed, and who makes the commit."""

from trailers.assistants.environment import Assistant
from trailers.assistants.traces import Traces, find_markers
from trailers.disclosure.profiles import profile_named
from trailers.disclosure.reading import read_disclosure
from trailers.finding import Finding
from trailers.message.handed import Handed, read_handed
from trailers.message.person import Person
from trailers.message.reading import read_block
from trailers.policy.policy import Policy
from trailers.process import Git
from trailers.repository.mailmap import EMPTY, Mailmap
from trailers.repository.making import approved_before, ident, is_merging
from trailers.typed import Mapping, NamedTuple
from trailers.verify.judging import judge
from trailers.verify.setting import Paths, Setting
from trailers.verify.subject import Subject

__all__ = ["Handed", "Making", "judge_handed", "making_of", "read_handed"]


class Making(NamedTuple):
    """Who makes the commit. `when` is in seconds since 1970; `assistant` is who runs git now.

    `approved_before` are the trailers, (key in lower case, value), of the commits that this one comes from;
    an assistant may keep them. `mailmap` is the work tree's.
    """

    author: Person
    committer: Person
    when: int
    assistant: Assistant | None = None
    approved_before: frozenset[tuple[str, str]] = frozenset()
    merges: bool = False
    mailmap: Mailmap = EMPTY


def making_of(
    git: Git, environ: Mapping[str, str], now: int, assistant: Assistant | None, policy: Policy
) -> Making:
    """Who makes the commit, as git tells its hooks. What the policy does not ask for is not looked up."""
    author = ident(git, environ, "AUTHOR")
    return Making(
        author=author,
        committer=_committer(git, environ, policy) or author,
        when=now,
        assistant=assistant,
        approved_before=approved_before(git, environ) if assistant else frozenset(),
        merges=policy.disclosure.mode == "explicit" and is_merging(git),
    )


def _committer(git: Git, environ: Mapping[str, str], policy: Policy) -> Person | None:
    """The committer where the environment names one or the policy asks for it, which costs a process."""
    asked = policy.approver.by_others or policy.bots
    return ident(git, environ, "COMMITTER") if asked or "GIT_COMMITTER_EMAIL" in environ else None


def judge_handed(handed: Handed, policy: Policy, making: Making, paths: Paths) -> tuple[Finding, ...]:
    """The findings for the message about to be committed, at the stage `commit`."""
    profile = profile_named(policy.disclosure.profile)
    setting = Setting(policy, profile, "commit", paths, making.mailmap)
    return judge(_subject(handed, making, setting), setting)


def _subject(handed: Handed, making: Making, setting: Setting) -> Subject:
    text = handed.stored
    block = read_block(text)
    disclosure = read_disclosure(block.trailers, setting.profile, setting.keys)
    return Subject(
        text=text,
        block=block,
        disclosure=disclosure,
        markers=find_markers(Traces(making.author, making.committer, text, block.trailers)),
        author=making.author,
        committer=making.committer,
        size=len(text.encode("utf-8", "surrogateescape")),
        when=making.when,
        problem=handed.problem,
        is_merge=making.merges,
        assistant=making.assistant,
        added_approvals=tuple(
            approver
            for approver in disclosure.approvers
            if making.assistant and (approver.key.lower(), approver.value) not in making.approved_before
        ),
    )
