"""From a stored commit to the subject that the rules judge."""

from trailers.assistants.traces import Traces, find_markers
from trailers.disclosure.reading import read_disclosure
from trailers.message.encoding import decode
from trailers.message.reading import read_block
from trailers.repository.commit import Commit, parse_ident
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject


def examine(commit: Commit, setting: Setting, head: str, branch: str | None = None) -> Subject:

    author, _ = parse_ident(commit.author)
    committer, when = parse_ident(commit.committer)
    text, problem = decode(commit.message, commit.encoding)
    if commit.repeated:
        problem = "its author, committer or encoding header is repeated or missing"
    block = read_block(text)
    traces = Traces(author, committer, text, block.trailers, branch)
    return Subject(
        text=text,
        block=block,
        disclosure=read_disclosure(block.trailers, setting.profile, setting.keys),
        markers=find_markers(traces),
        author=author,
        committer=committer,
        size=len(commit.message),
        when=when,
        problem=problem,
        commit=commit.id,
        parents=commit.parents,
        is_head=commit.id == head,
        is_merge=len(commit.parents) > 1,
    )
