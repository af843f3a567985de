"""The commands that are written into settings.

Each lets the tool go on where undersign is not there: a colleague may not have it, an environment may be
gone, and some tools take a command that cannot start for a refusal.
"""

from shlex import quote


def shared_command(tool: str) -> str:
    """For a project's settings, which are committed: no path of anybody's machine."""
    return f"sh -c 'command -v undersign >/dev/null || exit 0; exec undersign hook {tool}'"


def own_command(tool: str, python: str) -> str:
    """For a user's settings: isolated, by the interpreter of undersign's own environment.

    They count in every repository, so that only those with a policy of undersign's are judged.
    """
    run = f'exec "$0" -I -m hooks.assistant {tool} --only-with-policy'
    return f"sh -c 'test -x \"$0\" || exit 0; {run}' {quote(python)}"
