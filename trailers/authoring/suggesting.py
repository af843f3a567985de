"""From the assistant at the keyboard, and its session, to what is to be written.

A name that is no word of the grammar is never written: a session's file is anybody's to write.
"""

from trailers.assistants.environment import Assistant
from trailers.assistants.names import UNNAMED
from trailers.authoring.suggestion import Suggestion
from trailers.disclosure.agents import agent_of
from trailers.disclosure.context import fault_of_context
from trailers.disclosure.disclosure import Context, Model
from trailers.disclosure.words import UNKNOWN, is_model
from trailers.policy.context import ContextPolicy
from trailers.typed import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    from trailers.assistants.sessions.session import Session

_LONGEST = 128


def suggest(
    assistant: Assistant, session: "Session | None", policy: ContextPolicy, digest: str = ""
) -> Suggestion:
    """What an assistant's commit says; `digest` is that of its transcript, in hexadecimal, or ''.

    A model that is not known is `unknown`, and a warning says so: the disclosure stands, and the policy
    decides whether that will do.
    """
    agent = _agent(assistant)
    warnings = list(session.warnings) if session else []
    names = list(_names(session, warnings)) if session else []
    if not names:
        missing = "its session names no model" if session else "its session was not found"
        name = assistant.name[:_LONGEST]
        warnings.append(f"{name} commits, and {missing}: it is written as {agent}:{UNKNOWN}")
    elif session and not session.complete:
        warnings.append(f"the session of {assistant.name} was not read whole: models may be missing")
    return Suggestion(
        models=tuple(Model(agent, name) for name in names or [UNKNOWN]),
        contexts=tuple(_contexts(agent, session, policy, digest)) if session else (),
        source=", ".join(filter(None, (assistant.source, session.source if session else ""))),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _agent(assistant: Assistant) -> str:
    """Its word; AI_AGENT can hold anything."""
    if assistant.id == UNNAMED or len(assistant.id) > _LONGEST:
        return UNKNOWN
    return agent_of(assistant.id)


def _names(session: "Session", warnings: list[str]) -> Iterator[str]:
    """The models that can be written as they are."""
    for name in dict.fromkeys(session.models):
        if is_model(name) and len(name) <= _LONGEST:
            yield name
        else:
            warnings.append("the session names a model that no trailer can hold: it is left out")


def _contexts(agent: str, session: "Session", policy: ContextPolicy, digest: str) -> Iterator[Context]:
    wanted = []
    if policy.session and session.id:
        wanted.append(f"session:{agent.lower()}/{session.id}")
    if policy.digest and digest:
        wanted.append(f"sha256:{digest}")
    for value in wanted:
        if not fault_of_context(value):
            yield Context(value.partition(":")[0], value)
