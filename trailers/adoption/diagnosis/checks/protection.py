"""Whether the forge keeps a change out that was not judged: nothing in a repository can tell."""

import re
from shlex import quote

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator

# github.com/repository-settings/app, rulesets as GitHub exports them, apache's .asf.yaml.
_AS_CODE = re.compile(
    r"\.github/settings\.ya?ml|\.github/rulesets?/.*\.json|\.asf\.yaml|\.github/branch-protection.*"
)
_TERRAFORM = re.compile(
    r"\b(?:github_branch_protection(?:_v3)?|github_repository_ruleset|gitlab_branch_protection)\b"
)
_GITHUB = "repos/{owner}/{repo}/rules/branches/"  # gh fills both in
_MOST = 100  # files of Terraform that are looked into


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Always unknown: what is written down may not be applied, and what is not may be."""
    if not seen.running.files and not seen.running.scripts:
        return
    files = list(_as_code(seen))
    said = (
        f"{', '.join(files)} says so, maybe; whether it is applied"
        if files
        else "whether the check is required"
    )
    what = f"{said} cannot be seen from here"
    why = (
        "if it is not, a merge needs no verdict, and a change can edit its own CI file; hooks alone can be "
        "gone around: --no-verify, SKIP, another client, an edit in the browser"
    )
    yield Diagnosis(
        "protection", "required-check", "unknown", what, why, _look(seen), files[0] if files else None
    )


def _as_code(seen: Seen) -> Iterator[str]:
    yield from (path for path in seen.tree.paths if _AS_CODE.fullmatch(path))
    terraform = [path for path in seen.tree.paths if path.endswith(".tf")][:_MOST]
    yield from (path for path in terraform if _TERRAFORM.search(seen.tree.read(path) or ""))


def _look(seen: Seen) -> str:
    forge = seen.facts.forge
    branch = seen.facts.default_branch or "main"
    name = forge.name if forge else ""
    place = forge.address.path if forge and forge.address else ""
    if name == "github":
        return f"gh api {quote(f'repos/{place}/rules/branches/{branch}') if place else _GITHUB + branch}"
    if name == "gitlab":
        return f"glab api projects/:id/protected_branches/{quote(branch)}"
    return f"look at the rules for {branch} in the forge's settings"
