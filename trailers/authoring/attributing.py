"""Write what is known of the assistant into a message, and say anew there what its vendor has written."""

from trailers.authoring.adding import add_disclosure, disclosed_in, trailers_for
from trailers.authoring.form import Form
from trailers.authoring.suggestion import Suggestion
from trailers.disclosure.disclosure import Context, Disclosure
from trailers.message.cleanup import Cleanup
from trailers.typed import TYPE_CHECKING, NamedTuple, Sequence

if TYPE_CHECKING:
    from trailers.authoring.attribution import Attribution

_DIGEST = "sha256"
# One of these is in every line of a vendor's.
_SIGNS = ("-by", "generated with", "-session", "-logs-url", "-thread-id", "made-with")


class Known(NamedTuple):
    """What is known of the assistant, and the contexts that the message has of the commits it comes from."""

    suggestion: Suggestion
    before: frozenset[str]


def attributed(text: str, cleanup: Cleanup, form: Form, known: Known) -> str:
    """The message with it, once: a digest that stands there for this commit already is not taken anew."""
    found = _attributions(text, cleanup, form)
    contexts = _new_contexts(known, disclosed_in(text, cleanup, form).contexts)
    said = Disclosure(
        (*known.suggestion.models, *(one.model for one in found if one.model)),
        (*contexts, *(one.context for one in found if one.context)),
    )
    if found:
        from trailers.authoring.lines import without_lines

        text = without_lines(text, {one.line for one in found})
    return add_disclosure(text, cleanup, said, form)


def _attributions(text: str, cleanup: Cleanup, form: Form) -> "Sequence[Attribution]":
    """The vendors' lines that are to be said anew; none where the policy keeps them."""
    lower = text.lower()
    if form.attribution.vendor == "keep" or not any(sign in lower for sign in _SIGNS):
        return ()
    from trailers.authoring.attribution import attributions

    found = attributions(text, cleanup, form.profile, form.context.hosts)
    return [one for one in found if _is_carried(one, form)]


def _new_contexts(known: Known, present: Sequence[Context]) -> list[Context]:
    taken = any(one.scheme == _DIGEST and one.value not in known.before for one in present)
    return [one for one in known.suggestion.contexts if not (taken and one.scheme == _DIGEST)]


def _is_carried(one: "Attribution", form: Form) -> bool:
    """Whether the profile has a line for it, or wants none in a message; what has none stays as it is."""
    if form.profile.place != "message":
        return True
    models = [one.model] if one.model else []
    contexts = [one.context] if one.context else []
    return bool(trailers_for(models, contexts, form.profile, form.keys))
