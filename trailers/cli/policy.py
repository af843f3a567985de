"""`undersign policy`: the effective policy, its mistakes, and its JSON Schema."""

import os
from typing import TYPE_CHECKING

import typer

from trailers.cli.console import git_in
from trailers.cli.options import Directory
from trailers.errors import GitError

if TYPE_CHECKING:
    from trailers.policy.policy import Policy

app = typer.Typer(help="Show, check and describe the policy.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def show(directory: Directory = ".") -> int:
    """Print the policy of the work tree, with every default, as TOML."""
    from trailers.policy.showing import show as shown

    typer.echo(shown(_work_tree_policy(directory)), nl=False)
    return 0


@app.command(short_help="Say whether the policy of the work tree can be read.")
def check(directory: Directory = ".") -> int:
    """Say whether the policy of the work tree can be read, and each mistake in it."""
    policy = _work_tree_policy(directory)
    typer.echo(f"policy: {policy.source}: no mistakes")
    return 0


@app.command()
def schema() -> int:
    """Print the JSON Schema of undersign.toml."""
    import json

    from trailers.policy.schema import schema as described
    from trailers.verify.registry import RULE_NAMES

    names = [*RULE_NAMES, *RULE_NAMES.values()]
    typer.echo(json.dumps(described(names), indent=2))
    return 0


def _work_tree_policy(directory: str) -> "Policy":
    from trailers.policy.work_tree import policy_at
    from trailers.verify.registry import RULE_NAMES

    answer = git_in(directory).ask("rev-parse", "--show-toplevel")
    if answer is None:
        raise GitError(f"no work tree here: {directory}", "run it inside one, or name one with -C DIRECTORY")
    return policy_at(os.fsdecode(answer).rstrip("\n"), RULE_NAMES)
