"""Which approvals a change needs: for people, and as one document for programs."""

from trailers.output.percent import counted
from trailers.output.printable import printable
from trailers.ownership.requirement import EVERYONE, Quorum, Requirement
from trailers.typed import Any, Iterator, NamedTuple, Sequence

SCHEMA = "undersign-owners-required/1"
MOST = 10  # paths of a requirement that people are shown


class Needed(NamedTuple):
    """The requirements of a change: of how many paths, by which file of which commit.

    `unresolved` are the owners who cannot approve, since nobody says who they are; None without a roster.
    """

    requirements: Sequence[Requirement]
    paths: int
    file: str
    dialect: str
    commit: str
    unresolved: Sequence[str] | None = None


def text(needed: Needed) -> str:
    """Each requirement with its paths, and at the end what was looked at."""
    lines = [line for requirement in needed.requirements for line in _requirement(requirement, needed.file)]
    if needed.unresolved:
        lines += [
            f"nobody can approve as {printable(', '.join(needed.unresolved))}: not among the people",
            "",
        ]
    asking = sum(not requirement.optional for requirement in needed.requirements)
    owned = {path for requirement in needed.requirements for path in requirement.paths}
    free = needed.paths - len(owned)
    end = f"{counted(needed.paths, 'changed file')}, {counted(asking, 'requirement')}"
    end += f", {free:,} without owners" if free else ""
    by = f"by {printable(needed.file)} ({needed.dialect}) at {needed.commit}"
    return "\n".join([*lines, by, end]) + "\n"


def json_document(needed: Needed) -> str:
    """One JSON document."""
    import json

    document = {
        "schema": SCHEMA,
        "codeowners": {"path": needed.file, "dialect": needed.dialect, "commit": needed.commit},
        "paths": needed.paths,
        "requirements": [_document(requirement) for requirement in needed.requirements],
        "unresolved": None if needed.unresolved is None else list(needed.unresolved),
    }
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _requirement(requirement: Requirement, file: str) -> Iterator[str]:
    ways = printable(" or ".join(map(_way, requirement.ways)))
    section = f" [{requirement.section}]" if requirement.section else ""
    optional = "optional: " if requirement.optional else ""
    yield f"{optional}{ways}  ({printable(f'{file}:{requirement.line}{section}')})"
    for path in requirement.paths[:MOST]:
        yield f"  {printable(path)}"
    if len(requirement.paths) > MOST:
        yield f"  and {len(requirement.paths) - MOST:,} more"
    yield ""


def _way(quorum: Quorum) -> str:
    owners = " ".join(owner.text for owner in quorum.owners)
    if quorum.approvals == EVERYONE:
        return f"everyone of {owners}"
    return f"{counted(max(quorum.approvals, 1), 'approval')} of {owners}"


def _document(requirement: Requirement) -> dict[str, Any]:
    return {
        "paths": list(requirement.paths),
        "optional": requirement.optional,
        "section": requirement.section,
        "line": requirement.line,
        "ways": [
            {
                "owners": [owner.text for owner in way.owners],
                # null: everyone of them
                "approvals": None if way.approvals == EVERYONE else way.approvals,
            }
            for way in requirement.ways
        ],
    }
