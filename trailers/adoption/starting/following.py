"""The commands that lead from here to the first verified pull request, in order; each works as it stands."""

import re
from shlex import quote

from trailers.adoption.facts.facts import Facts
from trailers.installing import agents_md
from trailers.typed import NamedTuple

BRANCH = "adopt-undersign"
# https://www.conventionalcommits.org/en/v1.0.0/
_CONVENTIONAL = re.compile(r"[a-z]+(\([^)\n]*\))?!?: ")


class Setting(NamedTuple):
    """What the commands depend on besides the facts.

    `undersign` is how it is called here; `folder` is where to go first, empty where one is there. `base` is
    the branch that the change is for, as git names it here, empty before the first commit; `new_branch`
    whether one has to be made for the change. `remote` is where to push; `pre_commit` is the runner on PATH,
    and `hooks` whether one is needed. `messages` are those of the last commits.
    """

    undersign: str
    folder: str = ""
    base: str = ""
    new_branch: bool = False
    remote: str = ""
    pre_commit: str = ""
    hooks: bool = True
    messages: tuple[str, ...] = ()


class Step(NamedTuple):
    """A command, and what it is for."""

    command: str
    why: str


def steps_after(facts: Facts, setting: Setting, paths: tuple[str, ...]) -> tuple[Step, ...]:
    """The commands."""
    return (
        *_hooks(setting),
        *_assistants(facts, setting),
        *_commit(setting, (*paths, *_told(facts)) if paths else ()),
        *_verify(facts, setting),
    )


def _hooks(setting: Setting) -> list[Step]:
    steps = [Step(f"cd {quote(setting.folder)}", "")] if setting.folder else []
    if setting.new_branch:
        steps.append(Step(f"git switch -c {BRANCH}", "a branch for the change"))
    if not setting.hooks:
        return steps
    if not setting.pre_commit:
        steps.append(Step("pipx install pre-commit", "or: uv tool install pre-commit"))
    return [*steps, Step(f"{setting.pre_commit or 'pre-commit'} install", "git calls the hooks from now on")]


def _commit(setting: Setting, paths: tuple[str, ...]) -> list[Step]:
    if not paths:
        return []
    return [
        Step(f"git add {' '.join(map(quote, paths))}", ""),
        Step(_committing(setting.messages), ""),
    ]


def _committing(messages: tuple[str, ...]) -> str:
    """The commit, in the form that most of the last ones have."""
    half = len(messages) / 2
    sign_off = " -s" if sum("\nSigned-off-by: " in one for one in messages) > half else ""
    if sum(bool(_CONVENTIONAL.match(one)) for one in messages) > half:
        return f'git commit{sign_off} -m "ci: verify who, or what, made each change"'
    return f'git commit{sign_off} -m "Verify who, or what, made each change"'


def _verify(facts: Facts, setting: Setting) -> list[Step]:
    if not setting.base:
        return [Step(f"{setting.undersign} verify --all", "what CI will say")]
    steps = [Step(f"{setting.undersign} verify {quote(setting.base)}..HEAD", "what CI will say")]
    if setting.remote:
        request = "merge request" if facts.forge and facts.forge.name == "gitlab" else "pull request"
        steps.append(Step(f"git push -u {quote(setting.remote)} HEAD", f"and open the {request}"))
    return steps


def _told(facts: Facts) -> tuple[str, ...]:
    """What `undersign install` edits and is there in any case, so that git can add it."""
    return tuple(agents_md.FILE for assistant in facts.assistants if assistant.name == "agents-md")


def _assistants(facts: Facts, setting: Setting) -> list[Step]:
    if not facts.assistants:
        return []
    options = " ".join(f"--{assistant.name}" for assistant in facts.assistants)
    why = "so that assistants are told what is missing; commit what it writes"
    return [Step(f"{setting.undersign} install {options}", why)]
