"""Which approvals a change needs, and which of them it still lacks.

`required` says who must approve, from the changed paths and the rules at the base; `met` and `unmet` say
whether given addresses are enough. Nothing here decides whose word is genuine, nor whether an author may
approve: that is the caller's, who leaves such addresses out.

    codeowners = dialect.parse(text_at_base, "CODEOWNERS")
    decision = decide(codeowners, changed_paths, dialect.combines)
    still_open = unmet(required(codeowners, decision, dialect.combines), approvers, roster)

What each forge asks for:

- GitHub, Bitbucket: the last match decides, and any one of its owners is enough. Paths with the same owners
  are one requirement; paths with others are another, and all have to be met (GitHub, "About code owners").
- GitLab: the same in each section, with the section's count. An optional section is listed, and never open.
  A count above the number of owners stays, and cannot be met: GitLab takes such a rule for approved
  (gitlab-org/gitlab!117557), which would let nobody do for two.
- Gitea, Forgejo: every match holds and none outranks another, so each matching line is a requirement of its
  own, as in Gitea's `HasAllRequiredCodeownerReviews`: an approval for each rule that matches. Were one owner
  of the union enough, a line for everybody's files would empty every other line.
- Mibex: owners are asked for, and `Check()` says how many have to approve. A check holds where a group of it
  owns a changed path; other groups of it are left out. Owners of whom no check speaks need one approval.

A path without owners, or whose owners were cleared, needs nothing: that is a finding of coverage's.
"""

from trailers.ownership.codeowners import CodeOwners, Entry, Section
from trailers.ownership.decision import Decision
from trailers.ownership.dialects.dialect import Combines
from trailers.ownership.handle import folded
from trailers.ownership.requirement import EVERYONE, Requirement, Unmet
from trailers.ownership.roster import Roster
from trailers.typed import Collection, Iterable, Sequence

_Key = tuple[int, frozenset[str]]  # a section's place, and the owners as they are compared


def required(codeowners: CodeOwners, decision: Decision, combines: Combines) -> tuple[Requirement, ...]:
    """The approvals that a change of the decision's paths needs, in the order of their lines.

    `codeowners` is the base's file: the change's own copy could grant itself approval. Paths that are
    deleted or renamed away belong to the change too.
    """
    needs = _by_owners(codeowners, decision, combines)
    if codeowners.checks or codeowners.groups:
        from trailers.ownership.merge_checks import checked

        needs = checked(needs, codeowners.checks, codeowners.groups)
    return tuple(sorted(needs, key=lambda need: need.line))


def met(requirement: Requirement, approvers: Collection[str], roster: Roster) -> bool:
    """Whether people with these e-mail addresses are enough; an optional requirement always is.

    Different people count, not addresses: whose two addresses are in the roster counts once.
    """
    return not unmet((requirement,), approvers, roster)


def unmet(
    requirements: Sequence[Requirement], approvers: Collection[str], roster: Roster
) -> tuple[Unmet, ...]:
    """The requirements that these approvals leave open, in their order, and for each why."""
    given = frozenset(map(folded, approvers))
    told = (_told(one, given, roster) for one in requirements if not one.optional)
    return tuple(one for one in told if one.missing)


def _told(requirement: Requirement, given: frozenset[str], roster: Roster) -> Unmet:
    """What a requirement lacks; `missing` is 0 where it is met."""
    missing = []
    could: set[str] = set()
    unresolved: dict[str, None] = {}
    for owners, approvals in requirement.ways:
        speaking = {owner.text: roster.persons_of(owner) for owner in owners}
        unknown = [name for name, people in speaking.items() if not people]
        people = frozenset().union(*speaking.values())
        mute = {person for person in people if not roster.addresses_of(person)}
        approved = {person for person in people if not given.isdisjoint(roster.addresses_of(person))}
        # Where everyone has to approve, one who cannot keeps it open.
        needed = len(people) + len(unknown) if approvals == EVERYONE else approvals
        missing.append(max(needed - len(approved), 0))
        could |= people - approved - mute
        unresolved.update(dict.fromkeys((*unknown, *sorted(mute))))
    return Unmet(requirement, min(missing), tuple(sorted(could)), tuple(unresolved))


def _by_owners(codeowners: CodeOwners, decision: Decision, combines: Combines) -> list[Requirement]:
    """One requirement for each set of owners, and in each section."""
    asking: dict[_Key, Entry] = {}
    paths: dict[_Key, dict[str, None]] = {}
    keys: dict[int, _Key | None] = {}
    for path, deciding in zip(decision.paths, decision.deciding, strict=True):
        for place in deciding:
            entry = codeowners.entries[place]
            if place not in keys:
                keys[place] = key = _key(entry, combines)
                if key and (key not in asking or entry.line < asking[key].line):
                    asking[key] = entry
            if key := keys[place]:
                paths.setdefault(key, {})[path] = None
    sections = codeowners.sections if combines == "sections" else (Section(),)
    return [_need(asking[key], held, sections[key[0]]) for key, held in paths.items()]


def _key(entry: Entry, combines: Combines) -> _Key | None:
    """Entries with the same key ask for the same; None for one that asks for nothing."""
    if entry.excludes or not entry.owners:
        return None
    names = frozenset(folded(owner.text) for owner in entry.owners)
    return entry.section if combines == "sections" else 0, names


def _need(entry: Entry, paths: Iterable[str], section: Section) -> Requirement:
    return Requirement(
        tuple(paths),
        tuple({folded(owner.text): owner for owner in entry.owners}.values()),
        section.approvals,
        optional=section.approvals == 0,
        section=section.name,
        line=entry.line,
    )
