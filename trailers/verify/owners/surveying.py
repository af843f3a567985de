"""From a repository to what the rules about owners look at: the CODEOWNERS file that counts, and the paths.

The index is what the next commit holds, so it is the index's file that counts there, and all paths in it;
of a commit it is its own. The work tree is not looked at, and nothing is written.
"""

from collections.abc import Callable
from typing import NamedTuple

from trailers.errors import GitError
from trailers.ownership.decision import Decision
from trailers.ownership.survey import Survey
from trailers.process import Git
from trailers.repository.listing import begin_index_files, begin_tree_files, tree_paths
from trailers.repository.staged import Changes, begin_renames
from trailers.verify.owners.begun import Begun, begin_index
from trailers.verify.owners.found import Found, Wanted, begin_codeowners, found_among, parsed, places_for

_NOTHING = Decision((), (), ())


class Surveyed(NamedTuple):
    """What the rules look at, and how the file was found."""

    survey: Survey
    found: Found


def survey_staged(git: Git, wanted: Wanted, changing: Callable[[], Changes]) -> Surveyed:
    """The paths that the next commit changes, or all that it holds where these are not enough.

    They are not where a path is gone, so that its entry may be dead; where what decides about owners is
    changed; and where nothing is staged. `changing` are the changes, as `begin_staged` gives them. What is
    not among them is as HEAD has it, which git tells without reading the index again.
    """
    finding = begin_tree_files(git, "HEAD", places_for(wanted))
    # What is needed later is loaded while git works.
    from trailers.ownership.matching.decide import decide

    try:
        found = found_among(finding(), wanted)
        reading = begin_codeowners(git, found)
        import trailers.ownership.judging  # noqa: F401

        changes = changing()
        data = reading()
    except GitError:  # before the first commit there is no HEAD; where git cannot answer, it fails below too
        return survey_index(git, wanted, begin_index(git))
    if changes.gone or not changes.paths or not _deciding(found, wanted).isdisjoint(changes.paths):
        return survey_index(git, wanted, begin_index(git), moves=bool(changes.gone))
    codeowners = parsed(found, data, changes.paths)
    decision = decide(codeowners, changes.paths, found.dialect.combines) if codeowners else _NOTHING
    survey = Survey(codeowners, found.dialect, decision, looked=found.looked, others=found.others)
    return Surveyed(survey._replace(size=len(data), whole=False), found)


def survey_index(git: Git, wanted: Wanted, begun: Begun, *, moves: bool = True) -> Surveyed:
    """All that the next commit holds; `moves` says whether a path in it may have been moved."""
    finding = begin_index_files(git, places_for(wanted)) if wanted.file else begun.files
    import trailers.ownership.judging  # noqa: F401
    from trailers.ownership.matching.decide import decide

    found = found_among(finding(), wanted)
    reading = begin_codeowners(git, found)
    # Only where an entry is dead somebody will ask for it; by then it is done.
    moving = begin_renames(git) if moves else dict
    paths = begun.paths()
    data = reading()
    codeowners = parsed(found, data)
    decision = decide(codeowners, paths, found.dialect.combines) if codeowners else _NOTHING
    survey = Survey(codeowners, found.dialect, decision, looked=found.looked, others=found.others)
    renames = {} if all(decision.matched) else moving()
    return Surveyed(survey._replace(size=len(data), renames=renames), found)


def survey_commits(git: Git, wanted: Wanted, base: str | None, head: str) -> Surveyed:
    """What the commit `head` holds; only the paths that differ in `base` are asked for their owners."""
    from trailers.ownership.matching.decide import decide

    found = found_among(begin_tree_files(git, head, places_for(wanted))(), wanted)
    data = begin_codeowners(git, found)()
    codeowners = parsed(found, data)
    decision = _NOTHING
    if codeowners:
        decision = decide(codeowners, tree_paths(git, head), found.dialect.combines)
    survey = Survey(codeowners, found.dialect, decision, looked=found.looked, others=found.others)
    if base is not None and codeowners:
        from trailers.repository.staged import changed_between, renames_between

        changed = set(changed_between(git, base, head).paths)
        judged = [place for place, path in enumerate(decision.paths) if path in changed]
        renames = {} if all(decision.matched) else renames_between(git, base, head)
        survey = survey._replace(judged=judged, renames=renames)
    return Surveyed(survey._replace(size=len(data)), found)


def _deciding(found: Found, wanted: Wanted) -> frozenset[str]:
    """The paths on which the verdict about every other one depends."""
    return frozenset((*found.looked, wanted.people, wanted.baseline))
