"""From a repository to what the rules about owners look at: the CODEOWNERS file that counts, and the paths.

The index is what the next commit holds, so it is the index's file that counts there, and all paths in it;
of a commit it is its own. The work tree is not looked at, and nothing is written.
"""

from collections.abc import Callable, Sequence

from trailers.errors import GitError
from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.decision import Decision
from trailers.ownership.survey import Survey
from trailers.policy.owners import OwnersPolicy
from trailers.process import Git
from trailers.repository.listing import begin_index_files, begin_tree_files, tree_paths
from trailers.repository.staged import Changes, begin_renames
from trailers.typed import NamedTuple
from trailers.verify.owners.begun import Begun, begin_index
from trailers.verify.owners.found import Found, begin_codeowners, found_among, found_at, parsed, places_for

_NOTHING = Decision((), (), ())


class Surveyed(NamedTuple):
    """What the rules look at, and how the file was found."""

    survey: Survey
    found: Found


def survey_staged(git: Git, wanted: OwnersPolicy, changing: Callable[[], Changes]) -> Surveyed:
    """The paths that the next commit changes, or all that it holds where these are not enough.

    They are not where a path is gone, so that its entry may be dead; where what decides about owners is
    changed; and where nothing is staged. `changing` are the changes, as `begin_staged` gives them. What is
    not among them is as HEAD has it, which git tells without reading the index again.
    """
    finding = begin_tree_files(git, "HEAD", places_for(wanted))
    # What is needed later is loaded while git works.
    import trailers.ownership.matching.decide

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
    survey = _survey(found, parsed(found, data, changes.paths), changes.paths, len(data))
    return Surveyed(survey._replace(whole=False), found)


def survey_index(git: Git, wanted: OwnersPolicy, begun: Begun, *, moves: bool = True) -> Surveyed:
    """All that the next commit holds; `moves` says whether a path in it may have been moved."""
    finding = begin_index_files(git, places_for(wanted)) if wanted.file else begun.files
    import trailers.ownership.judging
    import trailers.ownership.matching.decide  # noqa: F401

    found = found_among(finding(), wanted)
    reading = begin_codeowners(git, found)
    # Only where an entry is dead somebody will ask for it; by then it is done.
    moving = begin_renames(git) if moves else dict
    paths = begun.paths()
    data = reading()
    survey = _survey(found, parsed(found, data), paths, len(data))
    renames = {} if all(survey.decision.matched) else moving()
    return Surveyed(survey._replace(renames=renames), found)


def survey_commits(git: Git, wanted: OwnersPolicy, base: str | None, head: str) -> Surveyed:
    """What the commit `head` holds; only the paths that differ in `base` are asked for their owners."""
    found = found_at(git, head, wanted)
    data = begin_codeowners(git, found)()
    codeowners = parsed(found, data)
    survey = _survey(found, codeowners, tree_paths(git, head) if codeowners else (), len(data))
    if base is not None and codeowners:
        from trailers.repository.staged import changed_between, renames_between

        changed = set(changed_between(git, base, head).paths)
        judged = [place for place, path in enumerate(survey.decision.paths) if path in changed]
        renames = {} if all(survey.decision.matched) else renames_between(git, base, head)
        survey = survey._replace(judged=judged, renames=renames)
    return Surveyed(survey, found)


def _survey(found: Found, codeowners: CodeOwners | None, paths: Sequence[str], size: int) -> Survey:
    """What the file decides about the paths."""
    from trailers.ownership.matching.decide import decide

    decision = decide(codeowners, paths, found.dialect.combines) if codeowners else _NOTHING
    return Survey(codeowners, found.dialect, decision, looked=found.looked, others=found.others, size=size)


def _deciding(found: Found, wanted: OwnersPolicy) -> frozenset[str]:
    """The paths on which the verdict about every other one depends."""
    return frozenset((*found.looked, wanted.people, wanted.baseline))
