"""The hooks for what rules them already: lines for a person to put there.

uv's `uvx` runs the version that is named, in an environment of its own (https://docs.astral.sh/uv/guides/tools/).
"""

import json

from trailers.adoption.facts.facts import Facts
from trailers.adoption.facts.hook_manager import PRE_COMMIT
from trailers.version import VERSION

_HOOKS = {
    "pre-commit": "secret_scan --staged",
    "prepare-commit-msg": "prepare_message",
    "commit-msg": "disclosure --fix",
    "pre-push": "push",
}
# husky: https://typicode.github.io/husky, lefthook: https://lefthook.dev/configuration
_SHELL = ("husky", "a folder of scripts", "core.hooksPath", "simple-git-hooks", "yorkie")
# https://github.com/toplenboren/simple-git-hooks: one command a hook, and git has them when it has run.
_JOINING = {
    "simple-git-hooks": "; behind a command that is there put ` && ` and ours; then: npx simple-git-hooks"
}
_RULING = (*_SHELL, "lefthook", "prek", "overcommit", "captainhook", "hk", "npm's pre-commit")


def ruled_by(facts: Facts) -> str:
    """What rules the hooks here, if it is not pre-commit with a file that it reads; else nothing."""
    names = [manager.name for manager in facts.hook_managers]
    if "pre-commit" in names and "core.hooksPath" not in names:
        return ""
    return next((name for name in _RULING if name in names), "")


def lines_for(name: str, *, secrets: bool) -> str:
    """What belongs there: in its own language where that is known, else a command for each hook."""
    chosen = {event: module for event, module in _HOOKS.items() if secrets or event != "pre-commit"}
    if name == "lefthook":
        return "".join(_lefthook(event, module) for event, module in chosen.items())
    commands = {event: _command(module) + _arguments(event) for event, module in chosen.items()}
    if name == "simple-git-hooks":
        return "".join(f"{json.dumps(event)}: {json.dumps(command)}\n" for event, command in commands.items())
    folder = ".husky/" if name == "husky" else ""
    return "".join(f"{folder}{event}:\n    {command}\n" for event, command in commands.items())


def note_for(name: str, facts: Facts, *, secrets: bool) -> str:
    """What is said where nothing is written."""
    files = next((manager.files for manager in facts.hook_managers if manager.name == name), ())
    where = f" ({files[0]})" if files else ""
    return (
        f"{name}{where} rules the hooks here, so that {PRE_COMMIT} is not written. These lines belong there "
        f"(uv has to be installed{_JOINING.get(name, '')}), "
        f"or, with git 2.54: undersign install --git-hooks\n\n"
        f"{lines_for(name, secrets=secrets)}"
    )


def _command(module: str) -> str:
    return f"uvx --from undersign=={VERSION} python -I -m hooks.{module}"


def _arguments(event: str) -> str:
    """As git gives them (githooks(5)): pre-commit gets none."""
    return "" if event == "pre-commit" else ' "$@"'


def _lefthook(event: str, module: str) -> str:
    stdin = "      use_stdin: true\n" if event == "pre-push" else ""
    arguments = "" if event == "pre-commit" else " {0}"
    return f"{event}:\n  commands:\n    undersign:\n      run: {_command(module)}{arguments}\n{stdin}"
