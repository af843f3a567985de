"""A CI's variables: what is set, what is missing, what is malformed."""

from trailers.ci.object_id import BASE_REMEDY, object_id
from trailers.ci.request import Environ
from trailers.ci.tracking import is_branch_name
from trailers.errors import RangeError


def value(environ: Environ, name: str) -> str | None:
    """The variable, None where it is not set or empty: most CIs give empty for "does not apply"."""
    return environ.get(name) or None


def is_on(environ: Environ, name: str) -> bool:
    """Whether a yes-or-no variable says yes; CIs write `true`, `True`, `yes` or `1`."""
    return environ.get(name, "").lower() not in ("", "false", "0", "no")


def required(environ: Environ, name: str, source: str) -> str:
    """The variable, RangeError where it is not set."""
    found = value(environ, name)
    if found is None:
        raise RangeError(f"{source} did not set {name}", BASE_REMEDY)
    return found


def required_id(environ: Environ, name: str, source: str) -> str:
    """The whole object id that the variable holds; RangeError where it holds none."""
    return object_id(required(environ, name, source), name)


def no_base(source: str, why: str, default_branch: str | None = None) -> RangeError:
    """The error for an event that has no base. The remedy names the base; it is never guessed."""
    import shlex  # only where a remedy is written

    branch = default_branch if default_branch and is_branch_name(default_branch) else "main"
    return RangeError(
        f"{source} gives no base: {why}", f"undersign verify --base {shlex.quote(f'origin/{branch}')}"
    )
