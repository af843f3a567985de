"""What `suggest_trailers` answers: what a commit made now by the assistant that asks would say."""

from trailers.authoring.adding import trailers_for
from trailers.authoring.head import stored_commit
from trailers.authoring.session import look_up
from trailers.authoring.surroundings import Surroundings
from trailers.cli.mcp.arguments import Arguments
from trailers.cli.mcp.place import Place
from trailers.disclosure.profiles import profile_named
from trailers.output.printable import printable
from trailers.policy.work_tree import policy_at
from trailers.repository.commit import parse_ident
from trailers.repository.top import top_of
from trailers.typed import Any
from trailers.verify.registry import RULE_NAMES

_LINES = {"type": "array", "items": {"type": "string"}}

SUGGESTED = {
    "type": "object",
    "properties": {
        "trailers": {"description": "The lines, in their order, for the last paragraph.", **_LINES},
        "source": {"description": "What they were taken from.", "type": "string"},
        "warnings": _LINES,
    },
    "required": ["trailers", "source", "warnings"],
    "additionalProperties": False,
}


def suggest_trailers(place: Place, arguments: Arguments) -> dict[str, Any]:
    """The models and contexts since HEAD, in the project's profile. No transcript is kept by asking."""
    del arguments
    top = top_of(place.git)
    policy = policy_at(top, RULE_NAMES)
    head = stored_commit(place.git, "HEAD")
    since = parse_ident(head.committer)[1] if head else 0
    around = Surroundings(place.environ, place.environ.get("HOME", ""), top, place.git)
    found = look_up(place.assistant, around, since, policy.context._replace(keep=""))
    profile = profile_named(policy.disclosure.profile)
    keys = profile.keys_with(policy.disclosure.keys)
    lines = trailers_for(found.models, found.contexts, profile, keys)
    warnings = list(found.warnings)
    if policy.disclosure.mode == "forbid":
        warnings.append("this project takes no AI-assisted commits: ask the person before you commit")
    if profile.place != "message":
        warnings.append(f"profile {profile.name}: the disclosure stands in the pull request, not in commits")
    return {
        "trailers": list(map(str, lines)),
        "source": printable(found.source),
        "warnings": list(map(printable, warnings)),
    }
