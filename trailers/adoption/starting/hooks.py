"""The plan for the hooks: which ones, and in whose configuration."""

from trailers.adoption.facts.facts import Facts
from trailers.adoption.facts.hook_manager import PRE_COMMIT
from trailers.adoption.starting import elsewhere
from trailers.adoption.starting.planned import Plan, Planned, Read
from trailers.adoption.starting.pre_commit.config import Result, put_hooks
from trailers.adoption.starting.pre_commit.entries import HOOKS, Hooks
from trailers.adoption.starting.pre_commit.stages import DEFAULT
from trailers.adoption.starting.wanted import Wanted
from trailers.errors import UsageError
from trailers.version import VERSION

_OLD_SECRETS = """\
secrets that are there already stop whoever changes their files. To let them stand:
    undersign secrets baseline create secrets.json
and in undersign.toml, under [secrets]: baseline = "secrets.json"\
"""


def plan(facts: Facts, read: Read, wanted: Wanted) -> Plan:
    """The entries of .pre-commit-config.yaml; where something else rules the hooks, a note with the lines."""
    rivals = tuple(_rivals(facts))
    secrets = looks_for_secrets(facts, wanted)
    owners = bool(wanted.owners) if wanted.owners_hook is None else wanted.owners_hook
    notes = _left_notes(facts, rivals if wanted.secrets_hook is None else ())
    if ruler := elsewhere.ruled_by(facts):
        return Plan(notes=(*notes, elsewhere.note_for(ruler, facts, secrets=secrets)))
    left_out = {"secrets": not secrets, "codeowners": not owners}
    ids = tuple(hook.id for hook in HOOKS if not left_out.get(hook.id))
    asked = (*(("secrets",) if wanted.secrets_hook else ()), *(("codeowners",) if owners else ()))
    try:
        result = put_hooks(read(PRE_COMMIT), Hooks(ids, asked, wanted.hooks_from))
    except UsageError as error:
        raise UsageError(f"{PRE_COMMIT}: {error.message}", error.remedy) from error
    if secrets and not rivals and not result.standing.ids:
        notes = (*notes, _OLD_SECRETS)
    return Plan((Planned(PRE_COMMIT, result.change),), (*notes, *_change_notes(result)))


def looks_for_secrets(facts: Facts, wanted: Wanted) -> bool:
    """What is asked for; else, whether no other tool does that work."""
    return not _rivals(facts) if wanted.secrets_hook is None else wanted.secrets_hook


def _rivals(facts: Facts) -> list[str]:
    return [tool.name for tool in facts.other_tools if tool.work == "secrets"]


def _left_notes(facts: Facts, in_place_of_ours: tuple[str, ...]) -> tuple[str, ...]:
    """What is said of other tools: they stay, and some do what a hook of ours would."""
    left_out = "; the hook `secrets` is left out (--secrets puts it in)"
    return tuple(
        f"{tool.name} is left as it is ({', '.join(tool.files[:2])})"
        f"{left_out if tool.name in in_place_of_ours else ''}"
        for tool in facts.other_tools
    )


def _change_notes(result: Result) -> tuple[str, ...]:
    why = "keeps hooks that name no stage from running at the new ones"
    stages = tuple(f"{PRE_COMMIT}: {line} {why}" for line in result.top if line.startswith(DEFAULT))
    old = [version for version in result.standing.versions if version != VERSION]
    return (*stages, *((f"{PRE_COMMIT} has undersign {old[0]}; this is {VERSION}",) if old else ()))
