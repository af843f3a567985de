"""Whether somebody is asked when the files change that decide how changes are judged."""

import os

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.errors import PolicyError
from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.registry import dialect_at, dialect_named
from trailers.ownership.matching.decide import decide
from trailers.typed import Iterator, Sequence


def check(seen: Seen) -> Iterator[Diagnosis]:
    """The policy, CODEOWNERS itself, CI and hooks, and the files that the policy names."""
    wanted = seen.policy.owners
    path = wanted.file.lstrip("/") or next(iter(seen.facts.codeowners), "")
    text = seen.tree.read(path) if path else None
    if text is None:
        if not path or path not in seen.tree.paths:
            yield _none(seen)
        return
    try:
        dialect = dialect_named(wanted.dialect) if wanted.dialect else dialect_at(path)
    except PolicyError as error:
        yield Diagnosis("owners", "owners-dialect", "problem", error.message, "", error.remedy)
        return
    files = _judging(seen, path)
    open_ = unowned(dialect.parse(text, path), dialect, files)
    if open_:
        yield Diagnosis(
            "owners",
            "owners-cover",
            "problem" if seen.policy.approver.rule == "owner" else "warning",
            f"{path} gives no owner to {', '.join(open_)}",
            "a change can edit them, and nobody who answers for them is asked",
            "\n".join(f"/{one} @owner" for one in open_),
            path,
        )
    else:
        yield Diagnosis(
            "owners",
            "owners-cover",
            "ok",
            f"{path} has an owner for all {len(files)} files that judge",
            path=path,
        )


def unowned(codeowners: CodeOwners, dialect: Dialect, paths: Sequence[str]) -> list[str]:
    """The paths that no entry with an owner decides about."""
    decision = decide(codeowners, sorted(set(paths), key=os.fsencode), dialect.combines)
    entries = codeowners.entries
    return [
        path
        for path, deciding in zip(decision.paths, decision.deciding, strict=True)
        if not any(entries[place].owners and not entries[place].excludes for place in deciding)
    ]


def _judging(seen: Seen, codeowners: str) -> list[str]:
    policy = seen.policy
    named = (policy.owners.people, policy.owners.baseline, policy.secrets.baseline, policy.secrets.rules)
    paths = (codeowners, *seen.set_up, *named)
    return list(dict.fromkeys(path for path in paths if path in seen.tree.paths))


def _none(seen: Seen) -> Diagnosis:
    if seen.policy.approver.rule == "owner":
        why = 'approver.rule is "owner": verify has nobody to ask, and ends with 2'
        return Diagnosis(
            "owners", "no-owners", "problem", "there is no CODEOWNERS file", why, "undersign init"
        )
    why = "a change can edit the policy and the CI file, and nobody who answers for them is asked"
    return Diagnosis("owners", "no-owners", "warning", "there is no CODEOWNERS file", why, "undersign init")
