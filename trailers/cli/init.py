"""`undersign init`: what a repository needs to begin with, from what it has."""

from typing import Annotated

import typer

from trailers.cli.options import Directory

Flag = typer.Option


def init(
    directory: Directory = ".",
    dry_run: Annotated[bool, Flag("--dry-run", help="Show what would change, and stop.")] = False,
    yes: Annotated[bool, Flag("--yes", help="Do not ask.")] = False,
    forge: Annotated[
        str, Flag("--forge", metavar="NAME", help="github, gitlab, …: where the remote does not tell.")
    ] = "",
    owner: Annotated[
        list[str] | None, Flag("--owner", metavar="@NAME", help="Who owns everything; may be repeated.")
    ] = None,
    hooks_from: Annotated[
        str, Flag("--hooks-from", metavar="URL", help="The hooks' repository, in the place of local hooks.")
    ] = "",
    secrets: Annotated[
        bool | None, Flag("--secrets/--no-secrets", help="Look for secrets: the hook, and in CI.")
    ] = None,
    owners: Annotated[
        bool | None, Flag("--owners/--no-owners", help="The hook that judges CODEOWNERS.")
    ] = None,
    policy: Annotated[bool, Flag("--policy/--no-policy", help="undersign.toml.")] = True,
    hooks: Annotated[bool, Flag("--hooks/--no-hooks", help=".pre-commit-config.yaml.")] = True,
    ci: Annotated[bool, Flag("--ci/--no-ci", help="The CI's workflow or job.")] = True,
    codeowners: Annotated[bool, Flag("--codeowners/--no-codeowners", help="A CODEOWNERS file.")] = True,
) -> int:
    """Write policy, hooks, CI job and CODEOWNERS, as this repository needs them; it asks first."""
    from trailers.adoption.starting.wanted import PARTS, Wanted
    from trailers.cli.initialising import Asked, initialise

    given = dict(zip(PARTS, (policy, hooks, ci, codeowners), strict=True))
    parts = tuple(part for part in PARTS if given[part])
    wanted = Wanted(parts, hooks_from, tuple(owner or ()), secrets, owners)
    return initialise(Asked(wanted, directory, forge, dry_run, yes))
