"""The message of a commit that is made again: amended, or made with the message of another (`-C`, `-c`)."""

from trailers.authoring.adding import disclosed_in, new_models
from trailers.authoring.form import Form
from trailers.authoring.uniting import Changed, disclosing
from trailers.message.cleanup import Cleanup
from trailers.message.trailer import Trailer
from trailers.message.view import view_of
from trailers.message.writing import add_trailers, identity, remove_trailers
from trailers.verify.subject import Subject


def kept(text: str, before: Subject, *, form: Form, cleanup: Cleanup, approvals: bool) -> str:
    """The message with what the commit said of AI help before, for one that was typed anew (`--amend -m`).

    Approvals come along where they still hold. A message that says that there was no AI help is left so, and
    one that names a model is not told again that the model of that assistant is unknown.
    """
    left = {identity(trailer) for trailer in before.disclosure.denials}
    left |= {identity(trailer) for trailer in _said_again(text, before, cleanup, form)}
    if not approvals:
        left |= {identity(trailer) for trailer in _approving(before)}
    return add_trailers(
        text, [trailer for trailer in disclosing(before) if identity(trailer) not in left], cleanup
    )


def _said_again(text: str, before: Subject, cleanup: Cleanup, form: Form) -> list[Trailer]:
    """The lines of models that say no more than the message does already."""
    models = before.disclosure.models
    new = new_models(models, disclosed_in(text, cleanup, form).models)
    return [Trailer(model.key, model.value) for model in models if model not in new]


def without_approvals(text: str, cleanup: Cleanup, before: Subject) -> Changed:
    """The message without the approvals that the commit had, which were given for another tree."""
    given = {identity(trailer) for trailer in _approving(before)}
    gone = [found for found in view_of(text, cleanup).block.trailers if identity(found) in given]
    if not gone:
        return Changed(text)
    told = tuple(
        f"dropped: {trailer}: it was given for other content; to give it anew: undersign approve HEAD"
        for trailer in dict.fromkeys(map(str, gone))
    )
    return Changed(remove_trailers(text, lambda found: identity(found) in given, cleanup), told)


def _approving(subject: Subject) -> list[Trailer]:
    wanted = {(approver.key.lower(), approver.value) for approver in subject.disclosure.approvers}
    return [found for found in subject.block.trailers if (found.key.lower(), found.value) in wanted]
