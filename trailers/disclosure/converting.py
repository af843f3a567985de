"""Say a disclosure in another profile's dialect, and what would be lost by that."""

from trailers.disclosure.dialect import Said
from trailers.disclosure.disclosure import Disclosure, Model
from trailers.disclosure.profile import Profile
from trailers.disclosure.pull_request import write_block
from trailers.disclosure.vocabulary import Keys
from trailers.disclosure.words import is_unknown_name
from trailers.disclosure.writing import model_trailer, stays
from trailers.message.trailer import Trailer
from trailers.typed import Iterator, NamedTuple

# What an agent's word says nothing by.
_NO_AGENT = frozenset(("unknown", "llm"))


class Conversion(NamedTuple):
    """The disclosure in the target's dialect.

    `dropped` says in words what the target does not carry; empty where nothing is lost. `replaced` are
    the lines of the source for which `trailers`, `block` and `dropped` stand; every other line stays,
    the unreadable ones and a `Reviewed-by` among them. `block` is the text for the pull request, where
    the target has its disclosure there.
    """

    trailers: tuple[Trailer, ...]
    dropped: tuple[str, ...]
    replaced: tuple[int, ...] = ()
    block: str = ""


def convert(disclosure: Disclosure, target: Profile, keys: Keys | None = None) -> Conversion:
    """The disclosure as the target writes it. Raises MessageError where no trailer could hold it."""
    keys = target.keys_with(keys)
    return Conversion(
        target.write(disclosure, keys),
        tuple(dict.fromkeys(_losses(disclosure, target, keys))),
        tuple(sorted(set(_lines(disclosure, keys)) - {0})),
        write_block(disclosure) if target.place == "pull-request" else "",
    )


def _losses(disclosure: Disclosure, target: Profile, keys: Keys) -> Iterator[str]:
    none = f"the profile {target.name} carries none"
    if disclosure.profile != target.name:
        for model in disclosure.models:
            yield from _losses_of_model(model, target, keys)
    if "context" not in target.carries:
        yield from (f"context {context.value}: {none}" for context in disclosure.contexts)
    if "approver" not in target.carries:
        for approver in disclosure.approvers:
            if approver.person and not stays(approver, keys):
                yield f"approver {approver.person}: {none}"
    if "none" not in target.carries:
        yield from (f"{denial}: {none}" for denial in disclosure.denials)


def _losses_of_model(model: Model, target: Profile, keys: Keys) -> Iterator[str]:
    """What is lost of one line: the difference between it and what its new line reads as."""
    line = model_trailer(model, target.dialect, keys)
    back = target.dialect.read(line.value) if line else None
    if not line or not back:
        said = ":".join(part for part in (model.agent, model.name) if part)
        yield f"model {said}: the profile {target.name} has no line for it"
        return
    if model.key.lower() == "generated-by" != line.key.lower():
        yield f"{model.key}, for generated as a whole: the profile {target.name} has only {line.key}"
    yield from _lost_names(model, back, target.name)
    for tool in model.tools:
        if tool not in back.tools:
            yield f"tool {tool}: the profile {target.name} carries none"


def _lost_names(model: Model, back: Said, profile: str) -> Iterator[str]:
    carried = {_plain(back.agent), _plain(back.name)}
    if model.agent and model.agent.lower() not in _NO_AGENT and _plain(model.agent) not in carried:
        yield f"agent {model.agent}: the profile {profile} {_instead(back.agent)}"
    if model.name and not is_unknown_name(model.name) and _plain(model.name) not in carried:
        yield f"model {model.name}: the profile {profile} {_instead(back.name)}"


def _instead(carried: str | None) -> str:
    return f"would say {carried}" if carried else "carries none"


def _plain(name: str | None) -> str:
    """A name without what spelling alone makes of it: `claude-opus-4-5` and `Claude-Opus-4.5` are one."""
    return (name or "").lower().replace(".", "-")


def _lines(disclosure: Disclosure, keys: Keys) -> Iterator[int]:
    yield from (model.line for model in disclosure.models)
    yield from (context.line for context in disclosure.contexts)
    yield from (
        approver.line for approver in disclosure.approvers if approver.person and not stays(approver, keys)
    )
    yield from (denial.line for denial in disclosure.denials)
