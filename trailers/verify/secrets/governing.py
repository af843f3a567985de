"""What governs a scan: the policy's table `[secrets]` with what was typed, and the files that it names.

For files and for the index it is the work tree's, a convenience. A range is judged by the copy at its base,
so that no change accepts its own secrets.
"""

import os

from trailers.errors import PolicyError
from trailers.policy.presence import may_have_policy
from trailers.policy.secrets import SecretsPolicy
from trailers.typed import TYPE_CHECKING, Callable, Mapping, MappingProxyType, NamedTuple
from trailers.verify.secrets.asked import Asked

if TYPE_CHECKING:
    from trailers.repository.opening import Repository
    from trailers.repository.revision import Range

NO_POLICY = "the defaults (no policy)"


class File(NamedTuple):
    """A file that the policy or the user names: what it is called, and its bytes.

    `beside` gives the text of another one by its path from there.
    """

    name: str
    data: bytes
    beside: Callable[[str], str] | None = None


class Governing(NamedTuple):
    """By what to judge. `severity` is the policy's, by rule; the last three say where that was read."""

    wanted: SecretsPolicy = SecretsPolicy()
    baseline: File | None = None
    rules: File | None = None
    severity: Mapping[str, str] = MappingProxyType({})
    source: str = NO_POLICY
    digest: str | None = None
    path: str | None = None


def governing_beside(asked: Asked, top: str, *, accepting: bool = True) -> Governing:
    """As the work tree has it, whose top is empty outside of one; without a baseline if not `accepting`."""
    found = Governing()
    if top and may_have_policy(top):
        from trailers.policy.files import digest
        from trailers.policy.work_tree import policy_file_at

        file = policy_file_at(top)
        if file:
            policy = file.policy
            named = (file.name, digest(file.data), file.name)
            found = Governing(policy.secrets, None, None, policy.severity, *named)
    wanted = found.wanted
    if wanted.baseline and accepting and not asked.baseline:
        found = found._replace(baseline=_beside(top, wanted.baseline, "baseline"))
    if wanted.rules and not asked.rules:
        found = found._replace(rules=_beside(top, wanted.rules, "rules"))
    return _with_typed(found, asked, accepting=accepting)


def governing_at(
    asked: Asked, repository: "Repository", range_: "Range", *, accepting: bool = True
) -> Governing:
    """As the base of the range has it; as its end where there is no base."""
    from trailers.verify.base import read_base

    base = read_base(repository, range_)
    commit = range_.base or range_.head
    wanted = base.policy.secrets
    found = Governing(wanted, None, None, base.policy.severity, *base.source)
    if wanted.baseline and accepting and not asked.baseline:
        found = found._replace(baseline=_stored(repository, commit, wanted.baseline, "baseline"))
    if wanted.rules and not asked.rules:
        found = found._replace(rules=_stored(repository, commit, wanted.rules, "rules"))
    return _with_typed(found, asked, accepting=accepting)


def _with_typed(found: Governing, asked: Asked, *, accepting: bool) -> Governing:
    """What was typed stands for what the policy says."""
    if asked.baseline and accepting:
        found = found._replace(baseline=typed_file(asked.baseline, "baseline"))
    if asked.rules:
        found = found._replace(rules=typed_file(asked.rules, "rules"))
    wanted = found.wanted
    if asked.mode or asked.decode or asked.archives:
        wanted = wanted._replace(
            mode="compat" if (asked.mode or wanted.mode) == "compat" else "default",
            decode=asked.decode or wanted.decode,
            archives=asked.archives or wanted.archives,
        )
    return found._replace(wanted=wanted)


def typed_file(path: str, what: str) -> File:
    """A file that was typed; PolicyError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return File(path, file.read(), lambda other: _text_beside(path, other, what))
    except OSError as error:
        raise PolicyError(
            f"the {what} {path} cannot be read: {error.strerror}", _remedy(what, path)
        ) from error


def _beside(top: str, name: str, what: str) -> File:
    try:
        return typed_file(os.path.join(top, name), what)._replace(name=name)
    except PolicyError as error:
        raise PolicyError(f"secrets.{what}: {error.message}", error.remedy) from error


def _stored(repository: "Repository", commit: str, name: str, what: str) -> File:
    from trailers.repository.listing import begin_read, begin_tree_files

    tracked = begin_tree_files(repository.git, commit, (name,))().get(name)
    if tracked is None:
        raise PolicyError(f"secrets.{what}: there is no file {name} at {commit}", _remedy(what, name))

    def beside(other: str) -> str:
        inner = os.path.normpath(os.path.join(os.path.dirname(name), other)).replace(os.sep, "/")
        return _stored(repository, commit, inner, what).data.decode("utf-8", "replace")

    return File(name, begin_read(repository.git, tracked)(), beside)


def _text_beside(path: str, other: str, what: str) -> str:
    return typed_file(os.path.join(os.path.dirname(path), other), what).data.decode("utf-8", "replace")


def _remedy(what: str, name: str) -> str:
    return f"undersign secrets baseline create {name}" if what == "baseline" else "write it, or name another"
