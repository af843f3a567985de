"""From a repository to what the rules about owners look at: the CODEOWNERS file that counts, and the paths.

The index is what the next commit holds, so it is the index's file that counts there, and all paths in it;
of a commit it is its own. The work tree is not looked at, and nothing is written.
"""

from trailers.errors import GitError
from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.decision import Decision
from trailers.ownership.survey import Survey
from trailers.policy.owners import OwnersPolicy
from trailers.process import Git
from trailers.repository.committed import Committed
from trailers.repository.listing import Tracked, begin_index_files, begin_tree_files, tree_paths
from trailers.repository.staged import Changes, begin_renames, begin_staged
from trailers.typed import Callable, Mapping, NamedTuple, Sequence
from trailers.verify.owners.begun import Begun, begin_index
from trailers.verify.owners.found import Found, begin_codeowners, found_among, parsed, places_for

_NOTHING = Decision((), (), ())


class Read(NamedTuple):
    """A file as it is read, with its size in bytes; `codeowners` is None where there is none."""

    found: Found
    codeowners: CodeOwners | None
    size: int


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
        return survey_index(git, wanted, begin_index(git), lambda: changes)
    codeowners = parsed(found, data, changes.paths)
    survey, found = _surveyed(Read(found, codeowners, len(data)), changes.paths)
    return Surveyed(survey._replace(whole=False), found)


def survey_index(
    git: Git, wanted: OwnersPolicy, begun: Begun, changing: Callable[[], Changes] | None = None
) -> Surveyed:
    """All that the next commit holds; `changing` are the changes, where they are asked for already.

    HEAD's file is taken while git tells whether the index has the same, and is nearly always: to ask for the
    index's own, git would have to read the whole index once more.
    """
    import trailers.ownership.judging
    import trailers.ownership.matching.decide
    import trailers.ownership.matching.walk  # noqa: F401

    head = _in_head(git, wanted, begun)
    changing = changing or begin_staged(git, head.tree if head else "")
    read = _read_here(git, wanted, head) if head else None
    paths = begun.paths()
    surveyed = _surveyed(read, paths) if read else None
    changes = _known(changing)
    if surveyed is None or changes is None or _changes_any(changes, places_for(wanted)):
        surveyed = _surveyed(_read(git, wanted, _in_index(git, wanted, head, changes)), paths)
    survey, found = surveyed
    if changes and changes.gone and not all(survey.decision.matched):
        survey = survey._replace(renames=begin_renames(git)())
    return Surveyed(survey, found)


def _in_head(git: Git, wanted: OwnersPolicy, begun: Begun) -> Committed | None:
    """What HEAD has where the file may be; None where there is no HEAD, or this clone does not tell."""
    try:
        if wanted.file:  # what was begun is where forges look
            return Committed(begin_tree_files(git, "HEAD", places_for(wanted))(), {}, "HEAD")
        return begun.committed()
    except GitError:
        return None


def _known(changing: Callable[[], Changes]) -> Changes | None:
    """The changes; None where git cannot tell them, since this clone does not have HEAD's trees."""
    try:
        return changing()
    except GitError:
        return None


def _changes_any(changes: Changes, places: Sequence[str]) -> bool:
    return not {*changes.paths, *changes.gone}.isdisjoint(places)


def _in_index(
    git: Git, wanted: OwnersPolicy, head: Committed | None, changes: Changes | None
) -> dict[str, Tracked]:
    """What the index has where the file may be, without what is only meant to be added (`git add -N`)."""
    files = begin_index_files(git, places_for(wanted))()
    if head is None or changes is None:
        return files
    kept = {*changes.paths, *(head.files.keys() - set(changes.gone))}
    return {path: file for path, file in files.items() if path in kept}


def survey_commits(git: Git, wanted: OwnersPolicy, base: str | None, head: str) -> Surveyed:
    """What the commit `head` holds; only the paths that differ in `base` are asked for their owners."""
    read = _read(git, wanted, begin_tree_files(git, head, places_for(wanted))())
    survey, found = _surveyed(read, tree_paths(git, head) if read.codeowners else ())
    if base is not None and read.codeowners:
        from trailers.repository.staged import changed_between, renames_between

        changed = set(changed_between(git, base, head).paths)
        judged = [place for place, path in enumerate(survey.decision.paths) if path in changed]
        renames = {} if all(survey.decision.matched) else renames_between(git, base, head)
        survey = survey._replace(judged=judged, renames=renames)
    return Surveyed(survey, found)


def _read_here(git: Git, wanted: OwnersPolicy, head: Committed) -> Read | None:
    """As `_read`, of HEAD; None where this clone does not have its file."""
    try:
        return _read(git, wanted, head.files, head.contents)
    except GitError:
        return None


def _read(
    git: Git, wanted: OwnersPolicy, files: Mapping[str, Tracked], contents: Mapping[str, bytes] | None = None
) -> Read:
    """The file that counts among these; `contents` are what is read of them already."""
    found = found_among(files, wanted)
    data = begin_codeowners(git, found, contents)()
    return Read(found, parsed(found, data), len(data))


def _surveyed(read: Read, paths: Sequence[str]) -> Surveyed:
    """What the file decides about the paths."""
    from trailers.ownership.matching.decide import decide
    from trailers.ownership.matching.places import Places

    found, codeowners, size = read
    decision = decide(codeowners, Places(paths), found.dialect.combines) if codeowners else _NOTHING
    survey = Survey(codeowners, found.dialect, decision, looked=found.looked, others=found.others, size=size)
    return Surveyed(survey, found)


def _deciding(found: Found, wanted: OwnersPolicy) -> frozenset[str]:
    """The paths on which the verdict about every other one depends."""
    return frozenset((*found.looked, wanted.people, wanted.baseline))
