"""What a commit says of the prompt that it came from: a keyed digest, its text where the project wants it."""

from trailers.assistants.sessions.prompting import first_prompt
from trailers.authoring.surroundings import Surroundings
from trailers.disclosure.context import fault_of_context
from trailers.disclosure.disclosure import Context
from trailers.policy.context import ContextPolicy
from trailers.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from trailers.assistants.sessions.session import Session


class Prompted(NamedTuple):
    """The contexts, and what has to be said about them; never a word of the prompt."""

    contexts: tuple[Context, ...] = ()
    warnings: tuple[str, ...] = ()


def prompt_contexts(session: "Session", around: Surroundings, policy: ContextPolicy) -> Prompted:
    """The contexts that the policy wants of the session's first prompt."""
    warnings = []
    if policy.prompt:
        policy, why = _agreed(policy, around)
        warnings += [f"no prompt is written: {why}"] if why else []
    if not (policy.prompt or policy.key_id):
        return Prompted((), tuple(warnings))
    try:
        prompt = first_prompt(session.agent, session.transcript)
    except OSError as error:
        prompt = ""
        warnings.append(f"the prompt cannot be read: {error.strerror or error}")
    if not prompt:
        warnings.append("the session's files tell no prompt of a person: nothing is said of it")
        return Prompted((), tuple(warnings))
    contexts = []
    for value in (*_keyed(prompt, around, policy, warnings), *_text(prompt, policy, warnings)):
        fault = fault_of_context(value)
        if fault:
            warnings.append(f"{value.partition(':')[0]}: {fault}")
        else:
            contexts.append(Context(value.partition(":")[0], value))
    return Prompted(tuple(contexts), tuple(warnings))


def _agreed(policy: ContextPolicy, around: Surroundings) -> tuple[ContextPolicy, str]:
    if around.git is None:
        return policy._replace(prompt=False), "there is no repository to ask"
    from trailers.authoring.prompts.consent import agreed

    return agreed(policy, around.git)


def _keyed(prompt: str, around: Surroundings, policy: ContextPolicy, warnings: list[str]) -> list[str]:
    if not policy.key_id:
        return []
    from trailers.assistants.sessions.window import hmac_of
    from trailers.authoring.prompts.key import KeyRefusedError, read_key

    try:
        key = read_key(policy.key_id, around.environ, around.home, around.directory)
        return [hmac_of(prompt, policy.key_id, key)]
    except KeyRefusedError as error:
        warnings.append(str(error))
    except UnicodeEncodeError:
        warnings.append("the prompt is no text: there is no digest of it")
    return []


def _text(prompt: str, policy: ContextPolicy, warnings: list[str]) -> list[str]:
    if not policy.prompt:
        return []
    from trailers.authoring.prompts.likely_secrets import without_likely_secrets
    from trailers.authoring.prompts.text import PromptRefusedError, prompt_value
    from trailers.authoring.redacting import without_secrets

    def redact(text: str) -> str:
        return without_likely_secrets(without_secrets(text))

    try:
        return [prompt_value(prompt, policy.prompt_length, redact)]
    except PromptRefusedError as error:
        warnings.append(f"no prompt is written: {error}")
        return []
