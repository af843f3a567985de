"""What a person is asked to approve: commits, their files, models and contexts."""

from trailers.message.title import title_of
from trailers.output.printable import printable
from trailers.typed import Iterable, Mapping, Sequence
from trailers.verify.subject import Subject

SHORT = 12  # hexadecimal digits of a commit id
MOST = 8  # paths that are named of one commit


def render(subjects: Iterable[Subject], paths: Mapping[str | None, Sequence[str]]) -> str:
    """A few lines for each commit."""
    lines = [line for subject in subjects for line in _about(subject, paths.get(subject.commit, ()))]
    return "".join(f"{printable(line)}\n" for line in lines)


def render_refused(refused: Iterable[tuple[Subject, str]]) -> str:
    """A line for each commit that this person cannot answer for, and why."""
    lines = (f"not commit {str(one.commit)[:SHORT]} {title_of(one.text)}: {why}" for one, why in refused)
    return "".join(f"{printable(line)}\n" for line in lines)


def render_question(person: str, count: int) -> str:
    """What is asked, once, at the end."""
    these = "this commit" if count == 1 else f"these {count} commits"
    return printable(f"Do you, {person}, answer for {these}? [y/N]")


def _about(subject: Subject, paths: Sequence[str]) -> list[str]:
    disclosure = subject.disclosure
    models = ", ".join(model.value for model in disclosure.models)
    contexts = ", ".join(context.value for context in disclosure.contexts)
    more = f" and {len(paths) - MOST} more" if len(paths) > MOST else ""
    return [
        f"commit {str(subject.commit)[:SHORT]} {title_of(subject.text)}",
        f"  author:  {subject.author}",
        f"  models:  {models or 'none is named'}",
        f"  context: {contexts or 'none is given'}",
        f"  files:   {', '.join(paths[:MOST])}{more}",
        "",
    ]
