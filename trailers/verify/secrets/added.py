"""Only the lines that the next commit adds: which they are, and the sources cut down to them."""

from trailers.process import Git
from trailers.repository.patches import HOW, OPTIONS, sections
from trailers.typed import Iterable
from trailers.verify.secrets.source import Lines, Source


def staged_lines(git: Git) -> dict[str, Lines | None]:
    """The lines that are staged, by the name of the file; None for a file of which git shows no lines."""
    there = git._replace(options=(*git.options, *OPTIONS))
    chunks = there.stream(["diff", "--cached", *HOW, "--ita-invisible-in-index"])
    return {
        section.path: None if section.is_binary else section.lines
        for together in sections(chunks)
        for section in together
    }


def only_added(sources: Iterable[Source], added: dict[str, Lines | None]) -> list[Source]:
    """The sources to which lines are added, each with its lines."""
    return [
        source._replace(lines=added[source.name]) for source in sources if added.get(source.name, ()) != ()
    ]
