"""The session of the assistant that is at the keyboard."""

from trailers.assistants.environment import Assistant
from trailers.assistants.sessions.naming import shown
from trailers.assistants.sessions.session import Asked, Session, without_transcript
from trailers.typed import Callable, Mapping


def find_session(
    assistant: Assistant, environ: Mapping[str, str], home: str, directory: str, since: int
) -> Session | None:
    """The session that works in this repository, as the files in `home` tell; None where none is found.

    `home` is '' where it is not known, `directory` the top of the work tree, `since` the committer's time
    of HEAD in seconds. Never raises: what cannot be read is a warning of the session.
    """
    asked = Asked(environ, home, directory, since)
    try:
        find = _reader(assistant.id)
        found = find(asked) if find is not None else None
        if found is not None and found.models:
            return found
        from trailers.assistants.sessions import handed

        return _together(found, handed.find(asked, assistant.id))
    except (OSError, ValueError, ArithmeticError, RecursionError, MemoryError) as error:
        why = shown(str(error))
        return without_transcript(assistant.id, "", f"the session of {assistant.name} cannot be read: {why}")


def _together(found: Session | None, told: Session | None) -> Session | None:
    """What a hook has told stands in where the tool's files tell no model of the same session."""
    if found is None or told is None:
        return found or told
    if told.models and found.id == told.id:
        return found._replace(models=told.models, source=told.source)
    return found


def _reader(agent: str) -> Callable[[Asked], Session | None] | None:  # noqa: PLR0911
    """The reader of one tool; only that one is loaded."""
    match agent:
        case "claude-code":
            from trailers.assistants.sessions.agents import claude_code

            return claude_code.find
        case "codex":
            from trailers.assistants.sessions.agents import codex

            return codex.find
        case "github-copilot":
            from trailers.assistants.sessions.agents import copilot_cli

            return copilot_cli.find
        case "gemini-cli":
            from trailers.assistants.sessions.agents import gemini_cli

            return gemini_cli.find
        case "amp":
            from trailers.assistants.sessions.agents import amp

            return amp.find
        case "opencode":
            from trailers.assistants.sessions.agents import opencode

            return opencode.find
        case "factory-droid":
            from trailers.assistants.sessions.agents import factory_droid

            return factory_droid.find
        case "crush":
            from trailers.assistants.sessions.agents import crush

            return crush.find
    return None
