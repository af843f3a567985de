"""A failure that does not count: `continue-on-error`, `|| true`."""

from trailers.adoption.diagnosis.ci.command import forgiving, piped, unisolated
from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.typed import Iterator

_WHY = "findings do not fail the check, so that nothing keeps a change out"


def check(step: Step) -> Iterator[Trouble]:
    """The step, and the job around it."""
    for node, name in ((step.step, "the step"), (step.job, f"job {step.job_name}")):
        said = node.get("continue-on-error")
        if said.is_true or "${{" in said.text:
            what = f"{name} that runs undersign has continue-on-error: {said.text}"
            yield Trouble("ignored-failure", "problem", what, _WHY, "take it out", said.line)
            break
    run = step.step.get("run")
    found = forgiving(run.text)
    if found:
        what = f"undersign's exit code is thrown away: {found}"
        yield Trouble("ignored-failure", "problem", what, _WHY, "take it out", run.line)
    elif piped(run.text) and _shell(step) in ("", "sh"):
        what = "undersign's exit code is thrown away: that of the command behind | counts"
        yield Trouble("ignored-failure", "problem", what, _WHY, "shell: bash", run.line)
    fail = step.step.get("with", "fail")
    if fail.text.lower() == "false":
        what = "the action has fail: false"
        yield Trouble("ignored-failure", "warning", what, _WHY, "take it out", fail.line)
    if unisolated(run.text):
        yield Trouble(
            "not-isolated",
            "problem",
            "Python runs undersign without -I",
            "the change's own files can stand in the place of undersign's modules",
            "python -I -m trailers verify",
            run.line,
        )


def _shell(step: Step) -> str:
    """The shell that is named; `bash` sets pipefail, and what runs where none is named does not."""
    said = (
        step.step.get("shell"),
        *(node.get("defaults", "run", "shell") for node in (step.job, step.workflow)),
    )
    return next((node.text for node in said if node.text), "")
