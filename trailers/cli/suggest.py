"""What `undersign trailers suggest` does: tell what the writing hooks would write for a commit made now."""

import json
import os

from trailers.assistants.environment import Assistant, at_keyboard
from trailers.authoring.adding import trailers_for
from trailers.authoring.form import form_of
from trailers.authoring.head import stored_commit
from trailers.authoring.session import look_up
from trailers.authoring.suggestion import NOTHING, Suggestion
from trailers.authoring.surroundings import Surroundings
from trailers.cli.console import git_in
from trailers.output.printable import printable
from trailers.policy.work_tree import policy_at
from trailers.repository.commit import parse_ident
from trailers.repository.top import top_of
from trailers.typed import Any
from trailers.verify.registry import RULE_NAMES

SCHEMA = "undersign-suggestion/1"


def print_suggestion(directory: str, *, as_json: bool) -> int:
    """0, also where nothing would be written."""
    git = git_in(directory)
    top = os.path.abspath(top_of(git))
    policy = policy_at(top, RULE_NAMES)
    assistant = at_keyboard(os.environ, has_terminal=_has_terminal())
    head = stored_commit(git, "HEAD")
    found = NOTHING
    if assistant is not None:
        around = Surroundings(os.environ, os.environ.get("HOME", ""), top, git)
        since = parse_ident(head.committer)[1] if head else 0
        # Nothing is kept by asking.
        found = look_up(assistant, around, since, policy.context._replace(keep=""))
    form = form_of(policy)
    lines = list(map(str, trailers_for(found.models, found.contexts, form.profile, form.keys)))
    if as_json:
        print(json.dumps(_table(assistant, found, lines), indent=2))
    else:
        print(*_told(assistant, found, lines), sep="\n")
    return 0


def _table(assistant: Assistant | None, found: Suggestion, lines: list[str]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "assistant": assistant.id if assistant else None,
        "trailers": lines,
        "source": found.source or None,
        "warnings": list(found.warnings),
    }


def _told(assistant: Assistant | None, found: Suggestion, lines: list[str]) -> list[str]:
    if assistant is None:
        return ["# no assistant runs this: nothing would be written"]
    told = [*lines, f"# from {printable(found.source)}"]
    return told + [f"# {printable(warning)}" for warning in found.warnings]


def _has_terminal() -> bool:
    """Whether the process has a controlling terminal: a person could be typing."""
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
