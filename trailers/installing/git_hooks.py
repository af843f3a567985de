"""git's hooks: in git's configuration where git reads them there (git-hook(1), since 2.54), else pre-commit.

The configuration is the repository's own, or the user's, and is not committed: it names the interpreter of
undersign's environment. git calls a command with the hook's arguments behind it.
"""

from shlex import quote

from trailers.typed import Iterator

SINCE = (2, 54)
# Name in git's configuration: module and arguments, event.
HOOKS = {
    "undersign-write": ("prepare_message", "prepare-commit-msg"),
    "undersign-disclosure": ("disclosure --fix", "commit-msg"),
    "undersign-range": ("push", "pre-push"),
}
PRE_COMMIT = """\
default_install_hook_types: [pre-commit, prepare-commit-msg, commit-msg, pre-push]
repos:
  - repo: <undersign's repository>
    rev: v{version}
    hooks:
      - id: ai-disclosure-write
      - id: ai-disclosure
        args: [--fix]
      - id: ai-disclosure-range
"""


def settings(python: str) -> Iterator[tuple[str, str]]:
    """The keys of git's configuration, and their values."""
    for name, (module, event) in HOOKS.items():
        yield f"hook.{name}.command", f"{quote(python)} -I -m hooks.{module}"
        yield f"hook.{name}.event", event


def pre_commit_text(version: str) -> str:
    """What belongs into .pre-commit-config.yaml."""
    return PRE_COMMIT.format(version=version)
