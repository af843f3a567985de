"""Look up the session of the assistant at the keyboard, and make of it what is to be written."""

from trailers.assistants.environment import Assistant
from trailers.authoring.suggesting import suggest
from trailers.authoring.suggestion import Suggestion
from trailers.authoring.surroundings import Surroundings
from trailers.policy.context import ContextPolicy
from trailers.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trailers.assistants.sessions.session import Session


def look_up(assistant: Assistant, around: Surroundings, since: int, policy: ContextPolicy) -> Suggestion:
    """What the assistant has used here since a time, in seconds since 1970."""
    from trailers.assistants.sessions.finding import find_session

    session = find_session(assistant, around.environ, around.home, around.directory, since)
    digest, warnings = _digest(session, since, policy) if session else ("", ())
    found = suggest(assistant, session, policy, digest)
    if not around.home:
        warnings = ("HOME is not set: no file of a session is found without it", *warnings)
    if session and (policy.key_id or policy.prompt):
        from trailers.authoring.prompts.contexts import prompt_contexts

        contexts, told = prompt_contexts(session, around, policy)
        found = found._replace(contexts=(*found.contexts, *contexts))
        warnings = (*warnings, *told)
    return found._replace(warnings=(*warnings, *found.warnings))


def _digest(session: "Session", since: int, policy: ContextPolicy) -> tuple[str, tuple[str, ...]]:
    """The digest of the transcript's part since then, '' where there is none, and why."""
    if not session.transcript or not (policy.digest or policy.keep):
        return "", ()
    try:
        if policy.keep:
            return _kept(session.transcript, since, policy.keep), ()
        from trailers.assistants.sessions.window import sha256_since

        return sha256_since(session.transcript, since), ()
    except (OSError, ValueError) as error:
        return "", (f"no digest of the transcript: {error}",)


def _kept(transcript: str, since: int, folder: str) -> str:
    """The same, of what is kept in the team's folder now; OSError where that is not there."""
    from trailers.assistants.sessions.keeping import keep_window
    from trailers.authoring.redacting import without_secrets

    kept = keep_window(folder, transcript, since, without_secrets)
    return kept.sha256 if kept else ""
