"""The plan: which files change, and how; and what a person is told besides."""

from trailers.adoption.facts.facts import Facts
from trailers.adoption.facts.hook_manager import PRE_COMMIT
from trailers.adoption.starting import codeowners, github, gitlab, hooks, policy
from trailers.adoption.starting.planned import Plan, Planned, Read
from trailers.adoption.starting.wanted import Wanted
from trailers.errors import UsageError
from trailers.installing.change import made
from trailers.policy.presence import OWN_FILE

# Recipes by the names of trailers.adoption.facts.ci.
RECIPES = ("azure-pipelines", "bitbucket", "buildkite", "circleci", "jenkins")


def plan_of(facts: Facts, read: Read, wanted: Wanted) -> Plan:
    """What is to be done. UsageError names the file that is not understood."""
    parts = (
        *([_policy(facts, wanted)] if "policy" in wanted.parts else []),
        *([hooks.plan(facts, read, wanted)] if "hooks" in wanted.parts else []),
        *([_ci(facts, read, secrets=hooks.looks_for_secrets(facts, wanted))] if "ci" in wanted.parts else []),
    )
    if "codeowners" in wanted.parts:
        paths = [file.path for part in parts for file in part.files]
        hooks_file = PRE_COMMIT in (*paths, *(path for tool in facts.hook_managers for path in tool.files))
        parts = (*parts, _codeowners(facts, wanted, hooks_file=hooks_file))
    files = (file for part in parts for file in part.files if file.change.before != file.change.after)
    return Plan(tuple(files), tuple(note for part in parts for note in part.notes))


def ci_file(facts: Facts) -> str:
    """The CI file that is written or added to; empty where that is left to a person."""
    names = {ci.name for ci in facts.cis}
    forge = facts.forge.name if facts.forge else ""
    if forge == "gitlab" or ("gitlab" in names and "github-actions" not in names):  # or a mirror
        return gitlab.FILE
    return github.FILE if forge == "github" else ""


def _policy(facts: Facts, wanted: Wanted) -> Plan:
    if facts.policies:
        return Plan(notes=(f"there is a policy already: {', '.join(facts.policies)}",))
    return Plan((Planned(OWN_FILE, made(policy.policy_text(facts, wanted.exempt))),))


def _ci(facts: Facts, read: Read, *, secrets: bool) -> Plan:
    others = [ci.name for ci in facts.cis if ci.name in RECIPES]
    notes = tuple(f"{name}: the job is in docs/how-to/ci/{name}.md of undersign" for name in others)
    file = ci_file(facts)
    if file == github.FILE:
        if read(file) is not None:
            return Plan(notes=(f"{file} is there already", *notes))
        text = github.workflow_text(facts.default_branch or "main", secrets=secrets)
        return Plan((Planned(file, made(text)),), notes)
    if file == gitlab.FILE:
        try:
            result = gitlab.put_job(read(file), secrets=secrets)
        except UsageError as error:
            raise UsageError(f"{file}: {error.message}", error.remedy) from error
        return Plan((Planned(file, result.change),), (*result.notes, *notes))
    return Plan(notes=notes or ("no CI is known here, so that none is set up: docs/how-to/ci of undersign",))


def _codeowners(facts: Facts, wanted: Wanted, *, hooks_file: bool) -> Plan:
    if facts.codeowners:
        if wanted.owners:
            return Plan(notes=(f"{facts.codeowners[0]} is there already: --owner changes nothing in it",))
        return Plan()
    forge = facts.forge.name if facts.forge else ""
    place = codeowners.PLACES.get(forge)
    if not place:
        why = f"{forge} reads no CODEOWNERS" if forge else "the forge is not known (--forge names it)"
        return Plan(notes=(f"no CODEOWNERS is written: {why}",))
    protected = [OWN_FILE, *([PRE_COMMIT] if hooks_file else []), *filter(None, [ci_file(facts)]), place]
    text = codeowners.codeowners_text(forge, wanted.owners, protected)
    note = () if wanted.owners else (f"{place} owns nothing yet: give --owner @name, or fill it in",)
    return Plan((Planned(place, made(text)),), note)
