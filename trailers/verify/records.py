"""The record of an AI-assisted commit, for the report: what it says, and what others say for it."""

from trailers.message.title import title_of
from trailers.report import CommitRecord
from trailers.verify import approvals
from trailers.verify.subject import Subject


def record_of(subject: Subject) -> CommitRecord:
    """What the commit itself says."""
    assert subject.commit is not None
    disclosure = subject.disclosure
    return CommitRecord(
        commit=subject.commit,
        models=tuple(model.value for model in disclosure.models),
        contexts=tuple(context.value for context in disclosure.contexts),
        approvers=tuple(str(person) for person in approvals.people(subject)),
        verdict="clean",
        author=str(subject.author),
        time=subject.when,
        title=title_of(subject.text),
    )


def spoken_for(own: CommitRecord | None, said: CommitRecord, commit: str) -> CommitRecord:
    """The record of a commit for which another one speaks: its own words first."""
    own = own or CommitRecord(commit, (), (), (), "clean")
    return own._replace(
        models=own.models or said.models,
        contexts=own.contexts or said.contexts,
        approvers=own.approvers or said.approvers,
    )
